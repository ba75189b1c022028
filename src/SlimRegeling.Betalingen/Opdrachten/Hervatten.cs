using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Takes the hold off payments when the thirteen weeks are over for which a proposal to withdraw suspended them (4:56 Awb). That stands in the stream of the
/// case, so a run that is late, missed or done twice does it once.
/// </summary>
public sealed class Hervatten(Werkeenheid<BetalingenContext> eenheid, Opdragen opdragen, Moment moment) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        // There are few.
        var opgeschort = await eenheid.Sessie.QueryAsync<Verplichting>(
            "where jsonb_array_length(data -> 'opschortingen') > 0 order by id",
            ct
        );
        foreach (var verplichting in opgeschort)
        {
            // Of a case one in a run: what it writes is read no more in this transaction.
            if (verplichting.VerlopenOpschortingen(Moment.Dag(nu)) is [var intrekking, ..])
            {
                await opdragen.Voer(verplichting.Id, new OpschortingAfgelopen(intrekking, nu), ct);
            }
        }
    }
}
