using JasperFx;
using NodaTime;

namespace SlimRegeling.Aanvragen;

/// <summary>An assessment that is being written: it may be overwritten, and goes when the assessment is there. Its id is the case number.</summary>
/// <param name="Door">Pseudonym of who saved it last.</param>
public sealed record Beoordelingsconcept(string Id, Beoordelen.Verzoek Verzoek, string Door, Instant Op) : IRevisioned
{
    public int Version { get; set; }
}
