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

    /// <summary>Half of it in a month, the rest a month later.</summary>
    private Task<Gekregen> TrefRegeling() =>
        StelVoor(
            v => Open(v) > 0 && v.Lid("regeling") is null,
            "betalingsregeling",
            EenHandtekening,
            v =>
            {
                var (open, helft) = (Open(v), Omlaag(Open(v) / 2));
                var termijnen = new[]
                {
                    new { uiterlijk = Lezen.Iso(Vandaag.PlusDays(30)), bedrag = Lezen.Euro(helft) },
                    new { uiterlijk = Lezen.Iso(Vandaag.PlusDays(60)), bedrag = Lezen.Euro(open - helft) },
                };
                return JsonSerializer.Serialize(new { argument = "Zo kan het wel.", termijnen });
            }
        );

    private Task<Gekregen> BeeindigRegeling() =>
        StelVoor(v => v.Lid("regeling") is not null, "betalingsregeling/intrekking", EenHandtekening);

    public async Task<bool> HeeftOpenVordering() => (await Vorderingen()).Exists(v => Open(v) > 0);

    /// <summary>Against the advance of the case in the other window.</summary>
    private Task<Gekregen> Verreken() =>
        StelVoor(
            v => Open(v) > 0,
            "verrekening",
            TweeHandtekeningen,
            _ =>
                JsonSerializer.Serialize(
                    new
                    {
                        betaalopdracht = $"{Elders ?? zaak}-B1",
                        zelfdeActiviteiten = true,
                        argument = "Zelfde methode.",
                    }
                )
        );

    /// <summary>About the first such claim: proposed by one, signed by others.</summary>
    /// <param name="verzoek">What is asked, where that is more than an argument.</param>
    private async Task<Gekregen> StelVoor(
        Predicate<JsonElement?> welke,
        string wat,
        Rol[] tekenen,
        Func<JsonElement?, string>? verzoek = null
    )
    {
        var vordering = (await Vorderingen()).Find(welke);
        var pad = $"/v1/vorderingen/{vordering.Tekst("vordering") ?? $"{zaak}-TV99"}";
        var gedaan = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"{pad}/{wat}",
            verzoek?.Invoke(vordering) ?? """{"argument":"Er is te veel betaald."}"""
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
            return await GeenVordering();
        }
        var open = Open(vordering);
        var bedrag = (keuze % 3) switch
        {
            0 => Math.Max(0.01m, Omlaag(open / 2)),
            1 => open,
            _ => open + 1.00m,
        };
        var mutatie = new Bankmutatie(bedrag, Af: false, "NOTPROVIDED", $"Terug {vordering.Tekst("vordering")}");
        return await LeesIn("/v1/afschriften", Afschrift(mutatie));
    }

    /// <summary>A writ against who was reminded in vain: proposed by one, signed by two others, and served.</summary>
    private async Task<Gekregen> VaardigDwangbevelUit()
    {
        var getekend = await StelVoor(v => Open(v) > 0 && v.Lid("dwangbevel") is null, "dwangbevel", TweeHandtekeningen);
        if (!getekend.IsGelukt())
        {
            return getekend;
        }
        var betekening = new
        {
            dag = Lezen.Iso(Vandaag),
            kosten = "120.00",
            toelichting = "Deurwaarder De Wit, 2026/12.",
        };
        return await Noteer(v => v.Lid("dwangbevel") is not null && v.Lid("betekendOp") is null, "dwangbevel/betekening", betekening);
    }

    /// <param name="keuze">Of two whether the debtor went bankrupt or died.</param>
    private Task<Gekregen> Belemmer(int keuze)
    {
        var melding = new
        {
            soort = keuze % 2 == 0 ? "faillissement" : "overlijden",
            vanaf = Lezen.Iso(Vandaag),
            toelichting = "Dat staat in het register.",
        };
        return Noteer(v => Open(v) > 0 && v.Lid("belemmering") is null, "belemmering", melding);
    }

    private Task<Gekregen> HefBelemmeringOp() =>
        Noteer(v => v.Lid("belemmering") is not null, "belemmering/opheffing", new { toelichting = "Het staat er niet meer." });

    private Task<Gekregen> Erken() =>
        Noteer(v => Open(v) > 0, "erkenning", new { dag = Lezen.Iso(Vandaag), toelichting = "De ontvanger schreef dat het klopt." });

    /// <summary>About the first such claim, by one who had no hand in it.</summary>
    private async Task<Gekregen> Noteer(Predicate<JsonElement?> welke, string wat, object melding)
    {
        var vordering = (await Vorderingen()).Find(welke);
        return vordering is null
            ? await GeenVordering()
            : await beller.Post(
                beller.Huis.Medewerker(Rol.FinancieelMedewerker),
                $"/v1/vorderingen/{vordering.Tekst("vordering")}/{wat}",
                JsonSerializer.Serialize(melding)
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
