using NodaTime;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <param name="Gevraagd">What the decision on the objection would give, in euro.</param>
/// <param name="Gereserveerd">What it has of that already.</param>
/// <param name="UitReserve">Of that, from what the window holds back for objections.</param>
/// <param name="Versie">That of the stream of the objection when it asked.</param>
/// <param name="Voorstel">Hash of the proposal that asks; null when it did not tell.</param>
public sealed record Bezwaarvraag(
    string Bezwaar,
    string Zaaknummer,
    decimal Gevraagd,
    decimal Gereserveerd,
    decimal UitReserve,
    Instant Op,
    long Versie = 0,
    string? Voorstel = null
);

/// <summary>What is set apart for an objection from now on.</summary>
/// <param name="Bedrag">All of it together, in euro.</param>
/// <param name="UitReserve">Of that, from what the window holds back for objections.</param>
/// <param name="Vraag">The version of what it answers.</param>
/// <param name="Voorstel">The proposal that it is for; null when that was not told.</param>
public sealed record Bezwaartoedeling(string Zaaknummer, string Bezwaar, decimal Bedrag, decimal UitReserve, long Vraag, string? Voorstel);

/// <summary>
/// Whoever was refused wrongly goes before those who wait: the ceiling holds for a decision on objection as far as it did for the first decision (4:25,
/// third paragraph, Awb). Never more than is left.
/// </summary>
public static class Bezwaarverdeling
{
    /// <param name="vragen">In the order in which they asked; who came first gets what there is.</param>
    /// <param name="magUitReserve">Whether the rules of the day on which it asked use the reserve for it.</param>
    /// <param name="vrij">What is left under the ceiling but the reserve, in euro.</param>
    /// <param name="reserve">What is left of the reserve.</param>
    public static IReadOnlyList<Bezwaartoedeling> Beslis(
        IReadOnlyList<Bezwaarvraag> vragen,
        Func<Bezwaarvraag, bool> magUitReserve,
        decimal vrij,
        decimal reserve
    )
    {
        var toedelingen = new List<Bezwaartoedeling>();
        foreach (var vraag in vragen)
        {
            var nodig = vraag.Gevraagd - vraag.Gereserveerd;
            var eerst = magUitReserve(vraag) ? Math.Min(nodig, reserve) : 0;
            var dan = Math.Min(nodig - eerst, Math.Max(vrij, 0));
            if (eerst + dan > 0)
            {
                (reserve, vrij) = (reserve - eerst, vrij - dan);
                toedelingen.Add(
                    new Bezwaartoedeling(
                        vraag.Zaaknummer,
                        vraag.Bezwaar,
                        vraag.Gereserveerd + eerst + dan,
                        vraag.UitReserve + eerst,
                        vraag.Versie,
                        vraag.Voorstel
                    )
                );
            }
        }
        return toedelingen;
    }
}
