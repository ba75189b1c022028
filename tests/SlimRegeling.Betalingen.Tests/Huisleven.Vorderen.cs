using System.Text.Json;
using SlimRegeling.Berichten.Dossiers;

namespace SlimRegeling.Betalingen.Tests;

// What is claimed back, and the interest that we owe: proposed by one and signed by others.
internal sealed partial class Huisleven
{
    private const string Argument = "Er is te veel betaald.";

    private async Task<Gekregen?> DoeMetVordering(Levensdaad daad, int keuze)
    {
        var vorderingen = await Vorderingen();
        if (vorderingen.Count == 0)
        {
            return null;
        }
        var vordering = vorderingen[keuze / 3 % vorderingen.Count];
        var id = vordering.Veld("vordering");
        await Onderteken(id);
        return daad switch
        {
            Levensdaad.Vorder => await Vorder(vordering),
            Levensdaad.Rente => await StelVoor(id, "rente", keuze),
            Levensdaad.Afboeken => await StelVoor(id, "afboeking", keuze),
            Levensdaad.Regeling => await TrefRegeling(vordering, keuze),
            Levensdaad.Verreken => await Verreken(vordering, keuze),
            Levensdaad.Erken => await Post(
                Voorsteller,
                $"/v1/vorderingen/{id}/erkenning",
                new { dag = Iso(Vandaag), toelichting = "De ontvanger schreef het." }
            ),
            Levensdaad.Belemmer => await Belemmer(vordering, keuze),
            _ => throw new ArgumentException($"{daad} is not done through the door.", nameof(daad)),
        };
    }

    /// <summary>Decided and told; the letter was sent so long ago that the term is over.</summary>
    private async Task<Gekregen?> Vorder(JsonElement vordering)
    {
        var id = vordering.Veld("vordering");
        var gedaan = await StelVoor(id, "terugvordering", 1);
        if (gedaan.Status == 200)
        {
            await _deur.Zeg(
                new BriefVerzondenBericht(
                    vordering.Veld("zaaknummer"),
                    $"{id}-terugvordering",
                    "terugvordering",
                    id,
                    Vandaag.PlusDays(-200),
                    Voorbeelden.Moment
                )
            );
        }
        return gedaan;
    }

    /// <summary>In two instalments; one that was not kept is withdrawn.</summary>
    private async Task<Gekregen?> TrefRegeling(JsonElement vordering, int keuze)
    {
        var id = vordering.Veld("vordering");
        if (vordering.TryGetProperty("regeling", out _))
        {
            return await StelVoor(id, "betalingsregeling/intrekking", keuze);
        }
        var helft = decimal.Round(Open(vordering) / 2, 2);
        var termijnen = new[]
        {
            new { uiterlijk = Iso(Vandaag.PlusDays(30)), bedrag = Euro(helft) },
            new { uiterlijk = Iso(Vandaag.PlusDays(60)), bedrag = Euro(Open(vordering) - helft) },
        };
        return await StelVoor(id, "betalingsregeling", keuze, new { argument = Argument, termijnen });
    }

    /// <summary>Against an order in the other window that waits for nothing.</summary>
    private async Task<Gekregen?> Verreken(JsonElement vordering, int keuze)
    {
        var order = (await Orders()).Find(o =>
            IsOpen(o) && !o.GetProperty("aangehouden").GetBoolean() && o.Veld("zaaknummer") != vordering.Veld("zaaknummer")
        );
        return order.ValueKind != JsonValueKind.Object
            ? null
            : await StelVoor(
                vordering.Veld("vordering"),
                "verrekening",
                keuze,
                new
                {
                    betaalopdracht = order.Veld("id"),
                    zelfdeActiviteiten = true,
                    argument = Argument,
                }
            );
    }

    /// <summary>Noted by one; that it is over, by another.</summary>
    private async Task<Gekregen?> Belemmer(JsonElement vordering, int keuze)
    {
        var pad = $"/v1/vorderingen/{vordering.Veld("vordering")}/belemmering";
        if (vordering.TryGetProperty("belemmering", out _))
        {
            return await Post(Tweede, $"{pad}/opheffing", new { toelichting = "Het staat er niet meer." });
        }
        var melding = new
        {
            soort = ((string[])["faillissement", "surseance", "schuldsanering", "overlijden"])[keuze % 4],
            vanaf = Iso(Vandaag),
            toelichting = "Dat staat in het register.",
        };
        return await Post(Voorsteller, pad, melding);
    }

    /// <summary>Proposed, and in three of four signed by as many as its kind asks.</summary>
    private async Task<Gekregen> StelVoor(string vordering, string wat, int keuze, object? verzoek = null)
    {
        var voorgesteld = await Post(Voorsteller, $"/v1/vorderingen/{vordering}/{wat}", verzoek ?? new { argument = Argument });
        return voorgesteld.Status == 200 && keuze % 4 > 0 ? await Onderteken(vordering) ?? voorgesteld : voorgesteld;
    }

    /// <summary>What lies ready is signed by who did not propose it, as long as it lies there.</summary>
    /// <returns>The last answer; null when nothing lay ready.</returns>
    private async Task<Gekregen?> Onderteken(string vordering)
    {
        Gekregen? gedaan = null;
        foreach (var wie in Tekenaars)
        {
            var beeld = (await _deur.Haal(Tweede, $"/v1/vorderingen/{vordering}")).Inhoud;
            if (!beeld.TryGetProperty("voorstel", out var voorstel))
            {
                return gedaan;
            }
            gedaan = await Post(wie, $"/v1/vorderingen/{vordering}/ondertekening", new { hash = voorstel.Veld("hash") });
        }
        return gedaan;
    }

    /// <summary>Of the first payment that was so late that we owe interest.</summary>
    private async Task<Gekregen?> VergoedRente()
    {
        foreach (var order in (await Orders()).Where(o => o.Veld("status") == "uitgevoerd"))
        {
            var pad = $"/v1/betaalopdrachten/{order.Veld("id")}";
            if ((await _deur.Haal(Tweede, $"{pad}/betaaltermijn")).Inhoud.Veld("stand") != "rente-verschuldigd")
            {
                continue;
            }
            var gedaan = await Post(Voorsteller, $"{pad}/rentevergoeding", new { argument = "Wij betaalden te laat." });
            foreach (var wie in Tekenaars.TakeWhile(_ => gedaan.Status == 200))
            {
                var voorstel = (await _deur.Haal(Tweede, $"{pad}/betaaltermijn")).Inhoud.GetProperty("voorstel");
                gedaan = await Post(wie, $"{pad}/rentevergoeding/ondertekening", new { hash = voorstel.Veld("hash") });
            }
            return gedaan;
        }
        return null;
    }

    private static decimal Open(JsonElement vordering)
    {
        var open = vordering.GetProperty("open");
        return Bedrag(open, "kosten") + Bedrag(open, "rente") + Bedrag(open, "hoofdsom");
    }

    /// <summary>Of both cases.</summary>
    private async Task<List<JsonElement>> Vorderingen()
    {
        var vorderingen = new List<JsonElement>();
        foreach (var zaak in _zaken)
        {
            vorderingen.AddRange((await _deur.Haal(Voorsteller, $"/v1/vorderingen?zaaknummer={zaak.Nummer}")).Inhoud.EnumerateArray());
        }
        return vorderingen;
    }
}
