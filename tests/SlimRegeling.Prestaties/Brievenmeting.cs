using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using SlimRegeling.Dossiers;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Prestaties;

/// <summary>
/// What a letter costs when many go out at once: its template filled, its PDF, and the words for its page, beside the smallest PDF that PDFsharp can
/// make with the same font. One thread; what the collector does beside it counts in the processor time.
/// </summary>
internal static class Brievenmeting
{
    private const int Rondes = 5;
    private const double Doel = 5.0;

    private static readonly string[] Namen =
    [
        "Bakkerij De Gouden Aar B.V.",
        "Yıldız & Zonen Łódź Transport V.O.F.",
        "Stichting tot bevordering van het leren en ontwikkelen in het midden- en kleinbedrijf van Zuidwest-Drenthe",
        "Αθηνά Catering",
    ];

    /// <param name="Klok">Milliseconds each, on the average.</param>
    /// <param name="Rekentijd">Of the processor, milliseconds each.</param>
    /// <param name="Toegewezen">Bytes each.</param>
    /// <param name="Bytes">That it became, each.</param>
    private sealed record Meting(string Wat, double Klok, double P50, double P99, double Rekentijd, double Toegewezen, double Bytes);

    public static int Voer(int aantal)
    {
        var gevallen = Gevallen(aantal);
        // Each once, so that what is made once is made: fonts read, templates parsed, code compiled.
        foreach (var geval in gevallen.DistinctBy(g => g.Geval.Opdracht.Soort))
        {
            _ = Brief(geval);
        }
        var voor = Geheugen();
        var kaal = Meet("bare PDFsharp document: one page, one line", aantal, _ => Kaal());
        var brief = Meet("letter: template, PDF/A-2a and PDF/UA-1, words for the page", aantal, i => Brief(gevallen[i]));
        var inhouden = gevallen.Select(Inhoud).ToList();
        var pdf = Meet("of it the PDF alone", aantal, i => Pdfbrief.Maak(inhouden[i]).Length);
        var na = Geheugen();

        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {aantal} letters, one thread, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; best of {Rondes} rounds"
            )
        );
        Console.WriteLine();
        Console.WriteLine(
            "| | ms each | p50 | p99 | processor ms each | target ms | kB allocated each | kB each | times the bare document |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Regel(kaal, kaal, null);
        Regel(brief, kaal, Doel);
        Regel(pdf, kaal, null);
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: brieven: {aantal} letters in {aantal * brief.Klok / 1000:0.00} s; memory in use {voor / 1048576.0:0} MB before and {na / 1048576.0:0} MB after, the most that the process held {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MB"
            )
        );
        return brief.Klok <= Doel ? 0 : 1;
    }

    private static long Geheugen()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <param name="doe">Gives how many bytes it made.</param>
    private static Meting Meet(string wat, int aantal, Func<int, int> doe)
    {
        var beste = new Meting(wat, double.MaxValue, 0, 0, double.MaxValue, 0, 0);
        var tijden = new double[aantal];
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            GC.Collect();
            var (toegewezen, rekentijd, sinds, bytes) = (
                GC.GetAllocatedBytesForCurrentThread(),
                Environment.CpuUsage.TotalTime,
                Stopwatch.StartNew(),
                0L
            );
            for (var i = 0; i < aantal; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                bytes += doe(i);
                tijden[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            }
            var klok = sinds.Elapsed.TotalMilliseconds / aantal;
            if (klok < beste.Klok)
            {
                beste = new(
                    wat,
                    klok,
                    Deel(tijden, 0.5),
                    Deel(tijden, 0.99),
                    (Environment.CpuUsage.TotalTime - rekentijd).TotalMilliseconds / aantal,
                    (GC.GetAllocatedBytesForCurrentThread() - toegewezen) / (double)aantal,
                    bytes / (double)aantal
                );
            }
        }
        return beste;
    }

    private static double Deel(double[] tijden, double deel) =>
        tijden.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(tijden.Length * deel) - 1));

    private static int Kaal()
    {
        using var document = new PdfDocument();
        var blad = document.AddPage();
        using (var vlak = XGraphics.FromPdfPage(blad))
        {
            vlak.DrawString("Geachte heer of mevrouw,", new XFont("Noto Sans", 10), XBrushes.Black, 71, 71);
        }
        using var uit = new MemoryStream();
        document.Save(uit, closeStream: false);
        return (int)uit.Length;
    }

    private static int Brief((Briefgeval Geval, Adres Adres) geval)
    {
        var inhoud = Inhoud(geval);
        var pagina = JsonSerializer.SerializeToUtf8Bytes(Briefpagina.Van(inhoud), Platform.Stromen.Json.Opties);
        var pdf = Pdfbrief.Maak(inhoud);
        return Bestandstabel.Hash(pdf).Length == Bestandstabel.Hash(pagina).Length ? pdf.Length : 0;
    }

    private static Briefinhoud Inhoud((Briefgeval Geval, Adres Adres) geval) =>
        Brieftekst.Van(Briefsoorten.Van(geval.Geval.Opdracht).Ingebouwd, geval.Geval, geval.Adres);

    /// <summary>Each kind in turn, to enterprises whose names differ in length and script, with all amounts their own.</summary>
    private static List<(Briefgeval Geval, Adres Adres)> Gevallen(int aantal)
    {
        var versie = Regelboek.Versie("slim-2026");
        var dag = new LocalDate(2026, 6, 22);
        return
        [
            .. Enumerable
                .Range(0, aantal)
                .Select(i =>
                {
                    var opdracht = Briefsoorten.Alle[i % Briefsoorten.Alle.Count].Voorbeeld;
                    opdracht = opdracht.Verlening is { } v
                        ? opdracht with
                        {
                            Verlening = v with { Bedrag = v.Bedrag + i, SubsidiabeleKosten = v.SubsidiabeleKosten + (2 * i) },
                        }
                        : opdracht;
                    var onderbouwing = new Onderbouwing(
                        [],
                        [
                            .. Enumerable
                                .Range(1, 12)
                                .Select(r => new Onderbouwing.Regel($"Kosten {r} van deze zaak", 100.00m * r, "2.14, eerste lid")),
                        ]
                    );
                    var adres = new Adres(Namen[i % Namen.Length], $"Dorpsstraat {i}", "3511 AB", "Utrecht");
                    return (new Briefgeval(opdracht, versie, dag, onderbouwing), adres);
                }),
        ];
    }

    private static void Regel(Meting meting, Meting kaal, double? doel) =>
        Console.WriteLine(
            Tekst(
                $"| {meting.Wat} | {meting.Klok:0.00}{(meting.Klok > doel ? " (missed)" : "")} | {meting.P50:0.00} | {meting.P99:0.00} | {meting.Rekentijd:0.00} | {doel} | {meting.Toegewezen / 1024:0} | {meting.Bytes / 1024:0.0} | {meting.Klok / kaal.Klok:0.0} |"
            )
        );

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
