using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>Other firms: their mean, and the score below which a quarter, a half and three quarters of them are.</summary>
public sealed record Benchmarkcijfer(
    string Code,
    [property: JsonConverter(typeof(AantalConverter))] decimal Gemiddelde,
    [property: JsonConverter(typeof(AantalConverter))] decimal P25,
    [property: JsonConverter(typeof(AantalConverter))] decimal P50,
    [property: JsonConverter(typeof(AantalConverter))] decimal P75
);

/// <param name="Kring">sector-en-grootte, sector, grootte or alle.</param>
/// <param name="Bedrijven">Rounded down to five.</param>
public sealed record Benchmarkbeeld(
    string Kring,
    int Bedrijven,
    IReadOnlyList<Benchmarkcijfer> Dimensies,
    string? Sector = null,
    string? Grootte = null
);

/// <param name="Kern">By the kernvragen; null when there are too few firms.</param>
/// <param name="Eigen">By the parts of the instrument.</param>
public sealed record Benchmarkvergelijking(Benchmarkbeeld? Kern = null, Benchmarkbeeld? Eigen = null);

/// <param name="Groep">met-slim or zonder-slim.</param>
public sealed record Panelgroep(string Groep, int Bedrijven, IReadOnlyList<Panelcijfer> Dimensies);

public sealed record Panelcijfer(
    string Code,
    [property: JsonConverter(typeof(AantalConverter))] decimal Eerst,
    [property: JsonConverter(typeof(AantalConverter))] decimal Laatst
);

/// <summary>What the management of firms said, to the nearest five.</summary>
public sealed record Leidingtelling(
    int Bedrijven,
    IReadOnlyDictionary<string, int> Fasen,
    IReadOnlyDictionary<string, int> Belemmeringen,
    IReadOnlyDictionary<string, int> Drijfveren
);

/// <param name="Vastgesteld">Cases that were settled in this year for the first time.</param>
public sealed record Verleningsjaar(int Jaar, int Aantal, IReadOnlyDictionary<string, int> Activiteiten, int Vastgesteld);

/// <param name="Status">concept or vastgesteld.</param>
/// <param name="Eenheid">procent, euro, miljoen-euro, uur, aantal or cijfer.</param>
public sealed record Indicator(
    string Id,
    Tweetalig Naam,
    Tweetalig Definitie,
    Tweetalig Populatie,
    string Groep,
    string Eenheid,
    string Status,
    IReadOnlyList<Reeks> Reeksen,
    IReadOnlyList<Doel> Doelen
);

/// <param name="Waarom">Why it is not comparable with what looks the same.</param>
public sealed record Reeks(
    string Code,
    Tweetalig Naam,
    string Bron,
    Tweetalig Meetwijze,
    IReadOnlyList<string> VergelijkbaarMet,
    IReadOnlyList<Punt> Punten,
    Tweetalig? Waarom = null
);

/// <param name="Breuk">It was measured otherwise than the point before it.</param>
public sealed record Punt(
    int Jaar,
    [property: JsonConverter(typeof(AantalConverter))] decimal Waarde,
    string Status,
    bool Breuk = false,
    string? Opmerking = null
);

/// <param name="Reeks">The series that it is measured by; null when that is still to be settled.</param>
public sealed record Doel(
    int Jaar,
    [property: JsonConverter(typeof(AantalConverter))] decimal Waarde,
    string Status,
    string Bron,
    string? Reeks = null
);

/// <summary>Series that may stand in one chart, with what of them is connected: the API says both, and no page joins anything itself.</summary>
public sealed record Grafiek(IReadOnlyList<string> Reeksen, IReadOnlyList<Lijn> Lijnen);

public sealed record Lijn(string Reeks, IReadOnlyList<Punt> Punten);

public sealed record Indicatorbeeld(Indicator Indicator, IReadOnlyList<Grafiek> Grafieken);

/// <param name="Sectoren">Those that may be shown.</param>
/// <param name="Scans">Null when firms are too few to show.</param>
public sealed record Dashboardbeeld(
    IReadOnlyList<Indicatorbeeld> Indicatoren,
    IReadOnlyList<Verleningsjaar> Verleningen,
    IReadOnlyList<Benchmarkbeeld> Sectoren,
    Benchmarkbeeld? Scans = null,
    Leidingtelling? Ondernemers = null
);

/// <param name="TotEnMet">The last month that is in it: 2026-11; null when there is none.</param>
public sealed record QuickScancijfers(
    int Aantal,
    IReadOnlyList<QuickScangemiddelde> Dimensies,
    IReadOnlyList<QuickScangroep> Groepen,
    Tweetalig Let,
    string? TotEnMet = null
);

public sealed record QuickScangemiddelde(
    string Code,
    Tweetalig Naam,
    [property: JsonConverter(typeof(AantalConverter))] decimal Gemiddelde
);

/// <param name="Kenmerk">rol, fase, grootte or sector.</param>
/// <param name="Groep">The code of a choice; samengevoegd for all that are too small apart; empty for who did not say.</param>
public sealed record QuickScangroep(string Kenmerk, string Groep, int Aantal, IReadOnlyList<QuickScangemiddelde> Dimensies);

/// <summary>What a firm, that is not named, thought of the scan.</summary>
/// <param name="Maand">2026-11</param>
/// <param name="Hielp">ja, deels or nee.</param>
public sealed record Scanoordeel(string Maand, string Hielp, string? Tekst = null);

/// <summary>How well the questions of a part hang together, over all firms.</summary>
/// <param name="Oordeel">goed, voorzichtig, niet tonen or, of two questions, indicatie.</param>
/// <param name="ItemTotaal">Of each question how it goes with the others; empty where everyone answered the same.</param>
public sealed record Betrouwbaarheid(
    string Onderdeel,
    int Personen,
    int Bedrijven,
    string Oordeel,
    IReadOnlyList<string> ItemTotaal,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Alfa = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Icc = null
);
