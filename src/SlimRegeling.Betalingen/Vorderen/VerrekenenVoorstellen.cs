using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
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
        Stroom<Verplichting> verplichtingen,
        Stroom<Rekening> rekeningen,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.SchrijfOfBegin(
            vordering,
            _ => { },
            async stand =>
            {
                if (stand is null)
                {
                    return Weigering.NietGevonden(vordering);
                }
                var betaalopdracht = await betaalopdrachten.Lees(verzoek.Betaalopdracht.Trim(), ct);
                return Beslis(
                    stand,
                    verzoek,
                    betaalopdracht,
                    () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    moment.Nu,
                    betaalopdracht is null ? null : await verplichtingen.Lees(betaalopdracht.Opdracht.Zaaknummer, ct),
                    betaalopdracht is null ? null : await rekeningen.Lees(betaalopdracht.Opdracht.KvkNummer, ct)
                );
            },
            ct
        );

    /// <param name="betaalopdracht">Null when there is none with that number.</param>
    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    /// <param name="zaak">The obligation of the case of the order; null when none was heard of.</param>
    /// <param name="rekening">The accounts of the recipient; null when none was heard of.</param>
    public static Beslissing Beslis(
        Vordering vordering,
        Verzoek verzoek,
        Betaalopdracht? betaalopdracht,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu,
        Verplichting? zaak = null,
        Rekening? rekening = null
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
        if (Mag(vordering, betaalopdracht, zaak, rekening, Moment.Dag(nu)) is { } nietNu)
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
    internal static Weigering? Mag(
        Vordering vordering,
        Betaalopdracht betaalopdracht,
        Verplichting? zaak,
        Rekening? rekening,
        LocalDate dag
    ) =>
        // The law gives it for a subsidy against a subsidy, and for nothing else.
        betaalopdracht.Opdracht.Soort
            is Betaalsoort.Rente
                or Betaalsoort.Terugbetaling
            ? Weigering.Van(
                "geen-subsidie",
                $"Betaling {betaalopdracht.Id} is geen subsidie, maar {Wat(betaalopdracht.Opdracht.Soort)}. Kies een betaling van subsidie.",
                Voorstelpoort.Verrekenen
            )
        : !betaalopdracht.Open
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
        // What may not be paid now is not paid by set-off either.
        : NietNu(betaalopdracht.Id, zaak, rekening, dag) is { } wacht ? wacht
        : Betaalbaarheid.IsTeVeelBetaald(betaalopdracht, zaak)
            ? Weigering.Van(
                "betaling-teruggegeven",
                $"De bank gaf betaling {betaalopdracht.Id} terug, en in die zaak is te veel betaald. Wacht tot dat is verrekend.",
                Voorstelpoort.Terugvorderen
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

    private static string Wat(Betaalsoort soort) =>
        soort == Betaalsoort.Rente ? "rente die wij vergoeden" : "wat op een vordering te veel is ontvangen";

    private static Weigering? NietNu(string betaalopdracht, Verplichting? zaak, Rekening? rekening, LocalDate dag) =>
        zaak?.IsOpgeschort(dag) == true
            ? Weigering.Van(
                "betaling-opgeschort",
                $"Betaling {betaalopdracht} is opgeschort: er is een voornemen om die subsidie in te trekken. Wacht tot daarover is besloten.",
                "artikel 4:56 Awb"
            )
        : rekening?.LopendeBeslagen is [var beslag, ..]
            ? Weigering.Van(
                "beslag",
                $"Op wat de ontvanger krijgt ligt beslag ({beslag}). Wacht tot het is opgeheven.",
                "artikel 475 Wetboek van Burgerlijke Rechtsvordering"
            )
        : rekening?.TeControleren is not null
            ? Weigering.Van(
                "rekening-niet-gecontroleerd",
                "De ontvanger gaf een andere rekening door. Laat een collega haar eerst controleren.",
                "artikel 3:2 Awb"
            )
        : null;
}
