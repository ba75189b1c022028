using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Api;

/// <summary>Notes when a request came, first of all: what is slow behind the door makes nobody late.</summary>
internal sealed class Binnenkomst(RequestDelegate volgende, Moment moment)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/v1"))
        {
            http.RequestServices.GetRequiredService<Aanroep>().Binnen = moment.Nu;
        }
        return volgende(http);
    }
}
