using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// When at the latest is settled what was asked, by which it is late. A completion starts no new term: the term that began with the request stands still
/// for it (4:15, first paragraph, under a, Awb).
/// </summary>
internal static class Vaststeltermijn
{
    /// <summary>Null when the settlement was asked for: only then there is a request that can be decided on too late (4:17, first paragraph, Awb).</summary>
    public static Weigering? NietGevraagd(Verantwoording verantwoording, string artikel) =>
        verantwoording switch
        {
            { Opening: null } => Weigering.NietGevonden(verantwoording.Id),
            { Declaratie: null } => Weigering.Van(
                "niet-gevraagd",
                "De ontvanger heeft niet om de vaststelling gevraagd. Er loopt geen termijn om op een verzoek te beslissen.",
                artikel
            ),
            _ => null,
        };

    /// <param name="declaratie">The request that is judged.</param>
    public static LocalDate Uiterlijk(Verantwoording verantwoording, DeclaratieIngediend declaratie, Regelversie versie) =>
        Termijnen.Einde(
            versie,
            Termijncode.VaststellingOpVerzoek,
            Moment.Dag((verantwoording.EersteVerzoek ?? declaratie).Op),
            Stil(verantwoording, declaratie) is { } stil ? [stil] : null
        );

    /// <summary>
    /// From the day after the letter that asks for it was sent, until the completion came or through the last day for it; null when none was asked, or it
    /// came before the term could stand still. What stood still before the request of a case that is settled anew does not count.
    /// </summary>
    private static Stilstand? Stil(Verantwoording verantwoording, DeclaratieIngediend declaratie)
    {
        if (verantwoording.Declaratieaanvulling is not { } gevraagd)
        {
            return null;
        }
        var brief = verantwoording.Brieftermijnen.FirstOrDefault(t => t.Soort == Laatstedag.DeclaratieAanvullen);
        var aangevuld =
            !verantwoording.AanvullingLoopt && Moment.Dag(declaratie.Op) <= gevraagd.Uiterlijk
                ? Moment.Dag(declaratie.Op)
                : (LocalDate?)null;
        var stil = Stilstand.Aanvulling(brief?.VerzondenOp ?? Moment.Dag(gevraagd.Op), gevraagd.Uiterlijk, aangevuld);
        return stil.Van <= stil.TotEnMet ? stil : null;
    }
}
