using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// Whose costs a line is of: of a partnership a party of then. What a party made before it left is made for the award, and is paid within the award as a
/// whole; what it made after that is not. What one that joined made before is shown to who judges.
/// </summary>
internal static class Declaratiepartij
{
    /// <param name="deelnames">Empty when the recipient is alone.</param>
    public static IEnumerable<Fout> Fouten(IReadOnlyDictionary<string, Deelname> deelnames, Kostenregel regel, Regelversie versie)
    {
        if (deelnames.Count == 0)
        {
            return regel.Partij is null ? [] : [new Fout("partij", "U kreeg de subsidie alleen. Laat dit weg.")];
        }
        if (regel.Partij is null || !deelnames.TryGetValue(regel.Partij, out var deelname))
        {
            return
            [
                new Fout("partij", $"Noem de partij die dit maakte: {string.Join(", ", deelnames.Keys.Order(StringComparer.Ordinal))}."),
            ];
        }
        return deelname.Vertrokken is { } dag ? Vertrokken(regel, dag, Verleningsartikel.Verdeling(versie)) : [];
    }

    /// <summary>Null when it was a party then, or that cannot be told.</summary>
    public static string? TeVroeg(IReadOnlyDictionary<string, Deelname> deelnames, Kostenregel regel) =>
        regel.Partij is { } partij && deelnames.TryGetValue(partij, out var deelname) && deelname.Vanaf is { } vanaf && Tot(regel) < vanaf
            ? $"Partij {partij} doet pas mee sinds {Datumtekst.Van(vanaf)}; deze kosten zijn van daarvoor."
            : null;

    private static IEnumerable<Fout> Vertrokken(Kostenregel regel, LocalDate dag, string artikel)
    {
        var (veld, van) = Van(regel);
        if (van is null)
        {
            return
            [
                new Fout(
                    veld,
                    $"Partij {regel.Partij} doet niet meer mee sinds {Datumtekst.Van(dag)}. Vul de dag in, zodat te zien is dat de kosten van daarvoor zijn.",
                    artikel
                ),
            ];
        }
        return van < dag
            ? []
            :
            [
                new Fout(
                    "partij",
                    $"Partij {regel.Partij} doet niet meer mee sinds {Datumtekst.Van(dag)}. Alleen kosten van voor die dag tellen. Laat deze regel weg.",
                    artikel
                ),
            ];
    }

    // A week counts as long as one of its days does.
    private static (string Veld, LocalDate? Dag) Van(Kostenregel regel) =>
        regel.Soort switch
        {
            Kostensoort.Uren => ("week", regel.Week),
            Kostensoort.Factuur => ("factuurdatum", regel.Factuurdatum),
            _ => ("afgerondOp", regel.AfgerondOp),
        };

    private static LocalDate? Tot(Kostenregel regel) => regel.Soort == Kostensoort.Uren ? regel.Week?.PlusDays(6) : Van(regel).Dag;
}
