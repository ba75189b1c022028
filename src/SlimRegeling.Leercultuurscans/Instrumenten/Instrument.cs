using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Instrumenten;

/// <summary>
/// A version of a questionnaire, as data: one file, which never changes once it was used; another wording is another version. All questions are of our own.
/// </summary>
/// <param name="Id">Series and version: <c>kernvragen-1</c>.</param>
/// <param name="Bron">Who made it and what it rests on, in one sentence.</param>
/// <param name="Licentie">By what right the questions stand here.</param>
/// <param name="Onderbouwing">The literature and research behind it, for who weighs a scan as evidence.</param>
/// <param name="Hash">SHA-256 of the file, so that evidence tells with which questions it was made.</param>
public sealed record Instrument(
    string Id,
    string Reeks,
    int Versie,
    Tweetalig Naam,
    string Bron,
    string Licentie,
    string Onderbouwing,
    Validatie Validatie,
    Schaal Schaal,
    IReadOnlyList<Onderdeel> Onderdelen,
    string Hash = ""
)
{
    /// <summary>People are told that it takes eight minutes, at eight seconds a question; the twelve kernvragen go along.</summary>
    public const int MeesteVragen = (8 * 60 / 8) - 12;

    /// <summary>Nothing is begun with it any more. It is read all the same: scans and reports of before have its questions.</summary>
    [JsonIgnore]
    public bool TeLang => Onderdelen.Sum(o => o.Vragen.Count) > MeesteVragen;

    /// <summary>The answers to a part.</summary>
    public Schaal SchaalVan(Onderdeel onderdeel) => onderdeel.Schaal ?? Schaal;
}

/// <param name="Status"><c>niet-gevalideerd</c>, <c>in-onderzoek</c> or <c>gevalideerd</c>.</param>
/// <param name="Bedrijven">Firms in the research, as far as that was told.</param>
/// <param name="Jaar">In which the research was done.</param>
public sealed record Validatie(string Status, string Toelichting, int? Bedrijven = null, int? Personen = null, int? Jaar = null)
{
    internal static readonly IReadOnlyList<string> Statussen = ["niet-gevalideerd", "in-onderzoek", "gevalideerd"];
}

/// <summary>An answer is a whole number from <c>Laagste</c> to <c>Hoogste</c>, or none.</summary>
/// <param name="Antwoorden">What each of those numbers says, the lowest first.</param>
public sealed record Schaal(int Laagste, int Hoogste, IReadOnlyList<Tweetalig> Antwoorden)
{
    /// <summary>A score on another scale, as it is on this one: the lowest there is the lowest here, the highest the highest.</summary>
    public decimal Van(Schaal ander, decimal score) =>
        Laagste + ((score - ander.Laagste) * (Hoogste - Laagste) / (ander.Hoogste - ander.Laagste));
}

/// <summary>A subscale: questions that measure one thing.</summary>
/// <param name="Status"><c>bevestigd</c>, or <c>onbevestigd</c> when the name or content still waits for its source.</param>
/// <param name="Schaal">Answers of its own, such as how often one did something; without it those of the instrument.</param>
/// <param name="AlleenMensen">It asks of one's own will or doings: management is not asked it for the firm.</param>
public sealed record Onderdeel(
    string Code,
    Tweetalig Naam,
    string Status,
    IReadOnlyList<Vraag> Vragen,
    IReadOnlyList<Afbeelding> Dimensies,
    Schaal? Schaal = null,
    bool AlleenMensen = false
);

/// <param name="Omgekeerd">Who agrees says that it is less so; the number is turned round before it counts.</param>
public sealed record Vraag(string Nl, string En, bool Omgekeerd = false);

/// <summary>How far a subscale tells of a common dimension.</summary>
/// <param name="Gewicht">1 in full, 0.5 in part.</param>
public sealed record Afbeelding(
    string Dimensie,
    [property: JsonConverter(typeof(AantalConverter))] decimal Gewicht,
    string Status,
    string Bron
);

/// <summary>One part of what people answer, with its answers.</summary>
public sealed record Lijstdeel(Onderdeel Onderdeel, Schaal Schaal);

/// <summary>What people answer in a scan: the kernvragen, which go along with every instrument, and then the instrument's own questions.</summary>
/// <param name="Kern">Its parts are the dimensions D1 to D6.</param>
/// <param name="Eigen">Null when the scan is of the kernvragen alone.</param>
public sealed record Vragenlijst(Instrument Kern, Instrument? Eigen)
{
    [JsonIgnore]
    public IReadOnlyList<Lijstdeel> Delen { get; } =
    [
        .. Kern.Onderdelen.Select(o => new Lijstdeel(o, Kern.SchaalVan(o))),
        .. (Eigen?.Onderdelen ?? []).Select(o => new Lijstdeel(o, Eigen!.SchaalVan(o))),
    ];

    /// <summary>What management answers of it.</summary>
    public Vragenlijst VoorLeiding() =>
        Eigen is { } eigen ? new(Kern, eigen with { Onderdelen = [.. eigen.Onderdelen.Where(o => !o.AlleenMensen)] }) : this;
}
