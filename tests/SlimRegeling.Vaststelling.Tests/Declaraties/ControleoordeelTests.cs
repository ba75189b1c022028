using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>The fixed amount of an auditor's report is paid when an assessor accepted the report, and not by itself.</summary>
public sealed class ControleoordeelTests
{
    private const string Reden = "De accountant onthield zich van een oordeel.";

    private static readonly DeclaratieBeoordelen.Verzoek Goed = AllesGoed(VanVerband);

    [Fact]
    public void Zonder_oordeel_over_de_controleverklaring_wordt_er_niets_voorgesteld()
    {
        Assert.Equal([("controleverklaring", "2.14, eerste lid, onderdeel d")], Fouten(Goed with { Controleverklaring = null }));
        Assert.Equal(["controleverklaring.uitkomst"], Velden(new("gewijzigd")));
        Assert.Equal(["controleverklaring.reden"], Velden(new("afgewezen", " ")));
        Assert.Equal(["controleverklaring.artikel"], Velden(new("afgewezen", Reden, Artikel: "x")));
        Assert.Equal(["controleverklaring.code"], Velden(new("afgewezen", Reden, "btw")));
        Assert.Empty(Velden(new("afgewezen", Reden)));

        static IEnumerable<string> Velden(Controleoordeel oordeel) =>
            Fouten(Goed with { Controleverklaring = oordeel }).Select(f => f.Veld);
    }

    [Fact]
    public void Waar_geen_controleverklaring_hoort_valt_er_niets_over_te_oordelen() =>
        Assert.Equal(
            "controleverklaring",
            Assert.Single(Oordeel(Ingediend(), Oordelen with { Controleverklaring = new("aanvaard") }).Weigering!.Fouten).Veld
        );

    [Fact]
    public void Afgewezen_telt_het_vaste_bedrag_niet_mee_en_de_ontvanger_leest_waarom()
    {
        object? bewaard = null;
        var ingediend = Ingediend(Verband, VanVerband);
        var afgewezen = ingediend.Dan(s =>
            DeclaratieBeoordelen.Beslis(
                Zaak,
                s,
                VanVerband,
                Goed with
                {
                    Controleverklaring = new("afgewezen", Reden),
                },
                inhoud =>
                {
                    bewaard = inhoud;
                    return Bewaar(inhoud);
                },
                Beoordelaar,
                Regelstanden.Ongewijzigd,
                Op("2025-08-01T10:00:00")
            )
        );
        var aanvaard = ingediend.Dan(s => Oordeel(s, Goed, VanVerband));

        Assert.Equal((103_050.00m, 100_050.00m), (aanvaard.Voorstel!.Vastgesteld, afgewezen.Voorstel!.Vastgesteld));
        Assert.Equal((true, false), (aanvaard.Voorstel.Afrekening!.Controleverklaring, afgewezen.Voorstel.Afrekening!.Controleverklaring));
        var versie = Regelboek.Versie("slim-2025");
        Assert.Equal(
            [new Onderbouwen.Correctie("controleverklaring", 3_000.00m, 0m, Reden, "2.14, eerste lid, onderdeel d")],
            Onderbouwen.Correcties(VanVerband, Assert.IsType<Declaratiebeoordeling>(bewaard), versie)
        );
    }

    [Fact]
    public void In_de_proef_telt_het_mee_tot_het_is_afgewezen()
    {
        Assert.Equal((true, 103_050.00m), Proef(Goed with { Controleverklaring = null }));
        Assert.Equal((true, 100_050.00m), Proef(Goed with { Controleverklaring = new("afgewezen", Reden) }));

        static (bool, decimal) Proef(DeclaratieBeoordelen.Verzoek verzoek)
        {
            var op = Op("2025-08-01T10:00:00");
            var beeld = DeclaratieProef.Reken(Ingediend(Verband, VanVerband), VanVerband, verzoek, Regelboek.Versie("slim-2025"), op)!;
            return (beeld.VraagtControle, beeld.Vastgesteld);
        }
    }

    /// <summary>It is computed again as it was decided.</summary>
    [Fact]
    public void Een_voorstel_van_voor_het_oordeel_blijft_zoals_het_was()
    {
        var toen = Ingediend(Verband, VanVerband)
            .Dan(s =>
                DeclaratieBeoordelen.Beslis(
                    Zaak,
                    s,
                    VanVerband,
                    Goed with
                    {
                        Controleverklaring = null,
                    },
                    Bewaar,
                    Beoordelaar,
                    Regelstanden.Ongewijzigd,
                    Op("2025-08-01T10:00:00"),
                    zonderControle: true
                )
            );

        Assert.Equal((103_050.00m, (bool?)null), (toen.Voorstel!.Vastgesteld, toen.Voorstel.Afrekening!.Controleverklaring));
    }

    private static IReadOnlyList<(string Veld, string? Artikel)> Fouten(DeclaratieBeoordelen.Verzoek verzoek) =>
        [.. (Oordeel(Ingediend(Verband, VanVerband), verzoek, VanVerband).Weigering?.Fouten ?? []).Select(f => (f.Veld, f.Artikel))];
}
