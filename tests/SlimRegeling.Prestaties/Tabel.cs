using System.Globalization;
using System.Runtime.InteropServices;

namespace SlimRegeling.Prestaties;

/// <summary>Ratios first, what they are made of beside; medians.</summary>
internal static class Tabel
{
    private const double DoelAfvoer = 0.5;
    private const double DoelStart = 2.0;

    public static void Druk(IReadOnlyList<Ronde> metingen, IReadOnlyList<double> start, int rondes, int aantal)
    {
        Omstandigheden(rondes, aantal);
        Console.WriteLine("| measured | ratio to bare | target | absolute | bare appends |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var groep in metingen.GroupBy(m => m.Bellers))
        {
            var kaal = Mediaan(groep.Select(m => m.Kaal));
            Regel($"answer to a submission, {groep.Key} callers", groep, m => m.Antwoord, groep.Key == 16 ? 0.6 : 0.75, "/s", kaal);
            Regel($"the same while its messages are handled, {groep.Key} callers", groep, m => m.Samen, null, "/s", kaal);
            Regel($"drain of its messages, bare at {groep.Key} callers", groep, m => m.Afvoer, DoelAfvoer, " effects/s", kaal);
        }
        foreach (var groep in metingen.GroupBy(m => m.Bellers))
        {
            Rekentijd("processor for a submission, its caller and the database", groep, r => r.Samen);
            Rekentijd("of it the database's", groep, r => r.Database);
        }
        foreach (var groep in metingen.GroupBy(m => m.Bellers))
        {
            var doel = groep.Key == 64 ? " | 150 ms" : " |";
            Console.WriteLine(Tekst($"| p99 of the answer, {groep.Key} callers |{doel} | {Mediaan(groep.Select(m => m.P99)):0} ms | |"));
        }
        if (start.Count > 0)
        {
            Console.WriteLine(Tekst($"| host start to first answer, existing data | | {DoelStart:0.0} s | {Mediaan(start):0.00} s | |"));
        }
    }

    public static void Omstandigheden(int rondes, int aantal) =>
        Omstandigheden(Tekst($"{aantal} submissions a round, median of {rondes} rounds"));

    public static void Omstandigheden(string wat)
    {
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, load {Drukte()}, {(Opgebouwd ? "Release" : "Debug")}; {wat}"
            )
        );
        Console.WriteLine();
    }

    private static void Rekentijd(string wat, IGrouping<int, Ronde> groep, Func<Rekentijd, double> deel) =>
        Console.WriteLine(
            Tekst(
                $"| {wat}, {groep.Key} callers | {Mediaan(groep.Select(m => deel(m.AntwoordRekentijd) / deel(m.KaalRekentijd))):0.0} times | | {Mediaan(groep.Select(m => deel(m.AntwoordRekentijd))):0.00} ms | {Mediaan(groep.Select(m => deel(m.KaalRekentijd))):0.00} ms |"
            )
        );

    private static void Regel(string wat, IEnumerable<Ronde> groep, Func<Ronde, double> waarde, double? doel, string eenheid, double kaal)
    {
        var rondes = groep.ToList();
        var verhoudingen = rondes.Select(r => waarde(r) / r.Kaal).ToList();
        Console.WriteLine(
            Tekst(
                $"| {wat} | {Mediaan(verhoudingen):0.00} (best {verhoudingen.Max():0.00}) | {doel:0.00} | {Mediaan(rondes.Select(waarde)):0}{eenheid} | {kaal:0}/s |"
            )
        );
    }

    public static double Mediaan(IEnumerable<double> waarden)
    {
        var gesorteerd = waarden.Order().ToList();
        return (gesorteerd[(gesorteerd.Count - 1) / 2] + gesorteerd[gesorteerd.Count / 2]) / 2;
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);

    private static string Drukte() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    private static bool Opgebouwd =>
#if DEBUG
        false;
#else
        true;
#endif
}
