using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Zaken.Afstemming;
using SlimRegeling.Zaken.Werk;

namespace SlimRegeling.Zaken;

/// <summary>
/// Reads only: the case on one page, search, the list of work, and the nightly reconciliation. Everything here can be made again from messages, but
/// for the alarms of that with what people did about them, and the filters that employees keep.
/// </summary>
public sealed class ZakenContext : IContext
{
    public static string Naam => "zaken";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Uitbreiding(Zoektabellen.Uitbreiding, "zaken ook te vinden als iemand een woord verkeerd typt")
            .Tabel(Zaak.Ddl)
            .Tabel(Stap.Ddl)
            .Tabel(Tijdvak.Ddl)
            .Tabel(Zoektabellen.Ddl)
            .Tabel(Werktabellen.Ddl)
            .Tabel(Alarmtabel.Ddl)
            .TussenContexten()
            .LeestRegels<ZakenContext>()
            .LeestMedewerkers<ZakenContext>()
            .LeestBelangen<ZakenContext>()
            .Diensten(d => d.AddScoped<Bijhouden, Bijschrijven>().AddSingleton<Alarmtabel>())
            .Diensten(d => d.AddHealthChecks().AddCheck<Afstemmingscontrole>(Afstemmingscontrole.Naam, tags: ["ready"]))
            .Diensten(d => d.AddScoped<Zoekbronnen>())
            .Doorlopend<Zoekronde>(Zoekbronnen.Eigenaren)
            .Doorlopend<Termijnronde>()
            .Herbouw<Herbouwen>(d => d.AddScoped<Bijhouden>(sp => sp.GetRequiredService<Herbouwen>()))
            .Hoort<TijdvakGewijzigdBericht, BijTijdvakGewijzigd>()
            .Hoort<AanvraagIngediendBericht, BijAanvraagIngediend>()
            .Hoort<AanvullingGevraagdBericht, BijAanvullingGevraagd>()
            .Hoort<HersteltermijnGestartBericht, BijHersteltermijnGestart>()
            .Hoort<AanvraagAangevuldBericht, BijAanvraagAangevuld>()
            .Hoort<AanvraagVolledigBericht, BijAanvraagVolledig>()
            .Hoort<BuitenBehandelingGesteldBericht, BijBuitenBehandelingGesteld>()
            .Hoort<AanvraagVervallenBericht, BijAanvraagVervallen>()
            .Hoort<AanvraagUitgeslotenBericht, BijAanvraagUitgesloten>()
            .Hoort<AanvraagGerangschiktBericht, BijAanvraagGerangschikt>()
            .Hoort<BudgetGereserveerdBericht, BijBudgetGereserveerd>()
            .Hoort<BudgetVrijgegevenBericht, BijBudgetVrijgegeven>()
            .Hoort<BudgetOntoereikendBericht, BijBudgetOntoereikend>()
            .Hoort<ScanAfgerondBericht, BijScanAfgerond>()
            .Hoort<DocumentBeschikbaarBericht, BijDocumentBeschikbaar>()
            .Hoort<DocumentGeweigerdBericht, BijDocumentGeweigerd>()
            .Hoort<AanvraagToegewezenBericht, BijAanvraagToegewezen>()
            .Hoort<IngebrekestellingBericht, BijIngebrekestelling>()
            .Hoort<VertragingMedegedeeldBericht, BijVertragingMedegedeeld>()
            .Hoort<AanvraagBeoordeeldBericht, BijAanvraagBeoordeeld>()
            .Hoort<VoorstelTeruggezondenBericht, BijVoorstelTeruggezonden>()
            .Hoort<AanvraagIngetrokkenBericht, BijAanvraagIngetrokken>()
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<AanvraagAfgewezenBericht, BijAanvraagAfgewezen>()
            .Hoort<VoorschotToegekendBericht, BijVoorschotToegekend>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Hoort<BezwaartermijnGestartBericht, BijBezwaartermijnGestart>()
            .Hoort<BezwaarIngediendBericht, BijBezwaarIngediend>()
            .Hoort<BezwaarHerstelGevraagdBericht, BijBezwaarHerstelGevraagd>()
            .Hoort<BezwaarBeslistermijnBericht, BijBezwaarBeslistermijn>()
            .Hoort<BezwaarIngebrekestellingBericht, BijBezwaarIngebrekestelling>()
            .Hoort<BezwaarIngetrokkenBericht, BijBezwaarIngetrokken>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<HerstelbesluitGenomenBericht, BijHerstelbesluitGenomen>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<WijzigingGemeldBericht, BijWijzigingGemeld>()
            .Hoort<WijzigingGevraagdBericht, BijWijzigingGevraagd>()
            .Hoort<WijzigingIngetrokkenBericht, BijWijzigingIngetrokken>()
            .Hoort<WijzigingIngebrekestellingBericht, BijWijzigingIngebrekestelling>()
            .Hoort<WijzigingVertraagdBericht, BijWijzigingVertraagd>()
            .Hoort<WijzigingBeslotenBericht, BijWijzigingBesloten>()
            .Hoort<VerleningAangepastBericht, BijVerleningAangepast>()
            .Hoort<VoortgangGemeldBericht, BijVoortgangGemeld>()
            .Hoort<VoortgangTeruggezondenBericht, BijVoortgangTeruggezonden>()
            .Hoort<IntrekkingVoorgenomenBericht, BijIntrekkingVoorgenomen>()
            .Hoort<IntrekkingVervallenBericht, BijIntrekkingVervallen>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<BezwaarbudgetVastgelegdBericht, BijBezwaarbudgetVastgelegd>()
            .Hoort<BeroepstermijnGestartBericht, BijBeroepstermijnGestart>()
            .Hoort<BeroepGenoteerdBericht, BijBeroepGenoteerd>()
            .Hoort<SteunGeregistreerdBericht, BijSteunGeregistreerd>()
            .Hoort<OndernemingGewijzigdBericht, BijOndernemingGewijzigd>()
            .Hoort<BetalingOpgedragenBericht, BijBetalingOpgedragen>()
            .Hoort<BetalingAangehoudenBericht, BijBetalingAangehouden>()
            .Hoort<BetalingVrijgegevenBericht, BijBetalingVrijgegeven>()
            .Hoort<BetalingUitgevoerdBericht, BijBetalingUitgevoerd>()
            .Hoort<BetalingTeruggekomenBericht, BijBetalingTeruggekomen>()
            .Hoort<BetalingVerlaagdBericht, BijBetalingVerlaagd>()
            .Hoort<TerugvorderingBeslotenBericht, BijTerugvorderingBesloten>()
            .Hoort<VorderingsbesluitGenomenBericht, BijVorderingsbesluitGenomen>()
            .Hoort<RentevergoedingBeslotenBericht, BijRentevergoedingBesloten>()
            .Hoort<VorderingHerinnerdBericht, BijVorderingHerinnerd>()
            .Hoort<VorderingAangemaandBericht, BijVorderingAangemaand>()
            .Hoort<VorderingVoldaanBericht, BijVorderingVoldaan>()
            .Hoort<BewijsGevraagdBericht, BijBewijsGevraagd>()
            .Hoort<BewijsOntvangenBericht, BijBewijsOntvangen>()
            .Hoort<DeclaratieIngediendBericht, BijDeclaratieIngediend>()
            .Hoort<DeclaratieaanvullingGevraagdBericht, BijDeclaratieaanvullingGevraagd>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Hoort<VaststellingHeropendBericht, BijVaststellingHeropend>()
            .Hoort<VaststellingIngebrekestellingBericht, BijVaststellingIngebrekestelling>()
            .Hoort<VaststellingVertraagdBericht, BijVaststellingVertraagd>()
            .Taak<Afstemmen>(
                "afstemming",
                "30 2 * * *",
                "Kijkt of alles op elkaar aansluit: elke verlening haar reservering, elke betaling haar besluit, elk bericht zijn gevolg."
            )
            .Taak<Alarmpost>("alarmpost", "*/5 * * * *", "Stuurt een e-mail over alarmen van de afstemming die nog niet zijn gemeld.")
            .Taak<Termijnvernieuwing>(
                "werktermijnen",
                "10 0 * * *",
                "Rekent elke nacht uit welke termijnen van zaken die dag lopen of voorbij zijn."
            )
            .Eindpunt(ZaakTonen.Map)
            .Eindpunt(ZakenZoeken.Map)
            .Eindpunt(WerkTonen.Map)
            .Eindpunt(Weergaven.Map)
            .Eindpunt(AfstemmingTonen.Map)
            .Eindpunt(AlarmAfhandelen.Map);
}
