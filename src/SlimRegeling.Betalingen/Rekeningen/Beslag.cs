using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>
/// A creditor of the enterprise attached what it is to receive from us (475 Wetboek van Burgerlijke Rechtsvordering); <c>Gegevens</c> points to who and for
/// how much.
/// </summary>
[Naam("beslag-gelegd")]
public sealed record BeslagGelegd(string Nummer, Verwijzing Gegevens, string Door, Instant Op) : Gebeurtenis;

/// <summary>It ended, as somebody else found who did not register it.</summary>
[Naam("beslag-opgeheven")]
public sealed record BeslagOpgeheven(string Nummer, Verwijzing Toelichting, string Door, Instant Op) : Gebeurtenis;

/// <summary>What stands in the writ, kept beside the stream.</summary>
/// <param name="Beslaglegger">Who had it laid, or the bailiff who did.</param>
/// <param name="Kenmerk">Of the writ.</param>
/// <param name="Bedrag">For which it was laid, in euro; absent when the writ names none.</param>
public sealed record Beslaggegevens(string Beslaglegger, string Kenmerk, LocalDate GelegdOp, decimal? Bedrag = null);

/// <param name="Door">Pseudonym of who registered it.</param>
/// <param name="OpgehevenDoor">Of who found that it ended; null while it lies.</param>
public sealed record Beslag(string Nummer, Verwijzing Gegevens, string Door, Instant Op, string? OpgehevenDoor = null);

public sealed partial record Rekening
{
    /// <summary>In the order of registration.</summary>
    public IReadOnlyList<Beslag> Beslagen { get; init; } = [];

    /// <summary>Numbers of those that still lie: nothing is paid to the enterprise.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LopendeBeslagen => [.. Beslagen.Where(b => b.OpgehevenDoor is null).Select(b => b.Nummer)];

    public Rekening Apply(BeslagGelegd e) => this with { Beslagen = [.. Beslagen, new Beslag(e.Nummer, e.Gegevens, e.Door, e.Op)] };

    public Rekening Apply(BeslagOpgeheven e) =>
        this with
        {
            Beslagen = [.. Beslagen.Select(b => b.Nummer == e.Nummer ? b with { OpgehevenDoor = e.Door } : b)],
        };
}
