using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Between who someone is and what they may do: who names another enterprise in <see cref="Kopregel"/> goes on as its gemachtigde, when the
/// machtiging that it gave in the portal is in force and covers the endpoint. The pages name it from the choice in the session, and whether it is
/// in force is asked by the API. Who names nobody pays nothing.
/// </summary>
internal sealed class Machtigingspoort(
    RequestDelegate volgende,
    Persoonlezer lezer,
    Machtigingsnavraag navraag,
    ILogger<Machtigingspoort> logboek
)
{
    /// <summary>KVK number of the enterprise that one acts for.</summary>
    public const string Kopregel = "Slim-Namens";

    private const string Artikel = "artikel 2:1 Awb";

    public Task InvokeAsync(HttpContext http) =>
        PaginaAanmelding.IsPagina(http) ? Pagina(http)
        : http.Request.Headers.TryGetValue(Kopregel, out var namens)
        && http.GetEndpoint()?.Metadata.GetMetadata<Toegang>() is { Openbaar: false }
            ? Api(http, namens.ToString())
        : volgende(http);

    private async Task Pagina(HttpContext http)
    {
        // Who did not sign in chose nothing; without a site nobody can.
        if (lezer.Lees(http) is { MagKiezen: true } persoon && await Vertegenwoordigde.Van(http) is { } keuze)
        {
            http.Features.Set(keuze);
            if (http.GetEndpoint()?.Metadata.GetMetadata<AlsZichzelf>() is null)
            {
                http.Features.Set(persoon.AlsGemachtigdeVan(keuze.KvkNummer, keuze.Omvang));
            }
        }
        await volgende(http);
    }

    private async Task Api(HttpContext http, string namens)
    {
        if (lezer.Lees(http) is not { } persoon || persoon.KvkNummer == namens)
        {
            await volgende(http);
            return;
        }
        var (weigering, omvang) = await Weeg(http, persoon, namens);
        if (weigering is not null)
        {
            await Probleem.Schrijf(http, weigering);
            return;
        }
        http.Features.Set(persoon.AlsGemachtigdeVan(namens, omvang));
        await volgende(http);
    }

    /// <returns>Why not; or what the machtiging covers.</returns>
    private async Task<(Weigering? Weigering, IReadOnlyCollection<Machtigingsomvang>? Omvang)> Weeg(
        HttpContext http,
        Persoon persoon,
        string namens
    )
    {
        if (namens.Length != 8 || !namens.All(char.IsAsciiDigit))
        {
            return (Vangnet.Bericht(new Fout(Kopregel, "Geef het KVK-nummer van de onderneming waarvoor u handelt: acht cijfers.")), null);
        }
        if (!persoon.MagKiezen)
        {
            return (NietVoorZichzelf, null);
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<MetMachtiging>() is not { } eindpunt)
        {
            return (OmvatDitNiet, null);
        }
        try
        {
            var geldt = await navraag.Vraag(namens, persoon, http.RequestAborted);
            return geldt.Omvang.Count == 0 ? (Geen(namens), null)
                : geldt.Omvang.Any(eindpunt.Omvang.Contains) ? (null, geldt.Omvang)
                : (OmvatDitNiet, null);
        }
        catch (HttpRequestException e)
        {
            logboek.LogError(e, "Whether a machtiging is in force could not be asked");
            http.Response.Headers.RetryAfter = "60";
            return (Onbekend, null);
        }
    }

    /// <summary>The same for an enterprise that gave none, that ended it, and that is not there: nobody learns which.</summary>
    private static Weigering Geen(string namens) =>
        Weigering.NietDoorU(
            "geen-machtiging",
            $"U hebt nu geen machtiging om namens KVK {namens} te handelen: zij is er niet, gaat later in, is verlopen of is beëindigd. Vraag de onderneming om een machtiging, of kies een andere onderneming.",
            Artikel
        );

    private static readonly Weigering OmvatDitNiet = Weigering.NietDoorU(
        "machtiging-omvat-dit-niet",
        "De machtiging die u kreeg, geldt niet voor dit onderdeel. Vraag de onderneming om het zelf te doen, of om een ruimere machtiging.",
        Artikel
    );

    private static readonly Weigering NietVoorZichzelf = Weigering.NietDoorU(
        "niet-voor-eigen-onderneming",
        "Een machtiging uit het portaal geldt voor wie zich aanmeldt namens de onderneming die haar kreeg. Meld u aan namens uw eigen onderneming.",
        Artikel
    );

    private static readonly Weigering Onbekend = Weigering.Van(
        "machtiging-niet-te-controleren",
        "Wij kunnen nu niet controleren of uw machtiging geldt. Er is niets opgeslagen. Probeer het over een minuut opnieuw."
    ) with
    {
        Status = StatusCodes.Status503ServiceUnavailable,
    };
}
