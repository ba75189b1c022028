using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Declaraties.Inlezen;
using SlimRegeling.Vaststelling.Declaraties.Vergelijken;
using SlimRegeling.Vaststelling.Steekproeven;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>Samples, proof and settlement decisions.</summary>
public sealed class VaststellingContext : IContext
{
    public static string Naam => "vaststelling";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Verantwoording>()
            .Stroom<Steekproef>()
            .Document<Verantwoording>(v => v.Index(x => x.LigtVoor))
            .Tabel(Kostenregelregister.Ddl)
            .Diensten(d => d.AddScoped<Kostenregelregister>().AddHostedService<Schuilnaamcontrole>())
            .Document<Declaratieconcept>(c => c.Duplicate(x => x.KvkNummer))
            .Document<Vreemdescan>(s => s.Index(x => x.Zaaknummer))
            .LeestRegels<VaststellingContext>()
            .LeestMedewerkers<VaststellingContext>()
            .LeestBelangen<VaststellingContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<BewijsGevraagdBericht>("bewijs-gevraagd")
            .Zegt<BewijsOntvangenBericht>("bewijs-ontvangen")
            .Zegt<DeclaratieIngediendBericht>("declaratie-ingediend")
            .Zegt<DeclaratieaanvullingGevraagdBericht>("declaratieaanvulling-gevraagd")
            .Zegt<SubsidieVastgesteldBericht>("subsidie-vastgesteld")
            .Zegt<VaststellingHeropendBericht>("vaststelling-heropend")
            .Zegt<VaststellingIngebrekestellingBericht>("vaststelling-ingebrekestelling")
            .Zegt<VaststellingVertraagdBericht>("vaststelling-vertraagd")
            .Zegt<VoortgangGemeldBericht>("voortgang-gemeld")
            .Zegt<VoortgangTeruggezondenBericht>("voortgang-teruggezonden")
            .Zegt<LaatsteDagNadertBericht>("laatste-dag-nadert")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<WijzigingGemeldBericht, BijWijzigingGemeld>()
            .Hoort<VerleningAangepastBericht, BijVerleningAangepast>()
            .Hoort<VoorschotToegekendBericht, BijVoorschotToegekend>()
            .Hoort<TweedeVoorschotGeslotenBericht, BijTweedeVoorschotGesloten>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<IntrekkingVoorgenomenBericht, BijIntrekkingVoorgenomen>()
            .Hoort<IntrekkingVervallenBericht, BijIntrekkingVervallen>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<DocumentBeschikbaarBericht, BijDocumentBeschikbaar>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Hoort<ScanAfgerondBericht, BijScanAfgerond>()
            .Hoort<BetalingUitgevoerdBericht, BijBetalingUitgevoerd>()
            .Hoort<BetalingTeruggekomenBericht, BijBetalingTeruggekomen>()
            .Taak<Herinneren>(
                "laatste-dagen",
                "20 6 * * *",
                "Herinnert ontvangers met een brief en een e-mail aan een laatste dag: vier weken vooraf, of een week bij een korte termijn."
            )
            .Eindpunt(Bekijken.Map)
            .Eindpunt(VoortgangMelden.Map)
            .Eindpunt(VoortgangTonen.Map)
            .Eindpunt(VoortgangTerugzenden.Map)
            .Eindpunt(SteekproefTrekken.Map)
            .Eindpunt(BewijsIndienen.Map)
            .Eindpunt(Beoordelen.Map)
            .Eindpunt(DeclaratieOpslaan.Map)
            .Eindpunt(DeclaratieNagaan.Map)
            .Eindpunt(DeclaratieIndienen.Map)
            .Eindpunt(DeclaratieAanvullen.Map)
            .Eindpunt(VerzoektermijnStellen.Map)
            .Eindpunt(InGebrekeStellen.Map)
            .Eindpunt(VertragingMelden.Map)
            .Eindpunt(ZonderVerzoekBeoordelen.Map)
            .Eindpunt(DeclaratieTonen.Map)
            .Eindpunt(DeclaratieProef.Map)
            .Eindpunt(DeclaratieBeoordelen.Map)
            .Eindpunt(Ondertekenen.Map)
            .Eindpunt(Voorgelegd.Map)
            .Eindpunt(Besluitvoorbeeld.Map)
            .Eindpunt(Onderbouwen.Map)
            .Eindpunt(VerloopTonen.Map)
            .Eindpunt(Beginnen.Map)
            .Eindpunt(Trekken.Map)
            .Eindpunt(Voorleggen.Map)
            .Eindpunt(Tonen.Map)
            .Eindpunt(SignalenTonen.Map)
            .Eindpunt(SjabloonGeven.Map)
            .Eindpunt(BestandInlezen.Map);
}
