using System.Globalization;

namespace SlimRegeling.Prestaties;

internal static class Bladtabel
{
    private const double DoelP95 = 100;
    private const double DoelKb = 200;
    private const double Kb = 1024;

    public static void Druk(IReadOnlyList<Bladtijden> metingen, int zaken, int rondes)
    {
        Tabel.Omstandigheden(
            Tekst($"{zaken} cases; {rondes} times each page, one at a time, from the request to the last byte over loopback")
        );
        Console.WriteLine(
            Tekst(
                $"| page | as | p50 (ms) | p95 (ms, target {DoelP95:0}) | longest | times an empty page (p50) | times the same with few cases (p50) | page (kB) | with style and scripts (kB) | as sent (kB, target {DoelKb:0}) |"
            )
        );
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var m in metingen)
        {
            Console.WriteLine(
                Tekst(
                    $"| {m.Groot.Blad.Replace("|", "\\|", StringComparison.Ordinal)}{(m.IsBlad ? "" : " (file)")} | {m.Groot.Persoon} | {m.P50:0.0} | {m.P95:0.0}{Gemist(IsTraag(m))} | {m.Langste:0.0} | {m.P50 / m.Leeg:0.0} | {m.P50 / m.Weinig:0.0} | {m.Blad.Kaal / Kb:0} | {m.Alles.Kaal / Kb:0} | {m.Alles.Verstuurd / Kb:0}{Gemist(IsZwaar(m))} |"
                )
            );
        }
        Console.WriteLine();
        var traag = metingen.Where(IsTraag).ToList();
        var zwaar = metingen.Where(IsZwaar).ToList();
        Console.WriteLine(
            Tekst(
                $"result: bladen: empty page p50 {Tabel.Mediaan(metingen.Select(m => m.Leeg)):0.0} ms, p95 {Tabel.Mediaan(metingen.Select(m => m.LeegP95)):0.0} ms"
            )
        );
        Console.WriteLine(
            Tekst(
                $"result: bladen: {metingen.Count} pages with {zaken} cases, {traag.Count} above {DoelP95:0} ms{Namen(traag)}, {zwaar.Count} above {DoelKb:0} kB as sent{Namen(zwaar)}"
            )
        );
    }

    private static bool IsTraag(Bladtijden m) => m.IsBlad && m.P95 > DoelP95;

    private static bool IsZwaar(Bladtijden m) => m.IsBlad && m.Alles.Verstuurd > DoelKb * Kb;

    private static string Gemist(bool gemist) => gemist ? " (missed)" : "";

    private static string Namen(List<Bladtijden> metingen) =>
        metingen.Count == 0 ? "" : $" ({string.Join(", ", metingen.Select(m => $"{m.Groot.Blad} as {m.Groot.Persoon}"))})";

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
