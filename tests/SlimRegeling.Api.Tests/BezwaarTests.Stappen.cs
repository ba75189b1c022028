using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

public sealed partial class BezwaarTests
{
    private string Vandaag => $"{Moment.Dag(huis.Klok.GetCurrentInstant()):uuuu-MM-dd}";

    /// <summary>Objected, judged, assessed again and proposed as well-founded.</summary>
    private async Task<string> Voorgesteld(string eva, string zaak)
    {
        var bezwaar = await Gemaakt(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}"""));
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", """{"grond":"volledig-tegemoet","argument":"Gelijk."}"""));
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", Met(await _loop.Oordelen(zaak), bezwaar)));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is haalbaar."}"""));
        await huis.Stil();
        return bezwaar;
    }

    private async Task<string> Gemaakt(string eva, string zaak)
    {
        var besluit = Besluiten(await Zaakbezwaren(eva, zaak))[0].GetProperty("besluit").GetString();
        var verzoek = $$"""{"besluit":"{{besluit}}","naam":"Eva","gronden":"Het is haalbaar.","wilHoren":false}""";
        return (await Zaakloop.Gelukt(huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", verzoek))).Veld("bezwaar");
    }

    /// <summary>Objected and judged, of who does not want to be heard.</summary>
    private async Task<string> TeBeslissen(string eva, string zaak)
    {
        var bezwaar = await Gemaakt(eva, zaak);
        await huis.Stil();
        var pad = $"/v1/bezwaren/{bezwaar}";
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}"""));
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}"""));
        return bezwaar;
    }

    private async Task<string> Ingediend(string tijdvak, string wie)
    {
        // Of one moment a draw would decide.
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        return zaak;
    }

    private async Task<string> Afgewezen(string tijdvak, string wie)
    {
        var zaak = await Ingediend(tijdvak, wie);
        await Wijs(tijdvak, zaak);
        return zaak;
    }

    /// <summary>The window closes, and this case is refused because it cannot be done.</summary>
    private async Task Wijs(string tijdvak, string zaak)
    {
        await Besluit(
            tijdvak,
            zaak,
            oordelen =>
                oordelen.Replace(
                    """{"code":"niet-haalbaar","uitkomst":"voldaan""",
                    """{"code":"niet-haalbaar","uitkomst":"nietVoldaan""",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("afgewezen", (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}"))).Veld("status"));
    }

    /// <summary>The window closes, and on this case is decided by these judgments.</summary>
    /// <param name="oordelen">Makes of the body that judges every ground as met the one that is sent.</param>
    private async Task Besluit(string tijdvak, string zaak, Func<string, string> oordelen)
    {
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", oordelen(await _loop.Oordelen(zaak))));
        await huis.Stil();
        await _loop.Verleend(zaak);
    }

    /// <summary>By arrival, open for two days from now.</summary>
    private async Task<string> Tijdvak(string regelversie, decimal plafond, decimal? reserve)
    {
        var id = $"bezwaar-{Guid.NewGuid().ToString("N")[..12]}";
        var opent = huis.Klok.GetCurrentInstant();
        await _loop.Tijdvakbesluit(
            "/v1/tijdvakken",
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {"id":"{{id}}","aanvragertype":"mkb-onderneming","opent":"{{Zaakloop.Wandklok(opent)}}",
                 "sluit":"{{Zaakloop.Wandklok(opent + Zaakloop.Openstelling)}}","plafond":"{{plafond:0.00}}","volgorde":"binnenkomst",
                 "regelversie":"{{regelversie}}"{{(reserve is { } bedrag ? $",\"bezwaarreserve\":\"{bedrag:0.00}\"" : "")}}}
                """
            )
        );
        return id;
    }

    private async Task Regel(string versie, string waarde)
    {
        var gemaakt = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Regelbeheerder,
                $"/v1/regelversies/{versie}/voorstellen",
                $$"""{"sectie":"parameters","code":"bezwaar-budget","waarde":"2014-01-01: {{waarde}}","bron":"besluit van de minister"}"""
            )
        );
        var nummer = gemaakt.Inhoud.GetProperty("voorstel").GetInt32();
        await Zaakloop.Gelukt(
            huis.Post(
                Mensen.TweedeRegelbeheerder,
                $"/v1/regelversies/{versie}/voorstellen/{nummer}/ondertekening",
                $$"""{"hash":"{{gemaakt.Veld("hash")}}"}"""
            )
        );
        await huis.Stil();
    }

    /// <summary>Reserved in all, of which from the reserve, and the ceiling.</summary>
    private Task<string> Geld(string tijdvak) =>
        huis.Lees($"select gereserveerd || ' ' || uit_reserve || ' ' || plafond from tijdvakken.plafondstand where tijdvak = '{tijdvak}'");

    private async Task<JsonElement> Zaakbezwaren(string wie, string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud;

    private static IReadOnlyList<JsonElement> Besluiten(JsonElement bezwaren) => [.. bezwaren.GetProperty("besluiten").EnumerateArray()];

    private async Task<IReadOnlyList<string>> Brieven(string wie, string zaak) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}")))
                .Inhoud.EnumerateArray()
                .Select(b => b.GetProperty("soort").GetString()!),
        ];

    private static string Bedrag(JsonElement van, string naam) => van.GetProperty(naam).GetString()!;

    /// <param name="regels">JSON: the judgments on lines of the budget.</param>
    private static string MetRegels(string oordelen, string regels) => $$"""{"regels":{{regels}},{{oordelen[1..]}}""";

    private static string Met(string oordelen, string bezwaar) => $$"""{"bezwaar":"{{bezwaar}}",{{oordelen[1..]}}""";
}
