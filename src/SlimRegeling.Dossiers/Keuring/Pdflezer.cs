using System.Text;

namespace SlimRegeling.Dossiers.Keuring;

internal enum Pdfwoord
{
    Einde,
    Naam,
    Tekst,
    Woord,
    Open,
    Sluit,
}

/// <summary>
/// The words of a PDF from left to right, without regard to its table of objects: what an earlier version of it or a lenient reader would see is
/// seen too.
/// </summary>
internal ref struct Pdflezer(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Plaats { get; set; }

    /// <summary>Where the last word began.</summary>
    public int Begin { get; private set; }

    /// <summary>The last word; of a name without its slash and with its escapes undone, of a bracket the bracket, of a text nothing.</summary>
    public string Waarde { get; private set; } = "";

    public Pdfwoord Volgende()
    {
        SlaWitOver();
        Begin = Plaats;
        Waarde = "";
        if (Plaats >= _bytes.Length)
        {
            return Pdfwoord.Einde;
        }
        switch (_bytes[Plaats++])
        {
            case (byte)'/':
                Waarde = Naam();
                return Pdfwoord.Naam;
            case (byte)'(':
                SlaTekstOver();
                return Pdfwoord.Tekst;
            case (byte)'[':
                Waarde = "[";
                return Pdfwoord.Open;
            case (byte)']':
                Waarde = "]";
                return Pdfwoord.Sluit;
            case (byte)'<' when Staat((byte)'<'):
                Waarde = "<<";
                return Pdfwoord.Open;
            case (byte)'<':
                var einde = _bytes[Plaats..].IndexOf((byte)'>');
                Plaats = einde < 0 ? _bytes.Length : Plaats + einde + 1;
                return Pdfwoord.Tekst;
            case (byte)'>' when Staat((byte)'>'):
                Waarde = ">>";
                return Pdfwoord.Sluit;
            case (byte)'>' or (byte)')' or (byte)'{' or (byte)'}':
                return Pdfwoord.Tekst;
            default:
                while (Plaats < _bytes.Length && IsGewoon(_bytes[Plaats]))
                {
                    Plaats++;
                }
                Waarde = Plaats - Begin <= 20 ? Encoding.Latin1.GetString(_bytes[Begin..Plaats]) : "";
                return Pdfwoord.Woord;
        }
    }

    private bool Staat(byte teken)
    {
        if (Plaats >= _bytes.Length || _bytes[Plaats] != teken)
        {
            return false;
        }
        Plaats++;
        return true;
    }

    private void SlaWitOver()
    {
        while (Plaats < _bytes.Length)
        {
            if (_bytes[Plaats] == '%')
            {
                var einde = _bytes[Plaats..].IndexOfAny((byte)'\r', (byte)'\n');
                Plaats = einde < 0 ? _bytes.Length : Plaats + einde;
            }
            else if (!IsWit(_bytes[Plaats]))
            {
                return;
            }
            else
            {
                Plaats++;
            }
        }
    }

    private string Naam()
    {
        var naam = new StringBuilder();
        while (Plaats < _bytes.Length && IsGewoon(_bytes[Plaats]) && naam.Length < 128)
        {
            var teken = _bytes[Plaats++];
            if (
                teken == '#'
                && Plaats + 1 < _bytes.Length
                && char.IsAsciiHexDigit((char)_bytes[Plaats])
                && char.IsAsciiHexDigit((char)_bytes[Plaats + 1])
            )
            {
                teken = (byte)((Convert.FromHexString($"{(char)_bytes[Plaats]}{(char)_bytes[Plaats + 1]}"))[0]);
                Plaats += 2;
            }
            naam.Append((char)teken);
        }
        return naam.ToString();
    }

    private void SlaTekstOver()
    {
        var diepte = 1;
        while (Plaats < _bytes.Length && diepte > 0)
        {
            switch (_bytes[Plaats++])
            {
                case (byte)'\\':
                    Plaats++;
                    break;
                case (byte)'(':
                    diepte++;
                    break;
                case (byte)')':
                    diepte--;
                    break;
            }
        }
        Plaats = Math.Min(Plaats, _bytes.Length);
    }

    private static bool IsWit(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsGewoon(byte b) => !IsWit(b) && !"()<>[]{}/%"u8.Contains(b);
}
