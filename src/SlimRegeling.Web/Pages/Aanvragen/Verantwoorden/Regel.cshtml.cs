using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>One line of a declaration with its documents: a new one of a kind, or one that is there.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class RegelModel(
    VaststellingApi api,
    Declaratieopslag opslag,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : Projectblad(dossiers, post, typwerk, klad, lezer)
{
    public const string Haalweg = "weg";
    public const string Nogeen = "nog";

    /// <summary>What stood there when the page was made: who changed it meanwhile is not overwritten unseen.</summary>
    public const string Gezienveld = "_was";

    public const string Idveld = "_id";

    public string Soort { get; private set; } = "";

    /// <summary>Of the line; of a new one made here, so that it is there once however often a button is pressed.</summary>
    public string Id { get; private set; } = "";

    public bool IsNieuw { get; private set; }

    public string Was { get; private set; } = "";

    public Declaratiestand Stand { get; private set; } = null!;

    protected override string Stuksoort => "declaratie";

    public async Task<IActionResult> OnGet(string zaaknummer, string soort, string? id, CancellationToken ct)
    {
        if (!await Laad(zaaknummer, soort, id, ct))
        {
            return NotFound();
        }
        if (Stand.IsOpen)
        {
            await GeefTerug(open: true, ct);
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(
        string zaaknummer,
        string soort,
        string? id,
        [FromForm(Name = "_doe")] string? doe,
        CancellationToken ct
    )
    {
        var gevonden = await Laad(zaaknummer, soort, id, ct);
        if (!gevonden)
        {
            // Taken away meanwhile, here or elsewhere.
            return IsVanzelf ? Kladblad.Gesloten() : Redirect(Lijst);
        }
        // Whoever is told of something else first has not seen another's change yet.
        Was = Request.Form[Gezienveld].ToString();
        if (IsNieuw && Request.Form[Idveld].ToString() is { Length: > 0 and <= 20 } eigen)
        {
            Id = eigen;
        }
        if (Stand.IsOpen && !IsVanzelf && doe == Haalweg && !IsNieuw)
        {
            LeesVorm();
            return await HaalWeg(ct);
        }
        return await Verwerk(Stand.IsOpen, doe, (t["De regel staat in uw declaratie."], doe == Nogeen ? $"{Lijst}/{Soort}" : Lijst), ct);
    }

    private string Lijst => Zaakpad(Zaaknummer, "/declaratie");

    private async Task<IActionResult> HaalWeg(CancellationToken ct)
    {
        var antwoord = await opslag.Wijzig(
            Zaaknummer,
            declaratie =>
            {
                if (Declaratieopslag.Zoek(declaratie, Id) is { } regel)
                {
                    Declaratieopslag.Regels(declaratie).Remove(regel);
                }
                return null;
            },
            ct
        );
        if (!antwoord.Gelukt)
        {
            Meld(antwoord);
            return Page();
        }
        await Klad.Wis(HttpContext, ct);
        Gebeurd = t["De regel is weggehaald."];
        return Redirect(Lijst);
    }

    /// <returns>Whether the line stands in the draft.</returns>
    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var was = Was;
        var genomen = await NeemBestanden(ct);
        if (Invulling.Doe(Formulier, doe) is { } gewijzigd)
        {
            Invulling = gewijzigd;
            return false;
        }
        var json = Invulling.Json(Formulier);
        Invulling.MeldOntbrekend(Formulier, "", t["Vul dit in."]);
        if (genomen && Gekozen.Count == 0 && Kostensoorten.Stuk(Soort) is { } stuk)
        {
            (genomen, Bestandfout) = (false, (t[stuk], false));
        }
        if (!genomen || Invulling.Fouten.Count > 0)
        {
            return false;
        }
        var antwoord = await opslag.Wijzig(Zaaknummer, declaratie => Leg(declaratie, json, was), ct);
        if (!antwoord.Gelukt)
        {
            var plaats = Index(await opslag.Lees(Zaaknummer, ct));
            Meld(antwoord, veld => veld.StartsWith(plaats, StringComparison.Ordinal) ? veld[plaats.Length..] : veld);
        }
        return antwoord.Gelukt;
    }

    /// <returns>Null when it was put in the draft; a refusal when someone changed the line meanwhile.</returns>
    private JsonAntwoord? Leg(JsonObject declaratie, JsonObject json, string was)
    {
        var oud = Declaratieopslag.Zoek(declaratie, Id);
        var regel = oud?.DeepClone().AsObject() ?? [];
        foreach (var veld in Formulier.Velden)
        {
            regel.Remove(veld.Naam);
            if (json[veld.Naam] is { } waarde)
            {
                regel[veld.Naam] = waarde.DeepClone();
            }
        }
        regel["id"] = Id;
        regel["soort"] = Soort;
        regel["documenten"] = new JsonArray([.. Stukken.Where(s => Gekozen.Contains(s.Id)).Select(s => JsonValue.Create(s.Id))]);
        Kostensoorten.NaarMaandag(regel);
        if (oud is not null && Afdruk(oud) == Afdruk(regel))
        {
            return new(StatusCodes.Status200OK, null, null);
        }
        if (Afdruk(oud) != was)
        {
            Was = Afdruk(oud);
            return new(
                StatusCodes.Status409Conflict,
                new JsonObject
                {
                    ["type"] = "x:verouderd",
                    ["detail"] = t["Deze regel is intussen ergens anders gewijzigd. Kijk of uw regel klopt en bewaar haar dan opnieuw."],
                },
                null
            );
        }
        Declaratieopslag.Zet(declaratie, regel);
        return null;
    }

    private string Index(JsonObject declaratie)
    {
        var regels = Declaratieopslag.Regels(declaratie);
        var plaats = Declaratieopslag.Zoek(declaratie, Id) is { } regel ? regels.IndexOf(regel) : regels.Count;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"regels[{plaats}].");
    }

    /// <returns>Whether there is such a line, or a new one can be made.</returns>
    private async Task<bool> Laad(string zaaknummer, string soort, string? id, CancellationToken ct)
    {
        (Zaaknummer, Soort, IsNieuw) = (zaaknummer, soort, id is null);
        (Stand, _) = await api.Lees<Declaratiestand>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie/controle", ct);
        Formulier = Kostensoorten.Formulier(soort, Stand, t);
        Id = id ?? $"r-{Guid.NewGuid():N}"[..14];
        var regel = id is null ? null : Declaratieopslag.Zoek(await opslag.Lees(zaaknummer, ct), id);
        if (id is not null && (string?)regel?["soort"] != soort)
        {
            return false;
        }
        Was = Afdruk(regel);
        Invulling = Invulling.Van(Formulier, regel);
        if (regel is null && Stand.Activiteiten is [var enige])
        {
            Invulling.Zet("activiteit", enige.Soort);
        }
        Gekozen = [.. (regel?["documenten"] as JsonArray ?? []).Select(d => (string)d!)];
        await LaadStukken(ct);
        return true;
    }

    /// <summary>Tells whether a line is another one; empty of none.</summary>
    private static string Afdruk(JsonObject? regel) =>
        regel is null
            ? ""
            : Convert.ToHexString(
                SHA256.HashData(
                    Encoding.UTF8.GetBytes(
                        string.Join(
                            '\n',
                            regel
                                .Where(v => v.Value is not (null or JsonArray { Count: 0 }))
                                .Select(v => $"{v.Key}={v.Value!.ToJsonString()}")
                                // What is not said is no.
                                .Where(v => !v.EndsWith("=false", StringComparison.Ordinal))
                                .Order(StringComparer.Ordinal)
                        )
                    )
                )
            )[..16];
}
