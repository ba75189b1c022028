using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Campagnes;
using SlimRegeling.Leercultuurscans.Dashboard;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;
using SlimRegeling.Leercultuurscans.QuickScans;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Leercultuurscans;

/// <summary>Learning-culture scans: codes, answers that nobody can trace, one report, and what many of those tell together.</summary>
public sealed class LeercultuurscansContext : IContext
{
    public static string Naam => "leercultuurscans";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Scan>()
            .Stroom<Campagne>()
            .Stroom<Interventiestand>()
            .Stroom<Indicatorstand>()
            .Stroom<Logregel>()
            .Document<Scan>(m => m.Index(s => s.KvkNummer).Index(s => s.Campagne!))
            .Document<Logregel>(m => m.Index(r => r.KvkNummer))
            .Document<Planconcept>()
            .Document<Instrumentgebruik>()
            .Tabel(Antwoordopslag.Ddl)
            .Tabel(Rapportcijfers.Ddl)
            .Tabel(Antwoordsommen.Ddl)
            .Tabel(Leidingkeuzes.Ddl)
            .Tabel(QuickScanopslag.Ddl)
            .Tabel(Verleend.Ddl)
            .Tabel(Terugkoppelen.Ddl)
            .Diensten(Antwoordopslagdiensten.VoegToe)
            .Diensten(d =>
                d.AddSingleton(sp => Instrumentboek.Uit(sp.GetRequiredService<IConfiguration>()))
                    .AddSingleton<Scanlezer.Geheugen>()
                    .AddSingleton<Formulier>()
                    .AddSingleton<QuickScanopslag>()
                    .AddSingleton<Dashboardcijfers>()
                    .AddScoped<Scanlezer>()
                    .AddScoped<Rapportlezer>()
                    .AddScoped<Campagneboek>()
                    .AddScoped<Interventieboek>()
                    .AddScoped<Indicatorboek>()
            )
            .Taak<Restenopruimen>("antwoordresten", "15 4 * * *", "Maakt de tabellen van antwoorden schoon, ook van wat al was vernietigd.")
            .LeestMedewerkers<LeercultuurscansContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<ScanAfgerondBericht>("scan-afgerond")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Hoort<SubsidieVastgesteldBericht, BijSubsidieVastgesteld>()
            .Eindpunt(InstrumentenTonen.Map)
            .Eindpunt(BetrouwbaarheidTonen.Map)
            .Eindpunt(Starten.Map)
            .Eindpunt(CodesBijmaken.Map)
            .Eindpunt(CodesDrukken.Map)
            .Eindpunt(Verklaren.Map)
            .Eindpunt(Raadvermelden.Map)
            .Eindpunt(Beantwoorden.Map)
            .Eindpunt(Sluiten.Map)
            .Eindpunt(Koppelen.Map)
            .Eindpunt(Terugkoppelen.Map)
            .Eindpunt(ScanTonen.Map)
            .Eindpunt(RapportTonen.Map)
            .Eindpunt(RapportDrukken.Map)
            .Eindpunt(Vergelijken.Map)
            .Eindpunt(BenchmarkTonen.Map)
            .Eindpunt(Plannenmaken.Map)
            .Eindpunt(Campagnevoeren.Map)
            .Eindpunt(CampagnesTonen.Map)
            .Eindpunt(InterventiesTonen.Map)
            .Eindpunt(Loggen.Map)
            .Eindpunt(VoorbeeldenTonen.Map)
            .Eindpunt(QuickScannen.Map)
            .Eindpunt(BeeldDrukken.Map)
            .Eindpunt(LeidraadTonen.Map)
            .Eindpunt(DashboardTonen.Map)
            .Eindpunt(Dashboardbestanden.Map);
}
