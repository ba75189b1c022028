using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>
/// Writes a form as JSON Schema 2020-12. Beside its keywords there are annotations for who shows it: <c>x-en</c> (title and description in
/// English), <c>x-artikel</c>, <c>x-sectie</c>, <c>x-volgorde</c>, <c>x-eenheid</c>, <c>x-telt-tot</c>, <c>x-fout</c> and <c>x-nodig</c> /
/// <c>x-vervalt</c> (what to say of a field); of the whole <c>x-secties</c>, <c>x-documenten</c> and <c>x-regels</c>.
/// </summary>
internal sealed class Schemaschrijver
{
    private const string Bedragpatroon = @"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$";
    private const string Leesbaar = @"[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*";

    private int _volgorde;

    public static JsonObject Schrijf(string tijdvak, string aanvragertype, Regelversie versie)
    {
        var formulier = Formulierboek.Voor(versie, aanvragertype);
        var schema = new Schemaschrijver().Groep(formulier, "");
        var geheel = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:slimregeling:aanvraagformulier:{tijdvak}:{aanvragertype}",
            ["x-tijdvak"] = tijdvak,
            ["x-aanvragertype"] = aanvragertype,
            ["x-regelversie"] = versie.Id,
            ["x-secties"] = new JsonArray([.. Secties.Van(aanvragertype == Aanvragertype.Samenwerkingsverband).Select(Sectie)]),
            ["x-documenten"] = new JsonArray([
                .. Documenten.Vereist(versie, aanvragertype, metIntermediair: true).Select(d => Documentschrijver.Schrijf(d, formulier)),
            ]),
            ["x-regels"] = new JsonArray([.. versie.Parameters.Values.Where(p => IsRegel(p, aanvragertype)).Select(Regel)]),
        };
        foreach (var (naam, waarde) in schema)
        {
            geheel[naam] = waarde?.DeepClone();
        }
        return geheel;
    }

    private JsonObject Veld(Veld veld, string sectie)
    {
        sectie = veld.Sectie ?? sectie;
        return veld switch
        {
            Groepveld groep => Groep(groep, sectie),
            Lijstveld lijst => Lijst(lijst, sectie),
            Tekstveld tekst => Tekst(tekst, sectie),
            Bedragveld bedrag => Bedrag(bedrag, sectie),
            Aantalveld aantal => Aantal(aantal, sectie),
            Stuksveld stuks => Stuks(stuks, sectie),
            Keuzeveld keuze => Keuze(keuze, sectie),
            JaNeeveld { Moet: true } => Met(Begin(veld, "boolean", sectie), ("const", true), ("x-fout", veld.Verplicht)),
            JaNeeveld => Begin(veld, "boolean", sectie),
            _ => throw new InvalidOperationException($"The field {veld.Naam} is of no known kind."),
        };
    }

    private JsonObject Begin(Veld veld, string soort, string sectie)
    {
        var schema = Kop(soort, veld.Titel, veld.Uitleg);
        if (veld.Artikel is { } artikel)
        {
            schema["x-artikel"] = Veldcontrole.Artikel(artikel);
        }
        if (sectie.Length > 0)
        {
            schema["x-sectie"] = sectie;
            schema["x-volgorde"] = ++_volgorde;
        }
        return schema;
    }

    private static JsonObject Kop(string? soort, Woorden titel, Woorden? uitleg)
    {
        var schema = new JsonObject();
        if (soort is not null)
        {
            schema["type"] = soort;
        }
        schema["title"] = titel.Nl;
        var engels = new JsonObject { ["title"] = titel.En };
        if (uitleg is not null)
        {
            schema["description"] = uitleg.Nl;
            engels["description"] = uitleg.En;
        }
        schema["x-en"] = engels;
        return schema;
    }

    private JsonObject Groep(Groepveld groep, string sectie)
    {
        var schema = Begin(groep, "object", sectie);
        var velden = new JsonObject();
        foreach (var veld in groep.Velden)
        {
            velden[veld.Naam] = Veld(veld, sectie);
        }
        schema["properties"] = velden;
        schema["required"] = Namen(
            groep.Velden.Where(v => v.Verplicht is not null || v is Groepveld { PerOnderdeel: true }).Select(v => v.Naam)
        );
        schema["additionalProperties"] = false;
        if (groep.Voorwaarden.Select(v => Voorwaarde(v, groep)).OfType<JsonNode>().ToArray() is { Length: > 0 } voorwaarden)
        {
            schema["allOf"] = new JsonArray(voorwaarden);
        }
        return schema;
    }

    /// <summary>Null when it is about fields that this form does not have.</summary>
    private static JsonObject? Voorwaarde(Voorwaarde voorwaarde, Groepveld groep)
    {
        var velden = groep.Velden.ToDictionary(v => v.Naam);
        var nodig = voorwaarde.Nodig.Where(n => velden.ContainsKey(n.Veld)).ToList();
        var vervalt = voorwaarde.Vervalt.Where(v => velden.ContainsKey(v.Veld)).ToList();
        var dan = new JsonObject();
        foreach (var veld in vervalt)
        {
            dan[veld.Veld] = false;
        }
        foreach (var veld in nodig.Where(n => n.Gevuld))
        {
            if (Gevuld(velden[veld.Veld]) is { } gevuld)
            {
                dan[veld.Veld] = gevuld;
            }
        }
        var then = new JsonObject();
        if (dan.Count > 0)
        {
            then["properties"] = dan;
        }
        if (nodig.Count > 0)
        {
            then["required"] = Namen(nodig.Select(n => n.Veld));
        }
        if (then.Count == 0)
        {
            return null;
        }
        var schema = new JsonObject { ["if"] = voorwaarde.Als.Schema(), ["then"] = then };
        if (nodig.Count > 0)
        {
            schema["x-nodig"] = Uitleg(nodig.Select(n => (n.Veld, n.Uitleg, n.Artikel)));
        }
        if (vervalt.Count > 0)
        {
            schema["x-vervalt"] = Uitleg(vervalt.Select(v => (v.Veld, v.Uitleg, v.Artikel)));
        }
        return schema;
    }

    private static JsonObject Uitleg(IEnumerable<(string Veld, string Uitleg, string? Artikel)> velden)
    {
        var uitleg = new JsonObject();
        foreach (var veld in velden)
        {
            uitleg[veld.Veld] = Met(new JsonObject { ["uitleg"] = veld.Uitleg }, ("artikel", Veldcontrole.Artikel(veld.Artikel)));
        }
        return uitleg;
    }

    private static JsonObject? Gevuld(Veld veld) =>
        veld switch
        {
            Stuksveld => new() { ["minimum"] = 1 },
            Bedragveld => new() { ["pattern"] = "[1-9]" },
            Tekstveld => new() { ["pattern"] = @"\S" },
            Lijstveld => new() { ["minItems"] = 1 },
            _ => null,
        };

    private JsonObject Lijst(Lijstveld lijst, string sectie)
    {
        var schema = Begin(lijst, "array", sectie);
        schema["items"] = Veld(lijst.Element, sectie);
        if (lijst.NietLeeg is not null || lijst.Verplicht is not null)
        {
            schema["minItems"] = 1;
        }
        schema["maxItems"] = lijst.Meeste;
        if (lijst.PreciesEen is { } een)
        {
            schema["contains"] = new Als.Is(een.Veld, een.Waarde).Schema();
            schema["minContains"] = 1;
            schema["maxContains"] = 1;
        }
        if (lijst.Hoofdactiviteiten.Count > 0)
        {
            schema["x-hoofdactiviteiten"] = Namen(lijst.Hoofdactiviteiten);
        }
        return Met(schema, ("x-fout", lijst.NietLeeg ?? lijst.Verplicht));
    }

    private JsonObject Tekst(Tekstveld veld, string sectie)
    {
        var schema = Begin(veld, "string", sectie);
        if (veld.NietLeeg)
        {
            schema["minLength"] = 1;
        }
        schema["maxLength"] = veld.Langste;
        schema["pattern"] = $"^{(veld.NietLeeg ? @"(?=\s*\S)" : "")}{veld.Patroon ?? Leesbaar}$";
        return Met(schema, ("x-fout", veld.Vorm ?? (veld.NietLeeg ? veld.Verplicht : null)));
    }

    private JsonObject Bedrag(Bedragveld veld, string sectie)
    {
        var schema = Begin(veld, "string", sectie);
        schema["pattern"] = Bedragpatroon;
        schema["x-eenheid"] = "euro";
        return Met(schema, ("x-telt-tot", veld.TeltTot?.ToString("0.00", CultureInfo.InvariantCulture)));
    }

    private JsonObject Aantal(Aantalveld veld, string sectie)
    {
        var schema = Begin(veld, "number", sectie);
        schema["minimum"] = 0;
        schema["maximum"] = Getal(veld.Hoogste);
        schema["multipleOf"] = 0.01m;
        schema["x-eenheid"] = veld.Eenheid;
        if (veld.Onder is { } onder)
        {
            schema["exclusiveMaximum"] = Getal(onder);
            schema["x-fout"] = veld.TeHoog;
        }
        return schema;
    }

    private JsonObject Stuks(Stuksveld veld, string sectie) =>
        Met(Begin(veld, "integer", sectie), ("minimum", 0), ("maximum", veld.Hoogste));

    private JsonObject Keuze(Keuzeveld veld, string sectie)
    {
        var schema = Begin(veld, "string", sectie);
        schema["oneOf"] = new JsonArray([
            .. veld.Keuzes.Select(k =>
                Met(new JsonObject { ["const"] = k.Waarde }, ("title", k.Titel.Nl), ("x-en", new JsonObject { ["title"] = k.Titel.En }))
            ),
        ]);
        return schema;
    }

    private static JsonNode Sectie((string Code, Woorden Titel) sectie) => Met(Kop(null, sectie.Titel, null), ("code", sectie.Code));

    /// <summary>What the amount follows from; not the lists of sectors, nor what follows the day of granting.</summary>
    private static bool IsRegel(Parameter parameter, string aanvragertype) =>
        Parameters.Alle.Single(s => s.Code == parameter.Code) is { Gedateerd: false } sleutel
        && sleutel.Eenheid is not ("sbi-code" or "sbi-codes" or "keuze" or "datum")
        && Parameters.Telt(sleutel, aanvragertype);

    private static JsonNode Regel(Parameter parameter) =>
        Met(
            new JsonObject { ["code"] = parameter.Code },
            ("waarde", parameter.Waarde),
            ("eenheid", parameter.Eenheid),
            ("x-artikel", Veldcontrole.Artikel(parameter.Artikel)),
            ("description", parameter.Toelichting)
        );

    private static JsonArray Namen(IEnumerable<string> namen) => new([.. namen.Select(n => (JsonNode?)n)]);

    /// <summary>A whole number without decimals, as a schema is read by people too.</summary>
    private static JsonValue Getal(decimal getal) =>
        decimal.Truncate(getal) == getal ? JsonValue.Create((long)getal) : JsonValue.Create(getal);

    internal static JsonObject Met(JsonObject schema, params ReadOnlySpan<(string Naam, JsonNode? Waarde)> meer)
    {
        foreach (var (naam, waarde) in meer)
        {
            if (waarde is not null)
            {
                schema[naam] = waarde;
            }
        }
        return schema;
    }
}
