using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>From weighed applications to who gets what: budget goes in the order of the window, in both worlds. Pure.</summary>
internal static class Doorrekening
{
    public const string Overslaan = "overslaan";
    public const string Gedeeltelijk = "gedeeltelijk";

    public static Uitslag Reken(Opdracht opdracht, IReadOnlyList<Simulatiezaak> zaken)
    {
        var vast = zaken.Any(z => z.Rang is not null);
        Simulatiezaak[] rij = [.. vast ? zaken.OrderBy(z => z.Rang ?? int.MaxValue) : zaken.OrderBy(z => z.Aangevuld).ThenBy(z => z.Volgt)];
        var voor = Verdeel(rij, vast, z => z.Voor, opdracht.PlafondVoor, opdracht.Overschrijding);
        var na = Verdeel(rij, vast, z => z.Na, opdracht.PlafondNa, opdracht.Overschrijding);
        var paren = rij.Zip(voor, na).Select(p => new Paar(p.First, p.Second, p.Third)).ToList();
        return new Uitslag(
            opdracht.Tijdvak,
            opdracht.Regelversie,
            opdracht.Op,
            opdracht.Wijzigingen,
            opdracht.PlafondVoor,
            opdracht.PlafondNa,
            opdracht.RegelhashVoor,
            opdracht.RegelhashNa,
            Groepen(paren, p => ("", "")) is [var totaal] ? new(totaal.Voor, totaal.Na) : new(Telling.Nul, Telling.Nul),
            Groepen(paren, p => (p.Zaak.Aanvragertype, p.Zaak.Aanvragertype)),
            Groepen(paren, p => (p.Zaak.Voor.Grootteklasse, p.Zaak.Na.Grootteklasse)),
            Groepen(paren, p => (p.Zaak.Voor.Sector, p.Zaak.Na.Sector)),
            Groepen(paren, p => (Naam(p.Voor), Naam(p.Na))),
            [
                .. paren
                    .Where(p => Naam(p.Voor) != Naam(p.Na) || p.Voor.Subsidie != p.Na.Subsidie || p.Voor.Voorschot != p.Na.Voorschot)
                    .Select(Verschil),
            ],
            [.. Aannames.Van(opdracht, rij, vast)]
        );
    }

    /// <summary>
    /// In the order of the window, each as long as what it asks fits what is left; what one does not get falls to the next. The first that does
    /// not fit is the last, is passed, or is granted what is left, as the window says.
    /// </summary>
    private static Zaakuitkomst[] Verdeel(
        Simulatiezaak[] rij,
        bool vast,
        Func<Simulatiezaak, Gewogen> wereld,
        decimal plafond,
        string? overschrijding
    )
    {
        var uitkomsten = new Zaakuitkomst[rij.Length];
        var (rest, vol) = (plafond, false);
        for (var i = 0; i < rij.Length; i++)
        {
            var (zaak, gewogen) = (rij[i], wereld(rij[i]));
            if (zaak.Ingetrokken || (vast && zaak.Rang is null))
            {
                var buiten = zaak.Ingetrokken ? Simulatieuitkomst.Ingetrokken : Simulatieuitkomst.NietOpDeLijst;
                uitkomsten[i] = new(buiten, 0m, 0m);
                continue;
            }
            var past = !vol && (gewogen.Gevraagd <= rest || (rest > 0m && overschrijding == Gedeeltelijk));
            vol |= !past && overschrijding != Overslaan;
            if (!past || gewogen.Beletsel is not null)
            {
                var reden = past ? gewogen.Beletsel : Plafondreden(zaak.Plafondgrond, Toetsuitkomst.NietVoldaan);
                uitkomsten[i] = new(Simulatieuitkomst.Afgewezen, 0m, 0m, reden);
                continue;
            }
            var (subsidie, voorschot) = gewogen.Binnen(zaak.Aanvragertype, rest);
            rest -= subsidie;
            uitkomsten[i] = new(Simulatieuitkomst.Toegekend, subsidie, voorschot);
        }
        return uitkomsten;
    }

    private static AndereUitkomst Verschil(Paar paar)
    {
        var (zaak, van, naar) = (paar.Zaak, paar.Voor, paar.Na);
        var (buitenVoor, buitenNa) = (Buiten(van), Buiten(naar));
        IEnumerable<Reden> waarom =
            buitenVoor == buitenNa && zaak.Verschillen.Count > 0 ? zaak.Verschillen
            : buitenVoor == buitenNa
                // Nothing of its own differs: the ceiling leaves it another part.
                ? [Plafondreden(zaak.Plafondgrond, naar.Subsidie < van.Subsidie ? Toetsuitkomst.NietVoldaan : Toetsuitkomst.Voldaan)]
            :
            [
                Plafondreden(zaak.Plafondgrond, buitenNa ? Toetsuitkomst.NietVoldaan : Toetsuitkomst.Voldaan),
                // Beyond the ceiling nobody looks at the rest; what stands in the way once within it does count.
                .. naar.Reden is { } reden && !buitenNa ? [reden] : (Reden[])[],
            ];
        return new(zaak.Zaaknummer, van, naar, [.. waarom], zaak.Rang);

        static bool Buiten(Zaakuitkomst uitkomst) => uitkomst.Reden?.Code == Grondcode.PlafondOverschreden;
    }

    private static Reden Plafondreden(Grond grond, Toetsuitkomst uitkomst) =>
        new(grond.Code, grond.Artikel, new Toets(grond.Code, grond.Artikel, uitkomst, []).Uitleg);

    private static string Naam(Zaakuitkomst uitkomst) =>
        uitkomst.Reden?.Code
        ?? uitkomst.Uitkomst switch
        {
            Simulatieuitkomst.Toegekend => "toegekend",
            Simulatieuitkomst.Ingetrokken => "ingetrokken",
            _ => "niet-op-de-lijst",
        };

    private static IReadOnlyList<Groep> Groepen(List<Paar> paren, Func<Paar, (string Voor, string Na)> naam)
    {
        var groepen = new SortedDictionary<string, (Telling Voor, Telling Na)>(StringComparer.Ordinal);
        foreach (var paar in paren)
        {
            var (voor, na) = naam(paar);
            var (toen, nu) = Van(voor);
            groepen[voor] = (toen.Met(paar.Zaak.Voor.Gevraagd, paar.Voor), nu);
            (toen, nu) = Van(na);
            groepen[na] = (toen, nu.Met(paar.Zaak.Na.Gevraagd, paar.Na));
        }
        return [.. groepen.Select(g => new Groep(g.Key, g.Value.Voor, g.Value.Na))];

        (Telling, Telling) Van(string code) => groepen.TryGetValue(code, out var groep) ? groep : (Telling.Nul, Telling.Nul);
    }

    private readonly record struct Paar(Simulatiezaak Zaak, Zaakuitkomst Voor, Zaakuitkomst Na);
}

/// <summary>What is asked of a window, checked.</summary>
/// <param name="PlafondVoor">Euro.</param>
/// <param name="PlafondNa">Euro.</param>
/// <param name="Volgorde">loting or binnenkomst; null when not known.</param>
/// <param name="Overschrijding">stoppen, overslaan or gedeeltelijk; null when not known, then as stoppen.</param>
internal sealed record Opdracht(
    string Tijdvak,
    string Regelversie,
    Instant Op,
    IReadOnlyList<Simuleren.Wijziging> Wijzigingen,
    decimal PlafondVoor,
    decimal PlafondNa,
    string RegelhashVoor,
    string RegelhashNa,
    string? Volgorde,
    string? Overschrijding = null
);
