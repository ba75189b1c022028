using JasperFx;
using NodaTime;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Writes what was signed, or came back from the bank, and the payment orders that follow from it, or are less by it, in one transaction. The stream of the
/// account is written along, so that a change of account and a new order cannot miss each other.
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
        IReadOnlyDictionary<string, decimal> verlaagd = new Dictionary<string, decimal>();
        var besluit = "";
        await verplichtingen.SchrijfOfBegin(
            zaaknummer,
            _ => { },
            async verplichting =>
            {
                var voor = verplichting ?? new Verplichting();
                var beslissing = Verplichting.Verneem(verplichting, vernomen, nu);
                var na = beslissing.Gebeurtenissen.Aggregate(voor, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                nieuw = Nieuw(voor, na, zaaknummer);
                if (beslissing.Gebeurtenissen.Count == 0 || !na.IsTeVerrekenen)
                {
                    return beslissing;
                }
                besluit = na.Aanleiding!;
                (verlaagd, var geboekt) = na.Verreken(beslissing.Gebeurtenissen, [.. await Open(voor, zaaknummer, ct), .. nieuw], nu);
                // What was not paid and is due after all is an order of its own.
                nieuw = Nieuw(voor, geboekt.Aggregate(na, (stand, gebeurtenis) => stand.Na(gebeurtenis)), zaaknummer);
                return geboekt.Count == 0 ? beslissing : Beslissing.Van([.. beslissing.Gebeurtenissen, .. geboekt]);
            },
            ct
        );
        await Maak(nieuw, verlaagd, besluit, nu, ct);
        foreach (var (id, bedrag) in verlaagd.Where(o => nieuw.All(n => n.Id != o.Key)))
        {
            await betaalopdrachten.Schrijf(
                id,
                betaalopdracht =>
                    // It went into a file since it was read here: all of it is decided again.
                    betaalopdracht.Open
                        ? new BetalingVerlaagd(betaalopdracht.Opdracht, besluit, betaalopdracht.Opdracht.Bedrag, bedrag, nu)
                        : throw new ConcurrencyException(typeof(Betaalopdracht), id),
                ct
            );
        }
    }

    private async Task Maak(
        IReadOnlyList<Opdracht> nieuw,
        IReadOnlyDictionary<string, decimal> verlaagd,
        string besluit,
        Instant nu,
        CancellationToken ct
    )
    {
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
            await betaalopdrachten.SchrijfOfBegin(
                opdracht.Id,
                bestaand =>
                {
                    var gemaakt = Beslis(bestaand, opdracht, rekening, nu);
                    return gemaakt.Gebeurtenissen.Count > 0 && verlaagd.TryGetValue(opdracht.Id, out var bedrag)
                        ? Beslissing.Van([.. gemaakt.Gebeurtenissen, new BetalingVerlaagd(opdracht, besluit, opdracht.Bedrag, bedrag, nu)])
                        : gemaakt;
                },
                ct
            );
        }
    }

    private static IReadOnlyList<Opdracht> Nieuw(Verplichting voor, Verplichting na, string zaaknummer) =>
        [.. na.Opdrachten(zaaknummer).ExceptBy(voor.Opdrachten(zaaknummer).Select(o => o.Id), o => o.Id)];

    /// <summary>What is ordered and not on its way to the bank, in the order in which it was.</summary>
    private async Task<IReadOnlyList<Opdracht>> Open(Verplichting verplichting, string zaaknummer, CancellationToken ct)
    {
        var open = new List<Opdracht>();
        foreach (var opdracht in verplichting.Opdrachten(zaaknummer))
        {
            if (await betaalopdrachten.Lees(opdracht.Id, ct) is { Open: true } betaalopdracht)
            {
                open.Add(betaalopdracht.Opdracht);
            }
        }
        return open;
    }

    /// <summary>An order is made once; when the account waits for its check, it begins on hold.</summary>
    public static Beslissing Beslis(Betaalopdracht? bestaand, Opdracht opdracht, Rekening? rekening, Instant nu) =>
        bestaand is not null ? Beslissing.Geen
        : rekening is { TeControleren: { } volgnummer }
            ? Beslissing.Van(
                new BetalingOpgedragen(opdracht, nu),
                new BetalingAangehouden(opdracht.Zaaknummer, opdracht.Bedrag, volgnummer, nu)
            )
        : new BetalingOpgedragen(opdracht, nu);
}
