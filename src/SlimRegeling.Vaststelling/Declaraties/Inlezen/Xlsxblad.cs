using System.Globalization;
using System.Text.RegularExpressions;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>The rows of one sheet, as they come; what of the sheet itself hides values or joins them is told.</summary>
/// <param name="datumstijlen">By the number of a style.</param>
/// <param name="telt1904">Days are counted from 1904, as workbooks of old Macs do.</param>
internal sealed partial class Xlsxblad(
    Func<Xmldeel> open,
    List<string> teksten,
    List<bool> datumstijlen,
    bool telt1904,
    Bevindingen bevindingen
)
{
    private const int Sinds1904 = 1_462;

    private readonly bool[] _verborgen = new bool[Bladrij.Breedte];
    private readonly bool[] _gemeld = new bool[Bladrij.Breedte];

    public IEnumerable<Bladrij> Rijen()
    {
        using var xml = open();
        var rij = new Bladrij();
        while (xml.Lees())
        {
            if (xml.Begint(2, "row"))
            {
                Rij(xml, rij);
                yield return rij;
            }
            else if (xml.Begint(2, "col"))
            {
                Kolommen(xml);
            }
            else if (xml.Begint(2, "mergeCell"))
            {
                Samengevoegd(xml.Kenmerk("ref") ?? "");
            }
        }
    }

    private void Kolommen(Xmldeel xml)
    {
        if (!xml.Waar("hidden") && xml.Kenmerk("width") is not ("0" or "0.0"))
        {
            return;
        }
        var tot = Math.Min(Nummer(xml.Kenmerk("max")), Bladrij.Breedte);
        for (var kolom = Math.Max(1, Nummer(xml.Kenmerk("min"))); kolom <= tot; kolom++)
        {
            _verborgen[kolom - 1] = true;
        }
    }

    private void Rij(Xmldeel xml, Bladrij rij)
    {
        var nummer = xml.Kenmerk("r") is { } genoemd ? Nummer(genoemd) : rij.Nummer + 1;
        // What stands twice would be read in one way here and in another way there.
        if (nummer <= rij.Nummer)
        {
            throw Onleesbaar.Beschadigd();
        }
        rij.Begin(nummer, xml.Waar("hidden") || xml.Kenmerk("ht") is "0" or "0.0");
        if (xml.IsLeeg)
        {
            return;
        }
        var kolom = -1;
        while (xml.Lees() && xml.Diepte > 2)
        {
            if (xml.Begint(3, "c"))
            {
                kolom = LeesCel(xml, rij, kolom);
            }
        }
    }

    /// <returns>The column in which it stands.</returns>
    private int LeesCel(Xmldeel xml, Bladrij rij, int vorige)
    {
        var kolom = xml.Kenmerk("r") is { } plaats ? Kolomletters.Lees(plaats).Kolom : vorige + 1;
        if (kolom <= vorige)
        {
            throw Onleesbaar.Beschadigd();
        }
        var (soort, stijl) = (xml.Kenmerk("t"), xml.Kenmerk("s"));
        var cel = xml.IsLeeg ? default : Inhoud(xml, soort, stijl);
        if (!cel.IsLeeg)
        {
            rij.Zet(kolom, cel);
            if (kolom < Bladrij.Breedte && _verborgen[kolom] && !_gemeld[kolom])
            {
                _gemeld[kolom] = true;
                bevindingen.Plaats(
                    rij.Nummer,
                    kolom,
                    "deze kolom is verborgen en er staat iets in. Maak haar zichtbaar of maak haar leeg."
                );
            }
        }
        return kolom;
    }

    private Cel Inhoud(Xmldeel xml, string? soort, string? stijl)
    {
        var (waarde, binnen, isFormule) = ("", "", false);
        while (xml.Lees() && xml.Diepte > 3)
        {
            if (xml.Begint(4, "f"))
            {
                isFormule = true;
            }
            else if (xml.Begint(4, "v"))
            {
                waarde = xml.Tekst();
            }
            else if (xml.Begint(5) && xml.Naam != "t")
            {
                binnen = xml.Naam;
            }
            else if (xml.Begint(5, "t") || (xml.Begint(6, "t") && binnen == "r"))
            {
                waarde = Xmldeel.Samen(waarde, xml.Tekst());
            }
        }
        return isFormule ? new(Celsoort.Formule, null) : Waarde(soort, stijl, waarde);
    }

    private Cel Waarde(string? soort, string? stijl, string waarde) =>
        soort switch
        {
            "s" => Nummer(waarde) is var nummer && nummer < teksten.Count
                ? Cel.VanTekst(Ontcijferd(teksten[nummer]))
                : throw Onleesbaar.Beschadigd(),
            "inlineStr" or "str" or "d" => Cel.VanTekst(Ontcijferd(waarde)),
            "b" => waarde.Length == 0 ? default : new(Celsoort.Tekst, waarde is "1" or "true" ? "ja" : "nee"),
            "e" => new(Celsoort.Foutwaarde, null),
            _ when waarde.Length == 0 => default,
            _ when stijl is not null && Nummer(stijl) is var s && s < datumstijlen.Count && datumstijlen[s] => new(
                Celsoort.Datum,
                Vanaf1900(waarde)
            ),
            _ => new(Celsoort.Getal, waarde),
        };

    private string Vanaf1900(string dagen) =>
        telt1904 && double.TryParse(dagen, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
            ? (getal + Sinds1904).ToString("R", CultureInfo.InvariantCulture)
            : dagen;

    /// <summary>Only the first of the cells that were joined has a value: of which lines that is, the sheet does not tell.</summary>
    private void Samengevoegd(string gebied)
    {
        if (gebied.Split(':') is not [var van, var tot])
        {
            return;
        }
        var ((kolom, rij), (_, laatste)) = (Kolomletters.Lees(van), Kolomletters.Lees(tot));
        // Beside the number of the case they do no harm.
        if (laatste > 1)
        {
            bevindingen.Plaats(rij, kolom, $"de cellen {van} tot en met {tot} zijn samengevoegd. Splits ze en vul elke cel zelf in.");
        }
    }

    /// <summary>What XML cannot have in it stands as <c>_x000D_</c>.</summary>
    private static string Ontcijferd(string tekst) =>
        tekst.Contains("_x", StringComparison.Ordinal)
            ? Teken()
                .Replace(
                    tekst,
                    t => ((char)int.Parse(t.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()
                )
            : tekst;

    private static int Nummer(string? tekst) =>
        int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) ? nummer : throw Onleesbaar.Beschadigd();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Teken();
}
