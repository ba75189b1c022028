using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Where the provider is. A host that is its own example provider may listen on a port that is only known once it runs, so
/// the address is asked for at the first use and not while the program is put together.
/// </summary>
public sealed class Provideradres(IOptions<Aanmeldinstellingen> instellingen, IServer server)
{
    public bool EigenHost => string.IsNullOrWhiteSpace(instellingen.Value.Provider);

    /// <exception cref="Opstartfout">No provider is configured and this host does not listen on an address.</exception>
    public Uri Adres => EigenHost ? EigenAdres() : Geconfigureerd(instellingen.Value.Provider!);

    private static Uri Geconfigureerd(string provider) =>
        Uri.TryCreate(provider, UriKind.Absolute, out var adres) && adres.Scheme is "https" or "http"
            ? adres
            : throw new Opstartfout(
                $"'{provider}' is geen adres van een aanmelddienst. Geef bij SlimRegeling:Aanmelding:Provider een volledig adres, dat begint met https://."
            );

    private Uri EigenAdres() =>
        Hostadres.Eigen(server)
        ?? throw new Opstartfout(
            "Er is geen aanmelddienst ingesteld. Geef bij SlimRegeling:Aanmelding:Provider het adres van de OpenID Connect-provider."
        );
}
