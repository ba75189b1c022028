using SlimRegeling.Web.Api.Verlening;

namespace SlimRegeling.Web.Bezwaren;

/// <summary>
/// The reminder that a decision on an objection is late: for who treats and who signs, also of a decision that came too late, as the letter may have lain
/// unopened.
/// </summary>
internal static class Ingebrekestappen
{
    public static IEnumerable<Stapvorm> Van(BezwaarTonenBeeld b, bool loopt)
    {
        if (b.Ingebreke is not null)
        {
            yield return new(
                "ingebrekeverval",
                "De ingebrekestelling laten vervallen",
                "Laat de ingebrekestelling vervallen",
                Bezwaarstappen.Pad(b, "ingebrekestelling/vervallenverklaring"),
                [
                    new(
                        "reden",
                        "Waarom vervalt de ingebrekestelling?",
                        Hulp: "Bijvoorbeeld: zij hoort bij een ander bezwaar, of de indiener trok haar in."
                    ),
                ]
            )
            {
                Gevaar = true,
                Uitleg = "Er loopt dan geen dwangsom.",
            };
        }
        else if (loopt || b.Beslissingen.FirstOrDefault() is { TeLaat: true })
        {
            yield return new(
                "ingebrekestelling",
                "Een ingebrekestelling noteren",
                "Noteer de ingebrekestelling",
                Bezwaarstappen.Pad(b, "ingebrekestelling"),
                [new("ontvangenOp", "Op welke dag kwam de brief binnen?", Veldvorm.Dag, "Niet de dag waarop de brief is geschreven.")]
            )
            {
                Uitleg =
                    "De indiener vraagt in een brief om alsnog te beslissen. Dat telt pas als de laatste dag om te beslissen voorbij is. Twee weken na de ontvangst begint een dwangsom te lopen, voor de indiener (artikel 4:17 en 7:14 Awb).",
            };
        }
    }
}
