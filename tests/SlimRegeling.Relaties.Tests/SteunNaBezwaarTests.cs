using NodaTime;
using SlimRegeling.Berichten.Verlening;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>What a decision on objection adds to an award is aid of the day of that decision.</summary>
public sealed class SteunNaBezwaarTests
{
    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22") with { Versie = 4 };

    [Fact]
    public void Wat_erbij_komt_telt_op_de_dag_van_de_beslissing_op_bezwaar_en_eenmaal()
    {
        var stand = Na([Eerst, Gewijzigd()]);
        Assert.Equal(
            [(11040.00m, new LocalDate(2026, 6, 22), 288960.00m), (960.00m, new LocalDate(2026, 10, 5), 288000.00m)],
            stand.Steun.Select(p => (p.Bedrag, p.VerleendOp, p.RuimteNa))
        );
        Assert.Equal(Beeld(stand), Beeld(Na([Eerst, Gewijzigd(), Gewijzigd(), Eerst])));
    }

    [Fact]
    public void In_elke_volgorde_is_de_stand_dezelfde() => Assert.Equal(Beeld(Na([Eerst, Gewijzigd()])), Beeld(Na([Gewijzigd(), Eerst])));

    /// <summary>As it was said before it told what the award was, of which day and with which version.</summary>
    [Fact]
    public void Ook_wat_eerder_is_gezegd_geeft_in_elke_volgorde_dezelfde_stand()
    {
        var (eerst, gewijzigd) = (Eerst with { Versie = null }, Gewijzigd() with { VerleendOp = null, Versie = null });
        Assert.Equal([11040.00m, 960.00m], Na([eerst, gewijzigd]).Steun.Select(p => p.Bedrag));
        Assert.Equal(Beeld(Na([eerst, gewijzigd])), Beeld(Na([gewijzigd, eerst])));
    }

    [Fact]
    public void In_een_samenwerkingsverband_heeft_alleen_wie_meer_kreeg_steun_erbij()
    {
        var verdeeld = Eerst with
        {
            Partijen = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 5000.00m },
        };
        var bericht = Gewijzigd() with
        {
            Partijen = new Dictionary<string, decimal> { [Kvk] = 7000.00m, ["87654321"] = 5000.00m },
            PartijenWas = verdeeld.Partijen,
        };
        Assert.Equal([6040.00m, 960.00m], Na([verdeeld, bericht]).Steun.Select(p => p.Bedrag));
        Assert.Equal([5000.00m], Na([verdeeld, bericht], "87654321").Steun.Select(p => p.Bedrag));
    }

    private static VerleningGewijzigdBericht Gewijzigd() =>
        new(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            Eerst.KvkNummer,
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-BZ1",
            $"{Eerst.Zaaknummer}-BZ1-1",
            Eerst.Besluit,
            new LocalDate(2026, 10, 5),
            20000.00m,
            12000.00m,
            11040.00m,
            6000.00m,
            ["A", "C"],
            ["c", "d"],
            Eerst.Op + Duration.FromDays(105),
            VerleendOp: Eerst.Besluitdatum,
            Versie: 9
        );
}
