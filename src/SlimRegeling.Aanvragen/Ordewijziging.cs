using Marten;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>What changes the order of a window counts in its horizon (<see cref="Ontvangstbewaking"/>): each kind once a case.</summary>
internal static class Ordewijziging
{
    /// <param name="aanvraag">As it was before the decision.</param>
    public static Beslissing Zeg(IDocumentSession sessie, Aanvraag aanvraag, Beslissing beslissing)
    {
        foreach (var gebeurtenis in beslissing.Gebeurtenissen)
        {
            Zeg(sessie, aanvraag, gebeurtenis);
        }
        return beslissing;
    }

    private static void Zeg(IDocumentSession sessie, Aanvraag aanvraag, Gebeurtenis gebeurtenis)
    {
        switch (gebeurtenis)
        {
            case AanvullingGevraagd e:
                Ontvangstbewaking.Zegt(sessie, aanvraag.Ingediend!.Tijdvak, aanvraag.Id, "aanvulling-gevraagd", e.Op);
                break;
            case AanvraagAangevuld e:
                Ontvangstbewaking.Zegt(sessie, e.Tijdvak, aanvraag.Id, "aangevuld", e.Op);
                break;
            case AanvraagVolledig e:
                Ontvangstbewaking.Zegt(sessie, e.Tijdvak, aanvraag.Id, "volledig", e.Op);
                break;
            case AanvraagIngetrokken e:
                Verval(sessie, aanvraag, e.Tijdvak, e.Op);
                break;
            case BuitenBehandelingGesteld e:
                Verval(sessie, aanvraag, e.Tijdvak, e.Op);
                break;
        }
    }

    private static void Verval(IDocumentSession sessie, Aanvraag aanvraag, string tijdvak, Instant op)
    {
        Ontvangstbewaking.TreedUit(sessie, aanvraag.Id, aanvraag.Ingediend!);
        Ontvangstbewaking.Zegt(sessie, tijdvak, aanvraag.Id, "vervallen", op);
    }
}
