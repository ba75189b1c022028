namespace SlimRegeling.Web.Pages.Machtigingen;

/// <summary>One line that someone types.</summary>
/// <param name="Id">Also its name in the form.</param>
/// <param name="Fout">In Dutch; null when nothing is wrong.</param>
public sealed record Tekstveld(string Id, string Titel, string Uitleg, string? Waarde, string? Fout, bool Kort = false);
