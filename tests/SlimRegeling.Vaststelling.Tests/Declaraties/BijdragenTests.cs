using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>What others contributed is asked, shown and deducted, until the day from which two people decide that it is not.</summary>
public sealed class BijdragenTests
{
    private const string Artikel = "7.8, derde lid, Kaderregeling";

    private static readonly Declaratie Met = Gemaakt with { Bijdragen = [new("Gemeente Utrecht", 1_000.00m), new("O&O-fonds", 15.08m)] };

    private static readonly Regelstanden Anders = Regelstanden.Ongewijzigd.Met(
        new(
            "slim-2024",
            1,
            Op("2025-01-01T00:00:00"),
            new("parameters", "bijdragen-van-derden", "2014-01-01: aftrekken; 2025-08-01: niet", "BELEID", null)
        )
    );

    [Fact]
    public void Vanaf_de_dag_van_een_ander_besluit_verandert_een_bijdrage_niets()
    {
        var ingediend = Ingediend(declaratie: Met);
        var voorstel = ingediend.Dan(s => Beoordeel(s, "2025-08-01T10:00:00")).Voorstel!;

        Assert.Equal((8_227.74m, (decimal?)null), (voorstel.Vastgesteld, voorstel.Afrekening!.Bijdragen));
        Assert.Equal(7_415.68m, ingediend.Dan(s => Beoordeel(s, "2025-07-31T10:00:00")).Voorstel!.Vastgesteld);
    }

    [Fact]
    public void Zij_gaat_van_de_kosten_af()
    {
        var ingediend = Ingediend(declaratie: Met);
        var voorstel = ingediend.Dan(s => Oordeel(s, declaratie: Met)).Voorstel!;

        // 10,284.68 less 1,015.08 is 9,269.60; 80% is 7,415.68.
        Assert.Equal((7_415.68m, (decimal?)1_015.08m), (voorstel.Vastgesteld, voorstel.Afrekening!.Bijdragen));
        Assert.Equal(10_284.68m, voorstel.Afrekening.SubsidiabeleKosten);
        var proef = DeclaratieProef.Reken(ingediend, Met, Oordelen, Regelboek.Versie("slim-2024"), Op("2025-08-01T10:00:00"))!;
        var regel = proef.Berekening.Single(r => r.Artikel == Artikel);
        Assert.Equal(9_269.60m, regel.Bedrag);
        Assert.Contains("die anderen bijdroegen", regel.Omschrijving, StringComparison.Ordinal);
    }

    [Fact]
    public void Van_elke_bijdrage_wordt_gezegd_van_wie_en_hoeveel()
    {
        var fout = Gemaakt with { Bijdragen = [new(" ", 10.00m), new("Gemeente", 0m), new("Fonds", 1.001m)] };

        Assert.Equal(
            [("bijdragen[0].van", Artikel), ("bijdragen[1].bedrag", Artikel), ("bijdragen[2].bedrag", Artikel)],
            DienIn(Open(), fout).Weigering!.Fouten.Select(f => (f.Veld, f.Artikel!))
        );
        Assert.Null(DienIn(Open(), Met).Weigering);
    }

    /// <summary>Of a partnership it goes off the costs of the party that it was given for.</summary>
    [Fact]
    public void Van_een_samenwerkingsverband_hoort_elke_bijdrage_bij_een_partij()
    {
        Assert.Equal(["bijdragen[0].partij"], Velden(null));
        Assert.Equal(["bijdragen[0].partij"], Velden("99999999"));
        Assert.Empty(Velden(School));
        Assert.Equal(
            ["bijdragen[0].partij"],
            DienIn(Open(), Gemaakt with { Bijdragen = [new("Fonds", 10.00m, Kvk)] }).Weigering!.Fouten.Select(f => f.Veld)
        );

        IEnumerable<string> Velden(string? partij) =>
            (DienIn(Open(Verband), VanVerband with { Bijdragen = [new("Fonds", 10.00m, partij)] }).Weigering?.Fouten ?? []).Select(f =>
                f.Veld
            );
    }

    /// <summary>The school made 46,000.00 with the surcharge: no more goes off, and nothing off the costs of who got nothing.</summary>
    [Theory]
    [InlineData("6000.00", "6000.00", "99450.00")]
    [InlineData("46000.00", "46000.00", "75450.00")]
    [InlineData("90000.00", "46000.00", "75450.00")]
    public void Er_gaat_niet_meer_af_dan_de_kosten_van_die_partij(string bijdrage, string afgetrokken, string vastgesteld)
    {
        var met = VanVerband with { Bijdragen = [new("Fonds", Getal.Lees(bijdrage), School)] };
        var ingediend = Ingediend(Verband, met);

        var voorstel = ingediend.Dan(s => Oordeel(s, AllesGoed(met), met)).Voorstel!;

        Assert.Equal(((decimal?)Getal.Lees(afgetrokken), Getal.Lees(vastgesteld)), (voorstel.Afrekening!.Bijdragen, voorstel.Vastgesteld));
        Assert.Equal(Getal.Lees(bijdrage), voorstel.Afrekening.BijdragenPerPartij![School]);
        var berekening = DeclaratieTonen.Berekening(ingediend, voorstel, Regelstanden.Ongewijzigd)!;
        Assert.Equal(voorstel.Vastgesteld, berekening[^1].Bedrag);
        Assert.Single(berekening, r => r.Omschrijving.Contains($"KVK-nummer {School}, van haar kosten", StringComparison.Ordinal));
    }

    /// <summary>Fixed amounts are no costs.</summary>
    [Fact]
    public void Waar_geen_kosten_zijn_gaat_er_niets_af()
    {
        var (niets, afgewezen) = (
            Gemaakt with
            {
                Bijdragen = [new("Fonds", 10.00m)],
            },
            new DeclaratieBeoordelen.Verzoek([
                .. Gemaakt.Regels.Select(r => new Regeloordeel(r.Id, "afgewezen", null, "Nee.", "anders", "13")),
            ])
        );

        Assert.Null(Ingediend(declaratie: niets).Dan(s => Oordeel(s, afgewezen, niets)).Voorstel!.Afrekening!.Bijdragen);
    }

    [Fact]
    public void Of_zij_worden_afgetrokken_is_nog_niet_bevestigd()
    {
        Assert.All(Regelboek.Laad(), versie => Assert.Contains("bijdragen-van-derden", versie.Onbevestigd));
        Assert.All(Regelboek.Laad(), versie => Assert.True(Bijdragekeuze.TrektAf(versie, Dag("2026-11-30"))));
    }

    private static Beslissing Beoordeel(Verantwoording stand, string op) =>
        DeclaratieBeoordelen.Beslis(Zaak, stand, Met, Oordelen, Bewaar, Beoordelaar, Anders, Op(op));
}
