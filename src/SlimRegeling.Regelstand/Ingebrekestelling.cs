using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Regelstand;

/// <summary>
/// What every written reminder that a decision is late must keep to (4:17, third paragraph, Awb), whichever request the decision is on.
/// </summary>
public static class Ingebrekestelling
{
    public const string Artikel = "artikel 4:17, derde lid, Awb";

    private const int LangsteReden = 1_000;

    /// <summary>Null when it counts.</summary>
    /// <param name="ontvangenOp">The day on which it was received.</param>
    /// <param name="eerder">The day of another one that holds; null when none does.</param>
    /// <param name="besloten">The day of the decision; null while there is none.</param>
    /// <param name="uiterlijk">The last day to decide.</param>
    public static Weigering? Weiger(LocalDate ontvangenOp, LocalDate? eerder, LocalDate? besloten, LocalDate uiterlijk, LocalDate vandaag)
    {
        if (ontvangenOp > vandaag)
        {
            return Weigering.Invoer(new Fout("ontvangenOp", "Deze dag komt nog. Vul de dag in waarop de brief is ontvangen.", Artikel));
        }
        if (eerder is { } gold)
        {
            return Weigering.Van(
                "al-in-gebreke",
                $"Er is al een ingebrekestelling, ontvangen op {Datumtekst.Van(gold)}. Klopt die dag niet? Verklaar haar dan eerst vervallen.",
                Artikel
            );
        }
        if (besloten is { } dag && dag <= ontvangenOp)
        {
            return Weigering.Van(
                "al-besloten",
                $"Toen de brief kwam, was er al een besluit: van {Datumtekst.Van(dag)}. De ingebrekestelling heeft geen gevolg.",
                Artikel
            );
        }
        return ontvangenOp <= uiterlijk
            ? Weigering.Van(
                "te-vroeg",
                $"De termijn om te beslissen loopt tot en met {Datumtekst.Van(uiterlijk)}. Een ingebrekestelling telt pas als die voorbij is. Laat dat weten aan wie de brief schreef.",
                Artikel
            )
            : null;
    }

    /// <summary>Null when one that holds can be declared void for this reason.</summary>
    public static Weigering? WeigerVerval(bool geldt, string reden) =>
        !geldt ? Weigering.Van("niet-in-gebreke", "Er is geen ingebrekestelling. Er is niets te laten vervallen.", Artikel)
        : reden.Trim().Length is 0 or > LangsteReden
            ? Weigering.Invoer(new Fout("reden", $"Schrijf waarom de ingebrekestelling vervalt, in ten hoogste {LangsteReden} tekens."))
        : null;
}
