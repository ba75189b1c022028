using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What a line of costs is about.</summary>
public static class Kostensoort
{
    public const string Uren = "uren";
    public const string Factuur = "factuur";
    public const string Traject = "traject";
    public const string Praktijkleerplaats = "praktijkleerplaats";

    public static readonly IReadOnlyList<string> Alle = [Uren, Factuur, Traject, Praktijkleerplaats];
}

/// <summary>One line of costs really made. Amounts in euro, excl. VAT unless named.</summary>
/// <param name="Id">The client's, unique in the declaration: at most 20 of a–z, 0–9 and hyphen.</param>
/// <param name="Soort">One of <see cref="Kostensoort"/>.</param>
/// <param name="Activiteit">A, B, C or D.</param>
/// <param name="Partij">KVK number of the party that made it; null when the recipient is alone.</param>
/// <param name="Medewerker">Name or personnel number as the recipient writes it: personal data, kept beside the stream.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Uurtarief">Cost per hour: a computed wage or an adviser's rate.</param>
/// <param name="Bedrag">Excl. VAT.</param>
/// <param name="Adviseur">Hours of an external adviser: the cap on the rate holds (2.14).</param>
/// <param name="AfgerondOp">Of a trajectory (B) or a placement (D).</param>
/// <param name="Documenten">Ids of documents of the case: invoice, proof of payment, hour sheet, prestatieverklaring.</param>
/// <param name="Brutojaarloon">
/// Of who made the hours, of a full-time year: the highest rate follows from it (2.14). Null in what was sent before it was asked; personal data.
/// </param>
/// <param name="Eigenaar">The customary wage of an owner: it counts without the surcharge for employer's costs.</param>
public sealed record Kostenregel(
    string Id,
    string Soort,
    string Activiteit,
    string? Partij = null,
    string? Omschrijving = null,
    string? Medewerker = null,
    LocalDate? Week = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Uren = null,
    decimal? Uurtarief = null,
    string? Leverancier = null,
    string? Factuurnummer = null,
    LocalDate? Factuurdatum = null,
    LocalDate? Betaaldatum = null,
    decimal? Bedrag = null,
    decimal? Btw = null,
    bool Adviseur = false,
    LocalDate? AfgerondOp = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Weken = null,
    IReadOnlyList<string>? Documenten = null,
    decimal? Brutojaarloon = null,
    bool Eigenaar = false
);
