using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Tijdvakken.Regelversies;

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
                    e.Op,
                    e.RegistratieVanaf
                ),
            ],
            Gerangschikt e => e.Zaaknummers.Select(
                (zaaknummer, index) => new AanvraagGerangschiktBericht(zaaknummer, stroom, index + 1, index < e.BinnenPlafond, e.Op)
            ),
            BudgetGereserveerd e => [new BudgetGereserveerdBericht(stroom, e.Tijdvak, e.Bedrag, e.Op)],
            ParameterBevestigd e =>
            [
                new ParameterGewijzigdBericht(
                    e.Regelversie,
                    e.Volgnummer,
                    e.Sectie,
                    e.Code,
                    null,
                    e.Bron,
                    e.Toelichting,
                    e.GeldtVanaf,
                    e.Op
                ),
            ],
            ParameterGewijzigd e =>
            [
                new ParameterGewijzigdBericht(
                    e.Regelversie,
                    e.Volgnummer,
                    e.Sectie,
                    e.Code,
                    e.Waarde,
                    e.Bron,
                    e.Toelichting,
                    e.GeldtVanaf,
                    e.Op
                ),
            ],
            _ => [],
        };
}
