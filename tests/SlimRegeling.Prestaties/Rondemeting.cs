using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Prestaties;

/// <summary>
/// A round through the door, on PostgreSQL: proposed by one, approved by two others, its file fetched; then the statement on which the bank paid all of it is
/// read, matched and stored. Beside a loop that only writes such a file, and reading the statement without more. The caller is in the same process.
/// </summary>
internal static class Rondemeting
{
    private const int Rondes = 5;

    /// <summary>MB that all of fetching a file may take, without what was let go.</summary>
    private const double Geheugendoel = 200;
    private const double Mb = 1048576;
    private const string Opdrachtgever = "Uitvoering SLIM-regeling";

    /// <param name="Klok">Milliseconds.</param>
    /// <param name="Erbij">The most that the memory rose above what it was, bytes, with what was not collected yet.</param>
    private sealed record Stap(string Wat, double Klok, long Erbij);

    private sealed record Gemeten(
        IReadOnlyList<Stap> Stappen,
        double Kaal,
        double Ophalen,
        long Geheugen,
        (long Hoogste, long Erbij) Proces,
        double Lezen,
        double Inlezen,
        long Bytes
    );

    public static async Task<int> Voer(string map, int aantal)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        var betalingen = await Betaalvoorraad.Vul(postgres.Verbinding, aantal);
        await using var huis = await Proefhuis.Open(postgres.Verbinding, map, SystemClock.Instance);
        // What other contexts do with what they hear of it is theirs.
        await huis.StopRelay();
        if (await Meet(huis, betalingen) is not { } gemeten || await Geboekt(postgres.Verbinding) != aantal)
        {
            Console.WriteLine("Not every payment was proposed, paid once and booked once, or a file was not what was approved.");
            return 1;
        }
        return Druk(aantal, gemeten) ? 0 : 1;
    }

    /// <returns>Null when something was not as it should be.</returns>
    private static async Task<Gemeten?> Meet(Proefhuis huis, IReadOnlyList<Betaling> betalingen)
    {
        var stappen = new List<Stap>();
        var maker = huis.Token("financieel-1", Rol.FinancieelMedewerker, null);
        var dag = Moment.Dag(SystemClock.Instance.GetCurrentInstant());
        var voorstel = await Neem(
            stappen,
            "proposed",
            () => huis.Schrijf("v1/betaalrondes", maker, $$"""{"uitvoerdatum":"{{LocalDatePattern.Iso.Format(dag)}}"}""")
        );
        var (ronde, hash) = (voorstel.GetProperty("ronde").GetString()!, voorstel.GetProperty("hash").GetString()!);
        foreach (
            var (wie, rol) in ((string, Rol)[])[("financieel-2", Rol.FinancieelMedewerker), ("controleur-1", Rol.FinancieelControleur)]
        )
        {
            var akkoord = $$"""{"hash":"{{hash}}"}""";
            await Neem(
                stappen,
                $"approved by {wie}",
                () => huis.Schrijf($"v1/betaalrondes/{ronde}/akkoord", huis.Token(wie, rol, null), akkoord)
            );
        }

        var bestand = new Betaalbestand(
            ronde,
            SystemClock.Instance.GetCurrentInstant(),
            dag,
            Opdrachtgever,
            Betaalmeting.Eigen,
            betalingen
        );
        var gespeld = Betaalmeting.Gespeld(bestand);
        var (kaal, ophalen) = (double.MaxValue, double.MaxValue);
        var heel = voorstel.GetProperty("betaalopdrachten").GetArrayLength() == betalingen.Count;
        // In turns, so that a slow minute of the machine strikes both.
        for (var i = 0; i < Rondes; i++)
        {
            kaal = Math.Min(kaal, Duur(() => Betaalmeting.Kaal(bestand, gespeld, Stream.Null)));
            var sinds = Stopwatch.StartNew();
            heel &= await huis.Bestandshash($"v1/betaalbestanden/{ronde}", maker) == hash;
            ophalen = Math.Min(ophalen, sinds.Elapsed.TotalMilliseconds);
        }
        long geheugen;
        using (var kijker = new Geheugenkijker(verzamelt: true))
        {
            heel &= await huis.Bestandshash($"v1/betaalbestanden/{ronde}", maker) == hash;
            geheugen = kijker.Erbij();
        }
        var proceskijker = new Proceskijker();
        heel &= await huis.Bestandshash($"v1/betaalbestanden/{ronde}", maker) == hash;
        var proces = proceskijker.Gezien();

        var afschrift = Betaalmeting.Afschrift(bestand);
        var lezen = Enumerable.Range(0, Rondes).Min(_ => Duur(() => Betaalmeting.Gelezen(afschrift)));
        var verslag = await Neem(
            stappen,
            "statement read, matched and stored",
            () =>
                huis.Schrijf(
                    HttpMethod.Post,
                    "v1/afschriften",
                    maker,
                    new ByteArrayContent(afschrift) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } }
                )
        );
        heel &= verslag.GetProperty("geboekt").GetArrayLength() == betalingen.Count;
        return heel ? new Gemeten(stappen, kaal, ophalen, geheugen, proces, lezen, stappen[^1].Klok, afschrift.Length) : null;
    }

    /// <returns>Whether it took no more memory than asked.</returns>
    private static bool Druk(int aantal, Gemeten g)
    {
        var (meer, keer) = (g.Geheugen / Mb, g.Inlezen / g.Lezen);
        var klein = meer < Geheugendoel;
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, a round of {aantal} payments through the door, PostgreSQL on the same machine, statement {g.Bytes / Mb:0} MB, .NET {Environment.Version}, {RuntimeInformation.OSDescription}"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | s | MB more at the most, with what was not collected yet |");
        Console.WriteLine("| --- | ---: | ---: |");
        foreach (var stap in g.Stappen)
        {
            Console.WriteLine(Tekst($"| {stap.Wat} | {stap.Klok / 1000:0.0} | {stap.Erbij / Mb:0} |"));
        }
        Console.WriteLine();
        Console.WriteLine(Tekst($"| best of {Rondes} rounds | ms | of its speed beside the bare one | MB more in use at the most |"));
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        Console.WriteLine(Tekst($"| bare: an XmlWriter loop that writes the same | {g.Kaal:0} | 1.00 | |"));
        Console.WriteLine(
            Tekst($"| the file fetched, with the view of each case | {g.Ophalen:0} | {g.Kaal / g.Ophalen:0.00} | {meer:0} |")
        );
        Console.WriteLine(Tekst($"| bare: read the statement | {g.Lezen:0} | 1.00 | |"));
        Console.WriteLine(Tekst($"| read, matched and stored, once | {g.Inlezen:0} | {g.Lezen / g.Inlezen:0.000} | |"));
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: betalen: a file of {aantal} lines fetched with {meer:0} MB more in use (asked {Geheugendoel:0}: {Betaalmeting.Gehaald(klein)}), the process at most {g.Proces.Hoogste / Mb:0} MB, {g.Proces.Erbij / Mb:0} more; its statement read, matched and stored in {keer:0} times reading it"
            )
        );
        return klein;
    }

    private static async Task<long> Geboekt(string verbinding)
    {
        await using var bron = Vloer.Bron(verbinding);
        await using var opdracht = bron.CreateCommand("select count(distinct stroom) from betalingen.grootboek where rekening = 'bank'");
        return (long)(await opdracht.ExecuteScalarAsync())!;
    }

    private static async Task<JsonElement> Neem(List<Stap> stappen, string wat, Func<Task<JsonElement>> doe)
    {
        using var kijker = new Geheugenkijker(verzamelt: false);
        var sinds = Stopwatch.StartNew();
        var uitkomst = await doe();
        stappen.Add(new(wat, sinds.Elapsed.TotalMilliseconds, kijker.Erbij()));
        return uitkomst;
    }

    private static double Duur(Action doe)
    {
        var sinds = Stopwatch.StartNew();
        doe();
        return sinds.Elapsed.TotalMilliseconds;
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
