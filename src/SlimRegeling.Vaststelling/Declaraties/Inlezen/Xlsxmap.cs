using System.Globalization;
using System.IO.Compression;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// A workbook (Office Open XML): finds the sheet of the declaration and what its cells refer to. Only those parts are unpacked, each once and piece
/// by piece, and none that says to be larger than it may.
/// </summary>
internal sealed class Xlsxmap : IDisposable
{
    private const int MeesteDelen = 1_000;
    private const long GrootsteBlad = 60L * 1024 * 1024;
    private const long GrootsteTeksten = 25L * 1024 * 1024;
    private const long GrootsteRest = 5L * 1024 * 1024;

    // Many times as many as the lines that are taken can refer to.
    private const int MeesteTeksten = 400_000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _delen = new(StringComparer.OrdinalIgnoreCase);

    private Xlsxmap(Stream bestand)
    {
        _zip = new(bestand, ZipArchiveMode.Read, leaveOpen: true);
        if (_zip.Entries.Count > MeesteDelen)
        {
            throw Onleesbaar.TeGroot();
        }
        foreach (var deel in _zip.Entries)
        {
            // Which of two parts of one name counts would differ between readers.
            if (!_delen.TryAdd(deel.FullName, deel))
            {
                throw Onleesbaar.Beschadigd();
            }
        }
    }

    public static IEnumerable<Bladrij> Rijen(Stream bestand, Bevindingen bevindingen)
    {
        using var map = new Xlsxmap(bestand);
        foreach (var rij in map.Rijen(bevindingen))
        {
            yield return rij;
        }
    }

    public void Dispose() => _zip.Dispose();

    private IEnumerable<Bladrij> Rijen(Bevindingen bevindingen)
    {
        if (Verbanden("").FirstOrDefault(v => v.Is("officeDocument")) is not { } hoofd || !_delen.ContainsKey(hoofd.Deel))
        {
            throw new Onleesbaar(
                "Dit is geen Excel-bestand (xlsx) dat wij kunnen lezen. Sla het in uw rekenblad op als xlsx of als CSV en lees het dan opnieuw in."
            );
        }
        var verbanden = Verbanden(hoofd.Deel);
        var (blad, telt1904) = Blad(hoofd.Deel, bevindingen);
        if (verbanden.FirstOrDefault(v => v.Id == blad && v.Is("worksheet")) is not { } gekozen)
        {
            throw Onleesbaar.Beschadigd();
        }
        var stijlen = verbanden.FirstOrDefault(v => v.Is("styles")) is { } s ? Datumstijlen(s.Deel) : [];
        var teksten = verbanden.FirstOrDefault(v => v.Is("sharedStrings")) is { } t ? Teksten(t.Deel) : [];
        return new Xlsxblad(() => Open(gekozen.Deel, GrootsteBlad), teksten, stijlen, telt1904, bevindingen).Rijen();
    }

    /// <returns>The relation of the sheet, and whether days are counted from 1904.</returns>
    private (string? Blad, bool Telt1904) Blad(string deel, Bevindingen bevindingen)
    {
        var bladen = new List<(string Naam, string? Verband, bool Verborgen)>();
        var telt1904 = false;
        using (var xml = Open(deel, GrootsteRest))
        {
            while (xml.Lees())
            {
                if (xml.Begint(1, "workbookPr"))
                {
                    telt1904 = xml.Waar("date1904");
                }
                else if (xml.Begint(2, "sheet"))
                {
                    var naam = xml.Kenmerk("name")?.Trim() ?? "";
                    bladen.Add((naam, xml.Verband("id"), (xml.Kenmerk("state") ?? "visible") != "visible"));
                }
            }
        }
        var plaats = bladen is [_] ? 0 : bladen.FindIndex(b => b.Naam.Equals(Sjabloon.Bladnaam, StringComparison.OrdinalIgnoreCase));
        if (plaats < 0)
        {
            throw new Onleesbaar(
                $"In dit bestand staat geen blad '{Sjabloon.Bladnaam}'. Geef het blad met de regels die naam, of haal het sjabloon opnieuw op."
            );
        }
        if (bladen[plaats].Verborgen)
        {
            throw new Onleesbaar($"Het blad '{Sjabloon.Bladnaam}' is verborgen. Maak het zichtbaar en controleer de regels.");
        }
        foreach (var (naam, _, _) in bladen.Where((b, i) => i != plaats && b.Naam != Sjabloon.Uitlegnaam))
        {
            bevindingen.Meld(
                $"Blad '{(naam.Length > 31 ? naam[..31] : naam)}' is niet gelezen: alleen het blad '{Sjabloon.Bladnaam}' telt."
            );
        }
        return (bladen[plaats].Verband, telt1904);
    }

    private List<string> Teksten(string deel)
    {
        var teksten = new List<string>();
        using var xml = Open(deel, GrootsteTeksten);
        var binnen = "";
        var tekst = "";
        while (xml.Lees())
        {
            // Beside the text, or the runs that it is of, stands how it is pronounced.
            if (xml.Begint(1, "si"))
            {
                if (teksten.Count == MeesteTeksten)
                {
                    throw Onleesbaar.TeGroot();
                }
                tekst = "";
                teksten.Add(tekst);
            }
            else if (xml.Begint(2) && xml.Naam != "t")
            {
                binnen = xml.Naam;
            }
            else if (teksten.Count > 0 && (xml.Begint(2, "t") || (xml.Begint(3, "t") && binnen == "r")))
            {
                tekst = Xmldeel.Samen(tekst, xml.Tekst());
                teksten[^1] = tekst;
            }
        }
        return teksten;
    }

    /// <summary>Of each style of cells whether it shows a date or a time.</summary>
    private List<bool> Datumstijlen(string deel)
    {
        var eigen = new Dictionary<string, bool>();
        var stijlen = new List<bool>();
        using var xml = Open(deel, GrootsteRest);
        var binnen = "";
        while (xml.Lees())
        {
            if (xml.Begint(1))
            {
                binnen = xml.Naam;
            }
            else if (xml.Begint(2, "numFmt") && binnen == "numFmts" && xml.Kenmerk("numFmtId") is { } nummer)
            {
                eigen[nummer] = Datumvorm.Is(xml.Kenmerk("formatCode") ?? "");
            }
            else if (xml.Begint(2, "xf") && binnen == "cellXfs")
            {
                var vorm = xml.Kenmerk("numFmtId") ?? "0";
                stijlen.Add(
                    eigen.TryGetValue(vorm, out var datum)
                        ? datum
                        : int.TryParse(vorm, NumberStyles.None, CultureInfo.InvariantCulture, out var vast) && Datumvorm.Is(vast)
                );
            }
        }
        return stijlen;
    }

    private sealed record Verband(string Id, string Soort, string Deel)
    {
        // Strict files name kinds otherwise, but for the last word.
        public bool Is(string soort) => Soort.EndsWith($"/{soort}", StringComparison.Ordinal);
    }

    /// <summary>To what a part refers within the file; that of the file as a whole is the empty one.</summary>
    private List<Verband> Verbanden(string van)
    {
        var map = van[..(van.LastIndexOf('/') + 1)];
        var verbanden = new List<Verband>();
        if (!_delen.TryGetValue($"{map}_rels/{van[map.Length..]}.rels", out var deel))
        {
            return verbanden;
        }
        using var xml = new Xmldeel(deel, GrootsteRest);
        while (xml.Lees())
        {
            if (
                xml.Begint(1, "Relationship")
                && xml.Kenmerk("TargetMode") != "External"
                && xml.Kenmerk("Id") is { } id
                && xml.Kenmerk("Type") is { } soort
                && xml.Kenmerk("Target") is { } doel
            )
            {
                verbanden.Add(new(id, soort, Pad(map, doel)));
            }
        }
        return verbanden;
    }

    private static string Pad(string map, string doel)
    {
        var delen = new List<string>();
        foreach (var deel in (doel.StartsWith('/') ? doel : map + doel).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (deel == ".." && delen.Count > 0)
            {
                delen.RemoveAt(delen.Count - 1);
            }
            else if (deel is not "." and not "..")
            {
                delen.Add(Uri.UnescapeDataString(deel));
            }
        }
        return string.Join('/', delen);
    }

    private Xmldeel Open(string deel, long hoogstens) =>
        _delen.TryGetValue(deel, out var gevonden) ? new(gevonden, hoogstens) : throw Onleesbaar.Beschadigd();
}

/// <summary>Which ways of showing a number make it a date or a time.</summary>
internal static class Datumvorm
{
    /// <summary>Of those that have a number of their own (ECMA-376, 18.8.30).</summary>
    public static bool Is(int vast) => vast is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a day, month, year, hour or second is in it, beside what is shown as it stands.</summary>
    public static bool Is(string vorm)
    {
        for (var i = 0; i < vorm.Length; i++)
        {
            switch (vorm[i])
            {
                case '"':
                    i = Einde(vorm, '"', i);
                    break;
                case '[':
                    var einde = Einde(vorm, ']', i);
                    // Time that has passed: [h]:mm. Otherwise a colour, a currency or a condition.
                    if (einde > i + 1 && vorm[(i + 1)..einde].All(c => c is 'h' or 'm' or 's' or 'H' or 'M' or 'S'))
                    {
                        return true;
                    }
                    i = einde;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'm' or 'y' or 'h' or 's' or 'D' or 'M' or 'Y' or 'H' or 'S':
                    return true;
            }
        }
        return false;
    }

    private static int Einde(string vorm, char slot, int begin)
    {
        var plaats = vorm.IndexOf(slot, begin + 1);
        return plaats < 0 ? vorm.Length : plaats;
    }
}
