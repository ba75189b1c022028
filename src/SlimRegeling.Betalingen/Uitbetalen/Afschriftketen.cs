using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// A statement that does not begin with the balance with which the one before it ended: what lies between them was not read. <c>Na</c> is the reference of the
/// one before it; balances in euro.
/// </summary>
public sealed record Afschriftgat(string Afschrift, string Kenmerk, LocalDate Dag, decimal Beginsaldo, string Na, decimal Eindsaldo)
{
    public string Uitleg =>
        $"Voor afschrift {Kenmerk} ontbreekt er een: het begint met {Getal.Euro(Beginsaldo)}, het vorige ({Na}) eindigt met {Getal.Euro(Eindsaldo)}. Lees het in, of vraag de bank.";
}

/// <summary>
/// The statements of our account in the order of their days, in whatever order they were read. It is computed from what was read and kept nowhere: a statement
/// that comes later fills its gap.
/// </summary>
public static class Afschriftketen
{
    /// <summary>Where one is missing, in order. Of the first nothing is known before it.</summary>
    public static IReadOnlyList<Afschriftgat> Gaten(IEnumerable<Afschrift> afschriften)
    {
        var gaten = new List<Afschriftgat>();
        Afschrift? vorige = null;
        foreach (var dag in afschriften.GroupBy(a => a.Dag).OrderBy(g => g.Key))
        {
            var over = dag.OrderBy(a => a.Gelezen.Op).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
            while (over.Count > 0)
            {
                var volgende = Volgende(over, vorige?.Gelezen.Eindsaldo);
                var gelezen = volgende.Gelezen;
                if (vorige is { Gelezen: var voor } && voor.Eindsaldo != gelezen.Beginsaldo)
                {
                    gaten.Add(new(volgende.Id, gelezen.Kenmerk, dag.Key, gelezen.Beginsaldo, voor.Kenmerk, voor.Eindsaldo));
                }
                over.Remove(volgende);
                vorige = volgende;
            }
        }
        return gaten;
    }

    /// <summary>
    /// Whether what moved on these days, both included, was read, as far as balances tell: there is a statement of the last of them or of a later day, and
    /// none is missing since the first.
    /// </summary>
    public static bool Gelezen(IReadOnlyList<Afschrift> afschriften, LocalDate van, LocalDate totEnMet)
    {
        var later = afschriften.Select(a => a.Dag).Where(d => d >= totEnMet).ToList();
        return later.Count > 0 && Gaten(afschriften.Where(a => a.Dag <= later.Min())).All(g => g.Dag < van);
    }

    /// <summary>By the id of the statement before which one is missing.</summary>
    public static IReadOnlyDictionary<string, Afschriftgat> PerAfschrift(IEnumerable<Afschrift> afschriften) =>
        Gaten(afschriften).ToDictionary(g => g.Afschrift, StringComparer.Ordinal);

    /// <summary>
    /// Of one day: that which begins with the balance, one without movements first; else one that follows on none of the others.
    /// </summary>
    private static Afschrift Volgende(List<Afschrift> over, decimal? saldo)
    {
        var sluitend = over.Where(a => a.Gelezen.Beginsaldo == saldo).ToList();
        return sluitend.FirstOrDefault(a => a.Gelezen.Eindsaldo == saldo)
            ?? sluitend.FirstOrDefault()
            ?? over.FirstOrDefault(a => over.All(b => b.Id == a.Id || b.Gelezen.Eindsaldo != a.Gelezen.Beginsaldo))
            ?? over[0];
    }
}
