using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>A letter as the programs of poppler-utils read it: a third reader, which knows nothing of ours or of PdfPig.</summary>
internal static partial class Poppler
{
    /// <param name="Ingesloten">Whether the file carries it, as a subset and with what its characters mean.</param>
    public sealed record Font(string Naam, bool Ingesloten);

    public static IReadOnlyList<Font> Fonts(byte[] pdf) =>
        [
            .. Lees("pdffonts", pdf)
                .Split('\n')
                .Skip(2)
                .Where(regel => regel.Length > 0)
                .Select(regel => new Font(
                    regel.Split(' ')[0],
                    Stand().Match(regel) is { Success: true } m && m.Groups[1].Value == "yes yes yes"
                )),
        ];

    /// <summary>The tags of the tree in reading order, however deep.</summary>
    public static IReadOnlyList<string> Tags(byte[] pdf) =>
        [.. Tag().Matches(Lees("pdfinfo", pdf, "-struct")).Select(m => m.Groups[1].Value)];

    /// <summary>What stands in the tree, without white space.</summary>
    public static string Boomtekst(byte[] pdf) =>
        string.Concat(
                Lees("pdfinfo", pdf, "-struct-text")
                    .Split('\n')
                    .Select(r => r.Trim())
                    .Where(r => r.StartsWith('"') && r.EndsWith('"'))
                    .Select(r => r[1..^1])
            )
            .Kaal();

    public static string Kaal(this string tekst) => string.Concat(tekst.Where(c => !char.IsWhiteSpace(c)));

    private static string Lees(string programma, byte[] pdf, params IReadOnlyList<string> opties)
    {
        var pad = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(pad, pdf);
        try
        {
            using var proces = Process.Start(
                new ProcessStartInfo(programma, [.. opties, pad])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = Encoding.UTF8,
                }
            )!;
            var fouten = proces.StandardError.ReadToEndAsync();
            var gelezen = proces.StandardOutput.ReadToEnd();
            proces.WaitForExit();
            Assert.Equal((0, ""), (proces.ExitCode, fouten.GetAwaiter().GetResult()));
            return gelezen;
        }
        finally
        {
            File.Delete(pad);
        }
    }

    [GeneratedRegex(@"\s((?:yes|no) +(?:yes|no) +(?:yes|no)) +\d+ +\d+$")]
    private static partial Regex Stand();

    [GeneratedRegex(@"^ *(Document|P|H1|H2|L|LI|Lbl|LBody|Table|THead|TBody|TR|TH|TD)\b", RegexOptions.Multiline)]
    private static partial Regex Tag();
}
