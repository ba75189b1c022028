using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SlimRegeling.Web.Pages.Tijdvakken;

/// <summary>The script with which anyone computes a draw again: the one of <c>deploy</c>.</summary>
public sealed class ScriptModel : PageModel
{
    public const string Naam = "loting-narekenen.sh";

    public static string Tekst { get; } = Lees();

    public IActionResult OnGet() => File(System.Text.Encoding.UTF8.GetBytes(Tekst), "application/x-sh", Naam);

    private static string Lees()
    {
        using var lezer = new StreamReader(typeof(ScriptModel).Assembly.GetManifestResourceStream(Naam)!);
        return lezer.ReadToEnd();
    }
}
