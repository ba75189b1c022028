using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Regelversies;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A rule is confirmed or changed by two people, with a source, from a moment on.</summary>
public sealed class RegelwijzigingTests
{
    private const string Id = "slim-2026";
    private const string Rianne = "rianne";
    private const string Rob = "rob";
    private static readonly Instant Nu = Instant.FromUtc(2026, 4, 7, 10, 0);
    private static readonly Instant Straks = Nu + Duration.FromHours(1);
    private static readonly Verwijzing Bewaard = new(Guid.Empty, "hash");
    private static readonly Voorstellen.Verzoek Tarief = new("parameters", "maximum-uurtarief-adviseur", "Stcrt. 2026, 12345", "140.00");
    private static readonly Voorstellen.Verzoek Bevestig = new("parameters", "sbi-wegvervoer", "CBS, SBI 2008");

    [Fact]
    public void A_signed_change_holds_from_the_second_signature_on()
    {
        var voorgesteld = Na(Voorgesteld(Tarief));
        var gewijzigd = Teken(voorgesteld).Gebeurde<ParameterGewijzigd>();

        Assert.Equal(("140.00", Straks, 1), (gewijzigd.Waarde, gewijzigd.GeldtVanaf, gewijzigd.Volgnummer));
        Assert.Equal([Rianne, Rob], gewijzigd.Ondertekenaars);
        var versie = new Regelstanden(voorgesteld.Apply(gewijzigd).Stappen).Versie(Id, Straks);
        Assert.Equal(140.00m, versie[Parameters.UurtariefAdviseur]);
        Assert.Equal(versie.Hash, gewijzigd.Regelhash);
    }

    [Fact]
    public void A_confirmation_leaves_the_hash_as_it_was()
    {
        var bevestigd = Teken(Na(Voorgesteld(Bevestig))).Gebeurde<ParameterBevestigd>();

        Assert.Equal(Regelboek.Versie(Id).Hash, bevestigd.Regelhash);
        Assert.DoesNotContain(
            VoorstellenTonen.VanOnbevestigd(Id, Na(Voorgesteld(Bevestig)).Apply(bevestigd), Straks),
            o => o.Regel.Code == "sbi-wegvervoer"
        );
    }

    [Theory]
    [InlineData(-1, 60)]
    [InlineData(59, 60)]
    [InlineData(60, 60)]
    [InlineData(61, 61)]
    public void It_holds_from_its_day_but_never_before_it_was_signed(int naMinuten, int geldtNaMinuten)
    {
        var verzoek = Tarief with { GeldtVanaf = Nu + Duration.FromMinutes(naMinuten) };
        var gewijzigd = Teken(Na(Voorgesteld(verzoek))).Gebeurde<ParameterGewijzigd>();

        Assert.Equal(Nu + Duration.FromMinutes(geldtNaMinuten), gewijzigd.GeldtVanaf);
    }

    [Fact]
    public void Who_proposed_it_does_not_sign_it()
    {
        var beheer = Na(Voorgesteld(Tarief));
        var weigering = Ondertekenen.Beslis(Id, beheer, 1, Hash(beheer), Rianne, Straks).Weigering;
        Assert.Equal(("zelf-voorgesteld", 403), (weigering?.Code, weigering?.Status));
    }

    [Fact]
    public void What_is_signed_is_the_proposal_that_was_read_and_it_is_signed_once()
    {
        var beheer = Na(Voorgesteld(Tarief));
        Assert.Equal("ander-voorstel", Ondertekenen.Beslis(Id, beheer, 1, new string('0', 64), Rob, Straks).Weigering?.Code);
        Assert.Equal(404, Ondertekenen.Beslis(Id, beheer, 2, Hash(beheer), Rob, Straks).Weigering?.Status);
        var getekend = beheer.Apply(Teken(beheer).Gebeurde<ParameterGewijzigd>());
        Assert.Equal("al-ondertekend", Teken(getekend).Weigering?.Code);
    }

    [Fact]
    public void Every_field_of_a_proposal_is_in_its_hash()
    {
        Voorstellen.Verzoek[] verzoeken =
        [
            Tarief,
            Tarief with
            {
                Waarde = "141.00",
            },
            Tarief with
            {
                Waarde = null,
            },
            Tarief with
            {
                Bron = "een andere bron",
            },
            Tarief with
            {
                Toelichting = "Besluit van de minister.",
            },
            Tarief with
            {
                GeldtVanaf = Straks,
            },
            Tarief with
            {
                Code = "werkbare-uren",
                Waarde = "140",
            },
        ];
        var hashes = verzoeken.Select(v => Voorgesteld(v).Voorstelhash);
        string[] anders =
        [
            Voorgesteld(Tarief, Rob).Voorstelhash,
            Voorstellen.Beslis(Id, new(), Tarief, Rianne, Straks).Gebeurde<RegelwijzigingVoorgesteld>().Voorstelhash,
            Voorstellen.Beslis("slim-2025", new(), Tarief, Rianne, Nu).Gebeurde<RegelwijzigingVoorgesteld>().Voorstelhash,
        ];
        Assert.Equal(verzoeken.Length + anders.Length, hashes.Concat(anders).Distinct().Count());
    }

    [Fact]
    public void A_proposal_that_went_back_is_not_signed_any_more_and_can_be_made_again()
    {
        var beheer = Na(Voorgesteld(Tarief));
        Assert.Equal("al-voorgesteld", Voorstellen.Beslis(Id, beheer, Tarief, Rob, Straks).Weigering?.Code);
        Assert.Equal(
            422,
            Terugzenden.Beslis(beheer, 1, new(" "), () => throw new InvalidOperationException(), Rob, Straks).Weigering?.Status
        );

        var terug = Terugzenden.Beslis(beheer, 1, new("Andere bron"), () => Bewaard, Rob, Straks).Gebeurde<RegelwijzigingTeruggezonden>();
        beheer = beheer.Apply(terug);
        Assert.Equal("teruggezonden", Teken(beheer).Weigering?.Code);
        Assert.Equal(2, Voorstellen.Beslis(Id, beheer, Tarief, Rob, Straks).Gebeurde<RegelwijzigingVoorgesteld>().Voorstel);
    }

    [Theory]
    [InlineData("parameters", "maximum-uurtarief-adviseur", "veel", "waarde", "'veel' is geen getal van nul of meer.")]
    [InlineData("parameters", "maximum-uurtarief-adviseur", "1.005", "waarde", "'1.005' heeft meer dan twee decimalen.")]
    [InlineData("parameters", "percentage-klein", "101", "waarde", "'101' is meer dan 100 procent.")]
    [InlineData(
        "parameters",
        "afronding-verlening",
        "tientallen",
        "waarde",
        "'tientallen' is geen keuze; kies uit centen, hele-euros-omlaag."
    )]
    [InlineData("termijnen", "hersteltermijn", "0", "waarde", "'0' is geen lengte; geef een heel getal van 1 tot en met 999.")]
    [InlineData(
        "termijnen",
        "hersteltermijn",
        "999",
        "waarde",
        "De Algemene termijnenwet geldt niet voor een termijn van deze lengte (artikel 4)."
    )]
    [InlineData("parameters", "percentage", "60", "code", "Kies een regel die de versie toont.")]
    [InlineData("parameter", "percentage-klein", "60", "code", "Kies een regel die de versie toont.")]
    [InlineData("gronden", "eisen-regeling", "ja", "waarde", "Deze regel heeft geen waarde.")]
    public void A_wrong_value_is_refused_with_the_error_of_the_rule(string sectie, string code, string waarde, string veld, string uitleg)
    {
        var weigering = Voorstellen.Beslis(Id, new(), new(sectie, code, "bron", waarde), Rianne, Nu).Weigering;
        Assert.Equal(422, weigering?.Status);
        Assert.Contains(weigering!.Fouten, f => f.Veld == veld && f.Uitleg.Contains(uitleg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null, "bron")]
    [InlineData(" ", null, "bron")]
    [InlineData("regel een\nregel twee", null, "bron")]
    [InlineData("bron", "", "toelichting")]
    [InlineData("bron", "regel een\nregel twee", "toelichting")]
    public void A_source_is_named_on_one_line(string bron, string? toelichting, string veld)
    {
        var weigering = Voorstellen.Beslis(Id, new(), Tarief with { Bron = bron, Toelichting = toelichting }, Rianne, Nu).Weigering;
        Assert.Equal(veld, Assert.Single(weigering!.Fouten).Veld);
    }

    [Fact]
    public void A_proposal_on_a_value_that_is_another_by_then_is_not_signed()
    {
        // Signed to hold tomorrow; a proposal without a day was made on the value of today and is signed the day after.
        var morgen = Nu + Duration.FromDays(1);
        var beheer = Na(Voorgesteld(Tarief with { GeldtVanaf = morgen }));
        beheer = beheer.Apply(Teken(beheer).Gebeurde<ParameterGewijzigd>());
        beheer = beheer.Apply(
            Voorstellen.Beslis(Id, beheer, Tarief with { Waarde = null }, Rianne, Straks).Gebeurde<RegelwijzigingVoorgesteld>()
        );
        var hash = beheer.Voorstellen[^1].Inhoud.Voorstelhash;

        Assert.Null(Ondertekenen.Beslis(Id, beheer, 2, hash, Rob, morgen - Duration.Epsilon).Weigering);
        Assert.Equal("intussen-gewijzigd", Ondertekenen.Beslis(Id, beheer, 2, hash, Rob, morgen).Weigering?.Code);
    }

    private static RegelwijzigingVoorgesteld Voorgesteld(Voorstellen.Verzoek verzoek, string wie = Rianne) =>
        Voorstellen.Beslis(Id, new(), verzoek, wie, Nu).Gebeurde<RegelwijzigingVoorgesteld>();

    private static Regelbeheer Na(RegelwijzigingVoorgesteld voorgesteld) => new Regelbeheer().Apply(voorgesteld);

    private static string Hash(Regelbeheer beheer) => beheer.Voorstellen[^1].Inhoud.Voorstelhash;

    private static Beslissing Teken(Regelbeheer beheer) => Ondertekenen.Beslis(Id, beheer, 1, Hash(beheer), Rob, Straks);
}

internal static class Uitkomsten
{
    public static T Gebeurde<T>(this Beslissing beslissing)
        where T : Gebeurtenis => Assert.IsType<T>(Assert.Single(beslissing.Gebeurtenissen));
}
