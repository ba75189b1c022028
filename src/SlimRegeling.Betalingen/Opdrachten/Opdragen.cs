using JasperFx;
using NodaTime;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Writes what was signed, or came back from the bank, and the payment orders that follow from it, or are less by it, in one transaction. The stream of the
/// account is written along, so that a change of account and a new order cannot miss each other; so are the orders for which a suspension begins or ends, so
/// that it and the approval of their round cannot.
/// </summary>
public sealed class Opdragen(
    Stroom<Verplichting> verplichtingen,
    Stroom<Betaalopdracht> betaalopdrachten,
    Stroom<Rekening> rekeningen,
    Vorderingen vorderingen,
    Moment moment
)
{
    public async Task Voer(string zaaknummer, Gebeurtenis vernomen, CancellationToken ct)
    {
        var nu = moment.Nu;
        Opdrachtgevolg? gevolg = null;
        await verplichtingen.SchrijfOfBegin(
            zaaknummer,
            _ => { },
            async verplichting =>
            {
                gevolg = Opdrachtgevolg.Van(zaaknummer, verplichting, vernomen, nu);
                if (gevolg.IsTeVerrekenen)
                {
                    gevolg = gevolg.Verreken(await Open(gevolg.Voor, zaaknummer, ct));
                }
                return gevolg.Beslissing;
            },
            ct
        );
        if (gevolg is null)
        {
            return;
        }
        await vorderingen.Volg(zaaknummer, gevolg.Voor.Gevorderd, gevolg.Stand, nu, ct);
        await Maak(gevolg.Nieuw, gevolg.Begin, nu, ct);
        foreach (var id in gevolg.Bestaand)
        {
            await betaalopdrachten.Schrijf(id, gevolg.Bij, ct);
        }
    }

    /// <summary>Lowers an order to what is due of it.</summary>
    /// <param name="gelezen">What it was as that was worked out.</param>
    /// <exception cref="ConcurrencyException">It went into a file or was set off in part since: all of it is decided again.</exception>
    public static BetalingVerlaagd Verlaag(Betaalopdracht betaalopdracht, decimal gelezen, decimal bedrag, string besluit, Instant nu) =>
        betaalopdracht.Open && betaalopdracht.Opdracht.Bedrag == gelezen
            ? new BetalingVerlaagd(betaalopdracht.Opdracht, besluit, gelezen, bedrag, nu)
            : throw new ConcurrencyException(typeof(Betaalopdracht), betaalopdracht.Id);

    /// <summary>
    /// Orders interest that it was decided to pay, or what was received too much to be paid back, in the transaction of that decision: it is of no obligation,
    /// and waits for no objection and no suspension.
    /// </summary>
    public Task Voer(Opdracht opdracht, CancellationToken ct)
    {
        var nu = moment.Nu;
        return Maak([opdracht], (bestaand, _, rekening) => Beslis(bestaand, opdracht, rekening, nu), nu, ct);
    }

    /// <summary>
    /// No payment is due while the minister means to withdraw (4:56 Awb). What is in a round leaves it: its stream is written, so that who approves that round
    /// at the same moment decides again.
    /// </summary>
    public static IReadOnlyList<Gebeurtenis> Opschortingen(
        Betaalopdracht betaalopdracht,
        IReadOnlyList<string> lopend,
        IReadOnlyList<string> afgelopen,
        Instant nu
    ) =>
        [
            .. lopend.SelectMany(nummer => betaalopdracht.HoudAan(nummer, Aanhoudgrond.Opschorting, nu).Gebeurtenissen),
            .. afgelopen.SelectMany(nummer => betaalopdracht.HefOp(nummer, Aanhoudgrond.Opschorting, null, null, nu).Gebeurtenissen),
        ];

    /// <summary>A payment waits for each objection that runs until somebody looked at it, and for none that ended.</summary>
    public static IReadOnlyList<Gebeurtenis> Bezwaren(
        Betaalopdracht betaalopdracht,
        IReadOnlyList<string> lopend,
        IReadOnlyList<string> afgelopen,
        Instant nu
    )
    {
        var gebeurtenissen = new List<Gebeurtenis>();
        var stand = betaalopdracht;
        foreach (var nummer in lopend.Except(betaalopdracht.GezieneBezwaren))
        {
            Neem(stand.HoudAan(nummer, Aanhoudgrond.Bezwaar, nu));
        }
        foreach (var nummer in afgelopen)
        {
            Neem(stand.HefOp(nummer, Aanhoudgrond.Bezwaar, null, null, nu));
        }
        return gebeurtenissen;

        void Neem(Beslissing beslissing)
        {
            gebeurtenissen.AddRange(beslissing.Gebeurtenissen);
            stand = beslissing.Gebeurtenissen.Aggregate(stand, (o, gebeurtenis) => o.Na(gebeurtenis));
        }
    }

    private async Task Maak(
        IReadOnlyList<Opdracht> nieuw,
        Func<Betaalopdracht?, Opdracht, Rekening?, Beslissing> begin,
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
            await betaalopdrachten.SchrijfOfBegin(opdracht.Id, bestaand => begin(bestaand, opdracht, rekening), ct);
        }
    }

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

    /// <summary>
    /// An order is made once; when the account waits for its check or cannot be written, there is an attachment, an objection runs or payments are suspended,
    /// it begins on hold.
    /// </summary>
    /// <param name="bezwaren">Numbers of the objections that run in the case.</param>
    /// <param name="opschortingen">Numbers of the proposals to withdraw for which no payment is due.</param>
    public static Beslissing Beslis(
        Betaalopdracht? bestaand,
        Opdracht opdracht,
        Rekening? rekening,
        Instant nu,
        IReadOnlyList<string>? bezwaren = null,
        IReadOnlyList<string>? opschortingen = null
    )
    {
        if (bestaand is not null)
        {
            return Beslissing.Geen;
        }
        List<Gebeurtenis> gebeurtenissen = [new BetalingOpgedragen(opdracht, nu)];
        if (rekening?.TeControleren is { } volgnummer)
        {
            gebeurtenissen.Add(new BetalingAangehouden(opdracht.Zaaknummer, opdracht.Bedrag, volgnummer, nu));
        }
        if (rekening?.Huidig is { Onschrijfbaar: true, Nummer: var naam })
        {
            gebeurtenissen.Add(Leg(naam, Aanhoudgrond.Naam));
        }
        gebeurtenissen.AddRange((rekening?.LopendeBeslagen ?? []).Select(nummer => Leg(nummer, Aanhoudgrond.Beslag)));
        gebeurtenissen.AddRange((bezwaren ?? []).Select(nummer => Leg(nummer, Aanhoudgrond.Bezwaar)));
        gebeurtenissen.AddRange((opschortingen ?? []).Select(nummer => Leg(nummer, Aanhoudgrond.Opschorting)));
        return Beslissing.Van(gebeurtenissen);

        AanhoudingGelegd Leg(string nummer, Aanhoudgrond grond) => new(opdracht.Zaaknummer, opdracht.Bedrag, nummer, grond, nu);
    }
}
