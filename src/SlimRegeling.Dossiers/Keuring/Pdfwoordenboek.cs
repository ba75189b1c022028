namespace SlimRegeling.Dossiers.Keuring;

/// <summary>What the dictionary of a stream says of it.</summary>
/// <param name="Lengte">Null when it is told elsewhere.</param>
/// <param name="Filters">In the order in which they are undone; null when they are told elsewhere.</param>
/// <param name="KanObjecten">It can hold objects of the document: such a stream says how many and where the first is.</param>
internal sealed record Pdfwoordenboek(int? Lengte, IReadOnlyList<string>? Filters, bool KanObjecten)
{
    public static Pdfwoordenboek Lees(ReadOnlySpan<byte> bytes)
    {
        var lezer = new Pdflezer(bytes);
        lezer.Volgende();
        int? lengte = null;
        IReadOnlyList<string>? filters = [];
        var (aantal, eerste) = (false, false);
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
                case "N":
                    aantal = true;
                    break;
                case "First":
                    eerste = true;
                    break;
            }
        }
        return new(lengte, filters, aantal && eerste);
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
