using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Werk;

/// <summary>A declaration that is to be settled.</summary>
/// <param name="GevraagdOp">The day of the request, from which the term to settle runs; a completion of it starts no new one.</param>
/// <param name="Stilstand">While a completion is, or was, waited for; null when none was asked.</param>
/// <param name="WachtTot">The last day to complete it, while that is waited for; null when it is our turn.</param>
internal sealed record Declaratiewerk(LocalDate GevraagdOp, Stilstand? Stilstand = null, LocalDate? WachtTot = null)
{
    /// <summary>The steps that it follows from.</summary>
    public static readonly string[] Stappen = [Eigenstap.Declaratie, Eigenstap.Declaratieaanvulling, Verzoekbrief.Declaratieaanvulling];

    /// <summary>Null while none came.</summary>
    /// <param name="rijen">Of the case, in any order; others than those steps may be among them.</param>
    public static Declaratiewerk? Van(IReadOnlyList<ZaakTonen.Rij> rijen, Regelversie versie, LocalDate vandaag)
    {
        var ingediend = rijen.Where(r => r.Stap == Eigenstap.Declaratie).Select(r => r.Moment).Order().ToList();
        if (ingediend.Count == 0)
        {
            return null;
        }
        if (rijen.FirstOrDefault(r => r.Stap == Eigenstap.Declaratieaanvulling) is not { } gevraagd)
        {
            return new(Moment.Dag(ingediend[^1]));
        }
        var aangevuld = ingediend.Where(m => m > gevraagd.Moment).Select(m => (Instant?)m).FirstOrDefault();
        var verzoek = ingediend.LastOrDefault(m => m != aangevuld, ingediend[0]);
        var verzonden = rijen.FirstOrDefault(r => r.Stap == Verzoekbrief.Declaratieaanvulling)?.Dag;
        var uiterlijk = Uiterlijk(gevraagd, verzonden, versie);
        var optijd = aangevuld is { } op && Moment.Dag(op) <= uiterlijk ? Moment.Dag(op) : (LocalDate?)null;
        var stil = Regels.Stilstand.Aanvulling(verzonden ?? Moment.Dag(gevraagd.Moment), uiterlijk, optijd);
        return new(
            Moment.Dag(verzoek),
            stil.Van <= stil.TotEnMet ? stil : null,
            aangevuld is null && vandaag <= uiterlijk ? uiterlijk : null
        );
    }

    /// <summary>The day that was said, or a later one when the letter that asks for it was sent later.</summary>
    private static LocalDate Uiterlijk(ZaakTonen.Rij gevraagd, LocalDate? verzonden, Regelversie versie)
    {
        // What was heard before the day was kept has none.
        var gezegd = gevraagd.Dag ?? Termijnen.Einde(versie, Termijncode.Hersteltermijn, Moment.Dag(gevraagd.Moment));
        return verzonden is { } op ? LocalDate.Max(gezegd, Termijnen.Einde(versie, Termijncode.Hersteltermijn, op)) : gezegd;
    }
}
