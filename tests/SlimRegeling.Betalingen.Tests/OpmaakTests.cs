using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// A file that is made again is what it was, also by a program that spells names otherwise: what is kept is what was written, and the layout of that is
/// <c>Pain001-opmaak-1.xml</c>, to the byte. Another layout gets the next number and a file of its own; this one never changes.
/// </summary>
public sealed class OpmaakTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    /// <summary>SHA-256 of the file beside this test.</summary>
    private const string Som = "8501adab96a62108255d5db47e062a7ed70370730086059ee8a3f5a1bdecbc3c";

    private static readonly Betaalbestand Drie = Bestand(
        Betaling(1),
        Betaling(2, "Jörg & Zn.", 0.01m),
        Betaling(3, "Ольга Петрова", 11040.00m)
    );

    [Fact]
    public void Een_bestand_van_opmaak_1_is_op_de_byte_wat_het_altijd_was()
    {
        var bewaard = Pain001.Spel(Drie).Waarde!;
        Assert.Equal(1, bewaard.Opmaak);
        Assert.Equal(["Bakkerij De Gouden Aar B.V.", "Jorg + Zn.", "Ol'ga Petrova"], bewaard.Betalingen.Select(b => b.Naam));

        Assert.Equal(Encoding.UTF8.GetString(Goud()), Encoding.UTF8.GetString(Pain001.Schrijf(bewaard).Waarde!));
        Assert.Equal(Goud(), Pain001.Schrijf(bewaard).Waarde);
        Assert.Equal(Som, Convert.ToHexStringLower(SHA256.HashData(Goud())));
        Assert.Equal(Som, Pain001.Hash(bewaard).Waarde);
        Gekeurd(Goud());
    }

    [Fact]
    public void Wat_is_bewaard_geeft_dezelfde_bytes_en_wat_van_eerder_is_wordt_nog_gespeld()
    {
        var json = JsonSerializer.Serialize(Pain001.Spel(Drie).Waarde, Platform.Stromen.Json.Opties);
        Assert.Equal(Goud(), Pain001.Schrijf(JsonSerializer.Deserialize<Betaalbestand>(json, Platform.Stromen.Json.Opties)!).Waarde);
        var vanEerder = JsonSerializer.Serialize(Drie, Platform.Stromen.Json.Opties);
        Assert.DoesNotContain("opmaak", vanEerder, StringComparison.Ordinal);
        Assert.Equal(Goud(), Pain001.Schrijf(JsonSerializer.Deserialize<Betaalbestand>(vanEerder, Platform.Stromen.Json.Opties)!).Waarde);
    }

    /// <summary>As if the rules for names became stricter since.</summary>
    [Fact]
    public void Wat_is_bewaard_wordt_niet_opnieuw_gespeld()
    {
        var bewaard = Drie with { Opmaak = Pain001.Opmaak };

        Assert.Equal(bewaard, Pain001.Spel(bewaard).Waarde! with { Betalingen = bewaard.Betalingen });
        Assert.Equal(bewaard.Betalingen, Pain001.Spel(bewaard).Waarde!.Betalingen);
        var geschreven = XDocument.Parse(Encoding.UTF8.GetString(Pain001.Schrijf(bewaard).Waarde!));
        Assert.Equal(bewaard.Betalingen.Select(b => b.Naam), geschreven.Descendants(Pain + "Cdtr").Select(c => c.Value));
        Assert.Equal(["Jörg & Zn.", "Jorg + Zn."], new[] { bewaard, Drie }.Select(b => b.Naam(b.Betalingen[1])));
    }

    [Fact]
    public void Een_opmaak_die_dit_programma_niet_kent_wordt_geweigerd() =>
        Assert.Equal("opmaak", Assert.Single(Pain001.Schrijf(Drie with { Opmaak = Pain001.Opmaak + 1 }).Fouten).Plaats);

    [Fact]
    public async Task Van_een_ronde_wordt_bewaard_wat_in_het_bestand_staat_ook_als_er_iets_uit_is_genomen()
    {
        var (een, ander) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[een, ander])
        {
            await huis.Zeg(
                Buitenwereld.Rekening(zaak.KvkNummer, 1, Zaak.EersteIban, naam: "Jörg & Zn."),
                zaak.SubsidieVerleend,
                zaak.VoorschotToegekend
            );
        }
        var ronde = (await huis.StelVoor("fien", [een.Voorschot, ander.Voorschot])).Inhoud.GetProperty("ronde").GetString();
        var uitname = $$"""{"opdrachten":["{{ander.Voorschot}}"],"toelichting":"Later."}""";
        Assert.Equal(200, (await huis.Post("cor", $"/v1/betaalrondes/{ronde}/uitname", uitname)).Status);

        var bewaard = await huis.Vraag($"select data ->> 'json' from betalingen.mt_doc_inhoud where data ->> 'eigenaar' = '{ronde}'");
        var bestanden = bewaard
            .Where(json => json.Contains("betalingen", StringComparison.Ordinal))
            .Select(json => JsonSerializer.Deserialize<Betaalbestand>(json, Platform.Stromen.Json.Opties)!)
            .ToList();

        Assert.Equal([1, 2], bestanden.Select(b => b.Betalingen.Count).Order());
        Assert.All(bestanden, b => Assert.Equal(Pain001.Opmaak, b.Opmaak));
        Assert.All(bestanden.SelectMany(b => b.Betalingen), b => Assert.Equal("Jorg + Zn.", b.Naam));
        var beeld = (await huis.Haal("anna", $"/v1/betaalrondes/{ronde}")).Inhoud;
        Assert.Equal("Jorg + Zn.", Assert.Single(beeld.GetProperty("regels").EnumerateArray()).GetProperty("naam").GetString());
    }

    private static byte[] Goud()
    {
        using var bron = typeof(OpmaakTests).Assembly.GetManifestResourceStream("Pain001-opmaak-1.xml")!;
        using var uit = new MemoryStream();
        bron.CopyTo(uit);
        return uit.ToArray();
    }
}
