using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Bewaren;

/// <summary>
/// What was typed on a page that is sent as a whole: kept sealed for the person who typed it, for the enterprise for which they act, and given
/// back when they open the page again, on another device too. Files are not kept. What is sent is forgotten here, and what is not after a while.
/// </summary>
public sealed class Kladblad(
    IDataProtectionProvider sleutels,
    Kladopslag opslag,
    Persoonlezer lezer,
    Moment moment,
    Teksten t,
    ILogger<Kladblad> log
)
{
    /// <summary>What the button asks that throws away what is kept.</summary>
    public const string Weg = "weggooien";

    public const string Bladveld = "_blad";
    public const string Gezienveld = "_gezienblad";
    public const string Stapveld = "_stap";

    // From what was typed last: longer than one is asked to complete in, and short for what nobody sends.
    private static readonly Duration Houdbaar = Duration.FromDays(60);

    private const int MeesteTekens = 500_000;

    private readonly IDataProtector _zegel = sleutels.CreateProtector("slimregeling.klad");

    /// <summary>This page, from when it was opened.</summary>
    public string Blad { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>The page of which this one shows the words; empty for none.</summary>
    public string Gezien { get; private set; } = "";

    /// <summary>Counts what was typed on this page.</summary>
    public long Stap { get; private set; }

    /// <summary>When it was kept last on this page, as 14:03:12.</summary>
    public string? Opgeslagen { get; private set; }

    /// <summary>When what is given back was typed; null when nothing is.</summary>
    public DateTimeOffset? Van { get; private set; }

    /// <summary>Why what stands on this page is not kept, in words; null when it is, and when nothing was to be kept.</summary>
    public string? Mislukt { get; private set; }

    private string Storing => t["Niet opgeslagen: een storing bij ons. U kunt het wel versturen."];

    /// <summary>Whether the page asks it by itself, and wants no page for an answer.</summary>
    public static bool IsVanzelf(HttpContext http) => http.Request.Headers.ContainsKey(Typwerkpoort.Vanzelf);

    /// <summary>What was typed before in the fields of this page; null when nothing is kept, or it cannot be looked up.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> Open(HttpContext http, CancellationToken ct)
    {
        Bewaardeklad? bewaard = null;
        await Probeer(async () => bewaard = await opslag.Lees(Sleutel(http), moment.Nu.ToDateTimeOffset(), ct));
        if (bewaard is null)
        {
            return null;
        }
        Gezien = bewaard.Blad;
        if (Ontzegel(bewaard.Inhoud) is not { } inhoud)
        {
            return null;
        }
        Van = inhoud.Op;
        return inhoud.Velden;
    }

    /// <summary>Says nothing of what was given back: something newer is shown.</summary>
    public void Verzwijg() => Van = null;

    /// <summary>Keeps what stands in the fields of a page that came in.</summary>
    public async Task Bewaar(HttpContext http, IReadOnlyDictionary<string, string> velden, CancellationToken ct)
    {
        var formulier = http.Request.Form;
        (Blad, Gezien) = (Kenmerk(formulier[Bladveld].ToString()) ?? Blad, Kenmerk(formulier[Gezienveld].ToString()) ?? "");
        // Later than whatever the page sent by itself.
        Stap =
            (long.TryParse(formulier[Stapveld].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var stap) ? stap : 0)
            + (IsVanzelf(http) ? 0 : 1);
        if (velden.Sum(v => v.Key.Length + v.Value.Length) > MeesteTekens)
        {
            Mislukt = t["Niet opgeslagen: het is te lang. U kunt het wel versturen."];
            return;
        }
        var nu = moment.Nu;
        var klad = new Bewaardeklad(
            Blad,
            _zegel.Protect(JsonSerializer.SerializeToUtf8Bytes(new Klad(new Dictionary<string, string>(velden), nu.ToDateTimeOffset())))
        );
        var gehouden = false;
        var gelukt = await Probeer(async () =>
            gehouden = await opslag.Bewaar(Sleutel(http), klad, Stap, Gezien, nu.ToDateTimeOffset(), (nu + Houdbaar).ToDateTimeOffset(), ct)
        );
        Opgeslagen = gehouden ? nu.InZone(Moment.Amsterdam).ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null;
        Mislukt =
            gehouden ? null
            : gelukt ? t["Niet opgeslagen: u typte intussen ergens anders. Open de pagina opnieuw om dat te zien."]
            : Storing;
    }

    /// <summary>Forgets it: it was sent, or thrown away.</summary>
    public Task Wis(HttpContext http, CancellationToken ct) => Probeer(() => opslag.Wis(Sleutel(http), ct));

    /// <summary>For a page that keeps by itself; 503 when it must try again.</summary>
    public IActionResult Antwoord() =>
        Opgeslagen is not null ? new JsonResult(new { stand = "opgeslagen", moment = Opgeslagen })
        : Mislukt == Storing ? new StatusCodeResult(StatusCodes.Status503ServiceUnavailable)
        : new JsonResult(new { stand = "niet", bericht = Mislukt });

    /// <summary>For such a page when nothing is asked any more.</summary>
    public static IActionResult Gesloten() => new JsonResult(new { stand = "gesloten" });

    /// <summary>Nobody loses a term because what they typed could not be kept beside it: the page says that it was not.</summary>
    private async Task<bool> Probeer(Func<Task> doe)
    {
        try
        {
            await doe();
            return true;
        }
        catch (DbException e)
        {
            log.LogError(e, "What was typed could not be kept, or not be looked up");
            return false;
        }
    }

    /// <summary>Null when the keys are gone with which it was sealed: then nobody can read it any more.</summary>
    private Klad? Ontzegel(byte[] inhoud)
    {
        try
        {
            return JsonSerializer.Deserialize<Klad>(_zegel.Unprotect(inhoud));
        }
        catch (CryptographicException e)
        {
            log.LogWarning(e, "What was typed was sealed with keys that are not here");
            return null;
        }
    }

    /// <summary>Who typed, for which enterprise and where; a database does not tell it.</summary>
    private string Sleutel(HttpContext http) =>
        Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Typwerk.Wie(lezer.Lees(http))}\n{http.Request.Path.Value?.ToUpperInvariant()}"))
        );

    private static string? Kenmerk(string tekst) => Guid.TryParseExact(tekst, "N", out var kenmerk) ? kenmerk.ToString("N") : null;

    private sealed record Klad(Dictionary<string, string> Velden, DateTimeOffset Op);
}
