using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The trial balance of any days, as it was known at the end of any day; from each balance on to its lines. And the books as a file.</summary>
[ResponseCache(NoStore = true)]
public sealed class GrootboekModel(BetalingenApi api, Moment moment) : PageModel
{
    // What the database keeps apart.
    private static readonly Duration Tik = Duration.FromTicks(10);

    private readonly Dictionary<string, string> _fouten = [];

    /// <summary>A day as people write it.</summary>
    [BindProperty(SupportsGet = true, Name = "van")]
    public string? Van { get; set; }

    /// <inheritdoc cref="Van"/>
    [BindProperty(SupportsGet = true, Name = "totEnMet")]
    public string? TotEnMet { get; set; }

    /// <summary>What became known after that day is left out.</summary>
    [BindProperty(SupportsGet = true, Name = "bekend")]
    public string? Bekend { get; set; }

    [BindProperty(SupportsGet = true, Name = "tijdvak")]
    public string? Tijdvak { get; set; }

    /// <summary>Null when what was asked cannot be read.</summary>
    public Proefbalans? Balans { get; private set; }

    public IReadOnlyDictionary<string, string> Fouten => _fouten;

    /// <summary>The years of which there can be books.</summary>
    public IEnumerable<int> Jaren => Enumerable.Range(0, 3).Select(i => moment.Vandaag.Year - i);

    public IReadOnlyList<(string Naam, string Titel, string? Waarde, string Hulp)> Velden =>
        [
            ("van", "Vanaf", Van, "Leeg: 1 januari"),
            ("totEnMet", "Tot en met", TotEnMet, "Leeg: vandaag"),
            ("bekend", "Zoals bekend op", Bekend, "Leeg: nu. Anders: aan het einde van die dag"),
        ];

    public Tabel Tabel =>
        Tabel.Van(
            "Proefbalans",
            ["Rekening", Kop.Bedrag("Begin"), Kop.Bedrag("Debet"), Kop.Bedrag("Credit"), Kop.Bedrag("Eind")],
            Balans!.Rekeningen,
            r => [new(Geldwoorden.Rekening(r.Rekening), Boekingen(r.Rekening)), r.Begin, r.Debet, r.Credit, r.Eind]
        );

    public async Task OnGet(CancellationToken ct)
    {
        var (van, tot, op) = (Dag("van", Van), Dag("totEnMet", TotEnMet), Dag("bekend", Bekend));
        if (_fouten.Count > 0)
        {
            return;
        }
        var pad = Geldklant.Vraag(("van", van), ("totEnMet", tot), ("op", Einde(op)), ("tijdvak", Tijdvak?.Trim()));
        try
        {
            Balans = await api.Lees<Proefbalans>($"grootboek/proefbalans{pad}", ct);
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == 422)
        {
            _fouten["van"] = "Kies een dag die niet na de laatste dag ligt.";
        }
    }

    /// <summary>The books of a year as a file.</summary>
    /// <param name="vorm">csv or xaf.</param>
    public async Task<IActionResult> OnGetUitvoer(int jaar, string? vorm, CancellationToken ct)
    {
        var pad = string.Create(CultureInfo.InvariantCulture, $"grootboek/uitvoer/{jaar}?vorm={(vorm == "xaf" ? "xaf" : "csv")}");
        return new Download(await api.Bestand(pad, ct));
    }

    private string Boekingen(string rekening) =>
        "/geld/grootboek/boekingen"
        + Geldklant.Vraag(
            ("rekening", rekening),
            ("van", LocalDatePattern.Iso.Format(LocalDate.FromDateOnly(Balans!.Van))),
            ("totEnMet", LocalDatePattern.Iso.Format(LocalDate.FromDateOnly(Balans.TotEnMet))),
            ("tijdvak", Tijdvak?.Trim()),
            ("op", Einde(Dag("bekend", Bekend)))
        );

    /// <summary>As the API takes it; null when it is empty, or cannot be read, which is then among the mistakes.</summary>
    private string? Dag(string veld, string? getypt)
    {
        if (string.IsNullOrWhiteSpace(getypt))
        {
            return null;
        }
        switch (Datumlezer.Lees(getypt))
        {
            case Gelezen<LocalDate>.Waarde(var dag):
                return LocalDatePattern.Iso.Format(dag);
            case Gelezen<LocalDate>.Vraag vraag:
                _fouten[veld] = vraag.Tekst;
                return null;
            case Gelezen<LocalDate>.Fout fout:
                _fouten[veld] = fout.Uitleg;
                return null;
            default:
                return null;
        }
    }

    /// <summary>The end of that day; null, which is now, when it is not over.</summary>
    private string? Einde(string? dag) =>
        dag is not null && LocalDatePattern.Iso.Parse(dag).Value is var d && d < moment.Vandaag
            ? InstantPattern.ExtendedIso.Format(d.PlusDays(1).AtStartOfDayInZone(Moment.Amsterdam).ToInstant() - Tik)
            : null;
}
