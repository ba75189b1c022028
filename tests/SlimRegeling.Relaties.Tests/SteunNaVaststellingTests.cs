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
        var stand = Na([Eerst, Vastgesteld]);
        Assert.Equal([(8000.00m, VerleendOp, 292000.00m)], stand.Steun.Select(p => (p.Bedrag, p.VerleendOp, p.RuimteNa)));
        Assert.Equal(Beeld(stand), Beeld(Na([Eerst, Vastgesteld, Vastgesteld])));
        Assert.Equal(Beeld(stand), Beeld(Na([Vastgesteld, Eerst])));
    }

    [Fact]
    public void Wat_in_de_plaats_van_een_vaststelling_komt_telt_in_elke_volgorde()
    {
        var hersteld = Vastgesteld with { Besluit = $"{Eerst.Zaaknummer}-S2", Vastgesteld = 9000.00m, Versie = 5, Herstel = true };
        Assert.All(
            Volgordes<object>([Eerst, Vastgesteld, hersteld]),
            volgorde => Assert.Equal([9000.00m], Na(volgorde).Steun.Select(p => p.Bedrag))
        );
    }

    /// <summary>Each that is left of the award takes part in what the settlement took, in proportion; the last cents are of the hoofdaanvrager.</summary>
    [Fact]
    public void In_een_samenwerkingsverband_draagt_elke_partij_naar_haar_deel()
    {
        object[] berichten =
        [
            Eerst with
            {
                Partijen = new Dictionary<string, decimal>
                {
                    [Kvk] = 3680.00m,
                    ["87654321"] = 3680.00m,
                    ["87654320"] = 3680.00m,
                },
            },
            Vastgesteld,
        ];
        Assert.Equal(2666.66m, Na(berichten).Steun.Single().Bedrag);
        Assert.Equal(2666.67m, Na(berichten, "87654321").Steun.Single().Bedrag);
        Assert.Equal(2666.67m, Na(berichten, "87654320").Steun.Single().Bedrag);
    }

    /// <summary>As it was entered before it was kept what was said of a case.</summary>
    [Fact]
    public void Bij_steun_van_voor_deze_regel_zegt_de_vaststelling_zelf_wat_zij_verandert_en_eenmaal()
    {
        var vanEerder = Volg(
            Ingeschreven(),
            new SteunGeregistreerd(Eerst.Zaaknummer, 11040.00m, VerleendOp, Eerst.Regelversie, 288960.00m, Eerst.Op)
        );
        var stand = Volg(vanEerder, Eerder(vanEerder));
        Assert.Equal([11040.00m, -3040.00m], stand.Steun.Select(p => p.Bedrag));
        Assert.Equal(292000.00m, stand.Steun[^1].RuimteNa);
        Assert.Same(Beslissing.Geen, Eerder(stand));
        Assert.Same(Beslissing.Geen, Eerder(Ingeschreven()));
    }

    private static Beslissing Eerder(Onderneming stand) =>
        BijSubsidieVastgesteld.BijEerdere(stand, Vastgesteld, -3040.00m, VerleendOp, Regelstanden.Ongewijzigd);

    private static SubsidieVastgesteldBericht Vastgesteld { get; } =
        new(
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
            Eerst.Op.Plus(Duration.FromDays(430)),
            Versie: 3
        );
}
