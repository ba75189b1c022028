using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>One payment of a round as it is approved: <c>Bedrag</c> in euro, to the account with this number.</summary>
public sealed record Ronderegel(string Betaalopdracht, string Zaaknummer, decimal Bedrag, int Volgnummer);

/// <summary>
/// These payments are proposed for one value date. <c>Hash</c> is the SHA-256 of the file as the bank will get it, <c>Inhoud</c> points to the names and
/// accounts in it.
/// </summary>
[Naam("betaalronde-voorgesteld")]
public sealed record BetaalrondeVoorgesteld(
    LocalDate Uitvoerdatum,
    IReadOnlyList<Ronderegel> Regels,
    decimal Totaal,
    string Hash,
    Verwijzing Inhoud,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>These payments were taken out, so that the file is another one: it is to be approved again.</summary>
[Naam("betaalronde-bijgesteld")]
public sealed record BetaalrondeBijgesteld(
    IReadOnlyList<string> Uitgenomen,
    decimal Totaal,
    string Hash,
    Verwijzing Inhoud,
    Verwijzing Toelichting,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>Somebody who did not make it approves the file with this hash.</summary>
[Naam("betaalronde-geaccordeerd")]
public sealed record BetaalrondeGeaccordeerd(string Hash, string Door, Instant Op) : Gebeurtenis;

/// <summary>Nothing of it is paid; its payments can be proposed again.</summary>
[Naam("betaalronde-ingetrokken")]
public sealed record BetaalrondeIngetrokken(Verwijzing Toelichting, string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// The payment file was made. <c>Hash</c> is the SHA-256 of its bytes, <c>Inhoud</c> points to the names and accounts in it.
/// </summary>
[Naam("betaalbestand-gemaakt")]
public sealed record BetaalbestandGemaakt(
    LocalDate Uitvoerdatum,
    IReadOnlyList<string> Betaalopdrachten,
    decimal Totaal,
    string Hash,
    Verwijzing Inhoud,
    Instant Op
) : Gebeurtenis;

/// <summary>Somebody proposes to take back a file that never came to the bank.</summary>
[Naam("betaalbestand-terugname-voorgesteld")]
public sealed record BetaalbestandTerugnameVoorgesteld(Verwijzing Toelichting, string Door, Instant Op) : Gebeurtenis;

/// <summary>It is not taken back by that proposal.</summary>
[Naam("betaalbestand-terugname-vervallen")]
public sealed record BetaalbestandTerugnameVervallen(string Door, Instant Op) : Gebeurtenis;

/// <summary>The file never came to the bank, as two people say: its payments can be proposed again, and it is given to nobody any more.</summary>
[Naam("betaalbestand-teruggenomen")]
public sealed record BetaalbestandTeruggenomen(string Voorsteller, string Door, Instant Op) : Gebeurtenis;

public enum Rondestatus
{
    Voorgesteld,

    /// <summary>Approved: the file can go to the bank.</summary>
    Bestand,
    Ingetrokken,

    /// <summary>Its file never came to the bank.</summary>
    Teruggenomen,
}

/// <param name="Door">Pseudonym of who proposed it: another confirms.</param>
/// <param name="Toelichting">Points to what the bank said; who confirms names its hash.</param>
public sealed record Terugname(string Door, Verwijzing Toelichting, Instant Op);

/// <summary>Who approved, a pseudonym, and when.</summary>
public sealed record Rondeakkoord(string Door, Instant Op);

/// <summary>
/// One round of payments of one value date, sent to the bank as one file; its id is the reference by which the bank refuses the same file twice. What is
/// approved is the file itself, by its hash: it is made when the round is proposed and does not change after.
/// </summary>
public sealed record Betaalronde
{
    /// <summary>So many people approve, none of whom proposed it or took something out of it.</summary>
    public const int Akkoordeisen = 2;

    public string Id { get; init; } = "";

    public LocalDate Uitvoerdatum { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Ronderegel> Regels { get; init; } = [];

    /// <summary>In euro.</summary>
    public decimal Totaal { get; init; }

    public string Hash { get; init; } = "";

    public Verwijzing? Inhoud { get; init; }

    /// <summary>Pseudonyms of who proposed it and of who took something out.</summary>
    public IReadOnlyList<string> Makers { get; init; } = [];

    public IReadOnlyList<Rondeakkoord> Akkoorden { get; init; } = [];

    /// <summary>The file; null until it is approved.</summary>
    public BetaalbestandGemaakt? Gemaakt { get; init; }

    public bool Ingetrokken { get; init; }

    /// <summary>What is proposed because the file never came to the bank; null when nothing is.</summary>
    public Terugname? Terugname { get; init; }

    public bool Teruggenomen { get; init; }

    /// <summary>Numbers of the payments that people took out of it, in that order.</summary>
    public IReadOnlyList<string> Uitgenomen { get; init; } = [];

    [JsonIgnore]
    public Rondestatus Status =>
        Ingetrokken ? Rondestatus.Ingetrokken
        : Teruggenomen ? Rondestatus.Teruggenomen
        : Gemaakt is not null ? Rondestatus.Bestand
        : Rondestatus.Voorgesteld;

    /// <summary>The payments in it; those of a round from before rounds were proposed stand in its file only.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Betaalopdrachten =>
        Regels.Count > 0 ? [.. Regels.Select(r => r.Betaalopdracht)] : Gemaakt?.Betaalopdrachten ?? [];

    public Betaalronde Apply(BetaalrondeVoorgesteld e) =>
        this with
        {
            Uitvoerdatum = e.Uitvoerdatum,
            Regels = e.Regels,
            Totaal = e.Totaal,
            Hash = e.Hash,
            Inhoud = e.Inhoud,
            Makers = [e.Door],
        };

    public Betaalronde Apply(BetaalrondeBijgesteld e) =>
        this with
        {
            Regels = [.. Regels.Where(r => !e.Uitgenomen.Contains(r.Betaalopdracht))],
            Totaal = e.Totaal,
            Hash = e.Hash,
            Inhoud = e.Inhoud,
            Makers = Makers.Contains(e.Door) ? Makers : [.. Makers, e.Door],
            Akkoorden = [],
            Uitgenomen = [.. Uitgenomen, .. e.Uitgenomen],
        };

    public Betaalronde Apply(BetaalrondeGeaccordeerd e) => this with { Akkoorden = [.. Akkoorden, new Rondeakkoord(e.Door, e.Op)] };

    public Betaalronde Apply(BetaalrondeIngetrokken _) => this with { Ingetrokken = true };

    public Betaalronde Apply(BetaalbestandGemaakt e) => this with { Gemaakt = e };

    public Betaalronde Apply(BetaalbestandTerugnameVoorgesteld e) => this with { Terugname = new Terugname(e.Door, e.Toelichting, e.Op) };

    public Betaalronde Apply(BetaalbestandTerugnameVervallen _) => this with { Terugname = null };

    public Betaalronde Apply(BetaalbestandTeruggenomen _) => this with { Teruggenomen = true };

    public Betaalronde Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BetaalrondeVoorgesteld e => Apply(e),
            BetaalrondeBijgesteld e => Apply(e),
            BetaalrondeGeaccordeerd e => Apply(e),
            BetaalrondeIngetrokken e => Apply(e),
            BetaalbestandGemaakt e => Apply(e),
            BetaalbestandTerugnameVoorgesteld e => Apply(e),
            BetaalbestandTerugnameVervallen e => Apply(e),
            BetaalbestandTeruggenomen e => Apply(e),
            _ => this,
        };
}
