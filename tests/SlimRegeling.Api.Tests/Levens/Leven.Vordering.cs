using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What is claimed back, and what comes in for it.</summary>
internal sealed partial class Leven
{
    private const string Rekening = "NL91ABNA0417164300";

    private static readonly Rol[] EenHandtekening = [Rol.FinancieelControleur];
    private static readonly Rol[] TweeHandtekeningen = [Rol.FinancieelMedewerker, Rol.FinancieelControleur];

    /// <summary>The first claim of which nothing was decided.</summary>
    private Task<Gekregen> Vorder() => StelVoor(v => v.Tekst("stand") == "ontstaan", "terugvordering", TweeHandtekeningen);

    /// <summary>The job of the night reminds who is late.</summary>
    private async Task<Gekregen> Maan()
    {
        await beller.Herhaal(async () =>
        {
            await using var diensten = beller.Huis.Diensten();
            await diensten
                .ServiceProvider.GetRequiredService<Taakuitvoering>()
                .Voer(typeof(Aanmanen).AssemblyQualifiedName!, TestContext.Current.CancellationToken);
        });
        return await beller.Haal(Mensen.Controleur, $"/v1/vorderingen?zaaknummer={zaak}");
    }

    private Task<Gekregen> StelRenteVast() => StelVoor(v => Open(v) > 0, "rente", EenHandtekening);

    private Task<Gekregen> BoekAf() => StelVoor(v => Open(v) > 0, "afboeking", TweeHandtekeningen);

    /// <summary>About the first such claim: proposed by one, signed by others.</summary>
    private async Task<Gekregen> StelVoor(Predicate<JsonElement?> welke, string wat, Rol[] tekenen)
    {
        var vordering = (await Vorderingen()).Find(welke);
        var pad = $"/v1/vorderingen/{vordering.Tekst("vordering") ?? $"{zaak}-TV99"}";
        var gedaan = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"{pad}/{wat}",
            """{"argument":"Er is te veel betaald."}"""
        );
        foreach (var rol in tekenen)
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
