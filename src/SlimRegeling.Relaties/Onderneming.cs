using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>The enterprise is known; name and address are kept beside the stream. The main SBI code decides on the de-minimis ceiling.</summary>
[Naam("onderneming-ingeschreven")]
public sealed record OndernemingIngeschreven(Verwijzing Gegevens, string HoofdSbi, Instant Op) : Gebeurtenis;

[Naam("ondernemingsgegevens-gewijzigd")]
public sealed record GegevensGewijzigd(Verwijzing Gegevens, string HoofdSbi, Instant Op) : Gebeurtenis;

/// <summary>The first account (2.8, first paragraph, under c) or a later one; <c>Door</c> is a pseudonym.</summary>
[Naam("rekening-gewijzigd")]
public sealed record RekeningGewijzigd(int Volgnummer, Verwijzing Gegevens, string Door, Instant Op) : Gebeurtenis;

/// <summary>Where it wants e-mail, kept beside the stream; null: it wants none. <c>Door</c> is a pseudonym.</summary>
[Naam("contact-gewijzigd")]
public sealed record ContactGewijzigd(Verwijzing? Gegevens, string Door, Instant Op) : Gebeurtenis;

/// <summary>Whether it wants its letters on paper, by post. <c>Door</c> is a pseudonym.</summary>
[Naam("briefwijze-gekozen")]
public sealed record BriefwijzeGekozen(bool Papier, string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// De-minimis aid by an award; <c>RuimteNa</c> is what is left under the ceiling after it, as far as known then. <c>Regelhash</c> says by which state of the
/// rules; here and below absent in what was registered before it was kept. Of what was registered before <see cref="SteunBijgesteld"/> was, it is below zero
/// where a decision took some of an award.
/// </summary>
[Naam("steun-geregistreerd")]
public sealed record SteunGeregistreerd(
    string Zaaknummer,
    decimal Bedrag,
    LocalDate VerleendOp,
    string Regelversie,
    decimal RuimteNa,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? Besluit = null
) : Gebeurtenis;

/// <summary>
/// What stands of aid that was registered became more or less, or nothing (zero): <c>Verleend</c> is the moment of the decision that granted it, <c>Op</c> that
/// of what changed it.
/// </summary>
[Naam("steun-bijgesteld")]
public sealed record SteunBijgesteld(
    string Zaaknummer,
    decimal Bedrag,
    LocalDate VerleendOp,
    string Regelversie,
    decimal RuimteNa,
    Instant Verleend,
    string Regelhash,
    Instant Op,
    string? Besluit = null
) : Gebeurtenis
{
    /// <summary>As it stands from then on.</summary>
    [JsonIgnore]
    public Steunpost Post => new(Zaaknummer, Bedrag, VerleendOp, Regelversie, RuimteNa, Verleend, Besluit);
}

/// <summary>What is left after an award is something else than was registered: an earlier award, or the sector, became known later.</summary>
[Naam("steunruimte-herrekend")]
public sealed record RuimteHerrekend(
    string Zaaknummer,
    decimal Bedrag,
    LocalDate VerleendOp,
    decimal RuimteNa,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? Besluit = null
) : Gebeurtenis;

public sealed record Rekening(int Volgnummer, Verwijzing Gegevens, Instant Op);

/// <summary>
/// Aid counts on the day it is granted, paid or not; <c>Bedrag</c> is what stands of it. <c>Op</c>: the moment of the decision that granted it.
/// <c>Besluit</c>: that decision, when it added to the award; absent for the award itself.
/// </summary>
public sealed record Steunpost(
    string Zaaknummer,
    decimal Bedrag,
    LocalDate VerleendOp,
    string Regelversie,
    decimal RuimteNa,
    Instant Op,
    string? Besluit = null
)
{
    /// <summary>By the day of granting, then by the case and the decision: the room after aid counts what comes before it.</summary>
    public static IComparer<Steunpost> Volgorde { get; } =
        Comparer<Steunpost>.Create(
            (a, b) =>
                a.VerleendOp.CompareTo(b.VerleendOp) is var dag and not 0 ? dag
                : string.CompareOrdinal(a.Zaaknummer, b.Zaaknummer) is var zaak and not 0 ? zaak
                : string.CompareOrdinal(a.Besluit, b.Besluit)
        );

    /// <summary>Each stands there once.</summary>
    [JsonIgnore]
    public (string Zaaknummer, string? Besluit) Sleutel => (Zaaknummer, Besluit);
}

/// <summary>
/// One enterprise, by its KVK number: where it is, where it is paid, and what aid it was granted. Aid may be heard of before it enrols.
/// </summary>
public sealed record Onderneming : IVanOnderneming
{
    public string Id { get; init; } = "";

    /// <summary>Null as long as it has not enrolled.</summary>
    public Verwijzing? Gegevens { get; init; }

    public string? HoofdSbi { get; init; }

    /// <summary>In order of their number; the last one is paid on.</summary>
    public IReadOnlyList<Rekening> Rekeningen { get; init; } = [];

    /// <summary>Where it wants e-mail; null when it wants none.</summary>
    public Verwijzing? Contact { get; init; }

    /// <summary>Whether it wants letters on paper; absent when it never said so.</summary>
    public bool? Papier { get; init; }

    /// <summary>In order of the day of granting, then of the case.</summary>
    public IReadOnlyList<Steunpost> Steun { get; init; } = [];

    [JsonIgnore]
    public string KvkNummer => Id;

    public Onderneming Apply(OndernemingIngeschreven e) => this with { Gegevens = e.Gegevens, HoofdSbi = e.HoofdSbi };

    public Onderneming Apply(GegevensGewijzigd e) => this with { Gegevens = e.Gegevens, HoofdSbi = e.HoofdSbi };

    public Onderneming Apply(RekeningGewijzigd e) =>
        this with
        {
            Rekeningen = [.. Rekeningen, new Rekening(e.Volgnummer, e.Gegevens, e.Op)],
        };

    public Onderneming Apply(ContactGewijzigd e) => this with { Contact = e.Gegevens };

    public Onderneming Apply(BriefwijzeGekozen e) => this with { Papier = e.Papier };

    public Onderneming Apply(SteunGeregistreerd e) =>
        Met(new Steunpost(e.Zaaknummer, e.Bedrag, e.VerleendOp, e.Regelversie, e.RuimteNa, e.Op, e.Besluit));

    public Onderneming Apply(SteunBijgesteld e) => Met(e.Post);

    public Onderneming Apply(RuimteHerrekend e) =>
        this with
        {
            Steun = [.. Steun.Select(post => post.Sleutel == (e.Zaaknummer, e.Besluit) ? post with { RuimteNa = e.RuimteNa } : post)],
        };

    /// <summary>With aid in the place of what was there of it; without, when nothing of it stands.</summary>
    internal Onderneming Met(Steunpost post)
    {
        var andere = Steun.Where(p => p.Sleutel != post.Sleutel);
        return this with { Steun = [.. (post.Bedrag == 0m ? andere : andere.Append(post)).Order(Steunpost.Volgorde)] };
    }
}
