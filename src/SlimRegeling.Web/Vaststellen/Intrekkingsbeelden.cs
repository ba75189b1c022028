using SlimRegeling.Web.Beoordelen;

namespace SlimRegeling.Web.Vaststellen;

/// <param name="Tekst">Null when they said to have nothing to say, or it was destroyed.</param>
/// <param name="Wijze">online or ingevoerd.</param>
public sealed record Gegevenzienswijze(DateOnly OntvangenOp, string Wijze, string? Tekst = null);

/// <summary>What is proposed to withdraw; amounts in euro.</summary>
/// <param name="Soort">verlening or vaststelling.</param>
/// <param name="ReagerenTotEnMet">Null while the letter was not sent, or nobody is heard.</param>
/// <param name="NietGehoord">Why the recipient is not heard.</param>
/// <param name="Hash">What is signed; null while it does not lie ready.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can, or never could.</param>
public sealed record Intrekkingsvoorstel(
    string Intrekking,
    string Betreft,
    string Soort,
    Grondbeeld Grond,
    decimal Bedrag,
    decimal Was,
    decimal Terugvordering,
    IReadOnlyList<Partijbedrag> Partijen,
    DateTimeOffset Op,
    IReadOnlyList<Gegevenzienswijze> Zienswijzen,
    DateOnly? Vanaf = null,
    DateOnly? ReagerenTotEnMet = null,
    string? NietGehoord = null,
    string? Argument = null,
    string? Hardheid = null,
    string? Reactie = null,
    string? Door = null,
    string? Hash = null,
    string? WaaromNiet = null
);

/// <summary>What was withdrawn; amounts in euro.</summary>
public sealed record Intrekkingsbesluit(
    string Besluit,
    string Betreft,
    string Soort,
    DateOnly Datum,
    Grondbeeld Grond,
    decimal Bedrag,
    decimal Was,
    decimal Terugvordering,
    IReadOnlyList<Partijbedrag> Partijen,
    DateOnly? Vanaf = null,
    string? NietGehoord = null,
    string? Argument = null,
    string? Hardheid = null,
    string? Reactie = null,
    IReadOnlyList<string>? Ondertekenaars = null
);

/// <param name="Gronden">On which something can be withdrawn now; empty when nothing can.</param>
/// <param name="Terugzending">Why the last proposal went back.</param>
/// <param name="Hardheidsartikel">Of the hardship clause, in the numbering of the window.</param>
public sealed record Intrekkingenbeeld(
    string Zaaknummer,
    IReadOnlyList<Intrekkingsbesluit> Besluiten,
    IReadOnlyList<Grondbeeld> Gronden,
    Intrekkingsvoorstel? Voorstel = null,
    string? Terugzending = null,
    string? Hardheidsartikel = null
);

/// <summary>The award that holds.</summary>
public sealed record Toegekend(string Nummer, decimal Bedrag, IReadOnlyList<Partijbedrag> Partijen);

/// <param name="Besluit">Null while nothing was decided.</param>
/// <param name="Vastgesteld">Euro; null while it is not settled.</param>
public sealed record Toekenning(string Zaaknummer, Toegekend? Besluit = null, decimal? Vastgesteld = null);
