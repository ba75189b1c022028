using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Zaken.Tests;

/// <summary>Hearing everything again at once gives what hearing it one by one gave, in whatever order it came.</summary>
public sealed partial class HerbouwTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    /// <summary>Of whose cases its owner gives a name to find them by.</summary>
    private const string Kvk = "74747474";

    [Fact]
    public async Task Every_table_is_made_again_by_the_messages_or_by_the_rounds_that_ask_and_work_out_what_no_message_tells()
    {
        var gemaakt = (await huis.Herbouw()).Single(c => c.Context == ZakenContext.Naam).Modellen.Select(m => m.Model);
        var tabellen = (await huis.Tabellen()).Select(t => $"{ZakenContext.Naam}.{t}").ToList();
        Assert.Empty(gemaakt.Except(tabellen));
        Assert.Equal(
            ["zaken.termijnwerk", "zaken.werk", "zaken.zoektekst", "zaken.zoekwerk", "zaken.zoekwoord", "zaken.zoekzaak"],
            tabellen.Except(gemaakt).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_kind_of_message_that_is_heard_is_among_those_that_are_made_again() =>
        Assert.Empty(Context.Van<ZakenContext>().GehoordeBerichten.Except(Alles().Select(b => b.GetType())).Select(t => t.Name));

    [Fact]
    public async Task Whatever_was_said_in_whatever_order_is_made_again_the_same()
    {
        await Gen.Select(Gen.OneOf(Zaken), Gen.Int[0, 1000])
            .Array[1, 3]
            .SelectMany(delen => Gen.Shuffle(delen.SelectMany(d => d.Item1).ToArray()))
            .SampleAsync(async berichten => await WordtHetzelfde(berichten), iter: 6, threads: 1);
    }

    [Fact]
    public async Task All_that_can_be_said_is_made_again_the_same_also_when_it_came_the_other_way_round()
    {
        await WordtHetzelfde(Alles());
        await WordtHetzelfde([.. Enumerable.Reverse(Alles())]);
    }

    [Fact]
    public async Task What_cases_are_found_by_is_asked_of_its_owners_again_and_what_belongs_to_no_case_goes()
    {
        await Leeg();
        var zaak = Voorbeeldzaak.Nieuw("73737373");
        VertellerContext.Namen[zaak.Kvk] = "Orgelbouw Blaasbalgen";
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Stil();
        await huis.Doorzoekbaar();
        await huis.Voer(
            "truncate zaken.zoektekst, zaken.zoekwoord; update zaken.zoekzaak set woorden = '', namen = ''; insert into zaken.zoekzaak select 'SLIM-0000000000', kvk_nummer, tijdvak, ingediend_op, woorden, namen from zaken.zoekzaak"
        );
        Assert.Empty(await Gevonden());

        await huis.Herbouw();
        await huis.Doorzoekbaar();

        Assert.Equal([zaak.Nummer], await Gevonden());
        Assert.Equal([zaak.Nummer], await huis.Lees("select zaaknummer from zaken.zoekzaak"));

        async Task<IEnumerable<string?>> Gevonden() =>
            (await huis.Haal(Zakenhuis.Bea, "/v1/zaken?tekst=blaasbalgen"))
                .Inhoud.GetProperty("zaken")
                .EnumerateArray()
                .Select(z => z.GetProperty("zaaknummer").GetString());
    }

    [Fact]
    public async Task The_list_of_work_follows_from_what_was_heard_and_is_worked_out_again()
    {
        await Leeg();
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Ben, zaak.Venster);
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Stil();
        await huis.Bijgewerkt();
        var voor = await huis.Lees(Werk);
        await huis.Voer(
            """
            update zaken.werk set uiterlijk = '2020-01-01', termijn = '';
            insert into zaken.werk select 'SLIM-0000000000', uiterlijk, termijn, status, tijdvak, aanvragertype, behandelaar, ingebreke
            from zaken.werk
            """
        );

        await huis.Herbouw();
        await huis.Bijgewerkt();

        Assert.Single(voor);
        Assert.Equal(voor, await huis.Lees(Werk));
    }

    [Fact]
    public async Task What_was_advanced_in_two_parts_stands_on_the_page_as_before()
    {
        await Leeg();
        var zaak = Voorbeeldzaak.Nieuw();
        foreach (var bericht in zaak.Voorgeschoten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        Assert.Equal("105750.00", await Voorschot());

        await huis.Leeg();
        await huis.Herbouw();

        Assert.Equal("105750.00", await Voorschot());

        async Task<string?> Voorschot() =>
            (await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}"))
                .Inhoud.GetProperty("bedragen")
                .GetProperty("voorschot")
                .GetString();
    }

    private const string Werk = "select to_jsonb(w)::text from zaken.werk w order by 1";

    [Fact]
    public async Task What_is_being_used_by_a_host_is_not_made_again() =>
        Assert.Contains(
            "in gebruik",
            (await Assert.ThrowsAsync<Opstartfout>(huis.ControleerOfNiemandDraait)).Message,
            StringComparison.Ordinal
        );

    /// <summary>What these messages make one by one is what they make when all are heard again, beside it and where nothing is left.</summary>
    private async Task WordtHetzelfde(object[] berichten)
    {
        VertellerContext.Namen[Kvk] = "Carillonbouw Klepel";
        await Leeg();
        foreach (var bericht in berichten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        var voor = await huis.Rijen();

        var herbouwd = await huis.Herbouw();
        await huis.Leeg();
        var vanNiets = await huis.Herbouw();

        Assert.Empty(herbouwd.SelectMany(c => c.Modellen).SelectMany(m => m.Eerste));
        Assert.Equal(berichten.Length, herbouwd.Sum(c => c.Berichten));
        Assert.All(vanNiets.Single(c => c.Context == "zaken").Modellen, m => Assert.Equal(m.Rijen, m.Ontbrak));
        Assert.Equal(voor, await huis.Rijen());
    }

    private async Task Leeg()
    {
        await huis.Leeg();
        await huis.Voer("truncate verteller.mt_doc_verhaal; delete from verteller.mt_events; delete from verteller.mt_streams");
    }
}
