using System.Text.Json;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What the bank tells that belongs to nothing by itself: two people find what it is.</summary>
internal sealed partial class Leven
{
    private const string Gezien = "Nagevraagd bij de bank.";
    private const string Zonder = "NOTPROVIDED";

    /// <summary>What a bank keeps of a payment that it sends back.</summary>
    private const decimal Ingehouden = 7.50m;

    /// <summary>Half of the first order that is attached goes to who attached it, past a file of ours.</summary>
    private async Task<Gekregen> BetaalBeslaglegger()
    {
        var opdracht = (await OpenOrders()).Find(o => o.Leden("aanhoudingen").Exists(a => a.Tekst("grond") == "beslag"));
        if (opdracht is null)
        {
            return await GeenOrder();
        }
        var bedrag = Math.Max(0.01m, Omlaag(opdracht.Bedrag("bedrag") / 2));
        return await HandelAf(
            new Bankmutatie(bedrag, Af: true, Zonder, "Aan de deurwaarder"),
            new
            {
                afhandeling = "beslaglegger",
                toelichting = "Gebeld met de deurwaarder.",
                betaalopdracht = opdracht.Tekst("id"),
            }
        );
    }

    /// <summary>The first order that is not on its way is carried out, and the bank forgets its reference.</summary>
    private async Task<Gekregen> KoppelOpdracht()
    {
        var bedrag = (await OpenOrders()).FirstOrDefault().Bedrag("bedrag");
        var weg = await BrengWeg();
        return weg.Bestand is null
            ? weg.Antwoord
            : await HandelAf(
                new Bankmutatie(bedrag, Af: true, Zonder, "Zonder kenmerk"),
                new
                {
                    afhandeling = "koppelen",
                    toelichting = Gezien,
                    betaalopdracht = weg.Order,
                }
            );
    }

    /// <summary>What stands open of the first claim comes in, and does not say for what.</summary>
    private async Task<Gekregen> KoppelVordering()
    {
        var vordering = (await Vorderingen()).Find(v => Open(v) > 0);
        return vordering is null
            ? await GeenVordering()
            : await HandelAf(
                new Bankmutatie(Open(vordering), Af: false, Zonder, "Zonder kenmerk"),
                new
                {
                    afhandeling = "koppelen",
                    toelichting = Gezien,
                    vordering = vordering.Tekst("vordering"),
                }
            );
    }

    /// <summary>The first payment that was carried out comes back, less costs.</summary>
    private async Task<Gekregen> BoekRetour()
    {
        var order = (await Betaald()).Find(o => o.Bedrag("bedrag") > Ingehouden);
        return order is null
            ? await GeenOrder()
            : await HandelAf(
                new Bankmutatie(order.Bedrag("bedrag") - Ingehouden, Af: false, order.Tekst("id")!, "Retour met kosten", "AC04"),
                new
                {
                    afhandeling = "retour",
                    toelichting = Gezien,
                    betaalopdracht = order.Tekst("id"),
                }
            );
    }

    private Task<Gekregen> ZetOpTussenrekening() =>
        HandelAf(
            new Bankmutatie(12.34m, Af: false, Zonder, "Wat dit is, weten wij niet"),
            new { afhandeling = "tussenrekening", toelichting = "Nog niet bekend." }
        );

    private Task<Gekregen> BoekBankkosten() =>
        HandelAf(new Bankmutatie(3.00m, Af: true, Zonder, "Kosten"), new { afhandeling = "bankkosten", toelichting = Gezien });

    /// <summary>The bank books something twice and puts that right.</summary>
    private async Task<Gekregen> StreepWeg()
    {
        var gelezen = await LeesIn(
            "/v1/afschriften",
            Afschrift(new Bankmutatie(23.45m, Af: true, Zonder, "Dubbel"), new Bankmutatie(23.45m, Af: false, Zonder, "Dubbel hersteld"))
        );
        var regels = ((JsonElement?)gelezen.Inhoud).Leden("ongekoppeld").ConvertAll(r => r.Tekst("bankregel"));
        return regels is [{ } een, { } ander]
            ? await HandelAf(
                een,
                new
                {
                    afhandeling = "tegen-elkaar",
                    toelichting = Gezien,
                    bankregel = ander,
                }
            )
            : gelezen;
    }

    /// <summary>More comes in of who paid all of a claim: that is ordered back.</summary>
    private async Task<Gekregen> GeefTerug()
    {
        var vordering = (await Vorderingen()).Find(v => Open(v) <= 0);
        return vordering is null
            ? await GeenVordering()
            : await HandelAf(
                new Bankmutatie(5.00m, Af: false, Zonder, "Nog eens betaald"),
                new
                {
                    afhandeling = "terugbetalen",
                    toelichting = Gezien,
                    vordering = vordering.Tekst("vordering"),
                }
            );
    }

    /// <summary>There is none to do it with.</summary>
    private Task<Gekregen> GeenVordering() => beller.Haal(Mensen.Controleur, $"/v1/vorderingen/{zaak}-TV99");

    /// <summary>The bank tells of it, and two people find what it is.</summary>
    private async Task<Gekregen> HandelAf(Bankmutatie mutatie, object voorstel)
    {
        var gelezen = await LeesIn("/v1/afschriften", Afschrift(mutatie));
        var verslag = (JsonElement?)gelezen.Inhoud;
        var regel = verslag.Leden("ongekoppeld").Concat(verslag.Leden("deelsGekoppeld")).FirstOrDefault().Tekst("bankregel");
        return regel is null ? gelezen : await HandelAf(regel, voorstel);
    }

    private async Task<Gekregen> HandelAf(string regel, object voorstel)
    {
        var pad = $"/v1/bankregels/{regel}";
        var voorgesteld = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"{pad}/voorstel",
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
            $"{pad}/bevestiging",
            Hash(ligt.Lid("voorstel").Tekst("hash"))
        );
    }
}
