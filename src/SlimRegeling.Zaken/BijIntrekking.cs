using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Zaken;

/// <summary>It changes no status: what was decided holds until it is withdrawn. Of what the recipient is not heard about, their page tells nothing.</summary>
public sealed class BijIntrekkingVoorgenomen(Bijhouden bij) : IVerwerker<IntrekkingVoorgenomenBericht>
{
    public Task Verwerk(IntrekkingVoorgenomenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.NietGehoord is null ? Eigenstap.IntrekkingVoorgenomen : Eigenstap.IntrekkingZonderHoren, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Intrekking,
                Uitleg =
                    $"Voorstel {b.Intrekking} over besluit {b.Wijzigt}; betalingen wachten uiterlijk tot en met {Datumtekst.Van(b.OpschortenTot)}",
            }
        );
}

public sealed class BijIntrekkingVervallen(Bijhouden bij) : IVerwerker<IntrekkingVervallenBericht>
{
    public Task Verwerk(IntrekkingVervallenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.NietGehoord is null ? Eigenstap.IntrekkingVervallen : Eigenstap.IntrekkingZonderHorenVervallen, b.Op)
            {
                Besluit = b.Intrekking,
                Uitleg = $"Voorstel {b.Intrekking}",
            }
        );
}

/// <summary>What is left of the award is what the header says; of what was settled the least of both is shown.</summary>
public sealed class BijVerleningIngetrokken(Bijhouden bij) : IVerwerker<VerleningIngetrokkenBericht>
{
    /// <summary>As Verlening calls that of a settlement.</summary>
    private const string Vaststelling = "vaststelling";

    public Task Verwerk(VerleningIngetrokkenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Soort == Vaststelling ? Eigenstap.VaststellingIngetrokken : Eigenstap.VerleningIngetrokken, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Soorten = BijVerleningGewijzigd.Soorten,
                Uitleg = b.Bedrag == 0 ? $"Besluit {b.Besluit} trekt {b.Wijzigt} in" : $"Besluit {b.Besluit} trekt {b.Wijzigt} deels in",
            },
            b.Bedrag == 0 ? Zaakstatus.Ingetrokken : null,
            ("verleend", b.Bedrag),
            ("voorschot", b.Voorschot),
            ("periode_tot", (object?)b.PeriodeTot ?? DBNull.Value),
            ("verantwoording", (object?)b.Verantwoording ?? DBNull.Value)
        );
}

public sealed class BijBetalingVerlaagd(Bijhouden bij) : IVerwerker<BetalingVerlaagdBericht>
{
    public Task Verwerk(BetalingVerlaagdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Eigenstap.BetalingVerlaagd, b.Op)
            {
                Bedrag = b.Bedrag,
                Besluit = b.Besluit,
                Betaalopdracht = b.Betaalopdracht,
                Uitleg = $"{BijBetalingOpgedragen.Soort(b.Soort)}, opdracht {b.Betaalopdracht}, na besluit {b.Besluit}",
            }
        );
}
