using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>An upload of a case. <c>Hash</c> is the SHA-256 of its bytes, which are kept beside the stream.</summary>
[Naam("document-ontvangen")]
public sealed record DocumentOntvangen(
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Mediatype,
    int Bytes,
    string Hash,
    Instant Op
) : Gebeurtenis;

public sealed record Document : IVanOnderneming
{
    public string Id { get; init; } = "";

    public string Zaaknummer { get; init; } = "";

    public string KvkNummer { get; init; } = "";

    public string Soort { get; init; } = "";

    public string Mediatype { get; init; } = "";

    public string Hash { get; init; } = "";

    public Document Apply(DocumentOntvangen e) =>
        this with
        {
            Zaaknummer = e.Zaaknummer,
            KvkNummer = e.KvkNummer,
            Soort = e.Soort,
            Mediatype = e.Mediatype,
            Hash = e.Hash,
        };
}
