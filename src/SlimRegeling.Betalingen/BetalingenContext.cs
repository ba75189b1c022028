using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen;

/// <summary>Payment orders, the bank's files and statements, and the ledger.</summary>
public sealed class BetalingenContext : IContext
{
    public static string Naam => "betalingen";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Verplichting>()
            .Stroom<Betaalopdracht>()
            .Stroom<Rekening>()
            .Stroom<Betaalronde>()
            .Stroom<Afschrift>()
            .Stroom<Bankregel>()
            .Stroom<Vordering>()
            .Stroom<Rentevergoeding>()
            .Stroom<Boekmaand>()
            .Stroom<Memoriaal>()
            .Tabel(Boekmaanden.Ddl)
            .Tabel(Tijdvakplafonds.Ddl)
            .Tabel(Projectperiodes.Ddl)
            .Tabel(Besluitbrieven.Ddl)
            .Tabel(Bankmutaties.Ddl)
            .Tabel(Grootboek.Ddl)
            .Projectie(new Grootboek())
            .Projectie(new Boekmaanden())
            .Betalingen()
            .Begroten()
            .Diensten(d =>
                d.AddScoped<Opdragen>()
                    .AddSingleton(sp =>
                        Opdrachtgever.Uit(sp.GetRequiredService<IConfiguration>(), sp.GetRequiredService<IHostEnvironment>())
                    )
                    .AddHostedService<Opdrachtgevercontrole>()
                    .AddSingleton<INaamcontrole>(sp => Naambestand.Uit(sp.GetRequiredService<IConfiguration>()))
            )
            .Diensten(d => d.AddScoped<Vorderingen>().AddScoped<Ontvangsten>().AddScoped<Betaaltermijnen>().AddScoped<Memoriaalstap>())
            .LeestRegels<BetalingenContext>()
            .LeestMedewerkers<BetalingenContext>()
            .LeestBelangen<BetalingenContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<BetalingOpgedragenBericht>("betaling-opgedragen")
            .Zegt<BetalingAangehoudenBericht>("betaling-aangehouden")
            .Zegt<BetalingVrijgegevenBericht>("betaling-vrijgegeven")
            .Zegt<BetalingUitgevoerdBericht>("betaling-uitgevoerd")
            .Zegt<BetalingTeruggekomenBericht>("betaling-teruggekomen")
            .Zegt<BetalingAfgewezenBericht>("betaling-afgewezen")
            .Zegt<BetalingVerlaagdBericht>("betaling-verlaagd")
            .Zegt<TerugvorderingBeslotenBericht>("terugvordering-besloten")
            .Zegt<VorderingsbesluitGenomenBericht>("vorderingsbesluit-genomen")
            .Zegt<VorderingHerinnerdBericht>("vordering-herinnerd")
            .Zegt<VorderingAangemaandBericht>("vordering-aangemaand")
            .Zegt<VorderingVoldaanBericht>("vordering-voldaan")
            .Zegt<RentevergoedingBeslotenBericht>("rentevergoeding-besloten")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<VoorschotToegekendBericht, BijVoorschotToegekend>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<VerleningAangepastBericht, BijVerleningAangepast>()
            .Hoort<IntrekkingVoorgenomenBericht, BijIntrekkingVoorgenomen>()
            .Hoort<IntrekkingVervallenBericht, BijIntrekkingVervallen>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<BezwaarIngediendBericht, BijBezwaarIngediend>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<BezwaarIngetrokkenBericht, BijBezwaarIngetrokken>()
            .Hoort<RekeningGewijzigdBericht, BijRekeningGewijzigd>()
            .Hoort<BetalingTeruggekomenBericht, BijBetalingTeruggekomen>()
            .Hoort<BetalingAfgewezenBericht, BijBetalingAfgewezen>()
            .Hoort<TijdvakGewijzigdBericht, BijTijdvakGewijzigd>()
            .Hoort<BriefVerzondenBericht, BijBriefVerzonden>()
            .Taak<Hervatten>("hervattingen", "10 0 * * *", "Laat betalingen doorgaan waarvan de opschorting van dertien weken voorbij is.")
            .Taak<Herinneren>(
                "betaalherinneringen",
                "25 6 * * *",
                "Herinnert met een brief aan de laatste dag om een terugvordering te betalen."
            )
            .Taak<Aanmanen>("aanmaningen", "35 6 * * *", "Maant met een brief aan wie een terugvordering niet op tijd betaalde.")
            .Document<Begrotingswacht>()
            .Taak<Begrotingswachtronde>("begroting", "45 5 * * *", "Kijkt of een jaar boven zijn begroting komt.")
            .Eindpunt(Opdrachten.Tonen.Map)
            .Eindpunt(VrijGeven.Map)
            .Eindpunt(RekeningTonen.Map)
            .Eindpunt(Controleren.Map)
            .Eindpunt(BeslagLeggen.Map)
            .Eindpunt(RondeVoorstellen.Map)
            .Eindpunt(RondeBijstellen.Map)
            .Eindpunt(RondeAccorderen.Map)
            .Eindpunt(GeldwerkTonen.Map)
            .Eindpunt(RondesTonen.Map)
            .Eindpunt(RondeTonen.Map)
            .Eindpunt(BestandTonen.Map)
            .Eindpunt(BestandTerugnemen.Map)
            .Eindpunt(StatusVerwerken.Map)
            .Eindpunt(AfschriftVerwerken.Map)
            .Eindpunt(AfschriftTonen.Map)
            .Eindpunt(Bankaansluiting.Map)
            .Eindpunt(BankregelAfhandelen.Map)
            .Eindpunt(GrootboekTonen.Map)
            .Eindpunt(MaandSluiten.Map)
            .Eindpunt(Tegenboeken.Map)
            .Eindpunt(Proefbalans.Map)
            .Eindpunt(BoekingenTonen.Map)
            .Eindpunt(Jaaroverzicht.Map)
            .Eindpunt(Jaarverloop.Map)
            .Eindpunt(Prognose.Map)
            .Eindpunt(Uitvoeren.Map)
            .Eindpunt(VorderingenTonen.Map)
            .Eindpunt(TerugvorderenVoorstellen.Map)
            .Eindpunt(RegelingVoorstellen.Map)
            .Eindpunt(RenteVoorstellen.Map)
            .Eindpunt(VerrekenenVoorstellen.Map)
            .Eindpunt(DwangbevelVoorstellen.Map)
            .Eindpunt(AfboekenVoorstellen.Map)
            .Eindpunt(VoorstelOndertekenen.Map)
            .Eindpunt(Belemmeren.Map)
            .Eindpunt(Erkennen.Map)
            .Eindpunt(BetaaltermijnenTonen.Map)
            .Eindpunt(RentevergoedingVoorstellen.Map)
            .Eindpunt(RentevergoedingOndertekenen.Map)
            .Eindpunt(TekstDoorgeven.Map);
}
