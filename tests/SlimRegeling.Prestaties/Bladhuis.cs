using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Prestaties;

/// <summary>The whole program in a process of its own, on a database that is filled, with its example people before its pages.</summary>
internal sealed class Bladhuis : IAsyncDisposable
{
    /// <summary>Layout with what its menu asks, sign-in, and nothing that the page itself asks of the API.</summary>
    public const string LeegBlad = "/toegankelijkheid";

    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);

    private readonly Hostproces _proces;
    private readonly Uri _adres;
    private readonly Dictionary<string, Bladlezer> _lezers = [];

    private Bladhuis(Hostproces proces, Uri adres)
    {
        _proces = proces;
        _adres = adres;
    }

    /// <param name="Blad">Its route, or the question that is asked.</param>
    /// <param name="Persoon">The example person who looks.</param>
    public sealed record Vraag(string Blad, string Persoon, string Pad);

    public static async Task<Bladhuis> Start(string verbinding, string map)
    {
        var adres = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Poort.Vrij()}/");
        var omgeving = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = adres,
            ["ConnectionStrings__SlimRegeling"] = verbinding,
            ["SlimRegeling__Voorbeeldzaken"] = "false",
            ["SlimRegeling__Gegevensmap"] = map,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var host = Hostproces.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll")], omgeving);
        var huis = new Bladhuis(host, new Uri(adres));
        try
        {
            await host.WachtOp(new Uri(huis._adres, "health/ready"), Geduld);
            return huis;
        }
        catch
        {
            await huis.DisposeAsync();
            throw;
        }
    }

    public async Task<Bladlezer> Als(string persoon)
    {
        if (!_lezers.TryGetValue(persoon, out var lezer))
        {
            _lezers[persoon] = lezer = await Bladlezer.MeldAan(_adres, persoon);
        }
        return lezer;
    }

    /// <summary>Every page that the program has, as someone of an enterprise and as someone of the executor where both may come.</summary>
    /// <exception cref="InvalidOperationException">There is a page that nobody knows how to open here.</exception>
    public async Task<IReadOnlyList<Vraag>> Bladen(Bladvoorraad.Genoemd genoemd)
    {
        var (vragen, onbekend) = (new List<Vraag>(), new List<string>());
        await using var app = Huis.Ongestart(metSite: true);
        var bladen = RechtenSchrijven.Eindpunten(app).Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).ToList();
        foreach (var blad in bladen.OrderBy(b => b.RoutePattern.RawText, StringComparer.Ordinal))
        {
            string[] delen =
            [
                .. blad.RoutePattern.PathSegments.Select(s => s.Parts[0] is RoutePatternParameterPart p ? $"{{{p.Name}}}" : Tekst(s)),
            ];
            var (route, toegang) = ($"/{string.Join('/', delen)}", blad.Metadata.GetMetadata<Toegang>()!);
            var paden = Paden(delen, genoemd);
            List<Vraag> gevonden = [];
            foreach (var rollen in (IReadOnlySet<Rol>[])[Rollen.VanOnderneming, Rollen.VanUitvoerder])
            {
                if (await Open(route, paden, toegang, rollen) is { } vraag && (gevonden.Count == 0 || !toegang.Openbaar))
                {
                    gevonden.Add(vraag);
                }
            }
            if (gevonden.Count == 0)
            {
                onbekend.Add(route);
            }
            vragen.AddRange(gevonden);
        }
        return onbekend.Count == 0
            ? vragen
            : throw new InvalidOperationException(
                $"Nobody measures these pages: {string.Join(", ", onbekend)}. Say in {nameof(Bladhuis)}.{nameof(Paden)} how one of each is opened."
            );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lezer in _lezers.Values)
        {
            lezer.Dispose();
        }
        await _proces.DisposeAsync();
    }

    private async Task<Vraag?> Open(string route, IReadOnlyList<string> paden, Toegang toegang, IReadOnlySet<Rol> rollen)
    {
        foreach (
            var persoon in Voorbeeldaccounts.Alle.Where(p =>
                p.Rollen.All(r => rollen.Contains(r) && (toegang.Openbaar || toegang.Rollen.Contains(r)))
            )
        )
        {
            foreach (var pad in paden)
            {
                var antwoord = await (await Als(persoon.Id)).Haal(pad);
                if (antwoord.Status == HttpStatusCode.OK || pad.StartsWith("/fout/", StringComparison.Ordinal))
                {
                    return new(route, persoon.Id, pad);
                }
            }
        }
        return null;
    }

    private static string Tekst(RoutePatternPathSegment deel) =>
        string.Concat(deel.Parts.OfType<RoutePatternLiteralPart>().Select(p => p.Content));

    /// <summary>The addresses at which a page could open: every case, window and machtiging that is there by name in every place for one, and
    /// what is asked about a window.</summary>
    private static IReadOnlyList<string> Paden(string[] delen, Bladvoorraad.Genoemd genoemd)
    {
        IEnumerable<string> paden = [""];
        foreach (var deel in delen)
        {
            string[] keuzen = deel switch
            {
                "{zaaknummer}" => [genoemd.Zaak, genoemd.Concept, genoemd.Samenwerking, genoemd.Bestreden],
                "{bezwaar}" => [genoemd.Bezwaar],
                // Who signs in to look is known from then on.
                "{id}" =>
                [
                    Bladvoorraad.Geloot,
                    genoemd.Machtiging,
                    Relaties.Medewerkers.Medewerker.Stroom("beheerder"),
                    genoemd.Standaardtekst,
                ],
                "{taak}" => ["activiteiten"],
                "{soort}" => ["verlening"],
                "{status}" => ["404"],
                _ when deel.StartsWith('{') => [],
                _ => [deel],
            };
            paden = paden.SelectMany(p => keuzen.Select(k => $"{p}/{k}")).ToList();
        }
        string[] alle = delen.Length == 0 ? ["/"] : [.. paden];
        return [.. alle, .. alle.Select(p => $"{p}?tijdvak={Bladvoorraad.Open}")];
    }
}
