using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Leercultuurscans;

/// <summary>Learning-culture scans: codes, answers that nobody can trace, and one report.</summary>
public sealed class LeercultuurscansContext : IContext
{
    public static string Naam => "leercultuurscans";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Scan>()
            .Tabel(Antwoordopslag.Ddl)
            .LeestMedewerkers<LeercultuurscansContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Zegt<ScanAfgerondBericht>("scan-afgerond")
            .Eindpunt(Instrumenten.Map)
            .Eindpunt(Starten.Map)
            .Eindpunt(Antwoorden.Map)
            .Eindpunt(Sluiten.Map)
            .Eindpunt(Tonen.Map);
}
