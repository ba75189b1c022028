using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Verzuim;

/// <summary>
/// What we owe for paying <c>Betaalopdracht</c> after its last day, <c>Uiterlijk</c> (4:87, 4:97, 4:98 Awb): <c>Bedrag</c> of interest on <c>Hoofdsom</c>, in
/// euro, from the day <c>Van</c> up to and without that of payment, <c>Tot</c>. <c>Tekst</c>: why.
/// </summary>
public sealed record Rentevoorstel(
    string Betaalopdracht,
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    decimal Hoofdsom,
    LocalDate Uiterlijk,
    LocalDate Van,
    LocalDate Tot,
    decimal Bedrag,
    string Regelversie,
    string Regelhash,
    Verwijzing Tekst,
    string Door,
    Instant Op
);

/// <summary>It lies ready to be signed; <c>Hash</c> is what is signed.</summary>
[Naam("rentevergoeding-voorgesteld")]
public sealed record RentevergoedingVoorgesteld(Rentevoorstel Voorstel, string Hash) : Gebeurtenis;

/// <summary>The first of two signed; with the second it is decided.</summary>
[Naam("rentevergoeding-ondertekend")]
public sealed record RentevergoedingOndertekend(string Hash, string Door, Instant Op) : Gebeurtenis;

[Naam("rentevergoeding-teruggezonden")]
public sealed record RentevergoedingTeruggezonden(string Hash, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>The decision (4:99 Awb): it is ordered to be paid, unless it is that nothing is owed.</summary>
[Naam("rentevergoeding-besloten")]
public sealed record RentevergoedingBesloten(Rentevoorstel Voorstel, IReadOnlyList<string> Ondertekenaars, Instant Op) : Gebeurtenis;

/// <summary>What we owe for paying one order late; its id is that of the order with <c>-R</c> behind it, the number of the decision and of its own order.</summary>
public sealed record Rentevergoeding : IVanOnderneming
{
    public string Id { get; init; } = "";

    public string Zaaknummer { get; init; } = "";

    public string KvkNummer { get; init; } = "";

    /// <summary>Null while nothing lies ready to be signed.</summary>
    public RentevergoedingVoorgesteld? Voorgesteld { get; init; }

    /// <summary>Pseudonyms of who signed it so far.</summary>
    public IReadOnlyList<string> Handtekeningen { get; init; } = [];

    public RentevergoedingTeruggezonden? Teruggezonden { get; init; }

    public RentevergoedingBesloten? Besloten { get; init; }

    /// <summary>What was decided, for the reconciliation; absent while nothing was.</summary>
    public string? Besluit => Besloten?.Voorstel.Besluit;

    /// <inheritdoc cref="Besluit"/>
    public decimal? Bedrag => Besloten?.Voorstel.Bedrag;

    [JsonIgnore]
    public Rentevoorstel? Voorstel => Voorgesteld?.Voorstel;

    public Rentevergoeding Apply(RentevergoedingVoorgesteld e) =>
        this with
        {
            Zaaknummer = e.Voorstel.Zaaknummer,
            KvkNummer = e.Voorstel.KvkNummer,
            Voorgesteld = e,
            Handtekeningen = [],
            Teruggezonden = null,
        };

    public Rentevergoeding Apply(RentevergoedingOndertekend e) => this with { Handtekeningen = [.. Handtekeningen, e.Door] };

    public Rentevergoeding Apply(RentevergoedingTeruggezonden e) =>
        this with
        {
            Voorgesteld = null,
            Handtekeningen = [],
            Teruggezonden = e,
        };

    public Rentevergoeding Apply(RentevergoedingBesloten e) =>
        this with
        {
            Voorgesteld = null,
            Besloten = e,
        };

    public Rentevergoeding Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            RentevergoedingVoorgesteld e => Apply(e),
            RentevergoedingOndertekend e => Apply(e),
            RentevergoedingTeruggezonden e => Apply(e),
            RentevergoedingBesloten e => Apply(e),
            _ => this,
        };
}
