using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>
/// Reminds who was asked to complete an application, and did not, before the last day (4:5 Awb). What was told stands in the stream, so a run that is late,
/// missed or done twice tells nobody twice.
/// </summary>
public sealed class AanvullingHerinneren(Werkeenheid<AanvragenContext> eenheid, Stroom<Aanvraag> aanvragen, Moment moment) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        var lopend = await eenheid.Sessie.QueryAsync<Aanvraag>(
            "where data -> 'hersteltermijn' ->> 'uiterlijk' >= ? and data ->> 'aanvullingherinnering' is null order by id",
            ct,
            LocalDatePattern.Iso.Format(moment.Vandaag)
        );
        IReadOnlyList<string> zaken = [.. lopend.Where(a => Beslis(a, nu).Gebeurtenissen.Count > 0).Select(a => a.Id)];
        await aanvragen.SchrijfElk(zaken, a => Beslis(a, nu), ct);
    }

    /// <summary>Once, as it is asked once.</summary>
    public static Beslissing Beslis(Aanvraag aanvraag, Instant nu) =>
        aanvraag is { Fase: Fase.AanvullingGevraagd, Hersteltermijn: { } termijn, Aanvullingherinnering: null }
        && Herinnermoment.IsEr(termijn.VerzondenOp, termijn.Uiterlijk, Moment.Dag(nu))
            ? new AanvullingHerinnerd(aanvraag.KvkNummer, termijn.Uiterlijk, nu)
            : Beslissing.Geen;
}
