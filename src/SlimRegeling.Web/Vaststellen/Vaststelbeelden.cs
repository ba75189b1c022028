using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What is proposed to settle; amounts in euro.</summary>
/// <param name="Hash">What is signed.</param>
/// <param name="NogTeBetalen">Below zero is to be claimed back.</param>
/// <param name="Ondertekenaars">Pseudonyms of who signed so far.</param>
/// <param name="Argumenten">By activity; null when they were destroyed, and of a declaration.</param>
/// <param name="Vastgelegd">What of each activity could be established, where nothing was declared.</param>
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
    IReadOnlyList<Vastgelegd>? Vastgelegd = null
);

/// <param name="Bedrag">Euro.</param>
public sealed record Vastgelegd(string Activiteit, decimal Bedrag);

/// <summary>The last term to ask for the settlement, of who let the first pass.</summary>
public sealed record Laatstetermijn(DateOnly Uiterlijk, DateTimeOffset GesteldOp, string Artikel);

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
    Laatstetermijn? LaatsteTermijn = null
)
{
    public bool OpVerzoek => Wijze == "aanvraag";

    /// <summary>Nothing is settled, or something is to come in its place.</summary>
    public bool IsOpen => Fase != "ingetrokken" && (Besluit is null || Heropening is not null);
}
