using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Reminds who did not pay within the term (4:112 Awb), once: not while an arrangement or a bankruptcy keeps us from it, and not before the statement of the
/// last day was read, or one waited for it as long as the rule says. What was told stands in the stream, so a run that is late, missed or
/// done twice reminds nobody twice.
/// </summary>
public sealed class Aanmanen(
    Werkeenheid<BetalingenContext> eenheid,
    Stroom<Vordering> vorderingen,
    Regelbron<BetalingenContext> regelbron,
    Moment moment
) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        var versie = Geldschuldregels.Op(await regelbron.Nu(ct), nu);
        // Those that are reminded, or have no term yet, are not looked at.
        var lopend = await eenheid.Sessie.QueryAsync<Vordering>(
            "where data ->> 'termijn' is not null and data ->> 'aangemaand' is null order by id",
            ct
        );
        var afschriften = await Bankaansluiting.Afschriften(eenheid.Sessie, ct);
        IReadOnlyList<string> ids = [.. lopend.Where(v => Beslis(v, versie, nu, afschriften).Gebeurtenissen.Count > 0).Select(v => v.Id)];
        await vorderingen.SchrijfElk(ids, v => Beslis(v, versie, nu, afschriften), ct);
    }

    /// <param name="afschriften">That were read.</param>
    public static Beslissing Beslis(Vordering vordering, Regelversie versie, Instant nu, IReadOnlyList<Afschrift> afschriften)
    {
        var (beslissing, vandaag) = (Beslis(vordering, versie, nu), Moment.Dag(nu));
        return
            beslissing.Gebeurtenissen.Count > 0
            && vordering.Termijn is { } termijn
            && vandaag <= Aanmaanmoment.Wacht(versie, termijn.Uiterlijk, vandaag)
            && !Afschriftketen.Gelezen(afschriften, termijn.VerzondenOp, termijn.Uiterlijk)
            ? Beslissing.Geen
            : beslissing;
    }

    /// <summary>What follows when the statement of the last day to pay was read.</summary>
    public static Beslissing Beslis(Vordering vordering, Regelversie versie, Instant nu)
    {
        var vandaag = Moment.Dag(nu);
        if (
            vordering is not { Aangemaand: null, Belemmerd: null, Regeling: null, Besloten: { } besloten, Termijn: { } termijn }
            || vordering.Stand(vandaag) != Vorderingstand.InVerzuim
            || vandaag < Aanmaanmoment.Eerste(versie, termijn.Uiterlijk)
            || Voorstelpoort.Verjaard(vordering, versie, vandaag) is not null
        )
        {
            return Beslissing.Geen;
        }
        var open = vordering.Open.Totaal;
        var aangemaand = new VorderingAangemaand(
            vordering.Zaaknummer,
            vordering.Ontstaan.Tijdvak,
            vordering.KvkNummer,
            besloten.Besluit,
            open,
            WettelijkeRente.Aanmaningsvergoeding(versie, open, vandaag),
            termijn.Uiterlijk,
            besloten.Tekst,
            versie.Id,
            versie.Hash,
            nu
        );
        return Beslissing.Van([aangemaand, .. vordering.Vervalt(nu)]);
    }
}
