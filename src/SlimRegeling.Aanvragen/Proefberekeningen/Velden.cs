using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Proefberekeningen;

/// <summary>
/// The fields of one JSON object. What is wrong is noted and reading goes on with a value that is never used, so that one answer names every
/// field. A field that may be left out may also be null.
/// </summary>
internal sealed class Velden
{
    private readonly Dictionary<string, JsonElement> _ongelezen = new(StringComparer.Ordinal);
    private readonly string _pad;
    private readonly Invoerfouten _fouten;
    private readonly bool _isObject;

    public Velden(JsonElement element, string pad, Invoerfouten fouten)
    {
        (_pad, _fouten, _isObject) = (pad, fouten, element.ValueKind == JsonValueKind.Object);
        if (!_isObject)
        {
            fouten.Onleesbaar(pad, "Schrijf hier velden met hun waarde, tussen accolades.");
            return;
        }
        foreach (var veld in element.EnumerateObject())
        {
            if (Naam(veld) is not { } naam)
            {
                fouten.Onleesbaar(pad, "De naam van een veld is hier niet leesbaar. Haal het veld weg.");
            }
            else if (!_ongelezen.TryAdd(naam, veld.Value))
            {
                fouten.Onleesbaar(Pad(naam), "Dit veld staat er twee keer. Laat er één staan.");
            }
        }
    }

    /// <summary>The place of the object itself.</summary>
    public string Hier => _pad;

    public string Pad(string naam) => _pad.Length == 0 ? naam : $"{_pad}.{naam}";

    /// <summary>Notes the fields that nobody asked for; call it last.</summary>
    public void Sluit(string uitleg = "Dit veld bestaat hier niet. Haal het weg of controleer de naam.")
    {
        foreach (var naam in _ongelezen.Keys)
        {
            _fouten.Onleesbaar(Pad(naam), uitleg);
        }
    }

    public string Tekst(string naam) => Tekst(naam, Verplicht(naam)) ?? "";

    /// <summary>One of a few words; empty when it is none.</summary>
    public string Keuze(string naam, IReadOnlyList<string> keuzes)
    {
        if (Tekst(naam, Verplicht(naam)) is not { } tekst)
        {
            return "";
        }
        if (keuzes.Contains(tekst))
        {
            return tekst;
        }
        _fouten.Onjuist(Pad(naam), Gegevenscontrole.Kies(keuzes));
        return "";
    }

    public decimal Bedrag(string naam) => Bedrag(naam, Verplicht(naam)) ?? 0m;

    public decimal? BedragOfNiets(string naam) => Bedrag(naam, Neem(naam));

    public decimal Getal(string naam, int hoogste, int decimalen = 2) => Getal(naam, Verplicht(naam), hoogste, decimalen) ?? 0m;

    public decimal? GetalOfNiets(string naam, int hoogste, int decimalen = 2) => Getal(naam, Neem(naam), hoogste, decimalen);

    public int? AantalOfNiets(string naam, int hoogste) => (int?)GetalOfNiets(naam, hoogste, decimalen: 0);

    public bool? JaNeeOfNiets(string naam)
    {
        if (Neem(naam) is not { } waarde)
        {
            return null;
        }
        if (waarde.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return waarde.GetBoolean();
        }
        _fouten.Onleesbaar(Pad(naam), "Schrijf true of false, zonder aanhalingstekens.");
        return null;
    }

    public LocalDate Datum(string naam)
    {
        if (Tekst(naam, Verplicht(naam)) is not { } tekst)
        {
            return default;
        }
        if (LocalDatePattern.Iso.Parse(tekst) is { Success: true, Value: var datum })
        {
            return datum;
        }
        _fouten.Onleesbaar(Pad(naam), "Schrijf een datum die bestaat als jaar-maand-dag, bijvoorbeeld \"2024-09-12\".");
        return default;
    }

    public Velden Object(string naam) => Verplicht(naam) is { } waarde ? new Velden(waarde, Pad(naam), _fouten) : Afwezig(naam);

    /// <param name="geen">What to say of an empty list.</param>
    public IReadOnlyList<T> Lijst<T>(string naam, Func<Velden, T> lees, string geen) =>
        Gevuld(naam, Lijst(naam, Verplicht(naam), lees), geen);

    public IReadOnlyList<T>? LijstOfNiets<T>(string naam, Func<Velden, T> lees) => Lijst(naam, Neem(naam), lees);

    /// <param name="maak">Null for a text that is none of what is asked.</param>
    /// <param name="uitleg">What to write then; also of an empty list.</param>
    public IReadOnlyList<string> Teksten(string naam, Func<string, string?> maak, string uitleg) =>
        Teksten(naam, Gevuld(naam, Elementen(naam, Verplicht(naam)), uitleg), maak, uitleg);

    /// <inheritdoc cref="Teksten(string, Func{string, string?}, string)"/>
    public IReadOnlyList<string>? TekstenOfNiets(string naam, Func<string, string?> maak, string uitleg) =>
        Elementen(naam, Neem(naam)) is { } elementen ? Teksten(naam, elementen, maak, uitleg) : null;

    private Velden Afwezig(string naam) => new(Pad(naam), _fouten);

    private Velden(string pad, Invoerfouten fouten) => (_pad, _fouten) = (pad, fouten);

    private JsonElement? Neem(string naam) =>
        _ongelezen.Remove(naam, out var waarde) && waarde.ValueKind != JsonValueKind.Null ? waarde : null;

    private JsonElement? Verplicht(string naam)
    {
        var waarde = Neem(naam);
        if (waarde is null && _isObject)
        {
            _fouten.Onleesbaar(Pad(naam), "Dit veld ontbreekt. Vul het in.");
        }
        return waarde;
    }

    private string? Tekst(string naam, JsonElement? waarde)
    {
        if (waarde is not { } element)
        {
            return null;
        }
        if (Tekst(element) is { } tekst)
        {
            return tekst;
        }
        _fouten.Onleesbaar(Pad(naam), "Schrijf hier leesbare tekst tussen aanhalingstekens.");
        return null;
    }

    private decimal? Bedrag(string naam, JsonElement? waarde)
    {
        if (waarde is not { } element)
        {
            return null;
        }
        if (Tekst(element) is not { } tekst || BedragConverter.Lees(tekst) is not { } bedrag)
        {
            _fouten.Onleesbaar(Pad(naam), BedragConverter.Uitleg);
            return null;
        }
        if (bedrag < 0m)
        {
            _fouten.Onjuist(Pad(naam), "Een bedrag kan hier niet negatief zijn. Schrijf 0.00 of meer.");
        }
        return bedrag;
    }

    private decimal? Getal(string naam, JsonElement? waarde, int hoogste, int decimalen)
    {
        if (waarde is not { } element)
        {
            return null;
        }
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out var getal))
        {
            _fouten.Onleesbaar(Pad(naam), "Schrijf een getal zonder aanhalingstekens, met een punt voor de decimalen.");
            return null;
        }
        if (getal < 0m || getal > hoogste || decimal.Round(getal, decimalen) != getal)
        {
            var soort = decimalen == 0 ? "heel getal" : "getal";
            var staart = decimalen == 2 ? " met ten hoogste twee decimalen" : "";
            _fouten.Onjuist(Pad(naam), $"Schrijf een {soort} van 0 tot en met {hoogste}{staart}.");
            return null;
        }
        return getal;
    }

    private List<T>? Lijst<T>(string naam, JsonElement? waarde, Func<Velden, T> lees) =>
        Elementen(naam, waarde)?.Select((element, i) => lees(new Velden(element, $"{Pad(naam)}[{i}]", _fouten))).ToList();

    private List<string> Teksten(string naam, List<JsonElement> elementen, Func<string, string?> maak, string uitleg)
    {
        var teksten = new List<string>();
        foreach (var (i, element) in elementen.Index())
        {
            if (Tekst(element) is not { } tekst)
            {
                _fouten.Onleesbaar($"{Pad(naam)}[{i}]", uitleg);
            }
            else if (maak(tekst) is { } gemaakt)
            {
                teksten.Add(gemaakt);
            }
            else
            {
                _fouten.Onjuist($"{Pad(naam)}[{i}]", uitleg);
            }
        }
        return teksten;
    }

    private List<T> Gevuld<T>(string naam, List<T>? elementen, string geen)
    {
        if (elementen is { Count: 0 })
        {
            _fouten.Onjuist(Pad(naam), geen);
        }
        return elementen ?? [];
    }

    private List<JsonElement>? Elementen(string naam, JsonElement? waarde)
    {
        if (waarde is not { } element)
        {
            return null;
        }
        if (element.ValueKind == JsonValueKind.Array)
        {
            return [.. element.EnumerateArray()];
        }
        _fouten.Onleesbaar(Pad(naam), "Schrijf hier een lijst, tussen vierkante haken.");
        return null;
    }

    /// <summary>Null for what is no text, or none that is Unicode: half of a surrogate pair is only found when it is read.</summary>
    private static string? Tekst(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Naam(JsonProperty veld)
    {
        try
        {
            return veld.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
