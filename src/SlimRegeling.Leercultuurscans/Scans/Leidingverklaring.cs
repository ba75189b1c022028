namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>What management answers and signs, on the same questions as the workers. It is no anonymous group: it is of the firm.</summary>
/// <param name="Antwoorden">By part of the list, in the order of its questions; null for "weet ik niet".</param>
/// <param name="Volgorde">Of D1 to D6 those that matter to the firm, the most first; each once.</param>
/// <param name="Doelgroepen">Whom it wants to reach first; absent of what was signed before that was asked.</param>
/// <param name="Richting">By question of <see cref="Keuzelijsten.Richting"/> the answer; what was skipped is not there.</param>
/// <param name="Voorbeeld">Whether the firm may be asked to be told of as an example.</param>
public sealed record Leidingverklaring(
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
    IReadOnlyList<string> Volgorde,
    string Fase,
    IReadOnlyList<string> Belemmeringen,
    IReadOnlyList<string> Drijfveren,
    bool Voorbeeld,
    IReadOnlyList<string>? Doelgroepen = null,
    IReadOnlyDictionary<string, string>? Richting = null
);
