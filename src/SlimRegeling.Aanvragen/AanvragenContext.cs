using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Aanvragen.BuitenBehandeling;
using SlimRegeling.Aanvragen.Partnerschap;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>Drafts, submission, completeness and assessment.</summary>
public sealed class AanvragenContext : IContext
{
    public static string Naam => "aanvragen";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Aanvraag>()
            .Stroom<Ontvangst>()
            .Document<Concept>(c => c.Duplicate(x => x.KvkNummer).Index(x => x.Tijdvak))
            .Document<Uitnodiging>(u => u.Duplicate(x => x.KvkNummer).Duplicate(x => x.Zaaknummer))
            .Tabel(Aanvraagtijdvak.Ddl)
            .Tabel(Ontvangstbewaking.Ddl)
            .Tabel(Voorstellen.Ddl)
            .Tabel(Herinneren.Ddl)
            .Tabel(Subsidies.Ddl)
            .Tabel(Scanbewijzen.Ddl)
            .Tabel(Simulatierij.Ddl)
            .Diensten(d =>
            {
                d.AddScoped<Ordewijziging>();
                d.AddSingleton<Aanvraagtijdvakken>();
                d.AddSingleton<Sluitingsnavraag>();
                d.AddSingleton<Druktetellingen>();
                d.TryAddSingleton<Zaaknummerbron>(Zaaknummer.Trek);
                d.AddHostedService<Simulatiewerk>();
            })
            .LeestRegels<AanvragenContext>()
            .LeestMedewerkers<AanvragenContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<AanvraagIngediendBericht>("aanvraag-ingediend")
            .Zegt<AanvullingGevraagdBericht>("aanvulling-gevraagd")
            .Zegt<HersteltermijnGestartBericht>("hersteltermijn-gestart")
            .Zegt<AanvraagAangevuldBericht>("aanvraag-aangevuld")
            .Zegt<AanvraagVolledigBericht>("aanvraag-volledig")
            .Zegt<BuitenBehandelingGesteldBericht>("buiten-behandeling-gesteld")
            .Zegt<AanvraagVervallenBericht>("aanvraag-vervallen")
            .Zegt<OntvangenTotBericht>("ontvangen-tot")
            .Zegt<AanvraagBeoordeeldBericht>("aanvraag-beoordeeld")
            .Zegt<AandachtGevraagdBericht>("aandacht-gevraagd")
            .Hoort<TijdvakGewijzigdBericht, BijTijdvakGewijzigd>()
            .Hoort<AanvraagGerangschiktBericht, BijAanvraagGerangschikt>()
            .Hoort<BudgetGereserveerdBericht, BijBudgetGereserveerd>()
            .Hoort<BudgetVrijgegevenBericht, BijBudgetVrijgegeven>()
            .Hoort<BudgetOntoereikendBericht, BijBudgetOntoereikend>()
            .Hoort<AanvraagUitgeslotenBericht, BijAanvraagUitgesloten>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Hoort<ScanAfgerondBericht, BijScanAfgerond>()
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<AanvraagAfgewezenBericht, BijAanvraagAfgewezen>()
            .Hoort<VoorstelTeruggezondenBericht, BijVoorstelTeruggezonden>()
            .Hoort<AanvraagIngetrokkenBericht, BijAanvraagIngetrokken>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Taak<OntvangstenBijwerken>("ontvangsten", "* * * * *")
            .Taak<Herinneren>("herinneringen", "* * * * *")
            .Eindpunt(Beginnen.Map)
            .Eindpunt(ConceptOpslaan.Map)
            .Eindpunt(FormulierTonen.Map)
            .Eindpunt(ConceptControleren.Map)
            .Eindpunt(Uitnodigen.Map)
            .Eindpunt(UitnodigingIntrekken.Map)
            .Eindpunt(UitnodigingenTonen.Map)
            .Eindpunt(UitnodigingTonen.Map)
            .Eindpunt(DeelOpslaan.Map)
            .Eindpunt(Bevestigen.Map)
            .Eindpunt(UitnodigingWeigeren.Map)
            .Eindpunt(Indienen.Map)
            .Eindpunt(Volledigheid.Map)
            .Eindpunt(Verzoeken.Map)
            .Eindpunt(Aanvullen.Map)
            .Eindpunt(Voorstellen.Map)
            .Eindpunt(Stellen.Map)
            .Eindpunt(Intrekken.Map)
            .Eindpunt(Melden.Map)
            .Eindpunt(Gemachtigden.Map)
            .Eindpunt(OntvangenTotZeggen.Map)
            .Eindpunt(Toewijzen.Map)
            .Eindpunt(Beoordelen.Map)
            .Eindpunt(Tonen.Map)
            .Eindpunt(Doorgeven.Map)
            .Eindpunt(Zaakgegevens.Map)
            .Eindpunt(DrukteTonen.Map)
            .Eindpunt(Uitleggen.Map)
            .Eindpunt(Proefberekenen.Map)
            .Eindpunt(Simuleren.Map)
            .Eindpunt(SimulatieTonen.Map);
}
