using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What is paid and refused, for what it waits, and what people put right in the books.</summary>
internal sealed partial class Leven
{
    private static readonly string[] Rekeningen = ["NL02ABNA0123456789", "NL44RABO0123456789"];

    /// <summary>The first order that is not on its way is booked by the bank.</summary>
    private async Task<Gekregen> Betaal()
    {
        var (_, antwoord, bestand) = await BrengWeg();
        return bestand is null
            ? antwoord
            : await LeesIn("/v1/afschriften", Voorbeeldbank.Voer(bestand, 1_000_000m, beller.Huis.Klok.GetCurrentInstant()));
    }

    /// <summary>The first order that is not on its way is refused by the bank.</summary>
    private async Task<Gekregen> WijsAf()
    {
        var (order, antwoord, bestand) = await BrengWeg();
        var af = new Dictionary<string, string> { [order] = "AC04" };
        return bestand is null
            ? antwoord
            : await LeesIn("/v1/statusberichten", Voorbeeldbank.Wijs(bestand, beller.Huis.Klok.GetCurrentInstant(), af));
    }

    /// <summary>Let go from the objections that somebody has to look at, proposed, and approved by two others.</summary>
    /// <returns>The first order that is not on its way, the last answer, and the file; null when one of these was refused.</returns>
    private async Task<(string Order, Gekregen Antwoord, byte[]? Bestand)> BrengWeg()
    {
        var opdracht = (await OpenOrders()).FirstOrDefault();
        var id = opdracht.Tekst("id") ?? $"{zaak}-B99";
        foreach (var bezwaar in opdracht.Leden("aanhoudingen").Where(a => a.Tekst("grond") == "bezwaar"))
        {
            var vrijgave = JsonSerializer.Serialize(new { bezwaar = bezwaar.Tekst("nummer"), toelichting = "Gezien." });
            var vrij = await beller.Post(beller.Huis.Medewerker(Rol.FinancieelControleur), $"/v1/betaalopdrachten/{id}/vrijgave", vrijgave);
            if (!vrij.IsGelukt())
            {
                return (id, vrij, null);
            }
        }
        var ronde = await beller.Post(
            Mensen.FinancieelMedewerker,
            "/v1/betaalrondes",
            $$"""{"uitvoerdatum":"{{Lezen.Iso(Vandaag)}}","opdrachten":["{{id}}"]}"""
        );
        if (!ronde.IsGelukt())
        {
            return (id, ronde, null);
        }
        var naam = ronde.Veld("ronde");
        foreach (var rol in (Rol[])[Rol.FinancieelMedewerker, Rol.FinancieelControleur])
        {
            var akkoord = await beller.Post(
                beller.Huis.Medewerker(rol),
                $"/v1/betaalrondes/{naam}/akkoord",
                $$"""{"hash":"{{ronde.Veld("hash")}}"}"""
            );
            if (!akkoord.IsGelukt())
            {
                return (id, akkoord, null);
            }
        }
        var pain = await beller.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalbestanden/{naam}");
        return (id, pain, Encoding.UTF8.GetBytes(pain.Tekst));
    }

    private Task<Gekregen> LegBeslag()
    {
        var beslag = new
        {
            beslaglegger = "Deurwaarder De Wit",
            kenmerk = "2026/12",
            gelegdOp = Lezen.Iso(Vandaag),
        };
        return beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"/v1/rekeningen/{kvkNummer}/beslagen",
            JsonSerializer.Serialize(beslag)
        );
    }

    /// <summary>Half of the first order that is attached goes to who attached it, past a file of ours; two people find so on the work list.</summary>
    private async Task<Gekregen> BetaalBeslaglegger()
    {
        var opdracht = (await OpenOrders()).Find(o => o.Leden("aanhoudingen").Exists(a => a.Tekst("grond") == "beslag"));
        if (opdracht is null)
        {
            return await beller.Haal(Mensen.Controleur, $"/v1/betaalopdrachten/{zaak}-B99");
        }
        var mutatie = new Bankmutatie(
            Math.Max(0.01m, Omlaag(opdracht.Bedrag("bedrag") / 2)),
            Af: true,
            "NOTPROVIDED",
            "Aan de deurwaarder"
        );
        var gelezen = await LeesIn("/v1/afschriften", Afschrift(mutatie));
        var regel = ((JsonElement?)gelezen.Inhoud).Leden("ongekoppeld").FirstOrDefault().Tekst("bankregel");
        if (regel is null)
        {
            return gelezen;
        }
        var voorstel = new
        {
            afhandeling = "beslaglegger",
            toelichting = "Gebeld met de deurwaarder.",
            betaalopdracht = opdracht.Tekst("id"),
        };
        var voorgesteld = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"/v1/bankregels/{regel}/voorstel",
            JsonSerializer.Serialize(voorstel)
        );
        if (!voorgesteld.IsGelukt())
        {
            return voorgesteld;
        }
        var ligt = ((JsonElement?)(await beller.Haal(Mensen.Controleur, "/v1/bankregels")).Inhoud)
            .Rijen()
            .Find(r => r.Tekst("bankregel") == regel);
        return await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelControleur),
            $"/v1/bankregels/{regel}/bevestiging",
            Hash(ligt.Lid("voorstel").Tekst("hash"))
        );
    }

    private async Task<Gekregen> HefBeslagOp()
    {
        var beslag = (await Bankrekening()).Leden("beslagen").Find(b => b.Lid("opgehevenDoor") is null).Tekst("nummer");
        return await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelControleur),
            $"/v1/rekeningen/{kvkNummer}/beslagen/{beslag ?? $"{kvkNummer}-BS99"}/opheffing",
            """{"toelichting":"De brief van de deurwaarder is er."}"""
        );
    }

    private Task<Gekregen> WijzigRekening(int keuze)
    {
        var rekening = new { iban = Rekeningen[keuze % Rekeningen.Length], tenaamstelling = "Bouwbedrijf" };
        return beller.Post(wie, $"/v1/ondernemingen/{kvkNummer}/rekening", JsonSerializer.Serialize(rekening));
    }

    private async Task<Gekregen> ControleerRekening()
    {
        var controle = new
        {
            volgnummer = (await Bankrekening()).Lid("volgnummer")?.GetInt32() ?? 1,
            akkoord = true,
            toelichting = "Gebeld op het bekende nummer.",
            naamreden = "Zo heet het bedrijf bij de bank.",
        };
        return await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelControleur),
            $"/v1/rekeningen/{kvkNummer}/controle",
            JsonSerializer.Serialize(controle)
        );
    }

    /// <summary>One of the bookings of the case is reversed, which can be a counter-entry itself.</summary>
    private async Task<Gekregen> Tegenboek(int keuze)
    {
        var rijen = ((JsonElement?)(await beller.Haal(Mensen.Controleur, $"/v1/grootboek?zaaknummer={zaak}")).Inhoud).Rijen();
        var boeking = (rijen.Count == 0 ? null : rijen[keuze % rijen.Count]).Tekst("boeking") ?? Guid.Empty.ToString();
        var pad = $"/v1/grootboek/boekingen/{boeking}/tegenboeking";
        var voorgesteld = await beller.Post(beller.Huis.Medewerker(Rol.FinancieelMedewerker), pad, Terug);
        if (!voorgesteld.IsGelukt())
        {
            return voorgesteld;
        }
        var hash = ((JsonElement?)(await beller.Haal(Mensen.Controleur, "/v1/grootboek/tegenboekingen")).Inhoud)
            .Rijen()
            .Find(t => t.Tekst("boeking") == boeking)
            .Tekst("hash");
        return await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelControleur),
            $"{pad}/ondertekening",
            hash is null ? "{}" : Hash(hash)
        );
    }

    /// <summary>Not on their way to the bank.</summary>
    private async Task<List<JsonElement?>> OpenOrders() =>
        ((JsonElement?)(await beller.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten?zaaknummer={zaak}")).Inhoud)
            .Leden("opdrachten")
            .FindAll(o => o.Tekst("status") is "opgedragen" or "geaccordeerd");

    private async Task<JsonElement?> Bankrekening() => (await beller.Haal(Mensen.Controleur, $"/v1/rekeningen/{kvkNummer}")).Inhoud;

    private byte[] Afschrift(Bankmutatie mutatie)
    {
        var nu = beller.Huis.Klok.GetCurrentInstant();
        return Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, 1_000_000m, Vandaag, nu, [mutatie]);
    }

    /// <summary>A file of the bank.</summary>
    private Task<Gekregen> LeesIn(string pad, byte[] bestand) =>
        beller.Stuur(
            Mensen.FinancieelMedewerker,
            pad,
            () => new ByteArrayContent(bestand) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } }
        );
}
