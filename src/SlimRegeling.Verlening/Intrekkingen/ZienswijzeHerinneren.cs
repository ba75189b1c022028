using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// Reminds who did not respond yet to what is meant to be withdrawn, when a third of the term is left and at least two days. What was told stands in the
/// stream, so a run that is late, missed or done twice tells nobody twice.
/// </summary>
public sealed class ZienswijzeHerinneren(Werkeenheid<VerleningContext> eenheid, Stroom<Verlening> verleningen, Moment moment) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        // There are few.
        var lopend = await eenheid.Sessie.QueryAsync<Verlening>("where data ->> 'intrekkingsvoorstel' is not null order by id", ct);
        IReadOnlyList<string> zaken = [.. lopend.Where(v => Beslis(v, nu).Gebeurtenissen.Count > 0).Select(v => v.Id)];
        await verleningen.SchrijfElk(zaken, v => Beslis(v, nu), ct);
    }

    /// <summary>Once for a proposal; who responded, or said to have nothing to say, is not reminded.</summary>
    public static Beslissing Beslis(Verlening verlening, Instant nu)
    {
        if (
            verlening.Intrekking is not { Voorstel: { } voorstel, Termijn: { } termijn, Zienswijzen.Count: 0, Voorgelegd: null } stand
            || stand.Herinnerd?.Intrekking == voorstel.Intrekking
        )
        {
            return Beslissing.Geen;
        }
        return Herinnermoment.IsEr(termijn.VerzondenOp, termijn.Uiterlijk, Moment.Dag(nu))
            ? new ZienswijzeHerinnerd(voorstel.KvkNummer, voorstel.Intrekking, termijn.Uiterlijk, nu)
            : Beslissing.Geen;
    }
}
