using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Api;

/// <summary>
/// Notes when a request came, first of all: what is slow behind the door makes nobody late. What our own site passes on came when its form came
/// to the door of the site.
/// </summary>
internal sealed class Binnenkomst(RequestDelegate volgende, Moment moment, Deurzegel zegel)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/v1"))
        {
            var nu = moment.Nu;
            http.RequestServices.GetRequiredService<Aanroep>().Binnen = zegel.Lees(http, nu) ?? nu;
        }
        return volgende(http);
    }
}
