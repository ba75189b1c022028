using System.Globalization;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

internal enum Celsoort
{
    Leeg,
    Tekst,

    /// <summary>A number as the sheet keeps it: with a point, perhaps with an exponent.</summary>
    Getal,

    /// <summary>A number that the sheet shows as a date or a time: days since its first one.</summary>
    Datum,
    Formule,

    /// <summary><c>#N/B</c>, <c>#DEEL/0!</c>.</summary>
    Foutwaarde,
}

/// <summary>What stands in one cell.</summary>
internal readonly record struct Cel(Celsoort Soort, string? Waarde)
{
    public bool IsLeeg => Soort == Celsoort.Leeg;

    /// <summary>White space around it is no part of it.</summary>
    public static Cel VanTekst(string tekst)
    {
        var kaal = tekst.Trim();
        return kaal.Length == 0 ? default : new(Celsoort.Tekst, kaal);
    }
}

/// <summary>One row of a sheet; the same object is used for the next one.</summary>
internal sealed class Bladrij
{
    /// <summary>More columns than the template has, for notes that are told of; what is beyond is only noticed.</summary>
    public const int Breedte = 64;

    private readonly Cel[] _cellen = new Cel[Breedte];

    /// <summary>As a spreadsheet shows it.</summary>
    public int Nummer { get; private set; }

    public bool Verborgen { get; private set; }

    /// <summary>How many cells it has, empty ones too.</summary>
    public int Aantal { get; private set; }

    /// <summary>The first column with something in it that is beyond what is kept.</summary>
    public int? Buiten { get; private set; }

    /// <summary>The file ends within this row, without the end of a line.</summary>
    public bool ZonderEinde { get; set; }

    public bool IsLeeg { get; private set; } = true;

    public Cel this[int kolom] => kolom < Math.Min(Aantal, Breedte) ? _cellen[kolom] : default;

    public void Begin(int nummer, bool verborgen)
    {
        Array.Clear(_cellen);
        (Nummer, Verborgen, Aantal, Buiten, ZonderEinde, IsLeeg) = (nummer, verborgen, 0, null, false, true);
    }

    public void Zet(int kolom, Cel cel)
    {
        Aantal = Math.Max(Aantal, kolom + 1);
        IsLeeg &= cel.IsLeeg;
        if (kolom < Breedte)
        {
            _cellen[kolom] = cel;
        }
        else if (!cel.IsLeeg)
        {
            Buiten ??= kolom;
        }
    }
}

/// <summary>Columns by letter, as a spreadsheet names them.</summary>
internal static class Kolomletters
{
    // XFD, the last one of Excel.
    private const int Meeste = 16_384;

    public static string Van(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }
        return letters;
    }

    /// <summary>The column of <c>B14</c> is 1, its row 14; what is no place is damaged.</summary>
    public static (int Kolom, int Rij) Lees(ReadOnlySpan<char> plaats)
    {
        var (kolom, i) = (0, 0);
        for (; i < plaats.Length && char.IsAsciiLetterUpper(plaats[i]) && kolom <= Meeste; i++)
        {
            kolom = (kolom * 26) + (plaats[i] - 'A' + 1);
        }
        return kolom is > 0 and <= Meeste && int.TryParse(plaats[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var rij)
            ? (kolom - 1, rij)
            : throw Onleesbaar.Beschadigd();
    }
}
