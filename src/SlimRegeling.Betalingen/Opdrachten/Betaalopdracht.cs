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

[Naam("betaling-vrijgegeven")]
public sealed record BetalingVrijgegeven(string Zaaknummer, decimal Bedrag, int Volgnummer, string Controleur, Instant Op) : Gebeurtenis;

[Naam("betaling-geaccordeerd")]
public sealed record BetalingGeaccordeerd(string Door, Instant Op) : Gebeurtenis;

/// <summary>On its way to the bank, to the account with this number.</summary>
[Naam("betaling-in-bestand")]
public sealed record BetalingInBestand(string Bestand, int Volgnummer, Instant Op) : Gebeurtenis;

/// <summary>The bank has carried it out; <c>Mutatie</c> is the movement on the statement.</summary>
[Naam("betaling-uitgevoerd")]
public sealed record BetalingUitgevoerd(Opdracht Opdracht, string Mutatie, LocalDate Boekdatum, Instant Op) : Gebeurtenis;

/// <summary>The money came back; <c>Reden</c> is the ISO code of the bank. What is still due of it is to be approved again.</summary>
[Naam("betaling-teruggekomen")]
public sealed record BetalingTeruggekomen(Opdracht Opdracht, string Mutatie, string Reden, LocalDate Boekdatum, Instant Op) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c> the minister withdrew what it rests on, or settled it lower than was advanced: of <c>Was</c> only <c>Bedrag</c> is due, in euro;
/// nothing when that is zero. It is to be approved again. <c>Opdracht</c> is as it was before.
/// </summary>
[Naam("betaling-verlaagd")]
public sealed record BetalingVerlaagd(Opdracht Opdracht, string Besluit, decimal Was, decimal Bedrag, Instant Op) : Gebeurtenis;

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
public sealed record Betaalopdracht
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

    public string? Bestand { get; init; }

    public LocalDate? Boekdatum { get; init; }

    /// <summary>What of it was not due any more before it was received, in euro.</summary>
    public decimal Verlaagd { get; init; }

    /// <summary>Movements of the bank that were booked on this order: each counts once.</summary>
    public IReadOnlyList<string> Mutaties { get; init; } = [];

    [JsonIgnore]
    public bool Aangehouden => WachtOpRekening is not null;

    /// <summary>Not yet on its way to the bank.</summary>
    [JsonIgnore]
    public bool Open => Status is Betaalstatus.Opgedragen or Betaalstatus.Geaccordeerd;

    public Betaalopdracht Apply(BetalingOpgedragen e) => this with { Opdracht = e.Opdracht };

    public Betaalopdracht Apply(BetalingAangehouden e) => this with { WachtOpRekening = e.Volgnummer };

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

    public Betaalopdracht Apply(BetalingInBestand e) => this with { Status = Betaalstatus.InBestand, Bestand = e.Bestand };

    public Betaalopdracht Apply(BetalingUitgevoerd e) =>
        this with
        {
            Status = Betaalstatus.Uitgevoerd,
            Boekdatum = e.Boekdatum,
            Mutaties = [.. Mutaties, e.Mutatie],
        };

    public Betaalopdracht Apply(BetalingTeruggekomen e) =>
        this with
        {
            Status = Betaalstatus.Opgedragen,
            Akkoorden = [],
            Bestand = null,
            Boekdatum = null,
            Mutaties = [.. Mutaties, e.Mutatie],
        };

    public Betaalopdracht Apply(BetalingVerlaagd e) =>
        this with
        {
            Opdracht = Opdracht with { Bedrag = e.Bedrag },
            Verlaagd = Verlaagd + e.Was - e.Bedrag,
            Akkoorden = [],
            Status = e.Bedrag == 0 ? Betaalstatus.Vervallen : Betaalstatus.Opgedragen,
        };

    public Betaalopdracht Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BetalingOpgedragen e => Apply(e),
            BetalingAangehouden e => Apply(e),
            BetalingVrijgegeven e => Apply(e),
            BetalingGeaccordeerd e => Apply(e),
            BetalingInBestand e => Apply(e),
            BetalingUitgevoerd e => Apply(e),
            BetalingTeruggekomen e => Apply(e),
            BetalingVerlaagd e => Apply(e),
            _ => this,
        };
}
