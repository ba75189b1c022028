using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>A group of firms that others are compared with: of a sector, of a size class, of both, or all.</summary>
public sealed record Benchmarkcel(string? Sector, string? Grootte)
{
    /// <summary>The whole.</summary>
    public static readonly Benchmarkcel Alle = new(null, null);

    /// <summary><c>sector-en-grootte</c>, <c>sector</c>, <c>grootte</c> or <c>alle</c>.</summary>
    public string Kring =>
        (Sector, Grootte) switch
        {
            (null, null) => "alle",
            (null, _) => "grootte",
            (_, null) => "sector",
            _ => "sector-en-grootte",
        };

    public bool Heeft(Rapportcijfer cijfer) => Heeft(cijfer.Sector, cijfer.Grootte);

    internal bool Heeft(string? sector, string? grootte) => (Sector is null || sector == Sector) && (Grootte is null || grootte == Grootte);
}

/// <summary>What counts for whether firms may be shown together.</summary>
/// <param name="Mensen">Who answered at all of them; <c>Grootste</c> at the one with the most.</param>
internal readonly record struct Celomvang(int Bedrijven, int Mensen, int Grootste)
{
    /// <summary>Whether enough firms and people are in it, and no firm is too much of it.</summary>
    public bool MagGetoond => Bedrijven >= Drempels.Bedrijven && Mensen >= Minstens;

    /// <summary>People that must be among them, for the largest of these firms to be no more than its share.</summary>
    public int Minstens => Math.Max(Drempels.Respondenten, ((Grootste * 100) + Drempels.GrootsteAandeel - 1) / Drempels.GrootsteAandeel);

    public static Celomvang Van(IEnumerable<Rapportcijfer> cijfers)
    {
        var omvang = default(Celomvang);
        foreach (var cijfer in cijfers)
        {
            omvang = omvang.Met(new(1, cijfer.Antwoorden, cijfer.Antwoorden));
        }
        return omvang;
    }

    public Celomvang Met(Celomvang ander) => new(Bedrijven + ander.Bedrijven, Mensen + ander.Mensen, Math.Max(Grootste, ander.Grootste));
}
