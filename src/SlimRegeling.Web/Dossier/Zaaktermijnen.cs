using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Dossier;

/// <summary>When at the latest, of a case as it stands now: whole sentences for its applicant.</summary>
public static class Zaaktermijnen
{
    /// <summary>Whether a decision is still to come.</summary>
    public static bool WachtOpBesluit(Zaakstatus status) =>
        status
            is Zaakstatus.Ingediend
                or Zaakstatus.AanvullingGevraagd
                or Zaakstatus.Aangevuld
                or Zaakstatus.Volledig
                or Zaakstatus.Gerangschikt
                or Zaakstatus.BudgetGereserveerd
                or Zaakstatus.Teruggezonden
                or Zaakstatus.Beoordeeld;

    public static IEnumerable<string> Van(ZaakTonenZaakbeeld zaak, Teksten t, DateOnly vandaag)
    {
        if (zaak.BeslissenUiterlijk is { } beslissen && WachtOpBesluit(zaak.Status))
        {
            yield return t["Wij beslissen uiterlijk op {0}.", t.Dag(beslissen)];
        }
        if (zaak.LaatsteDagen is not { } dagen)
        {
            yield break;
        }
        if (dagen.Aanvullen is { } aanvullen)
        {
            yield return t["U kunt uw aanvraag aanvullen tot en met {0}.", t.Dag(aanvullen)];
        }
        if (dagen.Bewijs is { } bewijs)
        {
            yield return t["U kunt uw bewijs sturen tot en met {0}.", t.Dag(bewijs)];
        }
        if (dagen.Uitvoeren is { } uitvoeren)
        {
            yield return t["De periode om uw plan uit te voeren loopt tot en met {0}.", t.Dag(uitvoeren)];
        }
        if (dagen.Verantwoorden is { } verantwoorden)
        {
            yield return t["Vraag ons daarna om de subsidie vast te stellen. Dat kan tot en met {0}.", t.Dag(verantwoorden)];
        }
        if (dagen.Vaststellen is { } vaststellen)
        {
            yield return t["Wij stellen de subsidie uiterlijk op {0} vast. U hoeft dat niet te vragen.", t.Dag(vaststellen)];
        }
        if (dagen.Bezwaar is { } bezwaar)
        {
            yield return bezwaar < vandaag
                ? t["U kon bezwaar maken tot en met {0}.", t.Dag(bezwaar)]
                : t["Bent u het niet eens met ons besluit? U kunt bezwaar maken tot en met {0}.", t.Dag(bezwaar)];
        }
    }
}
