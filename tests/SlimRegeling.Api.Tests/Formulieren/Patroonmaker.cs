using System.Globalization;
using CsCheck;

namespace SlimRegeling.Api.Tests.Formulieren;

/// <summary>Makes texts that a pattern takes: literals, classes, groups with choices, and counts. Of what may be long mostly short ones.</summary>
internal static class Patroonmaker
{
    // What people type, and what programs trip over.
    private const string Anders = "aZ09 é€ß'\"<>&{}\n\t-–…中";

    public static Gen<string> Van(string patroon)
    {
        var nietLeeg = patroon.Contains("(?=", StringComparison.Ordinal);
        var kern = patroon.TrimStart('^').TrimEnd('$').Replace(@"(?=\s*\S)", "", StringComparison.Ordinal);
        var plaats = 0;
        var gen = Rij(kern, ref plaats);
        return nietLeeg ? gen.Select(t => $"x{t}") : gen;
    }

    /// <summary>Up to the end, a choice or the end of a group.</summary>
    private static Gen<string> Rij(string patroon, ref int plaats)
    {
        var rij = Gen.Const("");
        while (plaats < patroon.Length && patroon[plaats] is not ('|' or ')'))
        {
            var deel = Herhaald(Deel(patroon, ref plaats), patroon, ref plaats);
            rij = Gen.Select(rij, deel, (begin, rest) => begin + rest);
        }
        return rij;
    }

    private static Gen<string> Deel(string patroon, ref int plaats)
    {
        switch (patroon[plaats])
        {
            case '(':
                var keuzes = new List<Gen<string>>();
                do
                {
                    plaats++;
                    keuzes.Add(Rij(patroon, ref plaats));
                } while (patroon[plaats] == '|');
                plaats++;
                return Gen.OneOf<string>([.. keuzes]);
            case '[':
                var einde = patroon.IndexOf(']', plaats);
                var klasse = patroon[(plaats + 1)..einde];
                plaats = einde + 1;
                return Gen.Char[klasse[0] == '^' ? Anders : Tekens(klasse)].Select(c => c.ToString());
            case '\\':
                plaats += 2;
                return Gen.Const(patroon[plaats - 1].ToString());
            default:
                return Gen.Const(patroon[plaats++].ToString());
        }
    }

    private static Gen<string> Herhaald(Gen<string> deel, string patroon, ref int plaats)
    {
        if (plaats < patroon.Length && patroon[plaats] == '*')
        {
            plaats++;
            return deel.Array[0, 40].Select(delen => string.Concat(delen));
        }
        if (plaats == patroon.Length || patroon[plaats] != '{')
        {
            return deel;
        }
        var einde = patroon.IndexOf('}', plaats);
        var aantallen = patroon[(plaats + 1)..einde].Split(',').Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        plaats = einde + 1;
        var (minste, meeste) = (aantallen[0], aantallen[^1]);
        return Gen.Frequency<int>((9, Gen.Int[minste, Math.Min(meeste, Math.Max(minste, 6))]), (1, Gen.Int[minste, meeste]))
            .SelectMany(aantal => deel.Array[aantal])
            .Select(delen => string.Concat(delen));
    }

    private static string Tekens(string klasse)
    {
        var tekens = "";
        for (var i = 0; i < klasse.Length; i++)
        {
            if (i + 2 < klasse.Length && klasse[i + 1] == '-')
            {
                tekens += string.Concat(Enumerable.Range(klasse[i], klasse[i + 2] - klasse[i] + 1).Select(c => (char)c));
                i += 2;
            }
            else
            {
                tekens += klasse[i];
            }
        }
        return tekens;
    }
}
