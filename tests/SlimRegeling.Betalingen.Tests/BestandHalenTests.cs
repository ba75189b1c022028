using System.Security.Cryptography;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A payment file as it leaves: piece by piece, with the view of each case in it, and not at all when it is not what was approved.</summary>
public sealed class BestandHalenTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    /// <summary>So many that the file leaves in more than one piece.</summary>
    private const int Betalingen = 100;

    private const int Stuk = 64 * 1024;

    [Fact]
    public async Task Een_bestand_van_meer_stukken_komt_heel_aan_en_van_elke_zaak_erin_is_de_inzage_vastgelegd()
    {
        var zaken = Enumerable.Range(0, Betalingen).Select(_ => Zaak.Nieuw()).OrderBy(z => z.Zaaknummer, StringComparer.Ordinal).ToList();
        await huis.Zeg(zaken.SelectMany(z => (object[])[z.Rekening(1), z.SubsidieVerleend, z.VoorschotToegekend]));
        var ronde = await huis.Ronde("fien", [.. zaken.Select(z => z.Voorschot)]);
        Assert.True(ronde.Status == 201, ronde.Inhoud.ToString());
        var naam = ronde.Inhoud.GetProperty("ronde").GetString();

        var bestand = await huis.Bestand("fien", $"/v1/betaalbestanden/{naam}");

        Assert.True(bestand.Length > Stuk);
        Assert.Equal(ronde.Inhoud.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(bestand)));
        var document = Voorbeelden.Gekeurd(bestand);
        Assert.Equal(zaken.Select(z => z.Voorschot), document.Descendants(Voorbeelden.Pain + "EndToEndId").Select(e => e.Value));
        Assert.Equal(
            zaken.Select(z => $"{z.Zaaknummer} fien"),
            await huis.Vraag(
                $"""
                select zaaknummer || ' ' || wie from betalingen.inzage
                where wat = 'betaalbestand' and kenmerk = '{naam}' order by zaaknummer collate "C"
                """
            )
        );
    }

    [Fact]
    public async Task Een_bestand_waarvan_de_bewaarde_gegevens_zijn_veranderd_gaat_de_deur_niet_uit()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        var ronde = await huis.Ronde("fien", zaak.Voorschot);
        var naam = ronde.Inhoud.GetProperty("ronde").GetString();
        var pad = $"/v1/betaalbestanden/{naam}";
        Assert.NotEmpty(await huis.Bestand("fien", pad));

        var veranderd = await huis.Vraag(
            $$"""
            update betalingen.mt_doc_inhoud
            set data = jsonb_set(data, '{json}', to_jsonb(replace(data ->> 'json', '{{Zaak.EersteIban}}', '{{Zaak.TweedeIban}}')))
            where data ->> 'eigenaar' = '{{naam}}' returning id::text
            """
        );

        Assert.Single(veranderd);
        var antwoord = await huis.Haal("fien", pad);
        Assert.Equal(500, antwoord.Status);
        Assert.DoesNotContain(Zaak.TweedeIban, antwoord.Inhoud.GetRawText(), StringComparison.Ordinal);
    }
}
