using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// The lines of the amount of a settlement without a request that is less than the award: of each activity its part in the award and what counts of that,
/// and their sum (3:46 Awb). They follow from the award and the proposal, so that one from before they were shown has them too.
/// </summary>
public static class Ambtshalveberekening
{
    private const string Verleend = "4:46, eerste lid, Awb";
    private const string Lager = "4:46, tweede lid, Awb";
    private const string NietVerantwoord = "4:46, tweede lid, onderdeel b, Awb";

    /// <summary>Null of a settlement on request, and of the whole award.</summary>
    /// <param name="voor">The accounting at the proposal.</param>
    /// <param name="versie">As it was then.</param>
    public static IReadOnlyList<DeclaratieProef.Bedragregel>? Van(Verantwoording voor, Voorgesteld voorstel, Regelversie versie)
    {
        var opening = voor.Opening!;
        if (voorstel.Afrekening is not null || voorstel.Vastgesteld >= opening.Verleend)
        {
            return null;
        }
        var deels = voorstel.ZonderVerzoek?.PerActiviteit ?? voorstel.Gedeeltelijk?.PerActiviteit;
        var geheel = Vaststellingsbedrag.Geheel(voorstel.Uitgevoerd, deels);
        var aandelen = Vaststellingsbedrag.Aandelen(opening, geheel);
        if (voorstel.Verlaging is not null && opening.Activiteiten.All(geheel.Contains))
        {
            List<DeclaratieProef.Bedragregel> alles = [new("De verleende subsidie: alles is uitgevoerd", opening.Verleend, Verleend)];
            VoegEindeToe(alles, voorstel, opening.Verleend);
            return alles;
        }
        List<DeclaratieProef.Bedragregel> regels = [];
        var som = 0.00m;
        foreach (var activiteit in opening.Activiteiten.Order(StringComparer.Ordinal))
        {
            var aandeel = aandelen?.GetValueOrDefault(activiteit);
            if (aandeel is { } deel)
            {
                regels.Add(new($"Activiteit {activiteit}: deel van de verleende subsidie", deel, Verleend));
            }
            var telt =
                deels is not null && deels.TryGetValue(activiteit, out var bedrag) ? bedrag
                : geheel.Contains(activiteit) ? aandeel ?? 0.00m
                : 0.00m;
            var (waarom, artikel) = Waarom(voorstel, activiteit, geheel, versie);
            regels.Add(new($"Activiteit {activiteit}: {waarom}", telt, artikel));
            som += telt;
        }
        regels.Add(new("Alles wat meetelt samen", som, Lager));
        VoegEindeToe(regels, voorstel, som);
        return regels;
    }

    private static void VoegEindeToe(List<DeclaratieProef.Bedragregel> regels, Voorgesteld voorstel, decimal som)
    {
        var rest = som;
        if (voorstel.Verlaging is { } verlaging)
        {
            rest = verlaging.Na(som);
            regels.Add(
                new(
                    $"Verlaagd met {Getal.Euro(verlaging.Bedrag)}, omdat {Verlagingsgrond.Omdat(verlaging.Grond)}",
                    rest,
                    Verlagingsgrond.Artikel(verlaging.Grond)
                )
            );
        }
        regels.AddRange(DeclaratieProef.NietLager(voorstel.Vastgesteld, rest));
    }

    private static (string Waarom, string Artikel) Waarom(
        Voorgesteld voorstel,
        string activiteit,
        IReadOnlyList<string> geheel,
        Regelversie versie
    )
    {
        if (voorstel.ZonderVerzoek is not null)
        {
            return ("wat vaststaat", NietVerantwoord);
        }
        if (geheel.Contains(activiteit))
        {
            return ("helemaal uitgevoerd", Verleend);
        }
        if (voorstel.Gedeeltelijk is not { } gedeeltelijk || !gedeeltelijk.PerActiviteit.TryGetValue(activiteit, out var bedrag))
        {
            return ("niet uitgevoerd of niet laten zien", Deeloordeel.Lager);
        }
        if (
            !gedeeltelijk.Aantallen.TryGetValue(activiteit, out var aantal)
            || Vaststellingsberekening.BedragPerStuk(versie, activiteit) is not { } perStuk
        )
        {
            return ("voor een deel uitgevoerd", Deeloordeel.Lager);
        }
        var trajecten = aantal == 1 ? "1 afgerond traject" : $"{aantal} afgeronde trajecten";
        var hoogstens = bedrag < aantal * perStuk ? ", ten hoogste dat deel" : "";
        return ($"{trajecten} van {Getal.Euro(perStuk)}{hoogstens}", Vaststellingsberekening.ArtikelPerStuk(versie));
    }
}
