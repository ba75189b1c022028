using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Regelstand;

/// <summary>
/// What every notice that a decision cannot be made in time must keep to (4:14 Awb), whichever decision it is about. It moves no term that the law sets:
/// the penalty for deciding late (4:17) goes by that one.
/// </summary>
public static class Vertraging
{
    public const string Artikel = "artikel 4:14, eerste lid, Awb";

    private const string Veld = "verwachtOp";

    /// <summary>Null when it can be told; whether the day is as near as can be, people judge.</summary>
    /// <param name="verwachtOp">By which day the decision can be expected.</param>
    /// <param name="uiterlijk">The last day to decide.</param>
    /// <param name="eerder">The day that was told before; null when none was.</param>
    public static Weigering? Weiger(LocalDate verwachtOp, LocalDate uiterlijk, LocalDate? eerder, LocalDate vandaag)
    {
        if (BinnenTermijn(verwachtOp, uiterlijk) is { } weigering)
        {
            return weigering;
        }
        if (verwachtOp < vandaag)
        {
            return Weigering.Invoer(new Fout(Veld, "Deze dag is voorbij. Kies de eerste dag waarop u wel kunt beslissen.", Artikel));
        }
        return eerder is { } gemeld && verwachtOp < gemeld
            ? Weigering.Van(
                "eerder-dan-gemeld",
                $"De aanvrager las al dat wij uiterlijk op {Datumtekst.Van(gemeld)} beslissen. Eerder beslissen mag zonder nieuwe brief.",
                Artikel
            )
            : null;
    }

    /// <summary>Null while there is a decision to wait for.</summary>
    /// <param name="besloten">The day of the decision; null while there is none.</param>
    /// <param name="artikel">That asks the notice.</param>
    public static Weigering? AlBesloten(LocalDate? besloten, string artikel = Artikel) =>
        besloten is { } dag
            ? Weigering.Van("al-besloten", $"Er is al een besluit: van {Datumtekst.Van(dag)}. Er valt niets meer uit te stellen.", artikel)
            : null;

    /// <summary>Null when the day comes after the term to decide.</summary>
    /// <param name="artikel">That asks the notice.</param>
    public static Weigering? BinnenTermijn(LocalDate verwachtOp, LocalDate uiterlijk, string artikel = Artikel) =>
        verwachtOp <= uiterlijk
            ? Weigering.Invoer(
                new Fout(
                    Veld,
                    $"De termijn om te beslissen loopt tot en met {Datumtekst.Van(uiterlijk)}. Kies een dag daarna, of beslis op tijd.",
                    artikel
                )
            )
            : null;
}
