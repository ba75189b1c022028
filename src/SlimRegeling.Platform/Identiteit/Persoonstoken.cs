using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Gives each call of the pages to the API the token of the person who looks at the page, and for whom they act; none when nobody signed in.</summary>
public sealed class Persoonstoken(IHttpContextAccessor verzoek) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (verzoek.HttpContext is { } http)
        {
            var token = await http.GetTokenAsync(CookieAuthenticationDefaults.AuthenticationScheme, "access_token");
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (http.Features.Get<Vertegenwoordigde>() is { } namens && http.GetEndpoint()?.Metadata.GetMetadata<AlsZichzelf>() is null)
                request.Headers.TryAddWithoutValidation(Machtigingspoort.Kopregel, namens.KvkNummer);
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
