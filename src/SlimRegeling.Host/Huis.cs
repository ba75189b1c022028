using System.Diagnostics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Web;

namespace SlimRegeling.Host;

/// <summary>
/// The running program and the PostgreSQL that it brought, when no connection string was given. Everything that differs between the ways to run
/// is configuration: <c>ConnectionStrings:SlimRegeling</c> (or one per context by its name), <c>SlimRegeling:RabbitMq</c>,
/// <c>SlimRegeling:Contexten</c>, <c>SlimRegeling:Site</c>, <c>SlimRegeling:Gegevensmap</c>, <c>ASPNETCORE_URLS</c>.
/// </summary>
internal sealed class Huis : IAsyncDisposable
{
    private const string Standaardadres = "http://127.0.0.1:5080";
    private const string Hoofdverbinding = "SlimRegeling";

    private readonly IngebouwdePostgres? _postgres;

    private Huis(WebApplication app, IngebouwdePostgres? postgres, string gegevensmap)
    {
        App = app;
        _postgres = postgres;
        Gegevensmap = gegevensmap;
    }

    public WebApplication App { get; }

    public string Gegevensmap { get; }

    /// <summary>Whether the data are this program's own; only then may example play touch them.</summary>
    public bool EigenDatabase => _postgres is not null;

    public static async Task<Huis> Bouw(string[] args, Action<WebApplicationBuilder>? aanvullen, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        aanvullen?.Invoke(builder);
        var configuratie = builder.Configuration;
        if (string.IsNullOrWhiteSpace(configuratie["urls"]))
        {
            builder.WebHost.UseUrls(Standaardadres);
        }
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        // A person at a terminal reads lines; what collects logs reads JSON.
        builder.Configuration["Logging:Console:FormatterName"] ??= Console.IsOutputRedirected ? "json" : "simple";
        VoegSporenToe(builder);
        // At information it writes the address of each request, also of who answers in confidence: no setting brings that back.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        var gegevensmap = configuratie["SlimRegeling:Gegevensmap"] ?? IngebouwdePostgres.StandaardGegevensmap;
        var postgres = await Postgres(configuratie, gegevensmap, ct);
        try
        {
            var instellingen = Instellingen(configuratie, postgres?.Verbinding);
            var metSite = MetSite(configuratie);
            builder.AddVloer(instellingen);
            VoegAanmeldingToe(builder, gegevensmap);
            VoegHandelsregisterToe(builder);
            if (metSite)
            {
                builder.AddSite(instellingen.Takenverbinding!);
            }
            var app = builder.Build();
            if (metSite)
            {
                app.MapSite();
            }
            app.UseVloer();
            return new Huis(app, postgres, gegevensmap);
        }
        catch
        {
            if (postgres is not null)
            {
                await postgres.DisposeAsync();
            }
            throw;
        }
    }

    /// <summary>The program as it would be, for its documents: nothing starts and nothing connects.</summary>
    /// <param name="metSite">With its pages and jobs, and not the API alone.</param>
    public static WebApplication Ongestart(bool metSite = false)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[$"ConnectionStrings:{Hoofdverbinding}"] = "Host=localhost";
        var instellingen = Instellingen(builder.Configuration, null) with { Ongestart = true };
        builder.AddVloer(metSite ? instellingen : instellingen with { Takenverbinding = null });
        builder.Services.AddIdentiteit(builder.Configuration);
        if (metSite)
        {
            builder.AddSite(instellingen.Takenverbinding!);
        }
        var app = builder.Build();
        if (metSite)
        {
            app.MapSite();
        }
        app.UseVloer();
        app.UseRouting();
        app.UseEndpoints(_ => { });
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    /// <summary>Whether the data are in a database that was given, and not this program's own.</summary>
    internal static bool VerbindingGegeven(IConfiguration configuratie) =>
        !string.IsNullOrWhiteSpace(configuratie.GetConnectionString(Hoofdverbinding));

    internal static async Task<IngebouwdePostgres?> Postgres(ConfigurationManager configuratie, string gegevensmap, CancellationToken ct)
    {
        if (VerbindingGegeven(configuratie))
        {
            return null;
        }
        using var log = LoggerFactory.Create(l => l.AddSimpleConsole().AddConfiguration(configuratie.GetSection("Logging")));
        return await IngebouwdePostgres.Start(gegevensmap, log.CreateLogger<IngebouwdePostgres>(), ct);
    }

    internal static Vloerinstellingen Instellingen(ConfigurationManager configuratie, string? ingebouwd)
    {
        var alle = Contexten.Alle();
        var hoofd = ingebouwd ?? configuratie.GetConnectionString(Hoofdverbinding)!;
        var gekozen = configuratie["SlimRegeling:Contexten"]
            ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var namen = alle.Select(c => c.Naam).ToHashSet();
        if (gekozen?.FirstOrDefault(g => !namen.Contains(g)) is { } onbekend)
        {
            throw new Opstartfout($"Context '{onbekend}' bestaat niet. Kies bij SlimRegeling:Contexten uit: {string.Join(", ", namen)}.");
        }
        return new Vloerinstellingen
        {
            Alle = alle,
            Hier = gekozen?.ToHashSet() ?? namen,
            Verbinding = context => configuratie.GetConnectionString(context) ?? hoofd,
            Takenverbinding = hoofd,
            RabbitMq = Rabbit(configuratie["SlimRegeling:RabbitMq"]),
        };
    }

    private static bool MetSite(ConfigurationManager configuratie) =>
        configuratie["SlimRegeling:Site"] switch
        {
            null or "" or "aan" => true,
            "uit" => false,
            var anders => throw new Opstartfout($"SlimRegeling:Site is '{anders}'. Kies aan of uit."),
        };

    private static Uri? Rabbit(string? adres)
    {
        if (string.IsNullOrWhiteSpace(adres))
        {
            return null;
        }
        return Uri.TryCreate(adres, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new Opstartfout(
                $"'{adres}' is geen adres van RabbitMQ. Geef bij SlimRegeling:RabbitMq een adres dat begint met amqp:// of amqps://."
            );
    }

    private static void VoegAanmeldingToe(WebApplicationBuilder builder, string gegevensmap)
    {
        builder.Services.AddIdentiteit(builder.Configuration);
        if (string.IsNullOrWhiteSpace(builder.Configuration["SlimRegeling:Aanmelding:Provider"]))
        {
            builder.Services.AddVoorbeeldprovider(
                builder.Configuration,
                builder.Environment,
                Path.Combine(gegevensmap, "sleutels"),
                Voorbeeldaccounts.Alle
            );
        }
    }

    /// <summary>The enterprises of the example people; in production nobody's form is filled in with an example.</summary>
    private static void VoegHandelsregisterToe(WebApplicationBuilder builder)
    {
        if (!Productie.Is(builder.Configuration, builder.Environment))
        {
            builder.Configuration["SlimRegeling:Handelsregister:Bestand"] ??= Path.Combine(
                AppContext.BaseDirectory,
                "handelsregister.json"
            );
        }
    }

    // Nothing leaves the machine unless an OTLP endpoint is configured (OTEL_EXPORTER_OTLP_ENDPOINT).
    private static void VoegSporenToe(WebApplicationBuilder builder)
    {
        builder.Logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        var naarBuiten = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("slimregeling"))
            .WithTracing(t =>
            {
                t.AddSource(Sporen.Naam, "MassTransit", "Npgsql")
                    .AddAspNetCoreInstrumentation(o => o.Filter = http => !Spoorloos.Is(http))
                    .AddHttpClientInstrumentation();
                if (naarBuiten)
                {
                    t.AddOtlpExporter();
                }
                else
                {
                    // Trace ids are still made, for logs and events; spans are not collected.
                    t.SetSampler(new AlwaysOffSampler());
                }
            });
    }
}
