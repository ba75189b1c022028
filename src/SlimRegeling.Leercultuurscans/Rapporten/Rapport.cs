using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// How people in the firm experience learning, fixed at the closing of the scan: pages, files and benchmarks read this and never an answer.
/// <c>Antwoorden</c> counts those that tell enough to count. What came in later versions of the program is absent of a report from before.
/// </summary>
/// <param name="Instrument">Id.</param>
/// <param name="Beeld">The response in words.</param>
/// <param name="Dimensies">D1 to D6, by the kernvragen that go along with every scan.</param>
/// <param name="Prioriteiten">At most three dimensions, the most urgent first; none when all that is shown is strong.</param>
/// <param name="Sterk">Of those that are no priority the one with the highest score.</param>
/// <param name="Onderdelen">The parts of the instrument itself.</param>
/// <param name="Afbeelding">The parts of the instrument laid beside the common dimensions; what they do not cover is <c>niet gemeten</c>.</param>
/// <param name="Splitsingen">People in groups by one attribute at a time; only what may be shown (<see cref="Onderdrukking"/>).</param>
/// <param name="Leiding">What management signed; absent when it did not.</param>
/// <param name="Grootte">Size class, by which the report is in the benchmark.</param>
/// <param name="Sector">Section of the SBI, a letter; absent when it was not told.</param>
/// <param name="Namen">What its codes are called (<see cref="Bevriezen"/>).</param>
/// <param name="Toon">The texts around it for who leads the firm.</param>
/// <param name="ToonMensen">The same for its people.</param>
/// <param name="Anderen">Other firms, by the kernvragen, on the day on which it was fixed; absent when there were too few.</param>
public sealed record Rapport(
    string Instrument,
    int Gevraagd,
    int Antwoorden,
    string Beeld,
    IReadOnlyList<Dimensiescore> Dimensies,
    IReadOnlyList<Prioriteit> Prioriteiten,
    string? Sterk,
    IReadOnlyList<Dimensiescore>? Onderdelen = null,
    IReadOnlyList<Dimensiescore>? Afbeelding = null,
    IReadOnlyList<Splitsing>? Splitsingen = null,
    Leidingbeeld? Leiding = null,
    string? Grootte = null,
    string? Sector = null,
    LocalDate? Van = null,
    LocalDate? Tot = null,
    string? Kernvragen = null,
    IReadOnlyDictionary<string, Tweetalig>? Namen = null,
    Rapporttekst? Toon = null,
    Rapporttekst? ToonMensen = null,
    Benchmarkbeeld? Anderen = null
)
{
    public const string TeWeinig = "te weinig antwoorden om te tonen";
    public const string NietGemeten = "niet gemeten";
    public const string Onbetrouwbaar = "de vragen hangen te weinig samen om te tonen";
}

/// <param name="Beeld">The band in words, of what people counted the answer nearest to the mean, or that there are too few answers, that it was not
/// measured, or that its questions hang together too little; then there is no number at all.</param>
/// <param name="Score">Mean on the scale of the instrument, one decimal.</param>
/// <param name="Schaal100">The same from 0 to 100.</param>
/// <param name="Marge">Within so much of the score the mean of all who were asked lies, in 19 of 20 cases.</param>
/// <param name="Gunstig">Percentage of people at 3.5 or higher, in steps of 5; only from ten answers on, and not when it is all or none.</param>
/// <param name="Leiding">What management gave it, one decimal.</param>
/// <param name="Signaal"><c>leiding-hoger</c> or <c>leiding-lager</c>, when it differs by a point or more.</param>
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
/// <param name="Waarom">Why it is one, in a sentence.</param>
/// <param name="Handvatten">Ids of interventions that fit the firm, the most fitting first.</param>
/// <param name="Hulp">The same interventions, as they were on the day.</param>
/// <param name="Redenen">The reasons of <c>Waarom</c> as codes: <c>score</c>, <c>mensen</c> (at least half of ten or more want it better), <c>leiding</c>.</param>
public sealed record Prioriteit(
    int Rang,
    string Dimensie,
    string? Waarom = null,
    IReadOnlyList<string>? Handvatten = null,
    IReadOnlyList<string>? Redenen = null,
    IReadOnlyList<Handvat>? Hulp = null
);

/// <summary>An intervention as it was when a report named it.</summary>
/// <param name="Id">In the catalogue, where it may have changed since.</param>
/// <param name="Routes">Codes of how it can be paid.</param>
public sealed record Handvat(string Id, Tweetalig Naam, Tweetalig Omschrijving, IReadOnlyList<string> Routes)
{
    /// <param name="ids">As a priority has them.</param>
    public static IReadOnlyList<Handvat> Van(IReadOnlyList<string>? ids, IReadOnlyList<Interventie> interventies) =>
        [
            .. (ids ?? [])
                .Select(id => interventies.FirstOrDefault(i => i.Id == id))
                .OfType<Interventie>()
                .Select(i => new Handvat(i.Id, i.Naam, i.Omschrijving, i.Routes)),
        ];
}

/// <summary>People in groups by one attribute.</summary>
/// <param name="Kenmerk"><c>team</c>, <c>leeftijd</c>, <c>contract</c> or <c>opleiding</c>.</param>
/// <param name="Groepen">Empty when no group can be shown.</param>
public sealed record Splitsing(string Kenmerk, string Naam, IReadOnlyList<Groepscore> Groepen);

/// <param name="Beeld">The response in words where it is known how many were asked; else empty. Of a hidden group that there are too few answers.</param>
/// <param name="Antwoorden">Absent, with all that follows, of a group that is hidden.</param>
public sealed record Groepscore(
    string Code,
    string Naam,
    string Beeld,
    int? Antwoorden = null,
    IReadOnlyList<Dimensiescore>? Dimensies = null
);

/// <summary>What the management of a firm signed. It is one statement of few people, and no anonymous group.</summary>
/// <param name="Fase"><c>weten</c>, <c>willen</c> or <c>kunnen</c>: what the firm lacks first.</param>
/// <param name="Volgorde">Dimensions by how much they matter to the firm, the most first.</param>
/// <param name="Doelgroepen">Whom it wants to reach first.</param>
/// <param name="Richting">What it said of vision, plan and budget (D9), by question; no score.</param>
public sealed record Leidingbeeld(
    string Fase,
    IReadOnlyList<string> Volgorde,
    IReadOnlyList<string> Belemmeringen,
    IReadOnlyList<string> Drijfveren,
    IReadOnlyList<string>? Doelgroepen = null,
    IReadOnlyDictionary<string, string>? Richting = null
);
