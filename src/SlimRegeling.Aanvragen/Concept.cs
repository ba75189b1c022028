using JasperFx;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// A draft: it may be overwritten until it is submitted. Its id is the case number, so that a double submit meets itself. On submission the
/// form moves to the content of the application and only the receipt stays.
/// </summary>
/// <param name="Gemachtigde">KVK number of the adviser who wrote in it last; absent when the enterprise did all itself.</param>
public sealed record Concept(
    string Id,
    string KvkNummer,
    string Tijdvak,
    Formulier Formulier,
    Ontvangstbewijs? Ontvangen,
    string? Gemachtigde = null
) : IVanOnderneming, IRevisioned
{
    public int Version { get; set; }
}

/// <param name="Gevraagd">The subsidy that the rules compute, in euro.</param>
/// <param name="Ontbreekt">Codes of the declarations that are still missing (2.8, second paragraph); absent when there are none.</param>
/// <param name="NietBevestigd">KVK numbers of parties that did not confirm online; absent when that is not in use or all did.</param>
public sealed record Ontvangstbewijs(
    string Zaaknummer,
    Instant OntvangenOp,
    decimal Gevraagd,
    IReadOnlyList<string>? Ontbreekt = null,
    IReadOnlyList<string>? NietBevestigd = null
);
