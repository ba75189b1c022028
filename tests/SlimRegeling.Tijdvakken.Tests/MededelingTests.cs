using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Mededelingen;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What everyone is told, and until when.</summary>
public sealed class MededelingTests
{
    private static readonly Instant Nu = Instant.FromUtc(2026, 4, 7, 7, 0);
    private static readonly MededelingPlaatsen.Verzoek Druk = new(" Het is\n druk. ", Mededelingsoort.Waarschuwing);

    [Fact]
    public void It_is_read_from_the_moment_it_is_placed_as_one_paragraph()
    {
        var geplaatst = Gebeurde<MededelingGeplaatst>(MededelingPlaatsen.Beslis(null, Druk, Nu));
        Assert.Equal("Het is druk.", geplaatst.Tekst);
        Assert.Equal(geplaatst, new Mededeling().Apply(geplaatst).Op(Nu + Duration.FromDays(100)));
    }

    [Fact]
    public void It_is_no_longer_read_from_the_moment_that_was_set()
    {
        var tot = Nu + Duration.FromHours(1);
        var stand = Na(Druk with { Tot = tot });
        Assert.NotNull(stand.Op(tot - Duration.Epsilon));
        Assert.Null(stand.Op(tot));
    }

    [Fact]
    public void A_new_one_takes_the_place_of_the_old_and_the_same_again_changes_nothing()
    {
        var stand = Na(Druk);
        Assert.Empty(MededelingPlaatsen.Beslis(stand, Druk, Nu + Duration.FromMinutes(1)).Gebeurtenissen);
        var ander = Gebeurde<MededelingGeplaatst>(MededelingPlaatsen.Beslis(stand, Druk with { Tekst = "Voorbij." }, Nu));
        Assert.Equal("Voorbij.", stand.Apply(ander).Op(Nu)!.Tekst);
    }

    [Fact]
    public void Taken_back_it_is_gone_and_there_is_nothing_more_to_take_back()
    {
        var stand = Na(Druk);
        stand = stand.Apply(Gebeurde<MededelingIngetrokken>(MededelingIntrekken.Beslis(stand, Nu)));
        Assert.Null(stand.Op(Nu));
        Assert.Empty(MededelingIntrekken.Beslis(stand, Nu).Gebeurtenissen);
        Assert.Empty(MededelingIntrekken.Beslis(null, Nu).Gebeurtenissen);
    }

    [Fact]
    public void An_empty_or_long_text_or_a_moment_that_has_been_is_refused()
    {
        Assert.Equal(["tekst"], Velden(Druk with { Tekst = " \n " }));
        Assert.Equal(["tekst"], Velden(Druk with { Tekst = new string('x', 301) }));
        Assert.Empty(Velden(Druk with { Tekst = new string('x', 300) }));
        Assert.Equal(["tot"], Velden(Druk with { Tot = Nu }));
    }

    private static Mededeling Na(MededelingPlaatsen.Verzoek verzoek) =>
        new Mededeling().Apply(Gebeurde<MededelingGeplaatst>(MededelingPlaatsen.Beslis(null, verzoek, Nu)));

    private static IEnumerable<string> Velden(MededelingPlaatsen.Verzoek verzoek) =>
        MededelingPlaatsen.Beslis(null, verzoek, Nu).Weigering?.Fouten.Select(f => f.Veld) ?? [];

    private static T Gebeurde<T>(Beslissing beslissing) => Assert.IsType<T>(Assert.Single(beslissing.Gebeurtenissen));
}
