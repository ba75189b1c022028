using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// By a decision on an objection against a settlement the subsidy is settled anew, once for each such decision. When another settlement came meanwhile,
/// the objection is against that (6:19 Awb).
/// </summary>
public sealed class BijBezwaarBeslist(Stroom<Verantwoording> verantwoordingen) : IVerwerker<BezwaarBeslistBericht>
{
    /// <summary>As Verlening calls that consequence. Of a higher award <see cref="BijVerleningGewijzigd"/> hears.</summary>
    private const string Vaststellen = "vaststellen";

    public Task Verwerk(BezwaarBeslistBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, BezwaarBeslistBericht bericht) =>
        bericht.Gevolg != Vaststellen || verantwoording?.Heropeningen.Any(h => h.Besluit == bericht.Besluit) == true ? Beslissing.Geen
        : verantwoording?.Vaststelling is { } vaststelling ? Heropend.Van(vaststelling, bericht.Besluit, bericht.Bezwaar, bericht.Op)
        : Weigering.Van(
            "niet-vastgesteld",
            $"Bij {bericht.Besluit} is beslist om opnieuw vast te stellen, maar hier is nog niets vastgesteld."
        );
}
