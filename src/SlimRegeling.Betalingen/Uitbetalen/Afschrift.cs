using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// A statement of our account was read: of <c>Regels</c> booked movements, those that belonged to an order or a claim were booked on it and the rest is on the work
/// list. <c>Inhoud</c> points to its lines, <c>Hash</c> is the SHA-256 of its booked movements (<see cref="Afschrift.Hash"/>). <c>Dag</c> is that of its
/// closing balance, by which statements follow each other; <c>Nieuw</c> what of its movements was on no statement before, together, in euro as the account
/// feels it.
/// </summary>
[Naam("afschrift-gelezen")]
public sealed record AfschriftGelezen(
    string Kenmerk,
    decimal Beginsaldo,
    decimal Eindsaldo,
    int Regels,
    int Geboekt,
    int OpWerklijst,
    Verwijzing Inhoud,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] string? Hash = null,
    [property: LaterToegevoegd] LocalDate? Dag = null,
    [property: LaterToegevoegd] decimal Nieuw = 0
) : Gebeurtenis;

/// <summary>The movements of a statement as the bank told them, kept beside the stream.</summary>
public sealed record Afschriftinhoud(IReadOnlyList<Afschriftregel> Regels);

/// <param name="Bedrag">As the account feels it: negative is paid; in euro.</param>
public sealed record Afschriftregel(
    string Mutatie,
    decimal Bedrag,
    LocalDate Boekdatum,
    string? EndToEndId,
    string? Retourreden,
    string Tekst
);

/// <summary>One statement of our account; its id follows from the account and the bank's own reference (<see cref="Nummer"/>).</summary>
public sealed record Afschrift
{
    // No text in XML holds either.
    private const char NaVeld = '\u001f';
    private const char NaBoeking = '\u001e';

    public string Id { get; init; } = "";

    public AfschriftGelezen Gelezen { get; init; } = null!;

    /// <summary>Of its closing balance; where the bank gave none, of the last movement on it, or else on which it was read.</summary>
    [JsonIgnore]
    public LocalDate Dag => Gelezen.Dag ?? Moment.Dag(Gelezen.Op);

    public Afschrift Apply(AfschriftGelezen e) => this with { Gelezen = e };

    /// <summary>A number for an address, of what the bank gave this reference on this account; the same each time.</summary>
    public static string Nummer(string iban, string kenmerk) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{iban}\n{kenmerk}")))[..20];

    /// <summary>SHA-256, in lower-case hex, of all by which booked movements are processed; the same in whatever order the bank gives them.</summary>
    public static string Hash(IEnumerable<Bankboeking> boekingen)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var geboekt = boekingen.Where(b => b.Status == Boekingsstatus.Geboekt);
        foreach (var b in geboekt.OrderBy(b => b.Bankreferentie, StringComparer.Ordinal).ThenBy(b => b.Onderdeel))
        {
            string?[] velden =
            [
                b.Bankreferentie,
                b.Onderdeel.ToString(CultureInfo.InvariantCulture),
                b.Bedrag.ToString("0.00", CultureInfo.InvariantCulture),
                LocalDatePattern.Iso.Format(b.Boekdatum),
                b.Teruggedraaid ? "terug" : "",
                b.EndToEndId,
                b.Retourreden,
                b.Tekst,
            ];
            sha.AppendData(Encoding.UTF8.GetBytes(string.Join(NaVeld, velden) + NaBoeking));
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
