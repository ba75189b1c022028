using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>The steps by which an advance comes to be claimed back.</summary>
internal static class Terugvordering
{
    private const string Niets = """
        {"activiteiten":[{"soort":"A","uitgevoerd":false,"argument":"geen plan"},{"soort":"C","uitgevoerd":false,"argument":"geen methode"}]}
        """;

    /// <summary>Drawn in the sample; no proof came, and nothing was done.</summary>
    public static async Task Vastgesteld(Apihuis api, string zaak)
    {
        api.Klok.Vooruit(Duration.FromDays(400));
        await Zaakloop.Gelukt(api.Post(Mensen.Beoordelaar, $"/v1/verantwoordingen/{zaak}/steekproef", """{"zaad":"z"}"""));
        await api.Stil();
        api.Klok.Vooruit(Duration.FromDays(60));
        await Zaakloop.Gelukt(api.Post(Mensen.Dubbel, $"/v1/verantwoordingen/{zaak}/beoordeling", Niets));
        foreach (var tekent in (string[])[Mensen.Medeondertekenaar, api.Medewerker(Rol.Medeondertekenaar)])
        {
            var beeld = (await Zaakloop.Gelukt(api.Haal(tekent, $"/v1/verantwoordingen/{zaak}"))).Inhoud;
            var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
            await Zaakloop.Gelukt(api.Post(tekent, $"/v1/verantwoordingen/{zaak}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        }
        await api.Stil();
    }

    /// <summary>What lies ready about a claim, by two of finance.</summary>
    public static async Task Teken(Apihuis api, string pad)
    {
        foreach (var tekent in (string[])[Mensen.TweedeFinancieelMedewerker, Mensen.Controleur])
        {
            var beeld = (await Zaakloop.Gelukt(api.Haal(tekent, pad))).Inhoud;
            var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
            await Zaakloop.Gelukt(api.Post(tekent, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        }
        await api.Stil();
    }
}
