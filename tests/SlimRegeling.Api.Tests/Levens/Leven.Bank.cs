using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What is paid, refused and sent back, and for what it waits.</summary>
internal sealed partial class Leven
{
    private static readonly string[] Rekeningen = ["NL02ABNA0123456789", "NL44RABO0123456789"];

    /// <param name="Order">The first that is not on its way.</param>
    /// <param name="Antwoord">The last one: the file, or a refusal.</param>
    /// <param name="Bestand">The name of the file; null when there is none.</param>
    private sealed record Weggebracht(string Order, Gekregen Antwoord, string? Bestand = null)
    {
        public byte[] Inhoud => Encoding.UTF8.GetBytes(Antwoord.Tekst);
    }

    /// <summary>The first order that is not on its way is booked by the bank.</summary>
    private async Task<Gekregen> Betaal()
    {
        var weg = await BrengWeg();
        return weg.Bestand is null
            ? weg.Antwoord
            : await LeesIn("/v1/afschriften", Voorbeeldbank.Voer(weg.Inhoud, beller.Saldo, beller.Huis.Klok.GetCurrentInstant()));
    }

    /// <summary>The first order that is not on its way is refused by the bank.</summary>
    private async Task<Gekregen> WijsAf()
    {
        var weg = await BrengWeg();
        var af = new Dictionary<string, string> { [weg.Order] = "AC04" };
        return weg.Bestand is null
            ? weg.Antwoord
            : await LeesIn("/v1/statusberichten", Voorbeeldbank.Wijs(weg.Inhoud, beller.Huis.Klok.GetCurrentInstant(), af));
    }

    /// <summary>The bank sends the first payment back that it carried out.</summary>
    private async Task<Gekregen> KomtTerug()
    {
        var order = (await Betaald()).FirstOrDefault();
        return order is null
            ? await GeenOrder()
            : await LeesIn(
                "/v1/afschriften",
                Afschrift(new Bankmutatie(order.Bedrag("bedrag"), Af: false, order.Tekst("id")!, "Terug", "AC04"))
            );
    }

    /// <summary>The file of the first order that is not on its way never comes to the bank: after its value date one says so, and another.</summary>
    private async Task<Gekregen> NeemBestandTerug()
    {
        var weg = await BrengWeg();
        if (weg.Bestand is null)
        {
            return weg.Antwoord;
        }
        beller.Huis.Klok.Vooruit(Duration.FromDays(2));
        var pad = $"/v1/betaalbestanden/{weg.Bestand}/terugname";
        var voorgesteld = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            pad,
            """{"toelichting":"De bank heeft het bestand niet."}"""
        );
        if (!voorgesteld.IsGelukt())
        {
            return voorgesteld;
        }
        var ronde = (JsonElement?)(await beller.Haal(Mensen.Controleur, $"/v1/betaalrondes/{weg.Bestand}")).Inhoud;
        return await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelControleur),
            $"{pad}/bevestiging",
            Hash(ronde.Lid("terugname").Tekst("hash"))
        );
    }

    /// <summary>Of the first payment that was so late that we owe interest: proposed by one, signed by two others.</summary>
    private async Task<Gekregen> VergoedRente()
    {
        foreach (var order in await Betaald())
        {
            var pad = $"/v1/betaalopdrachten/{order.Tekst("id")}";
            if ((await Termijn(pad)).Tekst("stand") != "rente-verschuldigd")
            {
                continue;
            }
            var gedaan = await beller.Post(
                beller.Huis.Medewerker(Rol.FinancieelMedewerker),
                $"{pad}/rentevergoeding",
                """{"argument":"De betaling bleef liggen."}"""
            );
            foreach (var rol in TweeHandtekeningen.TakeWhile(_ => gedaan.IsGelukt()))
            {
                var hash = (await Termijn(pad)).Lid("voorstel").Tekst("hash");
                gedaan = await beller.Post(beller.Huis.Medewerker(rol), $"{pad}/rentevergoeding/ondertekening", Hash(hash));
            }
            return gedaan;
        }
        return await GeenOrder();
    }

    private async Task<JsonElement?> Termijn(string order) => (await beller.Haal(Mensen.Controleur, $"{order}/betaaltermijn")).Inhoud;

    /// <summary>Let go from the objections that somebody has to look at, proposed, and approved by two others.</summary>
    private async Task<Weggebracht> BrengWeg()
    {
        var opdracht = (await OpenOrders()).FirstOrDefault();
        var id = opdracht.Tekst("id") ?? $"{zaak}-B99";
        foreach (var bezwaar in opdracht.Leden("aanhoudingen").Where(a => a.Tekst("grond") == "bezwaar"))
        {
            var vrijgave = JsonSerializer.Serialize(new { bezwaar = bezwaar.Tekst("nummer"), toelichting = "Gezien." });
            var vrij = await beller.Post(beller.Huis.Medewerker(Rol.FinancieelControleur), $"/v1/betaalopdrachten/{id}/vrijgave", vrijgave);
            if (!vrij.IsGelukt())
            {
                return new(id, vrij);
            }
        }
        var ronde = await beller.Post(
            Mensen.FinancieelMedewerker,
            "/v1/betaalrondes",
            $$"""{"uitvoerdatum":"{{Lezen.Iso(Vandaag)}}","opdrachten":["{{id}}"]}"""
        );
        if (!ronde.IsGelukt())
        {
            return new(id, ronde);
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
                return new(id, akkoord);
            }
        }
        return new(id, await beller.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalbestanden/{naam}"), naam);
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

    /// <summary>Not on their way to the bank.</summary>
    private async Task<List<JsonElement?>> OpenOrders() =>
        (await Orders()).FindAll(o => o.Tekst("status") is "opgedragen" or "geaccordeerd");

    /// <summary>Carried out by the bank, all of it.</summary>
    private async Task<List<JsonElement?>> Betaald() =>
        (await Orders()).FindAll(o => o.Tekst("status") == "uitgevoerd" && o.Lid("verrekend") is null && o.Lid("aanBeslaglegger") is null);

    private async Task<List<JsonElement?>> Orders() =>
        ((JsonElement?)(await beller.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten?zaaknummer={zaak}")).Inhoud).Leden(
            "opdrachten"
        );

    /// <summary>There is none to do it with.</summary>
    private Task<Gekregen> GeenOrder() => beller.Haal(Mensen.Controleur, $"/v1/betaalopdrachten/{zaak}-B99");

    private async Task<JsonElement?> Bankrekening() => (await beller.Haal(Mensen.Controleur, $"/v1/rekeningen/{kvkNummer}")).Inhoud;

    private byte[] Afschrift(params Bankmutatie[] mutaties)
    {
        var nu = beller.Huis.Klok.GetCurrentInstant();
        return Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, beller.Saldo, Vandaag, nu, mutaties);
    }

    /// <summary>A file of the bank; its next statement begins with the balance with which this one ends.</summary>
    private async Task<Gekregen> LeesIn(string pad, byte[] bestand)
    {
        var gelezen = await beller.Stuur(
            Mensen.FinancieelMedewerker,
            pad,
            () => new ByteArrayContent(bestand) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } }
        );
        foreach (var afschrift in gelezen.IsGelukt() ? ((JsonElement?)gelezen.Inhoud).Leden("afschriften") : [])
        {
            beller.Saldo = afschrift.Bedrag("eindsaldo");
        }
        return gelezen;
    }
}
