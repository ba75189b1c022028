using System.Globalization;

namespace SlimRegeling.Duurproef;

/// <summary>What the proof prints.</summary>
internal static class Tabel
{
    private static readonly string[] Namen =
    [
        "",
        "een proces, in het geheugen, ingebouwd",
        "een proces, RabbitMQ, eigen verbinding",
        "drie processen, RabbitMQ, eigen verbinding",
    ];

    public static void Meld(int wijze, int ronde, Rondeuitkomst uitkomst)
    {
        Console.WriteLine(
            $"wijze {wijze} ronde {ronde}: {uitkomst.Gedood} keer gedood, {uitkomst.Verloren} verloren, {uitkomst.Dubbel} dubbel, {Tijd(uitkomst.Seconden)} s"
        );
        foreach (var fout in uitkomst.Fouten)
        {
            Console.WriteLine($"  FOUT {fout}");
        }
    }

    /// <returns>Whether every way was killed as often as asked and nothing was wrong.</returns>
    public static bool Druk(Stand stand)
    {
        var goed = true;
        Console.WriteLine();
        Console.WriteLine(
            "| wijze | host gedood | vanzelf gestopt | PostgreSQL gedood | RabbitMQ gestopt | aanvragen | berichten | effecten | verloren | dubbel | tijd (s) |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (wijze, voortgang) in stand.Wijzen)
        {
            var rondes = voortgang.Rondes;
            if (rondes.Count == 0)
            {
                goed = false;
                continue;
            }
            // Messages and effects are counted over all data, so the last round on them holds those of the rounds before it.
            var laatste = rondes.GroupBy(r => r.Poging).Select(g => g.Last()).ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Namen[wijze]} | {voortgang.Gedood} | {rondes.Sum(r => r.VanzelfGestopt)} | {rondes.Sum(r => r.PostgresGedood)} | {rondes.Sum(r => r.RabbitGestopt)} | {rondes.Sum(r => r.Aanvragen)} | {laatste.Sum(r => r.Berichten)} | {laatste.Sum(r => r.Effecten)} | {rondes.Sum(r => r.Verloren)} | {rondes.Sum(r => r.Dubbel)} | {Tijd(rondes.Sum(r => r.Seconden))} |"
                )
            );
            goed &= voortgang.Gedood >= stand.Keer && !voortgang.Mislukt;
        }
        Console.WriteLine();
        foreach (var (wijze, voortgang) in stand.Wijzen.Where(w => w.Value.Rondes.Count > 0))
        {
            Console.WriteLine(
                $"result: {Namen[wijze]}: {voortgang.Gedood} kills, {voortgang.Rondes.Sum(r => r.Verloren)} lost, {voortgang.Rondes.Sum(r => r.Dubbel)} doubled, {Tijd(voortgang.Rondes.Sum(r => r.Seconden))} s"
            );
        }
        Console.WriteLine($"result: zaad {stand.Zaad}, {(goed ? "goed" : "FOUT")}, map {stand.Map}");
        return goed;
    }

    private static string Tijd(double seconden) => seconden.ToString("0", CultureInfo.InvariantCulture);
}
