using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening;

/// <summary>What the assessor proposes to decide, as it was heard. Amounts in euro, <c>Soort</c> is <c>verlenen</c> or <c>afwijzen</c>.</summary>
/// <param name="Gronden">Codes of the refusal grounds that are met.</param>
/// <param name="Regelhash">Hash of the parameters that the amounts were computed with.</param>
/// <param name="Beoordelaar">Pseudonym.</param>
/// <param name="TijdvakGesloten">The day on which the window closed.</param>
/// <param name="Aandelen">What each activity weighs in the subsidy, in euro before the maximum; null when the assessment did not say.</param>
/// <param name="Ontvangen">The day on which the application was received; null when the assessment did not say.</param>
/// <param name="Partijen">What each party of a partnership receives, in euro by KVK number; null for another applicant.</param>
/// <param name="OpgeschortVan">First day on which the term to decide stood still (4:15 Awb); null when it did not.</param>
/// <param name="OpgeschortTot">Last such day.</param>
/// <param name="Gedeeltelijk">Whether the ceiling left room for part of what was asked (2.12, under i).</param>
/// <param name="Versie">That of the application when it was assessed; it says which is the latest, and is no part of what is signed.</param>
/// <param name="Posten">The budget that counts, of each activity by item, in euro before the surcharge; null when the assessment did not say.</param>
public sealed record Voorstel(
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    string Regelhash,
    string Soort,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Activiteiten,
    decimal SubsidiabeleKosten,
    decimal Subsidie,
    decimal Voorschot,
    string Beoordelaar,
    LocalDate TijdvakGesloten,
    Instant BeoordeeldOp,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    LocalDate? Ontvangen = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    LocalDate? OpgeschortVan = null,
    LocalDate? OpgeschortTot = null,
    bool? Gedeeltelijk = null,
    long? Versie = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
)
{
    public const string Verlenen = "verlenen";
    public const string Afwijzen = "afwijzen";

    [JsonIgnore]
    public bool IsVerlenen => Soort == Verlenen;

    public static Voorstel Van(AanvraagBeoordeeldBericht bericht) =>
        new(
            bericht.Tijdvak,
            bericht.KvkNummer,
            bericht.Aanvragertype,
            bericht.Regelversie,
            bericht.Regelhash,
            bericht.Voorstel,
            bericht.Gronden,
            bericht.Activiteiten,
            bericht.SubsidiabeleKosten,
            bericht.Subsidie,
            bericht.Voorschot,
            bericht.Beoordelaar,
            Platform.Tijd.Moment.Dag(bericht.TijdvakSluit),
            bericht.Op,
            bericht.Aandelen,
            bericht.Ontvangen is { } ontvangen ? Platform.Tijd.Moment.Dag(ontvangen) : null,
            bericht.Partijen,
            bericht.OpgeschortVan,
            bericht.OpgeschortTot,
            bericht.Gedeeltelijk,
            bericht.Versie,
            bericht.Posten
        );

    /// <summary>What two people decided when the ceiling left nothing: a refusal that needs no assessment.</summary>
    public static Voorstel Van(BudgetOntoereikendBericht bericht) =>
        new(
            bericht.Tijdvak,
            bericht.KvkNummer,
            bericht.Aanvragertype,
            bericht.Regelversie,
            "",
            Afwijzen,
            [Grondcode.PlafondOverschreden],
            [],
            0.00m,
            0.00m,
            0.00m,
            bericht.Ondertekenaars[0],
            Platform.Tijd.Moment.Dag(bericht.TijdvakSluit),
            bericht.Op,
            Ontvangen: Platform.Tijd.Moment.Dag(bericht.Ontvangen)
        );

    /// <summary>The term to decide, from what the version counts it from, with the days on which it stood still. A proposal from before it told the receipt counts from the
    /// closing of the window.</summary>
    public Termijnloop Beslistermijn(Regelversie versie)
    {
        var code = Termijncode.Beslistermijn(Aanvragertype);
        var begin = versie.Termijn(code).Begin == Termijnbegin.Ontvangst ? Ontvangen ?? TijdvakGesloten : TijdvakGesloten;
        return Termijnen.Loop(versie, code, begin, OpgeschortVan is { } van && OpgeschortTot is { } tot ? [new Stilstand(van, tot)] : []);
    }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the case number and every field of the proposal, one a line in a fixed order and notation, so that it does not
    /// hang on how JSON is written; what was not told has no line. Who signs names this hash: they signed this text and no other.
    /// </summary>
    public string Hash(string zaaknummer)
    {
        string[] regels =
        [
            $"zaaknummer {zaaknummer}",
            $"tijdvak {Tijdvak}",
            $"kvk-nummer {KvkNummer}",
            $"aanvragertype {Aanvragertype}",
            $"regelversie {Regelversie}",
            $"regelhash {Regelhash}",
            $"voorstel {Soort}",
            $"gronden {string.Join(' ', Gronden.Order(StringComparer.Ordinal))}",
            $"activiteiten {string.Join(' ', Activiteiten.Order(StringComparer.Ordinal))}",
            $"subsidiabele-kosten {Bedrag(SubsidiabeleKosten)}",
            $"subsidie {Bedrag(Subsidie)}",
            $"voorschot {Bedrag(Voorschot)}",
            $"beoordelaar {Beoordelaar}",
            $"tijdvak-gesloten {LocalDatePattern.Iso.Format(TijdvakGesloten)}",
            $"beoordeeld-op {InstantPattern.ExtendedIso.Format(BeoordeeldOp)}",
            $"aandelen {Bedragen(Aandelen ?? new Dictionary<string, decimal>())}",
            .. Ontvangen is { } ontvangen ? [$"ontvangen {LocalDatePattern.Iso.Format(ontvangen)}"] : Array.Empty<string>(),
            .. Partijen is { } partijen ? [$"partijen {Bedragen(partijen)}"] : Array.Empty<string>(),
            .. OpgeschortVan is { } van ? [$"opgeschort-van {LocalDatePattern.Iso.Format(van)}"] : Array.Empty<string>(),
            .. OpgeschortTot is { } tot ? [$"opgeschort-tot {LocalDatePattern.Iso.Format(tot)}"] : Array.Empty<string>(),
            .. Gedeeltelijk == true ? ["gedeeltelijk"] : Array.Empty<string>(),
            .. Posten is { } posten ? [$"posten {Begrotingsnotatie.Van(posten)}"] : Array.Empty<string>(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }

    private static string Bedragen(IReadOnlyDictionary<string, decimal> bedragen) =>
        string.Join(' ', bedragen.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => $"{b.Key}={Bedrag(b.Value)}"));

    private static string Bedrag(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);
}
