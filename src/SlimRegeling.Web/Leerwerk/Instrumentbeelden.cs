using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Leerwerk;

public sealed record Dimensie(string Code, Tweetalig Naam, bool IsKern);

public sealed record Leerkeuze(string Code, Tweetalig Naam);

public sealed record Keuzevraag(string Code, Tweetalig Vraag, IReadOnlyList<Leerkeuze> Keuzes);

/// <summary>The choices that the API offers, with their words.</summary>
public sealed record Keuzeboek(
    IReadOnlyList<Keuzevraag> Kenmerken,
    IReadOnlyList<Leerkeuze> Fasen,
    IReadOnlyList<Leerkeuze> Belemmeringen,
    IReadOnlyList<Leerkeuze> Drijfveren,
    IReadOnlyList<Leerkeuze> Groottes,
    IReadOnlyList<Leerkeuze> Sectoren,
    IReadOnlyList<Leerkeuze> Doelgroepen,
    IReadOnlyList<Keuzevraag> Richting
);

public sealed record Schaal(int Laagste, int Hoogste);

public sealed record Onderdeel(string Code, Tweetalig Naam);

/// <summary>A list of questions, as far as a report needs it.</summary>
public sealed record Instrument(string Id, Tweetalig Naam, int Versie, Schaal Schaal, IReadOnlyList<Onderdeel> Onderdelen);

/// <summary>The names of what is measured in both languages: a report itself has them in Dutch.</summary>
/// <param name="Instrument">Null when it is no longer there.</param>
public sealed record Leernamen(IReadOnlyDictionary<string, Tweetalig> PerCode, Keuzeboek Keuzes, Instrument? Instrument)
{
    private static readonly Schaal Gewoon = new(1, 5);

    /// <summary>Of the common dimensions, which all instruments with the kernvragen have.</summary>
    public static Schaal Kern => Gewoon;

    public Schaal Eigen => Instrument?.Schaal ?? Gewoon;

    /// <param name="instrument">Id; null for the common dimensions alone.</param>
    public static async Task<Leernamen> Lees(LeercultuurscansApi api, string? instrument, CancellationToken ct)
    {
        var dimensies = api.Lees<IReadOnlyList<Dimensie>>("dimensies", ct);
        var keuzes = api.Lees<Keuzeboek>("scankeuzes", ct);
        var lijst = instrument is null ? null : await Zoek(api, instrument, ct);
        var namen = (await dimensies).ToDictionary(d => d.Code, d => d.Naam);
        foreach (var onderdeel in lijst?.Onderdelen ?? [])
        {
            namen.TryAdd(onderdeel.Code, onderdeel.Naam);
        }
        return new(namen, await keuzes, lijst);
    }

    /// <summary>With the names that a report was fixed with in the place of those of now.</summary>
    public Leernamen Met(IReadOnlyDictionary<string, Tweetalig>? vast)
    {
        var namen = PerCode.ToDictionary(StringComparer.Ordinal);
        foreach (var (code, naam) in vast ?? new Dictionary<string, Tweetalig>())
        {
            namen[code] = naam;
        }
        return this with { PerCode = namen };
    }

    /// <param name="anders">What is shown of a code that nobody knows any more.</param>
    public string Van(string code, Teksten t, string? anders = null) =>
        PerCode.TryGetValue(code, out var naam) ? naam.In(t) : anders ?? code;

    /// <summary>Of an attribute or one of its groups; a team has the name that the firm gave it.</summary>
    public string Groep(string kenmerk, Groepscore groep, Teksten t) =>
        groep.Code.Length == 0
            ? t["niet ingevuld"]
            : Keuzes.Kenmerken.FirstOrDefault(k => k.Code == kenmerk)?.Keuzes.FirstOrDefault(k => k.Code == groep.Code)?.Naam.In(t)
                ?? groep.Naam;

    private static async Task<Instrument?> Zoek(LeercultuurscansApi api, string instrument, CancellationToken ct)
    {
        try
        {
            return await api.Lees<Instrument>($"instrumenten/{Uri.EscapeDataString(instrument)}", ct);
        }
        catch (ApiException e) when (e.StatusCode == 404)
        {
            return null;
        }
    }
}
