namespace SlimRegeling.Web.Dossier;

/// <param name="Soort">As the API says it: alinea, kop, opsomming or tabel.</param>
public sealed record Leesblok(
    string Soort,
    string? Tekst = null,
    IReadOnlyList<string>? Punten = null,
    IReadOnlyList<string>? Koppen = null,
    IReadOnlyList<IReadOnlyList<string>>? Rijen = null
)
{
    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Regels => (Tekst ?? "").Split('\n');
}

/// <summary>The words of a letter, as the API has them.</summary>
public sealed record Leesbrief(
    string Kenmerk,
    DateOnly Datum,
    string Afzender,
    IReadOnlyList<string> Adressering,
    string Onderwerp,
    IReadOnlyList<Leesblok> Blokken,
    IReadOnlyList<string> Slot,
    string Voettekst
)
{
    /// <summary>As it stands in the letter, which is Dutch whoever reads it.</summary>
    public string Dagregel => $"Datum: {Weergave.Dag(Datum)}";

    public string Kenmerkregel => $"Ons kenmerk: {Kenmerk}";

    /// <summary>The page that one came from; null when it is shown on that page.</summary>
    public string? Terug { get; init; }

    /// <summary>Where it is as a PDF; null when there is none.</summary>
    public string? Pdf { get; init; }

    /// <summary>The rank of its own heading on the page, 1 to 3.</summary>
    public int Kopniveau { get; init; } = 1;
}
