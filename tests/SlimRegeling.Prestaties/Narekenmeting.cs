using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Host;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Narekenen;

namespace SlimRegeling.Prestaties;

/// <summary>Computing all stored decisions again, beside reading the streams that they stand in.</summary>
internal static class Narekenmeting
{
    private const int Rondes = 3;
    private const int ZakenTegelijk = 250;
    private const int EersteKvk = 10_000_000;

    private sealed record Meting(string Context, long Besluiten, long Stromen, Duur Lezen, Duur Narekenen);

    /// <param name="Klok">Seconds.</param>
    /// <param name="Rekentijd">Seconds of processor time of this program; the database's are not in it.</param>
    private readonly record struct Duur(double Klok, double Rekentijd)
    {
        public static Duur operator +(Duur een, Duur twee) => new(een.Klok + twee.Klok, een.Rekentijd + twee.Rekentijd);

        public static Duur Kleinste(Duur een, Duur twee) => new(Math.Min(een.Klok, twee.Klok), Math.Min(een.Rekentijd, twee.Rekentijd));
    }

    public static async Task Voer(string map, int besluiten)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        var contexten = Contexten.Alle().Where(c => c.Narekening is not null).ToList();
        var zaken = (besluiten + Besluitvoorraad.BesluitenPerZaak - 1) / Besluitvoorraad.BesluitenPerZaak;
        var sinds = Stopwatch.StartNew();
        await Vul(postgres.Verbinding, contexten, zaken);
        Console.WriteLine(Tekst($"{zaken} cases stored in {sinds.Elapsed.TotalSeconds:0} s"));

        var metingen = new List<Meting>();
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            foreach (var context in contexten)
            {
                await using var bron = Vloer.Leesbron(postgres.Verbinding);
                using var opslag = Contextopslag.OmTeLezen(context, bron);
                metingen.Add(await Meet(opslag));
            }
        }
        Druk(metingen);
    }

    private static async Task Vul(string verbinding, IReadOnlyList<Context> contexten, int zaken)
    {
        await using var bron = Vloer.Bron(verbinding);
        var opslagen = contexten.ToDictionary(c => c.Naam, c => new Contextopslag(c, bron));
        foreach (var opslag in opslagen.Values)
        {
            await opslag.WerkSchemaBij(CancellationToken.None);
        }
        await Parallel.ForEachAsync(
            Enumerable.Range(0, zaken).Chunk(ZakenTegelijk),
            async (nummers, ct) =>
            {
                foreach (var stromen in nummers.SelectMany(n => Besluitvoorraad.Zaak(n, EersteKvk)).GroupBy(s => s.Context))
                {
                    await using var sessie = opslagen[stromen.Key].Store.LightweightSession();
                    foreach (var stroom in stromen)
                    {
                        sessie.Events.StartStream(stroom.Stand, stroom.Id, stroom.Gebeurtenissen);
                        sessie.Store(stroom.Inhouden.ToArray());
                    }
                    await sessie.SaveChangesAsync(ct);
                }
            }
        );
        await using var opdracht = bron.CreateCommand("vacuum analyze");
        opdracht.CommandTimeout = 0;
        await opdracht.ExecuteNonQueryAsync();
        foreach (var opslag in opslagen.Values)
        {
            opslag.Dispose();
        }
    }

    private static async Task<Meting> Meet(Contextopslag opslag)
    {
        var narekenaar = new Narekenaar(opslag, opslag.Context.Narekening!);
        var lezer = new Narekenaar(opslag, new AlleenLezen(opslag.Context.Narekening!.Besluiten));
        var stromen = 0L;
        var lezen = await Neem(async () =>
        {
            await foreach (var bundel in lezer.Lees(CancellationToken.None))
            {
                stromen += bundel.Stromen.Count;
            }
        });
        var besluiten = 0L;
        var narekenen = await Neem(async () =>
        {
            await foreach (var nagerekend in narekenaar.Reken(CancellationToken.None))
            {
                if (nagerekend.Verschillen.Count > 0)
                {
                    throw new InvalidOperationException($"{nagerekend.Zaak} {nagerekend.Besluit}: {nagerekend.Verschillen[0]}");
                }
                besluiten++;
            }
        });
        return new(opslag.Context.Naam, besluiten, stromen, lezen, narekenen);
    }

    /// <summary>The same streams without the content beside them.</summary>
    private sealed record AlleenLezen(IReadOnlyList<Type> Besluiten) : INarekening
    {
        public Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct) => throw new NotSupportedException();
    }

    private static async Task<Duur> Neem(Func<Task> doe)
    {
        GC.Collect();
        var (sinds, rekentijd) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await doe();
        return new(sinds.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - rekentijd).TotalSeconds);
    }

    private static void Druk(IReadOnlyList<Meting> metingen)
    {
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, embedded database; best of {Rondes} rounds"
            )
        );
        Console.WriteLine();
        Console.WriteLine(
            "| context | decisions | streams | computed again (s) | decisions/s | the same streams read (s) | ratio | of it processor time here (s) | reading (s) | ratio |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var beste = metingen
            .GroupBy(m => m.Context)
            .Select(g =>
                g.Aggregate(
                    (een, twee) =>
                        een with
                        {
                            Lezen = Duur.Kleinste(een.Lezen, twee.Lezen),
                            Narekenen = Duur.Kleinste(een.Narekenen, twee.Narekenen),
                        }
                )
            )
            .ToList();
        foreach (var meting in beste.Where(m => m.Besluiten > 0))
        {
            Regel(meting);
        }
        Regel(
            new(
                "all",
                beste.Sum(m => m.Besluiten),
                beste.Sum(m => m.Stromen),
                beste.Select(m => m.Lezen).Aggregate((een, twee) => een + twee),
                beste.Select(m => m.Narekenen).Aggregate((een, twee) => een + twee)
            )
        );
    }

    private static void Regel(Meting m) =>
        Console.WriteLine(
            Tekst(
                $"| {m.Context} | {m.Besluiten} | {m.Stromen} | {m.Narekenen.Klok:0.0} | {m.Besluiten / m.Narekenen.Klok:0} | {m.Lezen.Klok:0.0} | {m.Narekenen.Klok / m.Lezen.Klok:0.00} | {m.Narekenen.Rekentijd:0.0} | {m.Lezen.Rekentijd:0.0} | {m.Narekenen.Rekentijd / m.Lezen.Rekentijd:0.00} |"
            )
        );

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
