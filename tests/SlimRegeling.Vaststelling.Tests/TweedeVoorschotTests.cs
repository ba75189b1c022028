using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>A second advance is signed elsewhere: a settlement is signed when it is certain which one it reckons with.</summary>
public sealed class TweedeVoorschotTests
{
    private static readonly VoorschotToegekendBericht Voorschot = VoortgangTests.Tweede;
    private static readonly TweedeVoorschotGeslotenBericht Gesloten = new(Zaak, Op("2026-09-01T12:00:01"));

    private static readonly Declaratie Declaratie = new(
        [Declaratieverhaal.Factuur("a", 180_000.00m) with { Partij = Kvk }],
        Afwijkingen: [new("C", "De uitvoering was goedkoper.")],
        Verslagen: Declaratieverhaal.VanVerband.Verslagen
    );

    /// <summary>Asked before the last day of the period, with a report on which nothing was decided yet.</summary>
    [Fact]
    public void Zolang_een_tweede_voorschot_kan_volgen_wordt_niet_getekend()
    {
        var voorgesteld = Voorgesteld(Opengesteld(VoortgangTests.Partnerschap).Dan(s => VoortgangTests.Meld(s, "2026-08-03T12:00:00")));
        var weigering = Teken(voorgesteld).Weigering!;
        Assert.Equal(("voorschot-niet-zeker", 409), (weigering.Code, weigering.Status));
        // After the period none can follow.
        Assert.Null(Teken(voorgesteld, "2027-07-04T12:00:00").Weigering);

        var zonder = voorgesteld.Dan(s => BijTweedeVoorschotGesloten.Beslis(s, Gesloten));
        Assert.Null(Teken(zonder).Weigering);
        Assert.Empty(BijTweedeVoorschotGesloten.Beslis(zonder, Gesloten).Gebeurtenissen);
    }

    [Fact]
    public void Een_voorschot_dat_na_het_afsluiten_wordt_gehoord_wordt_afgewacht()
    {
        var stand = Voorgesteld(Opengesteld(VoortgangTests.Partnerschap).Dan(s => VoortgangTests.Meld(s, "2026-08-03T12:00:00")))
            .Dan(s => BijTweedeVoorschotGesloten.Beslis(s, Gesloten with { Besluit = Voorschot.Besluit }));
        Assert.Equal("voorschot-niet-zeker", Teken(stand).Weigering?.Code);

        stand = Voorgesteld(stand.Dan(s => BijVoorschotToegekend.Beslis(s, Voorschot)));

        Assert.Null(Teken(stand).Weigering);
        Assert.Equal(105_750.00m, stand.AlTeBetalen);
    }

    [Fact]
    public void Een_voorschot_op_een_hogere_verlening_telt_pas_als_die_is_gehoord()
    {
        var hoger = Gewijzigd with
        {
            Regelversie = "slim-2025",
            SubsidiabeleKosten = 230_000.00m,
            Bedrag = 300_000.00m,
            Was = 141_000.00m,
            Voorschot = 75_000.00m,
            Activiteiten = ["C"],
            Aandelen = new Dictionary<string, decimal> { ["C"] = 300_000.00m },
            Verantwoording = "aanvraag",
        };
        var eerder = Voorgesteld(
            Opengesteld(VoortgangTests.Partnerschap).Dan(s => BijVoorschotToegekend.Beslis(s, Voorschot with { Bedrag = 150_000.00m }))
        );
        Assert.Equal(35_250.00m, eerder.AlTeBetalen);
        Assert.Equal("voorschot-niet-zeker", Teken(eerder).Weigering?.Code);

        var later = Voorgesteld(eerder.Dan(s => Hoor(s, hoger)));

        Assert.Equal(225_000.00m, later.AlTeBetalen);
        Assert.Null(Teken(later).Weigering);
    }

    /// <summary>The settlement pays what it would; a next one counts that and not the advance.</summary>
    [Fact]
    public void Een_voorschot_dat_een_vaststelling_kruiste_telt_niet_nog_eens()
    {
        var vastgesteld = Voorgesteld(Opengesteld(VoortgangTests.Partnerschap))
            .Dan(s => Teken(s))
            .Dan(s => Onderteken(s, Tweede, "2026-09-11T12:00:00"));
        Assert.NotNull(vastgesteld.Vaststelling);
        Assert.Same(Beslissing.Geen, BijVoorschotToegekend.Beslis(vastgesteld, Voorschot));
    }

    private static Beslissing Teken(Verantwoording stand, string op = "2026-09-10T12:00:00") => Onderteken(stand, Eerste, op);

    private static Verantwoording Voorgesteld(Verantwoording stand) =>
        Ingediend(stand).Dan(s => Declaratieverhaal.Oordeel(s, Declaratieverhaal.AllesGoed(Declaratie), Declaratie, "2026-09-03T12:00:00"));

    private static Verantwoording Ingediend(Verantwoording stand) =>
        stand.Declaratie is null
            ? stand.Dan(s => Declaratieverhaal.DienIn(s, Declaratie, "2026-09-01T12:00:00", allesGedaan: true))
            : stand;
}
