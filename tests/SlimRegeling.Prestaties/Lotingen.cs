using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Aanvragen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Prestaties;

/// <summary>
/// The real draws at their real size, from submission to the last letter, under the rules and dates of then, with amounts spread as they were
/// awarded in 2020. Nobody knows who asked what, so the number within the ceiling can only come near the published one. Those that were out
/// beforehand ask as enterprises that say to be linked to one that asked before: at the door nobody knows, and the list leaves them out.
/// </summary>
internal static partial class Lotingen
{
    private const int Bellers = 16;
    private const int Toevalszaad = 2020;

    /// <param name="Vooraf">How many more asked and were out beforehand.</param>
    private sealed record Loting(Proefhuis.Venster Venster, int Deelnemers, int Gepubliceerd, int Vooraf);

    private sealed record Gespeeld(
        Loting Loting,
        double IndienenSeconden,
        double VerdelenSeconden,
        long Binnen,
        decimal Gereserveerd,
        decimal Gevraagd,
        int OpLijst,
        int Uitgesloten,
        Lotingbesluiten.Gedaan Besluiten
    );

    /// <param name="deel">Share of the real size, ceiling and all: 1 is the real one.</param>
    public static async Task Voer(string map, double deel)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        await using var bron = Vloer.Bron(postgres.Verbinding);
        var klok = new Verzetbareklok();
        var lotingen = Lees(deel);
        klok.Zet(Moment(lotingen[0].Venster.Opent));
        await using var huis = await Proefhuis.Open(postgres.Verbinding, map, klok);
        var toeval = new Random(Toevalszaad);
        var gespeeld = new List<Gespeeld>();
        foreach (var loting in lotingen)
        {
            gespeeld.Add(await Speel(huis, bron, klok, map, loting, toeval));
        }
        Druk(gespeeld, deel);
    }

    private static async Task<Gespeeld> Speel(
        Proefhuis huis,
        NpgsqlDataSource bron,
        Verzetbareklok klok,
        string map,
        Loting loting,
        Random toeval
    )
    {
        var venster = loting.Venster;
        klok.Zet(Moment(venster.Opent) + Duration.FromHours(1));
        await huis.Publiceer(venster);
        var bedragen = Bedragen();
        var urenPerEuro = 100m / Gevraagd(venster, 100m);
        Formulier Getrokken() => Formulier(Math.Round(bedragen[toeval.Next(bedragen.Count)] * urenPerEuro, 2));
        var concepten = await huis.MaakConcepten(loting.Deelnemers, venster.Id, _ => Getrokken());
        var dubbelen =
            loting.Vooraf == 0
                ? []
                : await huis.MaakConcepten(loting.Vooraf, venster.Id, i => Verbonden(Getrokken(), concepten[i].KvkNummer));
        await Samen([.. concepten, .. dubbelen], huis.SchrijfIn);
        var indienen = Stopwatch.StartNew();
        await Samen(concepten, huis.DienIn);
        await Samen(dubbelen, huis.DienIn);
        var indienenSeconden = indienen.Elapsed.TotalSeconds;
        await huis.Stil();

        klok.Zet(Moment(venster.Sluit) + Duration.FromHours(1));
        await Samen(
            [.. concepten, .. dubbelen],
            c => huis.Vraag(HttpMethod.Post, Rol.Beoordelaar, $"aanvragen/{c.Zaaknummer}/volledigheid", new { volledig = true })
        );
        var verdelen = Stopwatch.StartNew();
        await huis.Vraag(HttpMethod.Post, Rol.Regelbeheerder, $"ontvangsten/{venster.Id}", new { });
        // Refused until the window has heard all that was said of it.
        while (await huis.Vraag(HttpMethod.Post, Rol.Regelbeheerder, $"tijdvakken/{venster.Id}/lijst", new { }) is null)
        {
            await Task.Delay(100);
        }
        await huis.Vraag(
            HttpMethod.Post,
            Rol.Regelbeheerder,
            $"tijdvakken/{venster.Id}/loting",
            new { zaad = $"zaad van {venster.Id}", bron = "prestaties" }
        );
        await huis.Vraag(
            HttpMethod.Post,
            Rol.Regelbeheerder,
            $"tijdvakken/{venster.Id}/loting/bevestiging",
            new { zaad = $"zaad van {venster.Id}", bron = "prestaties" },
            "regelbeheerder-2"
        );
        await huis.Stil();
        var verdelenSeconden = verdelen.Elapsed.TotalSeconds;
        await Lotingbesluiten.RekenNa(huis, venster.Id, map);
        await using var opdracht = bron.CreateCommand(
            """
            select (select count(*) from tijdvakken.mt_doc_reservering where data ->> 'tijdvak' = $1),
              (select gereserveerd from tijdvakken.plafondstand where tijdvak = $1),
              (select sum(gevraagd) from tijdvakken.inschrijving where tijdvak = $1),
              jsonb_array_length(lijst.data -> 'volledig'), jsonb_array_length(lijst.data -> 'uitgesloten')
            from tijdvakken.mt_events lijst where lijst.stream_id = $1 and lijst.type = 'lijst-vastgelegd'
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = venster.Id });
        await using var rij = await opdracht.ExecuteReaderAsync();
        await rij.ReadAsync();
        var besluiten = await Lotingbesluiten.Neem(huis, venster.Id, Samen);
        var gespeeld = new Gespeeld(
            loting,
            indienenSeconden,
            verdelenSeconden,
            rij.GetInt64(0),
            rij.GetDecimal(1),
            rij.GetDecimal(2),
            rij.GetInt32(3),
            rij.GetInt32(4),
            besluiten
        );
        return (gespeeld.OpLijst, gespeeld.Uitgesloten) == (loting.Deelnemers, loting.Vooraf)
            ? gespeeld
            : throw new InvalidOperationException(
                $"{venster.Id}: {gespeeld.OpLijst} in the draw and {gespeeld.Uitgesloten} out beforehand, of {loting.Deelnemers} and {loting.Vooraf}."
            );
    }

    private static Task Samen<T>(IReadOnlyList<T> allen, Func<T, Task> doe) =>
        Parallel.ForEachAsync(allen, new ParallelOptions { MaxDegreeOfParallelism = Bellers }, async (een, _) => await doe(een));

    /// <summary>What the rules of the window give for so many hours of an adviser, in euro.</summary>
    private static decimal Gevraagd(Proefhuis.Venster venster, decimal uren) =>
        Subsidieberekening
            .Bereken(
                Regelstanden.Ongewijzigd.Versie(venster.Regelversie, Moment(venster.Opent)),
                Formulier(uren).Regelplan(Aanvragertype.MkbOnderneming)
            )
            .Subsidiebedrag;

    private static Formulier Formulier(decimal uren) =>
        Concepten.Formulier with
        {
            Activiteiten = [new Activiteitgegevens("C", ExterneUren: [new ExterneUrenregel(uren, 100m)])],
        };

    private static Formulier Verbonden(Formulier formulier, string kvkNummer) =>
        formulier with
        {
            Onderneming = formulier.Onderneming! with { VerbondenMet = [kvkNummer] },
        };

    private static List<Loting> Lees(double deel)
    {
        var vensters = Regels("tijdvakken.csv").Skip(1).Select(r => r.Split(',')).ToDictionary(v => v[0]);
        return
        [
            .. Regels("lotingen.csv")
                .Skip(1)
                .Select(r => r.Split(','))
                .Select(v => new Loting(
                    new Proefhuis.Venster(
                        v[0],
                        Wandklok(vensters[v[0]][2]),
                        Wandklok(vensters[v[0]][3]),
                        Math.Round(Getal(v[3]) * (decimal)deel, 2),
                        vensters[v[0]][7]
                    ),
                    (int)Math.Round(int.Parse(v[1], CultureInfo.InvariantCulture) * deel),
                    (int)Math.Round(int.Parse(v[2], CultureInfo.InvariantCulture) * deel),
                    (int)Math.Ceiling(UitVooraf(v[4]) * deel)
                )),
        ];
    }

    /// <summary>The source says it where it is known.</summary>
    private static int UitVooraf(string bron) =>
        VoorafUit().Match(bron) is { Success: true } gevonden ? int.Parse(gevonden.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(\d+) out beforehand")]
    private static partial Regex VoorafUit();

    private static List<decimal> Bedragen() =>
        [.. Regels("toekenningen-2020-voorbeeld.csv").Where(r => char.IsAsciiDigit(r[0])).Select(Getal)];

    private static string[] Regels(string bestand) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Gegevens", bestand));

    private static LocalDateTime Wandklok(string tekst) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(tekst).Value;

    private static Instant Moment(LocalDateTime wandklok) => wandklok.InZoneLeniently(Platform.Tijd.Moment.Amsterdam).ToInstant();

    private static decimal Getal(string tekst) => decimal.Parse(tekst, CultureInfo.InvariantCulture);

    private static void Druk(IReadOnlyList<Gespeeld> gespeeld, double deel)
    {
        Console.WriteLine(Tekst($"share of the real size {deel:0.###}, {Bellers} callers"));
        Console.WriteLine();
        Console.WriteLine(
            "| window | submitted | out beforehand | in the draw | asked on average | within the ceiling | published | reserved | ceiling | submissions/s | from closing to the last reservation (s) | assessed and signed (s) | refused | from closing the waiting list to the last letter (s) |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var g in gespeeld)
        {
            var ingediend = g.OpLijst + g.Uitgesloten;
            Console.WriteLine(
                Tekst(
                    $"| {g.Loting.Venster.Id} | {ingediend} | {g.Uitgesloten} | {g.OpLijst} | {g.Gevraagd / ingediend:0} | {g.Binnen} | {g.Loting.Gepubliceerd} | {g.Gereserveerd:0.00} | {g.Loting.Venster.Plafond:0.00} | {ingediend / g.IndienenSeconden:0} | {g.VerdelenSeconden:0.0} | {g.Besluiten.Verlenen.TotalSeconds:0.0} | {g.Besluiten.Afgewezen} | {g.Besluiten.Afwijzen.TotalSeconds:0.0} |"
                )
            );
        }
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
