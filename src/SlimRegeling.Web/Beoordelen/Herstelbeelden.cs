namespace SlimRegeling.Web.Beoordelen;

/// <summary>The decision of a case that holds, and can be mended.</summary>
/// <param name="Soort">verlening, afwijzing or buiten-behandeling.</param>
public sealed record Geldendbesluit(string Besluit, string Soort, DateOnly Datum, decimal Bedrag);

/// <summary>The application as it was assessed again to mend a mistake; amounts in euro.</summary>
/// <param name="Grondtitels">The grounds in the words of the rules.</param>
public sealed record Herstelbeoordeling(
    string Soort,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Grondtitels,
    decimal Subsidie,
    decimal Voorschot,
    string Beoordelaar,
    DateTimeOffset Op
);

/// <param name="Soort">tekst or inhoud.</param>
/// <param name="Hash">What is signed; null when it cannot be signed now.</param>
/// <param name="Gevolg">verlenen, wijzigen or afwijzen; null when only the text is mended, or it is not known yet.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Herstelvoorstel(
    string Herstel,
    string Herstelt,
    string Soort,
    string Door,
    DateTimeOffset Op,
    decimal Nodig,
    decimal Gereserveerd,
    string? Fout = null,
    string? Juist = null,
    string? Hash = null,
    string? Gevolg = null,
    Herstelbeoordeling? Herbeoordeling = null,
    string? WaaromNiet = null
)
{
    public bool IsTekst => Soort == "tekst";
}

/// <param name="Bedrag">The award as it stood after it, in euro; null when it gave none.</param>
public sealed record Herstelbesluit(
    string Besluit,
    string Herstelt,
    DateOnly Datum,
    string Soort,
    IReadOnlyList<string> Ondertekenaars,
    string? Gevolg = null,
    decimal? Bedrag = null,
    string? Fout = null,
    string? Juist = null
);

/// <summary>Mistakes in decisions of a case, and what mends them.</summary>
/// <param name="Besluit">Null while nothing was decided.</param>
/// <param name="Terugzending">Why the last proposal went back; null when none did.</param>
public sealed record Herstelbeeld(
    string Zaaknummer,
    IReadOnlyList<Herstelbesluit> Besluiten,
    Geldendbesluit? Besluit = null,
    Herstelvoorstel? Voorstel = null,
    string? Terugzending = null
);
