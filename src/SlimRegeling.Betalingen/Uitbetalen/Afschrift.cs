using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// A statement of our account was read: of <c>Regels</c> booked movements, those that belonged to an order or a claim were booked on it and the rest is on the work
/// list. <c>Inhoud</c> points to its lines. <c>Dag</c> is that of its closing balance, by which statements follow each other; <c>Nieuw</c> what of its movements
/// was on no statement before, together, in euro as the account feels it.
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
    LocalDate? Dag = null,
    decimal Nieuw = 0
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
    public string Id { get; init; } = "";

    public AfschriftGelezen Gelezen { get; init; } = null!;

    /// <summary>Of its closing balance; where the bank gave none, of the last movement on it, or else on which it was read.</summary>
    [JsonIgnore]
    public LocalDate Dag => Gelezen.Dag ?? Moment.Dag(Gelezen.Op);

    public Afschrift Apply(AfschriftGelezen e) => this with { Gelezen = e };

    /// <summary>A number for an address, of what the bank gave this reference on this account; the same each time.</summary>
    public static string Nummer(string iban, string kenmerk) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{iban}\n{kenmerk}")))[..20];
}
