using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>One judgment on the form: the fields have the code before them.</summary>
public sealed record Oordeelvak(Vraagbeeld Vraag, Veld Groep);

/// <summary>One line of the budget on the form.</summary>
public sealed record Regelvak(Begrotingsregel Regel, Veld Groep)
{
    /// <summary>The fields of what counts.</summary>
    public IEnumerable<Veld> Waarden => Groep.Velden.Where(v => !Beoordeelformulier.Anders.Contains(v.Naam));
}

/// <summary>An assessment as a form: what the API asks as fields, and what is typed in them as the API takes it.</summary>
public sealed partial class Beoordeelformulier
{
    public const string Oordeel = "oordeel";
    public const string Argument = "argument";
    public const string Reden = "reden";
    public const string Artikel = "artikel";
    public const string Verschoven = "verschoven";

    /// <summary>Fields of a line that say something of the judgment, and no value.</summary>
    internal static readonly IReadOnlyList<string> Anders = [Oordeel, Reden, Artikel, Verschoven];

    private const string Aanvaard = "aanvaard";
    private const string Gewijzigd = "gewijzigd";

    public Beoordeelformulier(Beoordelingsbeeld beeld)
    {
        Oordelen = [.. beeld.TeOordelen.Select(vraag => new Oordeelvak(vraag, Velden(vraag)))];
        Regels = [.. beeld.Begroting.Select((regel, i) => new Regelvak(regel, Velden(regel, i)))];
        Formulier = new Veld("", Veldsoort.Groep, "") { Velden = [.. Oordelen.Select(o => o.Groep), .. Regels.Select(r => r.Groep)] };
    }

    public IReadOnlyList<Oordeelvak> Oordelen { get; }

    public IReadOnlyList<Regelvak> Regels { get; }

    public Veld Formulier { get; }

    /// <summary>What was written, in the fields.</summary>
    /// <param name="verzoek">As the API has it.</param>
    /// <param name="ongenoemd">What is judged of a line that is not named; empty when nobody judged it.</param>
    public Invulling Vul(JsonObject verzoek, string ongenoemd = Aanvaard)
    {
        var json = new JsonObject();
        foreach (var oordeel in Delen(verzoek, "gronden"))
        {
            json[(string)oordeel["code"]!] = new JsonObject
            {
                [Oordeel] = oordeel["uitkomst"]?.DeepClone(),
                [Argument] = oordeel[Argument]?.DeepClone(),
            };
        }
        var regels = Delen(verzoek, "regels").ToLookup(r => (string)r["regel"]!);
        foreach (var vak in Regels)
        {
            var oordeel = regels[vak.Regel.Regel].FirstOrDefault();
            var groep = Gevraagd(vak);
            foreach (var (naam, waarde) in oordeel?["nieuw"] as JsonObject ?? [])
            {
                groep[naam] = waarde?.DeepClone();
            }
            groep[Oordeel] = oordeel?["uitkomst"]?.DeepClone() ?? ongenoemd;
            groep[Reden] = oordeel?[Reden]?.DeepClone();
            groep[Artikel] = oordeel?[Artikel]?.DeepClone();
            groep[Verschoven] = oordeel?[Verschoven]?.DeepClone();
            json[vak.Groep.Naam] = groep;
        }
        return Invulling.Van(Formulier, json);
    }

    /// <summary>As the API takes it. What cannot be read or kept is noted at its place.</summary>
    /// <param name="elkeRegel">Whether also a line that is accepted is named.</param>
    public JsonObject Verzoek(Invulling invulling, bool elkeRegel = false)
    {
        var json = invulling.Json(Formulier);
        return new JsonObject
        {
            ["gronden"] = new JsonArray([.. Oordelen.Select(vak => Gegeven(vak, json, invulling)).OfType<JsonNode>()]),
            ["regels"] = new JsonArray([.. Regels.Select(vak => Gegeven(vak, json, elkeRegel)).OfType<JsonNode>()]),
        };
    }

    /// <summary>Notes what is not judged yet, or without a reason.</summary>
    public void MeldOntbrekend(Invulling invulling)
    {
        foreach (var vak in Oordelen)
        {
            Meld(vak.Groep, Oordeel, "Geef uw oordeel.", vak.Vraag.Artikel);
            Meld(vak.Groep, Argument, "Schrijf waarom u dit vindt.", "artikel 3:46 Awb");
        }

        void Meld(Veld groep, string naam, string uitleg, string artikel)
        {
            var pad = Pad.Bij(groep.Naam, naam);
            if (invulling[pad].Length == 0)
            {
                invulling.Meld(pad, uitleg, artikel);
            }
        }
    }

    /// <summary>Where a mistake that the API names stands on the form; empty when it belongs to no field.</summary>
    /// <param name="veld">Such as <c>regels[1].nieuw.uren</c>.</param>
    /// <param name="verzoek">What was sent.</param>
    public string Plaats(string veld, JsonObject verzoek)
    {
        if (Deel().Match(veld) is not { Success: true } deel)
        {
            return "";
        }
        var lijst = deel.Groups["lijst"].Value;
        var rij = int.Parse(deel.Groups["rij"].Value, CultureInfo.InvariantCulture);
        if (Delen(verzoek, lijst).ElementAtOrDefault(rij) is not { } gestuurd)
        {
            return "";
        }
        var groep =
            lijst == "gronden"
                ? Oordelen.FirstOrDefault(o => o.Vraag.Code == (string)gestuurd["code"]!)?.Groep
                : Regels.FirstOrDefault(r => r.Regel.Regel == (string)gestuurd["regel"]!)?.Groep;
        var naam = deel.Groups["veld"].Value.Split('.')[^1];
        return groep is null ? ""
            : groep.Velden.Any(v => v.Naam == naam) ? Pad.Bij(groep.Naam, naam)
            : Pad.Bij(groep.Naam, Oordeel);
    }

    /// <summary>The mistakes for the top of the page, each with the judgment or line that it is about.</summary>
    public IReadOnlyList<Foutregel> Foutregels(Invulling invulling) =>
        [
            .. invulling.Fouten.Select(fout =>
            {
                var regel = Foutregel.Van(Formulier, fout);
                var groep = Formulier.Velden.FirstOrDefault(v => Pad.Onder(fout.Pad, v.Naam));
                return groep is null || fout.Pad.Length == 0 ? regel : regel with { Veld = $"{groep.Titel}: {regel.Veld}" };
            }),
        ];

    /// <summary>Two ways to write one value as one.</summary>
    public string Eender(string pad, string tekst) => Formulier.Zoek(pad) is { } veld ? Schrijfwijze.Eender(veld, tekst) : tekst;

    private static JsonObject? Gegeven(Oordeelvak vak, JsonObject json, Invulling invulling)
    {
        var groep = json[vak.Vraag.Code] as JsonObject;
        if (groep?[Oordeel] is { } uitkomst)
        {
            return new JsonObject
            {
                ["code"] = vak.Vraag.Code,
                ["uitkomst"] = uitkomst.DeepClone(),
                [Argument] = groep[Argument]?.DeepClone() ?? "",
            };
        }
        if (groep?[Argument] is not null)
        {
            invulling.Meld(Pad.Bij(vak.Vraag.Code, Oordeel), "Kies ja of nee. Zonder die keuze kunnen wij uw tekst niet bewaren.");
        }
        return null;
    }

    private static JsonObject? Gegeven(Regelvak vak, JsonObject json, bool elke)
    {
        var groep = json[vak.Groep.Naam] as JsonObject ?? [];
        var gekozen = (string?)groep[Oordeel];
        var uitkomst = gekozen ?? Aanvaard;
        var gevraagd = Gevraagd(vak);
        var nieuw = new JsonObject();
        foreach (var veld in vak.Waarden.Where(v => groep[v.Naam] is not null))
        {
            if (Schrijfwijze.Van(veld, groep[veld.Naam]) != Schrijfwijze.Van(veld, gevraagd[veld.Naam]))
            {
                nieuw[veld.Naam] = groep[veld.Naam]!.DeepClone();
            }
        }
        var zegtIets = uitkomst != Aanvaard || nieuw.Count > 0 || groep[Reden] is not null || groep[Artikel] is not null;
        if (!zegtIets && !(elke && gekozen is not null))
        {
            return null;
        }
        var gegeven = new JsonObject { ["regel"] = vak.Regel.Regel, ["uitkomst"] = uitkomst };
        if (uitkomst == Gewijzigd || (uitkomst == Aanvaard && nieuw.Count > 0))
        {
            gegeven["nieuw"] = nieuw;
        }
        foreach (var naam in (string[])[Reden, Artikel, Verschoven])
        {
            if (groep[naam] is { } waarde)
            {
                gegeven[naam] = waarde.DeepClone();
            }
        }
        return gegeven;
    }

    private static JsonObject Gevraagd(Regelvak vak) => JsonSerializer.SerializeToNode(vak.Regel.Gevraagd, Json.Opties)!.AsObject();

    private static IEnumerable<JsonObject> Delen(JsonObject verzoek, string lijst) =>
        (verzoek[lijst] as JsonArray ?? []).OfType<JsonObject>();

    [GeneratedRegex(@"^(?<lijst>gronden|regels)\[(?<rij>[0-9]{1,4})\]\.?(?<veld>.*)$")]
    private static partial Regex Deel();
}
