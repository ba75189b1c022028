using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using SlimRegeling.Betalingen;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Prestaties;

/// <summary>
/// The trial balance of a past day over a large ledger, as it was known on another day, beside a bare sum of the same lines in SQL; and its export, with the
/// memory that takes.
/// </summary>
internal static class Grootboekmeting
{
    private const int Rondes = 7;

    /// <summary>From so many lines on the target is asked; of fewer only what says that something broke.</summary>
    private const int Vol = 1_000_000;

    /// <summary>At most so many times the bare sum.</summary>
    private const double Doel = 2.0;
    private const double Bovengrens = 4.0;

    /// <summary>MB that an export may take.</summary>
    private const double Geheugendoel = 100;
    private const double Mb = 1048576;
    private static readonly LocalDate Van = new(2024, 1, 1);
    private static readonly LocalDate TotEnMet = new(2024, 9, 17);
    private static readonly Instant Bekend = Instant.FromUtc(2024, 10, 1, 0, 0);

    // Two lines for each booking, over six years; one in fifty is known two months late.
    private const string Vulling = """
        insert into betalingen.grootboek
          (id, boeking, regel, stroom, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, op, soort)
        select gen_random_uuid(), b.boeking, r, b.zaak, b.zaak, '202' || b.i % 6 || '-04-mkb', b.zaak || '-V1',
          (array['budget', 'verplichtingen', 'voorschotten', 'te-betalen', 'kosten', 'te-vorderen', 'te-betalen', 'bank'])[2 * (b.i % 4) + r],
          case r when 1 then b.bedrag else 0 end, case r when 1 then 0 else b.bedrag end,
          b.dag, b.dag + interval '12 hours' + case when b.i % 50 = 0 then interval '60 days' else interval '0' end, 'meting'
        from (
          select i, gen_random_uuid() as boeking, 'SLIM-' || lpad((i / 4)::text, 10, '0') as zaak, (1 + i % 2500000) / 100.0 as bedrag,
            date '2020-01-01' + (i % 2190)::int as dag
          from generate_series(0, @boekingen - 1) i
        ) b cross join generate_series(1, 2) r;
        analyze betalingen.grootboek
        """;

    /// <param name="Milliseconden">The best of the rounds.</param>
    /// <param name="Erbij">The most that the memory in use rose above what it was, bytes.</param>
    private sealed record Duur(double Milliseconden, long Erbij, long Uitkomst);

    public static async Task<int> Voer(string map, int regels)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        await using var bron = Vloer.Bron(postgres.Verbinding);
        using var opslag = new Contextopslag(Context.Van<BetalingenContext>(), bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        await using (var vullen = bron.CreateCommand(Vulling))
        {
            vullen.CommandTimeout = 0;
            vullen.Parameters.AddWithValue("boekingen", regels / 2);
            await vullen.ExecuteNonQueryAsync();
        }

        // In turns, so that a slow minute of the machine strikes both.
        var (kaal, balans) = (new Duur(double.MaxValue, 0, 0), new Duur(double.MaxValue, 0, 0));
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            kaal = Beste(kaal, await Meet(() => Kaal(bron)));
            balans = Beste(balans, await Meet(() => Proef(bron)));
        }
        if (kaal.Uitkomst != balans.Uitkomst)
        {
            Console.WriteLine(Tekst($"the trial balance moved {balans.Uitkomst} cents, the bare sum {kaal.Uitkomst}"));
            return 1;
        }
        var csv = await Meet(() => Bytes(Journaalcsv.Schrijf(Lezer(bron), CancellationToken.None)));
        var administratie = new Administratie("Meting", "");
        var xaf = await Meet(() => Bytes(Auditfile.Schrijf(Lezer(bron), administratie, TotEnMet, CancellationToken.None)));
        return Druk(regels, kaal, balans, csv, xaf);
    }

    private static int Druk(int regels, Duur kaal, Duur balans, Duur csv, Duur xaf)
    {
        var keer = balans.Milliseconden / kaal.Milliseconden;
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {regels} lines, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; best of {Rondes} rounds"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | ms | times the bare sum | MB written | MB more in use at the most |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        Console.WriteLine(
            Tekst($"| bare: sum of debit and credit by account, as of the same day and knowledge | {kaal.Milliseconden:0} | 1.0 | | |")
        );
        Console.WriteLine(Tekst($"| trial balance as of {TotEnMet}, as known on {Bekend} | {balans.Milliseconden:0} | {keer:0.0} | | |"));
        foreach (var (naam, duur) in ((string, Duur)[])[("one year as CSV", csv), ("one year as XML Auditfile", xaf)])
        {
            Console.WriteLine(Tekst($"| {naam} | {duur.Milliseconden:0} | | {duur.Uitkomst / Mb:0} | {duur.Erbij / Mb:0} |"));
        }
        var meeste = Math.Max(csv.Erbij, xaf.Erbij) / Mb;
        var gevraagd = regels >= Vol ? Doel : Bovengrens;
        var (snel, klein) = (keer <= gevraagd, meeste <= Geheugendoel);
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: grootboek: trial balance over {regels} lines in {balans.Milliseconden:0} ms, {keer:0.0} times the bare sum (asked {gevraagd:0.0}: {Betaalmeting.Gehaald(snel)}); an export takes {meeste:0} MB more at the most (asked {Geheugendoel:0}: {Betaalmeting.Gehaald(klein)})"
            )
        );
        return snel && klein ? 0 : 1;
    }

    private static async Task<long> Kaal(NpgsqlDataSource bron)
    {
        await using var opdracht = bron.CreateCommand(
            "select rekening, sum(debet), sum(credit) from betalingen.grootboek where boekdatum <= $1 and op <= $2 group by rekening"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = TotEnMet });
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = Bekend });
        await using var rij = await opdracht.ExecuteReaderAsync();
        var saldi = 0m;
        while (await rij.ReadAsync())
        {
            saldi += Math.Abs(rij.GetDecimal(1) - rij.GetDecimal(2));
        }
        return (long)(saldi * 100);
    }

    private static async Task<long> Proef(NpgsqlDataSource bron)
    {
        var rekeningen = await Proefbalans.Lees(bron, Van, TotEnMet, Bekend, null, null, CancellationToken.None);
        return (long)(rekeningen.Sum(r => Math.Abs(r.Eind)) * 100);
    }

    private static Journaallezer Lezer(NpgsqlDataSource bron) => new(bron, Van.Year, Bekend);

    private static async Task<long> Bytes(IAsyncEnumerable<ReadOnlyMemory<byte>> delen)
    {
        var bytes = 0L;
        await foreach (var deel in delen)
        {
            bytes += deel.Length;
        }
        return bytes;
    }

    private static Duur Beste(Duur een, Duur ander) => ander.Milliseconden < een.Milliseconden ? ander : een;

    private static async Task<Duur> Meet(Func<Task<long>> doe)
    {
        using var kijker = new Geheugenkijker(verzamelt: true);
        var sinds = Stopwatch.StartNew();
        var uitkomst = await doe();
        var duur = sinds.Elapsed.TotalMilliseconds;
        return new(duur, kijker.Erbij(), uitkomst);
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
