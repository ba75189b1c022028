using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// The portal with a clock that stands still until a test sets it, and a way between site and API in which a test can step; and what one does
/// there on the page where one submits.
/// </summary>
public sealed partial class Stilhuis : IAsyncLifetime
{
    private readonly Stilklok _klok = new();

    public Stilhuis() => Portaal = new Portaalhuis { Klok = _klok };

    public Portaalhuis Portaal { get; }

    public Instant Nu
    {
        get => _klok.Nu;
        set => _klok.Nu = value;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Portaal.InitializeAsync();

    public ValueTask DisposeAsync() => Portaal.DisposeAsync();

    /// <summary>A draft in a window of its own, and when that closes.</summary>
    internal async Task<(string Zaak, Instant Sluit)> Concept(string tijdvak)
    {
        await Portaal.Tijdvak(tijdvak, dagen: 1);
        var sluit = (await Portaal.Lees($"/v1/tijdvakken/{tijdvak}")).GetProperty("sluit").GetString()!;
        return (await Portaal.Concept(tijdvak, Portaalhuis.Volledig), InstantPattern.ExtendedIso.Parse(sluit).Value);
    }

    internal async Task<Bezoeker> Aangemeld()
    {
        var iemand = new Bezoeker(Portaal.Adres);
        using var aangemeld = await iemand.MeldAan("ondernemer");
        return iemand;
    }

    /// <summary>Opens the page, ticks the box and clicks.</summary>
    /// <param name="onderweg">Happens to each call of the page to the API.</param>
    internal async Task<HttpResponseMessage> DienIn(Bezoeker iemand, string zaak, Func<HttpRequestMessage, Task>? onderweg = null) =>
        await Klik(iemand, zaak, await Lees(iemand, Pagina(zaak)), onderweg);

    /// <summary>Ticks the box on a page that is open, and clicks.</summary>
    internal Task<HttpResponseMessage> Klik(Bezoeker iemand, string zaak, string html, Func<HttpRequestMessage, Task>? onderweg = null) =>
        Stuur(iemand, Pagina(zaak), Bezoeker.Velden(html).Append(new("akkoord", "ja")), onderweg);

    internal async Task<HttpResponseMessage> Stuur(
        Bezoeker iemand,
        string pad,
        IEnumerable<KeyValuePair<string, string>> velden,
        Func<HttpRequestMessage, Task>? onderweg = null
    )
    {
        Portaal.Onderweg = onderweg ?? (_ => Task.CompletedTask);
        try
        {
            return await iemand.Stuur(HttpMethod.Post, pad, velden);
        }
        finally
        {
            Portaal.Onderweg = _ => Task.CompletedTask;
        }
    }

    /// <summary>Does this just before the first POST to an address that ends so.</summary>
    internal static Func<HttpRequestMessage, Task> Eerst(string waar, Func<Task> doe)
    {
        var gedaan = false;
        return async verzoek =>
        {
            if (!gedaan && verzoek.Method == HttpMethod.Post && verzoek.RequestUri!.OriginalString.EndsWith(waar, StringComparison.Ordinal))
            {
                gedaan = true;
                await doe();
            }
        };
    }

    internal static Task Weg() => throw new HttpRequestException("away on purpose");

    internal static void IsIngediend(HttpResponseMessage antwoord, string zaak)
    {
        Assert.Equal(HttpStatusCode.Redirect, antwoord.StatusCode);
        Assert.Equal($"/aanvragen/{zaak}/ontvangst", antwoord.Headers.Location!.ToString());
    }

    internal static string Pagina(string zaak) => $"/aanvragen/{zaak}/indienen";

    internal static async Task<string> Lees(Bezoeker iemand, string pad)
    {
        using var antwoord = await iemand.Haal(pad);
        return await Html(antwoord);
    }

    internal static async Task<string> Html(HttpResponseMessage antwoord)
    {
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return await antwoord.Content.ReadAsStringAsync(Ct);
    }

    internal static bool IsAangevinkt(string html) => Aangevinkt().IsMatch(html);

    [GeneratedRegex("<input[^>]*id=\"akkoord\"[^>]*checked")]
    private static partial Regex Aangevinkt();

    private sealed class Stilklok : IClock
    {
        public Instant Nu { get; set; } = Instant.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());

        public Instant GetCurrentInstant() => Nu;
    }
}
