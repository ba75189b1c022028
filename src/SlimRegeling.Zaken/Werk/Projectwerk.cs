using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Werk;

/// <summary>What the recipient asked or gave since the award, and that waits for us.</summary>
/// <param name="Wijziging">Number of the request for a change to decide on first; null when none waits.</param>
/// <param name="BeslissenUiterlijk">The last day to decide on that request.</param>
/// <param name="Verslag">Whether a progress report waits.</param>
/// <param name="Declaratie">That is judged, or of which a completion is waited for; null when none came.</param>
/// <param name="Ingebreke">Of the requests that wait the one of which a reminder holds that came first; null when none does.</param>
/// <param name="IngebrekeOp">The day on which that reminder came.</param>
/// <param name="Melding">Whether a change was told (5.7 Kaderregeling) that nobody read, and upon which nothing was asked.</param>
internal sealed record Projectwerk(
    string? Wijziging = null,
    LocalDate? BeslissenUiterlijk = null,
    bool Verslag = false,
    Declaratiewerk? Declaratie = null,
    string? Ingebreke = null,
    LocalDate? IngebrekeOp = null,
    bool Melding = false
)
{
    /// <summary>The steps that it follows from.</summary>
    public static readonly string[] Stappen =
    [
        Eigenstap.WijzigingGevraagd,
        Eigenstap.WijzigingIngetrokken,
        Eigenstap.Wijzigingsbesluit,
        Eigenstap.Wijzigingingebreke,
        Eigenstap.Wijzigingvervallen,
        Eigenstap.VoortgangGemeld,
        Eigenstap.VoortgangTeruggezonden,
        Eigenstap.TweedeVoorschot,
        Eigenstap.VerleningIngetrokken,
        .. Declaratiewerk.Stappen,
        Eigenstap.WijzigingGemeld,
        Eigenstap.MeldingenGezien,
        Eigenstap.Wijzigingvertraagd,
    ];

    /// <summary>Once it is settled, or all of it was withdrawn, nothing of this can be decided any more.</summary>
    /// <param name="rijen">Of the case, in any order; others than those steps may be among them.</param>
    /// <param name="periodeTot">The last day on which activities are done.</param>
    public static Projectwerk Van(
        Zaakstatus status,
        IReadOnlyList<ZaakTonen.Rij> rijen,
        LocalDate? periodeTot,
        Regelversie versie,
        LocalDate vandaag
    )
    {
        if (status is not (Zaakstatus.Verleend or Zaakstatus.InSteekproef or Zaakstatus.BewijsOntvangen))
        {
            return new();
        }
        var afgedaan = Afgedaan(rijen);
        var wijziging = Wachtende(rijen)
            .OrderBy(w => w.Uiterlijk ?? Termijnronde.Nooit)
            .ThenBy(w => w.Wijziging, StringComparer.Ordinal)
            .FirstOrDefault();
        var ingebreke = Ingebreken(rijen)
            .Where(i => !afgedaan.Contains(i.Wijziging))
            .OrderBy(i => i.Op)
            .ThenBy(i => i.Wijziging, StringComparer.Ordinal)
            .FirstOrDefault();
        var declaratie = Declaratiewerk.Van(rijen, versie, vandaag);
        // From the declaration on, after the period or after a withdrawal there is no second advance: what is due then is settled.
        var verslag =
            declaratie is null
            && vandaag <= periodeTot
            && LigtVerslag(rijen)
            && !rijen.Any(r => r.Stap is Eigenstap.TweedeVoorschot or Eigenstap.VerleningIngetrokken);
        return new(
            wijziging?.Wijziging,
            wijziging?.Uiterlijk,
            verslag,
            declaratie,
            ingebreke?.Wijziging,
            ingebreke?.Op,
            LigtMelding(rijen)
        );
    }

    /// <summary>A request for a change that waits for a decision.</summary>
    /// <param name="Wijziging">Its number.</param>
    /// <param name="Uiterlijk">The last day to decide: the later one when that was told in time.</param>
    /// <param name="Verwacht">That later day; null when none was told.</param>
    internal sealed record Wachtend(string Wijziging, LocalDate? Uiterlijk, LocalDate? Verwacht);

    /// <param name="rijen">Of the case, in any order; others than those steps may be among them.</param>
    internal static IEnumerable<Wachtend> Wachtende(IReadOnlyList<ZaakTonen.Rij> rijen)
    {
        var afgedaan = Afgedaan(rijen);
        return rijen
            .Where(r => r is { Stap: Eigenstap.WijzigingGevraagd, Besluit: not null } && !afgedaan.Contains(r.Besluit))
            .Select(r => (Gevraagd: r, Later: Later(rijen, r.Besluit)))
            .Select(w => new Wachtend(w.Gevraagd.Besluit!, w.Later ?? w.Gevraagd.Dag, w.Later));
    }

    /// <summary>The numbers of those that were decided on or withdrawn.</summary>
    private static HashSet<string?> Afgedaan(IEnumerable<ZaakTonen.Rij> rijen) =>
        [.. rijen.Where(r => r.Stap is Eigenstap.WijzigingIngetrokken or Eigenstap.Wijzigingsbesluit).Select(r => r.Besluit)];

    /// <summary>The later day that the recipient was told in time; null when none was.</summary>
    private static LocalDate? Later(IReadOnlyList<ZaakTonen.Rij> rijen, string? wijziging) =>
        rijen.Where(r => r.Stap == Eigenstap.Wijzigingvertraagd && r.Besluit == wijziging).Max(r => r.Dag);

    /// <summary>Those that were read, by the versions of who said it, and those before a request for a change, which is decided on, are done with.</summary>
    private static bool LigtMelding(IReadOnlyList<ZaakTonen.Rij> rijen)
    {
        var gezien = rijen.Where(r => r.Stap == Eigenstap.MeldingenGezien).Max(r => r.Versie);
        var gevraagd = rijen.Where(r => r.Stap == Eigenstap.WijzigingGevraagd).Max(r => (Instant?)r.Moment);
        return rijen.Any(r =>
            r.Stap == Eigenstap.WijzigingGemeld && (gezien is null || r.Versie > gezien) && (gevraagd is null || r.Moment > gevraagd)
        );
    }

    /// <summary>A request for a change of which a reminder holds.</summary>
    /// <param name="Wijziging">Its number.</param>
    /// <param name="Op">The day on which the reminder came.</param>
    internal sealed record Herinnerd(string Wijziging, LocalDate Op);

    /// <summary>By the versions of the award, as what was said again may come before what was said first.</summary>
    internal static IEnumerable<Herinnerd> Ingebreken(IEnumerable<ZaakTonen.Rij> rijen) =>
        rijen
            .Where(r => r is { Stap: Eigenstap.Wijzigingingebreke or Eigenstap.Wijzigingvervallen, Besluit: not null, Dag: not null })
            .GroupBy(r => r.Besluit!)
            .Select(g => g.OrderBy(r => r.Versie ?? 0).ThenBy(r => r.Moment).ThenBy(r => r.Bericht).Last())
            .Where(r => r.Stap == Eigenstap.Wijzigingingebreke)
            .Select(r => new Herinnerd(r.Besluit!, r.Dag!.Value));

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
