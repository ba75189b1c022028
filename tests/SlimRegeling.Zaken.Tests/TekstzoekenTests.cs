using System.Globalization;
using System.Text.Json;
using SlimRegeling.Berichten.Relaties;
using Brief = SlimRegeling.Zaken.Tests.VertellerContext.Brieftekst;
using Tekst = SlimRegeling.Zaken.Tests.VertellerContext.Aanvraagtekst;

namespace SlimRegeling.Zaken.Tests;

/// <summary>Cases found by words in names, plans and letters, which their owners keep.</summary>
public sealed partial class TekstzoekenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task A_case_is_found_by_its_name_its_plan_and_its_letters_and_where_is_told()
    {
        var zaak = await Ingediend(
            "Bakkerij Zonnebloem B.V.",
            "Al onze molenaars volgen een cursus broodkunde.",
            "Wij verlenen u glutensubsidie."
        );
        await Ingediend("Slagerij Het Rund", "Wij leren hakken.", "Wij wijzen uw aanvraag af.");

        foreach (
            var (vraag, soort, gemerkt) in ((string, string, string)[])
                [
                    ("zonnebloem", "onderneming", "Zonnebloem"),
                    ("broodkunde", "plan", "broodkunde"),
                    ("glutensubsidie", "brief", "glutensubsidie"),
                ]
        )
        {
            var gevonden = Assert.Single(await Zoek(vraag));
            Assert.Equal((zaak.Nummer, "Bakkerij Zonnebloem B.V."), (Nummer(gevonden), gevonden.GetProperty("naam").GetString()));
            var plaats = Assert.Single(gevonden.GetProperty("gevonden").EnumerateArray());
            Assert.Equal(soort, plaats.GetProperty("soort").GetString());
            Assert.Equal([gemerkt], Gemerkt(plaats));
        }
    }

    [Theory]
    [InlineData("Al onze kwalificatieadviezen zijn gegeven.", "kwalificatieadvies")]
    [InlineData("Wij maken een groeipaddenplan.", "groeipaddenplannen")]
    [InlineData("De kaasbedrijven doen mee.", "kaasbedrijf")]
    [InlineData("Elke wolspinner leert.", "wolspinners")]
    [InlineData("Twee nieuwe breimethodes.", "breimethode")]
    public async Task Another_form_of_a_word_is_the_same_word(string plan, string gezocht)
    {
        var zaak = await Ingediend("Onderneming", plan, "Brief");

        var gevonden = Assert.Single(await Zoek(gezocht));

        Assert.Equal(zaak.Nummer, Nummer(gevonden));
        Assert.Single(Gemerkt(Assert.Single(gevonden.GetProperty("gevonden").EnumerateArray())));
    }

    [Fact]
    public async Task A_word_that_is_mistyped_finds_what_looks_like_it_and_says_so()
    {
        var zaak = await Ingediend("Rijwielhandel Tandwielzicht", "Plan", "Brief");

        var (_, lijst) = await huis.Haal(Zakenhuis.Bea, "/v1/zaken?tekst=tandwielzigt");

        Assert.Equal([zaak.Nummer], lijst.GetProperty("zaken").EnumerateArray().Select(Nummer));
        Assert.Contains("tandwielzicht", lijst.GetProperty("gezochtOp").EnumerateArray().Select(w => w.GetString()));
        var (_, goed) = await huis.Haal(Zakenhuis.Bea, "/v1/zaken?tekst=tandwielzicht");
        Assert.False(goed.TryGetProperty("gezochtOp", out _));
        Assert.Empty(await Zoek("xyzzyplugh"));
    }

    [Fact]
    public async Task A_number_among_the_words_finds_its_case_also_when_it_is_that_of_a_decision_in_it()
    {
        var zaak = await Ingediend("Weverij Schietspoel", "Plan", "Brief");
        await Ingediend("Weverij Schietspoel", "Plan", "Brief");

        foreach (var vraag in (string[])[zaak.Nummer, zaak.Nummer.ToLowerInvariant(), $"{zaak.Nummer}-BZ1", $"{zaak.Nummer} schietspoel"])
        {
            Assert.Equal([zaak.Nummer], (await Zoek(vraag)).Select(Nummer));
        }
        Assert.Empty(await Zoek($"{zaak.Nummer} spinnewiel"));
        var (_, lijst) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?zaaknummer={zaak.Nummer}-V1");
        Assert.Equal([zaak.Nummer], lijst.GetProperty("zaken").EnumerateArray().Select(Nummer));
    }

    [Fact]
    public async Task What_looks_like_it_is_taken_only_from_what_who_asks_can_find_a_case_by()
    {
        var zaak = await Ingediend("Kuiperij Duigenbank", "Plan", "Brief");
        await Ingediend("Kuiperij Het Vat", "Wij leren duigenband.", "Wij verlenen u duigenbant.");
        var gesloten = await Ingediend("Kuiperij Duigenbans", "Plan", "Brief");

        Assert.Equal(["duigenbank", "duigenbans"], await GezochtOp(Zakenhuis.Fenna));
        Assert.Equal(["duigenband", "duigenbank", "duigenbans", "duigenbant"], await GezochtOp(Zakenhuis.Bea));
        await huis.Voer($"insert into zaken.belang values ('{gesloten.Nummer}', '{Zakenhuis.Fenna}', 1, true)");
        Assert.Equal(["duigenbank"], await GezochtOp(Zakenhuis.Fenna));
        Assert.Equal([zaak.Nummer], (await Zoek("duigenbanx", Zakenhuis.Fenna)).Select(Nummer));

        async Task<string[]> GezochtOp(string wie)
        {
            var (_, lijst) = await huis.Haal(wie, "/v1/zaken?tekst=duigenbanx");
            return [.. lijst.GetProperty("gezochtOp").EnumerateArray().Select(w => w.GetString()!).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task All_words_must_be_in_the_case_wherever_in_it_they_stand()
    {
        var zaak = await Ingediend("Drukkerij Letterkast", "Wij leren inktmengen.", "Brief");
        await Ingediend("Drukkerij Letterkast", "Wij leren papierscheppen.", "Brief");

        Assert.Equal([zaak.Nummer], (await Zoek("letterkast inktmengen")).Select(Nummer));
        Assert.Equal(2, (await Zoek("Letterkast, drukkerij!")).Count);
        Assert.Empty(await Zoek("inktmengen papierscheppen"));
    }

    [Fact]
    public async Task Pages_stay_as_they_are_while_new_cases_come_in_and_a_status_narrows_them()
    {
        var zaken = new List<Voorbeeldzaak>();
        for (var i = 0; i < 5; i++)
        {
            zaken.Add(await Ingediend($"Weverij Spoelwiel {i}", "Plan", "Brief", klaar: false));
        }
        await huis.Hoor(Guid.NewGuid(), zaken[2].Vastgesteld);
        await huis.Doorzoekbaar();
        var gezien = new List<string>();
        string? na = null;
        do
        {
            var (status, lijst) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?tekst=spoelwiel&aantal=2{(na is null ? "" : $"&na={na}")}");
            Assert.Equal(200, status);
            gezien.AddRange(lijst.GetProperty("zaken").EnumerateArray().Select(Nummer));
            na = lijst.TryGetProperty("volgende", out var volgende) ? volgende.GetString() : null;
            var nieuw = await Ingediend("Weverij Spoelwiel nieuw", "Plan", "Brief", uur: 100);
            Assert.DoesNotContain(nieuw.Nummer, gezien);
        } while (na is not null);

        Assert.Equal(zaken.Select(z => z.Nummer).OrderDescending(StringComparer.Ordinal), gezien);
        Assert.Equal([zaken[2].Nummer], (await Zoek("spoelwiel&status=vastgesteld")).Select(Nummer));
        Assert.Empty(await Zoek("spoelwiel&status=afgerond"));
        // After the last page there is no other word to look for.
        Assert.Empty(await Zoek($"spoelwiel&na={gezien[^1]}"));
    }

    [Fact]
    public async Task Who_pays_finds_names_only_and_who_reads_neither_finds_nothing()
    {
        var zaak = await Ingediend("Smederij Aambeeldhoek", "Wij leren vuurlassen.", "Wij verlenen u hamersubsidie.");

        Assert.Equal([zaak.Nummer], (await Zoek("aambeeldhoek", Zakenhuis.Fenna)).Select(Nummer));
        Assert.Empty(await Zoek("vuurlassen", Zakenhuis.Fenna));
        Assert.Empty(await Zoek("hamersubsidie", Zakenhuis.Fenna));
        foreach (var wie in (string[])[Zakenhuis.Ben, Zakenhuis.Anna, Zakenhuis.Bram])
        {
            var (status, probleem) = await huis.Haal(wie, "/v1/zaken?tekst=aambeeldhoek");
            Assert.Equal((422, "tekst"), (status, probleem.GetProperty("fouten")[0].GetProperty("veld").GetString()));
            Assert.DoesNotContain(zaak.Nummer, probleem.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_searcher_sees_is_in_the_view_log()
    {
        var (een, ander) = (
            await Ingediend("Mouterij Graankorrel", "Plan", "Brief"),
            await Ingediend("Brouwerij Hopveld", "Plan", "Brief")
        );

        await Zoek("graankorrel");

        Assert.Equal(["zoeken"], await huis.Gezien(een.Nummer));
        Assert.Empty(await huis.Gezien(ander.Nummer));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("!?")]
    [InlineData("' & | ! :* <->")]
    public async Task Without_a_word_nothing_is_looked_for(string tekst)
    {
        var (status, probleem) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?tekst={Uri.EscapeDataString(tekst)}");

        Assert.Equal((422, "tekst"), (status, probleem.GetProperty("fouten")[0].GetProperty("veld").GetString()));
    }

    [Fact]
    public async Task A_new_name_takes_the_place_of_the_old_one_and_what_its_owner_no_longer_has_is_forgotten()
    {
        var zaak = await Ingediend("Glasblazerij Kristalhelder", "Wij leren etskunst.", "Brief");
        VertellerContext.Namen[zaak.Kvk] = "Glasblazerij Melkglas";
        await huis.Hoor(Guid.NewGuid(), new OndernemingGewijzigdBericht(zaak.Kvk, Guid.NewGuid(), "hash", Voorbeeldzaak.Op(30)));
        await huis.Doorzoekbaar();

        Assert.Empty(await Zoek("kristalhelder"));
        Assert.Single(await Zoek("melkglas"));
        Assert.Empty(await huis.Lees("select woord from zaken.zoekwoord where woord = 'kristalhelder'"));

        VertellerContext.Namen.TryRemove(zaak.Kvk, out _);
        VertellerContext.Aanvraagteksten.TryRemove(zaak.Nummer, out _);
        VertellerContext.Briefteksten.TryRemove(zaak.Nummer, out _);
        await huis.Hoor(Guid.NewGuid(), zaak.Brief);
        await huis.Doorzoekbaar();
        Assert.Empty(await Zoek("etskunst"));
        Assert.Empty(
            await huis.Lees(
                $"select tekst from zaken.zoektekst where zaaknummer = '{zaak.Nummer}' union all select woord from zaken.zoekwoord where woord in ('melkglas', 'etskunst')"
            )
        );
    }

    [Fact]
    public async Task A_party_is_found_by_its_name_and_by_its_number()
    {
        var zaak = await Ingediend("Hoofdaanvrager", "Plan", "Brief", partij: new("partij", "99887766", "Touwslagerij Kabeltrek 99887766"));

        Assert.Equal([zaak.Nummer], (await Zoek("kabeltrek")).Select(Nummer));
        Assert.Equal([zaak.Nummer], (await Zoek("99887766")).Select(Nummer));
        Assert.Equal([zaak.Nummer], (await Zoek(zaak.Kvk)).Select(Nummer));
    }

    private async Task<Voorbeeldzaak> Ingediend(
        string naam,
        string plan,
        string brief,
        int uur = 1,
        bool klaar = true,
        Tekst? partij = null
    )
    {
        var zaak = Voorbeeldzaak.Nieuw(Random.Shared.Next(10_000_000, 90_000_000).ToString(CultureInfo.InvariantCulture));
        VertellerContext.Namen[zaak.Kvk] = naam;
        VertellerContext.Aanvraagteksten[zaak.Nummer] = [.. partij is null ? (Tekst[])[] : [partij], new("plan", "", plan)];
        VertellerContext.Briefteksten[zaak.Nummer] = [new Brief($"{zaak.Nummer}-verlening", "verlening", brief)];
        await huis.Hoor(Guid.NewGuid(), zaak.Ingediend with { Op = Voorbeeldzaak.Op(uur) });
        if (klaar)
        {
            await huis.Doorzoekbaar();
        }
        return zaak;
    }

    private async Task<IReadOnlyList<JsonElement>> Zoek(string vraag, string wie = Zakenhuis.Bea)
    {
        var (status, lijst) = await huis.Haal(wie, $"/v1/zaken?tekst={vraag}");
        Assert.True(status == 200, lijst.GetRawText());
        return [.. lijst.GetProperty("zaken").EnumerateArray()];
    }

    private static string Nummer(JsonElement zaak) => zaak.GetProperty("zaaknummer").GetString()!;

    private static string[] Gemerkt(JsonElement plaats) =>
        [
            .. plaats
                .GetProperty("fragment")
                .EnumerateArray()
                .Where(d => d.GetProperty("gevonden").GetBoolean())
                .Select(d => d.GetProperty("tekst").GetString()!),
        ];
}
