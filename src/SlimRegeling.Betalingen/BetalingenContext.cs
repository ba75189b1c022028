using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;

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
            .Tabel(Grootboek.Ddl)
            .Projectie(new Grootboek())
            .Betalingen()
            .Diensten(d =>
                d.AddScoped<Opdragen>()
                    .AddSingleton(sp =>
                        Opdrachtgever.Uit(sp.GetRequiredService<IConfiguration>(), sp.GetRequiredService<IHostEnvironment>())
                    )
                    .AddHostedService<Opdrachtgevercontrole>()
            )
            .LeestMedewerkers<BetalingenContext>()
            .LeestBelangen<BetalingenContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<BetalingOpgedragenBericht>("betaling-opgedragen")
            .Zegt<BetalingAangehoudenBericht>("betaling-aangehouden")
            .Zegt<BetalingVrijgegevenBericht>("betaling-vrijgegeven")
            .Zegt<BetalingUitgevoerdBericht>("betaling-uitgevoerd")
            .Zegt<BetalingTeruggekomenBericht>("betaling-teruggekomen")
            .Zegt<BetalingVerlaagdBericht>("betaling-verlaagd")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<VoorschotToegekendBericht, BijVoorschotToegekend>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Hoort<VerleningGewijzigdBericht, BijVerleningGewijzigd>()
            .Hoort<IntrekkingVoorgenomenBericht, BijIntrekkingVoorgenomen>()
            .Hoort<IntrekkingVervallenBericht, BijIntrekkingVervallen>()
            .Hoort<VerleningIngetrokkenBericht, BijVerleningIngetrokken>()
            .Hoort<BezwaarIngediendBericht, BijBezwaarIngediend>()
            .Hoort<BezwaarBeslistBericht, BijBezwaarBeslist>()
            .Hoort<BezwaarIngetrokkenBericht, BijBezwaarIngetrokken>()
            .Hoort<RekeningGewijzigdBericht, BijRekeningGewijzigd>()
            .Hoort<BetalingTeruggekomenBericht, BijBetalingTeruggekomen>()
            .Eindpunt(Opdrachten.Tonen.Map)
            .Eindpunt(Accorderen.Map)
            .Eindpunt(Controleren.Map)
            .Eindpunt(BestandMaken.Map)
            .Eindpunt(BestandTonen.Map)
            .Eindpunt(AfschriftVerwerken.Map)
            .Eindpunt(GrootboekTonen.Map);
}
