using System.ComponentModel;
using System.Text.Json.Serialization;
using JasperFx;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>
/// What the hoofdaanvrager asked of one party of a draft, and what the party answered. It belongs to the party: who acts for another enterprise
/// does not learn that it exists. It holds no figures: those stand in the draft.
/// </summary>
/// <param name="KvkNummer">Of the party that is invited.</param>
/// <param name="Verloop">What happened, the last of it last; never empty.</param>
/// <param name="Handtekening">The latest; it holds as long as the part is what was signed.</param>
public sealed record Uitnodiging(
    string Id,
    string Zaaknummer,
    string KvkNummer,
    IReadOnlyList<Uitnodiging.Stap> Verloop,
    Handtekening? Handtekening = null
) : IVanOnderneming, IRevisioned
{
    /// <param name="Wie">Pseudonym.</param>
    public sealed record Stap(Handeling Wat, string Wie, Instant Op);

    public int Version { get; set; }

    [JsonIgnore]
    public Handeling Laatst => Verloop[^1].Wat;

    public static string Sleutel(string zaaknummer, string kvkNummer) => $"{zaaknummer}-{kvkNummer}";

    public static Uitnodiging Nieuw(string zaaknummer, string kvkNummer, Stap stap) =>
        new(Sleutel(zaaknummer, kvkNummer), zaaknummer, kvkNummer, [stap]);

    public Uitnodiging Na(Stap stap) => this with { Verloop = [.. Verloop, stap] };

    /// <summary>How it stands for the part as it is now. A part that was changed after it was signed is not confirmed.</summary>
    /// <param name="gesloten">Whether the window is closed while the draft was not submitted: then nobody can answer any more.</param>
    public Uitnodigingsstand Stand(Partijgegevens partij, bool gesloten) =>
        Laatst switch
        {
            Handeling.Ingetrokken => Uitnodigingsstand.Ingetrokken,
            Handeling.Geweigerd => Uitnodigingsstand.Geweigerd,
            _ when IsGetekend(partij) => Uitnodigingsstand.Bevestigd,
            _ => gesloten ? Uitnodigingsstand.Verlopen : Uitnodigingsstand.Uitgenodigd,
        };

    public bool IsGetekend(Partijgegevens partij) =>
        Laatst == Handeling.Bevestigd && Handtekening?.IsVoorDeel(Partijopgave.Van(partij)) == true;

    /// <summary>Whether it was signed and the part was changed since.</summary>
    public bool HandtekeningVervallen(Partijgegevens partij) => Laatst == Handeling.Bevestigd && !IsGetekend(partij);
}

public enum Handeling
{
    Uitgenodigd,
    Bevestigd,
    Geweigerd,
    Ingetrokken,
}

[Description("Hoe het met een uitnodiging staat.")]
public enum Uitnodigingsstand
{
    Uitgenodigd,
    Bevestigd,
    Geweigerd,
    Ingetrokken,

    /// <summary>The window closed before the party confirmed and before it was submitted.</summary>
    Verlopen,
}

/// <summary>Under which part and which common plan a party signed: salted hashes, so that they tell nothing once the draft is gone.</summary>
public sealed record Handtekening(string Zout, string Deel, string Plan, string Wie, Instant Op)
{
    public bool IsVoorDeel(Partijopgave deel) => Werkeenheid.Hash(Zout, deel.Afdruk()) == Deel;

    public bool IsVoorPlan(Gezamenlijk plan) => Werkeenheid.Hash(Zout, plan.Afdruk()) == Plan;

    public static Handtekening Van(string zout, Partijopgave deel, Gezamenlijk plan, string wie, Instant op) =>
        new(zout, Werkeenheid.Hash(zout, deel.Afdruk()), Werkeenheid.Hash(zout, plan.Afdruk()), wie, op);
}
