using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>
/// An upload of a case. <c>Hash</c> is the SHA-256 of its bytes, which are kept beside the stream: at <c>Plaats</c>, encrypted with the key of
/// the case. <c>Naam</c> is the label that the sender gave it. Those of before files were examined have no place: they could be read at once.
/// <c>BijConcept</c>: it came with a draft, here and below; nobody hears of it before that is submitted.
/// </summary>
[Naam("document-ontvangen")]
public sealed record DocumentOntvangen(
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Mediatype,
    int Bytes,
    string Hash,
    Instant Op,
    [property: LaterToegevoegd] string? Plaats = null,
    [property: LaterToegevoegd] Verwijzing? Naam = null,
    [property: LaterToegevoegd] bool? BijConcept = null
) : Gebeurtenis;

/// <summary>
/// The draft that it belongs to was submitted on <c>IngediendOp</c>, which is when it was received in law. Until then nobody heard of it.
/// <c>Stand</c> is how it stood, <c>Reden</c> why it was refused.
/// </summary>
[Naam("document-ingediend")]
public sealed record DocumentIngediend(
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Hash,
    Documentstand Stand,
    string? Reden,
    Instant IngediendOp,
    Instant Op
) : Gebeurtenis;

/// <summary>Its applicant took it out of the draft.</summary>
[Naam("document-verwijderd")]
public sealed record DocumentVerwijderd(Instant Op) : Gebeurtenis;

/// <summary>
/// It was examined and can be read. <c>Scanner</c> is what looked at it; null when there was none, outside production. It was received on
/// <c>OntvangenOp</c>, which is what counts for a term.
/// </summary>
[Naam("document-gescand")]
public sealed record DocumentGescand(
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Hash,
    string? Scanner,
    Instant OntvangenOp,
    Instant Op,
    [property: LaterToegevoegd] bool? BijConcept = null
) : Gebeurtenis;

/// <summary>It was examined and will never be read. <c>Bevinding</c> is what the scanner calls what it found.</summary>
[Naam("document-geweigerd")]
public sealed record DocumentGeweigerd(
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Reden,
    string? Bevinding,
    Instant OntvangenOp,
    Instant Op,
    [property: LaterToegevoegd] bool? BijConcept = null
) : Gebeurtenis;

/// <summary>The bytes of what was refused or taken away are gone.</summary>
[Naam("documentinhoud-vernietigd")]
public sealed record DocumentinhoudVernietigd(Instant Op) : Gebeurtenis;

/// <summary>In the tables by the names here, on the API in small letters.</summary>
public enum Documentstand
{
    Beschikbaar,
    InOnderzoek,
    Geweigerd,
    Verwijderd,
}

/// <summary>Why a document was refused after it was received.</summary>
public static class Weigerreden
{
    public const string Virus = "virus";
    public const string Beschadigd = "beschadigd";

    /// <summary>What to tell the sender.</summary>
    public static string Uitleg(string reden) =>
        reden == Virus
            ? "De virusscanner vond iets gevaarlijks in dit document. Wij hebben het vernietigd. Controleer uw apparaat en stuur een schoon bestand."
            : "Dit document is bij ons beschadigd geraakt. Stuur het opnieuw.";
}

public sealed record Document : IVanOnderneming
{
    public string Id { get; init; } = "";

    public string Zaaknummer { get; init; } = "";

    public string KvkNummer { get; init; } = "";

    public string Soort { get; init; } = "";

    public string Mediatype { get; init; } = "";

    public int Bytes { get; init; }

    public string Hash { get; init; } = "";

    public Instant? OntvangenOp { get; init; }

    public string? Plaats { get; init; }

    public Verwijzing? Naam { get; init; }

    public Documentstand Stand { get; init; }

    /// <summary>Whether it belongs to a draft: it can be taken away, and only its applicant knows of it.</summary>
    public bool BijConcept { get; init; }

    /// <summary>When the draft that it came with was submitted; null of what came otherwise.</summary>
    public Instant? IngediendOp { get; init; }

    /// <summary>One of <see cref="Weigerreden"/>, once refused.</summary>
    public string? Reden { get; init; }

    /// <summary>Whether its bytes were destroyed because it was refused or taken away.</summary>
    public bool Vernietigd { get; init; }

    /// <summary>When it was received in law.</summary>
    [JsonIgnore]
    public Instant? TeltVanaf => IngediendOp ?? OntvangenOp;

    [JsonIgnore]
    public Bestandsvorm Vorm => Bestandsvorm.Met(Mediatype);

    public Document Apply(DocumentOntvangen e) =>
        this with
        {
            Zaaknummer = e.Zaaknummer,
            KvkNummer = e.KvkNummer,
            Soort = e.Soort,
            Mediatype = e.Mediatype,
            Bytes = e.Bytes,
            Hash = e.Hash,
            OntvangenOp = e.Op,
            Plaats = e.Plaats,
            Naam = e.Naam,
            Stand = e.Plaats is null ? Documentstand.Beschikbaar : Documentstand.InOnderzoek,
            BijConcept = e.BijConcept ?? false,
        };

    public Document Apply(DocumentIngediend e) => this with { KvkNummer = e.KvkNummer, BijConcept = false, IngediendOp = e.IngediendOp };

    public Document Apply(DocumentVerwijderd _) => this with { Stand = Documentstand.Verwijderd };

    public Document Apply(DocumentGescand _) => this with { Stand = Documentstand.Beschikbaar };

    public Document Apply(DocumentGeweigerd e) => this with { Stand = Documentstand.Geweigerd, Reden = e.Reden };

    public Document Apply(DocumentinhoudVernietigd _) => this with { Vernietigd = true };
}
