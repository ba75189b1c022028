using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>A page on which a scheme manager writes one thing that is data: it is there from then on, and who reads it sees it at once.</summary>
[ResponseCache(NoStore = true)]
[RequestFormLimits(ValueCountLimit = 2000)]
public abstract class Beschrijfpagina(LeercultuurscansApi api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    /// <summary>The hidden field that tells which version the form was made of.</summary>
    public const string Gezienveld = "_gezien";

    public Stapvorm Stap { get; private protected set; } = null!;

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>By which it is known, also in its address.</summary>
    public abstract string Id { get; set; }

    /// <summary>The version that the form was made of: 0 when nobody wrote it yet.</summary>
    public long Gezien { get; private set; }

    /// <summary>Where what a colleague wrote in between is other than what was sent here.</summary>
    public IReadOnlyList<Stapveld> Anders { get; private set; } = [];

    private protected LeercultuurscansApi Api => api;

    public async Task OnGet(CancellationToken ct)
    {
        await Toon(ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Verruim(getypt.Gekomen.Where(v => v.Value.ToString().Length > 0).Select(v => v.Key));
            Vorm = Stapvorm.Terug(Stap.Naam, getypt);
            // What was typed is of what was seen then.
            Gezien = Versie(Vorm.Getypt.GetValueOrDefault(Gezienveld)) ?? Gezien;
        }
    }

    public async Task<IActionResult> OnPost(string? sleutel, [FromForm(Name = Gezienveld)] string? gezien, CancellationToken ct)
    {
        await Toon(ct);
        Verruim(Request.Form.Where(v => v.Value.ToString().Length > 0).Select(v => v.Key));
        var nu = Gezien;
        Gezien = Versie(gezien) ?? 0;
        var (gelezen, onleesbaar) = Stap.Lees(Request.Form);
        var fouten = new JsonArray();
        var inhoud = onleesbaar is null ? Naar(gelezen, fouten) : gelezen;
        inhoud["id"] = Id;
        var antwoord =
            onleesbaar
            ?? (
                fouten.Count > 0
                    ? new JsonAntwoord(422, new JsonObject { ["fouten"] = fouten }, null)
                    : await api.Schrijf(Stap.Pad, new JsonObject { [Stap.Naam] = inhoud }, sleutel ?? Sleutel, Gezien, ct)
            );
        if (antwoord.Gelukt)
        {
            Gebeurd = "Bewaard. Wie de pagina opent, ziet het meteen.";
            return Redirect(Request.Path);
        }
        if (antwoord.Status == StatusCodes.Status412PreconditionFailed)
        {
            // They are told where it differs: what they send next is of what stands there now.
            Gezien = nu;
            Anders = [.. Stap.Velden.Where(v => Plat(v.Nu) != Plat(Getypt(v)))];
        }
        ModelState.Clear();
        Vorm = new(Stap.Naam, Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()), Stap.Bij(ZonderOmslag(antwoord)));
        return Page();
    }

    /// <summary>Reads it as it stands and makes its form.</summary>
    private protected abstract Task Toon(CancellationToken ct);

    /// <summary>Makes room in the form for all that was typed: a colleague may have made it smaller since.</summary>
    /// <param name="getypt">The fields with something in them.</param>
    private protected virtual void Verruim(IEnumerable<string> getypt) { }

    /// <summary>What the API takes of what the form gave.</summary>
    /// <param name="fouten">Where is added what cannot be read.</param>
    private protected virtual JsonObject Naar(JsonObject gelezen, JsonArray fouten) => gelezen;

    /// <summary>As it stands; null when there is none with this id: then it is new.</summary>
    private protected async Task<T?> Zoek<T>(string pad, CancellationToken ct)
        where T : class
    {
        try
        {
            var (inhoud, versie) = await api.LeesMetVersie<T>(pad, ct);
            Gezien = versie ?? 0;
            return inhoud;
        }
        catch (ApiException e) when (e.StatusCode == 404)
        {
            return null;
        }
    }

    private string Getypt(Stapveld veld) =>
        veld.Vorm == Veldvorm.Vinkjes ? string.Join(',', Request.Form[veld.Naam].OfType<string>()) : Request.Form[veld.Naam].ToString();

    private static string Plat(string? tekst) => (tekst ?? "").Trim().ReplaceLineEndings("\n");

    private static long? Versie(string? tekst) =>
        long.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var versie) ? versie : null;

    // The API names what is wrong by its place in the request, the form by its own field.
    private JsonAntwoord ZonderOmslag(JsonAntwoord antwoord)
    {
        var inhoud = antwoord.Inhoud?.DeepClone();
        if (inhoud?["fouten"] is JsonArray fouten)
        {
            foreach (var fout in fouten.OfType<JsonObject>())
            {
                if ((string?)fout["veld"] is { } veld && veld.StartsWith($"{Stap.Naam}.", StringComparison.Ordinal))
                {
                    fout["veld"] = veld[(Stap.Naam.Length + 1)..];
                }
            }
        }
        return antwoord with { Inhoud = inhoud };
    }
}
