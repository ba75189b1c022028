using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>The e-mail that does not go by itself, and how it stands as a whole. Nobody reads an address here.</summary>
[ResponseCache(NoStore = true)]
public sealed class EmailsModel(DossiersApi dossiers) : PageModel
{
    public Emailoverzicht Overzicht { get; private set; } = null!;

    /// <summary>Whether e-mail can go, in words.</summary>
    /// <param name="stand">As the API says it.</param>
    public static string Server(string stand) =>
        stand switch
        {
            "bereikbaar" => "bereikbaar",
            "niet-bereikbaar" => "niet bereikbaar",
            "niet-ingesteld" => "niet ingesteld",
            _ => "uit",
        };

    public async Task OnGet(CancellationToken ct) => Overzicht = await dossiers.Emailoverzicht(ct);
}
