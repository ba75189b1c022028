using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>What a simulation takes for granted, in plain Dutch.</summary>
internal static class Aannames
{
    private const string Loting = "loting";

    public static IEnumerable<string> Van(Opdracht opdracht, IReadOnlyList<Simulatiezaak> rij, bool vast)
    {
        yield return "Budget gaat op volgorde van het tijdvak. Wat een aanvraag niet krijgt, is voor de volgende.";
        yield return opdracht.Overschrijding switch
        {
            Doorrekening.Overslaan => "Een aanvraag die niet meer past, wordt afgewezen. Daarna is de volgende aan de beurt.",
            Doorrekening.Gedeeltelijk => "De eerste aanvraag die niet meer past, krijgt wat er over is.",
            _ => "Na de eerste aanvraag die niet meer past, krijgt niemand budget.",
        };
        if (rij.Count(z => z is { Beoordeeld: false, Ingetrokken: false }) is > 0 and var open)
        {
            yield return $"{Aanvragen(open)} nog niet beoordeeld. Elk oordeel van een beoordelaar telt daar als gunstig.";
        }
        if (!vast)
        {
            yield return "De volgorde van dit tijdvak staat nog niet vast. Hier telt de volgorde van ontvangst; wie nog moest aanvullen, komt achteraan.";
        }
        else
        {
            if (rij.Count(z => z is { Rang: null, Ingetrokken: false }) is > 0 and var buiten)
            {
                yield return $"{Aanvragen(buiten)} niet gerangschikt. Die doen niet mee.";
            }
            if (opdracht.Volgorde == Loting && Past(rij, opdracht.PlafondVoor, z => z.Voor) && !Past(rij, opdracht.PlafondNa, z => z.Na))
            {
                yield return "Met dit plafond zou er zijn geloot. Hier telt de volgorde die is vastgelegd.";
            }
        }
        if (rij.Count(z => z.Vernietigd) is > 0 and var vernietigd)
        {
            yield return $"Van {vernietigd} {(vernietigd == 1 ? "aanvraag" : "aanvragen")} zijn de gegevens vernietigd. Daar telt wat is vastgelegd.";
        }
        if (opdracht.Wijzigingen.Any(w => w.Sectie == "termijnen"))
        {
            yield return "Een andere termijn verandert hier geen uitkomst.";
        }
    }

    private static string Aanvragen(int aantal) => aantal == 1 ? "1 aanvraag is" : $"{aantal} aanvragen zijn";

    private static bool Past(IReadOnlyList<Simulatiezaak> rij, decimal plafond, Func<Simulatiezaak, Gewogen> wereld) =>
        rij.Where(z => z.Rang is not null).Sum(z => wereld(z).Gevraagd) <= plafond;
}
