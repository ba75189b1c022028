using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Zaken.Werk;

/// <summary>What the recipient asked or gave since the award, and that waits for us.</summary>
/// <param name="Wijziging">Number of the request for a change to decide on first; null when none waits.</param>
/// <param name="BeslissenUiterlijk">The last day to decide on that request.</param>
/// <param name="Verslag">Whether a progress report waits.</param>
/// <param name="Declaratie">The day on which the declaration came that is judged; null when none did.</param>
internal sealed record Projectwerk(
    string? Wijziging = null,
    LocalDate? BeslissenUiterlijk = null,
    bool Verslag = false,
    LocalDate? Declaratie = null
)
{
    /// <summary>The steps that it follows from.</summary>
    public static readonly string[] Stappen =
    [
        Eigenstap.WijzigingGevraagd,
        Eigenstap.WijzigingIngetrokken,
        Eigenstap.Wijzigingsbesluit,
        Eigenstap.VoortgangGemeld,
        Eigenstap.VoortgangTeruggezonden,
        Eigenstap.TweedeVoorschot,
        Eigenstap.VerleningIngetrokken,
        Eigenstap.Declaratie,
    ];

    /// <summary>Once it is settled, or all of it was withdrawn, nothing of this can be decided any more.</summary>
    /// <param name="rijen">Of the case, in any order; others than those steps may be among them.</param>
    /// <param name="periodeTot">The last day on which activities are done.</param>
    public static Projectwerk Van(Zaakstatus status, IReadOnlyList<ZaakTonen.Rij> rijen, LocalDate? periodeTot, LocalDate vandaag)
    {
        if (status is not (Zaakstatus.Verleend or Zaakstatus.InSteekproef or Zaakstatus.BewijsOntvangen))
        {
            return new();
        }
        var afgedaan = rijen
            .Where(r => r.Stap is Eigenstap.WijzigingIngetrokken or Eigenstap.Wijzigingsbesluit)
            .Select(r => r.Besluit)
            .ToHashSet();
        var wijziging = rijen
            .Where(r => r.Stap == Eigenstap.WijzigingGevraagd && !afgedaan.Contains(r.Besluit))
            .OrderBy(r => r.Dag ?? Termijnronde.Nooit)
            .ThenBy(r => r.Besluit, StringComparer.Ordinal)
            .FirstOrDefault();
        var declaratie = rijen.Where(r => r.Stap == Eigenstap.Declaratie).Max(r => (LocalDate?)Moment.Dag(r.Moment));
        // From the declaration on, after the period or after a withdrawal there is no second advance: what is due then is settled.
        var verslag =
            declaratie is null
            && vandaag <= periodeTot
            && LigtVerslag(rijen)
            && !rijen.Any(r => r.Stap is Eigenstap.TweedeVoorschot or Eigenstap.VerleningIngetrokken);
        return new(wijziging?.Besluit, wijziging?.Dag, verslag, declaratie);
    }

    /// <summary>Whether the last that was said is that one came, and not that it went back: by the versions of who said it.</summary>
    private static bool LigtVerslag(IReadOnlyList<ZaakTonen.Rij> rijen) =>
        rijen
            .Where(r => r.Stap is Eigenstap.VoortgangGemeld or Eigenstap.VoortgangTeruggezonden)
            .OrderBy(r => r.Versie ?? 0)
            .ThenBy(r => r.Moment)
            .ThenBy(r => r.Bericht)
            .LastOrDefault()
            is { Stap: Eigenstap.VoortgangGemeld };
}
