using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>The fields of a text to use again.</summary>
/// <param name="Laatste">What came of the form that was sent; null when none was.</param>
/// <param name="Nu">The text as it stands; null of a new one.</param>
public sealed record Tekstvorm(string Naam, Beheervorm? Laatste, Standaardtekst? Nu = null)
{
    /// <summary>As the API calls them.</summary>
    public static readonly IReadOnlyList<string> Velden = ["onderwerp", "titel", "tekst", "artikel"];

    public string Waarde(string veld) =>
        Laatste?.Waarde(Naam, veld)
        ?? veld switch
        {
            "titel" => Nu?.Titel,
            "tekst" => Nu?.Tekst,
            "artikel" => Nu?.Artikel,
            _ => Nu?.Onderwerp,
        }
        ?? "";

    public string? Fout(string veld) => Laatste?.Fout(Naam, veld);
}

/// <summary>The texts that assessors use again, by what they are about; and a new one.</summary>
[ResponseCache(NoStore = true)]
public sealed class StandaardtekstenModel(AanvragenApi api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public const string Vormnaam = "nieuw";

    public Tekstoverzicht Overzicht { get; private set; } = new([], []);

    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public bool MagSchrijven => lezer.Lees(HttpContext)?.Heeft(Rol.Beoordelaar) == true;

    [TempData]
    public string? Gebeurd { get; set; }

    public IEnumerable<(Tekstonderwerp Onderwerp, IEnumerable<Standaardtekst> Teksten)> Groepen =>
        from onderwerp in Overzicht.Onderwerpen
        let teksten = Overzicht.Teksten.Where(t => t.Onderwerp == onderwerp.Code).ToList()
        where teksten.Count > 0
        select (onderwerp, teksten.AsEnumerable());

    /// <summary>What a form of a text sent, as the API takes it.</summary>
    internal static JsonObject Verzoek(Func<string, string?> veld) =>
        new(Tekstvorm.Velden.Select(v => KeyValuePair.Create(v, (JsonNode?)(veld(v) ?? ""))));

    public async Task OnGet(CancellationToken ct)
    {
        await Toon(ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Vorm = Beheervorm.Terug(Vormnaam, getypt);
        }
    }

    public async Task<IActionResult> OnPost(string? sleutel, CancellationToken ct)
    {
        var verzoek = Verzoek(veld => Request.Form[veld]);
        var antwoord = await api.Werk(HttpMethod.Post, "standaardteksten", verzoek, sleutel ?? Sleutel, ct: ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = "De tekst staat klaar om te gebruiken.";
            return Redirect("/beheer/standaardteksten");
        }
        ModelState.Clear();
        Vorm = new(Vormnaam, verzoek.ToDictionary(v => v.Key, v => v.Value!.GetValue<string>()), antwoord);
        await Toon(ct);
        return Page();
    }

    private async Task Toon(CancellationToken ct) => (Overzicht, _) = await api.Lees<Tekstoverzicht>("standaardteksten", ct);
}
