using System.Text.Json;
using SlimRegeling.Tijdvakken;

namespace SlimRegeling.Api.Tests;

/// <summary>A draw is done once; by order of a court two people do it over, and everyone can see both.</summary>
public sealed class HerlotingTests(Apihuis huis)
{
    private const string Uitspraak = "ECLI:NL:RBDHA:2026:1";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_second_draw_is_refused_and_only_scheme_managers_do_one_over()
    {
        var (tijdvak, zaken, _) = await _loop.Geloot(3, "22080.00");
        var pad = $"/v1/tijdvakken/{tijdvak}";
        (await huis.Post(Mensen.Regelbeheerder, $"{pad}/loting", """{"zaad":"ander","bron":"notaris"}"""))
            .IsProbleem(409, "al-gerangschikt")
            .NoemtArtikel("artikel 2.10, eerste lid");
        foreach (var wie in (string?[])[null, "bert", Mensen.Beoordelaar, Mensen.Medeondertekenaar, Mensen.Anna])
        {
            var (status, code) = wie is null ? (401, "niet-aangemeld") : (403, "niet-bevoegd");
            (await huis.Post(wie, $"{pad}/herloting", Verzoek("ander"))).IsProbleem(status, code);
            (await huis.Post(wie, $"{pad}/herloting/bevestiging", Verzoek("ander"))).IsProbleem(status, code);
            (await huis.Haal(wie, $"{pad}/loting")).IsProbleem(status, code);
        }
        (await huis.Post(Mensen.Regelbeheerder, $"{pad}/herloting/bevestiging", Verzoek("ander"))).IsProbleem(409, "niet-voorbereid");
        (await huis.Post(Mensen.Regelbeheerder, $"{pad}/herloting", Verzoek("ander", " ")))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("uitspraak");
        (await huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken/onbekend/herloting", Verzoek("ander"))).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(Mensen.Regelbeheerder, $"{pad}/loting")).IsProbleem(404, "niet-gevonden");
        Assert.Equal(zaken, await _loop.Rangorde(tijdvak));
    }

    [Fact]
    public async Task It_takes_two_people_and_the_old_order_is_kept()
    {
        var (tijdvak, zaken, _) = await _loop.Geloot(3, "22080.00");
        var pad = $"/v1/tijdvakken/{tijdvak}";
        var zaad = Enumerable.Range(0, 100).Select(i => $"zaad {i}").First(z => Loten.Volgorde(z, zaken)[0] == zaken[2]);
        var nieuw = Loten.Volgorde(zaad, zaken);
        var voorbereid = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{pad}/herloting", Verzoek(zaad)));
        Assert.Equal("voorbereid", voorbereid.Veld("stand"));
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/herloting", Verzoek(zaad))).IsProbleem(409, "al-voorbereid");
        // Who is to confirm reads all but the seed: that is typed from its source.
        var klaar = await Zaakloop.Gelukt(huis.Haal(Mensen.TweedeRegelbeheerder, $"{pad}/loting"));
        Assert.Equal(("notaris", Uitspraak, "rianne"), (klaar.Veld("bron"), klaar.Veld("uitspraak"), klaar.Veld("door")));
        Assert.Matches("^[0-9a-f]{64}$", klaar.Veld("lijsthash"));
        Assert.DoesNotContain(zaad, klaar.Tekst, StringComparison.Ordinal);
        await Bevestig(Mensen.Regelbeheerder, zaad, 403, "zelf-voorbereid");
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/herloting/bevestiging", Verzoek(zaad, "ECLI:NL:RBDHA:2026:2"))).IsProbleem(
            409,
            "uitspraak-verschilt"
        );
        var bron = Verzoek(zaad).Replace("notaris", "griffie", StringComparison.Ordinal);
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/herloting/bevestiging", bron)).IsProbleem(409, "bron-verschilt");
        await Bevestig(Mensen.TweedeRegelbeheerder, $"{zaad} ", 409, "zaad-verschilt");
        // What was prepared as one is not confirmed as the other.
        var eerste = await huis.Post(
            Mensen.TweedeRegelbeheerder,
            $"{pad}/loting/bevestiging",
            $$"""{"zaad":"{{zaad}}","bron":"notaris"}"""
        );
        eerste.IsProbleem(409, "niet-voorbereid");
        Assert.Equal(zaken, await _loop.Rangorde(tijdvak));

        var tegelijk = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/herloting/bevestiging", Verzoek(zaad)))
        );
        Assert.Single(tegelijk, a => a.Status == 200);
        Assert.All(tegelijk.Where(a => a.Status != 200), a => a.IsProbleem(409, "niet-voorbereid"));
        await huis.Stil();

        Assert.Equal(nieuw, await _loop.Rangorde(tijdvak));
        Assert.Equal(zaken, await _loop.Rangorde(tijdvak, "?versie=1"));
        (await huis.Haal(null, $"{pad}/rangorde?versie=3")).IsProbleem(404, "niet-gevonden");
        await Openbaar(tijdvak, zaad, nieuw);
        var stand = await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"/v1/beheer/tijdvakken/{tijdvak}/stand"));
        Assert.Equal("22080.00", stand.Veld("gereserveerd"));
        var gereserveerd = await huis.Tel(
            $"select count(*) from tijdvakken.inschrijving where zaaknummer in ('{nieuw[0]}', '{nieuw[1]}') and staat = 'gereserveerd'"
        );
        Assert.Equal(2, gereserveerd);

        async Task Bevestig(string wie, string getypt, int status, string code) =>
            (await huis.Post(wie, $"{pad}/herloting/bevestiging", Verzoek(getypt))).IsProbleem(status, code);
    }

    [Fact]
    public async Task What_was_prepared_is_taken_back_and_where_nothing_was_drawn_nothing_is_done_over()
    {
        var (geloot, _, _) = await _loop.Geloot(2, "11040.00");
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{geloot}/herloting", Verzoek("tikfout")));
        await Zaakloop.Gelukt(huis.Zend(Mensen.TweedeRegelbeheerder, HttpMethod.Delete, $"/v1/tijdvakken/{geloot}/loting"));
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"/v1/tijdvakken/{geloot}/herloting/bevestiging", Verzoek("tikfout"))).IsProbleem(
            409,
            "niet-voorbereid"
        );

        var (past, _) = await _loop.Gesloten(1, "22080.00");
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{past}/lijst"));
        await huis.Stil();
        (await huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{past}/herloting", Verzoek("zaad")))
            .IsProbleem(409, "niet-geloot")
            .NoemtArtikel("artikel 2.10, eerste lid");
    }

    /// <summary>Everyone reads which list took the place of which, by which decision.</summary>
    private async Task Openbaar(string tijdvak, string zaad, IReadOnlyList<string> nieuw)
    {
        var lijsthash = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}"))).Veld("lijsthash");
        var rangorde = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/rangorde"))).Inhoud;
        Assert.Equal(
            (lijsthash, zaad, "notaris", Uitspraak),
            (Tekst(rangorde, "lijsthash"), Tekst(rangorde, "zaad"), Tekst(rangorde, "bron"), Tekst(rangorde, "uitspraak"))
        );
        var lijsten = rangorde.GetProperty("lijsten").EnumerateArray().ToList();
        Assert.Equal(["1 loting z 2", $"2 herloting {zaad} "], lijsten.Select(l => Regel(l, "soort")));
        Assert.All(lijsten, l => Assert.Equal(lijsthash, Tekst(l, "hash")));
        var oud = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/rangorde?versie=1"))).Inhoud;
        Assert.Equal(("z", 2), (Tekst(oud, "zaad"), oud.GetProperty("vervangenDoor").GetInt32()));

        var geschiedenis = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/geschiedenis")))
            .Inhoud.EnumerateArray()
            .ToList();
        Assert.Equal(["vastgesteld", "lijst-vastgelegd", "gerangschikt", "herloot"], geschiedenis.Select(b => Tekst(b, "besluit")));
        Assert.Equal(["1 gerangschikt z 2", $"2 herloot {zaad} "], geschiedenis.Skip(2).Select(b => Regel(b, "besluit")));
        Assert.Equal(Uitspraak, Tekst(geschiedenis[3], "uitspraak"));

        var csv = await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/rangorde.csv"));
        Assert.Contains("# vervangen door lijst;2\n", csv.Tekst, StringComparison.Ordinal);
        Assert.Contains($"\n2;1;{nieuw[0]};ja\n2;2;{nieuw[1]};ja\n2;3;{nieuw[2]};nee\n", csv.Tekst, StringComparison.Ordinal);

        static string Regel(JsonElement e, string naam) =>
            $"{e.GetProperty("lijst").GetInt32()} {Tekst(e, naam)} {Tekst(e, "zaad")} {(e.TryGetProperty("vervangenDoor", out var door) && door.ValueKind == JsonValueKind.Number ? door.GetRawText() : "")}";
    }

    private static string Verzoek(string zaad, string uitspraak = Uitspraak) =>
        $$"""{"zaad":"{{zaad}}","bron":"notaris","uitspraak":"{{uitspraak}}"}""";

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
