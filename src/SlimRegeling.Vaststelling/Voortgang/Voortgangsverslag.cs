using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>When a progress report is due (2.18, first paragraph): of a partnership only, whose period is longer than what the report is about.</summary>
internal static class Voortgangsverslag
{
    /// <param name="Van">The first day on which it can be given.</param>
    /// <param name="Uiterlijk">The last.</param>
    public sealed record Termijn(LocalDate Van, LocalDate Uiterlijk, string Artikel);

    /// <summary>Null when none is asked.</summary>
    public static Termijn? Van(Opengesteld opening, Regelversie versie)
    {
        var einde = Voorschot.EindeEersteMaanden(opening.PeriodeVan);
        if (!versie.Termijnen.ContainsKey(Termijncode.Voortgangsverslag) || !IsSamenwerkingsverband(opening) || opening.PeriodeTot <= einde)
        {
            return null;
        }
        var loop = Termijnen.Loop(versie, Termijncode.Voortgangsverslag, einde);
        return new(loop.EersteDag, loop.LaatsteDag, loop.Artikel);
    }

    // Before the type was kept: where a version asks the report, another than a partnership never accounts on request.
    private static bool IsSamenwerkingsverband(Opengesteld opening) =>
        opening.Aanvragertype is { } type ? type == Aanvragertype.Samenwerkingsverband : opening.Wijze == Verantwoordingswijze.Aanvraag;
}
