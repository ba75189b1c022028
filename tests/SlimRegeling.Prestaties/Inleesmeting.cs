using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using NodaTime;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Declaraties.Inlezen;

namespace SlimRegeling.Prestaties;

/// <summary>
/// What it costs to read a declaration of hours from a file, beside merely unpacking the same workbook and going through its XML, and through the
/// bytes of the same CSV. One thread.
/// </summary>
internal static class Inleesmeting
{
    private const int Rondes = 5;
    private const double Doel = 3_000;
    private const double Geheugendoel = 200;
    private const string Zaak = "SLIM-000000000A";

    /// <param name="Klok">Milliseconds.</param>
    /// <param name="Toegewezen">Bytes in all.</param>
    /// <param name="Erbij">The most that the memory in use rose above what it was, bytes.</param>
    private sealed record Meting(string Wat, double Klok, double Toegewezen, long Erbij);

    public static int Voer(int aantal)
    {
        var regels = Regels(aantal);
        var (xlsx, csv) = (Sjabloon.Xlsx(Zaak, regels), Sjabloon.Csv(Zaak, regels));
        foreach (var bestand in (byte[][])[xlsx, csv])
        {
            using var inhoud = new MemoryStream(bestand);
            var gelezen = Inlezer.Lees(inhoud, Zaak);
            if (gelezen.Regels.Count != aantal)
            {
                Console.WriteLine(string.Join('\n', gelezen.Fouten.Take(5)));
                return 1;
            }
        }
        var kaal = Meet("bare: unpack every part of the workbook and go through its XML", () => Uitpakken(xlsx));
        var werkmap = Meet("workbook (XLSX)", () => Lees(xlsx));
        var tekst = Meet("CSV", () => Lees(csv));
        var schrijven = Meet("write the workbook", () => Sjabloon.Xlsx(Zaak, regels).Length);

        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {aantal} lines of hours, XLSX {xlsx.Length / 1048576.0:0.0} MB, CSV {csv.Length / 1048576.0:0.0} MB, one thread, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; best of {Rondes} rounds"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | ms | target ms | MB allocated | MB more in use at the most | times the bare one |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (meting, doel) in ((Meting, double?)[])[(kaal, null), (werkmap, Doel), (tekst, Doel), (schrijven, null)])
        {
            Console.WriteLine(
                Tekst(
                    $"| {meting.Wat} | {meting.Klok:0}{(meting.Klok > doel ? " (missed)" : "")} | {doel} | {meting.Toegewezen / 1048576:0} | {meting.Erbij / 1048576.0:0} | {meting.Klok / kaal.Klok:0.0} |"
                )
            );
        }
        var meeste = Math.Max(werkmap.Erbij, tekst.Erbij) / 1048576.0;
        // A figure is reported and not tested: only what is read wrong is a failure.
        var gehaald = werkmap.Klok <= Doel && tekst.Klok <= Doel && meeste <= Geheugendoel;
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: inlezen: {aantal} lines in {werkmap.Klok:0} ms (XLSX) and {tekst.Klok:0} ms (CSV), {meeste:0} MB more in use at the most: {(gehaald ? "met" : "missed")}"
            )
        );
        return 0;
    }

    private static int Lees(byte[] bestand)
    {
        using var inhoud = new MemoryStream(bestand);
        return Inlezer.Lees(inhoud, Zaak).Regels.Count;
    }

    private static int Uitpakken(byte[] bestand)
    {
        using var zip = new ZipArchive(new MemoryStream(bestand));
        var knopen = 0;
        foreach (var deel in zip.Entries)
        {
            using var lezer = XmlReader.Create(deel.Open());
            while (lezer.Read())
            {
                knopen++;
            }
        }
        return knopen;
    }

    private static Meting Meet(string wat, Func<int> doe)
    {
        var (klok, toegewezen, erbij) = (double.MaxValue, 0.0, 0L);
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            GC.Collect();
            var (voor, bytes) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
            var hoogste = voor;
            // The collector says nothing of a peak: it is looked for from beside, often.
            using var klaar = new ManualResetEventSlim();
            var kijker = new Thread(() =>
            {
                while (!klaar.Wait(1))
                {
                    hoogste = Math.Max(hoogste, GC.GetTotalMemory(forceFullCollection: false));
                }
            });
            kijker.Start();
            var sinds = Stopwatch.StartNew();
            if (doe() == 0)
            {
                throw new InvalidOperationException($"{wat} gave nothing.");
            }
            var duur = sinds.Elapsed.TotalMilliseconds;
            klaar.Set();
            kijker.Join();
            klok = Math.Min(klok, duur);
            toegewezen = GC.GetAllocatedBytesForCurrentThread() - bytes;
            erbij = Math.Max(erbij, hoogste - voor);
        }
        return new(wat, klok, toegewezen, erbij);
    }

    /// <summary>Some four hundred people, each a line a week.</summary>
    private static Kostenregel[] Regels(int aantal)
    {
        var maandag = new LocalDate(2024, 1, 1);
        return
        [
            .. Enumerable
                .Range(0, aantal)
                .Select(i => new Kostenregel(
                    string.Create(CultureInfo.InvariantCulture, $"u-{i}"),
                    Kostensoort.Uren,
                    i % 3 == 0 ? "A" : "C",
                    Omschrijving: "Ontwikkelgesprekken voorbereid en gevoerd",
                    Medewerker: string.Create(CultureInfo.InvariantCulture, $"P-{i % 400:0000}"),
                    Week: maandag.PlusWeeks(i / 400),
                    Uren: (i % 160 / 4m) + 0.25m,
                    Uurtarief: 25m + (i % 1_000 / 100m)
                )),
        ];
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
