using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Zaken;

namespace SlimRegeling.Prestaties;

/// <summary>Lets Zaken hear what the stored events say, each message in a transaction of its own, by the words with which it hears while the program runs.</summary>
internal static class Gehoord
{
    /// <returns>How many messages there were.</returns>
    public static async Task<long> Alles(IReadOnlyList<Context> alle, IReadOnlyList<Contextopslag> opslagen)
    {
        var contexten = new Contextregister(alle, opslagen);
        var zaken = contexten.Van(typeof(ZakenContext));
        var gehoord = contexten.Berichtsoorten.GehoordDoor(ZakenContext.Naam).ToHashSet();
        await using var diensten = Diensten(zaken.Context, contexten);
        var aantal = 0L;
        foreach (var zegger in opslagen.Where(o => o.Context.Gebeurtenisnamen.Count > 0))
        {
            await foreach (
                var (bericht, _) in Gezegd.Door(zegger, contexten.Berichtsoorten, DateTimeOffset.UnixEpoch, CancellationToken.None)
            )
            {
                if (gehoord.Contains(bericht.Soort))
                {
                    await Hoor(diensten, zaken, contexten.Berichtsoorten, bericht);
                    aantal++;
                }
            }
        }
        return aantal;
    }

    private static async Task Hoor(ServiceProvider diensten, Contextopslag zaken, Berichtsoorten soorten, Envelop bericht)
    {
        await using var scope = diensten.CreateAsyncScope();
        var eenheden = scope.ServiceProvider.GetRequiredService<Werkeenheden>();
        eenheden.Aanroep.Aanleiding = bericht.Id;
        eenheden.Aanroep.Veroorzaker = bericht.Kop.Wie;
        eenheden.Aanroep.Namens = bericht.Kop.Namens;
        await Verwerkers.Roep(scope.ServiceProvider, zaken.Context, soorten.Lees(bericht.Soort, bericht.Inhoud), CancellationToken.None);
        await eenheden.Van(zaken).Sessie.SaveChangesAsync();
    }

    private static ServiceProvider Diensten(Context zaken, Contextregister contexten)
    {
        var diensten = new ServiceCollection();
        diensten.AddSingleton(contexten);
        diensten.AddScoped<Aanroep>();
        diensten.AddScoped<Werkeenheden>();
        diensten.AddScoped(typeof(Werkeenheid<>));
        foreach (var toevoegen in zaken.Diensten)
        {
            toevoegen(diensten);
        }
        return diensten.BuildServiceProvider();
    }
}
