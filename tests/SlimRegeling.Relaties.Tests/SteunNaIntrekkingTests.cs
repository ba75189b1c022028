using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>What the minister withdrew of an award is aid no longer, from the day of the award.</summary>
public sealed class SteunNaIntrekkingTests
{
    private static readonly LocalDate VerleendOp = new(2026, 6, 22);
    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22") with { Versie = 4 };
    private static readonly Dictionary<string, decimal> Verdeeld = new() { [Kvk] = 6040.00m, ["87654321"] = 5000.00m };

    [Fact]
    public void Wat_is_ingetrokken_telt_niet_meer_mee_en_eenmaal()
    {
        var stand = Na([Eerst, Ingetrokken(4000.00m)]);
        Assert.Equal([(4000.00m, VerleendOp, 296000.00m)], stand.Steun.Select(p => (p.Bedrag, p.VerleendOp, p.RuimteNa)));
        Assert.Equal(Beeld(stand), Beeld(Na([Eerst, Ingetrokken(4000.00m), Ingetrokken(4000.00m), Eerst])));
    }

    [Fact]
    public void In_elke_volgorde_is_de_stand_dezelfde()
    {
        Assert.Equal(Beeld(Na([Eerst, Ingetrokken(4000.00m)])), Beeld(Na([Ingetrokken(4000.00m), Eerst])));
        Assert.Empty(Na([Ingetrokken(0.00m), Eerst]).Steun);
    }

    [Fact]
    public void In_een_samenwerkingsverband_heeft_elke_partij_zoveel_minder_als_zij_verloor()
    {
        object[] berichten =
        [
            Eerst with
            {
                Partijen = Verdeeld,
            },
            Ingetrokken(6040.00m) with
            {
                Partijen = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 0.00m },
                PartijenWas = Verdeeld,
            },
        ];
        Assert.Equal([6040.00m], Na(berichten).Steun.Select(p => p.Bedrag));
        Assert.Empty(Na(berichten, "87654321").Steun);
    }

    [Fact]
    public void Wat_is_herroepen_telt_weer_mee_vanaf_de_dag_van_de_verlening()
    {
        var stand = Na([Eerst, Ingetrokken(4000.00m), Herroepen()]);
        Assert.Equal(Beeld(Na([Eerst])), Beeld(stand));
        Assert.Equal([11040.00m], Na([Herroepen(), Ingetrokken(4000.00m), Eerst]).Steun.Select(p => p.Bedrag));
    }

    /// <summary>Awarded 11,040.00, settled 8,000.00, of which a withdrawal left 4,000.00.</summary>
    [Fact]
    public void Van_wat_lager_was_vastgesteld_komt_niet_meer_terug_dan_eraf_ging()
    {
        var ingetrokken = Ingetrokken(4000.00m) with { VastgesteldWas = 8000.00m };
        Assert.Equal([4000.00m], Na([Eerst, Vastgesteld(11040.00m, 8000.00m), ingetrokken]).Steun.Select(p => p.Bedrag));
        Assert.All(
            Volgordes<object>([Eerst, Vastgesteld(11040.00m, 8000.00m), ingetrokken, Herroepen()]),
            volgorde => Assert.Equal([(8000.00m, VerleendOp)], Na(volgorde).Steun.Select(p => (p.Bedrag, p.VerleendOp)))
        );
    }

    /// <summary>The settlement was signed on the whole award when the withdrawal was signed on an award that was not settled.</summary>
    [Fact]
    public void Een_intrekking_die_een_vaststelling_kruist_neemt_niet_tweemaal()
    {
        object[] berichten = [Eerst, Vastgesteld(11040.00m, 8000.00m), Ingetrokken(4000.00m)];
        Assert.All(Volgordes(berichten), volgorde => Assert.Equal([4000.00m], Na(volgorde).Steun.Select(p => p.Bedrag)));
        Assert.All(
            Volgordes<object>([.. berichten, Herroepen()]),
            volgorde => Assert.Equal([8000.00m], Na(volgorde).Steun.Select(p => p.Bedrag))
        );
    }

    /// <summary>Until it is settled anew, what the award is more than that settlement reckoned with is aid.</summary>
    [Fact]
    public void Na_een_vaststelling_op_wat_was_ingetrokken_telt_bij_herroepen_mee_wat_terugkwam()
    {
        object[] berichten = [Eerst, Ingetrokken(4000.00m), Vastgesteld(4000.00m, 3500.00m), Herroepen()];
        Assert.All(Volgordes(berichten), volgorde => Assert.Equal([10540.00m], Na(volgorde).Steun.Select(p => p.Bedrag)));
        var anders = Vastgesteld(11040.00m, 9000.00m) with { Besluit = $"{Eerst.Zaaknummer}-S2", Versie = 12 };
        Assert.Equal([9000.00m], Na([anders, .. berichten]).Steun.Select(p => p.Bedrag));
    }

    [Fact]
    public void Elke_partij_krijgt_terug_wat_van_haar_deel_van_de_vaststelling_af_ging()
    {
        var wordt = new Dictionary<string, decimal> { [Kvk] = 4000.00m, ["87654321"] = 0.00m };
        object[] berichten =
        [
            Eerst with
            {
                Partijen = Verdeeld,
            },
            Vastgesteld(11040.00m, 8000.00m),
            Ingetrokken(4000.00m) with
            {
                VastgesteldWas = 8000.00m,
                PartijenWas = Verdeeld,
                Partijen = wordt,
            },
        ];
        Assert.Equal([4000.00m], Na(berichten).Steun.Select(p => p.Bedrag));
        Assert.Empty(Na(berichten, "87654321").Steun);
        object[] terug = [.. berichten, Herroepen() with { PartijenWas = wordt, Partijen = Verdeeld }];
        Assert.Equal([4376.81m], Na(terug).Steun.Select(p => p.Bedrag));
        Assert.Equal([3623.19m], Na(terug, "87654321").Steun.Select(p => p.Bedrag));
    }

    private static VerleningGewijzigdBericht Herroepen() =>
        new(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            Eerst.KvkNummer,
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-BZ1",
            $"{Eerst.Zaaknummer}-BZ1-1",
            Eerst.Besluit,
            new LocalDate(2026, 12, 1),
            18400.00m,
            11040.00m,
            4000.00m,
            5520.00m,
            [],
            ["bo-3", "mo-3"],
            Eerst.Op.Plus(Duration.FromDays(160)),
            Intrekking: $"{Eerst.Zaaknummer}-I1",
            VerleendOp: Eerst.Besluitdatum,
            Versie: 9
        );

    private static SubsidieVastgesteldBericht Vastgesteld(decimal verleend, decimal vastgesteld) =>
        new(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            Eerst.KvkNummer,
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-S1",
            new LocalDate(2027, 9, 1),
            verleend,
            vastgesteld,
            2000.00m,
            vastgesteld - 2000.00m,
            ["bo", "mo", "mo-2"],
            Eerst.Op.Plus(Duration.FromDays(430)),
            Versie: 7
        );

    private static VerleningIngetrokkenBericht Ingetrokken(decimal bedrag) =>
        new(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            Eerst.KvkNummer,
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-I1",
            Eerst.Besluit,
            "verlening",
            new LocalDate(2026, 9, 22),
            "verlening-onjuist",
            bedrag,
            11040.00m,
            bedrag,
            0.00m,
            0.00m,
            Eerst.Besluitdatum,
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Eerst.Op.Plus(Duration.FromDays(90)),
            Versie: 6
        );
}
