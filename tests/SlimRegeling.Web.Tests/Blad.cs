using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>A page or another address for people, with where it is open, who may come there, and what can be sent to it.</summary>
/// <param name="Knoppen">The names of its handlers that take a form; an empty one for that of the page itself.</param>
/// <param name="Vragen">The names of its handlers that give something else than the page, such as a file.</param>
public sealed record Blad(string Route, string Pad, Toegang Toegang, IReadOnlyList<string> Knoppen, IReadOnlyList<string> Vragen)
{
    private static readonly IReadOnlyList<Rol> Ondernemingsrollen = [Rol.Aanvrager, Rol.Gemachtigde, Rol.Partij];

    /// <summary>Not ours in every word: what a library shows.</summary>
    public bool IsVanBibliotheek => Route.StartsWith("/beheer/hangfire", StringComparison.Ordinal);

    /// <summary>It shows something of one enterprise, which only who acts for it may see.</summary>
    public bool IsVanOnderneming =>
        !Toegang.Openbaar && Route.Contains('{', StringComparison.Ordinal) && Toegang.Rollen.Any(Ondernemingsrollen.Contains);
}
