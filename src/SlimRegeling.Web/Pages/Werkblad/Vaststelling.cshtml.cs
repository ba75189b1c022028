using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Vaststellen;
using Veldpad = SlimRegeling.Web.Formulieren.Pad;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>Documents by which a line or an activity is shown.</summary>
/// <param name="Documenten">Their ids.</param>
public sealed record Regelstukken(VaststellingModel Pagina, IReadOnlyList<string> Documenten);

/// <summary>
/// Settling a subsidy: a declaration line by line with the documents beside it and what it comes to, or, where nothing is asked, the sample and the
/// proof of each activity. What is proposed two others sign.
/// </summary>
[RequestFormLimits(ValueCountLimit = 8000)]
public sealed partial class VaststellingModel(
    AanvragenApi api,
    VaststellingApi vaststelling,
    Concepten concepten,
    Stukkenkijker kijker,
    DossiersApi dossiers,
    Kladblad klad,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer,
    Moment klok
) : Stappenpagina(api, collegas, typwerk, lezer)
{
    private bool _stukGevraagd;

    /// <summary>Null while nothing was awarded, or that was not heard yet.</summary>
    public Vaststelbeeld? Beeld { get; private set; }

    public Declaratiebeeld Gedeclareerd { get; private set; } = new();

    /// <summary>What stands twice, here or elsewhere, and hours that cannot be.</summary>
    public IReadOnlyList<Kruissignaal> Kruis { get; private set; } = [];

    public Stukkenblad Ernaast { get; private set; } = null!;

    /// <summary>Id of the document that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "stuk")]
    public string? Stuk { get; set; }

    /// <summary>Which page of it, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int? Bladzijde { get; set; }

    public override bool IsGetypt => Vorm?.Naam == Vormnaam || base.IsGetypt;

    private protected override string Waar => "/vaststelling";

    /// <summary>A document by the name that its sender gave it.</summary>
    public Dossierstuk? Document(string id) => Ernaast.Stukken?.FirstOrDefault(s => s.Id == id);

    private protected override string Gedaan(Stapvorm stap) => Vaststelstappen.Gedaan(stap.Naam);

    private protected override string Stroompad(string zaaknummer) => $"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}";

    private protected override bool KanNog(string vorm) => vorm == Vormnaam ? KanSchrijven : base.KanNog(vorm);

    private protected override Task<JsonAntwoord> Werk(
        HttpMethod methode,
        string pad,
        JsonObject? verzoek,
        string? sleutel,
        long? gezien,
        CancellationToken ct
    ) => vaststelling.Werk(methode, pad, verzoek, sleutel, gezien, ct);

    /// <summary>The fields of an activity stand apart; the API takes a list.</summary>
    private protected override JsonObject Verzoek(Stapvorm stap, JsonObject gelezen)
    {
        if (!Vaststelstappen.PerActiviteit(stap.Naam))
        {
            return gelezen;
        }
        var oordelen = Beeld!.Activiteiten.Select(a => Oordeelvan(stap, a, gelezen[a], Beeld.PerStuk?.Contains(a) == true));
        var verzoek = new JsonObject { ["activiteiten"] = new JsonArray([.. oordelen]) };
        if (gelezen[Vaststelstappen.ZonderSteekproef]?.GetValue<string>() is { } reden)
        {
            verzoek[Vaststelstappen.ZonderSteekproef] = reden;
        }
        if (gelezen[Vaststelstappen.Verlaging] is { } verlaging)
        {
            verzoek[Vaststelstappen.Verlaging] = Verlagingsinvoer.Verzoek(
                verlaging["grond"]?.GetValue<string>(),
                verlaging["bedrag"]?.GetValue<string>(),
                verlaging["reden"]?.GetValue<string>()
            );
        }
        return verzoek;
    }

    private static JsonObject Oordeelvan(Stapvorm stap, string activiteit, JsonNode? gelezen, bool perStuk)
    {
        var oordeel = new JsonObject { ["soort"] = activiteit, ["argument"] = gelezen?["argument"]?.GetValue<string>() ?? "" };
        if (stap.Naam == Vaststelstappen.ZonderVerzoek)
        {
            oordeel["bedrag"] = gelezen?["bedrag"]?.GetValue<string>();
        }
        else
        {
            VoegUitkomstToe(oordeel, gelezen, perStuk);
        }
        return oordeel;
    }

    // Of what was wholly done, or not at all, nothing is counted, also when something stands in the fields for a part.
    private static void VoegUitkomstToe(JsonObject oordeel, JsonNode? gelezen, bool perStuk)
    {
        var uitkomst = gelezen?["uitgevoerd"]?.GetValue<string>();
        oordeel["uitgevoerd"] = uitkomst is "ja" or Vaststelstappen.Deels;
        if (uitkomst != Vaststelstappen.Deels)
        {
            return;
        }
        if (perStuk)
        {
            var aantal = gelezen?["aantal"]?.GetValue<string>();
            oordeel["aantal"] = int.TryParse(aantal, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : 0;
        }
        else
        {
            oordeel["bedrag"] = gelezen?["bedrag"]?.GetValue<string>() ?? "0.00";
        }
    }

    private protected override JsonAntwoord Plaats(Stapvorm stap, JsonAntwoord antwoord)
    {
        if (!Vaststelstappen.PerActiviteit(stap.Naam) || antwoord.Inhoud?["fouten"] is not JsonArray)
        {
            return antwoord;
        }
        var inhoud = antwoord.Inhoud.DeepClone();
        foreach (var fout in inhoud["fouten"]!.AsArray())
        {
            var veld = (string?)fout!["veld"] ?? "";
            if (
                Veldpad.Rijen(veld).FirstOrDefault() is { } rij
                && rij.StartsWith("activiteiten[", StringComparison.Ordinal)
                && Veldpad.Rijnummer(rij["activiteiten".Length..]) is { } nummer
            )
            {
                fout["veld"] = Vaststelstappen.Veld(Beeld!.Activiteiten[nummer], veld.Split('.')[^1]);
            }
        }
        return antwoord with { Inhoud = inhoud };
    }

    private protected override async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        try
        {
            (Beeld, var versie) = await vaststelling.Lees<Vaststelbeeld>(Stroompad(zaaknummer), ct);
            Standversie = versie ?? 0;
        }
        catch (ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return;
        }
        if (Beeld.OpVerzoek)
        {
            (Gedeclareerd, _) = await vaststelling.Lees<Declaratiebeeld>($"{Stroompad(zaaknummer)}/declaratie", ct);
        }
        if (Gedeclareerd.Declaratie is not null)
        {
            (Kruis, _) = await vaststelling.Lees<IReadOnlyList<Kruissignaal>>($"{Stroompad(zaaknummer)}/signalen", ct);
        }
        _kruisregels = Kruis.SelectMany(k => k.Regels).ToHashSet(StringComparer.Ordinal);
        _geoordeeld = (Gedeclareerd.Oordelen ?? []).ToDictionary(o => o.Regel);
        Stappen = Vaststelstappen.Van(Beeld, Gedeclareerd, Persoon, klok.Vandaag.ToDateOnly());
        if (KanSchrijven)
        {
            (Teksten, _) = await Klant.Lees<Tekstoverzicht>("standaardteksten", ct);
        }
        Brief = Beeld is { IsOpen: true, Voorstel: not null }
            ? Briefvak.Van(await dossiers.Briefvoorbeeld(zaaknummer, "vaststelling", ct))
            : null;
        await LegErnaast(zaaknummer, ct);
    }

    private async Task LegErnaast(string zaaknummer, CancellationToken ct)
    {
        var (_, gevraagd) = await concepten.Gevraagd(Zaak.Tijdvak, ct);
        Ernaast = (await kijker.Lees(zaaknummer, Adres(zaaknummer), gevraagd, Stuk, Bladzijde, ct)) with
        {
            Hier = Adres(zaaknummer, Waar),
            Formulier = KanSchrijven ? Formulierid : null,
            Focus = _stukGevraagd,
        };
    }
}
