using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Api;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.QuickScan;

/// <summary>
/// The QuickScan, for everyone. Nothing of it needs a cookie, so that it can stand in the page of another site; there it has no menu and says its language
/// in its address.
/// </summary>
[ResponseCache(NoStore = true)]
public abstract class Quickpagina(NaamloosApi api, Teksten t) : PageModel
{
    /// <summary>The word in the address that says that it stands in another site.</summary>
    public const string Inbedding = "ingebed";

    private protected const string Formuliernaam = "formulier";

    private const string Ja = "ja";

    [BindProperty(SupportsGet = true, Name = Inbedding)]
    public string? Ingebed { get; set; }

    public bool IsIngebed => Ingebed == Ja;

    public Quicklijst Lijst { get; private set; } = null!;

    public Quickblad Blad { get; private protected set; } = null!;

    /// <summary>The fields without an answer, once one asked for the picture.</summary>
    public IReadOnlyList<string> Open { get; private protected set; } = [];

    public IReadOnlyList<Foutregel> Fouten =>
        [
            .. Open.Select(veld =>
                Blad.Delen.FirstOrDefault(d => Vraagveld.Open(d, _ => null).Contains(veld)) is { } deel
                    ? new Foutregel(
                        Vraagveld.Eerste(deel, veld),
                        deel.Vragen[Vraagveld.Open(deel, _ => null).ToList().IndexOf(veld)].In(t),
                        t["Kies een antwoord. Weet u het niet? Kies dan dat."],
                        null
                    )
                    : new Foutregel(
                        $"{veld}-0",
                        veld == Quickblad.Rol ? t["Wie bent u?"] : t["Waar staat uw bedrijf?"],
                        t["Kies wat het best past."],
                        null
                    )
            ),
        ];

    /// <summary>The form that came with the questions, from one page to the next; null where there is none.</summary>
    [BindProperty(SupportsGet = true, Name = Formuliernaam)]
    public string? Formulierveld { get; set; }

    /// <summary>What a form of the page takes along beside what one fills in.</summary>
    public IReadOnlyList<(string Naam, string Waarde)> Mee
    {
        get
        {
            var mee = new List<(string, string)>();
            if (IsIngebed)
            {
                mee.Add((Inbedding, Ja));
            }
            if (Formulierveld is { } formulier)
            {
                mee.Add((Formuliernaam, formulier));
            }
            if (IsIngebed || Request.Query.ContainsKey(Teksten.Taalvraag))
            {
                mee.Add((Teksten.Taalvraag, t.Code));
            }
            return mee;
        }
    }

    /// <summary>The same behind an address that has a question already.</summary>
    public string MeeInAdres => InAdres(Mee);

    private protected static string InAdres(IEnumerable<(string Naam, string Waarde)> mee) =>
        string.Concat(mee.Select(m => $"&{m.Naam}={Uri.EscapeDataString(m.Waarde)}"));

    private protected NaamloosApi Api => api;

    private protected Teksten T => t;

    /// <summary>The language of the page, as an address says it.</summary>
    private protected string Taal => $"{Teksten.Taalvraag}={t.Code}";

    private protected async Task Laad(CancellationToken ct)
    {
        if (IsIngebed)
        {
            HttpContext.Features.Set(new Inbedbaar());
        }
        Lijst = await api.Lees<Quicklijst>("quickscans/vragenlijst", ct);
        Blad = Quickblad.Uit(Lijst, Request.Query);
    }
}
