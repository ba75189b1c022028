using System.Collections.Concurrent;
using CsCheck;
using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Two windows of one year, and much at once: messages by several consumers in bundles, some twice, ceilings that go up, down and to the other window,
/// a draw that two people confirm, turns beside them, in the last round a waiting list that is closed; meanwhile connections are cut and processes die. At every moment what is reserved is what the
/// rows and the reservations say, and not above the ceiling; at rest it is as the models have it, for which all came one by one.
/// </summary>
public sealed class TegelijkTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    private static readonly Gen<(int, int, int, int)[][]> Ronden = Gen.Select(
            Gen.Int[0, 11],
            Gen.Int[0, 1],
            Gen.Int[0, 200],
            Gen.Int[1, 60]
        )
        .Array[8, 24]
        .Array[3, 5];

    private static readonly Gen<((Volgorde, Overschrijding, bool, int)[], (int, int, int, int)[][])> Spellen = Gen.Select(
        Gen.Select(Gen.Enum<Volgorde>(), Gen.Enum<Overschrijding>(), Gen.Bool, Gen.Int[50, 700]).Array[2],
        Ronden
    );

    [Fact]
    public async Task At_rest_after_much_at_once_the_windows_are_as_the_models()
    {
        var (ronden, berichten, besluiten, uitval) = (0, 0, 0, new Uitval(huis));
        var gedaan = new ConcurrentDictionary<string, int>();
        await Spellen.SampleAsync(
            async geval =>
            {
                var tijd = new Tijd(gedaan);
                var vensters = new List<Gelijktijdig>();
                foreach (var (volgorde, overschrijding, getekend, plafond) in geval.Item1)
                {
                    vensters.Add(await Gelijktijdig.Begin(huis, new Model(volgorde, overschrijding, getekend, plafond), tijd));
                }
                foreach (var (i, ronde) in geval.Item2.Index())
                {
                    if (i == geval.Item2.Length / 2)
                    {
                        foreach (var venster in vensters)
                        {
                            await venster.Sluit();
                        }
                    }
                    if (i == geval.Item2.Length - 1)
                    {
                        await vensters[0].SluitWachtlijst();
                    }
                    var besluit = new List<Func<Task>>();
                    foreach (var (wat, waar, wie, bedrag) in ronde)
                    {
                        vensters[waar].Voeg(wat, wie, bedrag, vensters[1 - waar], besluit);
                    }
                    var gezegd = vensters.SelectMany(v => v.Ronde()).ToList();
                    besluit.AddRange(vensters.SelectMany(v => v.Lotingen()));
                    await Tegelijk(vensters, gezegd, besluit, uitval);
                    foreach (var venster in vensters)
                    {
                        await venster.Vergelijk();
                    }
                    (ronden, berichten, besluiten) = (ronden + 1, berichten + gezegd.Count, besluiten + besluit.Count);
                }
            },
            iter: 2 * ModelTests.Keer,
            threads: 1
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{ronden} rounds, {berichten} messages, {besluiten} decisions, {uitval.Geraakt} connections cut; {string.Join(", ", gedaan.OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Value}"))}"
        );
        Assert.True(uitval.Geraakt > 0);
        Assert.Contains($"{Wat.SluitWachtlijst} gelukt", gedaan.Keys);
    }

    private async Task Tegelijk(List<Gelijktijdig> vensters, List<object> berichten, List<Func<Task>> besluiten, Uitval uitval)
    {
        var geschud = berichten.OrderBy(b => b.GetHashCode()).ToList();
        var banen = geschud.Select((b, i) => (b, i)).GroupBy(x => x.i % 3, x => x.b).ToList();
        var klaar = false;
        List<Task> ernaast =
        [
            .. Enumerable.Range(0, 2).Select(n => Zolang(() => Beurt(vensters, n))),
            Zolang(() => Toezicht(vensters)),
            Zolang(async () =>
            {
                await Task.Delay(60);
                await uitval.Willekeurig();
            }),
        ];
        Task[] werk = [.. banen.Select((baan, n) => Hoor(baan, n + 1)), .. besluiten.Select(b => Task.Run(b))];
        try
        {
            await Task.WhenAll(werk);
        }
        finally
        {
            klaar = true;
        }
        await Task.WhenAll(ernaast);
        await huis.Rust();
        await huis.NietsApart();
        await Toezicht(vensters);

        Task Zolang(Func<Task> doe) =>
            Task.Run(async () =>
            {
                while (!klaar)
                {
                    await doe();
                }
            });
    }

    private async Task Hoor(IEnumerable<object> baan, int tegelijk)
    {
        foreach (var bundel in baan.Chunk(tegelijk))
        {
            await (bundel is [var alleen] ? huis.HoorTweemaal(alleen) : huis.Hoor(bundel));
        }
    }

    private async Task Beurt(List<Gelijktijdig> vensters, int n)
    {
        await huis.Beurt(sterft: n == 1);
        if (n == 0)
        {
            foreach (var venster in vensters)
            {
                await huis.Breek(new BudgetVerdelenBericht(venster.Id, Gegeven.Daarna));
            }
        }
    }

    /// <summary>In one look: the total of a window, its rows and its reservations; with what is on its way back it is all that counts.</summary>
    private async Task Toezicht(List<Gelijktijdig> vensters)
    {
        await Task.Delay(5);
        var scheef = await huis.Vraag<string>(
            $"""
            select coalesce(string_agg(tijdvak || ': ' || gereserveerd || ' of ' || plafond || ', rows ' || rijen || ', reservations ' || los, '; '), '') from (
              select p.tijdvak, p.gereserveerd, p.plafond, p.teruggevraagd,
                (select coalesce(sum(i.gereserveerd), 0) from tijdvakken.inschrijving i where i.tijdvak = p.tijdvak) rijen,
                (select coalesce(sum((r.data ->> 'bedrag')::numeric + coalesce((r.data ->> 'teruggevraagd')::numeric, 0)), 0) from tijdvakken.mt_doc_reservering r where r.data ->> 'tijdvak' = p.tijdvak) los
              from tijdvakken.plafondstand p where p.tijdvak in ('{vensters[0].Id}', '{vensters[1].Id}')
            ) s where gereserveerd > plafond or gereserveerd - teruggevraagd <> rijen or gereserveerd <> los
            """
        );
        Assert.Equal("", scheef);
    }
}
