using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Tijdvakken;

/// <summary>Which messages follow from which event.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            TijdvakVastgesteld e =>
            [
                new TijdvakGewijzigdBericht(
                    stroom,
                    e.Aanvragertype,
                    e.Opent,
                    e.Sluit,
                    e.Plafond,
                    e.Volgorde == Volgorde.Loting ? "loting" : "binnenkomst",
                    e.Regelversie,
                    e.Op
                ),
            ],
            Gerangschikt e => e.Zaaknummers.Select(
                (zaaknummer, index) => new AanvraagGerangschiktBericht(zaaknummer, stroom, index + 1, index < e.BinnenPlafond, e.Op)
            ),
            BudgetGereserveerd e => [new BudgetGereserveerdBericht(stroom, e.Tijdvak, e.Bedrag, e.Op)],
            _ => [],
        };
}
