using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>Who takes over the part of a party has its aid from the day of that decision; who leaves has had none.</summary>
public sealed class SteunBijWijzigingTests
{
    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 21150.00m, "2026-06-22");

    [Fact]
    public void Wie_uittreedt_heeft_geen_steun_meer_en_wie_overneemt_op_de_dag_van_het_besluit()
    {
        var delen = BijVerleningAangepast.Delen(Aangepast()).OrderBy(d => d.Key).ToList();
        Assert.Equal([KeyValuePair.Create(Kvk, -21150.00m), KeyValuePair.Create("90003003", 21150.00m)], delen);

        var uit = Volg(Hoor(Ingeschreven(), Eerst), Beslis(Hoor(Ingeschreven(), Eerst), delen[0].Value));
        Assert.Equal(
            [(21150.00m, new LocalDate(2026, 6, 22)), (-21150.00m, new LocalDate(2026, 6, 22))],
            uit.Steun.Select(p => (p.Bedrag, p.VerleendOp))
        );
        Assert.Equal(300000.00m, uit.Steun[^1].RuimteNa);
        var erbij = Volg(Ingeschreven(), Beslis(Ingeschreven(), delen[1].Value));
        Assert.Equal((21150.00m, new LocalDate(2027, 3, 12)), (erbij.Steun[0].Bedrag, erbij.Steun[0].VerleendOp));
    }

    [Fact]
    public void Een_wijziging_zonder_andere_verdeling_verandert_geen_steun() =>
        Assert.Empty(BijVerleningAangepast.Delen(Aangepast() with { Partijen = Aangepast().PartijenWas }));

    private static Platform.Stromen.Beslissing Beslis(Onderneming stand, decimal verschil) =>
        BijVerleningAangepast.Beslis(stand, Aangepast(), verschil, Regelstanden.Ongewijzigd);

    private static VerleningAangepastBericht Aangepast() =>
        new(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            "90003001",
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-W1",
            Eerst.Besluit,
            new LocalDate(2027, 3, 12),
            Eerst.Besluitdatum,
            "partij-treedt-uit",
            2,
            141000.00m,
            35250.00m,
            "aanvraag",
            Eerst.PeriodeVan,
            Eerst.PeriodeTot,
            Eerst.PeriodeTot,
            ["C"],
            ["bo", "mo"],
            Eerst.Op + Duration.FromDays(263),
            new Dictionary<string, decimal> { ["90003001"] = 91650.00m, ["90003003"] = 49350.00m },
            new Dictionary<string, decimal>
            {
                ["90003001"] = 91650.00m,
                ["90003003"] = 28200.00m,
                [Kvk] = 21150.00m,
            }
        );
}
