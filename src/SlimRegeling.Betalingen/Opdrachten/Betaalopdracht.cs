using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

public enum Betaalsoort
{
    Voorschot,
    Vaststelling,

    /// <summary>What was ordered less and is due after all: a withdrawal was revoked, or a later settlement is higher.</summary>
    Nabetaling,

    /// <summary>Interest that we owe; it follows from no obligation of the case.</summary>
    Rente,

    /// <summary>What was received for a claim and is more than that: two of finance order it, and it is no part of the subsidy.</summary>
    Terugbetaling,
}

/// <summary>What a signed decision orders to be paid. <c>Ondertekenaars</c> are the pseudonyms of who signed it.</summary>
public sealed record Opdracht(
    string Id,
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    Betaalsoort Soort,
    decimal Bedrag,
    IReadOnlyList<string> Ondertekenaars
);

[Naam("betaling-opgedragen")]
public sealed record BetalingOpgedragen(Opdracht Opdracht, Instant Op) : Gebeurtenis;

/// <summary>The account with this number has not been checked by a second person.</summary>
[Naam("betaling-aangehouden")]
public sealed record BetalingAangehouden(string Zaaknummer, decimal Bedrag, int Volgnummer, Instant Op) : Gebeurtenis;

/// <summary>Its account was checked; it may wait for something else.</summary>
[Naam("betaling-vrijgegeven")]
public sealed record BetalingVrijgegeven(string Zaaknummer, decimal Bedrag, int Volgnummer, string Controleur, Instant Op) : Gebeurtenis;

/// <summary>Until rounds were proposed a payment was approved one by one; it stands in history only.</summary>
[Naam("betaling-geaccordeerd")]
public sealed record BetalingGeaccordeerd(string Door, Instant Op) : Gebeurtenis;

/// <summary>It is proposed to be paid in this round, to the account with this number.</summary>
[Naam("betaling-in-ronde")]
public sealed record BetalingInRonde(string Ronde, int Volgnummer, Instant Op) : Gebeurtenis;

/// <summary>It was taken out of that round, or the round was withdrawn: it can be proposed again.</summary>
[Naam("betaling-uit-ronde")]
public sealed record BetalingUitRonde(string Ronde, Instant Op) : Gebeurtenis;

/// <summary>On its way to the bank, to the account with this number. <c>Akkoorden</c> are the pseudonyms of who approved its round.</summary>
[Naam("betaling-in-bestand")]
public sealed record BetalingInBestand(
    string Bestand,
    int Volgnummer,
    Instant Op,
    [property: LaterToegevoegd] IReadOnlyList<string>? Akkoorden = null
) : Gebeurtenis;

/// <summary>The bank has carried it out; <c>Mutatie</c> is the movement on the statement.</summary>
[Naam("betaling-uitgevoerd")]
public sealed record BetalingUitgevoerd(Opdracht Opdracht, string Mutatie, LocalDate Boekdatum, Instant Op) : Gebeurtenis;

/// <summary>
/// The money came back; <c>Reden</c> is the ISO code of the bank. What is still due of it is to be approved again. <c>Voorsteller</c> and <c>Door</c> are the
/// pseudonyms of the two who said so, who do not approve that round; absent where the bank did.
/// </summary>
[Naam("betaling-teruggekomen")]
public sealed record BetalingTeruggekomen(
    Opdracht Opdracht,
    string Mutatie,
    string Reden,
    LocalDate Boekdatum,
    Instant Op,
    [property: LaterToegevoegd] string? Voorsteller = null,
    [property: LaterToegevoegd] string? Door = null
) : Gebeurtenis;

/// <summary>
/// The bank did not carry it out; <c>Reden</c> is its ISO code. No money moved: what is still due of it can be paid in another round. <c>Door</c> is the
/// pseudonym of who said so last, who does not approve that round.
/// </summary>
[Naam("betaling-afgewezen")]
public sealed record BetalingAfgewezen(
    Opdracht Opdracht,
    string Bestand,
    string Reden,
    Instant Op,
    [property: LaterToegevoegd] string? Door = null
) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c> the minister withdrew what it rests on, or settled it lower than was advanced: of <c>Was</c> only <c>Bedrag</c> is due, in euro;
/// nothing when that is zero. It is to be approved again. <c>Opdracht</c> is as it was before.
/// </summary>
[Naam("betaling-verlaagd")]
public sealed record BetalingVerlaagd(Opdracht Opdracht, string Besluit, decimal Was, decimal Bedrag, Instant Op) : Gebeurtenis;

/// <summary>What the bank told of a movement, in euro as the account feels it: under the same name another is another movement.</summary>
public sealed record Bankgegeven(string Mutatie, decimal Bedrag, LocalDate Boekdatum);

public enum Betaalstatus
{
    Opgedragen,
    Geaccordeerd,
    InBestand,
    Uitgevoerd,

    /// <summary>Nothing of it is due any more.</summary>
    Vervallen,
}

/// <summary>One payment order; its id is the reference that the bank gives back. A hold stands beside the status.</summary>
public sealed partial record Betaalopdracht
{
    /// <summary>Four eyes: so many people approve before money leaves.</summary>
    public const int Akkoordeisen = 2;

    public string Id { get; init; } = "";

    public Opdracht Opdracht { get; init; } = null!;

    public Betaalstatus Status { get; init; }

    /// <summary>Number of the account that waits for its check; null when nothing holds the payment.</summary>
    public int? WachtOpRekening { get; init; }

    /// <summary>Pseudonyms of who approved.</summary>
    public IReadOnlyList<string> Akkoorden { get; init; } = [];

    /// <summary>The round in which it is proposed to be paid; null when it is in none.</summary>
    public string? Ronde { get; init; }

    public string? Bestand { get; init; }

    /// <summary>The ISO code with which the bank last refused it or sent it back, empty without one; null when it did neither, or it is on its way again.</summary>
    public string? Teruggegeven { get; init; }

    public LocalDate? Boekdatum { get; init; }

    /// <summary>What of it was not due any more before it was received, in euro.</summary>
    public decimal Verlaagd { get; init; }

    /// <summary>Movements of the bank that were booked on this order: each counts once.</summary>
    public IReadOnlyList<string> Mutaties { get; init; } = [];

    /// <summary>
    /// What is known of those by which all of it was paid or came back. What was stored before it was kept, has it after it is made again (<c>herbouw</c>).
    /// </summary>
    public IReadOnlyList<Bankgegeven> Gegevens { get; init; } = [];

    [JsonIgnore]
    public bool Aangehouden => WachtOpRekening is not null || Aanhoudingen.Count > 0;

    /// <summary>Not yet on its way to the bank.</summary>
    [JsonIgnore]
    public bool Open => Status is Betaalstatus.Opgedragen or Betaalstatus.Geaccordeerd;

    public Betaalopdracht Apply(BetalingOpgedragen e) => this with { Opdracht = e.Opdracht };

    public Betaalopdracht Apply(BetalingAangehouden e) => this with { WachtOpRekening = e.Volgnummer, Ronde = null };

    public Betaalopdracht Apply(BetalingVrijgegeven _) => this with { WachtOpRekening = null };

    public Betaalopdracht Apply(BetalingGeaccordeerd e)
    {
        IReadOnlyList<string> akkoorden = [.. Akkoorden, e.Door];
        return this with
        {
            Akkoorden = akkoorden,
            Status = akkoorden.Count >= Akkoordeisen ? Betaalstatus.Geaccordeerd : Betaalstatus.Opgedragen,
        };
    }

    /// <summary>What was approved before it was in this round was another payment.</summary>
    public Betaalopdracht Apply(BetalingInRonde e) => this with { Ronde = e.Ronde, Status = Betaalstatus.Opgedragen, Akkoorden = [] };

    public Betaalopdracht Apply(BetalingUitRonde _) => this with { Ronde = null };

    public Betaalopdracht Apply(BetalingInBestand e) =>
        this with
        {
            Status = Betaalstatus.InBestand,
            Bestand = e.Bestand,
            Akkoorden = e.Akkoorden ?? Akkoorden,
            Teruggegeven = null,
            Ronde = null,
        };

    public Betaalopdracht Apply(BetalingUitgevoerd e) =>
        this with
        {
            Status = Betaalstatus.Uitgevoerd,
            Boekdatum = e.Boekdatum,
            Mutaties = [.. Mutaties, e.Mutatie],
            Gegevens = [.. Gegevens, new(e.Mutatie, -e.Opdracht.Bedrag, e.Boekdatum)],
        };

    public Betaalopdracht Apply(BetalingTeruggekomen e) =>
        this with
        {
            Status = Betaalstatus.Opgedragen,
            Teruggegeven = e.Reden,
            Akkoorden = [],
            Bestand = null,
            Boekdatum = null,
            AanBeslaglegger = null,
            Mutaties = [.. Mutaties, e.Mutatie],
            Gegevens = [.. Gegevens, new(e.Mutatie, e.Opdracht.Bedrag, e.Boekdatum)],
            Vrijgevers = [.. Vrijgevers.Union(((string?[])[e.Voorsteller, e.Door]).OfType<string>())],
        };

    public Betaalopdracht Apply(BetalingAfgewezen e) =>
        this with
        {
            Status = Betaalstatus.Opgedragen,
            Teruggegeven = e.Reden,
            Akkoorden = [],
            Bestand = null,
            Vrijgevers = e.Door is null || Vrijgevers.Contains(e.Door) ? Vrijgevers : [.. Vrijgevers, e.Door],
        };

    public Betaalopdracht Apply(BetalingVerlaagd e) =>
        this with
        {
            Opdracht = Opdracht with { Bedrag = e.Bedrag },
            Verlaagd = Verlaagd + e.Was - e.Bedrag,
            Akkoorden = [],
            Ronde = null,
            Status = e.Bedrag == 0 ? Betaalstatus.Vervallen : Betaalstatus.Opgedragen,
        };

    public Betaalopdracht Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BetalingOpgedragen e => Apply(e),
            BetalingAangehouden e => Apply(e),
            BetalingVrijgegeven e => Apply(e),
            BetalingGeaccordeerd e => Apply(e),
            AanhoudingGelegd e => Apply(e),
            AanhoudingOpgeheven e => Apply(e),
            BetalingInRonde e => Apply(e),
            BetalingUitRonde e => Apply(e),
            BetalingInBestand e => Apply(e),
            BetalingUitgevoerd e => Apply(e),
            BetalingTeruggekomen e => Apply(e),
            BetalingAfgewezen e => Apply(e),
            BetalingVerlaagd e => Apply(e),
            BetalingVerrekend e => Apply(e),
            BeslagleggerBetaald e => Apply(e),
            _ => this,
        };
}
