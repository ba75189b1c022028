using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>
/// Relaties said that the enterprise has this account; <c>Gegevens</c> points to our own copy of it, <c>Door</c> is who changed it. <c>Onschrijfbaar</c>: of
/// its name nothing is left in the characters that a bank takes.
/// </summary>
[Naam("rekening-vernomen")]
public sealed record RekeningVernomen(
    int Volgnummer,
    Verwijzing Gegevens,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] bool? Onschrijfbaar = null
) : Gebeurtenis;

/// <summary>
/// A second person checked the account; without agreement nothing is paid on it. <c>Naamcontrole</c> is what the check of name and IBAN said to them,
/// <c>Naamreden</c> why they agreed to an account that has another name.
/// </summary>
[Naam("rekening-gecontroleerd")]
public sealed record RekeningGecontroleerd(
    int Volgnummer,
    bool Akkoord,
    string Door,
    Verwijzing Toelichting,
    Instant Op,
    [property: LaterToegevoegd] Naamoordeel? Naamcontrole = null,
    [property: LaterToegevoegd] Verwijzing? Naamreden = null
) : Gebeurtenis;

/// <summary>These payment orders are for the enterprise.</summary>
[Naam("betaalopdrachten-gekoppeld")]
public sealed record BetaalopdrachtenGekoppeld(IReadOnlyList<string> Betaalopdrachten, Instant Op) : Gebeurtenis;

/// <summary>The account as a payment needs it, kept beside the stream.</summary>
public sealed record Bankgegevens(string Iban, string Tenaamstelling);

public sealed record Rekeningversie(int Volgnummer, Verwijzing Gegevens, string Door, bool? Akkoord = null, bool Onschrijfbaar = false)
{
    /// <summary>Names it in a hold.</summary>
    [JsonIgnore]
    public string Nummer => FormattableString.Invariant($"rekening-{Volgnummer}");
}

/// <summary>
/// The accounts of one enterprise as Betalingen heard of them, in any order, and its payment orders; its id is the KVK number. The highest
/// number is the account that counts.
/// </summary>
public sealed partial record Rekening
{
    public string Id { get; init; } = "";

    public IReadOnlyList<Rekeningversie> Versies { get; init; } = [];

    public IReadOnlyList<string> Betaalopdrachten { get; init; } = [];

    /// <summary>Pseudonyms of who checked an account.</summary>
    public IReadOnlyList<string> Controleurs { get; init; } = [];

    [JsonIgnore]
    public Rekeningversie? Huidig => Versies.MaxBy(v => v.Volgnummer);

    /// <summary>Number of the account that holds the payments; null when they may go. The first account came with proof (2.8).</summary>
    [JsonIgnore]
    public int? TeControleren => Huidig is { Volgnummer: > 1, Akkoord: not true } versie ? versie.Volgnummer : null;

    public Rekening Apply(RekeningVernomen e) =>
        this with
        {
            Versies = [.. Versies, new Rekeningversie(e.Volgnummer, e.Gegevens, e.Door, Onschrijfbaar: e.Onschrijfbaar == true)],
        };

    public Rekening Apply(RekeningGecontroleerd e) =>
        this with
        {
            Versies = [.. Versies.Select(v => v.Volgnummer == e.Volgnummer ? v with { Akkoord = e.Akkoord } : v)],
            Controleurs = [.. Controleurs, e.Door],
        };

    public Rekening Apply(BetaalopdrachtenGekoppeld e) => this with { Betaalopdrachten = [.. Betaalopdrachten, .. e.Betaalopdrachten] };

    public Rekening Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            RekeningVernomen e => Apply(e),
            RekeningGecontroleerd e => Apply(e),
            BetaalopdrachtenGekoppeld e => Apply(e),
            BeslagGelegd e => Apply(e),
            BeslagOpgeheven e => Apply(e),
            _ => this,
        };
}
