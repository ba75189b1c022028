using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Contexten;

/// <summary>
/// An HttpClient per context, by its name, with the token of this process. A context is at <c>SlimRegeling:Adressen:{context}</c>; without
/// that setting it runs in this host.
/// </summary>
public static class Contextklanten
{
    internal static void VoegContextklantenToe(this IServiceCollection diensten, IEnumerable<string> contexten)
    {
        diensten.AddTransient<Afgebrokenverbinding>();
        diensten.ConfigureHttpClientDefaults(c => c.AddHttpMessageHandler<Afgebrokenverbinding>());
        diensten.AddSingleton<Contextgegevens>();
        diensten.AddSingleton<Contextvraag>();
        foreach (var context in contexten)
        {
            diensten.AddHttpClient(context, (sp, client) => client.BaseAddress = Adres(sp, context)).MetDiensttoken();
        }
    }

    /// <summary>Where a context answers, for those who call its API; it ends with a slash.</summary>
    public static Uri Adres(IServiceProvider diensten, string context)
    {
        var sleutel = $"SlimRegeling:Adressen:{context}";
        if (diensten.GetRequiredService<IConfiguration>()[sleutel] is not { Length: > 0 } ingesteld)
        {
            return Hostadres.Eigen(diensten.GetRequiredService<IServer>())
                ?? throw new Opstartfout($"Deze host luistert op geen enkel adres. Geef bij {sleutel} het adres van context {context}.");
        }
        return Uri.TryCreate(ingesteld, UriKind.Absolute, out var adres) && adres.Scheme is "https" or "http"
            ? adres
            : throw new Opstartfout($"'{ingesteld}' is geen adres. Geef bij {sleutel} een volledig adres, dat begint met https://.");
    }
}
