using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Aanvragen.BuitenBehandeling;
using SlimRegeling.Aanvragen.EigenBelang;
using SlimRegeling.Aanvragen.Partnerschap;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Aanvragen.Standaardteksten;
using SlimRegeling.Aanvragen.Werkblad;
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
            .Stroom<Standaardtekst>()
            .Document<Concept>(c => c.Duplicate(x => x.KvkNummer).Index(x => x.Tijdvak))
            .Document<Uitnodiging>(u => u.Duplicate(x => x.KvkNummer).Duplicate(x => x.Zaaknummer))
            .Document<Beoordelingsconcept>()
            .Tabel(Aanvraagtijdvak.Ddl)
            .Tabel(Ontvangstbewaking.Ddl)
            .Tabel(Voorstellen.Ddl)
            .Tabel(Herinneren.Ddl)
            .Tabel(Subsidies.Ddl)
            .Tabel(Scanbewijzen.Ddl)
            .Tabel(Banden.Ddl)
            .Tabel(Simulatierij.Ddl)
            .Diensten(d =>
            {
                d.AddScoped<Ordewijziging>();
                d.AddSingleton<Aanvraagtijdvakken>();
                d.AddSingleton<Sluitingsnavraag>();
                d.AddSingleton<Beoordelaars>();
                d.AddSingleton<Druktetellingen>();
                d.TryAddSingleton<Zaaknummerbron>(Zaaknummer.Trek);
                d.AddHostedService<Simulatiewerk>();
            })
            .LeestRegels<AanvragenContext>()
            .LeestMedewerkers<AanvragenContext>()
            .HoudtBelangen<AanvragenContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<AanvraagIngediendBericht>("aanvraag-ingediend")
            .Zegt<AanvullingGevraagdBericht>("aanvulling-gevraagd")
            .Zegt<HersteltermijnGestartBericht>("hersteltermijn-gestart")
            .Zegt<AanvullingstermijnNadertBericht>("aanvullingstermijn-nadert")
            .Zegt<AanvraagAangevuldBericht>("aanvraag-aangevuld")
            .Zegt<AanvraagVolledigBericht>("aanvraag-volledig")
            .Zegt<BuitenBehandelingGesteldBericht>("buiten-behandeling-gesteld")
            .Zegt<AanvraagVervallenBericht>("aanvraag-vervallen")
            .Zegt<OntvangenTotBericht>("ontvangen-tot")
            .Zegt<AanvraagToegewezenBericht>("aanvraag-toegewezen")
            .Zegt<IngebrekestellingBericht>("ingebrekestelling")
            .Zegt<VertragingMedegedeeldBericht>("vertraging-medegedeeld")
            .Zegt<WijzigingGemeldBericht>("wijziging-gemeld")
            .Zegt<AanvraagBeoordeeldBericht>("aanvraag-beoordeeld")
            .Zegt<BelangGewijzigdBericht>("belang-gewijzigd")
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
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<VerleningAangepastBericht, BijVerleningAangepast>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<BezwaarIngediendBericht, BijBezwaarIngediend>()
            .Hoort<BezwaarIngetrokkenBericht, BijBezwaarIngetrokken>()
            .Hoort<HerstelVoorgesteldBericht, BijHerstelVoorgesteld>()
            .Hoort<HerstelTeruggezondenBericht, BijHerstelTeruggezonden>()
            .Taak<OntvangstenBijwerken>(
                "ontvangsten",
                "* * * * *",
                "Zegt per tijdvak tot welk moment alle aanvragen zijn doorgegeven, zodat de volgorde bepaald kan worden."
            )
            .Taak<AanvullingHerinneren>(
                "aanvulling-herinneringen",
                "15 6 * * *",
                "Herinnert aanvragers met een brief aan de laatste dag om hun aanvraag aan te vullen."
            )
            .Taak<Herinneren>("herinneringen", "* * * * *", "Vraagt e-mails aan over concepten die nog niet zijn ingediend.")
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
            .Eindpunt(ToelichtingDoorgeven.Map)
            .Eindpunt(Aanvullen.Map)
            .Eindpunt(Voorstellen.Map)
            .Eindpunt(Stellen.Map)
            .Eindpunt(Besluitvoorbeeld.Map)
            .Eindpunt(Intrekken.Map)
            .Eindpunt(Melden.Map)
            .Eindpunt(MeldingenZien.Map)
            .Eindpunt(Gemachtigden.Map)
            .Eindpunt(OntvangenTotZeggen.Map)
            .Eindpunt(Toewijzen.Map)
            .Eindpunt(Teruggeven.Map)
            .Eindpunt(Verdelen.Map)
            .Eindpunt(Volledigverklaren.Map)
            .Eindpunt(InGebrekeStellen.Map)
            .Eindpunt(VertragingMelden.Map)
            .Eindpunt(Beoordelen.Map)
            .Eindpunt(Herbeoordelen.Map)
            .Eindpunt(BeoordelingTonen.Map)
            .Eindpunt(BeoordelingBewaren.Map)
            .Eindpunt(Proefbeoordelen.Map)
            .Eindpunt(Proefherbeoordelen.Map)
            .Eindpunt(VerloopTonen.Map)
            .Eindpunt(VerwanteZaken.Map)
            .Eindpunt(TekstSchrijven.Map)
            .Eindpunt(TekstIntrekken.Map)
            .Eindpunt(TekstenTonen.Map)
            .Eindpunt(BelangMelden.Map)
            .Eindpunt(BelangOpheffen.Map)
            .Eindpunt(BelangenTonen.Map)
            .Eindpunt(Tonen.Map)
            .Eindpunt(Doorgeven.Map)
            .Eindpunt(Zaakgegevens.Map)
            .Eindpunt(Zoekteksten.Map)
            .Eindpunt(DrukteTonen.Map)
            .Eindpunt(Uitleggen.Map)
            .Eindpunt(Proefberekenen.Map)
            .Eindpunt(Simuleren.Map)
            .Eindpunt(SimulatieTonen.Map);
}
