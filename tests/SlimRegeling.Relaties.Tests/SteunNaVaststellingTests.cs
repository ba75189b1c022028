using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>What was settled lower than was awarded is aid no longer, from the settlement on.</summary>
public sealed class SteunNaVaststellingTests
{
    private static readonly LocalDate VerleendOp = new(2026, 6, 22);
    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");

    [Fact]
    public void Lager_vastgesteld_telt_minder_mee_vanaf_de_dag_van_de_verlening_en_eenmaal()
    {
        var stand = Na(Voorbeelden.Hoor(Ingeschreven(), Eerst));
        Assert.Equal([11040.00m, -3040.00m], stand.Steun.Select(p => p.Bedrag));
        Assert.All(stand.Steun, p => Assert.Equal(VerleendOp, p.VerleendOp));
        Assert.Equal(292000.00m, stand.Steun[^1].RuimteNa);
        Assert.Same(Beslissing.Geen, Beslis(stand));
    }

    [Fact]
    public void In_elke_volgorde_is_de_stand_dezelfde() =>
        Assert.Equal(Beeld(Na(Voorbeelden.Hoor(Ingeschreven(), Eerst))), Beeld(Voorbeelden.Hoor(Na(Ingeschreven()), Eerst)));

    /// <summary>Awarded 11,040.00, settled 8,000.00, of which a withdrawal leaves 4,000.00.</summary>
    [Fact]
    public void Van_wat_lager_is_vastgesteld_neemt_een_intrekking_alleen_wat_er_nog_was()
    {
        var ingetrokken = new VerleningIngetrokkenBericht(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            Eerst.KvkNummer,
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-I1",
            $"{Eerst.Zaaknummer}-S1",
            "vaststelling",
            new LocalDate(2028, 9, 22),
            "verlening-onjuist",
            4000.00m,
            11040.00m,
            4000.00m,
            8000.00m,
            4000.00m,
            VerleendOp,
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Eerst.Op.Plus(Duration.FromDays(800)),
            VastgesteldWas: 8000.00m
        );
        Assert.Equal([KeyValuePair.Create(Eerst.KvkNummer, 4000.00m)], BijVerleningIngetrokken.Delen(ingetrokken));
    }

    private static Onderneming Na(Onderneming stand) => Volg(stand, Beslis(stand));

    private static Beslissing Beslis(Onderneming stand) =>
        BijSubsidieVastgesteld.Beslis(
            stand,
            new SubsidieVastgesteldBericht(
                Eerst.Zaaknummer,
                Eerst.Tijdvak,
                Eerst.KvkNummer,
                Eerst.Regelversie,
                $"{Eerst.Zaaknummer}-S1",
                new LocalDate(2027, 9, 1),
                11040.00m,
                8000.00m,
                5520.00m,
                2480.00m,
                ["bo", "mo", "mo-2"],
                Eerst.Op.Plus(Duration.FromDays(430))
            ),
            -3040.00m,
            VerleendOp,
            Regelstanden.Ongewijzigd
        );
}
