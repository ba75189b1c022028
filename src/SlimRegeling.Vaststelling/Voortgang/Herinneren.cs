using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>
/// Reminds a recipient before each last day: four weeks before that of the progress report, the period and the request for the settlement, and a week
/// before the end of a term of a few weeks that a letter gave. What was told stands in the stream, so a run that is late, missed or done twice tells nobody
/// twice; a last day that moved is told of again.
/// </summary>
public sealed class Herinneren(
    Werkeenheid<VaststellingContext> eenheid,
    Stroom<Verantwoording> verantwoordingen,
    Regelbron<VaststellingContext> regelbron,
    Moment moment
) : ITaak
{
    private static readonly Period Lang = Period.FromWeeks(4);
    private static readonly Period Kort = Period.FromWeeks(1);

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
        if (verantwoording is not { Opening: { } opening, Fase: not (Fase.Vastgesteld or Fase.Ingetrokken) })
        {
            return Beslissing.Geen;
        }
        var vandaag = Moment.Dag(nu);
        IReadOnlyList<Gebeurtenis> nieuw =
        [
            .. Lange(verantwoording, opening, regels.Versie(opening.Regelversie, nu))
                .Select(d => (d.Soort, d.Dag, Vooraf: Lang))
                .Concat(Korte(verantwoording, opening, regels.Versie(opening.Regelversie, nu)).Select(d => (d.Soort, d.Dag, Vooraf: Kort)))
                .Where(d => vandaag >= d.Dag - d.Vooraf && vandaag <= d.Dag)
                .Where(d => !verantwoording.Herinneringen.Any(h => h.Soort == d.Soort && h.Dag == d.Dag))
                .Select(d => new Herinnerd(opening.KvkNummer, d.Soort, d.Dag, nu)),
        ];
        return nieuw.Count == 0 ? Beslissing.Geen : Beslissing.Van(nieuw);
    }

    /// <summary>The last days of what the recipient still has to do, of terms of months. Once it was settled there is nothing more of that to do.</summary>
    private static IEnumerable<(string Soort, LocalDate Dag)> Lange(Verantwoording v, Opengesteld opening, Regelversie versie)
    {
        if (v.Vaststelling is not null)
        {
            yield break;
        }
        if (v is { Verslag: null, Teruggezonden: null } && Voortgangsverslag.Van(opening, versie) is { } verslag)
        {
            yield return (Laatstedag.Voortgangsverslag, verslag.Uiterlijk);
        }
        if (v.Declaratie is null)
        {
            yield return (Laatstedag.EindePeriode, opening.PeriodeTot);
        }
        if (opening.Wijze == Verantwoordingswijze.Aanvraag && v.Fase == Fase.Opengesteld)
        {
            yield return (
                Laatstedag.Verantwoording,
                Termijnen.Einde(versie, Verantwoordingswijze.Termijn(versie, opening.Wijze), opening.PeriodeTot)
            );
        }
    }

    /// <summary>The last days of what a letter asked for, also of a case that is settled anew.</summary>
    private static IEnumerable<(string Soort, LocalDate Dag)> Korte(Verantwoording v, Opengesteld opening, Regelversie versie)
    {
        if (v is { Verslag: null, Declaratie: null, Vaststelling: null, Teruggezonden: { } terug })
        {
            var eerder = Voortgangsverslag.Van(opening, versie)?.Uiterlijk ?? terug.Uiterlijk;
            yield return (Laatstedag.VoortgangsverslagTerugNadert, LocalDate.Max(terug.Uiterlijk, eerder));
        }
        if (v is { Steekproef: { } steekproef, Bewijs: null } && !v.WachtOpBrief(Laatstedag.Bewijs))
        {
            yield return (Laatstedag.Bewijs, steekproef.Uiterlijk);
        }
        if (v is { AanvullingLoopt: true, Declaratieaanvulling: { } gevraagd } && !v.WachtOpBrief(Laatstedag.DeclaratieAanvullen))
        {
            yield return (Laatstedag.DeclaratieAanvullen, gevraagd.Uiterlijk);
        }
        if (v is { Declaratie: null, Verzoektermijn: { } gesteld } && !v.WachtOpBrief(Laatstedag.LaatsteTermijn))
        {
            yield return (Laatstedag.LaatsteTermijnNadert, gesteld.Uiterlijk);
        }
    }

    /// <summary>What is not settled and whose period is not long over; and whatever a letter asked for of which the term runs.</summary>
    private Task<IReadOnlyList<Verantwoording>> Kandidaten(CancellationToken ct)
    {
        var vandaag = LocalDatePattern.Iso.Format(moment.Vandaag);
        return eenheid.Sessie.QueryAsync<Verantwoording>(
            """
            where (data ->> 'vaststelling' is null and data -> 'opening' ->> 'periodeTot' > ?)
              or data -> 'steekproef' ->> 'uiterlijk' >= ? or data -> 'declaratieaanvulling' ->> 'uiterlijk' >= ?
              or data -> 'verzoektermijn' ->> 'uiterlijk' >= ? or data -> 'teruggezonden' ->> 'uiterlijk' >= ?
            order by id
            """,
            ct,
            LocalDatePattern.Iso.Format(moment.Vandaag.PlusYears(-1)),
            vandaag,
            vandaag,
            vandaag,
            vandaag
        );
    }
}
