using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Post;

/// <summary>Letters for who asks for paper: an employee makes a bundle for a day, prints it and says that it was posted.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(DossiersApi api, Moment klok, Teksten t) : PageModel
{
    private const int DagenVooruit = 7;

    // What is kept for the next page goes along in a cookie.
    private const int Genoemd = 10;

    public Postoverzicht Overzicht { get; private set; } = null!;

    /// <summary>Why the last button did nothing; null when it did, or none was pressed.</summary>
    public string? Weigering { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>What the last bundle left out, with the reason; null when it left out nothing.</summary>
    [TempData]
    public string[]? NietGedrukt { get; set; }

    /// <summary>The days for which letters can be written now.</summary>
    public IEnumerable<DateOnly> Dagen => Enumerable.Range(0, DagenVooruit + 1).Select(klok.Vandaag.ToDateOnly().AddDays);

    public static bool IsKlaar(Postbundel bundel) => bundel.Stand == "klaar";

    /// <summary>The kind of a letter as people say it.</summary>
    public string Titel(Postwachtend brief) => t[new Brief(brief.Brief, brief.Soort).Titel];

    public string Stand(Postbundel bundel) =>
        bundel.Stand switch
        {
            "klaar" => t["Klaar om te posten"],
            "gepost" => t["Gepost"],
            _ => t["Vervallen"],
        };

    public async Task OnGet(CancellationToken ct) => Overzicht = await api.Post(ct);

    public async Task<IActionResult> OnGetPdf(string id, CancellationToken ct) =>
        new Download(await api.Bestand($"postbundels/{Uri.EscapeDataString(id)}/pdf", ct));

    public async Task<IActionResult> OnPost(string? verzenddag, CancellationToken ct)
    {
        JsonObject verzoek = DateOnly.TryParseExact(
            verzenddag,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var dag
        )
            ? new() { ["verzenddag"] = dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }
            : [];
        var antwoord = await api.Doe("postbundels", verzoek, ct);
        if (antwoord.Gelukt && antwoord.Als<Bundelgemaakt>() is { NietGedrukt: { Count: > 0 } over })
        {
            NietGedrukt =
            [
                .. over.Take(Genoemd).Select(b => t["{0} in zaak {1}: {2}", t[new Brief(b.Brief, b.Soort).Titel], b.Zaaknummer, b.Reden]),
            ];
        }
        return await Na(antwoord, t["De bundel is klaar. Druk haar af en post de brieven op de gekozen dag."], ct);
    }

    public async Task<IActionResult> OnPostGepost(string id, CancellationToken ct) =>
        await Na(await api.Doe($"postbundels/{Uri.EscapeDataString(id)}/verzending", [], ct), t["De brieven zijn als gepost gemeld."], ct);

    public async Task<IActionResult> OnPostIntrekken(string id, CancellationToken ct) =>
        await Na(await api.Doe($"postbundels/{Uri.EscapeDataString(id)}/intrekking", [], ct), t["De brieven wachten weer op de post."], ct);

    private async Task<IActionResult> Na(JsonAntwoord antwoord, string gelukt, CancellationToken ct)
    {
        if (antwoord.Gelukt)
        {
            Gebeurd = gelukt;
            return Redirect("/beheer/post");
        }
        Weigering = antwoord.Fouten.Count > 0 ? antwoord.Fouten[0].Uitleg : antwoord.Uitleg;
        await OnGet(ct);
        return Page();
    }
}
