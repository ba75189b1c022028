namespace SlimRegeling.Dossiers;

/// <summary>What an assessor wrote with a request to complete, as Aanvragen gives it.</summary>
/// <param name="Teksten">By the code of a document that is asked.</param>
public sealed record Aanvullingstoelichting(IReadOnlyDictionary<string, string> Teksten);
