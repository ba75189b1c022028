using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Invoer;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Machtigingen;

/// <summary>The own enterprise gives another one a machtiging.</summary>
[ResponseCache(NoStore = true)]
public sealed class GevenModel(RelatiesApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    [BindProperty(Name = "gemachtigde")]
    public string? Gemachtigde { get; set; }

    [BindProperty(Name = "naam")]
    public string? Naam { get; set; }

    [BindProperty(Name = "uwNaam")]
    public string? UwNaam { get; set; }

    [BindProperty(Name = "omvang")]
    public IReadOnlyList<string> Omvang { get; set; } = [];

    /// <summary>As people write a date.</summary>
    [BindProperty(Name = "vanaf")]
    public string? Vanaf { get; set; }

    [BindProperty(Name = "totEnMet")]
    public string? TotEnMet { get; set; }

    /// <summary>One on each line.</summary>
    [BindProperty(Name = "personen")]
    public string? Personen { get; set; }

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>What is wrong, by the id of its field.</summary>
    public Dictionary<string, string> Fouten { get; } = [];

    /// <summary>Why it cannot be given, when nothing in the form is wrong.</summary>
    public JsonAntwoord? Weigering { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>What was typed before the session ended stands here again.</summary>
    public bool Teruggehaald { get; private set; }

    public void OnGet()
    {
        Sleutel = Guid.NewGuid().ToString();
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Gemachtigde, Naam, UwNaam, Vanaf, TotEnMet, Personen) = (
                getypt.Velden.GetValueOrDefault("gemachtigde"),
                getypt.Velden.GetValueOrDefault("naam"),
                getypt.Velden.GetValueOrDefault("uwNaam"),
                getypt.Velden.GetValueOrDefault("vanaf"),
                getypt.Velden.GetValueOrDefault("totEnMet"),
                getypt.Velden.GetValueOrDefault("personen")
            );
            Omvang = getypt.Alle("omvang");
            Teruggehaald = true;
            ModelState.Clear();
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        ModelState.Clear();
        var verzoek = new JsonObject
        {
            ["gemachtigde"] = string.Concat((Gemachtigde ?? "").Where(teken => !char.IsWhiteSpace(teken))),
            ["naam"] = Naam ?? "",
            ["uwNaam"] = UwNaam ?? "",
            ["omvang"] = new JsonArray([.. Omvang.Where(o => o is "aanvragen" or "verantwoorden").Select(o => JsonValue.Create(o))]),
            ["personen"] = new JsonArray([
                .. (Personen ?? "")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(p => JsonValue.Create(p)),
            ]),
        };
        Neem("vanaf", Vanaf, verzoek);
        Neem("totEnMet", TotEnMet, verzoek);
        if (Fouten.Count == 0)
        {
            var antwoord = await api.Geef(verzoek, Sleutel ?? Guid.NewGuid().ToString(), ct);
            if (antwoord.Gelukt)
            {
                Gebeurd = t["U hebt {0} een machtiging gegeven. U kunt haar hier op elk moment beëindigen.", Naam ?? ""];
                return Redirect("/machtigingen");
            }
            foreach (var fout in antwoord.Fouten)
            {
                Fouten.TryAdd(fout.Veld, fout.Uitleg);
            }
            Weigering = antwoord.Fouten.Count == 0 ? antwoord : null;
        }
        // What comes next is another request.
        Sleutel = Guid.NewGuid().ToString();
        return Page();
    }

    public IReadOnlyList<Foutregel> Foutregels => [.. Fouten.Select(f => new Foutregel(f.Key, "", f.Value, null))];

    private void Neem(string veld, string? getypt, JsonObject verzoek)
    {
        if (string.IsNullOrWhiteSpace(getypt))
        {
            return;
        }
        switch (Datumlezer.Lees(getypt))
        {
            case Gelezen<LocalDate>.Waarde(var dag):
                verzoek[veld] = LocalDatePattern.Iso.Format(dag);
                break;
            case Gelezen<LocalDate>.Vraag vraag:
                Fouten[veld] = vraag.Tekst;
                break;
            case Gelezen<LocalDate>.Fout fout:
                Fouten[veld] = fout.Uitleg;
                break;
        }
    }
}
