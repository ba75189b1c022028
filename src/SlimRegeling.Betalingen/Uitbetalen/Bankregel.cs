using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// A movement on our account belongs to no order and no claim, or not as it should: somebody has to look at it. <c>Betaalopdracht</c> or <c>Vordering</c> is
/// that of which it has the reference, <c>Retourreden</c> the bank's ISO code when it came back, empty when it gave none; <c>Teruggedraaid</c> that the bank undoes what it booked.
/// </summary>
[Naam("bankregel-gemeld")]
public sealed record BankregelGemeld(
    string Mutatie,
    string Afschrift,
    decimal Bedrag,
    LocalDate Boekdatum,
    string? Betaalopdracht,
    string? Retourreden,
    Verwijzing Inhoud,
    Instant Op,
    string? Vordering = null,
    [property: LaterToegevoegd] bool Teruggedraaid = false
) : Gebeurtenis;

/// <summary>Somebody proposes what to do with it.</summary>
[Naam("bankregel-voorgesteld")]
public sealed record BankregelVoorgesteld(
    Regelafhandeling Afhandeling,
    string? Betaalopdracht,
    Verwijzing Toelichting,
    string Door,
    Instant Op,
    string? Vordering = null,
    string? Bankregel = null
) : Gebeurtenis;

/// <summary>It was booked on this order or this claim: by two people, or, without them, as what it waited for came.</summary>
[Naam("bankregel-gekoppeld")]
public sealed record BankregelGekoppeld(string? Betaalopdracht, string? Voorsteller, string? Door, Instant Op, string? Vordering = null)
    : Gebeurtenis;

/// <summary>
/// Of it <c>Bedrag</c> stood open of this claim and was booked on it: by two people, or, without them, as its statement was read. The rest waits on.
/// </summary>
[Naam("bankregel-deels-gekoppeld")]
public sealed record BankregelDeelsGekoppeld(string Vordering, decimal Bedrag, string? Voorsteller, string? Door, Instant Op) : Gebeurtenis;

/// <summary>It was booked on the suspense account by two people.</summary>
[Naam("bankregel-geboekt")]
public sealed record BankregelGeboekt(string Mutatie, decimal Bedrag, LocalDate Boekdatum, string Voorsteller, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>As much of it was taken off the suspense account again, as it belongs somewhere after all: a counter-entry.</summary>
[Naam("bankregel-teruggeboekt")]
public sealed record BankregelTeruggeboekt(string Mutatie, decimal Bedrag, LocalDate Boekdatum, string Voorsteller, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>
/// As much was charged by the bank (below zero) or given back of that, and was booked as its costs by two people: all of a movement, or what was kept of a
/// payment that came back.
/// </summary>
[Naam("bankkosten-geboekt")]
public sealed record BankkostenGeboekt(string Mutatie, decimal Bedrag, LocalDate Boekdatum, string Voorsteller, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>
/// With that other movement, which is as much the other way, it comes to nothing, as two people found. Both stay on the suspense account, which they balance.
/// </summary>
[Naam("bankregel-weggevallen")]
public sealed record BankregelWeggevallen(string Bankregel, string Voorsteller, string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// It is more than the claim <c>Vordering</c> and is paid back to its debtor, as two people ordered: the order is made with it.
/// </summary>
[Naam("terugbetaling-opgedragen")]
public sealed record TerugbetalingOpgedragen(
    Opdracht Opdracht,
    string Vordering,
    string Mutatie,
    LocalDate Boekdatum,
    string Voorsteller,
    string Door,
    Instant Op
) : Gebeurtenis;

public enum Regelafhandeling
{
    /// <summary>Booked on an order or a claim.</summary>
    Koppelen,

    /// <summary>Booked on the suspense account until it is known what it is.</summary>
    Tussenrekening,

    /// <summary>Costs of the bank, or what it gave back of these.</summary>
    Bankkosten,

    /// <summary>A payment that came back, less what a bank kept of it: its order is to be paid again, the rest is costs of the bank.</summary>
    Retour,

    /// <summary>Paid outside, to who attached what the enterprise is to receive (475 Rv): that much of the order is paid.</summary>
    Beslaglegger,

    /// <summary>As much as another movement, the other way: paid twice and undone, or received and paid back.</summary>
    TegenElkaar,

    /// <summary>More than a claim that was met: an order to pay it back to its debtor.</summary>
    Terugbetalen,
}

/// <summary>On what a movement was booked in the end.</summary>
public enum Regeldoel
{
    Betaalopdracht,
    Vordering,
    Bankkosten,

    /// <summary>Beside another movement it comes to nothing.</summary>
    Bankregel,
}

public enum Regelstatus
{
    Open,

    /// <summary>It waits for a second person.</summary>
    Voorgesteld,
    OpTussenrekening,
    Gekoppeld,
}

/// <param name="Door">Pseudonym of who proposed it.</param>
public sealed record Regelvoorstel(
    Regelafhandeling Afhandeling,
    string? Betaalopdracht,
    Verwijzing Toelichting,
    string Door,
    Instant Op,
    string? Vordering = null,
    string? Bankregel = null
);

/// <summary>What the bank tells of a movement, kept beside the stream.</summary>
public sealed record Bankregelinhoud(string? EndToEndId, string Tekst);

/// <summary>
/// A movement on our account that people have to look at; its id follows from the account and the bank's reference of it (<see cref="Afschrift.Nummer"/>),
/// so that it is there once however often it is read.
/// </summary>
public sealed record Bankregel
{
    public string Id { get; init; } = "";

    public BankregelGemeld Gemeld { get; init; } = null!;

    /// <summary>What of it belongs to nothing yet, as the account feels it, in euro.</summary>
    public decimal Bedrag { get; init; }

    /// <summary>How often a part of it was booked on a claim.</summary>
    public int Delen { get; init; }

    /// <summary>The name under which what is left of it is booked: each counts once.</summary>
    [JsonIgnore]
    public string Mutatie => Delen == 0 ? Gemeld.Mutatie : string.Create(CultureInfo.InvariantCulture, $"{Gemeld.Mutatie}/rest{Delen}");

    /// <summary>Whether the bank says that it came back, or undoes what it booked.</summary>
    [JsonIgnore]
    public bool IsRetour => Gemeld.Retourreden is not null || Gemeld.Teruggedraaid;

    /// <summary>What waits for a second person; null when nothing does.</summary>
    public Regelvoorstel? Voorstel { get; init; }

    public bool OpTussenrekening { get; init; }

    /// <summary>On what it, or the last of it, was booked, or beside which it comes to nothing; null while somebody has to look at it.</summary>
    public string? Gekoppeld { get; init; }

    /// <summary>What <see cref="Gekoppeld"/> is the number of; null while that is null.</summary>
    public Regeldoel? Doel { get; init; }

    [JsonIgnore]
    public Regelstatus Status =>
        Gekoppeld is not null ? Regelstatus.Gekoppeld
        : Voorstel is not null ? Regelstatus.Voorgesteld
        : OpTussenrekening ? Regelstatus.OpTussenrekening
        : Regelstatus.Open;

    public Bankregel Apply(BankregelGemeld e) => this with { Gemeld = e, Bedrag = e.Bedrag };

    public Bankregel Apply(BankregelVoorgesteld e) =>
        this with
        {
            Voorstel = new Regelvoorstel(e.Afhandeling, e.Betaalopdracht, e.Toelichting, e.Door, e.Op, e.Vordering, e.Bankregel),
        };

    public Bankregel Apply(BankregelGekoppeld e) =>
        this with
        {
            Gekoppeld = e.Betaalopdracht ?? e.Vordering,
            Doel = e.Betaalopdracht is null ? Regeldoel.Vordering : Regeldoel.Betaalopdracht,
            Voorstel = null,
        };

    public Bankregel Apply(BankregelDeelsGekoppeld e) => this with { Bedrag = Bedrag - e.Bedrag, Delen = Delen + 1, Voorstel = null };

    public Bankregel Apply(BankregelGeboekt _) => this with { OpTussenrekening = true, Voorstel = null };

    /// <summary>What is more than stood open of a claim stays there.</summary>
    public Bankregel Apply(BankregelTeruggeboekt e) => this with { OpTussenrekening = e.Bedrag != Bedrag };

    /// <summary>What was kept of a payment that came back is less than the movement: that is on its order.</summary>
    public Bankregel Apply(BankkostenGeboekt e) =>
        e.Bedrag == Bedrag
            ? this with
            {
                Gekoppeld = Boekhouding.Grootboekrekeningen.Bankkosten,
                Doel = Regeldoel.Bankkosten,
                Voorstel = null,
            }
            : this;

    public Bankregel Apply(TerugbetalingOpgedragen e) =>
        this with
        {
            Gekoppeld = e.Opdracht.Id,
            Doel = Regeldoel.Betaalopdracht,
            Voorstel = null,
        };

    public Bankregel Apply(BankregelWeggevallen e) => this with { Gekoppeld = e.Bankregel, Doel = Regeldoel.Bankregel, Voorstel = null };

    public Bankregel Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BankregelGemeld e => Apply(e),
            BankregelVoorgesteld e => Apply(e),
            BankregelGekoppeld e => Apply(e),
            BankregelDeelsGekoppeld e => Apply(e),
            BankregelGeboekt e => Apply(e),
            BankregelTeruggeboekt e => Apply(e),
            BankkostenGeboekt e => Apply(e),
            BankregelWeggevallen e => Apply(e),
            TerugbetalingOpgedragen e => Apply(e),
            _ => this,
        };
}
