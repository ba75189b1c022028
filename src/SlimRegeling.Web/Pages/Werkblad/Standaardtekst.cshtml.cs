using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>One text to use again, with all that it was; a next version of it, or offered no longer.</summary>
[ResponseCache(NoStore = true)]
public sealed class StandaardtekstModel(AanvragenApi api, Collegas collegas, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public const string Vormnaam = "wijzigen";

    public Tekstbeeld Beeld { get; private set; } = null!;

    public long Versie { get; private set; }

    public Beheervorm? Vorm { get; private set; }

    public Standaardtekst Nu => Beeld.Uitgaven[0];

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public bool MagSchrijven => lezer.Lees(HttpContext)?.Heeft(Rol.Beoordelaar) == true;

    /// <summary>A name, or the pseudonym where none was written down.</summary>
    public string Wie(string kenmerk) => collegas.Naam(kenmerk);

    [TempData]
    public string? Gebeurd { get; set; }

    [BindProperty(Name = Werkpagina.Gezienveld)]
    public long? Gezien { get; set; }

    public async Task OnGet(string id, CancellationToken ct)
    {
        await Toon(id, ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Vorm = Beheervorm.Terug(Vormnaam, getypt);
        }
    }

    public Task<IActionResult> OnPost(string id, string? sleutel, CancellationToken ct) =>
        Doe(
            id,
            HttpMethod.Put,
            "",
            StandaardtekstenModel.Verzoek(veld => Request.Form[veld]),
            sleutel,
            "De nieuwe versie staat klaar om te gebruiken.",
            ct
        );

    public Task<IActionResult> OnPostIntrekken(string id, string? sleutel, CancellationToken ct) =>
        Doe(id, HttpMethod.Post, "/intrekking", [], sleutel, "De tekst wordt niet meer aangeboden.", ct);

    private async Task<IActionResult> Doe(
        string id,
        HttpMethod methode,
        string waar,
        JsonObject verzoek,
        string? sleutel,
        string gebeurd,
        CancellationToken ct
    )
    {
        var antwoord = await api.Werk(methode, $"{Pad(id)}{waar}", verzoek, sleutel ?? Sleutel, Gezien, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = gebeurd;
            return Redirect($"/beheer/standaardteksten/{Uri.EscapeDataString(id)}");
        }
        ModelState.Clear();
        Vorm = new(Vormnaam, verzoek.ToDictionary(v => v.Key, v => v.Value!.GetValue<string>()), antwoord);
        await Toon(id, ct);
        return Page();
    }

    private async Task Toon(string id, CancellationToken ct)
    {
        (Beeld, var versie) = await api.Lees<Tekstbeeld>(Pad(id), ct);
        Versie = versie ?? 0;
        await collegas.Lees(ct);
    }

    private static string Pad(string id) => $"standaardteksten/{Uri.EscapeDataString(id)}";
}
