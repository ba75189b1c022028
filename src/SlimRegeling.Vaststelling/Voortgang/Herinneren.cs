using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>
/// Reminds a recipient four weeks before each last day: of the progress report, the period, the request for the settlement and the proof. What was told
/// stands in the stream, so a run that is late, missed or done twice tells nobody twice; a last day that moved is told of again.
/// </summary>
public sealed class Herinneren(
    Werkeenheid<VaststellingContext> eenheid,
    Stroom<Verantwoording> verantwoordingen,
    Regelbron<VaststellingContext> regelbron,
    Moment moment
) : ITaak
{
    private static readonly Period Vooraf = Period.FromWeeks(4);

    // The rest comes an hour later.
    private const int PerKeer = 1000;

    public async Task Voer(CancellationToken ct)
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        IReadOnlyList<string> zaken =
        [
            .. (await Kandidaten(ct)).Where(v => Beslis(v, regels, nu).Gebeurtenissen.Count > 0).Take(PerKeer).Select(v => v.Id),
        ];
        await verantwoordingen.SchrijfElk(zaken, v => Beslis(v, regels, nu), ct);
    }

    /// <summary>What comes near and was not told yet.</summary>
    public static Beslissing Beslis(Verantwoording verantwoording, Regelstanden regels, Instant nu)
    {
        if (verantwoording is not { Opening: { } opening, Vaststelling: null, Geheel: false })
        {
            return Beslissing.Geen;
        }
        var vandaag = Moment.Dag(nu);
        IReadOnlyList<Gebeurtenis> nieuw =
        [
            .. Dagen(verantwoording, opening, regels.Versie(opening.Regelversie, nu))
                .Where(d => vandaag >= d.Dag - Vooraf && vandaag <= d.Dag)
                .Where(d => !verantwoording.Herinneringen.Any(h => h.Soort == d.Soort && h.Dag == d.Dag))
                .Select(d => new Herinnerd(opening.KvkNummer, d.Soort, d.Dag, nu)),
        ];
        return nieuw.Count == 0 ? Beslissing.Geen : Beslissing.Van(nieuw);
    }

    /// <summary>The last days of what the recipient still has to do.</summary>
    private static IEnumerable<(string Soort, LocalDate Dag)> Dagen(Verantwoording v, Opengesteld opening, Regelversie versie)
    {
        if (v.Verslag is null && Voortgangsverslag.Van(opening, versie) is { } verslag)
        {
            yield return (Laatstedag.Voortgangsverslag, verslag.Uiterlijk);
        }
        yield return (Laatstedag.EindePeriode, opening.PeriodeTot);
        if (opening.Wijze == Verantwoordingswijze.Aanvraag && v.Fase == Fase.Opengesteld)
        {
            yield return (
                Laatstedag.Verantwoording,
                Termijnen.Einde(versie, Verantwoordingswijze.Termijn(versie, opening.Wijze), opening.PeriodeTot)
            );
        }
        if (v is { Steekproef: { } steekproef, Bewijs: null })
        {
            yield return (Laatstedag.Bewijs, steekproef.Uiterlijk);
        }
    }

    /// <summary>What is not settled, and whose period is not long over.</summary>
    private Task<IReadOnlyList<Verantwoording>> Kandidaten(CancellationToken ct) =>
        eenheid.Sessie.QueryAsync<Verantwoording>(
            "where data ->> 'vaststelling' is null and data -> 'opening' ->> 'periodeTot' > ? order by id",
            ct,
            LocalDatePattern.Iso.Format(moment.Vandaag.PlusYears(-1))
        );
}
