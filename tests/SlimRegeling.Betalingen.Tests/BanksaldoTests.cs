using System.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>The balances of the bank itself lie beside the books: what the program took for a movement that it knew, is in no sum of its own.</summary>
public sealed class BanksaldoTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Regel = "het laatste saldo volgt uit het eerste, het grootboek en de werklijst";

    [Fact]
    public async Task Wat_de_bank_boekte_en_wij_voor_bekend_hielden_wordt_genoemd_zolang_er_geen_afschrift_ontbreekt()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        await Lees("SALDO-1", 100_000.00m, new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot"));
        await Lees("SALDO-3", 94_490.00m, new Bankmutatie(75.00m, Af: false, "NOTPROVIDED", "van wie?"));
        Assert.Empty(await huis.Verschillen());
        Assert.False(await Vergeleken());
        await Lees("SALDO-2", 94_480.00m, new Bankmutatie(10.00m, Af: false, "NOTPROVIDED", "en dit?"));
        Assert.Empty(await huis.Verschillen());
        Assert.True(await Vergeleken());

        // As it was read before a movement under the reference of another was refused: it is in the balance, and was called known.
        Assert.Single(
            await huis.Vraag(
                """
                update betalingen.mt_doc_afschrift set data = jsonb_set(data, array['gelezen', 'eindsaldo'], '"94465.00"')
                where data -> 'gelezen' ->> 'kenmerk' = 'SALDO-3' returning id
                """
            )
        );
        var verschillen = await huis.Verschillen();
        Assert.Contains(
            verschillen,
            v =>
                v.StartsWith(Regel, StringComparison.Ordinal)
                && v.Contains("-5535.00", StringComparison.Ordinal)
                && v.Contains("-5520.00 in het grootboek en 85.00 op de werklijst", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(verschillen, v => v.StartsWith("wat op afschriften bewoog", StringComparison.Ordinal));

        await Lees("SALDO-9", 1.00m, new Bankmutatie(2.00m, Af: false, "NOTPROVIDED", "los"));
        Assert.DoesNotContain(await huis.Verschillen(), v => v.StartsWith(Regel, StringComparison.Ordinal));
    }

    private async Task<bool> Vergeleken() =>
        (await huis.Haal("cor", "/v1/bankaansluiting")).Inhoud.GetProperty("saldiVergeleken").GetBoolean();

    private async Task Lees(string kenmerk, decimal begin, Bankmutatie mutatie)
    {
        var afschrift = Encoding.UTF8.GetString(
            Voorbeeldbank.Schrijf(kenmerk, Voorbeelden.EigenIban, begin, Voorbeelden.Dag, Voorbeelden.Moment, [mutatie])
        );
        var gelezen = await huis.Post("fien", "/v1/afschriften", afschrift, "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        await huis.Stil();
    }
}
