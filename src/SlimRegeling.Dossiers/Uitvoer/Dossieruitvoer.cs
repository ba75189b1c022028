using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>For whom a whole dossier leaves the house. In events and on the API in small letters.</summary>
public enum Aanleiding
{
    /// <summary>Someone asks what is kept of them (article 15 AVG).</summary>
    Inzageverzoek,

    /// <summary>The court asks for what belongs to the case (8:42 Awb).</summary>
    Beroep,

    /// <summary>Who objects, and their adviser, may see it before the hearing (7:4 Awb).</summary>
    Bezwaar,

    /// <summary>Someone asks for public information (Woo).</summary>
    WooVerzoek,

    /// <summary>The Court of Audit or the accountant looks into the scheme.</summary>
    Controle,
}

/// <summary>Someone asked for the whole dossier of a case as a file. What they wrote about it is kept beside the stream.</summary>
[Naam("dossieruitvoer-gevraagd")]
public sealed record DossieruitvoerGevraagd(string Zaaknummer, Aanleiding Aanleiding, Verwijzing Toelichting, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>What was written about it.</summary>
public sealed record Uitvoertoelichting(string Tekst);

/// <summary>A dossier that someone may take out; its id begins with the case number.</summary>
public sealed record Dossieruitvoer
{
    /// <summary>So long the file can be fetched; who comes later asks again.</summary>
    public static readonly Duration Geldig = Duration.FromHours(1);

    public string Id { get; init; } = "";

    public string Zaaknummer { get; init; } = "";

    public Aanleiding Aanleiding { get; init; }

    /// <summary>Pseudonym of who asked for it, and alone may fetch it.</summary>
    public string Door { get; init; } = "";

    public Instant Op { get; init; }

    public Dossieruitvoer Apply(DossieruitvoerGevraagd e) =>
        this with
        {
            Zaaknummer = e.Zaaknummer,
            Aanleiding = e.Aanleiding,
            Door = e.Door,
            Op = e.Op,
        };
}
