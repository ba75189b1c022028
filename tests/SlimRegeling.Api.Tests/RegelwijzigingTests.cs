using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Api.Tests;

/// <summary>Confirming and changing a rule through the API; on versions of which no other test has a case.</summary>
public sealed class RegelwijzigingTests(Apihuis huis)
{
    private const string Regel = """{"sectie":"parameters","code":"offertes-vereist-boven","bron":"Stcrt. 2026, 12345"}""";

    [Fact]
    public async Task A_change_is_proposed_signed_by_a_colleague_and_read_by_everyone_as_of_any_moment()
    {
        const string Versie = "/v1/regelversies/slim-2020";
        var voor = huis.Klok.GetCurrentInstant();
        var vanaf = voor + Duration.FromDays(2);
        var was = await Waarde(Versie, voor);
        var gemaakt = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{Versie}/voorstellen", Met("60000.00", vanaf)));
        var voorstel = $"{Versie}/voorstellen/{gemaakt.Inhoud.GetProperty("voorstel").GetInt32()}";
        var hash = $$"""{"hash":"{{gemaakt.Veld("hash")}}"}""";

        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{Versie}/voorstellen", Met("61000.00", vanaf))).IsProbleem(409, "al-voorgesteld");
        (await huis.Post(Mensen.Regelbeheerder, $"{voorstel}/ondertekening", hash)).IsProbleem(403, "zelf-voorgesteld");
        var gelezen = (await Zaakloop.Gelukt(huis.Haal(Mensen.TweedeRegelbeheerder, voorstel))).Inhoud;
        Assert.Equal((was, "60000.00", "voorgelegd"), (Tekst(gelezen, "was"), Tekst(gelezen, "waarde"), Tekst(gelezen, "status")));
        // Ten at once sign once.
        var antwoorden = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => huis.Post(Mensen.TweedeRegelbeheerder, $"{voorstel}/ondertekening", hash))
        );
        Assert.Single(antwoorden, a => a.Status == 200);
        Assert.All(antwoorden.Where(a => a.Status != 200), a => a.IsProbleem(409, "al-ondertekend"));

        Assert.Equal(was, await Waarde(Versie, vanaf - Duration.FromTicks(1)));
        Assert.Equal("60000.00", await Waarde(Versie, vanaf));
        var verschil = (await Zaakloop.Gelukt(huis.Haal(null, $"{Versie}/verschil/slim-2021?op={Op(vanaf)}"))).Inhoud;
        Assert.Contains(
            verschil.GetProperty("verschillen").EnumerateArray(),
            v => Tekst(v, "code") == "offertes-vereist-boven" && Tekst(v, "van").StartsWith("60000.00", StringComparison.Ordinal)
        );
        var hashes = await Task.WhenAll(Lijsthash(voor), Lijsthash(vanaf));
        Assert.NotEqual(hashes[0], hashes[1]);
    }

    [Fact]
    public async Task What_is_unconfirmed_is_shown_confirmed_with_a_source_and_gone()
    {
        const string Versie = "/v1/regelversies/slim-2021";
        const string Bevestig = """{"sectie":"parameters","code":"sbi-wegvervoer","bron":"CBS, SBI 2008"}""";
        var voor = await Onbevestigd(Versie);
        Assert.Contains("sbi-wegvervoer", voor);
        var eerste = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{Versie}/voorstellen", Bevestig));
        await Zaakloop.Gelukt(
            huis.Post(Mensen.TweedeRegelbeheerder, $"{Versie}/voorstellen/1/terugzending", """{"reden":"Noem de bladzijde."}""")
        );
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{Versie}/voorstellen/1/ondertekening", Hash(eerste))).IsProbleem(
            409,
            "teruggezonden"
        );
        var tweede = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{Versie}/voorstellen", Bevestig));
        await Zaakloop.Gelukt(huis.Post(Mensen.TweedeRegelbeheerder, $"{Versie}/voorstellen/2/ondertekening", Hash(tweede)));

        Assert.Equal(voor.Except(["sbi-wegvervoer"]), await Onbevestigd(Versie));
        var lijst = (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"{Versie}/voorstellen"))).Inhoud.EnumerateArray().ToList();
        Assert.Equal(["teruggezonden", "ondertekend"], lijst.Select(v => Tekst(v, "status")));
        Assert.Equal("Noem de bladzijde.", Tekst(lijst[0], "reden"));
    }

    [Fact]
    public async Task What_a_rule_cannot_have_is_refused_and_nothing_is_stored()
    {
        await huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, "/v1/regelversies/slim-2026/voorstellen", Met("veel", null)),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("waarde")
        );
        await huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, "/v1/regelversies/slim-2019/voorstellen", Regel),
            a => a.IsProbleem(404, "niet-gevonden").Noemt("slim-2019")
        );
        (await huis.Haal(Mensen.Regelbeheerder, "/v1/regelversies/slim-2026/voorstellen/99")).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(null, "/v1/regelversies/slim-2026?op=gisteren")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("op");
    }

    private static string Met(string waarde, Instant? vanaf) =>
        $$"""{{Regel[..^1]}},"waarde":"{{waarde}}"{{(vanaf is { } op ? $",\"geldtVanaf\":\"{Op(op)}\"" : "")}}}""";

    private static string Hash(Gekregen gemaakt) => $$"""{"hash":"{{gemaakt.Veld("hash")}}"}""";

    private static string Op(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    private async Task<string> Waarde(string versie, Instant op) =>
        (await Zaakloop.Gelukt(huis.Haal(null, $"{versie}?op={Op(op)}")))
            .Inhoud.GetProperty("secties")
            .EnumerateArray()
            .SelectMany(s => s.GetProperty("regels").EnumerateArray())
            .Where(r => Tekst(r, "code") == "offertes-vereist-boven")
            .Select(r => Tekst(r, "waarde"))
            .Single();

    private async Task<string> Lijsthash(Instant op) =>
        Tekst((await Zaakloop.Gelukt(huis.Haal(null, $"/v1/regelversies?op={Op(op)}"))).Inhoud[0], "hash");

    private async Task<IReadOnlyList<string>> Onbevestigd(string versie) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"{versie}/onbevestigd")))
                .Inhoud.EnumerateArray()
                .Select(o => Tekst(o.GetProperty("regel"), "code")),
        ];

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
