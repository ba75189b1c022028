using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>All that a report is made of, once a scan is closed.</summary>
/// <param name="Leiding">Null when management signed nothing.</param>
/// <param name="Interventies">The catalogue, from which the handles of each priority are taken.</param>
/// <param name="Bijgemaakt">How many spare codes were made.</param>
/// <param name="Anderen">Other firms on this day; null when they are too few.</param>
public sealed record Scanuitslag(
    Vragenlijst Lijst,
    Scanopzet Opzet,
    int Gevraagd,
    IReadOnlyList<Antwoordblad> Bladen,
    Leidingverklaring? Leiding,
    LocalDate Van,
    LocalDate Tot,
    string? Grootte = null,
    string? Sector = null,
    IReadOnlyList<Interventie>? Interventies = null,
    int Bijgemaakt = 0,
    Benchmarkbeeld? Anderen = null
)
{
    internal Scandrempels Drempels => new(Bijgemaakt);
}

/// <summary>Makes the one report of a scan. Pure; the order of the answers makes no difference.</summary>
public static class Rapportmaker
{
    private const int MeestePrioriteiten = 3;
    private const string NietIngevuld = "niet ingevuld";
    private const string VanScore = "score";
    private const string VanMensen = "mensen";
    private const string VanLeidingZelf = "leiding";

    /// <summary>A measure with, of each person who counts, its score or null.</summary>
    private sealed record Gemeten(Maat Maat, IReadOnlyList<decimal?> Scores);

    /// <summary>Null when too few people answered to show anything.</summary>
    public static Rapport? Maak(Scanuitslag uitslag)
    {
        var lijst = uitslag.Lijst;
        var personen = uitslag.Bladen.Where(b => Berekening.TeltMee(lijst, b)).ToList();
        if (personen.Count < uitslag.Drempels.Antwoorden || uitslag.Gevraagd < Drempels.Gevraagd)
        {
            return null;
        }
        var kern = Meet(Maat.Kern(lijst), personen);
        var onderdelen = Meet(Maat.Onderdelen(lijst), personen);
        var afbeelding = Meet(Maat.Afgebeeld(lijst), personen);
        var toonbaar = Onderdrukking.Kies(
            personen.Count,
            [.. Indelingen(uitslag, personen)],
            kern.Concat(onderdelen).ToDictionary(g => g.Maat.Sleutel, g => (IReadOnlyList<bool>)[.. g.Scores.Select(s => s is not null)])
        );
        var rapport = new Rapport(
            (lijst.Eigen ?? lijst.Kern).Id,
            uitslag.Gevraagd,
            personen.Count,
            Berekening.Beeldwoord(personen.Count, uitslag.Gevraagd),
            [.. kern.Select(g => Toon(g.Maat, Scores(g), uitslag.Drempels, uitslag.Gevraagd, VanLeiding(uitslag.Leiding, g.Maat)))],
            Prioriteiten(kern, personen, uitslag),
            Sterkste(kern, uitslag.Drempels),
            lijst.Eigen is null
                ? null
                :
                [
                    .. onderdelen.Select(g =>
                        Toon(g.Maat, Scores(g), uitslag.Drempels, uitslag.Gevraagd, VanLeiding(uitslag.Leiding, g.Maat))
                    ),
                ],
            lijst.Eigen is null ? null : Beeld(lijst.Eigen, afbeelding, uitslag),
            [.. Splits(uitslag, personen, toonbaar, [.. kern, .. onderdelen])],
            uitslag.Leiding is { } l
                ? new Leidingbeeld(l.Fase, l.Volgorde, l.Belemmeringen, l.Drijfveren, l.Doelgroepen, l.Richting)
                : null,
            uitslag.Grootte,
            uitslag.Sector,
            uitslag.Van,
            uitslag.Tot,
            lijst.Kern.Id,
            Anderen: uitslag.Anderen
        );
        return Bevriezen.In(rapport, lijst, uitslag.Interventies ?? [], Mensenfase(personen));
    }

    private static List<Gemeten> Meet(IEnumerable<Maat> maten, List<Antwoordblad> personen) =>
        [.. maten.Select(m => new Gemeten(m, [.. personen.Select(m.Van)]))];

    private static List<decimal> Scores(Gemeten gemeten) => [.. gemeten.Scores.OfType<decimal>()];

    private static decimal? VanLeiding(Leidingverklaring? leiding, Maat maat) =>
        leiding is null ? null : maat.Van(new Antwoordblad(leiding.Antwoorden));

    private static Dimensiescore Toon(Maat maat, List<decimal> scores, Scandrempels drempels, int? gevraagd, decimal? leiding = null)
    {
        if (scores.Count < drempels.Antwoorden)
        {
            // What management said is of the firm itself and tells nothing of them, but beside a gap it would.
            return new Dimensiescore(maat.Code, maat.Naam, Rapport.TeWeinig);
        }
        var gemiddelde = Berekening.Gemiddelde(scores);
        return new Dimensiescore(
            maat.Code,
            maat.Naam,
            maat.Beeld(gemiddelde),
            Berekening.Rond(gemiddelde, 1),
            Berekening.Schaal100(gemiddelde, maat.Schaal),
            Berekening.Rond((decimal)Berekening.Marge(scores, gevraagd), 2),
            scores.Count < drempels.Aandelen || maat.Telt is not null ? null : Berekening.Gunstig(scores),
            leiding is { } l ? Berekening.Rond(l, 1) : null,
            leiding - gemiddelde >= Berekening.Signaal ? "leiding-hoger"
                : gemiddelde - leiding >= Berekening.Signaal ? "leiding-lager"
                : null
        );
    }

    private static List<Dimensiescore> Beeld(Instrument eigen, List<Gemeten> afbeelding, Scanuitslag uitslag) =>
        [
            .. Dimensies.Alle.Select(d =>
                afbeelding.FirstOrDefault(g => g.Maat.Code == d.Code) is { } gemeten
                    ? Toon(gemeten.Maat, Scores(gemeten), uitslag.Drempels, uitslag.Gevraagd)
                    : new Dimensiescore(d.Code, d.Naam.Nl, Rapport.NietGemeten)
            ),
        ];

    private static string? Sterkste(List<Gemeten> kern, Scandrempels drempels) =>
        kern.Where(g => Scores(g).Count >= drempels.Antwoorden)
            .OrderByDescending(g => Berekening.Gemiddelde(Scores(g)))
            .ThenByDescending(g => g.Maat.Code, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Maat.Code;

    private static List<Prioriteit> Prioriteiten(List<Gemeten> kern, List<Antwoordblad> personen, Scanuitslag uitslag)
    {
        var volgorde = uitslag.Leiding?.Volgorde ?? [];
        var gewogen = kern.Where(g => Scores(g).Count >= uitslag.Drempels.Antwoorden)
            .Select(g =>
            {
                var scores = Scores(g);
                var gemiddelde = Berekening.Gemiddelde(scores);
                var wil = (decimal)personen.Count(p => p.WilBeter?.Contains(g.Maat.Code) == true) / personen.Count;
                return (
                    g.Maat.Code,
                    Score: gemiddelde,
                    Marge: (decimal)Berekening.Marge(scores, uitslag.Gevraagd),
                    Wil: wil,
                    Urgentie: Berekening.Urgentie(gemiddelde, g.Maat.Schaal, wil, g.Maat.Code, volgorde)
                );
            })
            .OrderByDescending(p => p.Urgentie)
            .ThenBy(p => p.Code, StringComparer.Ordinal)
            .Take(MeestePrioriteiten)
            .ToList();
        var prioriteiten = new List<Prioriteit>();
        for (var i = 0; i < gewogen.Count; i++)
        {
            // Scores closer to each other than the margin share a rank.
            var gelijk = i > 0 && Math.Abs(gewogen[i].Score - gewogen[i - 1].Score) < gewogen[i].Marge;
            var genoeg = personen.Count >= uitslag.Drempels.Aandelen;
            IReadOnlyList<string> redenen = [.. Redenen(gewogen[i].Wil, genoeg, volgorde, gewogen[i].Code)];
            prioriteiten.Add(
                new(
                    gelijk ? prioriteiten[i - 1].Rang : i + 1,
                    gewogen[i].Code,
                    Waarom(gewogen[i].Score, redenen),
                    Advies.Handvatten(
                        uitslag.Interventies ?? [],
                        gewogen[i].Code,
                        uitslag.Leiding?.Fase,
                        uitslag.Grootte,
                        uitslag.Sector,
                        uitslag.Leiding?.Doelgroepen,
                        uitslag.Leiding?.Belemmeringen
                    ),
                    redenen
                )
            );
        }
        return prioriteiten;
    }

    // How many chose it is told in halves only, and from ten people on: it is a count of who wants what.
    private static IEnumerable<string> Redenen(decimal wil, bool genoeg, IReadOnlyList<string> volgorde, string dimensie)
    {
        yield return VanScore;
        if (genoeg && wil >= 0.5m)
        {
            yield return VanMensen;
        }
        if (volgorde.Take(MeestePrioriteiten).Contains(dimensie))
        {
            yield return VanLeidingZelf;
        }
    }

    private static string Waarom(decimal score, IReadOnlyList<string> redenen) =>
        $"De score is {Berekening.Band(score)}"
        + (redenen.Contains(VanMensen) ? ", ten minste de helft van uw mensen wil dit beter" : "")
        + (redenen.Contains(VanLeidingZelf) ? " en u vindt dit belangrijk voor uw bedrijf" : "")
        + ".";

    /// <summary>The phase that most people are in; null when too few are, or all who said it: then it would tell of each of them.</summary>
    private static string? Mensenfase(List<Antwoordblad> personen)
    {
        var fasen = personen
            .Select(p => p.Kenmerken?.GetValueOrDefault(Keuzelijsten.Mensenfase.Code))
            .OfType<string>()
            .CountBy(f => f)
            .OrderByDescending(f => f.Value)
            .ToList();
        return fasen.Count > 1 && fasen[0].Value >= Drempels.Persoonskenmerk && fasen[0].Value > fasen[1].Value ? fasen[0].Key : null;
    }

    private static IEnumerable<Indeling> Indelingen(Scanuitslag uitslag, List<Antwoordblad> personen)
    {
        var opzet = uitslag.Opzet;
        if (opzet.Teams.Count > 0)
        {
            var gevraagd = opzet.Teams.Where(t => t.Gevraagd is not null).ToDictionary(t => t.Code, t => t.Gevraagd!.Value);
            yield return new(
                Keuzelijsten.Team,
                Groepen(personen, Keuzelijsten.Team),
                gevraagd,
                uitslag.Drempels.Antwoorden,
                [.. opzet.Teams.Select(t => t.Code)]
            );
        }
        foreach (var kenmerk in Keuzelijsten.Kenmerken.Where(k => opzet.Kenmerken.Contains(k.Code)))
        {
            yield return new(
                kenmerk.Code,
                Groepen(personen, kenmerk.Code),
                new Dictionary<string, int>(),
                uitslag.Drempels.Persoonskenmerk
            );
        }
    }

    private static List<string> Groepen(List<Antwoordblad> personen, string kenmerk) =>
        [.. personen.Select(p => p.Kenmerken?.GetValueOrDefault(kenmerk) ?? "")];

    private static IEnumerable<Splitsing> Splits(
        Scanuitslag uitslag,
        List<Antwoordblad> personen,
        IReadOnlyList<Toonbaar> toonbaar,
        List<Gemeten> gemeten
    )
    {
        foreach (var vraag in uitslag.Opzet.Vragen().Where(v => v.Code != Keuzelijsten.Mensenfase.Code))
        {
            var getoond = toonbaar.FirstOrDefault(t => t.Kenmerk == vraag.Code);
            var groepen = Groepen(personen, vraag.Code);
            // Who did not say are a group like the others; that there is none is not told either.
            var namen = vraag.Keuzes.Append(new Keuze("", new(NietIngevuld, "not filled in")));
            yield return new Splitsing(
                vraag.Code,
                vraag.Vraag.Nl,
                getoond is null ? [] : [.. namen.Select(k => Groep(k, getoond, groepen, gemeten, uitslag, vraag.Code))]
            );
        }
    }

    private static int? Gevraagd(Scanopzet opzet, string kenmerk, string code) =>
        kenmerk == Keuzelijsten.Team ? opzet.Teams.FirstOrDefault(t => t.Code == code)?.Gevraagd : null;

    private static Groepscore Groep(
        Keuze keuze,
        Toonbaar toonbaar,
        List<string> groepen,
        List<Gemeten> gemeten,
        Scanuitslag uitslag,
        string kenmerk
    )
    {
        if (!toonbaar.Getoond.Contains(keuze.Code))
        {
            return new Groepscore(keuze.Code, keuze.Naam.Nl, Rapport.TeWeinig);
        }
        var aantal = groepen.Count(g => g == keuze.Code);
        var gevraagd = Gevraagd(uitslag.Opzet, kenmerk, keuze.Code);
        return new Groepscore(
            keuze.Code,
            keuze.Naam.Nl,
            gevraagd is { } n ? Berekening.Beeldwoord(aantal, n) : "",
            aantal,
            [
                .. gemeten.Select(g =>
                    toonbaar.PerMaat[g.Maat.Sleutel].Contains(keuze.Code)
                        ? Toon(
                            g.Maat,
                            [.. g.Scores.Where((_, i) => groepen[i] == keuze.Code).OfType<decimal>()],
                            uitslag.Drempels,
                            gevraagd
                        )
                        : new Dimensiescore(g.Maat.Code, g.Maat.Naam, Rapport.TeWeinig)
                ),
            ]
        );
    }
}
