using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>A letter has to be written about what was decided or asked.</summary>
[Naam("brief-gevraagd")]
public sealed record BriefGevraagd(Briefopdracht Opdracht) : Gebeurtenis;

/// <summary>
/// The letter lies ready; <c>Hash</c> is the SHA-256 of the PDF, which is kept beside the stream. <c>Regelhash</c> says by which state of the
/// rules its terms and articles were written; absent in letters from before it was kept.
/// </summary>
[Naam("brief-opgesteld")]
public sealed record BriefOpgesteld(
    string Hash,
    LocalDate Datum,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null
) : Gebeurtenis;

/// <summary>The letter was sent, which is when a decision takes effect (3:41 Awb).</summary>
[Naam("brief-verzonden")]
public sealed record BriefVerzonden(string Zaaknummer, string Soort, string? Besluit, LocalDate VerzondenOp, Instant Op) : Gebeurtenis;

/// <summary>One letter of a case; its id is the case with the kind of letter, so that it is written once.</summary>
public sealed record Brief : IVanOnderneming
{
    public string Id { get; init; } = "";

    public string Zaaknummer { get; init; } = "";

    public Briefopdracht? Opdracht { get; init; }

    public BriefOpgesteld? Opgesteld { get; init; }

    public BriefVerzonden? Verzonden { get; init; }

    [JsonIgnore]
    public string KvkNummer => Opdracht?.KvkNummer ?? "";

    public Brief Apply(BriefGevraagd e) => this with { Zaaknummer = e.Opdracht.Zaaknummer, Opdracht = e.Opdracht };

    public Brief Apply(BriefOpgesteld e) => this with { Opgesteld = e };

    public Brief Apply(BriefVerzonden e) => this with { Verzonden = e };
}
