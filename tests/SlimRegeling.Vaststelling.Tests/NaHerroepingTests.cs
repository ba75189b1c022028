using SlimRegeling.Berichten.Verlening;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>What was withdrawn and given back on objection is accounted for again; a settlement stands again, or is taken anew.</summary>
public sealed class NaHerroepingTests
{
    private const string Intrekking = Zaak + "-I1";
    private const string Besluit = Zaak + "-BZ2-1";

    [Fact]
    public void Verantwoord_wordt_wat_is_teruggegeven_in_elke_volgorde()
    {
        Assert.All(
            Volgordes<object>([Verleend, Ingetrokken(4000.00m), Herroepen(null)]),
            volgorde =>
            {
                var stand = Na(volgorde)!;
                Assert.Equal((11040.00m, 5520.00m), (stand.Opening!.Verleend, stand.Opening.Voorschot));
                Assert.Null(stand.Rest);
                Assert.Empty(Hoor(stand, Herroepen(null)).Gebeurtenissen);
            }
        );
        Assert.All(
            Volgordes<object>([Verleend, Ingetrokken(0.00m), Herroepen(5000.00m)]),
            volgorde =>
            {
                var stand = Na(volgorde)!;
                Assert.Equal((5000.00m, 5000.00m), (stand.Opening!.Verleend, stand.Opening.Voorschot));
                Assert.Equal(Fase.Opengesteld, stand.Fase);
                Assert.Equal(Intrekking, stand.Laatste?.Besluit);
            }
        );
    }

    [Fact]
    public void Een_vaststelling_van_voor_de_intrekking_staat_weer_zover_die_is_herroepen()
    {
        var stand = Getekend(Voorgesteld());
        var eerste = stand.Vaststelling!;
        var ingetrokken = stand.Dan(s => Hoor(s, Ingetrokken(4000.00m)));

        var geheel = ingetrokken.Dan(s => Hoor(s, Herroepen(null)));
        Assert.Equal(eerste, geheel.Vaststelling);
        Assert.Empty(geheel.Vervangen);
        Assert.Null(geheel.Heropening);
        Assert.Equal(Fase.Vastgesteld, geheel.Fase);

        var deels = ingetrokken.Dan(s => Hoor(s, Herroepen(6000.00m)));
        Assert.Equal(
            (Intrekking, 6000.00m, eerste.Besluit),
            (deels.Vaststelling!.Besluit, deels.Vaststelling.Bedrag, deels.Vaststelling.Vervangt)
        );
        Assert.Equal([eerste], deels.Vervangen);
        Assert.Null(deels.Heropening);

        // That it was revoked is heard first.
        Assert.Equal(eerste, stand.Dan(s => Hoor(s, Herroepen(null))).Dan(s => Hoor(s, Ingetrokken(4000.00m))).Vaststelling);
    }

    [Fact]
    public void Wat_op_minder_was_vastgesteld_wordt_opnieuw_vastgesteld()
    {
        var stand = Getekend(
            Na(Verleend, Plan, Methode, Ingetrokken(4000.00m))!.Dan(s => Trek(s)).Dan(s => GeefBewijs(s)).Dan(s => Beoordeel(s, ["A", "C"]))
        );
        Assert.Equal((4000.00m, Intrekking), (stand.Vaststelling!.Verleend, stand.Vaststelling.Intrekking));

        var heropend = stand.Dan(s => Hoor(s, Herroepen(null)));

        Assert.Equal((stand.Vaststelling.Besluit, Besluit), (heropend.Heropening!.Vervangt, heropend.Heropening.Besluit));
        Assert.Equal(11040.00m, heropend.Opening!.Verleend);
        Assert.Equal(5520.00m + Math.Max(0, stand.Vaststelling.NogTeBetalen), heropend.AlTeBetalen);
    }

    private static Verantwoording Getekend(Verantwoording stand) => stand.Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede));

    private static VerleningGewijzigdBericht Herroepen(decimal? blijft) =>
        Gewijzigd with
        {
            Bezwaar = Zaak + "-BZ2",
            Besluit = Besluit,
            SubsidiabeleKosten = Verleend.SubsidiabeleKosten,
            Bedrag = blijft ?? Verleend.Bedrag,
            Was = 4000.00m,
            Voorschot = Math.Min(blijft ?? Verleend.Bedrag, Verleend.Voorschot),
            Activiteiten = Verleend.Activiteiten,
            Aandelen = Verleend.Aandelen,
            Op = Op("2026-12-01T10:00:00"),
            Intrekking = Intrekking,
            Blijft = blijft,
        };

    private static VerleningIngetrokkenBericht Ingetrokken(decimal bedrag) =>
        new(
            Zaak,
            Verleend.Tijdvak,
            Kvk,
            Verleend.Regelversie,
            Intrekking,
            Verleend.Besluit,
            "verlening",
            Dag("2026-09-22"),
            "verlening-onjuist",
            bedrag,
            Verleend.Bedrag,
            Math.Min(bedrag, Verleend.Voorschot),
            0.00m,
            0.00m,
            Verleend.Besluitdatum,
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Op("2026-09-22T10:00:00")
        );
}
