using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Host;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Prestaties;

/// <summary>
/// Making all read models again, beside one trivial projection of Marten over the same events. It stops when a row differs from what the messages built
/// one by one, and when anything was said, heard or mailed.
/// </summary>
internal static class Herbouwmeting
{
    private const int Zaailingen = 100;
    private const int EersteKvk = 60_000_000;
    private const int Rondes = 3;
    private const double Doel = 0.5;
    private const double Mb = 1048576;
    private static readonly TimeSpan Peiling = TimeSpan.FromMilliseconds(50);

    /// <param name="Hoogste">The most bytes that the process held, looked at every so often.</param>
    /// <param name="Toegewezen">Bytes allocated.</param>
    private readonly record struct Duur(double Seconden, long Hoogste, long Toegewezen);

    /// <summary>What was laid beside each other.</summary>
    private readonly record struct Omvang(int Modellen, long Rijen, long Berichten);

    /// <param name="aanvragen">Applications, each from submission to settlement.</param>
    public static async Task Voer(string map, int aanvragen)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        await using var bron = Vloer.Bron(postgres.Verbinding);
        await using var herbouwbron = Vloer.Herbouwbron(postgres.Verbinding);
        var alle = Contexten.Alle();
        var opslagen = alle.Select(c => Contextopslag.OmTeLezen(c, herbouwbron)).ToList();
        await Vul(bron, alle, opslagen, aanvragen);
        await using var triviaal = await Triviaal.Neem(bron, alle);

        var omvang = default(Omvang);
        var metingen = new List<(Duur Triviaal, Duur Herbouw)>();
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            var kaal = await Neem(triviaal.Herbouw);
            metingen.Add((kaal, await Neem(async () => omvang = await Herbouw(alle, opslagen, triviaal.Gebeurtenissen, heel: true))));
        }
        var modellen = (await Herbouwd(alle, opslagen)).SelectMany(c => c.Modellen).Where(m => !m.AlleenVergeleken);
        await Voer(bron, string.Join("; ", modellen.Select(m => $"truncate {m.Model}")));
        var vanNiets = await Neem(() => Herbouw(alle, opslagen, triviaal.Gebeurtenissen, heel: false));
        await ControleerStilte(bron, alle);
        Druk(metingen, vanNiets, triviaal.Gebeurtenissen, await Aantal(bron));
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: herbouw: {omvang.Rijen} rows of {omvang.Modellen} read models laid beside what {omvang.Berichten} messages and all events built, in each of {Rondes} rounds: 0 differences; nothing was said, heard or mailed"
            )
        );
        opslagen.ForEach(o => o.Dispose());
    }

    /// <summary>Some cases that the program's own functions decided, with the read models that follow from them; then all of it many times over.</summary>
    private static async Task Vul(NpgsqlDataSource bron, IReadOnlyList<Context> alle, IReadOnlyList<Contextopslag> opslagen, int aanvragen)
    {
        var sinds = Stopwatch.StartNew();
        var stromen = Enumerable.Range(0, Zaailingen).Select(i => Besluitvoorraad.Zaak(i, EersteKvk, metBezwaar: true)).ToList();
        foreach (var context in alle)
        {
            using var opslag = new Contextopslag(context, bron);
            await opslag.WerkSchemaBij(CancellationToken.None);
            await using var sessie = opslag.Store.LightweightSession();
            foreach (var stroom in stromen.SelectMany(s => s).Where(s => s.Context == context.Naam))
            {
                sessie.Events.StartStream(stroom.Stand, stroom.Id, stroom.Gebeurtenissen);
                sessie.Store(stroom.Inhouden.ToArray());
            }
            await sessie.SaveChangesAsync();
        }
        // The tables of Zaken as the messages make them, one by one: a rebuild of all must give these, row by row.
        var vanZaken = (await Herbouwd(alle, opslagen)).Single(c => c.Context == "zaken").Modellen.Select(m => m.Model);
        await Voer(bron, $"truncate {string.Join(", ", vanZaken)}");
        Console.WriteLine(Tekst($"{await Gehoord.Alles(alle, opslagen)} messages heard one by one"));
        var zaailingen = stromen.Select(s => new Concepten.Concept(s[0].Id, s[^1].Id, "")).ToList();
        var vermenigvuldiging = await Vermenigvuldiging.Neem(bron, alle.Select(c => c.Naam), zaailingen);
        await vermenigvuldiging.Voeg(aanvragen - Zaailingen);
        Console.WriteLine(Tekst($"{await Aantal(bron)} applications stored in {sinds.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task<IReadOnlyList<Contextherbouw>> Herbouwd(IReadOnlyList<Context> alle, IReadOnlyList<Contextopslag> opslagen)
    {
        var herbouwd = new List<Contextherbouw>();
        await foreach (var context in new Herbouwer(alle, opslagen).Voer(CancellationToken.None))
        {
            herbouwd.Add(context);
        }
        return herbouwd;
    }

    /// <param name="heel">Whether everything stands as it should.</param>
    private static async Task<Omvang> Herbouw(
        IReadOnlyList<Context> alle,
        IReadOnlyList<Contextopslag> opslagen,
        long gebeurtenissen,
        bool heel
    )
    {
        var herbouwd = await Herbouwd(alle, opslagen);
        if (herbouwd.Sum(c => c.Gebeurtenissen) != gebeurtenissen)
        {
            throw new InvalidOperationException("Not the same events.");
        }
        var modellen = herbouwd.SelectMany(c => c.Modellen).ToList();
        if (modellen.Find(m => heel ? m.Verschillen != 0 : m.Ontbrak != m.Rijen) is { } fout)
        {
            throw new InvalidOperationException(
                $"{fout with { Eerste = [] }} {string.Join(", ", fout.Eerste.Take(3).Select(v => $"{v.Rij} {v.Was}"))}"
            );
        }
        Console.WriteLine(string.Join(", ", herbouwd.Select(c => Tekst($"{c.Context} {c.Duur.TotalSeconds:0.0} s"))));
        return new(modellen.Count, modellen.Sum(m => m.Rijen), herbouwd.Sum(c => c.Berichten));
    }

    private static async Task ControleerStilte(NpgsqlDataSource bron, IReadOnlyList<Context> alle)
    {
        await using var opdracht = bron.CreateCommand(
            $"select {string.Join(" + ", alle.Select(c => $"(select count(*) from {c.Naam}.outbox) + (select count(*) from {c.Naam}.inbox)"))} + (select count(*) from dossiers.email)"
        );
        if ((long)(await opdracht.ExecuteScalarAsync())! > 0)
        {
            throw new InvalidOperationException("Something was said, heard or mailed.");
        }
    }

    private static async Task<Duur> Neem(Func<Task> doe)
    {
        GC.Collect();
        var hoogste = Environment.WorkingSet;
        var (toegewezen, sinds) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        double seconden;
        await using (new Timer(_ => hoogste = Math.Max(hoogste, Environment.WorkingSet), null, Peiling, Peiling))
        {
            await doe();
            seconden = sinds.Elapsed.TotalSeconds;
        }
        return new(seconden, hoogste, GC.GetTotalAllocatedBytes() - toegewezen);
    }

    private static async Task<long> Aantal(NpgsqlDataSource bron)
    {
        await using var opdracht = bron.CreateCommand("select count(*) from aanvragen.mt_streams");
        return (long)(await opdracht.ExecuteScalarAsync())!;
    }

    private static async Task Voer(NpgsqlDataSource bron, string sql)
    {
        await using var opdracht = bron.CreateCommand(sql);
        await opdracht.ExecuteNonQueryAsync();
    }

    private static void Druk(IReadOnlyList<(Duur Triviaal, Duur Herbouw)> metingen, Duur vanNiets, long gebeurtenissen, long aanvragen)
    {
        var triviaal = Tabel.Mediaan(metingen.Select(m => m.Triviaal.Seconden));
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, embedded database; {aanvragen} applications, {gebeurtenissen} events; median of {Rondes} rounds"
            )
        );
        Console.WriteLine();
        Console.WriteLine(
            "| measured | ratio to the trivial one | target | events/s | seconds | most held (MB) | allocated an event (kB) |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Regel("one trivial projection, rebuilt by Marten's daemon", 1, null, [.. metingen.Select(m => m.Triviaal)]);
        Regel(
            "all read models, all as they were",
            Tabel.Mediaan(metingen.Select(m => m.Triviaal.Seconden / m.Herbouw.Seconden)),
            Doel,
            [.. metingen.Select(m => m.Herbouw)]
        );
        Regel("all read models, nothing left of them (once)", triviaal / vanNiets.Seconden, Doel, [vanNiets]);

        void Regel(string wat, double verhouding, double? doel, IReadOnlyList<Duur> duren)
        {
            var (seconden, perGebeurtenis) = (
                Tabel.Mediaan(duren.Select(d => d.Seconden)),
                Tabel.Mediaan(duren.Select(d => d.Toegewezen / 1024.0 / gebeurtenissen))
            );
            Console.WriteLine(
                Tekst(
                    $"| {wat} | {verhouding:0.00}{(verhouding < doel ? " (missed)" : "")} | {doel:0.00} | {gebeurtenissen / seconden:0} | {seconden:0.0} | {duren.Max(d => d.Hoogste) / Mb:0} | {perGebeurtenis:0.0} |"
                )
            );
        }
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
