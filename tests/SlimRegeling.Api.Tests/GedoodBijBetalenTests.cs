using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// The program is killed at each step from the signature under an award, or a settlement that is heard, to the statement of the bank, and from the claim to
/// what comes in for it: before it is kept, and in the commit, when nobody heard that it was done. Started again, and asked again with the same key,
/// everything happened once.
/// </summary>
public sealed class GedoodBijBetalenTests : GedoodBijBetalen
{
    [Fact]
    public async Task Waar_het_programma_ook_wordt_gedood_een_opdracht_een_regel_in_een_bestand_en_een_boeking_van_elke_beweging()
    {
        var (een, twee) = (await Voorgelegd("gedood-een-mkb"), await Voorgelegd("gedood-twee-mkb"));
        var (opdracht, ander, vordering) = ($"{een}-B1", $"{twee}-B1", $"{een}-TV1");

        await Ondertekend(een, opdracht);
        await Losbeller.Nogmaals(await Handtekening(twee));
        await Beller.Rust();
        var geweigerd = await InBestand(opdracht);
        await Geweigerd(opdracht, geweigerd);
        await Uitgevoerd(een, await Bestand(opdracht));
        await Teruggekomen(opdracht);
        var betaald = await Beller.Post(Fenna, "/v1/afschriften", Afschrift(await Bestand(opdracht)));
        Assert.Equal(1, betaald.GetProperty("geboekt").GetArrayLength());

        await Ingetrokken(een);
        await Teruggevorderd(vordering);
        await Terugbetaald(vordering);
        await Verrekend(vordering, ander);

        await KloptOrder(opdracht);
        await KloppenBoeken(een, twee);
        await Teruggegeven(vordering);
    }

    /// <summary>Signed, and not said yet; then heard, and its order kept.</summary>
    private async Task Ondertekend(string zaak, string opdracht)
    {
        var teken = await Handtekening(zaak);
        await DoodErvoorEnErin("subsidie-verleend", teken, "verlening");
        Assert.Equal(1, await Gebeurd("verlening", zaak, "subsidie-verleend"));
        Assert.Equal(0, await Gebeurd("betalingen", zaak, "verplichting-aangegaan"));
        await DoodBijHoren("betaling-opgedragen");
        Assert.Equal(1, await Gebeurd("betalingen", opdracht, "betaling-opgedragen"));
        await Losbeller.Nogmaals(teken);
        await Beller.Rust();
    }

    /// <summary>The bank does not carry it out.</summary>
    private async Task Geweigerd(string opdracht, byte[] bestand)
    {
        var wijsAf = Beller.Vraag(
            Fenna,
            "/v1/statusberichten",
            Voorbeeldbank.Wijs(bestand, Nu, new Dictionary<string, string> { [opdracht] = "AC04" })
        );
        await DoodErvoorEnErin("betaling-afgewezen", wijsAf);
        Assert.Single((await Losbeller.Nogmaals(wijsAf)).GetProperty("teruggezet").EnumerateArray());
        await Beller.Rust();
        Assert.Equal(1, await Gebeurd("betalingen", opdracht, "betaling-afgewezen"));
    }

    /// <summary>Half of the statement is written; then all of it, and Vaststelling heard so and could not say that it did.</summary>
    private async Task Uitgevoerd(string zaak, byte[] bestand)
    {
        await Gelezen(
            bestand,
            () => Beller.Dood(v => Greep.Schrijven(v, "vaststelling.inbox", "new.soort = 'betaling-uitgevoerd'", inCommit: true))
        );
        await Beller.Rust();
        Assert.Equal(1, await Gebeurd("vaststelling", zaak, "betaling-uitgevoerd"));
    }

    private async Task Teruggekomen(string opdracht)
    {
        var bedrag = await Programma.Lees(
            $"select data -> 'opdracht' ->> 'bedrag' from betalingen.mt_doc_betaalopdracht where id = '{opdracht}'"
        );
        var lees = Beller.Vraag(
            Fenna,
            "/v1/afschriften",
            Afschrift(new Bankmutatie(decimal.Parse(bedrag!, CultureInfo.InvariantCulture), Af: false, opdracht, "terug", "AC04"))
        );
        await DoodErvoorEnErin("betaling-teruggekomen", lees);
        Assert.Single((await Losbeller.Nogmaals(lees)).GetProperty("geboekt").EnumerateArray());
        await Beller.Rust();
    }

    /// <summary>Of the award 1,000.00 is left: what was paid more is to be claimed back.</summary>
    private async Task Ingetrokken(string zaak)
    {
        var pad = $"/v1/verleningen/{zaak}/intrekkingen";
        await Beller.Post(
            Beoordelaar,
            pad,
            new
            {
                bedrag = "1000.00",
                grond = "activiteiten-niet-verricht",
                argument = "De methode is er niet.",
                hardheid = "Niet te hard.",
                nietHoren = "al-gehoord",
                waaromNietHoren = "Dat deed u al.",
            }
        );
        await Beller.Post(Medeondertekenaar, $"{pad}/ondertekening", await Hash(Medeondertekenaar, pad));
        await Beller.Rust();
    }

    private async Task Teruggevorderd(string vordering)
    {
        await Besloten(vordering, "terugvordering", new { argument = "Er is te veel betaald." }, "terugvordering-besloten");
        await Beller.Rust();
        Assert.Equal(1, await Gebeurd("betalingen", vordering, "betaaltermijn-gestart"));
    }

    private async Task Terugbetaald(string vordering)
    {
        var lees = Beller.Vraag(
            Fenna,
            "/v1/afschriften",
            Afschrift(new Bankmutatie(500.00m, Af: false, "NOTPROVIDED", $"terug {vordering}"))
        );
        await DoodErvoorEnErin("vordering-betaald", lees);
        Assert.Single((await Losbeller.Nogmaals(lees)).GetProperty("geboekt").EnumerateArray());
        Assert.Equal(1, await Gebeurd("betalingen", vordering, "vordering-betaald"));
    }

    private async Task Verrekend(string vordering, string opdracht)
    {
        var voorstel = new
        {
            betaalopdracht = opdracht,
            zelfdeActiviteiten = true,
            argument = "Zelfde methode.",
        };
        await Besloten(vordering, "verrekening", voorstel, "vordering-met-betaling-verrekend");
        await Beller.Rust();
        Assert.Equal(1, await Gebeurd("betalingen", opdracht, "betaling-verrekend"));
    }

    /// <summary>Proposed by one; killed when the last of two others signs.</summary>
    private async Task Besloten(string vordering, string wat, object voorstel, string gebeurtenis)
    {
        var pad = $"/v1/vorderingen/{vordering}";
        await Beller.Post(Fenna, $"{pad}/{wat}", voorstel);
        var hash = await Hash(Floris, pad);
        await Beller.Post(Floris, $"{pad}/ondertekening", hash);
        var teken = Beller.Vraag(Coen, $"{pad}/ondertekening", hash);
        await DoodErvoorEnErin(gebeurtenis, teken);
        await Losbeller.Nogmaals(teken);
        Assert.Equal(1, await Gebeurd("betalingen", vordering, gebeurtenis));
    }

    /// <summary>What comes in for a claim that was met is for two people, who say that it goes back: one order to pay it.</summary>
    private async Task Teruggegeven(string vordering)
    {
        var ontvangen = Afschrift(new Bankmutatie(5.00m, Af: false, "NOTPROVIDED", $"terug {vordering}"));
        var gelezen = await Beller.Post(Fenna, "/v1/afschriften", ontvangen);
        var lijnen = gelezen.GetProperty("deelsGekoppeld").EnumerateArray().Concat(gelezen.GetProperty("ongekoppeld").EnumerateArray());
        var regel = Assert.Single(lijnen).GetProperty("bankregel").GetString();
        var voorstel = new
        {
            afhandeling = "terugbetalen",
            vordering,
            toelichting = "Te veel overgemaakt.",
        };
        var stelVoor = Beller.Vraag(Fenna, $"/v1/bankregels/{regel}/voorstel", voorstel);
        await DoodErvoorEnErin("bankregel-voorgesteld", stelVoor);
        await Losbeller.Nogmaals(stelVoor);
        var werklijst = (await Beller.Haal(Coen, "/v1/bankregels")).EnumerateArray();
        var ligt = werklijst.Single(r => r.GetProperty("bankregel").GetString() == regel).GetProperty("voorstel");
        var hash = ligt.GetProperty("hash").GetString();
        var bevestig = Beller.Vraag(Coen, $"/v1/bankregels/{regel}/bevestiging", new { hash });
        await DoodErvoorEnErin("terugbetaling-opgedragen", bevestig);
        await Losbeller.Nogmaals(bevestig);
        await Beller.Rust();
        Assert.Equal(
            "1 5.00",
            await Programma.Lees(
                $"""
                select count(*) || ' ' || sum((data -> 'opdracht' ->> 'bedrag')::numeric) from betalingen.mt_doc_betaalopdracht
                where id like '{vordering}-T%'
                """
            )
        );
    }

    /// <summary>Refused once, returned once and paid after each: three files, in each of which it is once.</summary>
    private async Task KloptOrder(string opdracht)
    {
        Assert.Equal(
            "betaling-afgewezen 1, betaling-in-bestand 3, betaling-in-ronde 3, betaling-opgedragen 1, betaling-teruggekomen 1, betaling-uitgevoerd 2",
            await Verloop(opdracht)
        );
        var bestanden = (await Beller.Haal(Fenna, "/v1/betaalbestanden")).GetProperty("bestanden").EnumerateArray().ToList();
        Assert.Equal(3, bestanden.Count);
        foreach (var bestand in bestanden)
        {
            var bytes = await Beller.Bytes(Fenna, $"/v1/betaalbestanden/{bestand.GetProperty("bestand").GetString()}");
            Assert.Equal(bestand.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            using var bron = new MemoryStream(bytes);
            Assert.Single(XDocument.Load(bron).Descendants(), e => e.Name.LocalName == "EndToEndId" && e.Value == opdracht);
        }
    }

    private async Task KloppenBoeken(string een, string twee)
    {
        Assert.Equal(
            "betaling-opgedragen 1, betaling-teruggekomen 1, betaling-uitgevoerd 2, verplichting-aangegaan 1, verplichting-ingetrokken 1, "
                + "vordering-betaald 1, vordering-met-betaling-verrekend 1",
            await Boekingen(een)
        );
        Assert.Equal("betaling-opgedragen 1, betaling-verrekend 1, verplichting-aangegaan 1", await Boekingen(twee));
        // 5,520.00 was advanced of which 1,000.00 is due: 500.00 was repaid, and the rest set off against the other advance.
        Assert.Equal("bank -1000.00, te-betalen 0.00, te-vorderen 0.00, voorschotten 1000.00", await Saldi(een));
        Assert.Equal("bank -4020.00, te-betalen -1500.00, voorschotten 5520.00", await Saldi(twee));
        Assert.Equal("", await Geparkeerd());
    }
}
