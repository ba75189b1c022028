using CsCheck;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// What was received incomplete has no place until it is completed, or found complete (2.10(3); KR 2.3), whenever anyone asks for the completion.
/// </summary>
public sealed class OnvolledigTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    [Fact]
    public async Task By_arrival_it_takes_no_money_and_nobody_is_refused_for_it()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Binnenkomst, Overschrijding.Overslaan, "rianne", "rob");
        await v.Hoor(Onvolledig(v, "a", 60, 1), v.Ingediend("b", 60, 2), v.Ingediend("c", 40, 3), v.Tot(3));
        Assert.Equal("1 b gereserveerd 60, 2 c gereserveerd 40, a geen 0", await v.Stand());
        Assert.Empty(await huis.Gezegd<BudgetOntoereikendBericht>(v.Id));

        await v.Hoor(v.Ingediend("d", 10, 4), v.Vervallen("b", 5), v.Aangevuld("a", 50, 6), v.Tot(6));
        Assert.Equal("1 b geen 0, 2 c gereserveerd 40, 3 d gereserveerd 10, 4 a gereserveerd 50", await v.Stand());
    }

    [Fact]
    public async Task Found_complete_it_has_the_place_of_its_receipt_from_when_that_is_certain()
    {
        var v = await Venster.Publiceer(huis, 1000);
        await v.Hoor(Onvolledig(v, "a", 10, 1), v.Ingediend("b", 10, 2), v.Tot(2));
        await v.Hoor(v.Ingediend("c", 10, 3), v.Ingediend("d", 10, 4));
        var volledig = v.Volledig("a", 1, 5);
        await v.Hoor(volledig, v.Tot(3));
        Assert.Equal("1 b gereserveerd 10, 2 c gereserveerd 10, a geen 0, d geen 0", await v.Stand());

        await v.Hoor(v.Tot(5));
        Assert.Equal("1 b gereserveerd 10, 2 c gereserveerd 10, 3 a gereserveerd 10, 4 d gereserveerd 10", await v.Stand());
    }

    [Fact]
    public async Task In_a_drawn_window_it_stands_apart_and_comes_behind_the_list()
    {
        var v = await Venster.Publiceer(huis, 30, Volgorde.Loting);
        await v.Hoor(
            Onvolledig(v, "a", 10, 1),
            Onvolledig(v, "b", 10, 2),
            v.Ingediend("c", 10, 3),
            v.Ingediend("d", 10, 4),
            v.Ingediend("e", 20, 5),
            Onvolledig(v, "f", 10, 6),
            v.Volledig("f", 6, 7),
            v.Tot(Gegeven.Sluit)
        );
        Assert.Null((await v.LegLijstVast()).Weigering);
        await huis.Rust();
        Assert.Equal(("c d e f", "a b"), (await Lijst(v, "volledig", "x ->> 'zaaknummer'"), await Lijst(v, "onvolledig", "x #>> '{}'")));
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        Assert.Equal(2, (await huis.Rijen(v.Id)).Count(r => r.Rang is null));

        // One is completed; of the other an assessor finds that nothing was missing.
        await v.Hoor(v.Aangevuld("a", 10, 40_001), v.Volledig("b", 2, 40_002), v.Tot(40_002));
        Assert.Equal(["b", "a"], (await huis.Rijen(v.Id)).Where(r => r.Rang > 4).Select(r => r.Zaak[..1]));
    }

    [Theory]
    [InlineData(Volgorde.Binnenkomst, true, "1 a gereserveerd 10, b uitgesloten 0")]
    [InlineData(Volgorde.Binnenkomst, false, "a geen 0, b uitgesloten 0")]
    [InlineData(Volgorde.Loting, true, "1 a gereserveerd 10, b uitgesloten 0")]
    [InlineData(Volgorde.Loting, false, "a geen 0, b uitgesloten 0")]
    public async Task Its_complete_sister_that_came_later_stays_out_when_it_is_completed_and_also_when_it_is_not_handled(
        Volgorde volgorde,
        bool aangevuld,
        string stand
    )
    {
        var v = await Venster.Publiceer(huis, 100, volgorde);
        await v.Hoor(Onvolledig(v, "a", 10, 1, "moeder"), v.Ingediend("b", 10, 2, "kvk-b", "moeder"), v.Tot(Gegeven.Sluit));
        if (volgorde == Volgorde.Loting)
        {
            Assert.Null((await v.LegLijstVast()).Weigering);
        }
        var uitgesloten = Assert.Single(await huis.Gezegd<AanvraagUitgeslotenBericht>(v.Id));
        Assert.Equal((v.Zaak("b"), "verbonden-onderneming", v.Zaak("a")), (uitgesloten.Zaaknummer, uitgesloten.Reden, uitgesloten.Eerdere));

        object verder = aangevuld ? v.Aangevuld("a", 10, 40_000) : v.Vervallen("a", 40_000) with { Grond = "buiten-behandeling" };
        await v.Hoor(verder, v.Tot(40_000));
        Assert.Equal(stand, await v.Stand());
    }

    [Fact]
    public async Task A_table_from_before_it_was_kept_is_brought_up_to_date_once_and_keeps_its_rows()
    {
        await using var bron = Vloer.Bron(await huis.NieuweDatabase());
        using var opslag = new Contextopslag(Context.Van<TijdvakkenContext>(), bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        await Voer(
            """
            alter table tijdvakken.inschrijving drop column plaats_op;
            alter table tijdvakken.inschrijving drop column onvolledig, drop column volledig_op, add column volledig_ontvangen_op timestamptz,
              add column plaats_op timestamptz generated always as (case when aanvulling_op is not null then null else ingediend_op end) stored;
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, ingediend_op) values ('a', 't', '2026-04-07T07:00:00Z')
            """
        );
        await opslag.WerkSchemaBij(CancellationToken.None);
        await Voer("insert into tijdvakken.inschrijving (zaaknummer, tijdvak, ingediend_op, onvolledig) values ('b', 't', now(), true)");
        await opslag.WerkSchemaBij(CancellationToken.None);
        await using var vraag = bron.CreateCommand(
            "select string_agg(zaaknummer || ' ' || (plaats_op is not null), ', ' order by zaaknummer) from tijdvakken.inschrijving"
        );
        Assert.Equal("a true, b false", await vraag.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        async Task Voer(string sql)
        {
            await using var opdracht = bron.CreateCommand(sql);
            await opdracht.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task In_whatever_order_it_is_heard_each_stands_where_its_moments_say() =>
        await Gen.Select(Gen.Enum<Volgorde>(), Gen.Enum<Lot>().Array[1, 6], Gen.Int)
            .SampleAsync(
                async geval =>
                {
                    var (volgorde, loten, zaad) = geval;
                    var v = await Venster.Publiceer(huis, 25, volgorde);
                    var zaken = loten.Select((lot, i) => new Geval($"{(char)('a' + i)}", lot, i + 1, 100 - i)).ToList();
                    object[] berichten = [.. zaken.SelectMany(z => z.Berichten(v)).ToList(), v.Tot(Gegeven.Sluit)];
                    new Random(zaad).Shuffle(berichten);
                    foreach (var bundel in berichten.Chunk(1 + (zaad & 3)))
                    {
                        await huis.Hoor(bundel);
                    }
                    await huis.Rust();
                    List<string> eerst = [.. zaken.Where(z => z.Op is not null && !z.Achter).OrderBy(z => z.Op).Select(z => z.Naam)];
                    if (volgorde == Volgorde.Loting)
                    {
                        Assert.Null((await v.LegLijstVast()).Weigering);
                        if (eerst.Count > 0 && zaken.Count(z => z.Op is not null) * 10 > 25)
                        {
                            Assert.Null((await v.Loot("zaad")).Weigering);
                            eerst = [.. Loten.Volgorde("zaad", eerst.Select(v.Zaak)).Select(z => z[..1])];
                        }
                        await huis.Rust();
                    }
                    var achter = zaken.Where(z => z is { Op: not null, Achter: true }).OrderBy(z => z.Op).Select(z => z.Naam);
                    string[] verwacht =
                    [
                        .. eerst.Concat(achter).Select((naam, i) => $"{i + 1} {naam} {(i < 2 ? "gereserveerd 10" : "wacht 0")}"),
                        .. zaken.Where(z => z.Op is null).Select(z => $"{z.Naam} geen 0"),
                    ];
                    Assert.Equal(string.Join(", ", verwacht), await v.Stand());
                },
                iter: 40,
                threads: 2
            );

    public enum Lot
    {
        Volledig,
        Onvolledig,
        Aangevuld,
        Gevonden,
        Ingetrokken,
        GevraagdEnAangevuld,
    }

    /// <param name="Later">When something is said of it again: later for who came earlier.</param>
    private sealed record Geval(string Naam, Lot Lot, int Ontvangen, int Later)
    {
        /// <summary>The moment by which it is placed, if any.</summary>
        public int? Op =>
            Lot switch
            {
                Lot.Volledig or Lot.Gevonden => Ontvangen,
                Lot.Aangevuld or Lot.GevraagdEnAangevuld => Later,
                _ => null,
            };

        public bool Achter => Lot is Lot.Aangevuld or Lot.GevraagdEnAangevuld;

        public IEnumerable<object> Berichten(Venster v) =>
            Lot switch
            {
                Lot.Volledig => [v.Ingediend(Naam, 10, Ontvangen)],
                Lot.Onvolledig => [Onvolledig(v, Naam, 10, Ontvangen)],
                Lot.Aangevuld => [Onvolledig(v, Naam, 10, Ontvangen), v.Aangevuld(Naam, 10, Later)],
                Lot.Gevonden => [Onvolledig(v, Naam, 10, Ontvangen), v.Volledig(Naam, Ontvangen, Later)],
                Lot.Ingetrokken => [Onvolledig(v, Naam, 10, Ontvangen), v.Vervallen(Naam, Later)],
                _ =>
                [
                    Onvolledig(v, Naam, 10, Ontvangen),
                    v.AanvullingGevraagd(Naam, Later - 50),
                    v.Aangevuld(Naam, 10, Later),
                    v.Volledig(Naam, Later, Later + 50),
                ],
            };
    }

    private static AanvraagIngediendBericht Onvolledig(Venster v, string naam, decimal gevraagd, int minuut, string? verbonden = null) =>
        v.Ingediend(naam, $"kvk-{naam}", verbonden, onvolledig: true, gevraagd, minuut);

    /// <summary>The names on a part of the list as it was fixed.</summary>
    private Task<string> Lijst(Venster v, string deel, string naam) =>
        huis.Vraag<string>(
            $"""
            select string_agg(left({naam}, 1), ' ' order by {naam}) from tijdvakken.mt_events e, jsonb_array_elements(e.data -> '{deel}') x
            where e.stream_id = '{v.Id}' and e.type = 'lijst-vastgelegd'
            """
        );
}
