using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Who tells only with the completion to whom it is linked, is left out then (2.8(4)), in whatever order that is heard.</summary>
public sealed class LaterVerbondenTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    [Fact]
    public async Task By_arrival_who_turns_out_to_be_linked_to_one_that_has_a_place_is_left_out()
    {
        foreach (var aangevuldEerst in (bool[])[false, true])
        {
            var v = await Venster.Publiceer(huis, 100);
            var (ingediend, aangevuld) = (Onvolledig(v, "a", 1), v.Aangevuld("a", 10, 5, "kvk-b"));
            await v.Hoor(v.Ingediend("b", 10, 2));
            if (aangevuldEerst)
            {
                await v.Hoor(aangevuld);
                await v.Hoor(ingediend);
            }
            else
            {
                await v.Hoor(ingediend, v.Tot(2));
                await v.Hoor(aangevuld);
            }
            await v.Hoor(v.Tot(5));

            Assert.Equal("1 b gereserveerd 10, a uitgesloten 0", await v.Stand());
            await IsUitgesloten(v, "a", "b");
        }
    }

    [Fact]
    public async Task Who_comes_after_it_was_told_is_left_out_for_it()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(Onvolledig(v, "a", 1), v.Aangevuld("a", 10, 5, "moeder"), v.Ingediend("b", 10, 6, verbonden: "moeder"), v.Tot(6));

        Assert.Equal("1 a gereserveerd 10, b uitgesloten 0", await v.Stand());
        await IsUitgesloten(v, "b", "a");
    }

    [Fact]
    public async Task In_a_drawn_window_it_counts_for_the_list_and_after_it()
    {
        var v = await Venster.Publiceer(huis, 20, Volgorde.Loting);
        await v.Hoor(
            Onvolledig(v, "a", 1),
            Onvolledig(v, "b", 2),
            v.Ingediend("c", 10, 3),
            v.Ingediend("d", 10, 4),
            v.Ingediend("e", 10, 5),
            v.Aangevuld("a", 10, 6, "kvk-c"),
            v.Tot(Gegeven.Sluit)
        );
        Assert.Null((await v.LegLijstVast()).Weigering);
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        // On the list the first of those that are linked takes part, also when it has to be completed.
        await IsUitgesloten(v, "c", "a");

        await v.Hoor(v.Aangevuld("b", 10, 40_000, "kvk-e"), v.Tot(40_000));

        Assert.Contains("b uitgesloten 0", await v.Stand(), StringComparison.Ordinal);
        Assert.Equal(
            [("b", "e"), ("c", "a")],
            (await huis.Gezegd<AanvraagUitgeslotenBericht>(v.Id)).Select(u => (u.Zaaknummer[..1], u.Eerdere[..1])).Order()
        );
    }

    private static AanvraagIngediendBericht Onvolledig(Venster v, string naam, int minuut) =>
        v.Ingediend(naam, 10, minuut) with
        {
            Ontbreekt = ["mkb-verklaring"],
        };

    private async Task IsUitgesloten(Venster v, string wie, string eerdere)
    {
        var uit = Assert.Single(await huis.Gezegd<AanvraagUitgeslotenBericht>(v.Id));
        Assert.Equal((v.Zaak(wie), "verbonden-onderneming", v.Zaak(eerdere)), (uit.Zaaknummer, uit.Reden, uit.Eerdere));
    }
}
