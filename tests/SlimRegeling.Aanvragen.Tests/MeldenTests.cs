using NodaTime;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>A change that the applicant tells of is kept as it was written, and changes nothing by itself.</summary>
public sealed class MeldenTests
{
    private static readonly Instant Nu = Instant.FromUtc(2026, 6, 1, 10, 0);
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "h");

    private static readonly Aanvraag Ingediend = new Aanvraag { Id = "SLIM-000000000A" }.Apply(
        new AanvraagIngediend("2026-04-mkb", "11111111", "mkb-onderneming", "slim-2026", 11040.00m, ["A"], Inhoud, Nu)
    );

    [Fact]
    public void Wat_is_gemeld_wordt_bewaard_en_verandert_de_aanvraag_niet()
    {
        string? bewaard = null;
        var beslissing = Melden.Beslis(
            Ingediend,
            new("  Wij zijn verhuisd.\n"),
            m =>
            {
                bewaard = m.Tekst;
                return Inhoud;
            },
            Nu
        );

        var gemeld = Assert.IsType<WijzigingGemeld>(beslissing.Gebeurtenissen.Single());
        Assert.Equal("Wij zijn verhuisd.", bewaard);
        Assert.Equal(Fase.Ingediend, Ingediend.Apply(gemeld).Fase);
        Assert.Equal(gemeld, Ingediend.Apply(gemeld).Meldingen.Single());
        Assert.Equal(
            new WijzigingGemeldBericht("SLIM-000000000A", "11111111", Nu),
            Assert.Single(Uitgaand.Berichten("SLIM-000000000A", gemeld))
        );
    }

    [Fact]
    public void Een_lege_of_te_lange_tekst_een_concept_en_wat_is_ingetrokken_krijgen_uitleg()
    {
        Assert.Equal("tekst", Fout(" ").Veld);
        Assert.Contains("4001", Fout(new string('x', 4001)).Uitleg, StringComparison.Ordinal);
        Assert.Equal("niet-ingediend", Weiger(new Aanvraag(), "x").Code);
        Assert.Equal("ingetrokken", Weiger(Ingediend with { Fase = Fase.Ingetrokken }, "x").Code);
        var gemeld = new WijzigingGemeld("2026-04-mkb", "11111111", Inhoud, Nu);
        Assert.Equal("te-veel-meldingen", Weiger(Ingediend with { Meldingen = [.. Enumerable.Repeat(gemeld, 50)] }, "x").Code);

        static Fout Fout(string tekst) => Weiger(Ingediend, tekst).Fouten.Single();
    }

    [Fact]
    public void Wie_moet_melden_zegt_wat_niet_later_of_deels_gebeurt_en_waarvan()
    {
        var gemeld = Melden.Beslis(Ingediend, new("De trainer is ziek.", "later", ["C"]), _ => Inhoud, Nu).Gebeurtenissen.Single();
        Assert.Equal(("later", "C"), (((WijzigingGemeld)gemeld).Soort, ((WijzigingGemeld)gemeld).Activiteiten!.Single()));
        Assert.Equal("soort", Melden.Beslis(Ingediend, new("x", "misschien"), _ => Inhoud, Nu).Weigering!.Fouten.Single().Veld);
        Assert.Equal("activiteiten", Melden.Beslis(Ingediend, new("x", "niet", ["Q"]), _ => Inhoud, Nu).Weigering!.Fouten.Single().Veld);
    }

    [Fact]
    public void Anderen_horen_wat_er_niet_later_of_deels_gebeurt_en_niet_wat_er_geschreven_is()
    {
        var gemeld = Melden.Beslis(Ingediend, new("De trainer is ziek.", "later", ["C"]), _ => Inhoud, Nu).Gebeurtenissen.Single();
        var bericht = Assert.IsType<WijzigingGemeldBericht>(Assert.Single(Uitgaand.Berichten("SLIM-000000000A", gemeld)));
        Assert.Equal(("later", "C", null), (bericht.Soort, bericht.Activiteiten!.Single(), bericht.Gezien));
    }

    [Fact]
    public void Een_medewerker_ziet_alles_wat_er_staat_een_keer_en_niet_wat_intussen_kwam()
    {
        var een = Ingediend.Apply(new WijzigingGemeld("2026-04-mkb", "11111111", Inhoud, Nu, "niet"));
        Assert.Equal("geen-meldingen", MeldingenZien.Beslis(Ingediend, new(0), "bo", Nu).Weigering!.Code);

        var gezien = Assert.IsType<MeldingenGezien>(MeldingenZien.Beslis(een, new(1), "bo", Nu).Gebeurtenissen.Single());
        Assert.Equal(
            new WijzigingGemeldBericht("SLIM-000000000A", "11111111", Nu, Gezien: true),
            Assert.Single(Uitgaand.Berichten("SLIM-000000000A", gezien))
        );
        var na = een.Apply(gezien);
        Assert.Empty(MeldingenZien.Beslis(na, new(1), "bo", Nu).Gebeurtenissen);
        var twee = na.Apply(een.Meldingen[0]);
        Assert.Equal("nieuwe-melding", MeldingenZien.Beslis(twee, new(1), "bo", Nu).Weigering!.Code);
    }

    private static Weigering Weiger(Aanvraag aanvraag, string tekst) =>
        Melden.Beslis(aanvraag, new(tekst), _ => throw new InvalidOperationException("Nothing is kept of what is refused."), Nu).Weigering!;
}
