using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance proposes to set a claim off against a payment that the same recipient gets for another window (4:57, third paragraph; 4:93 Awb); two
/// others sign. One that is proposed in a round leaves it by that.
/// </summary>
public static class VerrekenenVoorstellen
{
    /// <param name="Betaalopdracht">Not on its way to the bank yet.</param>
    /// <param name="ZelfdeActiviteiten">Whether both subsidies are for the same activities, as the law asks; who proposes looked.</param>
    public sealed record Verzoek(string Betaalopdracht, bool ZelfdeActiviteiten, string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/vorderingen/{vordering}/verrekening", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.SchrijfOfBegin(
            vordering,
            _ => { },
            async stand =>
                stand is null
                    ? Weigering.NietGevonden(vordering)
                    : Beslis(
                        stand,
                        verzoek,
                        await betaalopdrachten.Lees(verzoek.Betaalopdracht.Trim(), ct),
                        () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                        persoon.Onderwerp,
                        moment.Nu
                    ),
            ct
        );

    /// <param name="betaalopdracht">Null when there is none with that number.</param>
    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Vordering vordering,
        Verzoek verzoek,
        Betaalopdracht? betaalopdracht,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (Voorstelpoort.NietBekend(vordering) is { } weigering)
        {
            return weigering;
        }
        if (betaalopdracht is null || betaalopdracht.Opdracht.KvkNummer != vordering.KvkNummer)
        {
            return Weigering.Invoer(
                new Fout("betaalopdracht", "Kies een betaalopdracht aan dezelfde ontvanger als de vordering.", Voorstelpoort.Verrekenen)
            );
        }
        if (Mag(vordering, betaalopdracht) is { } nietNu)
        {
            return nietNu;
        }
        if (!verzoek.ZelfdeActiviteiten)
        {
            return Weigering.Invoer(
                new Fout(
                    "zelfdeActiviteiten",
                    "Kijk of beide subsidies voor dezelfde activiteiten zijn, en bevestig dat. Verrekenen mag alleen dan.",
                    Voorstelpoort.Verrekenen
                )
            );
        }
        if (Voorstelpoort.Argument(verzoek.Argument) is { } zonder)
        {
            return zonder;
        }
        return Voorstelpoort.Doe(
            vordering,
            new(
                Vorderingsbesluit.Verrekening,
                Voorstelpoort.Nummer(vordering, Vorderingsbesluit.Verrekening),
                Math.Min(vordering.Open.Totaal, betaalopdracht.Opdracht.Bedrag),
                bewaar(),
                wie,
                nu,
                Betaalopdracht: betaalopdracht.Id
            )
        );
    }

    /// <summary>Why this order cannot be set off, at the proposal and again when it is signed; null when it can.</summary>
    internal static Weigering? Mag(Vordering vordering, Betaalopdracht betaalopdracht) =>
        !betaalopdracht.Open
            ? Weigering.Van(
                "betaling-niet-open",
                $"Betaling {betaalopdracht.Id} is al bij de bank, betaald of vervallen. Kies een betaling die nog niet weg is.",
                Voorstelpoort.Verrekenen
            )
        : betaalopdracht.Aangehouden
            ? Weigering.Van(
                "betaling-aangehouden",
                $"Betaling {betaalopdracht.Id} wordt aangehouden. Kijk bij de betaling waarop zij wacht, en laat dat eerst afhandelen.",
                Voorstelpoort.Verrekenen
            )
        : betaalopdracht.Opdracht.Zaaknummer == vordering.Zaaknummer || betaalopdracht.Opdracht.Tijdvak == vordering.Ontstaan.Tijdvak
            ? Weigering.Van(
                "zelfde-tijdvak",
                "Verrekenen kan alleen met een subsidie voor een ander tijdvak. Wat in deze zaak nog te betalen was, is al van de vordering afgetrokken.",
                Voorstelpoort.Verrekenen
            )
        : vordering.Regeling is not null
            ? Weigering.Van(
                "regeling-loopt",
                "Er is een betalingsregeling. Zolang de ontvanger die nakomt, verrekent u niet.",
                "artikel 4:94, tweede lid, Awb"
            )
        : null;
}
