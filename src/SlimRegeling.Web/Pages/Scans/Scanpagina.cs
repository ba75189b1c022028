using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Invoer;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>A page on which an enterprise does something with its scans.</summary>
[ResponseCache(NoStore = true)]
public abstract class Scanpagina(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    private IReadOnlyDictionary<string, StringValues> _ingevuld = new Dictionary<string, StringValues>();

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>One thing is made, however often the button is pressed.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>What was typed before the session ended stands here again.</summary>
    public bool Teruggehaald { get; private set; }

    /// <summary>What is wrong, by the name of its field.</summary>
    public Dictionary<string, string> Fouten { get; } = new(StringComparer.Ordinal);

    /// <summary>Why it cannot be done, when nothing in the form is wrong.</summary>
    public JsonAntwoord? Weigering { get; private set; }

    public virtual IReadOnlyList<Foutregel> Foutregels => [.. Fouten.Select(f => new Foutregel(f.Key, "", f.Value, null))];

    private protected LeercultuurscansApi Api => api;

    private protected Teksten T => t;

    /// <summary>What stands in a field; null when nothing does.</summary>
    public string? Veld(string naam) => Alle(naam) is [.., { Length: > 0 } laatste] ? laatste : null;

    /// <summary>All that was chosen under one name.</summary>
    public IReadOnlyList<string> Alle(string naam) => [.. _ingevuld.GetValueOrDefault(naam).OfType<string>()];

    /// <summary>Puts back what was typed before the session ended.</summary>
    private protected void Haal()
    {
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (_ingevuld, Teruggehaald) = (getypt.Gekomen, true);
        }
    }

    /// <summary>What a form begins with; of a field of which several can be chosen, each.</summary>
    private protected void Begin(params IEnumerable<(string Naam, string? Waarde)> velden) =>
        _ingevuld = velden
            .Where(v => v.Waarde is not null)
            .GroupBy(v => v.Naam, v => v.Waarde)
            .ToDictionary(g => g.Key, g => new StringValues(g.ToArray()));

    /// <summary>Takes what was sent.</summary>
    /// <returns>The Idempotency-Key of the form.</returns>
    private protected string Neem()
    {
        _ingevuld = Request.Form.ToDictionary(v => v.Key, v => v.Value);
        return Veld("sleutel") ?? Sleutel;
    }

    private protected async Task<JsonAntwoord> Stuur(string pad, JsonNode verzoek, string sleutel, CancellationToken ct)
    {
        var antwoord = await api.Vraag(HttpMethod.Post, pad, verzoek, sleutel, ct);
        if (!antwoord.Gelukt)
        {
            foreach (var fout in antwoord.Fouten)
            {
                Fouten.TryAdd(fout.Veld.Split('[', '.')[0], fout.Uitleg);
            }
            Weigering = antwoord.Fouten.Count == 0 ? antwoord : null;
        }
        return antwoord;
    }

    /// <summary>A day as people type it; nothing typed asks nothing.</summary>
    private protected void NeemDag(string naam, JsonObject verzoek)
    {
        if (Veld(naam) is not { } getypt)
        {
            return;
        }
        switch (Datumlezer.Lees(getypt))
        {
            case Gelezen<LocalDate>.Waarde(var dag):
                verzoek[naam] = LocalDatePattern.Iso.Format(dag);
                break;
            case Gelezen<LocalDate>.Vraag vraag:
                Fouten[naam] = vraag.Tekst;
                break;
            case Gelezen<LocalDate>.Fout fout:
                Fouten[naam] = fout.Uitleg;
                break;
        }
    }

    /// <summary>A case that is not there for who looks is a mistake in its field.</summary>
    private protected async Task ControleerZaak(AanvragenApi aanvragen, CancellationToken ct)
    {
        if (Veld("zaaknummer") is { } getypt && !await aanvragen.KentZaak(getypt, ct))
        {
            Fouten["zaaknummer"] = t[
                "Wij vinden bij u geen aanvraag met dit nummer. Neem het over van uw concept of ontvangstbevestiging."
            ];
        }
    }

    /// <summary>A number as people type it; null with a mistake when it is none, and without one when nothing was typed.</summary>
    private protected int? Getal(string naam)
    {
        if (Veld(naam) is not { } getypt)
        {
            return null;
        }
        if (int.TryParse(getypt.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var getal))
        {
            return getal;
        }
        Fouten[naam] = t["Schrijf een heel getal, zonder punt of komma."];
        return null;
    }

    private protected static string Pad(string scan, string deel = "") => $"scans/{Uri.EscapeDataString(scan)}{deel}";

    private protected Task<Scanstand> Lees(string scan, CancellationToken ct) => api.Lees<Scanstand>(Pad(scan), ct);
}
