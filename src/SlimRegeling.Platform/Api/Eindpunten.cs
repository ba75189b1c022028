using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>The public API: strict reading, one door, problems in plain Dutch, the version in every answer.</summary>
public static class Eindpunten
{
    public const string Versie = "1.0.0";

    internal static void VoegApiToe(this IServiceCollection diensten)
    {
        diensten.Configure<JsonOptions>(o =>
        {
            Json.Inrichten(o.SerializerOptions);
            o.SerializerOptions.Converters.Insert(0, new TekstConverter());
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
            o.SerializerOptions.TypeInfoResolver = o.SerializerOptions.TypeInfoResolver!.WithAddedModifier(Elementen.Eis);
            // Which of the two counts would differ between readers, so that what was checked need not be what is stored.
            o.SerializerOptions.AllowDuplicateProperties = false;
        });
        diensten.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        diensten.AddProblemDetails();
        diensten.AddExceptionHandler<Vangnet>();
        diensten.TryAddSingleton(TimeProvider.System);
        diensten.AddSingleton<Deurzegel>();
        diensten.AddScoped<Aanroep>();
        diensten.AddScoped<Werkeenheden>();
        diensten.AddScoped(typeof(Werkeenheid<>));
        diensten.AddScoped(typeof(Stroom<>));
    }

    internal static void MapContexten(this IEndpointRouteBuilder app, Contextregister contexten)
    {
        var lezer = app.ServiceProvider.GetRequiredService<Persoonlezer>();
        foreach (var opslag in contexten.Hier)
        {
            var api = app.MapGroup("/v1")
                .WithGroupName(opslag.Context.Naam)
                .WithTags(opslag.Context.Naam)
                .AddEndpointFilter(new Deur(_ => opslag, lezer));
            foreach (var map in opslag.Context.Eindpunten)
            {
                map(api);
            }
        }
    }

    /// <summary>States the body of a successful answer for the API document.</summary>
    public static RouteHandlerBuilder Geeft<T>(this RouteHandlerBuilder eindpunt, int status = 200) => eindpunt.Produces<T>(status);

    /// <summary>Each view by the executor goes into the view log (<see cref="Inzage"/>).</summary>
    /// <param name="bladerend">It is leafed through: who looks on within the hour has seen it once.</param>
    public static RouteHandlerBuilder LegtInzageVast(this RouteHandlerBuilder eindpunt, string wat, bool bladerend = false) =>
        eindpunt.WithMetadata(new Inzage(wat, bladerend));

    /// <summary>A computation: stores nothing, takes no Idempotency-Key.</summary>
    public static RouteHandlerBuilder SlaatNietsOp(this RouteHandlerBuilder eindpunt) => eindpunt.WithMetadata(new ZonderSleutel());

    /// <summary>
    /// Calls that come at the same moment share a commit. Only for what begins streams and writes what any transaction can: a call that begins
    /// its own transaction, or adds to a stream, commits alone.
    /// </summary>
    public static RouteHandlerBuilder DeeltVastlegging(this RouteHandlerBuilder eindpunt) => eindpunt.WithMetadata(new DeeltVastlegging());

    /// <summary>Refuses what one end user calls more often than this in any sixty seconds, with 429 and <c>Retry-After</c>.</summary>
    public static RouteHandlerBuilder HoogstensPerMinuut(this RouteHandlerBuilder eindpunt, int aanroepen) =>
        eindpunt.WithMetadata(new Aanroeplimiet(aanroepen));

    public static RouteHandlerBuilder Hoogstens(this RouteHandlerBuilder eindpunt, long bytes) =>
        eindpunt.WithMetadata(new Bovengrens(bytes));

    /// <summary>The body is a file of at most this size; it can be read more than once and is not in memory.</summary>
    public static RouteHandlerBuilder HoogstensBestand(this RouteHandlerBuilder eindpunt, long bytes) =>
        eindpunt.WithMetadata(new Bovengrens(bytes, Bestand: true));

    internal static void GebruikApi(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.Use(
            (http, volgende) =>
            {
                if (http.Request.Path.StartsWithSegments("/v1"))
                {
                    http.Response.Headers["API-Version"] = Versie;
                }
                return volgende(http);
            }
        );
        app.UseStatusCodePages(context =>
            context.HttpContext.Request.Path.StartsWithSegments("/v1")
            && VanRouter(context.HttpContext.Response.StatusCode) is { } weigering
                ? Probleem.Schrijf(context.HttpContext, weigering)
                : Task.CompletedTask
        );
    }

    private static Weigering? VanRouter(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => OnbekendAdres(status),
            StatusCodes.Status415UnsupportedMediaType => OnbekendeInhoud,
            _ => null,
        };

    internal static Weigering OnbekendeInhoud =>
        new()
        {
            Code = "onbekende-inhoud",
            Status = StatusCodes.Status415UnsupportedMediaType,
            Uitleg =
                "Deze soort inhoud neemt dit adres niet aan. Stuur gegevens als application/json, en een bestand als de soort die in het API-document staat.",
        };

    private static Weigering OnbekendAdres(int status) =>
        new()
        {
            Code = "onbekend-adres",
            Status = status,
            Uitleg = "Dit adres kent de API niet met deze methode. Kijk in het API-document welke adressen er zijn.",
        };
}
