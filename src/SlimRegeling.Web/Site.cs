using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Beheer;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;
using SlimRegeling.Web.Wachtkamer;
using Machtigingsomvang = SlimRegeling.Platform.Identiteit.Machtigingsomvang;

namespace SlimRegeling.Web;

/// <summary>
/// The pages. They call the public API as the person who looks, and nothing else. Call <see cref="AddSite"/> beside <c>AddIdentiteit</c>, and
/// <see cref="MapSite"/> before <c>UseVloer</c>: the site's words for a status go around everything else.
/// </summary>
public static class Site
{
    /// <summary>Who has cases to look at: their own, or all.</summary>
    public static readonly IReadOnlyList<Rol> Lezers =
    [
        Rol.Aanvrager,
        Rol.Gemachtigde,
        Rol.Beoordelaar,
        Rol.Medeondertekenaar,
        Rol.FinancieelMedewerker,
        Rol.FinancieelControleur,
        Rol.Regelbeheerder,
        Rol.Beheerder,
    ];

    /// <param name="verbinding">The database in which the one process with a site is known, which sessions were ended and what was typed and not sent is kept; the site reads nothing else from it.</param>
    public static void AddSite(this WebApplicationBuilder builder, string verbinding)
    {
        // Also outside Development a program that is not published finds its assets where they were built.
        builder.WebHost.UseStaticWebAssets();
        // Its files as they were built, compressed: not each compared with the disk and then sent as large as it is.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        var diensten = builder.Services;
        diensten.AddPaginaAanmelding(builder.Configuration, builder.Environment);
        diensten.AddSessiebewaring(verbinding);
        diensten.AddKladopslag(verbinding);
        diensten
            .AddRazorPages(o => o.Conventions.ConfigureFilter(new Apifouten()).ConfigureFilter(new ServiceFilterAttribute<Keuzewijzer>()))
            .AddApplicationPart(typeof(Site).Assembly)
            // Once there are pages, the API documents follow the JSON of the pages: it must be that of the API.
            .AddJsonOptions(o => Json.Inrichten(o.JsonSerializerOptions));
        Klant(diensten, "aanvragen", client => new AanvragenApi(client));
        Klant(diensten, "dossiers", client => new DossiersApi(client));
        Klant(diensten, "relaties", client => new RelatiesApi(client));
        Klant(diensten, "tijdvakken", client => new TijdvakkenApi(client));
        Klant(diensten, "vaststelling", client => new VaststellingApi(client));
        Klant(diensten, "verlening", client => new VerleningApi(client));
        Klant(diensten, "zaken", client => new ZakenApi(client));
        Klant(diensten, "betalingen", client => new BetalingenApi(client));
        // A statement of a bank can be large, and is booked before there is an answer.
        diensten.AddHttpClient("site-betalingen", client => client.Timeout = TimeSpan.FromMinutes(15));
        Klant(diensten, "relaties", client => new SteunregisterApi(client), "steunregister");
        Klant(diensten, "leercultuurscans", client => new LeercultuurscansApi(client));
        NaamloosApi.VoegToe(diensten);
        diensten.AddHttpClient(Hosts.Client).MetPersoonstoken().AddHttpMessageHandler<Eindgebruikersadres>();
        diensten
            .AddHttpClient(Aanmeldmelder.Client)
            .ConfigureHttpClient(
                (sp, client) =>
                {
                    client.BaseAddress = new Uri(Contextklanten.Adres(sp, "relaties"), "v1/");
                    client.Timeout = TimeSpan.FromSeconds(3);
                }
            );
        diensten.AddSingleton<IAanmeldgehoor, Aanmeldmelder>();
        diensten.AddSingleton(Meldadres.Uit(builder.Configuration));
        diensten.AddSingleton(Nalevingsstatus.Uit(builder.Configuration));
        diensten.AddScoped<Hosts>();
        diensten.AddScoped<Keuzewijzer>();
        diensten.AddScoped<Teksten>();
        diensten.AddScoped<Concepten>();
        diensten.AddScoped<Stukkenlezer>();
        diensten.AddScoped<Bestandspost>();
        diensten.AddScoped<Zaakbladlezer>();
        diensten.AddScoped<Declaratieopslag>();
        diensten.AddScoped<Projectlezer>();
        diensten.AddScoped<Pages.Werkblad.Stukkenkijker>();
        diensten.AddScoped<Berichtenteller>();
        diensten.AddScoped<Collegas>();
        diensten.AddScoped<Zaaknamen>();
        diensten.AddScoped<Verlooplezer>();
        diensten.AddScoped<Taakopslag>();
        diensten.AddSingleton<Registergeheugen>();
        diensten.AddScoped<Registerlezer>();
        diensten.AddScoped<Ondernemingslezer>();
        diensten.AddSingleton<Typwerk>();
        diensten.AddScoped<Kladblad>();
        VoegMededelingenToe(diensten);
        VoegWachtkamerToe(builder, verbinding);
    }

    public static void MapSite(this WebApplication app)
    {
        var beleid = Beveiligingsbeleid.Uit(app.Configuration);
        // First of all: what is slow behind this door makes nobody late either.
        var moment = app.Services.GetRequiredService<Moment>();
        app.Use(
            (http, volgende) =>
            {
                if (HttpMethods.IsPost(http.Request.Method) && !http.Request.Path.StartsWithSegments("/v1"))
                {
                    http.Features.Set(new Formuliermoment(moment.Nu));
                }
                return volgende(http);
            }
        );
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.Use(
            (http, volgende) =>
            {
                if ((http.GetEndpoint() is not null && !PaginaAanmelding.IsPagina(http)) || http.Request.Path.StartsWithSegments("/v1"))
                {
                    // The API has words of its own.
                    http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
                    return volgende(http);
                }
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers.ContentSecurityPolicy = beleid.Van(http);
                    return Task.CompletedTask;
                });
                return volgende(http);
            }
        );
        app.UseMiddleware<Wachtkamerpoort>();
        app.UseMiddleware<Typwerkpoort>();
        var bestanden = Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json");
        if (File.Exists(bestanden))
        {
            app.MapStaticAssets(bestanden).Openbaar();
        }
        app.MapPaginaAanmelding();
        app.MapTaalkeuze();
        var paginas = app.MapRazorPages().AlsPagina();
        app.MapGet("/begin", Begin).Openbaar().AlsPagina().ExcludeFromDescription();
        // A page that stands in none of these places says nothing, and is closed.
        In(paginas, "/Zaken/").Voor([.. Lezers]).EigenZaak();
        In(paginas, "/Beheer/").Voor(Rol.Regelbeheerder, Rol.Beheerder);
        In(paginas, "/Beheer/Mededeling", "/Beheer/Brieven/", "/Beheer/Leercultuur/").Voor(Rol.Regelbeheerder);
        In(paginas, "/Beheer/Leercultuur/Benchmarks").Voor(Rol.Onderzoeker, Rol.Regelbeheerder);
        In(paginas, "/Beheer/Machtigingen", "/Beheer/Taken", "/Beheer/Emails").Voor(Rol.Beheerder);
        In(paginas, "/Beheer/Steekproeven").Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.FinancieelControleur, Rol.Regelbeheerder);
        In(paginas, "/Afstemming/").Voor(Rol.Beheerder, Rol.FinancieelControleur);
        In(paginas, "/Uitvoer/").Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.Beheerder);
        In(paginas, "/Werkblad/").Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        In(paginas, "/Werkblad/Ondertekenen").Voor(Rol.Medeondertekenaar);
        In(paginas, "/Werk/").Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        In(paginas, "/Werk/Aanvullen").Voor(Rol.Beoordelaar);
        In(paginas, "/Post/", "/Beheer/Bezwaren/").Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        In(paginas, "/Beheer/Bezwaren/Invoeren").Voor(Rol.Beoordelaar);
        In(paginas, "/Medewerkers/").Voor(Rol.Beheerder, Rol.FunctionarisGegevensbescherming);
        In(paginas, "/Geld/").Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur);
        In(paginas, "/Inzagen/").Voor(Rol.FunctionarisGegevensbescherming);
        In(paginas, "/Aanvragen/", "/Postvak/", "/Rapporten/").Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak();
        In(paginas, "/Machtigingen/").Voor(Rol.Aanvrager).EigenZaak().AlsZichzelf();
        In(paginas, "/Uitnodigingen/").Voor(Rol.Aanvrager, Rol.Partij).EigenZaak();
        In(paginas, "/Steun/").Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Partij).EigenZaak();
        In(paginas, "/Scans/").Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak();
        In(paginas, "/Scans/Leiding").Voor(Rol.Aanvrager).EigenZaak();
        In(paginas, "/QuickScan/", "/Invullen/").Openbaar().LaatGeenSpoor();
        In(paginas, "/Campagnes/").Openbaar();
        In(paginas, "/Tijdvakken/", "/Leercultuur/", "/Interventies/", "/Index", "/Proefberekening", "/Toegankelijkheid", "/Fout")
            .Openbaar();
    }

    /// <summary>After signing in: to the page that one's role is for.</summary>
    private static IResult Begin(Persoon? persoon) =>
        persoon is { Geblokkeerd: true }
            ? TypedResults.StatusCode(StatusCodes.Status403Forbidden)
            : TypedResults.LocalRedirect(Beginpad(persoon));

    private static string Beginpad(Persoon? persoon) =>
        persoon switch
        {
            null => "/",
            _ when persoon.Heeft(Rol.Aanvrager) || persoon.Heeft(Rol.Gemachtigde) => persoon.Mag(Machtigingsomvang.Aanvragen)
                ? "/aanvragen"
                : "/zaken",
            _ when persoon.Heeft(Rol.FinancieelMedewerker) || persoon.Heeft(Rol.FinancieelControleur) => "/geld",
            _ when Lezers.Any(persoon.Heeft) => "/zaken",
            _ when persoon.Heeft(Rol.Partij) => "/aanvragen/uitnodigingen",
            _ when persoon.Heeft(Rol.FunctionarisGegevensbescherming) => "/inzagen",
            _ when persoon.Heeft(Rol.Onderzoeker) => "/beheer/benchmarks",
            _ => "/",
        };

    /// <summary>The pages at these places: a folder ends with a slash.</summary>
    private static Deel In(IEndpointConventionBuilder paginas, params string[] plaatsen) =>
        new(
            paginas,
            pagina =>
                pagina
                    .Metadata.OfType<PageActionDescriptor>()
                    .Any(p =>
                        plaatsen.Any(plaats =>
                            plaats.EndsWith('/')
                                ? p.ViewEnginePath.StartsWith(plaats, StringComparison.Ordinal)
                                : p.ViewEnginePath == plaats
                        )
                    )
        );

    private static void VoegMededelingenToe(IServiceCollection diensten)
    {
        diensten
            .AddHttpClient(Mededelingen.Client)
            .ConfigureHttpClient(
                (sp, client) =>
                {
                    client.BaseAddress = new Uri(Contextklanten.Adres(sp, "tijdvakken"), "v1/");
                    client.Timeout = TimeSpan.FromSeconds(5);
                }
            );
        diensten.AddSingleton<Mededelingen>();
        diensten.AddSingleton<Documentmededeling>(sp => () => sp.GetRequiredService<Mededelingen>().Bekend?.Tekst);
    }

    private static void VoegWachtkamerToe(WebApplicationBuilder builder, string verbinding)
    {
        var instellingen = builder.Configuration.GetSection(Wachtkamerinstellingen.Sectie).Get<Wachtkamerinstellingen>() ?? new();
        instellingen.Controleer();
        builder.Services.AddSingleton(instellingen);
        builder.Services.AddSingleton<Wachtrij>();
        builder.Services.AddSingleton<Kaartschrift>();
        if (instellingen.Stand != Wachtkamerstand.Uit)
        {
            builder.Services.AddHostedService(sp => new Alleenrecht(
                verbinding,
                "de site",
                "Een ander proces op deze database heeft de site al, en de wachtkamer heeft één rij. Zet in dit proces SlimRegeling:Site op uit, of zet in alle processen SlimRegeling:Wachtkamer:Stand op uit.",
                sp.GetRequiredService<IHostApplicationLifetime>(),
                sp.GetRequiredService<ILogger<Alleenrecht>>()
            ));
        }
        // Who signed in or stands in the row does so over a restart, and at every process that has the same keys.
        if (builder.Configuration["SlimRegeling:Sleutelmap"] is { Length: > 0 } map)
        {
            builder.Services.AddDataProtection().SetApplicationName("slimregeling").PersistKeysToFileSystem(Directory.CreateDirectory(map));
        }
    }

    private static void Klant<T>(IServiceCollection diensten, string context, Func<HttpClient, T> maak, string? naam = null)
        where T : class =>
        diensten
            .AddHttpClient<T>($"site-{naam ?? context}")
            .ConfigureHttpClient((sp, client) => client.BaseAddress = new Uri(Contextklanten.Adres(sp, context), "v1/"))
            .AddTypedClient(maak)
            .MetPersoonstoken()
            // After the token: the moment is sealed with it.
            .AddHttpMessageHandler<Deurmoment>()
            .AddHttpMessageHandler<Eindgebruikersadres>();

    /// <summary>Those pages of a whole to which a convention applies.</summary>
    private sealed class Deel(IEndpointConventionBuilder geheel, Func<EndpointBuilder, bool> hoortErbij) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) =>
            geheel.Add(pagina =>
            {
                if (hoortErbij(pagina))
                {
                    convention(pagina);
                }
            });
    }
}
