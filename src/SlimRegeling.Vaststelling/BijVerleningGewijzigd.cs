using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// A decision on objection, or one that mends a mistake, made the award a higher one. What was settled on the award as it was is settled anew: the
/// objection reaches it too (6:19 Awb), and what was settled is as was awarded (4:46, first paragraph, Awb). So is what was settled on what a withdrawal
/// left that is revoked.
/// </summary>
public sealed class BijVerleningGewijzigd(Stroom<Verantwoording> verantwoordingen) : IVerwerker<VerleningGewijzigdBericht>
{
    public Task Verwerk(VerleningGewijzigdBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, VerleningGewijzigdBericht bericht)
    {
        if (bericht.Intrekking is { } intrekking)
        {
            return Herroep(verantwoording ?? new Verantwoording(), bericht, intrekking);
        }
        if (verantwoording?.Wijzigingen.Any(w => w.Besluit == bericht.Besluit) == true)
        {
            return Beslissing.Geen;
        }
        var gewijzigd = new OpeningGewijzigd(
            bericht.Besluit,
            bericht.Bedrag,
            bericht.Was,
            bericht.Voorschot,
            bericht.Verantwoording,
            bericht.Activiteiten,
            bericht.Op,
            bericht.Aandelen,
            bericht.SubsidiabeleKosten,
            bericht.Partijen,
            bericht.Posten
        );
        return
            verantwoording?.Vaststelling is { } vaststelling
            && Math.Min(bericht.Bedrag, verantwoording.Rest ?? bericht.Bedrag) > vaststelling.Verleend
            ? Beslissing.Van(gewijzigd, Heropend.Van(vaststelling, bericht.Besluit, bericht.Bezwaar, bericht.Op, bericht.Herstel))
            : gewijzigd;
    }

    private static Beslissing Herroep(Verantwoording verantwoording, VerleningGewijzigdBericht bericht, string intrekking)
    {
        if (verantwoording.Herroepingen.Any(h => h.Besluit == bericht.Besluit))
        {
            return Beslissing.Geen;
        }
        var herroepen = new IntrekkingHerroepen(intrekking, bericht.Besluit, bericht.Bezwaar, bericht.Blijft, bericht.Op);
        return verantwoording.Apply(herroepen) is { Heropening: null } na && na.RustOpMinder is { } vaststelling
            ? Beslissing.Van(herroepen, Heropend.Van(vaststelling, bericht.Besluit, bericht.Bezwaar, bericht.Op))
            : herroepen;
    }
}
