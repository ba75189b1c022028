using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Writes what was signed and the payment orders that follow from it, in one transaction. The stream of the account is written along, so that
/// a change of account and a new order cannot miss each other.
/// </summary>
public sealed class Opdragen(
    Stroom<Verplichting> verplichtingen,
    Stroom<Betaalopdracht> betaalopdrachten,
    Stroom<Rekening> rekeningen,
    Moment moment
)
{
    public async Task Voer(string zaaknummer, Gebeurtenis vernomen, CancellationToken ct)
    {
        var nu = moment.Nu;
        IReadOnlyList<Opdracht> nieuw = [];
        await verplichtingen.SchrijfOfBegin(
            zaaknummer,
            verplichting =>
            {
                var voor = verplichting ?? new Verplichting();
                var beslissing = Verplichting.Verneem(verplichting, vernomen, nu);
                var na = beslissing.Gebeurtenissen.Aggregate(voor, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                nieuw = [.. na.Opdrachten(zaaknummer).ExceptBy(voor.Opdrachten(zaaknummer).Select(o => o.Id), o => o.Id)];
                return beslissing;
            },
            ct
        );
        if (nieuw.Count == 0)
        {
            return;
        }
        Rekening? rekening = null;
        await rekeningen.SchrijfOfBegin(
            nieuw[0].KvkNummer,
            stand =>
            {
                rekening = stand;
                return new BetaalopdrachtenGekoppeld([.. nieuw.Select(o => o.Id)], nu);
            },
            ct
        );
        foreach (var opdracht in nieuw)
        {
            await betaalopdrachten.SchrijfOfBegin(opdracht.Id, bestaand => Beslis(bestaand, opdracht, rekening, nu), ct);
        }
    }

    /// <summary>An order is made once; when the account waits for its check, it begins on hold.</summary>
    public static Beslissing Beslis(Betaalopdracht? bestaand, Opdracht opdracht, Rekening? rekening, NodaTime.Instant nu) =>
        bestaand is not null ? Beslissing.Geen
        : rekening is { TeControleren: { } volgnummer }
            ? Beslissing.Van(
                new BetalingOpgedragen(opdracht, nu),
                new BetalingAangehouden(opdracht.Zaaknummer, opdracht.Bedrag, volgnummer, nu)
            )
        : new BetalingOpgedragen(opdracht, nu);
}
