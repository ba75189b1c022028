using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Reminds who did not pay within the term (4:112 Awb), once: not while an arrangement or a bankruptcy keeps us from it, and not before the statement of the
/// last day can have been read. What was told stands in the stream, so a run that is late, missed or done twice reminds nobody twice.
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
        IReadOnlyList<string> ids = [.. lopend.Where(v => Beslis(v, versie, nu).Gebeurtenissen.Count > 0).Select(v => v.Id)];
        await vorderingen.SchrijfElk(ids, v => Beslis(v, versie, nu), ct);
    }

    public static Beslissing Beslis(Vordering vordering, Regelversie versie, Instant nu)
    {
        var vandaag = Moment.Dag(nu);
        if (
            vordering is not { Aangemaand: null, Belemmerd: null, Regeling: null, Besloten: { } besloten, Termijn: { } termijn }
            || vordering.Stand(vandaag) != Vorderingstand.InVerzuim
            // The working day on which that statement is there goes by first.
            || vandaag <= Feestdagen.WerkdagenNa(versie, termijn.Uiterlijk, 1)
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
