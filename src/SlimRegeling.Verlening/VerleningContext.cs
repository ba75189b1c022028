using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening;

/// <summary>Awards and refusals: the decision on an application, signed by a second person.</summary>
public sealed class VerleningContext : IContext
{
    public static string Naam => "verlening";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Verlening>()
            .Diensten(d => d.AddSingleton<Beoordelingsnavraag>())
            .LeestRegels<VerleningContext>()
            .LeestMedewerkers<VerleningContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<SubsidieVerleendBericht>("subsidie-verleend")
            .Zegt<AanvraagAfgewezenBericht>("aanvraag-afgewezen")
            .Zegt<VoorschotToegekendBericht>("voorschot-toegekend")
            .Zegt<BezwaartermijnGestartBericht>("bezwaartermijn-gestart")
            .Zegt<VoorstelTeruggezondenBericht>("voorstel-teruggezonden")
            .Zegt<BudgetTeruggegevenBericht>("budget-teruggegeven")
            .Zegt<AanvraagIngetrokkenBericht>("aanvraag-ingetrokken")
            .Hoort<AanvraagBeoordeeldBericht, BijAanvraagBeoordeeld>()
            .Hoort<BudgetGereserveerdBericht, BijBudgetGereserveerd>()
            .Hoort<BudgetVrijgegevenBericht, BijBudgetVrijgegeven>()
            .Hoort<BudgetOntoereikendBericht, BijBudgetOntoereikend>()
            .Hoort<AanvraagVervallenBericht, BijAanvraagVervallen>()
            .Hoort<BuitenBehandelingGesteldBericht, BijBuitenBehandelingGesteld>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Eindpunt(Bekijken.Map)
            .Eindpunt(Ondertekenen.Map)
            .Eindpunt(Terugzenden.Map)
            .Eindpunt(Intrekken.Map);
}
