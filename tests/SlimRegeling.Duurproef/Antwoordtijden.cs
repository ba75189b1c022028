using System.Collections.Concurrent;
using System.Globalization;

namespace SlimRegeling.Duurproef;

/// <summary>How long answers took by the clients' own clocks.</summary>
internal sealed class Antwoordtijden
{
    private readonly ConcurrentBag<Gekregen> _antwoorden = [];

    public void Voeg(Gekregen gekregen) => _antwoorden.Add(gekregen);

    /// <summary>Milliseconds within which this share of the answers came that needed no second sending.</summary>
    public double Ineens(double deel) => Percentiel(Van(herhaald: false), deel);

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

    private List<double> Van(bool herhaald) =>
        [.. _antwoorden.Where(g => g.Pogingen > 1 == herhaald).Select(g => g.Duur.TotalMilliseconds).Order()];

    private static double Percentiel(List<double> gesorteerd, double deel) =>
        gesorteerd.Count == 0 ? 0 : gesorteerd[Math.Clamp((int)Math.Ceiling(deel * gesorteerd.Count) - 1, 0, gesorteerd.Count - 1)];
}
