using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>Two people of finance approve a payment, neither of whom had a hand in the decision or in the check of the account.</summary>
public static class Accorderen
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/betaalopdrachten/{id}/akkoord", Voer).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();

    // The account is read after the order, so that a check of it that is not seen here has not written to the order yet: then that is redone.
    private static Task<Uitkomst> Voer(
        string id,
        Verzoek _,
        Persoon persoon,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Rekening> rekeningen,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    ) =>
        betaalopdrachten.SchrijfOfBegin(
            id,
            _ => { },
            async betaalopdracht =>
                betaalopdracht is null
                    ? Weigering.NietGevonden(id)
                    : Beslis(
                        betaalopdracht,
                        (await rekeningen.Lees(betaalopdracht.Opdracht.KvkNummer, ct))?.Controleurs ?? [],
                        persoon.Onderwerp,
                        moment.Nu,
                        [.. (await belangen.Bij([betaalopdracht.Opdracht.Zaaknummer], ct))[betaalopdracht.Opdracht.Zaaknummer]]
                    ),
            ct
        );

    /// <param name="controleurs">Pseudonyms of who checked an account of the enterprise.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    public static Beslissing Beslis(
        Betaalopdracht betaalopdracht,
        IReadOnlyList<string> controleurs,
        string wie,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(betaalopdracht.Opdracht.Zaaknummer);
        }
        if (betaalopdracht.Status == Betaalstatus.Vervallen)
        {
            return Weigering.Van(
                "betaling-vervallen",
                $"Betaling {betaalopdracht.Id} is vervallen: door een intrekking of een lagere vaststelling is er niets meer van te betalen. Er is niets te accorderen.",
                "artikel 4:52, eerste lid, Awb"
            );
        }
        if (betaalopdracht.Akkoorden.Contains(wie))
        {
            return betaalopdracht.Status == Betaalstatus.Opgedragen
                ? Weigering.NietDoorU("zelfde-persoon", "U hebt deze betaling al geaccordeerd. Laat een collega het tweede akkoord geven.")
                : Beslissing.Geen;
        }
        if (betaalopdracht.Status != Betaalstatus.Opgedragen)
        {
            return Weigering.Van("al-geaccordeerd", $"Betaling {betaalopdracht.Id} is al door twee mensen geaccordeerd.");
        }
        if (betaalopdracht.Opdracht.Ondertekenaars.Contains(wie))
        {
            return Weigering.NietDoorU(
                "eigen-besluit",
                $"U hebt besluit {betaalopdracht.Opdracht.Besluit} ondertekend of voorbereid. Laat een collega de betaling accorderen."
            );
        }
        if (controleurs.Contains(wie))
        {
            return Weigering.NietDoorU(
                "eigen-controle",
                "U hebt de rekening van deze onderneming gecontroleerd. Laat een collega de betaling accorderen."
            );
        }
        return new BetalingGeaccordeerd(wie, nu);
    }
}
