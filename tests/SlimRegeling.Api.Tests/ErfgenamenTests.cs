using System.Text.Json;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>After the death of who is to pay back: what is decided goes on paper to the heirs, and not to the case of who died.</summary>
public sealed class ErfgenamenTests(Afstemhuis huis) : IClassFixture<Afstemhuis>
{
    private Apihuis Api => huis.Huis;

    [Fact]
    public async Task What_is_decided_after_a_death_is_posted_to_the_heirs_and_its_term_runs_from_that_day()
    {
        var (zaak, _, wie) = await huis.Betaald();
        var brief = $"{zaak}-TV1-terugvordering";
        var pad = $"/v1/vorderingen/{zaak}-TV1";
        await Terugvordering.Vastgesteld(Api, zaak);
        var dag = LocalDatePattern.Iso.Format(Moment.Dag(Api.Klok.GetCurrentInstant()));
        var overleden = $$"""{"soort":"overlijden","vanaf":"{{dag}}","toelichting":"Uittreksel."}""";
        await Zaakloop.Gelukt(Api.Post(Mensen.FinancieelMedewerker, $"{pad}/belemmering", overleden));
        await Zaakloop.Gelukt(Api.Post(Mensen.FinancieelMedewerker, $"{pad}/terugvordering", """{"argument":"Er is niets uitgevoerd."}"""));
        await Terugvordering.Teken(Api, pad);

        var brieven = (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, $"/v1/brieven?zaaknummer={zaak}"))).Inhoud.EnumerateArray();
        Assert.Equal("post", brieven.Single(b => b.GetProperty("id").GetString() == brief).GetProperty("wachtOp").GetString());
        Assert.Equal("besloten", (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, pad))).Veld("stand"));

        var bundel = (await Zaakloop.Gelukt(Api.Post(Mensen.Beoordelaar, "/v1/postbundels", "{}"))).Veld("id");
        await Zaakloop.Gelukt(Api.Post(Mensen.Beoordelaar, $"/v1/postbundels/{bundel}/verzending", "{}"));
        await Api.Stil();
        var pagina = (await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/brieven/{brief}/pagina"))).Inhoud;
        Assert.StartsWith("De erfgenamen van ", Eerste(pagina.GetProperty("adressering")), StringComparison.Ordinal);
        Assert.Equal("loopt", (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, pad))).Veld("stand"));

        var einde = """{"toelichting":"Een ander dan de ontvanger."}""";
        Assert.Equal(403, (await Api.Post(Mensen.FinancieelMedewerker, $"{pad}/belemmering/opheffing", einde)).Status);
        await Zaakloop.Gelukt(Api.Post(Mensen.Controleur, $"{pad}/belemmering/opheffing", einde));
    }

    private static string Eerste(JsonElement regels) => regels[0].GetString()!;
}
