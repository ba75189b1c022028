using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Dossiers.Scannen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Dossiers;

/// <summary>Documents of cases, letters to people, and the e-mail that tells of them.</summary>
public sealed class DossiersContext : IContext
{
    public static string Naam => "dossiers";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Document>()
            .Stroom<Brief>()
            .Stroom<Geadresseerde>()
            .Document<Brief>(m => m.Index(b => b.Zaaknummer))
            .Document<Document>(m => m.Index(d => d.Zaaknummer).Index(d => d.Stand))
            .Document<Dossiersleutel>()
            .Document<Zaak>()
            .Document<Adreskopie>()
            .Tabel(Bestandstabel.Ddl)
            .Tabel(Databaseplaats.Ddl)
            .Tabel(Emailtabel.Ddl)
            .Diensten(d => d.AddScoped<Bestandstabel>().AddScoped<Adresboek>().AddScoped<Verzenden>())
            .Diensten(Documentdiensten.VoegToe)
            .Diensten(Emaildiensten.VoegToe)
            .Doorlopend<Scanronde>()
            .Doorlopend<Emailronde>()
            .Taak<Restenopruimen>("bestandsresten", "45 3 * * *")
            .LeestRegels<DossiersContext>()
            .LeestMedewerkers<DossiersContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<DocumentBeschikbaarBericht>("document-beschikbaar")
            .Zegt<DocumentGeweigerdBericht>("document-geweigerd")
            .Zegt<BriefVerzondenBericht>("brief-verzonden")
            .Hoort<AanvraagIngediendBericht, BijAanvraagIngediend>()
            .Hoort<AandachtGevraagdBericht, BijAandachtGevraagd>()
            .Hoort<OndernemingGewijzigdBericht, BijOndernemingGewijzigd>()
            .Hoort<ContactGewijzigdBericht, BijContactGewijzigd>()
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<AanvraagAfgewezenBericht, BijAanvraagAfgewezen>()
            .Hoort<AanvullingGevraagdBericht, BijAanvullingGevraagd>()
            .Hoort<BuitenBehandelingGesteldBericht, BijBuitenBehandelingGesteld>()
            .Hoort<BewijsGevraagdBericht, BijBewijsGevraagd>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Eindpunt(Ontvangen.Map)
            .Eindpunt(Documenteisen.Map)
            .Eindpunt(Documentstanden.Map)
            .Eindpunt(DocumentBekijken.Map)
            .Eindpunt(DocumentVerwijderen.Map)
            .Eindpunt(Scancijfers.Map)
            .Eindpunt(Ontvangstbewijs.Map)
            .Eindpunt(BrievenBekijken.Map)
            .Eindpunt(EmailsTonen.Map)
            .Eindpunt(EmailHerzenden.Map);
}
