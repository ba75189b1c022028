using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Relaties.Handelsregister;
using SlimRegeling.Relaties.Machtigingen;
using SlimRegeling.Relaties.Medewerkers;
using SlimRegeling.Relaties.Register;

namespace SlimRegeling.Relaties;

/// <summary>
/// Enterprises: where they are, where they are paid, the de-minimis aid they were granted, and who may act for them. And what was decided about the
/// roles of those who work for the executor.
/// </summary>
public sealed class RelatiesContext : IContext
{
    public static string Naam => "relaties";

    public static void Beschrijf(Contextbouwer context)
    {
        Steunwacht.Controleer(context);
        context
            .Stroom<Onderneming>()
            .Stroom<Steunzaak>()
            .Stroom<Steunopgave>()
            .Stroom<Machtiging>()
            .Stroom<Medewerker>()
            .Document<Machtiging>(m => m.Index(x => x.Gever).Index(x => x.Gemachtigde))
            .LeestRegels<RelatiesContext>()
            .Document<Steunwacht>()
            .Diensten(Opzoeken.Diensten)
            .Diensten(d => d.AddScoped<Registerlezer>())
            .Taak<Steunwachtronde>("steunregister", "40 5 * * *", "Kijkt welke de-minimissteun te laat is voor het centrale register.")
            .LeestMedewerkers<RelatiesContext>()
            .LeestBelangen<RelatiesContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<OndernemingGewijzigdBericht>("onderneming-gewijzigd")
            .Zegt<RekeningGewijzigdBericht>("rekening-gewijzigd")
            .Zegt<ContactGewijzigdBericht>("contact-gewijzigd")
            .Zegt<BriefwijzeGewijzigdBericht>("briefwijze-gewijzigd")
            .Zegt<SteunGeregistreerdBericht>("steun-geregistreerd")
            .Zegt<MedewerkerGewijzigdBericht>("medewerker-gewijzigd")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<VerleningAangepastBericht, BijVerleningAangepast>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Eindpunt(Inschrijven.Map)
            .Eindpunt(RekeningWijzigen.Map)
            .Eindpunt(ContactWijzigen.Map)
            .Eindpunt(Bekijken.Map)
            .Eindpunt(SteunBekijken.Map)
            .Eindpunt(OpgavewerkTonen.Map)
            .Eindpunt(OpgaveMaken.Map)
            .Eindpunt(OpgaveBevestigen.Map)
            .Eindpunt(OpgaveVervallen.Map)
            .Eindpunt(OpgavenTonen.Map)
            .Eindpunt(Doorgeven.Map)
            .Eindpunt(Opzoeken.Map)
            .Eindpunt(Machtigingen.Verlenen.Map)
            .Eindpunt(Machtigingen.Beeindigen.Map)
            .Eindpunt(Machtigingen.Tonen.Map)
            .Eindpunt(Inzien.Map)
            .Eindpunt(Weigeren.Map)
            .Eindpunt(MedewerkersTonen.Map)
            .Eindpunt(BeoordelaarsTonen.Map)
            .Eindpunt(Aanmelden.Map)
            .Eindpunt(Naamgeven.Map)
            .Eindpunt(RolIntrekken.Map)
            .Eindpunt(Blokkeren.Map)
            .Eindpunt(ToegangVoorstellen.Map)
            .Eindpunt(ToegangBevestigen.Map)
            .Eindpunt(ToegangTerugzenden.Map);
    }
}
