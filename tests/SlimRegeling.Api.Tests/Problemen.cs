using System.Text.RegularExpressions;

namespace SlimRegeling.Api.Tests;

/// <summary>What every refusal must be: a problem that a person can read and act on.</summary>
internal static partial class Problemen
{
    /// <summary>A problem with this status and code, in plain Dutch.</summary>
    public static Gekregen IsProbleem(this Gekregen antwoord, int status, string code)
    {
        Assert.True(antwoord.Status == status, $"{antwoord.Status} instead of {status}: {antwoord.Tekst}");
        Assert.Equal("application/problem+json", antwoord.Soort);
        Assert.Equal($"urn:slimregeling:probleem:{code}", antwoord.Veld("type"));
        Assert.Equal(status, antwoord.Inhoud.GetProperty("status").GetInt32());
        foreach (var tekst in antwoord.Teksten())
        {
            Assert.Matches(@"^.{12,}[.)]$", tekst);
            Assert.DoesNotMatch(Vreemd(), tekst);
        }
        return antwoord;
    }

    public static Gekregen NoemtVeld(this Gekregen antwoord, string veld)
    {
        var velden = antwoord.Inhoud.GetProperty("fouten").EnumerateArray().Select(f => f.GetProperty("veld").GetString());
        Assert.Contains(veld, velden);
        return antwoord;
    }

    public static Gekregen NoemtArtikel(this Gekregen antwoord, string artikel)
    {
        Assert.Equal(artikel, antwoord.Veld("artikel"));
        return antwoord;
    }

    public static Gekregen Noemt(this Gekregen antwoord, string tekst)
    {
        Assert.Contains(tekst, antwoord.Veld("detail"), StringComparison.Ordinal);
        return antwoord;
    }

    /// <summary>Does this, looks at the refusal, and sees that nothing was stored.</summary>
    public static async Task Weigert(this Apihuis huis, Func<Task<Gekregen>> doe, Action<Gekregen> controleer)
    {
        // What was done before is also stored by who hears of it.
        await huis.Stil();
        var voor = await huis.Opgeslagen();
        controleer(await doe());
        Assert.Equal(voor, await huis.Opgeslagen());
    }

    private static IEnumerable<string> Teksten(this Gekregen antwoord)
    {
        yield return antwoord.Veld("detail");
        if (antwoord.Inhoud.TryGetProperty("fouten", out var fouten))
        {
            foreach (var fout in fouten.EnumerateArray())
            {
                yield return fout.GetProperty("uitleg").GetString()!;
            }
        }
    }

    // English words of frameworks, and names of C# types.
    [GeneratedRegex(
        @"\b(the|could|not|failed|property|required|invalid|exception|value|missing|body|parameter|string|cannot|Int32|Decimal|Nullable|SlimRegeling\.|System\.|Npgsql|Verzoek)\b"
    )]
    private static partial Regex Vreemd();
}
