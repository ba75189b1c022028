using System.Reflection;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Host;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>
/// Messages stand in queues, and where one cannot be handled people read it. So none can hold who someone is, where they live or are paid, or what
/// they wrote: that stays with its owner, and a message points to it.
/// </summary>
public sealed class BerichtinhoudTests
{
    /// <summary>What a text in a message is, by the name of its property. A new name is a decision.</summary>
    private static readonly Dictionary<string, string[]> Teksten = new()
    {
        ["number or reference that this program gave"] =
        [
            "Zaaknummer",
            "Besluit",
            "Bestreden",
            "Betaalopdracht",
            "Bezwaar",
            "Bezwaarbesluit",
            "Brief",
            "Document",
            "Eerdere",
            "Grondslag",
            "Herstel",
            "Herstelt",
            "Intrekking",
            "Scan",
            "Vaststelling",
            "Vervangt",
            "Vordering",
            "Wijziging",
            "Wijzigt",
        ],
        ["window or rule version, of lower-case letters, digits and hyphens"] = ["Tijdvak", "Regelversie"],
        ["number in the trade register; of each party what it receives"] =
        [
            "KvkNummer",
            "Gever",
            "Partijen",
            "PartijenWas",
            "Steun",
            "Verbonden",
            "VerbondenPerPartij",
        ],
        ["pseudonym of an employee, by which only the provider knows them"] = ["Beoordelaar", "Door", "Medewerker", "Ondertekenaars"],
        ["SHA-256"] = ["Hash", "Instrumenthash", "Rapporthash", "Regelhash", "Toelichtinghash", "Voorstelhash"],
        ["code of a rule version or of this program; of each activity what it weighs, and what its items are"] =
        [
            "Aandelen",
            "AandelenWas",
            "Aanvragertype",
            "Activiteiten",
            "Beeld",
            "Code",
            "Dimensies",
            "Gevolg",
            "Grond",
            "Gronden",
            "Indiener",
            "Ingetrokken",
            "Instrument",
            "Kenmerk",
            "NietGehoord",
            "Ontbreekt",
            "Ontvanger",
            "Overschrijding",
            "Posten",
            "Reden",
            "Sectie",
            "Soort",
            "Stand",
            "Toegekend",
            "Uitkomst",
            "Validatie",
            "Verantwoording",
            "Volgorde",
            "Voorstel",
            "Wijze",
        ],
    };

    /// <summary>Sentences that are of no person, each with why.</summary>
    private static readonly Dictionary<string, string> Zinnen = new()
    {
        ["BezwaarHoorzittingBericht.Plaats"] = "where the executor hears people: an address of its own, or online",
        ["DocumentGeweigerdBericht.Uitleg"] = "one of two sentences of this program, by the reason",
        ["ParameterGewijzigdBericht.Waarde"] = "of a rule, as everyone reads it at /v1/regelversies",
        ["ParameterGewijzigdBericht.Bron"] = "of a rule, as everyone reads it at /v1/regelversies",
        ["ScanAfgerondBericht.Vragenlijst"] = "of a list of questions, as everyone reads it at /v1/instrumenten",
        ["ScanAfgerondBericht.Bron"] = "of a list of questions, as everyone reads it at /v1/instrumenten",
        ["ScanAfgerondBericht.Onderbouwing"] = "of a list of questions, as everyone reads it at /v1/instrumenten",
        ["ParameterGewijzigdBericht.Toelichting"] = "of a rule, as everyone reads it at /v1/regelversies",
    };

    private static readonly string[] VanMensen =
    [
        "naam",
        "adres",
        "straat",
        "postcode",
        "plaats",
        "email",
        "telefoon",
        "bsn",
        "burgerservice",
        "geboorte",
        "iban",
        "rekening",
        "tekst",
        "toelichting",
        "uitleg",
    ];

    private static readonly IReadOnlyList<(string Bericht, PropertyInfo Eigenschap)> Eigenschappen =
    [
        .. from type in Contexten.Alle().SelectMany(c => c.GezegdeBerichten).Append(typeof(Verleningsstand))
        from eigenschap in type.GetProperties()
        select (type.Name, eigenschap),
    ];

    [Fact]
    public void Every_text_in_a_message_is_a_number_a_reference_a_pseudonym_a_hash_or_a_code()
    {
        var bekend = Teksten.Values.SelectMany(namen => namen).ToHashSet();
        var teksten = Eigenschappen.Where(e => IsTekst(e.Eigenschap.PropertyType)).ToList();
        Assert.Empty(teksten.Where(e => !bekend.Contains(e.Eigenschap.Name)).Select(Voluit).Except(Zinnen.Keys));
        // What no message has any more is not expected either.
        Assert.Empty(bekend.Except(teksten.Select(e => e.Eigenschap.Name)));
        Assert.Empty(Zinnen.Keys.Except(teksten.Select(Voluit)));
    }

    [Fact]
    public void Nothing_in_a_message_is_named_after_what_people_are_or_wrote() =>
        Assert.Empty(
            Eigenschappen
                .Where(e => !e.Eigenschap.Name.EndsWith("hash", StringComparison.Ordinal))
                .Where(e => Array.Exists(VanMensen, wat => e.Eigenschap.Name.Contains(wat, StringComparison.OrdinalIgnoreCase)))
                .Select(Voluit)
                .Except(Zinnen.Keys)
        );

    private static string Voluit((string Bericht, PropertyInfo Eigenschap) e) => $"{e.Bericht}.{e.Eigenschap.Name}";

    /// <summary>Whether there is text in it, as a value or as a key.</summary>
    private static bool IsTekst(Type soort) => soort == typeof(string) || Array.Exists(soort.GenericTypeArguments, IsTekst);
}
