using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>An objection changes no status: the decision that it is against holds until another takes its place (6:16 Awb).</summary>
public sealed class BijBezwaarIngediend(Bijhouden bij) : IVerwerker<BezwaarIngediendBericht>
{
    public Task Verwerk(BezwaarIngediendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BezwaarIngediend, b.Op)
            {
                Besluit = b.Bezwaar,
                Dag = b.BeslissenUiterlijk,
                IsWerk = true,
                Uitleg = $"Bezwaar {b.Bezwaar} tegen besluit {b.Besluit}, ontvangen op {Datumtekst.Van(b.OntvangenOp)}",
            }
        );
}

public sealed class BijBezwaarHerstelGevraagd(Bijhouden bij) : IVerwerker<BezwaarHerstelGevraagdBericht>
{
    public Task Verwerk(BezwaarHerstelGevraagdBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.BezwaarHerstelGevraagd, b.Op) { Besluit = b.Bezwaar, Uitleg = $"Bezwaar {b.Bezwaar}" });
}

public sealed class BijBezwaarBeslistermijn(Bijhouden bij) : IVerwerker<BezwaarBeslistermijnBericht>
{
    public Task Verwerk(BezwaarBeslistermijnBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BezwaarTermijn, b.Op)
            {
                Besluit = b.Bezwaar,
                Dag = b.BeslissenUiterlijk,
                IsWerk = true,
                Uitleg = $"Bezwaar {b.Bezwaar}: beslissen uiterlijk op {Datumtekst.Van(b.BeslissenUiterlijk)}",
            }
        );
}

/// <summary>The day on which it came is no last day; which of an objection holds is what was said last.</summary>
public sealed class BijBezwaarIngebrekestelling(Bijhouden bij) : IVerwerker<BezwaarIngebrekestellingBericht>
{
    public Task Verwerk(BezwaarIngebrekestellingBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Geldt ? Eigenstap.Bezwaaringebreke : Eigenstap.Bezwaarvervallen, b.Op)
            {
                Besluit = b.Bezwaar,
                Dag = b.OntvangenOp,
                Versie = b.Versie,
                IsWerk = true,
                Uitleg = $"Bezwaar {b.Bezwaar}: de brief die wij ontvingen op {Datumtekst.Van(b.OntvangenOp)}",
            }
        );
}

public sealed class BijBezwaarIngetrokken(Bijhouden bij) : IVerwerker<BezwaarIngetrokkenBericht>
{
    public Task Verwerk(BezwaarIngetrokkenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BezwaarIngetrokken, b.Op)
            {
                Besluit = b.Bezwaar,
                IsWerk = true,
                Uitleg = $"Bezwaar {b.Bezwaar}",
            }
        );
}

public sealed class BijBezwaarBeslist(Bijhouden bij) : IVerwerker<BezwaarBeslistBericht>
{
    public Task Verwerk(BezwaarBeslistBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BezwaarBeslist, b.Op)
            {
                Besluit = b.Besluit,
                IsWerk = true,
                Uitleg = $"Bezwaar {b.Bezwaar} is {b.Uitkomst}; besluit {b.Besluit}",
            }
        );
}

/// <summary>A new decision came in the place of one with a mistake. What it makes of the award is said by the award.</summary>
public sealed class BijHerstelbesluitGenomen(Bijhouden bij) : IVerwerker<HerstelbesluitGenomenBericht>
{
    public Task Verwerk(HerstelbesluitGenomenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Herstelbesluit, b.Op) { Besluit = b.Besluit, Uitleg = $"Besluit {b.Besluit} herstelt {b.Herstelt}" }
        );
}

public sealed class BijVerleningGewijzigd(Bijhouden bij) : IVerwerker<VerleningGewijzigdBericht>
{
    /// <summary>The steps that say what the award is.</summary>
    internal static readonly IReadOnlyList<string> Soorten =
    [
        Stapcode.SubsidieVerleend,
        Stapcode.VerleningGewijzigd,
        Eigenstap.Verleninghersteld,
        Eigenstap.Verleningaangepast,
        Eigenstap.VerleningIngetrokken,
        Eigenstap.VaststellingIngetrokken,
        Eigenstap.IntrekkingHerroepen,
    ];

    public Task Verwerk(VerleningGewijzigdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stap(b), b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Soorten = Soorten,
                Uitleg = b switch
                {
                    { Intrekking: null } => $"Besluit {b.Besluit} wijzigt {b.Wijzigt}",
                    { Blijft: null } => $"Besluit {b.Besluit} herroept {b.Intrekking}",
                    _ => $"Besluit {b.Besluit} herroept {b.Intrekking} deels",
                },
            },
                // Of what was withdrawn altogether nothing came after it.
                b is { Intrekking: null } or { Was: not 0 }
                    ? null
                : b.Vaststelling is null ? Zaakstatus.Verleend
                : Zaakstatus.Vastgesteld,
            ("verleend", b.Bedrag),
            ("voorschot", b.Voorschot),
            ("periode_tot", (object?)b.PeriodeTot ?? DBNull.Value),
            ("verantwoording", (object?)b.Verantwoording ?? DBNull.Value)
        );

    private static string Stap(VerleningGewijzigdBericht b) =>
        b.Intrekking is not null ? Eigenstap.IntrekkingHerroepen
        : b.Herstel == true ? Eigenstap.Verleninghersteld
        : Stapcode.VerleningGewijzigd;
}

public sealed class BijBezwaarbudgetVastgelegd(Bijhouden bij) : IVerwerker<BezwaarbudgetVastgelegdBericht>
{
    public Task Verwerk(BezwaarbudgetVastgelegdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BudgetGereserveerd, b.Op)
            {
                Bedrag = b.Bedrag,
                Versie = b.Versie,
                Uitleg = $"Voor besluit {b.Besluit}",
            },
            null,
            ("gereserveerd", b.Bedrag),
            ("gereserveerd_op", b.Op),
            ("gereserveerd_versie", (object?)b.Versie ?? DBNull.Value)
        );
}

public sealed class BijBeroepstermijnGestart(Bijhouden bij) : IVerwerker<BeroepstermijnGestartBericht>
{
    public Task Verwerk(BeroepstermijnGestartBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BeroepstermijnGestart, b.Op)
            {
                Besluit = b.Besluit,
                Dag = b.TotEnMet,
                Uitleg = $"Beroep kan van {Datumtekst.Van(b.Van)} tot en met {Datumtekst.Van(b.TotEnMet)}",
            }
        );
}

public sealed class BijBeroepGenoteerd(Bijhouden bij) : IVerwerker<BeroepGenoteerdBericht>
{
    public Task Verwerk(BeroepGenoteerdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BeroepGenoteerd, b.Op) { Besluit = b.Besluit, Uitleg = $"{Wat(b.Stand, b.Uitkomst)} op {Datumtekst.Van(b.Dag)}" }
        );

    private static string Wat(string stand, string? uitkomst) =>
        stand switch
        {
            "ingesteld" => "Beroep ingesteld",
            "ingetrokken" => "Beroep ingetrokken",
            _ => $"Uitspraak ({uitkomst})",
        };
}
