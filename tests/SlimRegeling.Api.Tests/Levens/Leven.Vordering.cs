using System.Net.Http.Headers;
using System.Text.Json;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What is claimed back, and what comes in for it.</summary>
internal sealed partial class Leven
{
    private const string Rekening = "NL91ABNA0417164300";

    /// <summary>The first claim of which nothing was decided: proposed by one, signed by two others.</summary>
    private async Task<Gekregen> Vorder()
    {
        var vorderingen = await Vorderingen();
        var vordering = vorderingen.Find(v => v.Tekst("stand") == "ontstaan");
        var pad = $"/v1/vorderingen/{vordering.Tekst("vordering") ?? $"{zaak}-TV99"}";
        var gedaan = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"{pad}/terugvordering",
            """{"argument":"Er is te veel betaald."}"""
        );
        foreach (var rol in (Rol[])[Rol.FinancieelMedewerker, Rol.FinancieelControleur])
        {
            if (!gedaan.IsGelukt())
            {
                return gedaan;
            }
            var beeld = (JsonElement?)(await beller.Haal(Mensen.Controleur, pad)).Inhoud;
            gedaan = await beller.Post(beller.Huis.Medewerker(rol), $"{pad}/ondertekening", Hash(beeld.Lid("voorstel").Tekst("hash")));
        }
        return gedaan;
    }

    /// <param name="keuze">Of three whether half of what stands open of the first claim comes in, all of it, or more.</param>
    private async Task<Gekregen> BetaalTerug(int keuze)
    {
        var vorderingen = await Vorderingen();
        var vordering = vorderingen.Find(v => Open(v) > 0);
        if (vordering is null)
        {
            return await beller.Haal(Mensen.Controleur, $"/v1/vorderingen/{zaak}-TV99");
        }
        var open = Open(vordering);
        var bedrag = (keuze % 3) switch
        {
            0 => Math.Max(0.01m, Omlaag(open / 2)),
            1 => open,
            _ => open + 1.00m,
        };
        var mutatie = new Bankmutatie(bedrag, Af: false, "NOTPROVIDED", $"Terug {vordering.Tekst("vordering")}");
        var nu = beller.Huis.Klok.GetCurrentInstant();
        var afschrift = Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, 1_000_000m, Vandaag, nu, [mutatie]);
        return await beller.Stuur(
            Mensen.FinancieelMedewerker,
            "/v1/afschriften",
            () => new ByteArrayContent(afschrift) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } }
        );
    }

    private static decimal Open(JsonElement? vordering)
    {
        var open = vordering.Lid("open");
        return open.Bedrag("kosten") + open.Bedrag("rente") + open.Bedrag("hoofdsom");
    }

    private async Task<List<JsonElement?>> Vorderingen() =>
        ((JsonElement?)(await beller.Haal(Mensen.FinancieelMedewerker, $"/v1/vorderingen?zaaknummer={zaak}")).Inhoud).Rijen();
}
