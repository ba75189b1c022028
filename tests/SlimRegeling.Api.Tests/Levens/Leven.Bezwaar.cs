using System.Text.Json;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>Objections against whatever was decided in the case.</summary>
internal sealed partial class Leven
{
    private string Bezwaren => $"{Verlening}/bezwaren";

    /// <summary>Against one of the decisions to which nobody objected yet.</summary>
    private async Task<Gekregen> MaakBezwaar(int keuze)
    {
        var besluiten = (await Zie(Bezwaren)).Leden("besluiten").FindAll(b => b.Lid("bezwaar") is null);
        var verzoek = new
        {
            besluit = besluiten.Count == 0 ? $"{zaak}-V1" : besluiten[keuze % besluiten.Count].Tekst("besluit"),
            naam = "Eva",
            gronden = "Het klopt niet.",
            redenTeLaat = "Wij waren ziek.",
            wilHoren = false,
        };
        return await beller.Post(wie, Bezwaren, JsonSerializer.Serialize(verzoek));
    }

    private async Task<string> OpenBezwaar() =>
        $"/v1/bezwaren/{Levensstand.OpenBezwaar(await Zie(Bezwaren)).Tekst("bezwaar") ?? $"{zaak}-B99"}";

    private async Task<Gekregen> TrekBezwaarIn() => await beller.Post(wie, $"{await OpenBezwaar()}/intrekking");

    /// <summary>Judged, and proposed; for what is well-founded the application is assessed again, where it is about that.</summary>
    /// <param name="deels">Whether what was withdrawn is given back in part, where that can be.</param>
    private async Task<Gekregen> BehandelBezwaar(bool gegrond, bool deels = false)
    {
        var pad = await OpenBezwaar();
        var beeld = await Zie(pad);
        var grond = beeld.Tekst("tijdigheid") == "te-laat" ? "verschoonbaar-te-laat" : "op-tijd";
        var bo = Bo();
        var beoordeeld = await beller.Post(bo, $"{pad}/ontvankelijkheid", $$"""{"grond":"{{grond}}","argument":"Nagekeken."}""");
        if (!beoordeeld.IsGelukt())
        {
            return beoordeeld;
        }
        var afgezien = await beller.Post(bo, $"{pad}/hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}""");
        if (!afgezien.IsGelukt())
        {
            return afgezien;
        }
        if (gegrond && beeld.Tekst("soort") is ("verlening" or "afwijzing"))
        {
            var opnieuw = await beller.Post(
                bo,
                $"/v1/aanvragen/{zaak}/herbeoordeling",
                await Oordelen(Begin.Verlenen, beeld.Tekst("bezwaar"))
            );
            if (!opnieuw.IsGelukt())
            {
                return opnieuw;
            }
            await beller.Rust();
        }
        var voorstel = new Dictionary<string, object>
        {
            ["uitkomst"] = gegrond ? "gegrond" : "ongegrond",
            ["motivering"] = "Opnieuw bekeken.",
        };
        if (gegrond && deels && await Halverwege(beeld.Tekst("besluit")) is { } blijft)
        {
            voorstel["blijft"] = Lezen.Euro(blijft);
        }
        if (gegrond && beeld.Leden("groeit").Count > 0)
        {
            voorstel["deMinimisverklaring"] = true;
            voorstel["mkbverklaring"] = "aanwezig";
            voorstel["samenstelling"] = true;
        }
        return await beller.Post(bo, $"{pad}/voorstel", JsonSerializer.Serialize(voorstel));
    }

    /// <summary>
    /// Between what the last withdrawal left and what it was before; null of another decision, when nothing is between, and of a partnership, whose parts
    /// would have to be divided.
    /// </summary>
    private async Task<decimal?> Halverwege(string? besluit)
    {
        var laatste = (await Zie(Intrekkingen)).Leden("besluiten").LastOrDefault();
        if (soort == Levenssoort.Verband || laatste.Tekst("besluit") != besluit)
        {
            return null;
        }
        var (nu, was) = (laatste.Bedrag("bedrag"), laatste.Bedrag("was"));
        var midden = Omlaag((nu + was) / 2);
        return midden > nu && midden < was ? midden : null;
    }

    private async Task<Gekregen> ZendBezwaarTerug()
    {
        var pad = await OpenBezwaar();
        return await beller.Post(Mo(), $"{pad}/terugzending", HashMetReden((await Zie(pad)).Lid("voorstel").Tekst("hash")));
    }

    private async Task<Gekregen> TekenBezwaar()
    {
        var pad = await OpenBezwaar();
        return await beller.Post(Mo(), $"{pad}/ondertekening", Hash((await Zie(pad)).Lid("voorstel").Tekst("hash")));
    }
}
