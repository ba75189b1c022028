using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Web.Leerwerk;

/// <param name="Beeld">The band in words, or why there is no number.</param>
/// <param name="Schaal100">From 0 to 100.</param>
/// <param name="Marge">Within so much of the score the mean of all who were asked lies, in 19 of 20 cases.</param>
/// <param name="Gunstig">Percentage of people at 3.5 or higher.</param>
/// <param name="Leiding">What management gave it.</param>
/// <param name="Signaal">leiding-hoger or leiding-lager, when it differs by a point or more.</param>
public sealed record Dimensiescore(
    string Code,
    string Naam,
    string Beeld,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Score = null,
    int? Schaal100 = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Marge = null,
    int? Gunstig = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Leiding = null,
    string? Signaal = null
);

/// <param name="Rang">Dimensions closer to each other than the margin share one.</param>
/// <param name="Waarom">In Dutch.</param>
/// <param name="Handvatten">Ids of interventions.</param>
/// <param name="Hulp">The interventions as they were when the report was fixed; null of one from before that was kept.</param>
/// <param name="Redenen">The same as <c>Waarom</c>, as codes: score, mensen, leiding.</param>
public sealed record Prioriteit(
    int Rang,
    string Dimensie,
    string? Waarom = null,
    IReadOnlyList<string>? Handvatten = null,
    IReadOnlyList<string>? Redenen = null,
    IReadOnlyList<Handvat>? Hulp = null
);

/// <summary>An intervention as it was when a report named it.</summary>
/// <param name="Routes">Codes of how it can be paid.</param>
public sealed record Handvat(string Id, Tweetalig Naam, Tweetalig Omschrijving, IReadOnlyList<string> Routes);

/// <param name="Kenmerk">team, leeftijd, contract or opleiding.</param>
/// <param name="Groepen">Empty when no group can be shown.</param>
public sealed record Splitsing(string Kenmerk, string Naam, IReadOnlyList<Groepscore> Groepen);

/// <param name="Antwoorden">Null, with all that follows, of a group that is hidden.</param>
public sealed record Groepscore(
    string Code,
    string Naam,
    string Beeld,
    int? Antwoorden = null,
    IReadOnlyList<Dimensiescore>? Dimensies = null
);

public sealed record Leidingbeeld(
    string Fase,
    IReadOnlyList<string> Volgorde,
    IReadOnlyList<string> Belemmeringen,
    IReadOnlyList<string> Drijfveren,
    IReadOnlyList<string>? Doelgroepen = null,
    IReadOnlyDictionary<string, string>? Richting = null
);

/// <param name="Beeld">The response in words.</param>
/// <param name="Onderdelen">The parts of the instrument itself; null when there are none beside the kernvragen.</param>
/// <param name="Afbeelding">Those laid beside the common dimensions.</param>
/// <param name="Namen">What its codes were called when it was fixed; null of one from before that was kept.</param>
/// <param name="Anderen">Other firms on that day.</param>
public sealed record Rapport(
    string Instrument,
    int Gevraagd,
    int Antwoorden,
    string Beeld,
    IReadOnlyList<Dimensiescore> Dimensies,
    IReadOnlyList<Prioriteit> Prioriteiten,
    string? Sterk = null,
    IReadOnlyList<Dimensiescore>? Onderdelen = null,
    IReadOnlyList<Dimensiescore>? Afbeelding = null,
    IReadOnlyList<Splitsing>? Splitsingen = null,
    Leidingbeeld? Leiding = null,
    DateOnly? Van = null,
    DateOnly? Tot = null,
    IReadOnlyDictionary<string, Tweetalig>? Namen = null,
    Benchmarkbeeld? Anderen = null
);

public sealed record Rapporttekst(Tweetalig Inleiding, Tweetalig EersteStap);

/// <summary>A report as it was fixed, for who leads the firm.</summary>
/// <param name="Zaaknummer">The case it is evidence in; null when there is none.</param>
public sealed record Rapportblad(
    string Scan,
    string Hash,
    Rapport Rapport,
    IReadOnlyList<Interventie> Handvatten,
    Rapporttekst Toon,
    string? Zaaknummer = null
);

/// <summary>The same for its people: nothing of management, groups or money.</summary>
public sealed record Medewerkersblad(
    string Scan,
    int Gevraagd,
    int Antwoorden,
    string Beeld,
    IReadOnlyList<Dimensiescore> Dimensies,
    IReadOnlyList<Prioriteit> Prioriteiten,
    Rapporttekst Toon,
    string? Sterk = null,
    IReadOnlyDictionary<string, Tweetalig>? Namen = null
);

/// <summary>A scan of one's own and where it stands, as far as these pages need.</summary>
public sealed record Scanregel(string Scan, string Instrument, bool Rapport, bool Plan, DateTimeOffset GestartOp);

/// <param name="Eerder">Name of the earlier scan.</param>
/// <param name="Waarop">Ids of the questions that both have.</param>
public sealed record Scanvergelijking(
    string Eerder,
    string Later,
    IReadOnlyList<string> Waarop,
    IReadOnlyList<Scanverschil> Dimensies,
    IReadOnlyList<Scanverschil> Onderdelen,
    DateOnly? EerderOp = null,
    DateOnly? LaterOp = null
);

/// <param name="Grens">A change below this can be chance.</param>
/// <param name="Verandering">hoger, lager, geen aantoonbare verandering, or that there are too few answers.</param>
public sealed record Scanverschil(
    string Code,
    string Naam,
    string Verandering,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Was = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Nu = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Grens = null
);

/// <param name="Hash">SHA-256 of a plan that was fixed.</param>
public sealed record Planbeeld(string Scan, Ontwikkelplan Plan, bool Vastgesteld, string? Hash = null);

public sealed record Ontwikkelplan(string Aanleiding, string Visie, IReadOnlyList<Planregel> Regels, string Middelen, string Volgen);

public sealed record Planregel(
    string Doel,
    string Aanpak,
    string Voor,
    string Wie,
    string Wanneer,
    string Meten,
    string? Dimensie = null,
    string? Interventie = null
);
