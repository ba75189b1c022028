using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

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

/// <summary>One round of payments, sent to the bank as one file; its id is the reference by which the bank refuses the same file twice.</summary>
public sealed record Betaalronde
{
    public string Id { get; init; } = "";

    public BetaalbestandGemaakt Gemaakt { get; init; } = null!;

    public Betaalronde Apply(BetaalbestandGemaakt e) => this with { Gemaakt = e };
}
