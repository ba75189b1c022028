namespace SlimRegeling.Dossiers.Sjablonen;

public enum Regelsoort
{
    Gelijk,
    Weg,
    Nieuw,
}

/// <summary>A line of one text or the other.</summary>
public sealed record Verschilregel(Regelsoort Soort, string Tekst);

/// <summary>What differs between two texts, line by line, for who signs: as few lines as can be are gone or new.</summary>
internal static class Tekstverschil
{
    public static IReadOnlyList<Verschilregel> Tussen(string oud, string nieuw)
    {
        var (van, naar) = (oud.TrimEnd('\n').Split('\n'), nieuw.TrimEnd('\n').Split('\n'));
        // How many lines the rests of both have in common, in order.
        var samen = new int[van.Length + 1, naar.Length + 1];
        for (var i = van.Length - 1; i >= 0; i--)
        {
            for (var j = naar.Length - 1; j >= 0; j--)
            {
                samen[i, j] = van[i] == naar[j] ? samen[i + 1, j + 1] + 1 : Math.Max(samen[i + 1, j], samen[i, j + 1]);
            }
        }
        var regels = new List<Verschilregel>();
        for (var (i, j) = (0, 0); i < van.Length || j < naar.Length; )
        {
            if (i < van.Length && j < naar.Length && van[i] == naar[j])
            {
                regels.Add(new(Regelsoort.Gelijk, van[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == naar.Length || (i < van.Length && samen[i + 1, j] >= samen[i, j + 1]))
            {
                regels.Add(new(Regelsoort.Weg, van[i++]));
            }
            else
            {
                regels.Add(new(Regelsoort.Nieuw, naar[j++]));
            }
        }
        return regels;
    }
}
