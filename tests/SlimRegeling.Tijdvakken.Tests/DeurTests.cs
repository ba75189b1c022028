using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Who is overtaken by the horizon counts just after it, and several of them then have one moment. They stand in the order in which they came to the
/// door; only who came to it at one moment too is equal, and drawn when the ceiling cuts through them (KR 2.3).
/// </summary>
public sealed class DeurTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    [Fact]
    public async Task Of_one_moment_who_came_to_the_door_first_stands_first_and_nobody_is_drawn()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(
            Binnen(v.Ingediend("a", 60, 5), 30),
            Binnen(v.Ingediend("b", 60, 5), 10),
            Binnen(v.Ingediend("c", 40, 5), 20),
            v.Ingediend("d", 10, 5),
            v.Tot(5)
        );

        Assert.Equal("1 b gereserveerd 60, 2 c gereserveerd 40, 3 a wacht 0, 4 d wacht 0", await v.Stand());
        Assert.Equal("geen-loting-nodig", (await v.Loot("zaad")).Weigering?.Code);
        Assert.All(await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id), b => Assert.Equal("ontvangst", b.Wijze));
    }

    [Fact]
    public async Task Only_who_came_to_the_door_at_one_moment_too_is_drawn()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(
            Binnen(v.Ingediend("a", 60, 5), 10),
            Binnen(v.Ingediend("b", 60, 5), 10),
            Binnen(v.Ingediend("c", 30, 5), 5),
            Binnen(v.Ingediend("d", 5, 5), 20),
            v.Tot(5)
        );
        Assert.Equal("1 c gereserveerd 30, a geen 0, b geen 0, d geen 0", await v.Stand());

        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();

        var geloot = Loten.Volgorde("zaad", [v.Zaak("a"), v.Zaak("b")]).Select(z => z[..1]).ToList();
        Assert.Equal($"1 c gereserveerd 30, 2 {geloot[0]} gereserveerd 60, 3 {geloot[1]} wacht 0, 4 d wacht 0", await v.Stand());
    }

    [Fact]
    public async Task What_was_completed_stands_by_the_moment_at_the_door_of_its_completion()
    {
        var v = await Venster.Publiceer(huis, 100);
        var onvolledig = new[] { "begroting" };
        await v.Hoor(
            Binnen(v.Ingediend("a", 60, 1), 1) with
            {
                Ontbreekt = onvolledig,
            },
            Binnen(v.Ingediend("b", 60, 1), 2) with
            {
                Ontbreekt = onvolledig,
            },
            v.Tot(1)
        );
        await v.Hoor(
            v.Aangevuld("a", 60, 9) with
            {
                Binnengekomen = Venster.Minuut(8),
            },
            v.Aangevuld("b", 60, 9) with
            {
                Binnengekomen = Venster.Minuut(7),
            },
            v.Tot(9)
        );

        Assert.Equal("1 b gereserveerd 60, 2 a wacht 0", await v.Stand());
        Assert.All(await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id), b => Assert.Equal("aanvulling", b.Wijze));
    }

    [Fact]
    public async Task More_of_one_moment_than_are_looked_at_together_stand_in_order_all_the_same()
    {
        var v = await Venster.Publiceer(huis, 10_000);
        const int Aantal = Verdeling.BijBudgetVerdelen.Bundel + 20;
        string Naam(int i) => $"z{i:000}";
        var berichten = Enumerable.Range(0, Aantal).Select(i => (object)Binnen(v.Ingediend(Naam(i), 1, 500), Aantal - i)).ToArray();
        new Random(1).Shuffle(berichten);
        await v.Hoor([.. berichten, v.Tot(500)]);

        Assert.Equal(Enumerable.Range(0, Aantal).Select(i => Naam(Aantal - 1 - i)), (await huis.Rijen(v.Id)).Select(r => r.Zaak[..4]));
    }

    [Fact]
    public async Task A_table_from_before_it_was_kept_takes_what_it_holds_as_it_was()
    {
        await using var bron = Vloer.Bron(await huis.NieuweDatabase());
        using var opslag = new Contextopslag(Context.Van<TijdvakkenContext>(), bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        await Voer(
            """
            alter table tijdvakken.inschrijving drop column ingediend_binnen, drop column aangevuld_binnen;
            alter table tijdvakken.inschrijving_kvk drop column later_van;
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, ingediend_op, gevraagd)
              values ('a', 't', '2026-04-07T07:00:00Z', 1), ('b', 't', '2026-04-07T07:00:00Z', 1);
            insert into tijdvakken.inschrijving_kvk (zaaknummer, tijdvak, kvk_nummer, verbonden) values ('a', 't', '1', false), ('a', 't', '2', true)
            """
        );
        await opslag.WerkSchemaBij(CancellationToken.None);
        await opslag.WerkSchemaBij(CancellationToken.None);

        await using var sessie = opslag.Store.LightweightSession();
        var nieuw = await Verdeling.Wachtrij.Nieuw(sessie, "t", achter: false, Gegeven.Sluit, 1, CancellationToken.None);
        Assert.Equal(["a", "b"], nieuw.Select(g => g.Zaaknummer));
        Assert.Single(nieuw.Select(g => g.Plaats).Distinct());
        var a = (await Inschrijvingen.Van(sessie, "t", CancellationToken.None)).Single(i => i.Zaaknummer == "a");
        Assert.Equal("2", Assert.Single(a.Verbonden));
        Assert.Null(a.LatereBanden);

        async Task Voer(string sql)
        {
            await using var opdracht = bron.CreateCommand(sql);
            await opdracht.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Came to the door so many seconds after the opening.</summary>
    private static AanvraagIngediendBericht Binnen(AanvraagIngediendBericht bericht, int seconde) =>
        bericht with
        {
            Binnengekomen = Venster.Open + Duration.FromSeconds(seconde),
        };
}
