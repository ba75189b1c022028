using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>A letter has to be written about what was decided or asked.</summary>
[Naam("brief-gevraagd")]
public sealed record BriefGevraagd(Briefopdracht Opdracht) : Gebeurtenis;

/// <summary>
/// The letter lies ready, dated <c>Datum</c>; <c>Hash</c> is the SHA-256 of the PDF, which is kept beside the stream, and <c>Inhoudshash</c> that of its
/// words for a page. <c>Regelhash</c> says by which state of the rules its terms and articles were written, <c>Sjabloonversie</c> and
/// <c>Sjabloonhash</c> by which template. Absent in letters from before they were kept.
/// </summary>
[Naam("brief-opgesteld")]
public sealed record BriefOpgesteld(
    string Hash,
    LocalDate Datum,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? Inhoudshash = null,
    [property: LaterToegevoegd] int? Sjabloonversie = null,
    [property: LaterToegevoegd] string? Sjabloonhash = null
) : Gebeurtenis;

/// <summary>
/// Its receiver asks for paper: it waits until someone posts it. <c>EnkelPerPost</c>: it is for the heirs of who had the case, and no e-mail tells of it.
/// </summary>
[Naam("brief-naar-post")]
public sealed record BriefNaarPost(Instant Op, [property: LaterToegevoegd] bool? EnkelPerPost = null) : Gebeurtenis;

/// <summary>It is one of a bundle that someone is to print and post.</summary>
[Naam("brief-in-bundel")]
public sealed record BriefInBundel(string Bundel, Instant Op) : Gebeurtenis;

/// <summary>That bundle was not posted on its day: the letter waits again, and is written anew.</summary>
[Naam("brief-uit-bundel")]
public sealed record BriefUitBundel(string Bundel, Instant Op) : Gebeurtenis;

/// <summary>
/// The letter was sent, or posted to who asks for paper, which is when a decision takes effect (3:41 Awb). <c>Ontvanger</c>: as in
/// <see cref="Briefopdracht"/>.
/// </summary>
[Naam("brief-verzonden")]
public sealed record BriefVerzonden(
    string Zaaknummer,
    string Soort,
    string? Besluit,
    LocalDate VerzondenOp,
    Instant Op,
    [property: LaterToegevoegd] string? Ontvanger = null
) : Gebeurtenis;

/// <summary>
/// One letter of a case; its id is the case, or the objection, with the kind of letter, and to whom when not to the applicant, so that it is written once.
/// </summary>
public sealed record Brief : IVanOnderneming
{
    public string Id { get; init; } = "";

    public string Zaaknummer { get; init; } = "";

    public Briefopdracht? Opdracht { get; init; }

    public BriefOpgesteld? Opgesteld { get; init; }

    public BriefVerzonden? Verzonden { get; init; }

    /// <summary>True while it waits for the post; absent otherwise.</summary>
    public bool? NaarPost { get; init; }

    public Instant? NaarPostOp { get; init; }

    /// <summary>True when no e-mail tells of it; absent otherwise.</summary>
    public bool? EnkelPerPost { get; init; }

    /// <summary>The bundle that it goes, or went, to the post with.</summary>
    public string? Bundel { get; init; }

    /// <summary>Of no enterprise when it goes to somebody else: then no applicant sees it.</summary>
    [JsonIgnore]
    public string KvkNummer => Opdracht is { Ontvanger: null } opdracht ? opdracht.KvkNummer : "";

    public Brief Apply(BriefGevraagd e) => this with { Zaaknummer = e.Opdracht.Zaaknummer, Opdracht = e.Opdracht };

    public Brief Apply(BriefOpgesteld e) => this with { Opgesteld = e };

    public Brief Apply(BriefNaarPost e) =>
        this with
        {
            NaarPost = true,
            NaarPostOp = e.Op,
            EnkelPerPost = e.EnkelPerPost,
        };

    public Brief Apply(BriefInBundel e) => this with { NaarPost = null, Bundel = e.Bundel };

    public Brief Apply(BriefUitBundel _) => this with { NaarPost = true, Bundel = null, Opgesteld = null };

    public Brief Apply(BriefVerzonden e) => this with { Verzonden = e };
}
