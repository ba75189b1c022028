using SlimRegeling.Aanvragen;
using SlimRegeling.Betalingen;
using SlimRegeling.Dossiers;
using SlimRegeling.Leercultuurscans;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Relaties;
using SlimRegeling.Tijdvakken;
using SlimRegeling.Vaststelling;
using SlimRegeling.Verlening;
using SlimRegeling.Zaken;

namespace SlimRegeling.Host;

/// <summary>The contexts of the house.</summary>
internal static class Contexten
{
    public static IReadOnlyList<Context> Alle() =>
        [
            Context.Van<TijdvakkenContext>(),
            Context.Van<AanvragenContext>(),
            Context.Van<LeercultuurscansContext>(),
            Context.Van<VerleningContext>(),
            Context.Van<VaststellingContext>(),
            Context.Van<BetalingenContext>(),
            Context.Van<DossiersContext>(),
            Context.Van<RelatiesContext>(),
            Context.Van<ZakenContext>(),
        ];
}
