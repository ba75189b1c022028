using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>What is asked changes no status: the award holds until it is decided on.</summary>
public sealed class BijWijzigingGevraagd(Bijhouden bij) : IVerwerker<WijzigingGevraagdBericht>
{
    public Task Verwerk(WijzigingGevraagdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.WijzigingGevraagd, b.Op)
            {
                Besluit = b.Wijziging,
                Dag = b.BeslissenUiterlijk,
                IsWerk = true,
                Uitleg =
                    $"Verzoek {b.Wijziging}: {Wijzigingssoort.Titel(b.Soort)}; beslissen uiterlijk op {Datumtekst.Van(b.BeslissenUiterlijk)}",
            }
        );
}

public sealed class BijWijzigingIngetrokken(Bijhouden bij) : IVerwerker<WijzigingIngetrokkenBericht>
{
    public Task Verwerk(WijzigingIngetrokkenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.WijzigingIngetrokken, b.Op)
            {
                Besluit = b.Wijziging,
                IsWerk = true,
                Uitleg = $"Verzoek {b.Wijziging}",
            }
        );
}

/// <summary>The day on which it came is no last day; which of a request holds is what was said last.</summary>
public sealed class BijWijzigingIngebrekestelling(Bijhouden bij) : IVerwerker<WijzigingIngebrekestellingBericht>
{
    public Task Verwerk(WijzigingIngebrekestellingBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Geldt ? Eigenstap.Wijzigingingebreke : Eigenstap.Wijzigingvervallen, b.Op)
            {
                Besluit = b.Wijziging,
                Dag = b.OntvangenOp,
                Versie = b.Versie,
                IsWerk = true,
                Uitleg = $"Verzoek {b.Wijziging}: de brief die wij ontvingen op {Datumtekst.Van(b.OntvangenOp)}",
            }
        );
}

/// <summary>The later day is the last one to decide from then on; it may be heard before the request.</summary>
public sealed class BijWijzigingVertraagd(Bijhouden bij) : IVerwerker<WijzigingVertraagdBericht>
{
    public Task Verwerk(WijzigingVertraagdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Wijzigingvertraagd, b.Op)
            {
                Besluit = b.Wijziging,
                Dag = b.VerwachtOp,
                IsWerk = true,
                Uitleg =
                    $"Verzoek {b.Wijziging}: niet uiterlijk op {Datumtekst.Van(b.BeslissenUiterlijk)}, maar uiterlijk op {Datumtekst.Van(b.VerwachtOp)}",
            }
        );
}

public sealed class BijWijzigingBesloten(Bijhouden bij) : IVerwerker<WijzigingBeslotenBericht>
{
    public Task Verwerk(WijzigingBeslotenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Wijzigingsbesluit, b.Op)
            {
                Besluit = b.Besluit,
                IsWerk = true,
                Uitleg = $"Besluit {b.Besluit}: {Wijzigingssoort.Titel(b.Soort)} is {b.Uitkomst}",
            }
        );
}

/// <summary>The amount stays; what was restated fills the columns of the award, so that the latest that was said of it counts.</summary>
public sealed class BijVerleningAangepast(Bijhouden bij) : IVerwerker<VerleningAangepastBericht>
{
    public Task Verwerk(VerleningAangepastBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.Verleningaangepast, b.Op)
            {
                Besluit = b.Besluit,
                Soorten = BijVerleningGewijzigd.Soorten,
                Uitleg =
                    $"Besluit {b.Besluit} wijzigt {b.Wijzigt}; versie {b.Versienummer}, activiteiten tot en met {Datumtekst.Van(b.PeriodeTot)}",
            },
            null,
            ("verleend", b.Bedrag),
            ("voorschot", b.Voorschot),
            ("periode_tot", b.PeriodeTot),
            ("verantwoording", b.Verantwoording)
        );
}

public sealed class BijVoortgangGemeld(Bijhouden bij) : IVerwerker<VoortgangGemeldBericht>
{
    public Task Verwerk(VoortgangGemeldBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.VoortgangGemeld, b.Op)
            {
                Versie = b.Versie,
                IsWerk = true,
                Uitleg = $"Uiterlijk {Datumtekst.Van(b.Uiterlijk)}",
            }
        );
}

/// <summary>Why it went back stays with Vaststelling.</summary>
public sealed class BijVoortgangTeruggezonden(Bijhouden bij) : IVerwerker<VoortgangTeruggezondenBericht>
{
    public Task Verwerk(VoortgangTeruggezondenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.VoortgangTeruggezonden, b.Op)
            {
                Versie = b.Versie,
                IsWerk = true,
                Uitleg = $"Opnieuw te sturen uiterlijk {Datumtekst.Van(b.Uiterlijk)}",
            }
        );
}
