using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Messages come in any order and more than once; what stands in the end is the same.</summary>
public sealed class VolgordeTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    [Fact]
    public async Task Elke_volgorde_en_elke_herhaling_geeft_dezelfde_opdrachten_en_hetzelfde_grootboek()
    {
        var zaken = Volgordes([0, 1, 2, 3, 4]).Select(volgorde => (Zaak: Zaak.Nieuw(), Volgorde: volgorde)).ToList();
        var berichten = zaken.ToDictionary(z => z.Zaak, z => Berichten(z.Zaak));
        for (var stap = 0; stap < 5; stap++)
        {
            await huis.Zeg(zaken.Select(z => berichten[z.Zaak][z.Volgorde[stap]]));
        }
        foreach (var zaak in zaken)
        {
            Assert.Equal(Verwacht, await Stand(zaak.Zaak));
        }

        for (var stap = 4; stap >= 0; stap--)
        {
            await huis.Zeg(zaken.Select(z => berichten[z.Zaak][z.Volgorde[stap]]));
        }
        foreach (var zaak in zaken)
        {
            Assert.Equal(Verwacht, await Stand(zaak.Zaak));
        }
        Assert.Empty(await huis.Vraag("select fout from betalingen.geparkeerd"));
        Assert.Empty(await huis.Vraag("select boeking::text from betalingen.grootboek group by boeking having sum(debet) <> sum(credit)"));
    }

    [Fact]
    public async Task Een_voorschot_boven_het_besluit_wordt_niet_opgedragen_maar_apart_gezet()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend with { Bedrag = zaak.Voorschotbedrag + 0.01m });
        Assert.Empty(await huis.Vraag($"select id from betalingen.mt_doc_betaalopdracht where id like '{zaak.Zaaknummer}%'"));
        Assert.Single(await huis.Vraag($"select fout from betalingen.geparkeerd where sleutel = '{zaak.Zaaknummer}'"));
        await huis.Vraag("delete from betalingen.geparkeerd returning id::text");
    }

    [Fact]
    public async Task Het_voorschot_van_een_samenwerkingsverband_gaat_naar_de_hoofdaanvrager()
    {
        var zaak = Zaak.Nieuw();
        var verleend = zaak.SubsidieVerleend with
        {
            Aanvragertype = "samenwerkingsverband",
            Verantwoording = "aanvraag",
            Partijen = new Dictionary<string, decimal> { ["90000001"] = 6000.00m, ["90000002"] = 5040.00m },
        };
        await huis.Zeg(zaak.Rekening(1), verleend, zaak.VoorschotToegekend);
        Assert.Equal(
            [$"{zaak.KvkNummer} 5520.00"],
            await huis.Vraag(
                $"select concat(data -> 'opdracht' ->> 'kvkNummer', ' ', data -> 'opdracht' ->> 'bedrag') from betalingen.mt_doc_betaalopdracht where id like '{zaak.Zaaknummer}%'"
            )
        );
    }

    private const string Verwacht =
        "B1 5520.00 Opgedragen 2|B2 5520.00 Opgedragen 2|budget 0.00|kosten 11040.00|te-betalen -11040.00|verplichtingen 0.00|voorschotten 0.00";

    private static object[] Berichten(Zaak zaak) =>
        [zaak.Rekening(1), zaak.Rekening(2), zaak.SubsidieVerleend, zaak.VoorschotToegekend, zaak.SubsidieVastgesteld];

    private async Task<string> Stand(Zaak zaak) =>
        string.Join(
            '|',
            (
                await huis.Vraag(
                    $"""
                    select right(id, 2) || ' ' || (data -> 'opdracht' ->> 'bedrag') || ' ' || (data ->> 'status') || ' ' || coalesce(data ->> 'wachtOpRekening', 'vrij')
                    from betalingen.mt_doc_betaalopdracht where id like '{zaak.Zaaknummer}%' order by id
                    """
                )
            ).Concat(
                await huis.Vraag(
                    $"""
                    select rekening || ' ' || (sum(debet) - sum(credit))::text from betalingen.grootboek
                    where zaaknummer = '{zaak.Zaaknummer}' group by rekening order by rekening collate "C"
                    """
                )
            )
        );

    private static IEnumerable<int[]> Volgordes(int[] rest) =>
        rest.Length == 0
            ?
            [
                [],
            ]
            : rest.SelectMany(eerste => Volgordes([.. rest.Where(r => r != eerste)]).Select(v => (int[])[eerste, .. v]));
}
