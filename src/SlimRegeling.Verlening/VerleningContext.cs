using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Vorderingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

/// <summary>Awards and refusals: the decision on an application, signed by a second person; objections against any decision on it, mending a mistake in one, and withdrawing what was awarded or settled.</summary>
public sealed class VerleningContext : IContext
{
    public static string Naam => "verlening";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Verlening>()
            .Stroom<Bezwaar>()
            .Document<Bezwaar>(m => m.Index(b => b.Zaaknummer))
            .Diensten(d =>
                d.AddSingleton<Beoordelingsnavraag>().AddScoped<Bezwaarregister>().AddScoped<Bezwaarstap>().AddScoped<Bezwaarpost>()
            )
            .Document<Verlening>(v =>
                v.Index(x => x.LigtVoor).Index(x => x.Herstelvoorstel).Index(x => x.Intrekkingsvoorstel).Index(x => x.Projectvoorstel)
            )
            .LeestRegels<VerleningContext>()
            .LeestMedewerkers<VerleningContext>()
            .LeestBelangen<VerleningContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<SubsidieVerleendBericht>("subsidie-verleend")
            .Zegt<AanvraagAfgewezenBericht>("aanvraag-afgewezen")
            .Zegt<VoorschotToegekendBericht>("voorschot-toegekend")
            .Zegt<BezwaartermijnGestartBericht>("bezwaartermijn-gestart")
            .Zegt<VoorstelTeruggezondenBericht>("voorstel-teruggezonden")
            .Zegt<BudgetTeruggegevenBericht>("budget-teruggegeven")
            .Zegt<AanvraagIngetrokkenBericht>("aanvraag-ingetrokken")
            .Zegt<VerleningGewijzigdBericht>("verlening-gewijzigd")
            .Zegt<BezwaarIngediendBericht>("bezwaar-ingediend")
            .Zegt<BezwaarHerstelGevraagdBericht>("bezwaar-herstel-gevraagd")
            .Zegt<BezwaarHoorzittingBericht>("bezwaar-hoorzitting")
            .Zegt<BezwaarBeslistermijnBericht>("bezwaar-beslistermijn")
            .Zegt<BezwaarIngebrekestellingBericht>("bezwaar-ingebrekestelling")
            .Zegt<BezwaarbudgetGevraagdBericht>("bezwaarbudget-gevraagd")
            .Zegt<BezwaarIngetrokkenBericht>("bezwaar-ingetrokken")
            .Zegt<BezwaarBeslistBericht>("bezwaar-beslist")
            .Zegt<BeroepstermijnGestartBericht>("beroepstermijn-gestart")
            .Zegt<BeroepGenoteerdBericht>("beroep-genoteerd")
            .Zegt<HerstelVoorgesteldBericht>("herstel-voorgesteld")
            .Zegt<HerstelTeruggezondenBericht>("herstel-teruggezonden")
            .Zegt<HerstelbesluitGenomenBericht>("herstelbesluit-genomen")
            .Zegt<WijzigingGevraagdBericht>("wijziging-gevraagd")
            .Zegt<WijzigingIngetrokkenBericht>("wijziging-ingetrokken")
            .Zegt<WijzigingIngebrekestellingBericht>("wijziging-ingebrekestelling")
            .Zegt<WijzigingVertraagdBericht>("wijziging-vertraagd")
            .Zegt<WijzigingBeslotenBericht>("wijziging-besloten")
            .Zegt<VerleningAangepastBericht>("verlening-aangepast")
            .Zegt<TweedeVoorschotGeslotenBericht>("tweede-voorschot-gesloten")
            .Zegt<IntrekkingVoorgenomenBericht>("intrekking-voorgenomen")
            .Zegt<IntrekkingVervallenBericht>("intrekking-vervallen")
            .Zegt<VerleningIngetrokkenBericht>("verlening-ingetrokken")
            .Zegt<ZienswijzetermijnNadertBericht>("zienswijzetermijn-nadert")
            .Hoort<AanvraagBeoordeeldBericht, BijAanvraagBeoordeeld>()
            .Hoort<BudgetGereserveerdBericht, BijBudgetGereserveerd>()
            .Hoort<BudgetVrijgegevenBericht, BijBudgetVrijgegeven>()
            .Hoort<BudgetOntoereikendBericht, BijBudgetOntoereikend>()
            .Hoort<AanvraagVervallenBericht, BijAanvraagVervallen>()
            .Hoort<BuitenBehandelingGesteldBericht, BijBuitenBehandelingGesteld>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Hoort<BezwaarbudgetGereserveerdBericht, BijBezwaarbudgetGereserveerd>()
            .Hoort<VoortgangGemeldBericht, BijVoortgangGemeld>()
            .Hoort<VoortgangTeruggezondenBericht, BijVoortgangTeruggezonden>()
            .Hoort<DeclaratieIngediendBericht, BijDeclaratieIngediend>()
            .Hoort<BetalingUitgevoerdBericht, BijBetalingUitgevoerd>()
            .Hoort<BetalingTeruggekomenBericht, BijBetalingTeruggekomen>()
            .Hoort<TerugvorderingBeslotenBericht, BijTerugvorderingBesloten>()
            .Hoort<VorderingsbesluitGenomenBericht, BijVorderingsbesluitGenomen>()
            .Hoort<RentevergoedingBeslotenBericht, BijRentevergoedingBesloten>()
            .Taak<ZienswijzeHerinneren>(
                "zienswijze-herinneringen",
                "25 6 * * *",
                "Herinnert ontvangers met een brief aan de laatste dag om te reageren op een voornemen tot intrekking."
            )
            .Eindpunt(Bekijken.Map)
            .Eindpunt(Ondertekenen.Map)
            .Eindpunt(Ondertekeningen.Map)
            .Eindpunt(Voorgelegde.Map)
            .Eindpunt(Besluitvoorbeeld.Map)
            .Eindpunt(Terugzenden.Map)
            .Eindpunt(Zaakverloop.Map)
            .Eindpunt(Intrekken.Map)
            .Eindpunt(BezwaarIndienen.Map)
            .Eindpunt(BezwaarInvoeren.Map)
            .Eindpunt(BezwaarCorrigeren.Map)
            .Eindpunt(Geadresseerden.Map)
            .Eindpunt(BezwarenTonen.Map)
            .Eindpunt(BezwaarTonen.Map)
            .Eindpunt(BezwaarAanvullen.Map)
            .Eindpunt(BezwaarIntrekken.Map)
            .Eindpunt(HerstelVragen.Map)
            .Eindpunt(OntvankelijkheidBeoordelen.Map)
            .Eindpunt(Bijhouden.Map)
            .Eindpunt(Horen.Map)
            .Eindpunt(Verdagen.Map)
            .Eindpunt(BezwaarInGebrekeStellen.Map)
            .Eindpunt(BeslissingVoorstellen.Map)
            .Eindpunt(BeslissingOndertekenen.Map)
            .Eindpunt(Beslissingvoorbeeld.Map)
            .Eindpunt(VerloopTonen.Map)
            .Eindpunt(BeroepNoteren.Map)
            .Eindpunt(Doorgeven.Map)
            .Eindpunt(HerstelTonen.Map)
            .Eindpunt(HerstelVoorstellen.Map)
            .Eindpunt(HerstelOndertekenen.Map)
            .Eindpunt(HerstelTerugzenden.Map)
            .Eindpunt(HersteltekstDoorgeven.Map)
            .Eindpunt(WijzigingVragen.Map)
            .Eindpunt(WijzigingenTonen.Map)
            .Eindpunt(WijzigingIntrekken.Map)
            .Eindpunt(WijzigingInGebrekeStellen.Map)
            .Eindpunt(WijzigingVertragen.Map)
            .Eindpunt(WijzigingVoorstellen.Map)
            .Eindpunt(WijzigingOndertekenen.Map)
            .Eindpunt(WijzigingTerugzenden.Map)
            .Eindpunt(WijzigingstekstDoorgeven.Map)
            .Eindpunt(VersiesTonen.Map)
            .Eindpunt(TweedeVoorschotTonen.Map)
            .Eindpunt(TweedeVoorschotVoorstellen.Map)
            .Eindpunt(TweedeVoorschotOndertekenen.Map)
            .Eindpunt(IntrekkingTonen.Map)
            .Eindpunt(IntrekkingVoorstellen.Map)
            .Eindpunt(Voornemenvoorbeeld.Map)
            .Eindpunt(ZienswijzeGeven.Map)
            .Eindpunt(IntrekkingVoorleggen.Map)
            .Eindpunt(IntrekkingOndertekenen.Map)
            .Eindpunt(IntrekkingTerugzenden.Map)
            .Eindpunt(IntrekkingtekstDoorgeven.Map);
}
