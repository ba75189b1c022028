using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Beheer;
using SlimRegeling.Web.Wachtkamer;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>
/// The page of the day itself: how busy it is in a window, how money and messages stand, and what is slow. Counts and sums; nothing of a
/// person. It refreshes itself, unless someone has it stand still to read.
/// </summary>
public sealed class TijdvakModel(
    TijdvakkenApi tijdvakken,
    AanvragenApi aanvragen,
    Hosts hosts,
    Mededelingen mededelingen,
    Wachtrij wachtrij,
    Persoonlezer lezer,
    Moment moment,
    ILogger<TijdvakModel> log
) : PageModel
{
    public const int Seconden = 5;

    private const int Getoond = 10;

    /// <summary>What may have to be said at once.</summary>
    public static readonly IReadOnlyList<(string Tekst, Mededelingsoort Soort)> Teksten =
    [
        (
            "Het is erg druk op deze site. Wat u hebt opgeslagen, blijft bewaard. Een aanvraag die binnen is, houdt haar moment van ontvangst.",
            Mededelingsoort.Waarschuwing
        ),
        ("Indienen lukt nu niet altijd. Wij werken eraan. Uw concept blijft bewaard; probeer het opnieuw.", Mededelingsoort.Storing),
        ("De storing is voorbij. U kunt weer indienen.", Mededelingsoort.Informatie),
    ];

    public string Id { get; private set; } = "";

    public DateTimeOffset Nu { get; private set; }

    public bool Ververst { get; private set; }

    public TonenTijdvakBeeld? Tijdvak { get; private set; }

    public StandTonenStand? Stand { get; private set; }

    public DrukteTonenDrukte? Drukte { get; private set; }

    /// <summary>What was awarded and settled; null until it closed, and when that cannot be seen.</summary>
    public Tijdvakgeld? Geld { get; private set; }

    public IReadOnlyList<Hostbeeld> Hosts { get; private set; } = [];

    public bool MagMededelen => lezer.Lees(HttpContext)?.Heeft(Rol.Regelbeheerder) == true;

    /// <summary>What is asked as a percentage of the ceiling; null when one of the two cannot be seen.</summary>
    public long? Deel =>
        Stand is { } stand && Drukte is { } drukte && Getal(stand.Plafond) is > 0 and var plafond
            ? (long)(Getal(drukte.Gevraagd) * 100 / plafond)
            : null;

    public IReadOnlyList<DrukteTonenMinuut> Minuten => [.. Drukte?.PerMinuut ?? []];

    public int Hoogste => Minuten.Select(m => m.Ingediend).DefaultIfEmpty().Max();

    /// <summary>The present minute is not over yet.</summary>
    public int LaatsteMinuut => Minuten.Count > 1 ? Minuten[^2].Ingediend : 0;

    public long Apart => Hosts.Sum(h => h.Apart?.Aantal ?? 0);

    public Foutbeeld Fouten => Foutbeeld.Van(Gemeten);

    public IReadOnlyList<Meetstand> Stappen =>
        [.. Gemeten.SelectMany(m => m.Verzoeken.Concat(m.Berichten)).OrderByDescending(s => s.P99Milliseconden).Take(Getoond)];

    public IReadOnlyList<Weigeringstand> Weigeringen =>
        [
            .. Gemeten
                .SelectMany(m => m.Weigeringen)
                .Where(w => w.Stap.Contains("/v1/aanvragen", StringComparison.Ordinal))
                .OrderByDescending(w => w.Aantal),
        ];

    public string Wachtkamer
    {
        get
        {
            var stand = wachtrij.Stand;
            return stand.Stand == Wachtkamerstand.Uit ? "uit"
                : stand.Wachtenden == 0 ? "niemand wacht"
                : $"{Weergave.Getal(stand.Wachtenden)} wachten, {Weergave.Getal(stand.BinnenPerMinuut)} per minuut naar binnen";
        }
    }

    public async Task OnGet(string id, string? ververs, CancellationToken ct)
    {
        (Id, Nu, Ververst) = (id, moment.Nu.ToDateTimeOffset(), ververs != "nee");
        var tijdvak = Zicht.Op(tijdvakken.GetTijdvakkenIdAsync(id, ct), log, ct);
        var stand = Zicht.Op(tijdvakken.GetBeheerTijdvakkenIdStandAsync(id, ct), log, ct);
        var drukte = Zicht.Op(aanvragen.GetBeheerTijdvakkenIdDrukteAsync(id, ct), log, ct);
        var gezien = hosts.Zie(ct);
        (Tijdvak, Stand, Hosts) = (await tijdvak, await stand, await gezien);
        Drukte = await OfNiets(drukte);
        // On the day itself it is read every few seconds, and nothing is awarded yet.
        Geld = Tijdvak?.Sluit < Nu ? await Zicht.Op(tijdvakken.Geld(id, ct), log, ct) : null;
        if (Ververst)
        {
            Response.Headers["Refresh"] = Seconden.ToString(CultureInfo.InvariantCulture);
        }
    }

    public async Task<IActionResult> OnPost(string id, int keuze, CancellationToken ct)
    {
        if (keuze < 0 || keuze >= Teksten.Count)
        {
            return BadRequest();
        }
        await mededelingen.Plaats(tijdvakken, Teksten[keuze].Tekst, Teksten[keuze].Soort, null, ct);
        return RedirectToPage(new { id });
    }

    /// <summary>A process that answers at several addresses measured once.</summary>
    private IEnumerable<MetingenBeeld> Gemeten => Hosts.Select(h => h.Metingen).OfType<MetingenBeeld>().DistinctBy(m => m.Proces.Naam);

    /// <summary>A window of which Aanvragen has not heard yet has no drafts and no applications.</summary>
    private async Task<DrukteTonenDrukte?> OfNiets(Task<DrukteTonenDrukte?> gevraagd)
    {
        try
        {
            return await gevraagd;
        }
        catch (Exception e) when (Tijdvak is not null && Apifouten.Status(e) == StatusCodes.Status404NotFound)
        {
            return new DrukteTonenDrukte
            {
                Tijdvak = Id,
                Gevraagd = "0.00",
                PerMinuut = [],
            };
        }
    }

    private static decimal Getal(string bedrag) => decimal.Parse(bedrag, CultureInfo.InvariantCulture);
}
