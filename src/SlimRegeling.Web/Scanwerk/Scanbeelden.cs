using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>A questionnaire, as far as a page asks from it.</summary>
public sealed record Vragenlijst(
    string Id,
    string Reeks,
    int Versie,
    Tweetalig Naam,
    string Bron,
    Vragenlijstvalidatie Validatie,
    Vragenlijstschaal Schaal,
    IReadOnlyList<Vragenlijstdeel> Onderdelen
)
{
    private const string Kernreeks = "kernvragen";

    /// <summary>Of the series that goes along with every scan.</summary>
    public bool IsKern => Reeks == Kernreeks;

    /// <summary>The latest version of each series, the kernvragen first.</summary>
    public static IReadOnlyList<Vragenlijst> Nieuwste(IEnumerable<Vragenlijst> alle) =>
        [.. alle.GroupBy(i => i.Reeks).Select(reeks => reeks.MaxBy(i => i.Versie)!).OrderBy(i => !i.IsKern)];
}

/// <param name="Status"><c>niet-gevalideerd</c>, <c>in-onderzoek</c> or <c>gevalideerd</c>.</param>
public sealed record Vragenlijstvalidatie(string Status, string Toelichting);

/// <param name="Antwoorden">What each number says, the lowest first.</param>
public sealed record Vragenlijstschaal(int Laagste, int Hoogste, IReadOnlyList<Tweetalig> Antwoorden);

/// <param name="Schaal">Answers of its own; null for those of the list.</param>
/// <param name="AlleenMensen">Management is not asked it.</param>
public sealed record Vragenlijstdeel(
    string Code,
    Tweetalig Naam,
    IReadOnlyList<Tweetalig> Vragen,
    Vragenlijstschaal? Schaal = null,
    bool AlleenMensen = false
);

/// <summary>A part of what someone answers, with its scale.</summary>
/// <param name="Laagste">The number of the first answer.</param>
public sealed record Vragendeel(
    string Code,
    Tweetalig Naam,
    int Laagste,
    IReadOnlyList<Tweetalig> Antwoorden,
    IReadOnlyList<Tweetalig> Vragen
)
{
    public static IReadOnlyList<Vragendeel> Van(Vragenlijst lijst) => [.. lijst.Onderdelen.Select(o => Van(lijst, o))];

    /// <summary>What management answers of it.</summary>
    public static IReadOnlyList<Vragendeel> VoorLeiding(Vragenlijst lijst) =>
        [.. lijst.Onderdelen.Where(o => !o.AlleenMensen).Select(o => Van(lijst, o))];

    private static Vragendeel Van(Vragenlijst lijst, Vragenlijstdeel o)
    {
        var schaal = o.Schaal ?? lijst.Schaal;
        return new(o.Code, o.Naam, schaal.Laagste, schaal.Antwoorden, o.Vragen);
    }
}

/// <summary>What a QuickScan asks.</summary>
/// <param name="Formulier">Goes along when it may be counted, once.</param>
public sealed record Quicklijst(
    Vragenlijst Instrument,
    IReadOnlyList<Leerkeuze> Rollen,
    IReadOnlyList<Leerkeuze> Fasen,
    IReadOnlyList<Leerkeuze> Groottes,
    IReadOnlyList<Leerkeuze> Sectoren,
    string Formulier
);

/// <summary>What a QuickScan gives.</summary>
public sealed record Quickbeeld(IReadOnlyList<Quickscore> Dimensies, string? Sterk, IReadOnlyList<Quickadvies> Doen, Tweetalig EersteStap)
{
    public Tweetalig Naam(string code) => Dimensies.First(d => d.Code == code).Naam;
}

/// <param name="Beeld">The band in words, in Dutch.</param>
/// <param name="Schaal100">From 0 to 100; null when nothing was measured.</param>
public sealed record Quickscore(string Code, Tweetalig Naam, string Beeld, int? Schaal100 = null);

public sealed record Quickadvies(string Dimensie, Quickinterventie Interventie);

public sealed record Quickinterventie(string Id, Tweetalig Naam, Tweetalig Omschrijving, string Inspanning, string Kosten);

/// <summary>All that someone who answers sees.</summary>
/// <param name="Code">To go on with; the one that was handed out does not work any more.</param>
/// <param name="Toonbaar">From how many answers on a group is shown: of a team, and by age, contract or education.</param>
/// <param name="Half">What was filled in with this code before.</param>
/// <param name="Bewaring">What is kept of an answer, and how long.</param>
/// <param name="Ondernemingsraad">What the firm says of its works council; null when it said nothing.</param>
/// <param name="Vers">The code was made now; if not, whoever gave it can read along.</param>
public sealed record Invullijst(
    string Scan,
    string Code,
    IReadOnlyList<Vragendeel> Onderdelen,
    IReadOnlyList<Keuzevraag> Kenmerken,
    IReadOnlyList<int> Toonbaar,
    string? Contact,
    HalfBlad? Half,
    Tweetalig Bewaring,
    string? Ondernemingsraad = null,
    DateOnly? RaadOp = null,
    bool Vers = false
);

public sealed record HalfBlad(
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
    IReadOnlyList<string>? WilBeter = null,
    IReadOnlyDictionary<string, string>? Kenmerken = null
);

/// <summary>Where a scan of the own enterprise stands.</summary>
/// <param name="TenMinste">At least so many answered, in steps of five.</param>
/// <param name="Gekoppeld">Cases that it is evidence in.</param>
public sealed record Scanstand(
    string Scan,
    string? Zaaknummer,
    string Instrument,
    int Gevraagd,
    int TenMinste,
    bool Gesloten,
    bool Afgebroken,
    bool Leiding,
    bool Rapport,
    bool Plan,
    DateTimeOffset GestartOp,
    string? Campagne,
    IReadOnlyList<string> Gekoppeld,
    string? Ondernemingsraad = null,
    DateOnly? RaadOp = null
);

/// <summary>What the statement of the management is about, and what was signed last.</summary>
/// <param name="Kernvragen">The version that goes along; null in a scan of the kernvragen alone.</param>
public sealed record Leidingstand(string Scan, string Instrument, string? Kernvragen = null, Leidingverklaring? Verklaring = null);

public sealed record Leidingverklaring(
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
    IReadOnlyList<string> Volgorde,
    string Fase,
    IReadOnlyList<string> Belemmeringen,
    IReadOnlyList<string> Drijfveren,
    bool Voorbeeld,
    IReadOnlyList<string>? Doelgroepen = null,
    IReadOnlyDictionary<string, string>? Richting = null
);

/// <summary>A scan that was begun; its codes are told this once.</summary>
public sealed record ScanBegonnen(string Scan, IReadOnlyList<string> Codes);

/// <summary>A campaign as a firm sees it that was asked to join.</summary>
public sealed record Campagnenodiging(string Campagne, string Naam, string Uitleg, string Instrument, bool Gesloten);

/// <summary>A campaign in the list of who began it; counts are in steps of five.</summary>
public sealed record Campagnestand(string Campagne, string Naam, DateTimeOffset BegonnenOp, bool Gesloten, int Scans, int Rapporten);

/// <summary>A campaign as who began it sees it; counts are in steps of five.</summary>
public sealed record Campagnebeeld(
    string Campagne,
    string Naam,
    string Uitleg,
    string Instrument,
    DateTimeOffset BegonnenOp,
    bool Gesloten,
    int Scans,
    int Rapporten,
    Campagnecijfers? Samen = null,
    Campagnecijfers? Eigen = null
);

public sealed record Campagnecijfers(int Bedrijven, IReadOnlyList<Benchmarkcijfer> Dimensies);
