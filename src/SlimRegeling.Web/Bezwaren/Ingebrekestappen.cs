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
            yield return Ingebrekevorm.Vervallen(
                "ingebrekeverval",
                Bezwaarstappen.Pad(b, "ingebrekestelling/vervallenverklaring"),
                "zij hoort bij een ander bezwaar, of de indiener trok haar in."
            );
        }
        else if (loopt || b.Beslissingen.FirstOrDefault() is { TeLaat: true })
        {
            yield return Ingebrekevorm.Noteren(
                "ingebrekestelling",
                Bezwaarstappen.Pad(b, "ingebrekestelling"),
                "De indiener vraagt in een brief om alsnog te beslissen. Dat telt pas als de laatste dag om te beslissen voorbij is. Twee weken na de ontvangst begint een dwangsom te lopen, voor de indiener (artikel 4:17 en 7:14 Awb)."
            );
        }
    }
}
