using NodaTime;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>The table of the ledger through the years: what came later is filled from the events, and nothing else changes it.</summary>
public sealed class GrootboektabelTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    [Fact]
    public async Task Een_grootboek_van_voor_de_soort_krijgt_haar_van_de_gebeurtenissen_en_blijft_vast()
    {
        await huis.Betaald(Boekhoudhuis.Opdracht("eerder", 20.00m), new LocalDate(2020, 2, 1), Instant.FromUtc(2020, 2, 1, 12, 0));
        await huis.Vraag("alter table betalingen.grootboek drop column soort, drop column gebeurtenisdag, drop column keert_om");

        await using (var bron = Vloer.Herbouwbron(huis.Verbinding))
        {
            using var opslag = new Contextopslag(Context.Van<BetalingenContext>(), bron);
            await opslag.WerkSchemaBij(TestContext.Current.CancellationToken);
            await opslag.WerkSchemaBij(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            [
                "bank betaling-uitgevoerd",
                "te-betalen betaling-opgedragen",
                "te-betalen betaling-uitgevoerd",
                "voorschotten betaling-opgedragen",
            ],
            await huis.Vraag("select rekening || ' ' || soort from betalingen.grootboek order by rekening, soort")
        );
        var herbouwd = (await huis.Herbouw())["betalingen.grootboek"];
        Assert.Equal((4L, 0L), (herbouwd.Rijen, herbouwd.Verschillen));
        await Assert.ThrowsAsync<PostgresException>(() => huis.Vraag("update betalingen.grootboek set soort = 'anders'"));
        await Assert.ThrowsAsync<PostgresException>(() => huis.Vraag("delete from betalingen.grootboek"));
    }
}
