using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>Samples, proof and settlement decisions.</summary>
public sealed class VaststellingContext : IContext
{
    public static string Naam => "vaststelling";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Verantwoording>()
            .LeestRegels<VaststellingContext>()
            .LeestMedewerkers<VaststellingContext>()
            .LeestBelangen<VaststellingContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<BewijsGevraagdBericht>("bewijs-gevraagd")
            .Zegt<BewijsOntvangenBericht>("bewijs-ontvangen")
            .Zegt<SubsidieVastgesteldBericht>("subsidie-vastgesteld")
            .Zegt<VaststellingHeropendBericht>("vaststelling-heropend")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<DocumentBeschikbaarBericht, BijDocumentBeschikbaar>()
            .Hoort<ScanAfgerondBericht, BijScanAfgerond>()
            .Hoort<BetalingUitgevoerdBericht, BijBetalingUitgevoerd>()
            .Eindpunt(Bekijken.Map)
            .Eindpunt(SteekproefTrekken.Map)
            .Eindpunt(BewijsIndienen.Map)
            .Eindpunt(Beoordelen.Map)
            .Eindpunt(Ondertekenen.Map)
            .Eindpunt(Onderbouwen.Map)
            .Eindpunt(VerloopTonen.Map);
}
