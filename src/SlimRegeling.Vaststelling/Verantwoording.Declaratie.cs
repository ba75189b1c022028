using System.Text.Json.Serialization;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>The part of the accounting that a settlement on request has.</summary>
public sealed partial record Verantwoording
{
    /// <summary>The request that is judged: the last one.</summary>
    public DeclaratieIngediend? Declaratie { get; init; }

    /// <summary>The request that a completion of it belongs to; null of what was heard before it was kept, until <c>herbouw</c>.</summary>
    public DeclaratieIngediend? EersteVerzoek { get; init; }

    /// <summary>Asked once.</summary>
    public DeclaratieaanvullingGevraagd? Declaratieaanvulling { get; init; }

    /// <summary>The last term to ask for the settlement; null while none was set.</summary>
    public VerzoektermijnGesteld? Verzoektermijn { get; init; }

    /// <summary>Whether what was asked has not come yet.</summary>
    [JsonIgnore]
    public bool AanvullingLoopt => Declaratieaanvulling is { } gevraagd && Declaratie?.Op < gevraagd.Op;

    /// <summary>Of an award from before the type was told, the only one that there was then, unless it has parties.</summary>
    [JsonIgnore]
    public string Aanvragertype =>
        Opening?.Aanvragertype
        ?? (Opening?.Partijen is null ? Regels.Aanvragertype.MkbOnderneming : Regels.Aanvragertype.Samenwerkingsverband);

    /// <summary>What was proposed before does not know of it.</summary>
    public Verantwoording Apply(DeclaratieIngediend e) =>
        this with
        {
            Declaratie = e,
            EersteVerzoek = AanvullingLoopt ? EersteVerzoek ?? Declaratie : e,
            Voorstel = null,
            Ondertekenaars = [],
        };

    public Verantwoording Apply(VerzoektermijnGesteld e) => this with { Verzoektermijn = e };

    public Verantwoording Apply(DeclaratieaanvullingGevraagd e) =>
        this with
        {
            Declaratieaanvulling = e,
            Voorstel = null,
            Ondertekenaars = [],
        };
}
