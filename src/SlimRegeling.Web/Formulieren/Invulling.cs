using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Web.Formulieren;

/// <summary>What stands in the fields of a form, as it was typed, by path; and what is wrong with it.</summary>
public sealed partial class Invulling
{
    // Of all lists together, those in rows of others among them: more than any form can ask of a person.
    private const int MeesteRijen = 3_000;

    private readonly Dictionary<string, string> _waarden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rijen = new(StringComparer.Ordinal);
    private readonly List<Veldfout> _fouten = [];
    private int _aantalRijen;

    public IReadOnlyDictionary<string, string> Waarden => _waarden;

    public IReadOnlyList<Veldfout> Fouten => _fouten;

    /// <summary>Where the reader goes on after the page was made anew; null for its beginning.</summary>
    public string? Focus { get; private set; }

    public string this[string pad] => _waarden.GetValueOrDefault(pad, "");

    public int Rijen(string pad) => _rijen.GetValueOrDefault(pad);

    public bool IsLeeg(string pad) => !_waarden.Any(w => w.Value.Length > 0 && Pad.Onder(w.Key, pad));

    public string? Fout(string pad) => _fouten.Find(f => f.Pad == pad)?.Uitleg;

    public void Meld(string pad, string uitleg, string? artikel = null)
    {
        if (!_fouten.Exists(f => f.Pad == pad && f.Uitleg == uitleg))
        {
            _fouten.Add(new(pad, uitleg, artikel));
        }
    }

    /// <summary>Notes which fields must be filled in and are not, in what is begun.</summary>
    public void MeldOntbrekend(Veld veld, string pad, string uitleg)
    {
        switch (veld.Soort)
        {
            case Veldsoort.Groep:
                foreach (var deel in veld.Velden.Where(d => d.Verplicht || !d.IsEnkel))
                {
                    var bij = Pad.Bij(pad, deel.Naam);
                    if (deel.Verplicht || !IsLeeg(bij))
                    {
                        MeldOntbrekend(deel, bij, uitleg);
                    }
                }
                break;
            case Veldsoort.Lijst:
                if (Rijen(pad) == 0 && Fout(pad) is null)
                {
                    Meld(pad, uitleg);
                }
                for (var rij = 0; rij < Rijen(pad); rij++)
                {
                    MeldOntbrekend(veld.Element!, Pad.Rij(pad, rij), uitleg);
                }
                break;
            case var _ when this[pad].Length == 0 && Fout(pad) is null:
                Meld(pad, uitleg);
                break;
        }
    }

    /// <summary>Leaves nothing in a field, nor in what lies below it or around it.</summary>
    public void Wis(string pad)
    {
        foreach (var veld in _waarden.Keys.Where(v => Pad.Onder(v, pad) || Pad.Onder(pad, v)).ToList())
        {
            _waarden[veld] = "";
        }
    }

    /// <summary>Puts a text in a field; the rows it stands in come to be. Nothing when its path is crooked or there would be too many rows.</summary>
    public void Zet(string pad, string waarde) => Zet(pad, waarde, MeesteRijen);

    private void Zet(string pad, string waarde, int meesteRijen)
    {
        var nieuw = new List<(string Lijst, int Rijen)>();
        var erbij = 0;
        var hier = "";
        foreach (var stap in Pad.Stappen(pad))
        {
            if (Pad.Rijnummer(stap) is not { } rij)
            {
                hier = Pad.Bij(hier, stap);
                continue;
            }
            // Before it is counted: the number can be the largest there is.
            if (rij >= meesteRijen)
            {
                return;
            }
            nieuw.Add((hier, rij + 1));
            erbij += Math.Max(0, rij + 1 - Rijen(hier));
            hier = Pad.Rij(hier, rij);
        }
        if (hier != pad || pad.AsSpan().Count('[') != nieuw.Count || _aantalRijen + erbij > meesteRijen)
        {
            return;
        }
        foreach (var (lijst, rijen) in nieuw)
        {
            _rijen[lijst] = Math.Max(Rijen(lijst), rijen);
        }
        _aantalRijen += erbij;
        _waarden[pad] = waarde;
    }

    /// <summary>What came with a form; only fields that it has.</summary>
    public static Invulling Van(Veld formulier, IEnumerable<KeyValuePair<string, string>> velden)
    {
        var invulling = new Invulling();
        var gekomen = velden.ToList();
        // A page sends at least one field of each of its rows, so a few fields with high numbers do not make thousands of rows.
        var meesteRijen = Math.Min(MeesteRijen, gekomen.Count);
        foreach (var (pad, waarde) in gekomen)
        {
            if (formulier.Zoek(pad) is { IsEnkel: true })
            {
                invulling.Zet(pad, waarde.Trim(), meesteRijen);
            }
        }
        return invulling;
    }

    public static IEnumerable<KeyValuePair<string, string>> Velden(IFormCollection formulier) =>
        // A checkbox has a hidden field before it, so that taking the mark away is sent too: the last one counts.
        formulier.Where(v => !v.Key.StartsWith('_')).Select(v => KeyValuePair.Create(v.Key, v.Value.LastOrDefault() ?? ""));

    /// <summary>As the API has it, written as people write it.</summary>
    public static Invulling Van(Veld formulier, JsonNode? json)
    {
        var invulling = new Invulling();
        invulling.Lees(formulier, "", json);
        return invulling;
    }

    private void Lees(Veld veld, string pad, JsonNode? json)
    {
        switch (veld.Soort)
        {
            case Veldsoort.Groep:
                foreach (var deel in veld.Velden)
                {
                    Lees(deel, Pad.Bij(pad, deel.Naam), (json as JsonObject)?[deel.Naam]);
                }
                break;
            case Veldsoort.Lijst:
                foreach (var (i, element) in ((json as JsonArray) ?? []).Index())
                {
                    Lees(veld.Element!, Pad.Rij(pad, i), element);
                }
                break;
            default:
                Zet(pad, Schrijfwijze.Van(veld, json));
                break;
        }
    }

    private void Leeg(Veld veld, string pad)
    {
        if (veld.Soort == Veldsoort.Groep)
        {
            foreach (var deel in veld.Velden)
            {
                Leeg(deel, Pad.Bij(pad, deel.Naam));
            }
        }
        else if (veld.IsEnkel)
        {
            Zet(pad, "");
        }
    }

    /// <summary>For the API: only what is filled in. What cannot be read is left out, and noted at its place.</summary>
    public JsonObject Json(Veld formulier) => (JsonObject?)Schrijf(formulier, "") ?? [];

    private JsonNode? Schrijf(Veld veld, string pad)
    {
        switch (veld.Soort)
        {
            case Veldsoort.Groep:
                var groep = new JsonObject();
                foreach (var deel in veld.Velden)
                {
                    if (Schrijf(deel, Pad.Bij(pad, deel.Naam)) is { } waarde)
                    {
                        groep[deel.Naam] = waarde;
                    }
                }
                return groep.Count > 0 ? groep : null;
            case Veldsoort.Lijst:
                var lijst = new JsonArray();
                for (var i = 0; i < Rijen(pad); i++)
                {
                    // An empty row stands there to be filled; the places of the others must stay what they are.
                    lijst.Add(Schrijf(veld.Element!, Pad.Rij(pad, i)) ?? (veld.Element!.Soort == Veldsoort.Groep ? new JsonObject() : ""));
                }
                return lijst.Count > 0 ? lijst : null;
            default:
                var lezing = Schrijfwijze.Lees(veld, this[pad]);
                if (lezing.Fout is { } fout && Fout(pad) is null)
                {
                    _fouten.Add(new(pad, fout) { Keuzes = lezing.Keuzes ?? [] });
                }
                return lezing.Json;
        }
    }
}

/// <param name="Pad">Where; it may name a row or a part of a field.</param>
public sealed record Veldfout(string Pad, string Uitleg, string? Artikel = null)
{
    /// <summary>What the text can mean; one click puts it in the field.</summary>
    public IReadOnlyList<string> Keuzes { get; init; } = [];

    /// <summary>Whether the words are in the language of the page.</summary>
    public bool Vertaald { get; init; }

    /// <summary>With the article, unless the words name it themselves.</summary>
    public string Tekst => Artikel is { } artikel && !Uitleg.Contains(artikel, StringComparison.Ordinal) ? $"{Uitleg} ({artikel})" : Uitleg;
}
