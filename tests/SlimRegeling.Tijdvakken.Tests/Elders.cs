using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Those from whom this context hears.</summary>
internal sealed class Elders : IContext
{
    public static string Naam => "elders";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Zegt<AanvraagIngediendBericht>("aanvraag-ingediend")
            .Zegt<AanvullingGevraagdBericht>("aanvulling-gevraagd")
            .Zegt<AanvraagAangevuldBericht>("aanvraag-aangevuld")
            .Zegt<AanvraagVolledigBericht>("aanvraag-volledig")
            .Zegt<AanvraagVervallenBericht>("aanvraag-vervallen")
            .Zegt<OntvangenTotBericht>("ontvangen-tot")
            .Zegt<AanvraagBeoordeeldBericht>("aanvraag-beoordeeld")
            .Zegt<SubsidieVerleendBericht>("subsidie-verleend")
            .Zegt<AanvraagAfgewezenBericht>("aanvraag-afgewezen")
            .Zegt<BudgetTeruggegevenBericht>("budget-teruggegeven")
            .Zegt<BezwaarbudgetGevraagdBericht>("bezwaarbudget-gevraagd")
            .Zegt<BezwaarBeslistBericht>("bezwaar-beslist")
            .Zegt<BezwaarIngetrokkenBericht>("bezwaar-ingetrokken")
            .Zegt<HerstelbesluitGenomenBericht>("herstelbesluit-genomen")
            .Zegt<HerstelTeruggezondenBericht>("herstel-teruggezonden")
            .Zegt<VerleningGewijzigdBericht>("verlening-gewijzigd")
            .Zegt<VerleningIngetrokkenBericht>("verlening-ingetrokken")
            .Zegt<SubsidieVastgesteldBericht>("subsidie-vastgesteld")
            .Zegt<MedewerkerGewijzigdBericht>("medewerker-gewijzigd");
}
