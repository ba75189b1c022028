using SlimRegeling.Platform.Contexten;
using static SlimRegeling.Tijdvakken.Tests.Bezwaarpost;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// On a real database: what a decision makes of the award is heard before the decision, and the money of the window is given out in between.
/// </summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class BezwaarkruisingTests(Verdeelhuis huis)
{
    [Theory]
    [InlineData("verlenen")]
    [InlineData("wijzigen")]
    [InlineData("herstellen")]
    public async Task What_was_set_apart_once_more_for_what_was_decided_is_free_by_the_decision(string gevolg)
    {
        var v = await Gevuld(huis, 500);
        var herstel = $"{v.Zaak("a")}-H1";
        object verleend = gevolg switch
        {
            "verlenen" => v.Verleend("x", 40, 30) with { Bezwaar = Bezwaar(v, "x"), Besluit = "BZ1-1" },
            "wijzigen" => Gewijzigd(v, "a", 140),
            _ => Gewijzigd(v, "a", 140) with { Bezwaar = herstel, Besluit = herstel, Herstel = true },
        };
        object beslist = gevolg switch
        {
            "verlenen" => Beslist(v, "x", 6, 40),
            "wijzigen" => Beslist(v, "a", 6, 140),
            _ => Hersteld(v, "a", herstel, 140),
        };
        var vraag = gevolg switch
        {
            "verlenen" => Vraag(v, "x", 40, 5),
            "wijzigen" => Vraag(v, "a", 40, 5),
            _ => Vraag(v, "a", 40, 5) with { Bezwaar = herstel },
        };
        await v.Hoor(v.Verleend("a", 100, 20), v.Afgewezen("x", 19));
        await v.Hoor(vraag);
        Assert.Equal((440m, 500m), await v.Geld());
        await Klopt(v);

        // The window is given out after this, and the request is open still.
        await v.Hoor(verleend);
        Assert.Equal((480m, 500m), await v.Geld());
        await Klopt(v);

        await v.Hoor(beslist);
        Assert.Equal((440m, 500m), await v.Geld());
        await Klopt(v);
    }

    [Fact]
    public async Task What_a_later_proposal_asked_keeps_its_money_when_the_decision_before_it_is_heard()
    {
        var v = await Gevuld(huis, 500);
        await v.Hoor(v.Verleend("a", 100, 20));
        await v.Hoor(Vraag(v, "a", 40, 5));
        await v.Hoor(Gewijzigd(v, "a", 140), Vraag(v, "a", 30, 9));
        Assert.Equal((470m, 500m), await v.Geld());

        await v.Hoor(Beslist(v, "a", 6, 140));
        Assert.Equal((470m, 500m), await v.Geld());
    }

    /// <summary>The total as the reconciliation lays it beside the reservations every night.</summary>
    private async Task Klopt(Venster v)
    {
        var totaal = Context
            .Van<TijdvakkenContext>()
            .Controles.Single(c => c.Regel == "het totaal van een tijdvak is de som van zijn reserveringen");
        Assert.Equal(
            0L,
            await huis.Vraag<long>($"select count(*) from ({totaal.Sql}) c (tijdvak, verwacht, gevonden) where c.tijdvak = '{v.Id}'")
        );
    }
}
