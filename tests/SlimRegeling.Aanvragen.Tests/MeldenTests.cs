using NodaTime;
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
        Assert.Empty(Uitgaand.Berichten("SLIM-000000000A", gemeld));
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

    private static Weigering Weiger(Aanvraag aanvraag, string tekst) =>
        Melden.Beslis(aanvraag, new(tekst), _ => throw new InvalidOperationException("Nothing is kept of what is refused."), Nu).Weigering!;
}
