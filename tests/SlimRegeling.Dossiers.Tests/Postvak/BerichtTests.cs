using SlimRegeling.Dossiers.Postvak;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Postvak;

public sealed class BerichtTests
{
    private static readonly Briefopdracht Opdracht = new() { Verlening = Verleend };
    private static readonly BriefVerzonden Verzonden = new(Nummer, "verlening", Nummer + "-V1", Dag, Nu);

    [Fact]
    public void Een_verzonden_brief_is_een_bericht_met_haar_zaak_dag_en_of_zij_is_gelezen()
    {
        var brief = Volg(new BriefGevraagd(Opdracht), new BriefOpgesteld("hash", Dag, Nu, Inhoudshash: "woorden"), Verzonden);

        Assert.Equal(
            new BerichtenTonen.Bericht(
                Opdracht.Brief,
                "verlening",
                Nummer,
                Dag,
                Gelezen: true,
                AlsPagina: true,
                PerPost: false,
                Nummer + "-V1"
            ),
            BerichtenTonen.Beeld(brief, gelezen: true)
        );
        Assert.False(BerichtenTonen.Beeld(brief, gelezen: false).Gelezen);
    }

    [Fact]
    public void Wat_met_de_post_ging_zegt_dat_en_wat_geen_pagina_heeft_is_er_als_pdf()
    {
        var brief = Volg(
            new BriefGevraagd(Opdracht),
            new BriefNaarPost(Nu),
            new BriefOpgesteld("hash", Dag, Nu),
            new BriefInBundel("post-1", Nu),
            Verzonden
        );

        var bericht = BerichtenTonen.Beeld(brief, gelezen: false);

        Assert.Equal((true, false), (bericht.PerPost, bericht.AlsPagina));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("", 1, "")]
    [InlineData("ergens", 100, "na")]
    [InlineData(null, 0, "aantal")]
    [InlineData("SLIM-1", 101, "na,aantal")]
    public void Een_bladzijde_vraagt_men_met_de_plaats_van_de_vorige_en_een_aantal(string? na, int? aantal, string velden) =>
        Assert.Equal(velden, string.Join(',', BerichtenTonen.Controleer(na, aantal).Select(f => f.Veld)));

    [Fact]
    public void De_plaats_is_het_nummer_van_een_brief() =>
        Assert.Empty(BerichtenTonen.Controleer($"{Platform.Zaaknummer.Maak([1, 2, 3, 4, 5, 6, 7, 8, 9])}-verlening", 25));

    private static Brief Volg(params Gebeurtenis[] gebeurtenissen) =>
        gebeurtenissen.Aggregate(new Brief { Id = Opdracht.Brief }, (b, e) => Vouw.Volg(b, Opgeslagen(e)));
}
