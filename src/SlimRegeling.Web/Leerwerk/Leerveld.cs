using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>Something that one types or chooses in a form about learning, in the language of the page.</summary>
/// <param name="Vorm">Which form of the page.</param>
/// <param name="Naam">As the API calls it.</param>
/// <param name="Laatste">What came of the form that was sent; null when none was.</param>
/// <param name="Nu">What stands there until something else is filled in.</param>
/// <param name="Regels">How high it is; 1 for a line.</param>
/// <param name="Keuzes">Null for what one types.</param>
public sealed record Leerveld(
    string Vorm,
    string Naam,
    string Titel,
    Beheervorm? Laatste,
    string? Nu = null,
    string? Hulp = null,
    int Regels = 1,
    IReadOnlyList<(string Waarde, string Titel)>? Keuzes = null
)
{
    public string Id => $"{Vorm}-{Naam}";

    public string? Waarde => Laatste?.Naam == Vorm ? Laatste.Waarde(Vorm, Naam) : Nu;

    public string? Fout => Laatste?.Fout(Vorm, Naam);

    /// <summary>What is read out with it.</summary>
    public string? Beschreven =>
        (Hulp, Fout) switch
        {
            (null, null) => null,
            (null, _) => $"{Id}-fout",
            (_, null) => $"{Id}-uitleg",
            _ => $"{Id}-uitleg {Id}-fout",
        };
}
