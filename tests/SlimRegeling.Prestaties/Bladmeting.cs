using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Platform;

namespace SlimRegeling.Prestaties;

/// <summary>
/// Every page of the site, one request at a time, from the request to the last byte over loopback: on a database with many cases, in turn with the
/// same page on one with few, and with a page that asks nothing.
/// </summary>
internal static class Bladmeting
{
    private const int OpwarmingPerRonde = 2;

    // Rows of a page of work.
    private const int Werkbladzijde = 50;

    /// <summary>The pages by which an employee comes to a case: by words, by the list of work, and the case itself.</summary>
    private static readonly string[] OmTeVinden = ["/zaken", "/zaken/{zaaknummer}", "/beheer/werk", "/beheer/zaken/{zaaknummer}"];

    /// <param name="alleenVinden">Only these pages, as an employee.</param>
    public static async Task Voer(string map, int zaken, int rondes, bool alleenVinden = false)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        var klein = await Database(postgres.Verbinding, "bladen_klein");
        var groot = await Database(postgres.Verbinding, "bladen_groot");
        var weinig = await Vul(Bladvoorraad.Klein, klein, Path.Combine(map, "klein"));
        var veel = await Vul(Bladvoorraad.Groot(zaken), groot, Path.Combine(map, "groot"));
        await using var kleinHuis = await Bladhuis.Start(klein, Path.Combine(map, "klein"));
        await using var grootHuis = await Bladhuis.Start(groot, Path.Combine(map, "groot"));

        var bladen = (await Bladen(grootHuis, veel, groot)).Where(b => !alleenVinden || IsOmTeVinden(b)).ToList();
        var kleineBladen = (await Bladen(kleinHuis, weinig, klein)).ToDictionary(b => (b.Blad, b.Persoon));
        var metingen = bladen.Select(b => new Bladtijden(b, kleineBladen[(b.Blad, b.Persoon)])).ToList();
        await Neem(metingen, kleinHuis, grootHuis, rondes / OpwarmingPerRonde, bewaar: false);
        await Neem(metingen, kleinHuis, grootHuis, rondes, bewaar: true);
        foreach (var meting in metingen)
        {
            await meting.MeetOmvang(await grootHuis.Als(meting.Groot.Persoon));
        }
        Bladtabel.Druk(metingen, zaken, rondes);
    }

    private static bool IsOmTeVinden(Bladhuis.Vraag vraag) =>
        vraag.Persoon == "beoordelaar" && OmTeVinden.Contains(vraag.Blad.Split('?')[0], StringComparer.Ordinal);

    private static async Task<Bladvoorraad.Genoemd> Vul(Bladvoorraad voorraad, string verbinding, string map)
    {
        var sinds = System.Diagnostics.Stopwatch.StartNew();
        var genoemd = await voorraad.Vul(verbinding, Directory.CreateDirectory(map).FullName);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{voorraad.Zaken} cases stored in {sinds.Elapsed.TotalSeconds:0} s")
        );
        return genoemd;
    }

    /// <summary>Each page, and lists as they are asked: searched, further on, and of who has much.</summary>
    private static async Task<IReadOnlyList<Bladhuis.Vraag>> Bladen(Bladhuis huis, Bladvoorraad.Genoemd genoemd, string verbinding)
    {
        var (nummer, kvk) = await Middelste(
            verbinding,
            "select zaaknummer, kvk_nummer from zaken.zaak order by ingediend_op desc, zaaknummer offset (select count(*) / 2 from zaken.zaak) limit 1"
        );
        var (dag, werk) = await Middelste(
            verbinding,
            "select uiterlijk::text, zaaknummer from zaken.werk order by uiterlijk, zaaknummer offset (select count(*) / 2 from zaken.werk) limit 1"
        );
        // With few cases there are no fifty pages; then the last.
        var (dag50, werk50) = await Middelste(
            verbinding,
            string.Create(
                CultureInfo.InvariantCulture,
                $"select uiterlijk::text, zaaknummer from (select * from zaken.werk order by uiterlijk, zaaknummer limit {49 * Werkbladzijde}) w order by uiterlijk desc, zaaknummer desc limit 1"
            )
        );
        return
        [
            .. await huis.Bladen(genoemd),
            new("/aanvragen", "gemachtigde", "/aanvragen"),
            new("/machtigingen", "adviseur", "/machtigingen"),
            new("/machtigingen?zoek=", "adviseur", "/machtigingen?zoek=Onderneming%209000"),
            new("/machtigingen?ontvangen-na=(the middle)", "adviseur", "/machtigingen?ontvangen-na=90000500"),
            new("/beheer/machtigingen?kvk=(of many)", "beheerder", $"/beheer/machtigingen?kvk={Bladvoorraad.Adviseur}"),
            new("/beheer/machtigingen?zoek=", "beheerder", $"/beheer/machtigingen?kvk={Bladvoorraad.Adviseur}&zoek=90000"),
            new("/beheer/werk?wie=(nobody)", "beoordelaar", "/beheer/werk?wie=niemand"),
            new("/beheer/werk?wie=(oneself, who has none)", "beoordelaar", "/beheer/werk?wie=mij"),
            new("/beheer/werk?termijn=verlopen", "beoordelaar", "/beheer/werk?termijn=verlopen"),
            new("/beheer/werk?termijn=in-gebreke (none)", "beoordelaar", "/beheer/werk?termijn=in-gebreke"),
            new("/beheer/werk?status=(of many)", "beoordelaar", "/beheer/werk?status=budget-gereserveerd&fase=behandelen"),
            new("/beheer/werk?status=(of none)", "beoordelaar", "/beheer/werk?status=bewijs-ontvangen"),
            new("/beheer/werk?na=(the 50th page)", "beoordelaar", $"/beheer/werk?na={dag50}_{werk50}"),
            new("/beheer/werk?na=(the middle)", "beoordelaar", $"/beheer/werk?na={dag}_{werk}"),
            new("/zaken?zoek=(number)", "beoordelaar", $"/zaken?zoek={nummer}"),
            new("/zaken?zoek=(begin of a number)", "beoordelaar", $"/zaken?zoek={nummer[..8]}"),
            new("/zaken?zoek=(begin of no number)", "beoordelaar", "/zaken?zoek=SLIM-0000000"),
            new("/zaken?zoek=(enterprise)", "beoordelaar", $"/zaken?zoek={kvk}"),
            new("/zaken?zoek=(word of all)", "beoordelaar", "/zaken?zoek=leermethode"),
            new("/zaken?zoek=(words of all, in other forms)", "beoordelaar", "/zaken?zoek=leermethodes%20werkplekken"),
            new("/zaken?zoek=(word of one)", "beoordelaar", $"/zaken?zoek={Bladvoorraad.Zeldzaam}"),
            new("/zaken?zoek=(mistyped)", "beoordelaar", "/zaken?zoek=orgelpypen"),
            new("/zaken?zoek=(word of none)", "beoordelaar", "/zaken?zoek=xylofoonkwartet"),
            new("/zaken?zoek=(word of all)&status=(of many)", "beoordelaar", "/zaken?zoek=leermethode&status=gerangschikt"),
            new("/zaken?zoek=(word of all)&na=(the middle)", "beoordelaar", $"/zaken?zoek=leermethode&na={nummer}"),
            new("/zaken?status=(of many)", "beoordelaar", "/zaken?status=gerangschikt"),
            new("/zaken?status=(of none)", "beoordelaar", "/zaken?status=afgerond"),
            new("/zaken?na=(the middle)", "beoordelaar", $"/zaken?na={nummer}"),
            new("/zaken?status=(of many)&na=(the middle)", "beoordelaar", $"/zaken?status=budget-gereserveerd&na={nummer}"),
            new("/inzagen?zaak=", "functionaris-gegevensbescherming", $"/inzagen?zaak={nummer}"),
            new("/inzagen?wie=", "functionaris-gegevensbescherming", "/inzagen?wie=medewerker-7"),
            new("/inzagen?wie=(nobody)", "functionaris-gegevensbescherming", "/inzagen?wie=niemand"),
            new("/inzagen?volgorde=oudste", "functionaris-gegevensbescherming", "/inzagen?volgorde=oudste"),
        ];
    }

    private static async Task Neem(IReadOnlyList<Bladtijden> metingen, Bladhuis klein, Bladhuis groot, int rondes, bool bewaar)
    {
        for (var ronde = 0; ronde < rondes; ronde++)
        {
            foreach (var meting in metingen)
            {
                var leeg = await Vraag(groot, meting.Groot with { Pad = Bladhuis.LeegBlad });
                var weinig = await Vraag(klein, meting.Klein);
                var veel = await Vraag(groot, meting.Groot);
                if (bewaar)
                {
                    meting.Voeg(leeg, weinig, veel);
                }
            }
        }
    }

    private static async Task<double> Vraag(Bladhuis huis, Bladhuis.Vraag vraag)
    {
        var antwoord = await (await huis.Als(vraag.Persoon)).Haal(vraag.Pad);
        return (int)antwoord.Status < 400 || vraag.Pad.StartsWith("/fout/", StringComparison.Ordinal)
            ? antwoord.Duur
            : throw new InvalidOperationException($"{vraag.Pad} answers {vraag.Persoon} with {antwoord.Status}.");
    }

    private static async Task<(string, string)> Middelste(string verbinding, string sql)
    {
        await using var bron = Vloer.Bron(verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        await using var rij = await opdracht.ExecuteReaderAsync();
        await rij.ReadAsync();
        return (rij.GetString(0), rij.GetString(1));
    }

    private static async Task<string> Database(string verbinding, string naam)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        await using var opdracht = bron.CreateCommand($"create database {naam}");
        await opdracht.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(verbinding) { Database = naam }.ConnectionString;
    }
}
