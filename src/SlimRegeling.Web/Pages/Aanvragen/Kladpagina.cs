using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// A page of a case that is sent as a whole. What is typed on it is kept, given back when it is opened again, and forgotten when it was sent or
/// thrown away.
/// </summary>
public abstract class Kladpagina(Typwerk typwerk, Kladblad klad, Persoonlezer lezer) : PageModel
{
    public string Zaaknummer { get; protected set; } = "";

    /// <summary>One thing, however often a button is pressed; what was refused may be sent again, changed.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public Bewaarreden? Teruggehaald { get; private set; }

    /// <summary>What is kept of what is typed here.</summary>
    public Kladblad Klad => klad;

    public string Zegel => typwerk.Zegel(Persoon);

    [TempData]
    public string? Gebeurd { get; set; }

    protected Persoon? Persoon => lezer.Lees(HttpContext);

    protected bool IsVanzelf => Kladblad.IsVanzelf(HttpContext);

    protected string Gestuurdesleutel => Guid.TryParse(Request.Form["_sleutel"], out var gekomen) ? gekomen.ToString() : Sleutel;

    /// <summary>What is kept of the page as it stands now.</summary>
    protected abstract IReadOnlyDictionary<string, string> Bewaarvelden { get; }

    /// <summary>Puts what was kept in the fields of the page.</summary>
    protected abstract void Neem(IReadOnlyDictionary<string, string> velden);

    /// <summary>Puts what was sent and did not arrive in the fields of the page.</summary>
    protected virtual void Neem(Getypt getypt) => Neem(getypt.Velden);

    /// <summary>Puts what came in the fields of the page.</summary>
    protected virtual void LeesVorm() => Neem(Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()));

    /// <summary>Takes what came with the form, and sends it when that was asked.</summary>
    /// <returns>Whether it was sent, so that nothing of it need be kept.</returns>
    protected abstract Task<bool> Verstuur(string? doe, CancellationToken ct);

    /// <summary>Gives back what was typed here before and was not sent.</summary>
    /// <param name="open">Whether something is asked here now; what is kept is left alone when nothing is.</param>
    protected async Task GeefTerug(bool open, CancellationToken ct)
    {
        if (open && await klad.Open(HttpContext, ct) is { } bewaard)
        {
            Neem(bewaard);
        }
        if (typwerk.Neem(HttpContext, Persoon) is { } getypt)
        {
            Neem(getypt);
            klad.Verzwijg();
            Teruggehaald = getypt.Reden;
        }
    }

    /// <summary>Answers a form that came: it is not taken, thrown away, sent, or kept as it stands.</summary>
    /// <param name="open">Whether it is taken now.</param>
    /// <param name="gestuurd">What is said when it was sent, and on which page.</param>
    protected async Task<IActionResult> Verwerk(bool open, string? doe, (string Bericht, string Pad) gestuurd, CancellationToken ct)
    {
        ModelState.Clear();
        if (!open)
        {
            return IsVanzelf ? Kladblad.Gesloten() : Page();
        }
        if (doe == Kladblad.Weg)
        {
            await klad.Wis(HttpContext, ct);
            return Redirect(Request.Path);
        }
        LeesVorm();
        if (!IsVanzelf && await Verstuur(doe, ct))
        {
            await klad.Wis(HttpContext, ct);
            Gebeurd = gestuurd.Bericht;
            return Redirect(gestuurd.Pad);
        }
        await klad.Bewaar(HttpContext, Bewaarvelden, ct);
        return IsVanzelf ? klad.Antwoord() : Page();
    }
}
