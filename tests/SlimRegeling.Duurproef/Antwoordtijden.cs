using System.Collections.Concurrent;
using System.Globalization;

namespace SlimRegeling.Duurproef;

/// <summary>How long answers took by the clients' own clocks.</summary>
internal sealed class Antwoordtijden
{
    private readonly ConcurrentBag<(Gekregen Antwoord, TimeSpan Op)> _antwoorden = [];

    /// <param name="op">When the answer came, since the start.</param>
    public void Voeg(Gekregen gekregen, TimeSpan op) => _antwoorden.Add((gekregen, op));

    /// <summary>Milliseconds within which this share of the answers came that needed no second sending.</summary>
    public double Ineens(double deel) => Percentiel(Van(herhaald: false), deel);

    /// <summary>The same, without the answers that came within this time after one of these moments.</summary>
    public double Buiten(IReadOnlyCollection<TimeSpan> momenten, TimeSpan erna, double deel) =>
        Percentiel(Van(herhaald: false, op => !momenten.Any(m => op >= m && op < m + erna)), deel);

    /// <summary>The answers at once and, apart, those to requests that had to be sent again.</summary>
    public string Regel(string wat) => $"| {wat} | {Deel(herhaald: false)} | {Deel(herhaald: true)} |";

    private string Deel(bool herhaald)
    {
        var tijden = Van(herhaald);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{tijden.Count} | {Percentiel(tijden, 0.5):0} | {Percentiel(tijden, 0.99):0} | {Percentiel(tijden, 1):0}"
        );
    }

    private List<double> Van(bool herhaald, Func<TimeSpan, bool>? wanneer = null) =>
        [
            .. _antwoorden
                .Where(g => g.Antwoord.Pogingen > 1 == herhaald && (wanneer is null || wanneer(g.Op)))
                .Select(g => g.Antwoord.Duur.TotalMilliseconds)
                .Order(),
        ];

    private static double Percentiel(List<double> gesorteerd, double deel) =>
        gesorteerd.Count == 0 ? 0 : gesorteerd[Math.Clamp((int)Math.Ceiling(deel * gesorteerd.Count) - 1, 0, gesorteerd.Count - 1)];
}
