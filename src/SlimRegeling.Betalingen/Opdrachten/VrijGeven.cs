using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Somebody of finance looks at the objection for which a payment waits, and lets it go: an objection suspends nothing (6:16 Awb). Who signed the decision
/// does not, and who lets it go does not approve the payment.
/// </summary>
public static class VrijGeven
{
    private const string Schorst = "artikel 6:16 Awb";

    /// <param name="Bezwaar">Number of the objection.</param>
    /// <param name="Toelichting">Why it may be paid while that runs.</param>
    public sealed record Verzoek(string Bezwaar, string Toelichting);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/betaalopdrachten/{id}/vrijgave", Voer).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Betaalopdracht> betaalopdrachten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op waarom de betaling kan gaan terwijl het bezwaar loopt.", Schorst));
        }
        return await betaalopdrachten.Schrijf(
            id,
            o => Beslis(o, verzoek.Bezwaar, persoon.Onderwerp, () => betaalopdrachten.Bewaar(id, verzoek.Toelichting), moment.Nu),
            ct
        );
    }

    /// <param name="bewaar">Keeps why; not asked when it is refused.</param>
    public static Beslissing Beslis(Betaalopdracht betaalopdracht, string bezwaar, string wie, Func<Verwijzing> bewaar, Instant nu)
    {
        if (betaalopdracht.Opdracht.Ondertekenaars.Contains(wie))
        {
            return Weigering.NietDoorU(
                "eigen-besluit",
                $"U hebt besluit {betaalopdracht.Opdracht.Besluit} ondertekend of voorbereid. Laat een collega naar het bezwaar kijken.",
                "artikel 2:4, eerste lid, Awb"
            );
        }
        return betaalopdracht.Heeft(bezwaar, Aanhoudgrond.Bezwaar)
            ? betaalopdracht.HefOp(bezwaar, Aanhoudgrond.Bezwaar, wie, bewaar(), nu)
            : Weigering.Van("niet-aangehouden", $"Betaling {betaalopdracht.Id} wacht niet op bezwaar {bezwaar}.", Schorst);
    }
}
