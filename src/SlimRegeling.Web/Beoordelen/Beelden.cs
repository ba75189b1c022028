using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Leerwerk;
using Stand = SlimRegeling.Web.Api.Aanvragen.Status;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>The outcome of a requirement or ground.</summary>
/// <param name="Uitkomst">As the API says it: voldaan, nietVoldaan, nietVanToepassing or nietBeoordeeld.</param>
public sealed record Toetsbeeld(string Code, string Artikel, string Uitkomst, string Uitleg, string? Argument = null)
{
    public string Woord =>
        Uitkomst switch
        {
            "voldaan" => "Voldaan",
            "nietVoldaan" => "Niet voldaan",
            "nietVanToepassing" => "Niet van toepassing",
            _ => "Nog te beoordelen",
        };

    /// <summary>The tone in which it is shown.</summary>
    public string Klasse =>
        Uitkomst switch
        {
            "voldaan" => "klaar",
            "nietVoldaan" => "fout",
            "nietVanToepassing" => "niet-begonnen",
            _ => "bezig",
        };
}

/// <summary>Outcomes and what was computed, under a heading of the page.</summary>
/// <param name="Kop">The id of that heading.</param>
public sealed record Toetsblad(string Kop, IReadOnlyList<Toetsbeeld> Toetsen, IReadOnlyList<Rekenbeeld> Berekening);

/// <param name="Bedrag">Euro.</param>
public sealed record Rekenbeeld(string Omschrijving, decimal Bedrag, string Artikel);

/// <param name="Soort">verlening, afwijzing or vaststelling.</param>
public sealed record Besluitregel(string Soort, string Nummer, DateOnly Datum, decimal Bedrag);

/// <summary>What was on a line of the budget, or counts there; amounts in euro.</summary>
public sealed record Regelwaarde(
    [property: JsonConverter(typeof(AantalConverter))] decimal? Uren = null,
    decimal? Brutojaarloon = null,
    bool? Eigenaar = null,
    decimal? Uurtarief = null,
    bool? Marktconform = null,
    decimal? Bedrag = null,
    int? Aantal = null
);

/// <summary>A line of the budget as it was judged.</summary>
/// <param name="Uitkomst">aanvaard, gewijzigd or geschrapt.</param>
public sealed record Beoordeelderegel(
    string Regel,
    string Activiteit,
    string Soort,
    Regelwaarde Gevraagd,
    decimal GevraagdBedrag,
    string Uitkomst,
    decimal AanvaardBedrag,
    Regelwaarde? Aanvaard = null,
    string? Reden = null,
    string? Artikel = null
);

/// <summary>That the application is not handled.</summary>
public sealed record Nietbehandeldbeeld(string Besluit, DateOnly Datum, string Grond, string? Eerdere = null);

/// <summary>A case as its assessor has it.</summary>
/// <param name="Toelichtingen">What was written with the request to complete, by the code of a document.</param>
public sealed record Zaakbeeld(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Status,
    string Regelversie,
    DateTimeOffset OntvangenOp,
    decimal Gevraagd,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyList<Toetsbeeld> Toetsen,
    IReadOnlyList<string> TeOordelen,
    IReadOnlyList<Rekenbeeld> Berekening,
    IReadOnlyList<Bewijsbeeld> Scans,
    IReadOnlyList<Besluitregel> Besluiten,
    DateTimeOffset? VolledigOntvangenOp = null,
    DateOnly? AanvullenUiterlijk = null,
    IReadOnlyList<string>? Ontbreekt = null,
    int? Rang = null,
    decimal? Gereserveerd = null,
    string? Beoordelaar = null,
    JsonObject? Formulier = null,
    string? Aanvragertype = null,
    DateTimeOffset? AangevuldOp = null,
    IReadOnlyList<Beoordeelderegel>? Begroting = null,
    IReadOnlyDictionary<string, string>? Toelichtingen = null,
    Nietbehandeldbeeld? BuitenBehandeling = null,
    DateOnly? BeslissenUiterlijk = null,
    DateOnly? VerwachtOp = null
)
{
    /// <summary>Of the enterprise that applies, as it wrote it; null when it did not, or the content was destroyed.</summary>
    public string? Naam =>
        Tekst(Formulier?["onderneming"])
        ?? Tekst((Formulier?["partijen"] as JsonArray)?.FirstOrDefault(p => (string?)p?["kvkNummer"] == KvkNummer));

    /// <summary>Whether it is still to be told if it is complete.</summary>
    public bool WachtOpVolledigheid => Weergave.Stand(Status) is Stand.Ingediend or Stand.AanvullingGevraagd or Stand.Aangevuld;

    /// <summary>Whether the applicant completed it already, which can be asked once.</summary>
    public bool IsAangevuld => Weergave.Stand(Status) is Stand.Aangevuld;

    /// <summary>Whether a decision is still to come.</summary>
    public bool WachtOpBesluit => IsTeNemen || Weergave.Stand(Status) is Stand.Beoordeeld;

    /// <summary>Whether an assessor can take it.</summary>
    public bool IsTeNemen => WachtOpVolledigheid || Weergave.Stand(Status) is Stand.Volledig;

    private static string? Tekst(JsonNode? onderneming) => (string?)onderneming?["naam"] is { Length: > 0 } naam ? naam : null;
}

/// <summary>What the rules said of a case as of a moment.</summary>
/// <param name="Beoordeeld">Whether these are the outcomes of an assessment; else those that the form alone gives.</param>
public sealed record Uitlegbeeld(
    DateTimeOffset Op,
    string Status,
    string Regelversie,
    bool Beoordeeld,
    IReadOnlyList<Toetsbeeld> Toetsen,
    IReadOnlyList<Rekenbeeld> Berekening,
    bool InhoudVernietigd,
    decimal? Subsidie = null,
    IReadOnlyList<Beoordeelderegel>? Begroting = null,
    JsonObject? Formulier = null
);

/// <param name="Wie">A pseudonym, or systeem.</param>
/// <param name="Namens">KVK number of the enterprise for which it was done; null when an employee did it.</param>
/// <param name="Bij">The part of the program that did it and tells by whom: verlening or vaststelling; null when it was done where it is told.</param>
/// <param name="Bezwaar">Number of the objection in which it was done.</param>
/// <param name="Ondertekenaars">Pseudonyms of who signed for it; null for what is no decision.</param>
public sealed record Verloopstap(
    long Versie,
    DateTimeOffset Op,
    string Wat,
    string Titel,
    string Wie,
    string? Namens = null,
    string? Bij = null,
    string? Bezwaar = null,
    IReadOnlyList<string>? Ondertekenaars = null
)
{
    /// <summary>Whether another part of the program told it, and no person did it.</summary>
    public bool IsAutomatisch => Wie == "systeem";

    /// <summary>Whether it changes nothing of what one read or judged: a place in the order, the budget for it, a letter that left.</summary>
    public bool StaatNietInDeWeg =>
        IsAutomatisch && Wat is ("rang-vernomen" or "budget-vernomen" or "hersteltermijn-gestart" or "bezwaartermijn-gestart");

    public string Door =>
        Bij is not null ? "Nu niet te zien"
        : IsAutomatisch ? "Automatisch"
        : Namens is null ? Wie
        : $"{Wie}, namens KVK {Namens}";

    /// <summary>By whom, with names.</summary>
    /// <param name="naam">Of a pseudonym.</param>
    public string DoorMetNamen(Func<string, string> naam) =>
        Ondertekenaars is { Count: > 0 } samen
            ? Samen([.. samen.Select(naam)])
            : (this with { Wie = IsAutomatisch ? Wie : naam(Wie) }).Door;

    private static string Samen(string[] namen) => namen.Length == 1 ? namen[0] : $"{string.Join(", ", namen[..^1])} en {namen[^1]}";
}

/// <param name="Via">aanvrager, partij or verbonden.</param>
public sealed record Verwantezaak(
    string Zaaknummer,
    string KvkNummer,
    string Tijdvak,
    string Status,
    string Via,
    DateTimeOffset OntvangenOp,
    decimal Gevraagd,
    decimal? Besloten = null
)
{
    /// <summary>Why it stands with the other, in words.</summary>
    public string Band =>
        Via switch
        {
            "aanvrager" => "dezelfde aanvrager",
            "partij" => "een partij doet mee",
            _ => "een onderneming uit de groep",
        };
}

public sealed record Belangbeeld(string Medewerker, DateTimeOffset Op, string? Toelichting = null);

/// <param name="Soort">grond or eis.</param>
public sealed record Vraagbeeld(string Code, string Titel, string Artikel, string Soort);

/// <param name="Soort">eigen-uren, externe-uren, overige-externe-kosten, trajecten or praktijkleerplaatsen.</param>
/// <param name="Telt">What the rules count for it, in euro.</param>
public sealed record Begrotingsregel(string Regel, string Activiteit, string Soort, Regelwaarde Gevraagd, decimal Telt);

public sealed record Artikelkeuze(string Titel, string Artikel);

/// <param name="Verzoek">The assessment as the API takes it.</param>
public sealed record Conceptbeoordeling(long Versie, JsonObject Verzoek, string? Door = null, DateTimeOffset? Op = null);

/// <summary>What an assessor has before them.</summary>
/// <param name="Besloten">The judgments on which the decision that holds rests, for who assesses again; null when there are none.</param>
public sealed record Beoordelingsbeeld(
    string Status,
    bool KanNu,
    bool VanU,
    IReadOnlyList<Vraagbeeld> TeOordelen,
    IReadOnlyList<Begrotingsregel> Begroting,
    IReadOnlyList<Artikelkeuze> Artikelen,
    Conceptbeoordeling Concept,
    string? Beoordelaar = null,
    decimal? Gereserveerd = null,
    JsonObject? Besloten = null
);

/// <summary>What an assessment would come to.</summary>
/// <param name="Voorstel">verlenen or afwijzen; null while something is not judged.</param>
public sealed record Proefbeeld(
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> TeOordelen,
    IReadOnlyList<Toetsbeeld> Toetsen,
    IReadOnlyList<Rekenbeeld> Berekening,
    IReadOnlyList<Beoordeelderegel> Begroting,
    decimal SubsidiabeleKosten,
    decimal Subsidie,
    decimal Voorschot,
    string? Voorstel = null
);

/// <param name="Onderwerp">A code that is judged, or begroting.</param>
public sealed record Standaardtekst(
    string Id,
    string Onderwerp,
    string Titel,
    string Tekst,
    int Uitgave,
    string Door,
    DateTimeOffset Op,
    string? Artikel = null
);

/// <param name="Code">A code that is judged, or begroting.</param>
public sealed record Tekstonderwerp(string Code, string Titel);

public sealed record Tekstoverzicht(IReadOnlyList<Tekstonderwerp> Onderwerpen, IReadOnlyList<Standaardtekst> Teksten);

/// <param name="Uitgaven">The latest first.</param>
public sealed record Tekstbeeld(string Id, string Onderwerp, bool Ingetrokken, IReadOnlyList<Standaardtekst> Uitgaven);
