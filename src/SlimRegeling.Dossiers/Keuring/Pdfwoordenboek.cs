namespace SlimRegeling.Dossiers.Keuring;

/// <summary>What the dictionary of a stream says of it.</summary>
/// <param name="Lengte">Null when it is told elsewhere.</param>
/// <param name="Filters">In the order in which they are undone; null when they are told elsewhere.</param>
/// <param name="KanObjecten">It can hold objects of the document: such a stream says how many and where the first is.</param>
internal sealed record Pdfwoordenboek(int? Lengte, IReadOnlyList<string>? Filters, bool KanObjecten)
{
    /// <summary>How far back an object can begin; a longer dictionary is no file that people make.</summary>
    private const int Verste = 128 * 1024;

    /// <summary>
    /// What can be the dictionary of a stream that begins behind these bytes: all that an object could begin with and that ends here, since the
    /// word that begins one can also stand in a text.
    /// </summary>
    public static List<Pdfwoordenboek> Voor(ReadOnlySpan<byte> bytes, Keurtijd tijd)
    {
        var gevonden = new List<Pdfwoordenboek>();
        var verste = Math.Max(0, bytes.Length - Verste);
        var einde = bytes.Length;
        for (int plaats; (plaats = bytes[verste..einde].LastIndexOf("obj"u8)) >= 0; )
        {
            tijd.Bewaak();
            einde = verste + plaats;
            if (Lees(bytes[(einde + 3)..]) is { } woordenboek)
            {
                gevonden.Add(woordenboek);
            }
        }
        return gevonden;
    }

    /// <summary>Null when these bytes are not one dictionary.</summary>
    public static Pdfwoordenboek? Lees(ReadOnlySpan<byte> bytes)
    {
        if (!IsEen(bytes))
        {
            return null;
        }
        var lezer = new Pdflezer(bytes);
        lezer.Volgende();
        int? lengte = null;
        IReadOnlyList<string>? filters = [];
        var woord = lezer.Volgende();
        while (woord == Pdfwoord.Naam)
        {
            var sleutel = lezer.Waarde;
            var (namen, woorden) = Waarde(ref lezer, out woord);
            switch (sleutel)
            {
                case "Length" when woorden is [var getal] && int.TryParse(getal, out var n):
                    lengte = n;
                    break;
                case "Filter" when namen.Count > 0:
                    filters = namen;
                    break;
                case "Filter" when woorden.Count > 1:
                    filters = null;
                    break;
            }
        }
        return new(lengte, filters, Noemt(bytes));
    }

    private static bool IsEen(ReadOnlySpan<byte> bytes)
    {
        var lezer = new Pdflezer(bytes);
        if (lezer.Volgende() != Pdfwoord.Open || lezer.Waarde != "<<")
        {
            return false;
        }
        for (var diepte = 1; diepte > 0; )
        {
            switch (lezer.Volgende())
            {
                case Pdfwoord.Einde:
                    return false;
                case Pdfwoord.Open:
                    diepte++;
                    break;
                case Pdfwoord.Sluit:
                    diepte--;
                    break;
            }
        }
        return lezer.Volgende() == Pdfwoord.Einde;
    }

    // At any depth: what this reads as inside something, another reader may not.
    private static bool Noemt(ReadOnlySpan<byte> bytes)
    {
        var lezer = new Pdflezer(bytes);
        var (aantal, eerste) = (false, false);
        for (Pdfwoord woord; (woord = lezer.Volgende()) != Pdfwoord.Einde; )
        {
            aantal |= woord == Pdfwoord.Naam && lezer.Waarde == "N";
            eerste |= woord == Pdfwoord.Naam && lezer.Waarde == "First";
        }
        return aantal && eerste;
    }

    /// <summary>The names and the other words of one value, and the word behind it.</summary>
    private static (List<string> Namen, List<string> Woorden) Waarde(ref Pdflezer lezer, out Pdfwoord volgende)
    {
        var (namen, woorden) = (new List<string>(), new List<string>());
        var diepte = 0;
        while (true)
        {
            volgende = lezer.Volgende();
            switch (volgende)
            {
                case Pdfwoord.Einde:
                case Pdfwoord.Sluit when diepte == 0:
                case Pdfwoord.Naam when diepte == 0 && (namen.Count > 0 || woorden.Count > 0):
                    return (namen, woorden);
                case Pdfwoord.Naam:
                    namen.Add(lezer.Waarde);
                    break;
                case Pdfwoord.Open:
                    diepte++;
                    break;
                case Pdfwoord.Sluit:
                    diepte--;
                    break;
                default:
                    woorden.Add(lezer.Waarde);
                    break;
            }
            if (diepte == 0 && volgende is Pdfwoord.Sluit or Pdfwoord.Tekst)
            {
                volgende = lezer.Volgende();
                return (namen, woorden);
            }
            if (diepte == 0 && volgende == Pdfwoord.Naam)
            {
                volgende = lezer.Volgende();
                return (namen, woorden);
            }
        }
    }
}
