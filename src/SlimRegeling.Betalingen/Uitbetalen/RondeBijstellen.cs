using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// Takes payments out of a round that was proposed, or withdraws it; what is taken out can be proposed again. Who does so made what is left, and does not
/// approve it; approvals that were given fall.
/// </summary>
public static class RondeBijstellen
{
    private const string Betalen = "artikel 4:52, eerste lid, Awb";

    public sealed record Uitname(IReadOnlyList<string> Opdrachten, string Toelichting);

    public sealed record Intrekking(string Toelichting);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/betaalrondes/{id}/uitname", NeemUit).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapPost("/betaalrondes/{id}/intrekking", TrekIn).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> NeemUit(
        string id,
        Uitname verzoek,
        Persoon persoon,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Stroom<Betaalopdracht> betaalopdrachten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op waarom u deze betalingen uit de ronde neemt."));
        }
        var nu = moment.Nu;
        IReadOnlyList<string> zaken = [];
        var uitkomst = await rondes.SchrijfOfBegin(
            id,
            _ => { },
            async ronde =>
            {
                if (ronde is null)
                {
                    return Weigering.NietGevonden(id);
                }
                zaken = Zaken(ronde);
                if (Weiger(ronde, verzoek.Opdrachten) is { } weigering)
                {
                    return weigering;
                }
                var oud =
                    await eenheid.Lees<Betaalbestand>(ronde.Inhoud!, ct)
                    ?? throw new InvalidDataException($"The payments of round {id} were destroyed while it is not approved.");
                var gespeld = Pain001.Spel(
                    oud with
                    {
                        Gemaakt = nu,
                        Betalingen = [.. oud.Betalingen.Where(b => !verzoek.Opdrachten.Contains(b.Kenmerk))],
                    }
                );
                return gespeld is { Gelukt: true, Waarde: { } nieuw }
                    ? new BetaalrondeBijgesteld(
                        [.. verzoek.Opdrachten.Distinct()],
                        nieuw.Betalingen.Sum(b => b.Bedrag),
                        Pain001.Hash(nieuw).Waarde!,
                        eenheid.Bewaar(id, nieuw),
                        eenheid.Bewaar(id, verzoek.Toelichting),
                        persoon.Onderwerp,
                        nu
                    )
                    : Weigering.Invoer([.. gespeld.Fouten.Select(f => new Fout(f.Plaats, f.Uitleg))]);
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await betaalopdrachten.SchrijfElk([.. verzoek.Opdrachten.Distinct()], o => LaatLos(o, id, nu), ct);
        }
        return uitkomst with { Zaken = zaken };
    }

    private static async Task<Uitkomst> TrekIn(
        string id,
        Intrekking verzoek,
        Persoon persoon,
        Stroom<Betaalronde> rondes,
        Stroom<Betaalopdracht> betaalopdrachten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op waarom u deze ronde intrekt."));
        }
        var nu = moment.Nu;
        IReadOnlyList<string> zaken = [];
        IReadOnlyList<string> los = [];
        var uitkomst = await rondes.Schrijf(
            id,
            ronde =>
            {
                zaken = Zaken(ronde);
                los = ronde.Betaalopdrachten;
                return NietOpen(ronde) is { } weigering
                    ? weigering
                    : new BetaalrondeIngetrokken(rondes.Bewaar(id, verzoek.Toelichting), persoon.Onderwerp, nu);
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await betaalopdrachten.SchrijfElk(los, o => LaatLos(o, id, nu), ct);
        }
        return uitkomst with { Zaken = zaken };
    }

    /// <summary>Why these cannot be taken out; null when they can.</summary>
    public static Weigering? Weiger(Betaalronde ronde, IReadOnlyList<string> opdrachten)
    {
        if (NietOpen(ronde) is { } nietOpen)
        {
            return nietOpen;
        }
        if (opdrachten.Count == 0)
        {
            return Weigering.Invoer(new Fout("opdrachten", "Noem ten minste één betaling die u uit de ronde neemt."));
        }
        if (opdrachten.Except(ronde.Betaalopdrachten).FirstOrDefault() is { } onbekend)
        {
            return Weigering.Invoer(new Fout("opdrachten", $"{onbekend}: deze betaling staat niet in ronde {ronde.Id}."));
        }
        return ronde.Betaalopdrachten.Except(opdrachten).Any()
            ? null
            : Weigering.Van("ronde-leeg", $"Dan blijft er niets over van ronde {ronde.Id}. Trek de ronde in.", Betalen);
    }

    /// <summary>What changed meanwhile left the round by itself.</summary>
    public static Beslissing LaatLos(Betaalopdracht betaalopdracht, string ronde, Instant nu) =>
        betaalopdracht.Ronde == ronde ? new BetalingUitRonde(ronde, nu) : Beslissing.Geen;

    private static Weigering? NietOpen(Betaalronde ronde) =>
        ronde.Status switch
        {
            Rondestatus.Bestand or Rondestatus.Teruggenomen => Weigering.Van(
                "al-geaccordeerd",
                $"Betaalronde {ronde.Id} is al geaccordeerd: er is een bestand voor de bank gemaakt.",
                Betalen
            ),
            Rondestatus.Ingetrokken => Weigering.Van("ronde-ingetrokken", $"Betaalronde {ronde.Id} is al ingetrokken.", Betalen),
            _ => null,
        };

    private static IReadOnlyList<string> Zaken(Betaalronde ronde) => [.. ronde.Regels.Select(r => r.Zaaknummer).Distinct()];
}
