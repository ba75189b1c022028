using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What is proposed to settle; amounts in euro.</summary>
/// <param name="Hash">What is signed.</param>
/// <param name="NogTeBetalen">Below zero is to be claimed back.</param>
/// <param name="Ondertekenaars">Pseudonyms of who signed so far.</param>
/// <param name="Argumenten">By activity; null when they were destroyed, and of a declaration.</param>
/// <param name="Vastgelegd">What of each activity could be established, where nothing was declared.</param>
/// <param name="Gedeeltelijk">What counts of each activity that was done for a part; null when there is none.</param>
/// <param name="ZonderSteekproef">Why no draw for the sample was waited for; null when there is nothing to explain.</param>
/// <param name="Verlaging">What was taken off last; null when nothing was.</param>
public sealed record Vaststelvoorstel(
    string Hash,
    decimal Vastgesteld,
    decimal NogTeBetalen,
    IReadOnlyList<string> Uitgevoerd,
    IReadOnlyList<string> NietUitgevoerd,
    string Door,
    DateTimeOffset Op,
    IReadOnlyList<string> Ondertekenaars,
    IReadOnlyDictionary<string, string>? Argumenten = null,
    IReadOnlyList<Vastgelegd>? Vastgelegd = null,
    IReadOnlyList<Vaststeldeel>? Gedeeltelijk = null,
    string? ZonderSteekproef = null,
    Verlagingsbeeld? Verlaging = null
);

/// <param name="Bedrag">Euro.</param>
/// <param name="Aantal">How many were completed, of what is paid by the piece.</param>
public sealed record Vaststeldeel(string Activiteit, decimal Bedrag, int? Aantal = null);

/// <param name="Bedrag">Euro.</param>
public sealed record Vastgelegd(string Activiteit, decimal Bedrag);

/// <summary>The last term to ask for the settlement, of who let the first pass.</summary>
public sealed record Laatstetermijn(DateOnly Uiterlijk, DateTimeOffset GesteldOp, string Artikel);

/// <summary>The penalty for deciding late on the settlement, or on a change, that was asked for, as it stands now; in euro.</summary>
/// <param name="OntvangenOp">When the written reminder came.</param>
/// <param name="Vanaf">The first day over which it is owed.</param>
/// <param name="Laatste">The last day over which it can be owed.</param>
/// <param name="VaststellenUiterlijk">The last day to set it; null when nothing is owed.</param>
public sealed record Dwangsombeeld(
    DateOnly OntvangenOp,
    DateOnly Vanaf,
    DateOnly Laatste,
    int Dagen,
    decimal Bedrag,
    DateOnly? VaststellenUiterlijk = null
);

/// <param name="NogTeBetalen">Below zero is claimed back.</param>
public sealed record Vaststelbesluit(
    string Nummer,
    DateOnly Datum,
    string Artikel,
    bool TeLaat,
    decimal Vastgesteld,
    decimal NogTeBetalen,
    IReadOnlyList<string>? Ondertekenaars = null,
    string? Vervangt = null
);

/// <summary>Another settlement is to come in the place of the one that holds.</summary>
/// <param name="Bezwaarbesluit">The decision by which it does.</param>
public sealed record Heropening(string Vervangt, string Bezwaarbesluit, decimal NietMinderDan);

/// <summary>The accounting of a case as its assessor has it; amounts in euro.</summary>
/// <param name="Wijze">aanvraag or ambtshalve.</param>
/// <param name="VaststellenUiterlijk">Null while the settlement that is asked was not asked yet.</param>
/// <param name="BewijsUiterlijk">The last day to send proof; null while none is asked.</param>
/// <param name="VerzoekUiterlijk">The last day to ask for the settlement; null where none is asked.</param>
/// <param name="LaatsteTermijn">Null while none was set.</param>
/// <param name="PerStuk">The activities that are paid by the piece; null when there are none.</param>
public sealed record Vaststelbeeld(
    string Zaaknummer,
    string Fase,
    string Verleningsbesluit,
    decimal Verleend,
    decimal Voorschot,
    decimal Betaald,
    DateOnly PeriodeVan,
    DateOnly PeriodeTot,
    string Wijze,
    IReadOnlyList<string> Activiteiten,
    string VaststellenArtikel,
    bool TeLaat,
    DateOnly? VaststellenUiterlijk = null,
    DateOnly? BewijsUiterlijk = null,
    Bewijsgift? Bewijs = null,
    Vaststelvoorstel? Voorstel = null,
    Vaststelbesluit? Besluit = null,
    DateOnly? VerzoekUiterlijk = null,
    IReadOnlyList<Bewijseis>? GevraagdBewijs = null,
    Heropening? Heropening = null,
    Laatstetermijn? LaatsteTermijn = null,
    IReadOnlyList<string>? PerStuk = null,
    Dwangsombeeld? Dwangsom = null,
    DateOnly? VerwachtOp = null,
    IReadOnlyList<Meldingregel>? Meldingen = null,
    IReadOnlyList<Bewijsbeeld>? Scans = null
)
{
    /// <summary>Whether there is something to say of a scan: it can be a part of activity A.</summary>
    public bool NoemtScan => Scans is { Count: > 0 } || Activiteiten.Contains("A");

    /// <summary>What the recipient told that goes differently from what was awarded: who settles in full reckons with it.</summary>
    public IEnumerable<Meldingregel> Afwijkend => (Meldingen ?? []).Where(m => m.Soort is not null);

    public bool OpVerzoek => Wijze == "aanvraag";

    /// <summary>Nothing is settled, or something is to come in its place.</summary>
    public bool IsOpen => Fase != "ingetrokken" && (Besluit is null || Heropening is not null);
}
