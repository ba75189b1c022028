using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Tijdvakken.Beheer;
using SlimRegeling.Tijdvakken.Mededelingen;
using SlimRegeling.Tijdvakken.Regelversies;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>Application windows: opening, ceiling, ranking and the reservation of budget.</summary>
public sealed class TijdvakkenContext : IContext
{
    public static string Naam => "tijdvakken";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Tijdvak>()
            .Stroom<Reservering>()
            .Stroom<Volgordeboek>()
            .Stroom<Regelbeheer>()
            .Stroom<Tijdvakbeheer>()
            .Stroom<Mededeling>()
            .Tabel(Plafondstand.Ddl)
            .Tabel(Inschrijvingen.Verhuizing)
            .Tabel(Inschrijving.Ddl)
            .Tabel(Zaakstand.Ddl)
            .Tabel(Vastgesteldstand.Ddl)
            .Budgetten()
            .Tabel(Bezwaarvragen.Ddl)
            .Diensten(d =>
                d.AddScoped<Verdeelbeurt>()
                    .AddScoped<Reserveringen>()
                    .AddScoped<Bezwaarsluiting>()
                    .AddScoped<Loting>()
                    .AddScoped<Tijdvakvoorstellen>()
            )
            .Diensten(d => d.AddSingleton<Geschiedenissen>())
            .LeestMedewerkers<TijdvakkenContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<TijdvakGewijzigdBericht>("tijdvak-gewijzigd")
            .Zegt<AanvraagGerangschiktBericht>("aanvraag-gerangschikt")
            .Zegt<BudgetGereserveerdBericht>("budget-gereserveerd")
            .Zegt<BudgetVrijgegevenBericht>("budget-vrijgegeven")
            .Zegt<BezwaarbudgetGereserveerdBericht>("bezwaarbudget-gereserveerd")
            .Zegt<BezwaarbudgetVastgelegdBericht>("bezwaarbudget-vastgelegd")
            .Zegt<BudgetOntoereikendBericht>("budget-ontoereikend")
            .Zegt<AanvraagUitgeslotenBericht>("aanvraag-uitgesloten")
            .Zegt<ParameterGewijzigdBericht>("parameter-gewijzigd")
            .ZegtZichzelf<BudgetVerdelenBericht, BijBudgetVerdelen>("budget-verdelen")
            .Hoort<AanvraagIngediendBericht, BijAanvraagIngediend>()
            .Hoort<AanvullingGevraagdBericht, BijAanvullingGevraagd>()
            .Hoort<AanvraagAangevuldBericht, BijAanvraagAangevuld>()
            .Hoort<AanvraagVolledigBericht, BijAanvraagVolledig>()
            .Hoort<AanvraagVervallenBericht, BijAanvraagVervallen>()
            .Hoort<OntvangenTotBericht, BijOntvangenTot>()
            .Hoort<AanvraagBeoordeeldBericht, BijAanvraagBeoordeeld>()
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<AanvraagAfgewezenBericht, BijAanvraagAfgewezen>()
            .Hoort<BudgetTeruggegevenBericht, BijBudgetTeruggegeven>()
            .Hoort<BezwaarbudgetGevraagdBericht, BijBezwaarbudgetGevraagd>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<BezwaarIngetrokkenBericht, BijBezwaarIngetrokken>()
            .Hoort<HerstelbesluitGenomenBericht, BijHerstelbesluitGenomen>()
            .Hoort<HerstelTeruggezondenBericht, BijHerstelTeruggezonden>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Eindpunt(Vaststellen.Map)
            .Eindpunt(Wijzigen.Map)
            .Eindpunt(Verplaatsen.Map)
            .Eindpunt(GeschiedenisTonen.Map)
            .Eindpunt(TijdvakvoorstellenTonen.Map)
            .Eindpunt(VoorstelOndertekenen.Map)
            .Eindpunt(VoorstelTerugzenden.Map)
            .Eindpunt(LijstVastleggen.Map)
            .Eindpunt(Loten.Map)
            .Eindpunt(Herloten.Map)
            .Eindpunt(WachtlijstSluiten.Map)
            .Eindpunt(VoorbereidTonen.Map)
            .Eindpunt(Tonen.Map)
            .Eindpunt(StandTonen.Map)
            .Eindpunt(SluitingTonen.Map)
            .Eindpunt(MededelingPlaatsen.Map)
            .Eindpunt(MededelingIntrekken.Map)
            .Eindpunt(MededelingTonen.Map)
            .Eindpunt(RangordeBestand.Map)
            .Eindpunt(RegelversiesTonen.Map)
            .Eindpunt(VoorstellenTonen.Map)
            .Eindpunt(Voorstellen.Map)
            .Eindpunt(Ondertekenen.Map)
            .Eindpunt(Terugzenden.Map);
}
