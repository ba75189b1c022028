using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>A page for finance with a form for each step that this employee can do now; the API says no where a rule stands in the way.</summary>
[ResponseCache(NoStore = true)]
[RequestFormLimits(ValueCountLimit = 8000)]
public abstract class Geldpagina(Geldklant api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public IReadOnlyList<Stapvorm> Stappen { get; private protected set; } = [];

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private protected set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(Persoon);

    /// <summary>The address of the page, without a question.</summary>
    public abstract string Hier { get; }

    /// <summary>Where its forms are sent: to the page as it is looked at.</summary>
    public virtual string Actie => $"{Hier}?handler=Stap";

    private protected Geldklant Api => api;

    private protected Persoon Persoon => lezer.Lees(HttpContext)!;

    /// <summary>A colleague by pseudonym, or that it is the reader.</summary>
    public string Wie(string kenmerk) => IsIk(kenmerk) ? "u" : kenmerk;

    /// <summary>The same of more than one.</summary>
    public string Wie(IEnumerable<string> kenmerken) => string.Join(", ", kenmerken.Select(k => Wie(k)));

    public bool IsOpen(Stapvorm stap) => Vorm?.Naam == stap.Naam;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await Toon(ct);
        if (typwerk.Neem(HttpContext, Persoon) is { } getypt && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm))
        {
            Vorm = Stapvorm.Terug(vorm, getypt);
        }
        return Page();
    }

    /// <param name="vorm">Which step.</param>
    public async Task<IActionResult> OnPostStap(string? vorm, string? sleutel, CancellationToken ct)
    {
        await Toon(ct);
        if (Stappen.FirstOrDefault(s => s.Naam == vorm) is not { } stap)
        {
            // Pressed twice, or a colleague was first: the page says how it stands.
            return Redirect(Hier);
        }
        var (gelezen, onleesbaar) = stap.Lees(Request.Form);
        var (verzoek, fout) = onleesbaar is null ? Verzoek(stap, gelezen) : (gelezen, onleesbaar);
        var antwoord = fout ?? await api.Werk(HttpMethod.Post, stap.Pad, verzoek, sleutel ?? Sleutel, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = Gedaan(stap, antwoord);
            return Redirect(Naar(antwoord));
        }
        ModelState.Clear();
        Vorm = new(stap.Naam, Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()), Bij(stap, antwoord));
        await Toon(ct);
        return Page();
    }

    private protected bool IsIk(string kenmerk) => kenmerk == Persoon.Onderwerp;

    /// <summary>All that the page shows, as it is now.</summary>
    private protected abstract Task Toon(CancellationToken ct);

    /// <summary>What is said when it succeeded.</summary>
    private protected abstract string Gedaan(Stapvorm stap, JsonAntwoord antwoord);

    /// <summary>Where one goes after that.</summary>
    private protected virtual string Naar(JsonAntwoord antwoord) => Hier;

    /// <summary>What the API gets, when that is more than the fields; a refusal when it cannot be made of them.</summary>
    private protected virtual (JsonObject Verzoek, JsonAntwoord? Fout) Verzoek(Stapvorm stap, JsonObject gelezen) => (gelezen, null);

    // What the API says of a field that the form does not have would point nowhere: it is said above the forms.
    private static JsonAntwoord Bij(Stapvorm stap, JsonAntwoord antwoord)
    {
        if (antwoord.Fouten.All(f => stap.Velden.Any(v => v.Naam == f.Veld)))
        {
            return antwoord;
        }
        string[] zinnen = [antwoord.Uitleg, .. antwoord.Fouten.Select(f => f.Uitleg)];
        return antwoord with { Inhoud = new JsonObject { ["detail"] = string.Join(' ', zinnen.Where(z => z.Length > 0)) } };
    }
}
