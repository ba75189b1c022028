using NodaTime;
using SlimRegeling.Berichten.Verlening;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>Who takes over the part of a party has its aid from the day of that decision; who leaves has had none.</summary>
public sealed class SteunBijWijzigingTests
{
    private const string Nieuw = "90003003";

    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 141000.00m, "2026-06-22") with
    {
        Partijen = new Dictionary<string, decimal>
        {
            ["90003001"] = 91650.00m,
            [Nieuw] = 28200.00m,
            [Kvk] = 21150.00m,
        },
    };

    [Fact]
    public void Wie_uittreedt_heeft_geen_steun_meer_en_wie_overneemt_op_de_dag_van_het_besluit()
    {
        Assert.Empty(Na([Eerst, Aangepast()]).Steun);
        Assert.Equal(
            [(28200.00m, new LocalDate(2026, 6, 22)), (21150.00m, new LocalDate(2027, 3, 12))],
            Na([Eerst, Aangepast()], Nieuw).Steun.Select(p => (p.Bedrag, p.VerleendOp))
        );
    }

    [Fact]
    public void In_elke_volgorde_is_de_stand_dezelfde()
    {
        Assert.Equal(Beeld(Na([Eerst, Aangepast()], Nieuw)), Beeld(Na([Aangepast(), Eerst], Nieuw)));
        Assert.Equal(Beeld(Na([Eerst, Aangepast()])), Beeld(Na([Aangepast(), Eerst, Aangepast()])));
    }

    [Fact]
    public void Een_wijziging_zonder_andere_verdeling_verandert_geen_steun() =>
        Assert.Equal(Beeld(Na([Eerst])), Beeld(Na([Eerst, Aangepast() with { Partijen = Aangepast().PartijenWas }])));

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
            new Dictionary<string, decimal> { ["90003001"] = 91650.00m, [Nieuw] = 49350.00m },
            new Dictionary<string, decimal>
            {
                ["90003001"] = 91650.00m,
                [Nieuw] = 28200.00m,
                [Kvk] = 21150.00m,
            }
        );
}
