using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace SlimRegeling.Regels;

/// <summary>Rules that must not be used; the message lists every error found, each with its place.</summary>
public sealed class RegelbestandException(string naam, IReadOnlyList<string> fouten)
    : Exception($"Regelbestand {naam} is niet bruikbaar:\n- {string.Join("\n- ", fouten)}")
{
    /// <summary>Each its place in the file, a colon, and what is wrong.</summary>
    public IReadOnlyList<string> Fouten { get; } = fouten;

    /// <summary>What is wrong, for who knows the place by another name.</summary>
    public static string ZonderPlaats(string fout) => fout[(fout.IndexOf(": ", StringComparison.Ordinal) + 2)..];
}

/// <summary>Reads one rule file together with the general one: YAML text, JSON Schema, records, and the comparison with the keys and codes
/// that code reads and with the version before.</summary>
public static class Regelbestand
{
    public const string Algemeen = "algemeen.yaml";

    /// <summary>What both a version and the general file have.</summary>
    private static readonly string[] Secties = ["parameters", "posten", "termijnen"];

    private static readonly JsonSerializerOptions Vorm = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <param name="naam">The name of the file, for messages.</param>
    /// <param name="algemeen">The text of the general file; that of this assembly when null.</param>
    /// <exception cref="RegelbestandException">A text is no YAML of the plain kind, or does not agree with schema, code or the version
    /// before.</exception>
    public static Regelversie Lees(string naam, string yaml, string? algemeen = null) =>
        Lees(naam, yaml, LeesAlgemeen(algemeen ?? Regelboek.Bestand(Algemeen)), id => Regelboek.Kent(id) ? Regelboek.Versie(id) : null);

    /// <param name="vorige">Finds the version before; null when there is none with that id.</param>
    internal static Regelversie Lees(string naam, string yaml, JsonObject algemeen, Func<string, Regelversie?> vorige)
    {
        var boom = Yaml.NaarJson(naam, yaml);
        Eis(naam, Regelschema.Versiefouten(boom));
        Eis(naam, Dubbel(boom, algemeen));

        var versie = Maak(boom, algemeen);
        var fouten = Regelcontrole.Fouten(versie).Select(fout => InBestand(algemeen, fout)).ToList();
        if (versie.Vorige is { } id)
            fouten.AddRange(vorige(id) is { } eerder ? Regelcontrole.Opvolging(eerder, versie) : [$"/vorige: er is geen versie '{id}'"]);
        Eis(naam, fouten);
        return versie;
    }

    internal static JsonObject LeesAlgemeen(string yaml)
    {
        var boom = Yaml.NaarJson(Algemeen, yaml);
        Eis(Algemeen, Regelschema.Algemeenfouten(boom));
        return boom;
    }

    private static void Eis(string naam, List<string> fouten)
    {
        if (fouten.Count > 0)
            throw new RegelbestandException(naam, fouten);
    }

    private static List<string> Dubbel(JsonObject boom, JsonObject algemeen) =>
        [
            .. from sectie in Secties
            from regel in boom[sectie]?.AsObject() ?? []
            where algemeen[sectie]?.AsObject().ContainsKey(regel.Key) ?? false
            select $"/{sectie}/{regel.Key}: deze regel staat al in {Algemeen}",
        ];

    /// <summary>An error about a rule of the general file names that file.</summary>
    private static string InBestand(JsonObject algemeen, string fout)
    {
        var plaats = fout.Split(':', 2)[0].Split('/');
        return plaats.Length > 2 && (algemeen[plaats[1]]?.AsObject().ContainsKey(plaats[2]) ?? false) ? $"{Algemeen} {fout}" : fout;
    }

    private static Regelversie Maak(JsonObject boom, JsonObject algemeen)
    {
        var (nummering, typen) = (Enum.Parse<Nummering>(Tekst("nummering"), ignoreCase: true), boom["aanvragertypen"]!.AsArray());
        return new()
        {
            Id = Tekst("id"),
            Titel = Tekst("titel"),
            Vanaf = LocalDatePattern.Iso.Parse(Tekst("vanaf")).Value,
            Nummering = nummering,
            Vorige = (string?)boom["vorige"],
            Verschillen = boom["verschillen"].Deserialize<IReadOnlyList<VerteldVerschil>>(Vorm) ?? [],
            Aanvragertypen = [.. typen.Select(t => (string)t!)],
            Bronnen = algemeen["bronnen"]!
                .AsObject()
                .Concat(boom["bronnen"]!.AsObject())
                .GroupBy(b => b.Key, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => (string)g.Last().Value!, StringComparer.Ordinal),
            Parameters = Sectie<Parameter>("parameters"),
            Eisen = Sectie<Eis>("eisen"),
            Gronden = Sectie<Grond>("gronden"),
            Documenten = Sectie<Document>("documenten"),
            Posten = Sectie<Post>("posten"),
            Termijnen = Sectie<Termijn>("termijnen"),
            Verantwoording = Sectie<Bewijs>("verantwoording"),
            Intrekkingsgronden = Sectie<Intrekkingsgrond>("intrekkingsgronden"),
            Bepalingen = Sectie<Bepaling>("bepalingen"),
            Stappen = Sectie<Stap>("stappen"),
            Feestdagen = Sectie<Feestdag>("feestdagen"),
        };

        string Tekst(string veld) => (string)boom[veld]!;

        Dictionary<string, T> Sectie<T>(string naam)
            where T : Regel
        {
            var sectie = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var (code, regel) in boom[naam]?.AsObject() ?? [])
                sectie.Add(code, Lees<T>(naam, code, regel!.AsObject(), typen));
            foreach (var (code, regel) in algemeen[naam]?.AsObject() ?? [])
                sectie.Add(code, InNummering(Lees<T>(naam, code, regel!.AsObject(), typen), nummering));
            return sectie;
        }
    }

    /// <summary>The code is written once, as the key, and read into the record; so is the section. A parameter's value is text from here
    /// on: its key in code says what it is.</summary>
    private static T Lees<T>(string sectie, string code, JsonObject regel, JsonArray typen)
        where T : Regel
    {
        var velden = regel.DeepClone().AsObject();
        velden["sectie"] = sectie;
        velden["code"] = code;
        if (velden["waarde"] is { } waarde)
            velden["waarde"] = waarde is JsonArray lijst ? string.Join(", ", lijst.Select(w => w!.ToString())) : waarde.ToString();
        if (velden["waarden"] is JsonArray waarden)
        {
            velden.Remove("waarden");
            velden["waarde"] = Gedateerd.Tekst(waarden.Select(w => $"{w!["vanaf"]}: {w["waarde"]}"));
        }
        if (typeof(T).IsAssignableTo(typeof(RegelVoorTypen)) && !velden.ContainsKey("aanvragertypen"))
            velden["aanvragertypen"] = typen.DeepClone();
        return velden.Deserialize<T>(Vorm)!;
    }

    /// <summary>The general file cites the new numbering; a version that follows the old one shows the old article.</summary>
    private static T InNummering<T>(T regel, Nummering nummering)
        where T : Regel =>
        nummering == Nummering.Oud && regel.ArtikelOud is { } oud
            ? (T)((Regel)regel with { Artikel = oud, ArtikelOud = null, ArtikelNieuw = regel.Artikel })
            : regel;
}
