using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>What the minister withdrew of an award is aid no longer, from the day of the award.</summary>
public sealed class SteunNaIntrekkingTests
{
    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");

    [Fact]
    public void Wat_is_ingetrokken_telt_niet_meer_mee_en_eenmaal()
    {
        var stand = Hoor(Hoor(Ingeschreven(), Eerst), Ingetrokken(4000.00m));
        Assert.Equal([11040.00m, -7040.00m], stand.Steun.Select(p => p.Bedrag));
        Assert.All(stand.Steun, p => Assert.Equal(new LocalDate(2026, 6, 22), p.VerleendOp));
        Assert.Equal(296000.00m, stand.Steun[^1].RuimteNa);
        Assert.Same(Beslissing.Geen, Beslis(stand, Ingetrokken(4000.00m)));
    }

    [Fact]
    public void In_elke_volgorde_is_de_stand_dezelfde() =>
        Assert.Equal(
            Beeld(Hoor(Hoor(Ingeschreven(), Eerst), Ingetrokken(0.00m))),
            Beeld(Hoor(Hoor(Ingeschreven(), Ingetrokken(0.00m)), Eerst))
        );

    [Fact]
    public void In_een_samenwerkingsverband_heeft_elke_partij_zoveel_minder_als_zij_verloor()
    {
        var bericht = Ingetrokken(6040.00m) with
        {
            Partijen = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 0.00m },
            PartijenWas = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 5000.00m },
        };
        Assert.Equal([KeyValuePair.Create("87654321", 5000.00m)], BijVerleningIngetrokken.Delen(bericht));
    }

    [Fact]
    public void Wat_is_herroepen_telt_weer_mee_vanaf_de_dag_van_de_verlening()
    {
        var herroepen = Herroepen();
        var voor = Hoor(Hoor(Ingeschreven(), Eerst), Ingetrokken(4000.00m));
        var erbij = BijVerleningGewijzigd.Delen(herroepen).Single().Value;
        var na = Volg(voor, BijVerleningGewijzigd.Beslis(voor, herroepen, erbij, Regelstanden.Ongewijzigd));
        Assert.Equal([-7040.00m, 7040.00m, 11040.00m], na.Steun.Select(p => p.Bedrag).Order());
        Assert.All(na.Steun, p => Assert.Equal(new LocalDate(2026, 6, 22), p.VerleendOp));
    }

    /// <summary>Awarded 11,040.00, settled 8,000.00, of which a withdrawal left 4,000.00.</summary>
    [Fact]
    public void Van_wat_lager_was_vastgesteld_komt_niet_meer_terug_dan_eraf_ging()
    {
        var (ingetrokken, herroepen) = (Ingetrokken(4000.00m) with { VastgesteldWas = 8000.00m }, NaVaststelling());
        Assert.Equal(BijVerleningIngetrokken.Delen(ingetrokken), BijVerleningGewijzigd.Delen(herroepen));
        Assert.Equal([KeyValuePair.Create(Kvk, 4000.00m)], BijVerleningGewijzigd.Delen(herroepen));
    }

    [Fact]
    public void Elke_partij_krijgt_terug_wat_van_haar_deel_van_de_vaststelling_af_ging()
    {
        var was = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 5000.00m };
        var wordt = new Dictionary<string, decimal> { [Kvk] = 4000.00m, ["87654321"] = 0.00m };
        var ingetrokken = Ingetrokken(4000.00m) with { VastgesteldWas = 8000.00m, PartijenWas = was, Partijen = wordt };
        var herroepen = NaVaststelling() with { PartijenWas = wordt, Partijen = was };
        Assert.Equal(BijVerleningIngetrokken.Delen(ingetrokken), BijVerleningGewijzigd.Delen(herroepen));
        Assert.Equal(4000.00m, BijVerleningGewijzigd.Delen(herroepen).Sum(d => d.Value));
    }

    private static VerleningGewijzigdBericht NaVaststelling() => Herroepen() with { SteunWas = 4000.00m, Steun = 8000.00m };

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
            VerleendOp: Eerst.Besluitdatum
        );

    private static Onderneming Hoor(Onderneming? stand, SubsidieVerleendBericht bericht) => Voorbeelden.Hoor(stand, bericht);

    private static Onderneming Hoor(Onderneming stand, VerleningIngetrokkenBericht bericht) => Volg(stand, Beslis(stand, bericht));

    private static Beslissing Beslis(Onderneming stand, VerleningIngetrokkenBericht bericht) =>
        BijVerleningIngetrokken.Beslis(stand, bericht, BijVerleningIngetrokken.Delen(bericht).Single().Value, Regelstanden.Ongewijzigd);

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
            Eerst.Op.Plus(Duration.FromDays(90))
        );
}
