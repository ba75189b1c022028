using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Bladeren;

/// <summary>
/// The pages of a PDF as pictures and as text, made by Poppler in a process with limits. Whatever goes wrong there is a refusal that says to save
/// the document: what is shown is whole.
/// </summary>
internal sealed partial class Bladlezer(Bladprogrammas programmas, Bladplaatsen plaatsen, Aanroep aanroep, ILogger<Bladlezer> log)
{
    /// <summary>The longest side of a picture, in pixels, whatever the size of the page: the letters of an A4 can be read.</summary>
    private const int Zijde = 1400;

    private const int Megabytes = 512;
    private const int GrootsteBeeld = 8 * 1024 * 1024;
    private const int GrootsteTekst = 1024 * 1024;

    // By these the programs say that there is no such page, and what they could not do without ending for it.
    private const int CodeGeenBlad = 99;
    private const string MeldtGeenLetters = "Couldn't find a font";
    private const string MeldtGeheugen = "Out of memory";

    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(10);

    /// <returns>How many pages it has, at least one.</returns>
    public async Task<(int Aantal, Weigering? Weigering)> Tel(IAsyncEnumerable<ReadOnlyMemory<byte>> pdf, CancellationToken ct)
    {
        var (uit, weigering) = await Voer(Bladprogrammas.Tellen, ["-"], null, GrootsteTekst, pdf, ct);
        if (weigering is not null)
        {
            return (0, weigering);
        }
        // The last such line: a title or author stands before it, with whatever somebody wrote in it.
        var regel = Aantalregel().Matches(Encoding.UTF8.GetString(uit)).LastOrDefault();
        return int.TryParse(regel?.Groups["aantal"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var aantal) && aantal > 0
            ? (aantal, weigering)
            : (0, Onleesbaar);
    }

    /// <param name="nummer">From 1.</param>
    /// <returns>A PNG.</returns>
    public Task<(byte[] Png, Weigering? Weigering)> Teken(IAsyncEnumerable<ReadOnlyMemory<byte>> pdf, int nummer, CancellationToken ct) =>
        Voer(
            Bladprogrammas.Tekenen,
            ["-png", "-singlefile", "-scale-to", Getal(Zijde), .. Alleen(nummer), "-"],
            nummer,
            GrootsteBeeld,
            pdf,
            ct
        );

    /// <param name="nummer">From 1.</param>
    /// <returns>What stands on it, in the order in which it is read; empty when that is nothing but a picture.</returns>
    public async Task<(string Tekst, Weigering? Weigering)> Lees(
        IAsyncEnumerable<ReadOnlyMemory<byte>> pdf,
        int nummer,
        CancellationToken ct
    )
    {
        string[] argumenten = ["-enc", "UTF-8", "-nopgbrk", .. Alleen(nummer), "-", "-"];
        var (uit, weigering) = await Voer(Bladprogrammas.Lezen, argumenten, nummer, GrootsteTekst, pdf, ct);
        var tekens = Encoding.UTF8.GetString(uit).Where(c => !char.IsControl(c) || c is '\n' or '\t');
        return (string.Concat(tekens).Trim(), weigering);
    }

    /// <summary>Why nothing came of it; null when all is well.</summary>
    /// <param name="nummer">The page that was asked for; null when none was.</param>
    internal static Weigering? Weeg(Afloop afloop, int? nummer) =>
        afloop switch
        {
            { Einde: not Proceseinde.Vanzelf } => TeZwaar,
            { Code: CodeGeenBlad } when nummer is { } n => GeenBlad(n),
            // Ended by the kernel, or drawn without what did not fit.
            { Code: > 128 } => TeZwaar,
            _ when afloop.Fout.Contains(MeldtGeheugen, StringComparison.Ordinal) => TeZwaar,
            { Code: not 0 } => Onleesbaar,
            _ when afloop.Fout.Contains(MeldtGeenLetters, StringComparison.Ordinal) => Onleesbaar,
            _ => null,
        };

    private async Task<(byte[] Uit, Weigering? Weigering)> Voer(
        string programma,
        IReadOnlyList<string> argumenten,
        int? nummer,
        int hoogstens,
        IAsyncEnumerable<ReadOnlyMemory<byte>> pdf,
        CancellationToken ct
    )
    {
        if (nummer is < 1)
        {
            return ([], GeenBlad(nummer.Value));
        }
        if (programmas.Pad(programma) is not { } pad)
        {
            return ([], Uitgezet);
        }
        using var plaats = await plaatsen.Neem(aanroep.Namens is not null, ct);
        if (plaats is null)
        {
            return ([], Druk);
        }
        var afloop = await Begrensdproces.Voer(pad, argumenten, new(Langst, Megabytes, hoogstens), pdf, ct);
        if (afloop.Fout.Contains(MeldtGeenLetters, StringComparison.Ordinal))
        {
            log.LogError("This machine has no font for a PDF that brings none: install some, such as fonts-liberation");
        }
        return (afloop.Uit, Weeg(afloop, nummer));
    }

    private static string[] Alleen(int nummer) => ["-f", Getal(nummer), "-l", Getal(nummer)];

    private static string Getal(int getal) => getal.ToString(CultureInfo.InvariantCulture);

    private static Weigering TeZwaar =>
        Weigering.Van(
            "blad-te-zwaar",
            "Dit is te groot of te ingewikkeld om hier te tonen. Bewaar het document en open het buiten deze site."
        );

    private static Weigering Onleesbaar =>
        Weigering.Van("blad-onleesbaar", "Wij kunnen dit hier niet goed tonen. Bewaar het document en open het buiten deze site.");

    private static Weigering GeenBlad(int nummer) =>
        Weigering.Van(
            "blad-niet-gevonden",
            $"Bladzijde {nummer} is er niet in dit document. Vraag eerst hoeveel bladzijden het heeft, en tel vanaf 1."
        ) with
        {
            Status = StatusCodes.Status404NotFound,
        };

    private static Weigering Druk =>
        Weigering.Van(
            "bladen-druk",
            "Er worden nu te veel bladzijden tegelijk gemaakt. Probeer het over een minuut opnieuw, of bewaar het document."
        ) with
        {
            Status = StatusCodes.Status503ServiceUnavailable,
        };

    private static Weigering Uitgezet =>
        Weigering.Van("bladen-uit", "Hier worden nu geen bladzijden getoond. Bewaar het document en open het buiten deze site.") with
        {
            Status = StatusCodes.Status503ServiceUnavailable,
        };

    [GeneratedRegex(@"^Pages: +(?<aantal>[0-9]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Aantalregel();
}
