using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>How every page of the ledger is asked: as it was known at a moment, for a year or between days; and what of that cannot be read.</summary>
internal sealed record Grootboekpeil([FromQuery(Name = "op")] string? Op, Moment Moment)
{
    private const int EersteJaar = 2000;
    private const int LaatsteJaar = 9000;

    public Instant Nu { get; } = Moment.Nu;

    public LocalDate Vandaag => Moment.Dag(Nu);

    public List<Fout> Fouten { get; } = [];

    /// <summary>What the asker is told when some of it cannot be read; null when all can.</summary>
    public Weigering? Onleesbaar => Fouten.Count > 0 ? Weigering.Invoer(Fouten) : null;

    /// <summary>The moment of which the knowledge is asked; now when it was left out, or is no moment, which is then among the mistakes.</summary>
    public Instant Bekend()
    {
        if (Peilmoment.Lees(Op, Nu) is { } moment)
        {
            return moment;
        }
        Fouten.AddRange(Peilmoment.Onleesbaar.Fouten);
        return Nu;
    }

    /// <summary>The year that is now when it was left out, or is none, which is then among the mistakes.</summary>
    public int Jaar(int? jaar)
    {
        if (jaar is null or (>= EersteJaar and <= LaatsteJaar))
        {
            return jaar ?? Vandaag.Year;
        }
        Fouten.Add(new("jaar", "Schrijf het jaar met vier cijfers, bijvoorbeeld 2026."));
        return Vandaag.Year;
    }

    /// <summary>Null when it was left out, or is no day, which is then among the mistakes.</summary>
    public LocalDate? Dag(string veld, string? tekst)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            return null;
        }
        if (LocalDatePattern.Iso.Parse(tekst.Trim()) is { Success: true, Value: { Year: >= EersteJaar and <= LaatsteJaar } dag })
        {
            return dag;
        }
        Fouten.Add(new(veld, "Schrijf de dag als 2026-04-07."));
        return null;
    }
}
