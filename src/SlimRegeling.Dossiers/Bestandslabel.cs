using System.Text;
using Microsoft.Net.Http.Headers;

namespace SlimRegeling.Dossiers;

/// <summary>What the sender calls a file: a label to show, in any characters; never a path and never a reason to believe something of the content.</summary>
public sealed record Bestandslabel(string Naam)
{
    private const int Langst = 200;

    // What turns the order of letters round makes a name look like another one.
    private const string Draaiers = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <param name="kop">A header Content-Disposition (RFC 6266), with the name in <c>filename*</c> or <c>filename</c>.</param>
    /// <returns>Null when it names none.</returns>
    public static Bestandslabel? Lees(string? kop)
    {
        if (kop is null || !ContentDispositionHeaderValue.TryParse(kop, out var gelezen))
        {
            return null;
        }
        var naam = gelezen.FileNameStar.HasValue ? gelezen.FileNameStar : HeaderUtilities.RemoveQuotes(gelezen.FileName);
        return naam.HasValue && Veilig(naam.Value) is { Length: > 0 } veilig ? new(veilig) : null;
    }

    /// <summary>The name under which it is saved: without what means something in a path, and with the extension of what it is.</summary>
    public string Downloadnaam(Bestandsvorm vorm)
    {
        var naam = new string([.. Naam.Select(c => "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '_' : c)]).Trim(' ', '.');
        var achtervoegsel = $".{vorm.Extensie}";
        return naam.EndsWith(achtervoegsel, StringComparison.OrdinalIgnoreCase) ? naam : $"{naam}{achtervoegsel}";
    }

    private static string Veilig(string naam)
    {
        var uit = new StringBuilder();
        foreach (var teken in naam.EnumerateRunes())
        {
            if (uit.Length + teken.Utf16SequenceLength > Langst)
            {
                break;
            }
            uit.Append(
                Rune.IsControl(teken) || (teken.IsBmp && Draaiers.Contains((char)teken.Value, StringComparison.Ordinal))
                    ? "\uFFFD"
                    : teken.ToString()
            );
        }
        return uit.ToString().Trim();
    }
}
