using CsCheck;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Messages of a window by several consumers at once, in bundles, some twice, while turns run beside them and are killed. In between the total never
/// passes the ceiling; at rest it is as if all had come one by one: who is in front has all it needs, and the first that has not is the first that
/// does not fit.
/// </summary>
public sealed class TegelijkTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    private static readonly Gen<(int, int, int)[][]> Ronden = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 200], Gen.Int[1, 60]).Array[4, 14].Array[
        2,
        5
    ];

    private static readonly Gen<(Overschrijding, int, (int, int, int)[][])> Vensters = Gen.Select(
        Gen.Bool.Select(stoppen => stoppen ? Overschrijding.Stoppen : Overschrijding.Gedeeltelijk),
        Gen.Int[50, 600],
        Ronden
    );

    [Fact]
    public async Task At_rest_the_front_of_the_order_has_its_money_and_nobody_else() =>
        await Vensters.SampleAsync(
            async geval =>
            {
                var (overschrijding, plafond, ronden) = geval;
                var venster = await Venster.Publiceer(huis, plafond, Volgorde.Binnenkomst, overschrijding);
                var aanvragen = new Dictionary<string, Stand>();
                var minuut = 0;
                foreach (var ronde in ronden)
                {
                    await Tegelijk(venster, plafond, Ronde(venster, aanvragen, ronde, ref minuut));
                    await Vergelijk(venster, plafond, overschrijding, aanvragen);
                }
            },
            iter: 5,
            threads: 1
        );

    private sealed record Stand(int Plaats, decimal Gevraagd, decimal? Beoordeeld = null, bool Aangevuld = false, bool Weg = false)
    {
        public decimal Doel => Math.Min(Gevraagd, Beoordeeld ?? Gevraagd);
    }

    /// <summary>At most one message of each application, and at the end the horizon that counts them all.</summary>
    private static List<object> Ronde(Venster venster, Dictionary<string, Stand> aanvragen, (int, int, int)[] opdrachten, ref int minuut)
    {
        var berichten = new List<object>();
        var geweest = new HashSet<string>();
        foreach (var (wat, wie, bedrag) in opdrachten)
        {
            minuut++;
            var naam = $"z{wie % Math.Max(1, aanvragen.Count):000}";
            if (wat < 2 || !aanvragen.TryGetValue(naam, out var stand) || stand.Weg || !geweest.Add(naam))
            {
                naam = $"z{aanvragen.Count:000}";
                geweest.Add(naam);
                aanvragen[naam] = new Stand(minuut, bedrag);
                berichten.Add(venster.Ingediend(naam, bedrag, minuut));
            }
            else if (wat == 2)
            {
                aanvragen[naam] = stand with { Weg = true };
                berichten.Add(venster.Vervallen(naam, minuut));
            }
            else if (wat == 3 && !stand.Aangevuld)
            {
                // Both at once, in any order.
                berichten.Add(venster.AanvullingGevraagd(naam, minuut++));
                berichten.Add(venster.Aangevuld(naam, bedrag, minuut));
                aanvragen[naam] = stand with { Plaats = minuut, Gevraagd = bedrag, Aangevuld = true };
            }
            else
            {
                var beoordeeld = Math.Max(1, stand.Doel - (bedrag / 2));
                aanvragen[naam] = stand with { Beoordeeld = beoordeeld };
                berichten.Add(venster.Beoordeeld(naam, beoordeeld, minuut));
            }
        }
        berichten.Add(venster.Tot(minuut));
        return berichten;
    }

    private async Task Tegelijk(Venster venster, decimal plafond, List<object> berichten)
    {
        var geschud = berichten.OrderBy(b => b.GetHashCode()).ToList();
        var banen = geschud.Select((b, i) => (b, i)).GroupBy(x => x.i % 3, x => x.b).ToList();
        var klaar = false;
        var beurten = Enumerable
            .Range(0, 2)
            .Select(n =>
                Task.Run(async () =>
                {
                    while (!klaar)
                    {
                        await huis.Beurt();
                        if (n == 0)
                        {
                            await huis.Breek(venster.Id);
                        }
                        Assert.InRange(await venster.Totaal(), 0, plafond);
                    }
                })
            )
            .ToList();
        await Task.WhenAll(
            banen.Select(
                async (baan, n) =>
                {
                    foreach (var bundel in baan.Chunk(n + 1))
                    {
                        if (bundel is [var alleen])
                        {
                            await huis.HoorTweemaal(alleen);
                        }
                        else
                        {
                            await huis.Hoor(bundel);
                        }
                    }
                }
            )
        );
        klaar = true;
        await Task.WhenAll(beurten);
        await huis.Rust();
    }

    private async Task Vergelijk(Venster venster, decimal plafond, Overschrijding overschrijding, Dictionary<string, Stand> aanvragen)
    {
        var rijen = (await huis.Rijen(venster.Id)).ToDictionary(r => r.Zaak);
        var vrij = plafond;
        var gestopt = false;
        var rang = 0;
        foreach (var (naam, stand) in aanvragen.Where(a => !a.Value.Weg).OrderBy(a => a.Value.Plaats))
        {
            var rij = rijen[venster.Zaak(naam)];
            Assert.True(rij.Rang > rang, $"{naam} has rank {rij.Rang} behind {rang}");
            rang = rij.Rang!.Value;
            var past = !gestopt && stand.Doel <= vrij;
            var bedrag =
                past ? stand.Doel
                : !gestopt && overschrijding == Overschrijding.Gedeeltelijk ? vrij
                : 0;
            Assert.Equal((naam, past ? "gereserveerd" : "wacht", bedrag), (naam, rij.Staat!, rij.Gereserveerd));
            vrij -= bedrag;
            gestopt |= !past;
        }
        Assert.Equal(plafond - vrij, await venster.Totaal());
        Assert.All(aanvragen.Where(a => a.Value.Weg), a => Assert.Equal(0, rijen[venster.Zaak(a.Key)].Gereserveerd));
        var uitgegeven = await huis.Rangen(venster.Id);
        Assert.Equal(Enumerable.Range(1, uitgegeven.Count), uitgegeven);
    }
}
