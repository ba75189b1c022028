using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Tells who did not pay yet that the last day comes near (4:87 Awb), once and at no cost: so that fewer have to be reminded as the law means it (4:112 Awb),
/// which this is not. What was told stands in the stream, so a run that is late, missed or done twice tells nobody twice; after the last day nobody is told.
/// </summary>
public sealed class Herinneren(Werkeenheid<BetalingenContext> eenheid, Stroom<Vordering> vorderingen, Moment moment) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        var lopend = await eenheid.Sessie.QueryAsync<Vordering>(
            "where data -> 'termijn' ->> 'uiterlijk' >= ? and data ->> 'herinnerd' is null order by id",
            ct,
            LocalDatePattern.Iso.Format(moment.Vandaag)
        );
        IReadOnlyList<string> ids = [.. lopend.Where(v => Beslis(v, nu).Gebeurtenissen.Count > 0).Select(v => v.Id)];
        await vorderingen.SchrijfElk(ids, v => Beslis(v, nu), ct);
    }

    public static Beslissing Beslis(Vordering vordering, Instant nu) =>
        vordering
            is {
                Herinnerd: null,
                Aangemaand: null,
                Belemmerd: null,
                Regeling: null,
                Besloten: { } besloten,
                Termijn: { } termijn,
                Open.Totaal: > 0 and var open,
            }
        && Herinnermoment.IsEr(termijn.VerzondenOp, termijn.Uiterlijk, Moment.Dag(nu))
            ? new VorderingHerinnerd(vordering.Zaaknummer, vordering.KvkNummer, open, termijn.Uiterlijk, besloten.Tekst, nu)
            : Beslissing.Geen;
}
