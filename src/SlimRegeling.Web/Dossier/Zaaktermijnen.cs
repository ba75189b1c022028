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
            yield return beslissen < vandaag
                ? t["Wij hadden uiterlijk op {0} moeten beslissen.", t.Dag(beslissen)]
                : t["Wij beslissen uiterlijk op {0}.", t.Dag(beslissen)];
        }
        foreach (var zin in Besluitzinnen.Van(zaak, t, vandaag))
        {
            yield return zin;
        }
        if (zaak.LaatsteDagen is not { } dagen)
        {
            yield break;
        }
        if (dagen.Aanvullen is { } aanvullen)
        {
            yield return aanvullen < vandaag
                ? t["U kon uw aanvraag aanvullen tot en met {0}.", t.Dag(aanvullen)]
                : t["U kunt uw aanvraag aanvullen tot en met {0}.", t.Dag(aanvullen)];
        }
        if (dagen.Bewijs is { } bewijs)
        {
            // What comes later is looked at too, as long as nothing is proposed.
            yield return bewijs < vandaag
                ? t["Wij vroegen u om uw bewijs uiterlijk op {0} te sturen. Doe dat zo snel mogelijk.", t.Dag(bewijs)]
                : t["U kunt uw bewijs sturen tot en met {0}.", t.Dag(bewijs)];
        }
        if (dagen.Uitvoeren is { } uitvoeren)
        {
            yield return uitvoeren < vandaag
                ? t["De periode om uw plan uit te voeren liep tot en met {0}.", t.Dag(uitvoeren)]
                : t["De periode om uw plan uit te voeren loopt tot en met {0}.", t.Dag(uitvoeren)];
        }
        if (dagen.Verantwoorden is { } verantwoorden && !Besluitzinnen.WachtOpVaststelling(zaak))
        {
            yield return verantwoorden < vandaag
                ? t["U moest ons uiterlijk op {0} vragen om de subsidie vast te stellen.", t.Dag(verantwoorden)]
                : t["Vraag ons daarna om de subsidie vast te stellen. Dat kan tot en met {0}.", t.Dag(verantwoorden)];
        }
        if (dagen.Vaststellen is { } vaststellen)
        {
            yield return vaststellen < vandaag
                ? t["Wij hadden de subsidie uiterlijk op {0} moeten vaststellen.", t.Dag(vaststellen)]
                : t["Wij stellen de subsidie uiterlijk op {0} vast. U hoeft dat niet te vragen.", t.Dag(vaststellen)];
        }
        if (dagen.Bezwaar is { } bezwaar)
        {
            yield return bezwaar < vandaag
                ? t["U kon bezwaar maken tot en met {0}.", t.Dag(bezwaar)]
                : t["Bent u het niet eens met ons besluit? U kunt bezwaar maken tot en met {0}.", t.Dag(bezwaar)];
        }
        if (dagen.BeslissingOpBezwaar is { } opBezwaar)
        {
            yield return opBezwaar < vandaag
                ? t["Wij hadden uiterlijk op {0} moeten beslissen op uw bezwaar.", t.Dag(opBezwaar)]
                : t["Wij beslissen uiterlijk op {0} op uw bezwaar.", t.Dag(opBezwaar)];
        }
        if (dagen.Beroep is { } beroep)
        {
            yield return beroep < vandaag
                ? t["U kon in beroep bij de rechter tot en met {0}.", t.Dag(beroep)]
                : t[
                    "Bent u het niet eens met onze beslissing op uw bezwaar? U kunt in beroep bij de rechter tot en met {0}.",
                    t.Dag(beroep)
                ];
        }
    }
}
