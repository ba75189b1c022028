using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Bladeren;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Dossiers.Post;
using SlimRegeling.Dossiers.Postvak;
using SlimRegeling.Dossiers.Scannen;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Uitvoer;
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
            .Stroom<Briefsjabloon>()
            .Stroom<Postbundel>()
            .Stroom<Dossieruitvoer>()
            .Document<Brief>(m => m.Index(b => b.Zaaknummer).Index(b => b.NaarPost!))
            .Document<Document>(m => m.Index(d => d.Zaaknummer).Index(d => d.Stand))
            .Document<Dossiersleutel>()
            .Document<Zaak>(m => m.Index(z => z.KvkNummer))
            .Document<Adreskopie>()
            .Tabel(Bestandstabel.Ddl)
            .Tabel(Databaseplaats.Ddl)
            .Tabel(Emailtabel.Ddl)
            .Tabel(Postvaktabel.Ddl)
            .Bestanden()
            .Diensten(d => d.AddScoped<Bestandstabel>().AddScoped<Adresboek>().AddScoped<Onderbouwingen>())
            .Diensten(d => d.AddScoped<Opmaken>().AddScoped<Voorbeeldbrief>().AddScoped<Verzenden>().AddScoped<Postvaktabel>())
            .Diensten(d => d.AddScoped<Derden>().AddScoped<Bezwaarpost>())
            .Diensten(Documentdiensten.VoegToe)
            .Diensten(Emaildiensten.VoegToe)
            .Diensten(d => d.AddScoped<Dossierinhoud>().AddScoped<Dossierzip>())
            .Doorlopend<Scanronde>()
            .Doorlopend<Emailronde>()
            .Taak<Restenopruimen>("bestandsresten", "45 3 * * *", "Haalt bestanden weg die bij geen document meer horen.")
            .LeestRegels<DossiersContext>()
            .LeestMedewerkers<DossiersContext>()
            .LeestBelangen<DossiersContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<DocumentBeschikbaarBericht>("document-beschikbaar")
            .Zegt<DocumentGeweigerdBericht>("document-geweigerd")
            .Zegt<BriefVerzondenBericht>("brief-verzonden")
            .Hoort<AanvraagIngediendBericht, BijAanvraagIngediend>()
            .Hoort<AandachtGevraagdBericht, BijAandachtGevraagd>()
            .Hoort<OndernemingGewijzigdBericht, BijOndernemingGewijzigd>()
            .Hoort<ContactGewijzigdBericht, BijContactGewijzigd>()
            .Hoort<BriefwijzeGewijzigdBericht, BijBriefwijzeGewijzigd>()
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<AanvraagAfgewezenBericht, BijAanvraagAfgewezen>()
            .Hoort<AanvullingGevraagdBericht, BijAanvullingGevraagd>()
            .Hoort<BuitenBehandelingGesteldBericht, BijBuitenBehandelingGesteld>()
            .Hoort<BewijsGevraagdBericht, BijBewijsGevraagd>()
            .Hoort<DeclaratieaanvullingGevraagdBericht, BijDeclaratieaanvullingGevraagd>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Hoort<BezwaarIngediendBericht, BijBezwaarIngediend>()
            .Hoort<BezwaarHerstelGevraagdBericht, BijBezwaarHerstelGevraagd>()
            .Hoort<BezwaarHoorzittingBericht, BijBezwaarHoorzitting>()
            .Hoort<BezwaarBeslistermijnBericht, BijBezwaarBeslistermijn>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<HerstelbesluitGenomenBericht, BijHerstelbesluitGenomen>()
            .Hoort<WijzigingBeslotenBericht, BijWijzigingBesloten>()
            .Hoort<VoorschotToegekendBericht, BijVoorschotToegekend>()
            .Hoort<LaatsteDagNadertBericht, BijLaatsteDagNadert>()
            .Hoort<VertragingMedegedeeldBericht, BijVertragingMedegedeeld>()
            .Hoort<VaststellingVertraagdBericht, BijVaststellingVertraagd>()
            .Hoort<WijzigingVertraagdBericht, BijWijzigingVertraagd>()
            .Hoort<IntrekkingVoorgenomenBericht, BijIntrekkingVoorgenomen>()
            .Hoort<AanvullingstermijnNadertBericht, BijAanvullingstermijnNadert>()
            .Hoort<ZienswijzetermijnNadertBericht, BijZienswijzetermijnNadert>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<TerugvorderingBeslotenBericht, BijTerugvorderingBesloten>()
            .Hoort<VorderingsbesluitGenomenBericht, BijVorderingsbesluitGenomen>()
            .Hoort<RentevergoedingBeslotenBericht, BijRentevergoedingBesloten>()
            .Hoort<VorderingHerinnerdBericht, BijVorderingHerinnerd>()
            .Hoort<VorderingAangemaandBericht, BijVorderingAangemaand>()
            .Eindpunt(Ontvangen.Map)
            .Eindpunt(Documenteisen.Map)
            .Eindpunt(Documentstanden.Map)
            .Eindpunt(DocumentBekijken.Map)
            .Eindpunt(BladenBekijken.Map)
            .Eindpunt(DocumentVerwijderen.Map)
            .Eindpunt(Scancijfers.Map)
            .Eindpunt(Ontvangstbewijs.Map)
            .Eindpunt(Drukken.Map)
            .Eindpunt(BrievenBekijken.Map)
            .Eindpunt(BerichtenTonen.Map)
            .Eindpunt(Briefvoorbeeld.Map)
            .Eindpunt(Voornemenvoorbeeld.Map)
            .Eindpunt(Briefteksten.Map)
            .Eindpunt(Sjablonen.Tonen.Map)
            .Eindpunt(Voorbeeld.Map)
            .Eindpunt(Voorstellen.Map)
            .Eindpunt(Ondertekenen.Map)
            .Eindpunt(Terugzenden.Map)
            .Eindpunt(Bundelen.Map)
            .Eindpunt(Posten.Map)
            .Eindpunt(Post.Bekijken.Map)
            .Eindpunt(EmailsTonen.Map)
            .Eindpunt(EmailHerzenden.Map)
            .Eindpunt(AlarmMelden.Map)
            .Eindpunt(UitvoerVragen.Map)
            .Eindpunt(UitvoerHalen.Map);
}
