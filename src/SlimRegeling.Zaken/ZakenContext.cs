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

namespace SlimRegeling.Zaken;

/// <summary>Reads only: the case on one page, search, and the nightly reconciliation. Everything here can be made again from messages.</summary>
public sealed class ZakenContext : IContext
{
    public static string Naam => "zaken";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Tabel(Zaak.Ddl)
            .Tabel(Stap.Ddl)
            .Tabel(Tijdvak.Ddl)
            .LeestRegels<ZakenContext>()
            .LeestMedewerkers<ZakenContext>()
            .Diensten(d => d.AddScoped<Bijhouden, Bijschrijven>().AddScoped<Afstemmen>())
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
            .Hoort<AanvraagBeoordeeldBericht, BijAanvraagBeoordeeld>()
            .Hoort<VoorstelTeruggezondenBericht, BijVoorstelTeruggezonden>()
            .Hoort<AanvraagIngetrokkenBericht, BijAanvraagIngetrokken>()
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<AanvraagAfgewezenBericht, BijAanvraagAfgewezen>()
            .Hoort<VoorschotToegekendBericht, BijVoorschotToegekend>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Hoort<BezwaartermijnGestartBericht, BijBezwaartermijnGestart>()
            .Hoort<SteunGeregistreerdBericht, BijSteunGeregistreerd>()
            .Hoort<BetalingOpgedragenBericht, BijBetalingOpgedragen>()
            .Hoort<BetalingAangehoudenBericht, BijBetalingAangehouden>()
            .Hoort<BetalingVrijgegevenBericht, BijBetalingVrijgegeven>()
            .Hoort<BetalingUitgevoerdBericht, BijBetalingUitgevoerd>()
            .Hoort<BewijsGevraagdBericht, BijBewijsGevraagd>()
            .Hoort<BewijsOntvangenBericht, BijBewijsOntvangen>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Taak<Afstemmen>("afstemming", "30 2 * * *")
            .Eindpunt(ZaakTonen.Map)
            .Eindpunt(ZakenZoeken.Map)
            .Eindpunt(AfstemmingTonen.Map);
}
