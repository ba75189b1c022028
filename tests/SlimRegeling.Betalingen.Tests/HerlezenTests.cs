using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using Afschrift = SlimRegeling.Betalingen.Uitbetalen.Afschrift;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// A statement that is read again must be what it was, movement by movement: one with the same number, balances and count whose movements are others would book
/// what was received a second time.
/// </summary>
public sealed partial class HerlezenTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private static readonly XNamespace Camt = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    [Theory]
    [InlineData("-000002</AcctSvcrRef>", "-000009</AcctSvcrRef>")]
    [InlineData("<Ustrd>Terugbetaling</Ustrd>", "<Ustrd>SLIM-7K2M9QX4TB-TV1</Ustrd>")]
    [InlineData("<EndToEndId>NOTPROVIDED</EndToEndId>", "<EndToEndId>SLIM-7K2M9QX4TB-B1</EndToEndId>")]
    [InlineData("<BookgDt>\n          <Dt>2026-07-01</Dt>", "<BookgDt>\n          <Dt>2026-07-02</Dt>")]
    public async Task Een_afschrift_met_dezelfde_saldi_en_andere_boekingen_wordt_geweigerd_en_er_is_niets_geboekt(string was, string wordt)
    {
        var eerst = await Gelezen();
        var anders = eerst.Replace(was, wordt, StringComparison.Ordinal);
        Assert.NotEqual(eerst, anders);
        var voor = await Geteld();

        var geweigerd = await Stuur(anders);

        Assert.Equal(422, geweigerd.Status);
        Assert.Contains("eerder gelezen met andere bedragen of boekingen", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        await huis.Stil();
        Assert.Equal(voor, await Geteld());
    }

    [Fact]
    public async Task Een_afschrift_met_dezelfde_boekingen_in_een_andere_volgorde_is_hetzelfde()
    {
        var eerst = await Gelezen();
        var document = XDocument.Parse(eerst);
        var boekingen = document.Descendants(Camt + "Ntry").ToList();
        boekingen.ForEach(b => b.Remove());
        document.Descendants(Camt + "Stmt").Single().Add(boekingen.AsEnumerable().Reverse());
        var voor = await Geteld();

        var opnieuw = await Stuur(document.ToString());

        Assert.Equal(200, opnieuw.Status);
        Assert.True(Assert.Single(opnieuw.Inhoud.GetProperty("afschriften").EnumerateArray()).GetProperty("eerder").GetBoolean());
        Assert.Equal(1, opnieuw.Inhoud.GetProperty("eerderGeboekt").GetArrayLength());
        await huis.Stil();
        Assert.Equal(voor, await Geteld());
    }

    [Theory]
    [InlineData("10.00", 0, true)]
    [InlineData("10.01", 0, false)]
    [InlineData("10.00", 1, false)]
    public async Task Een_referentie_die_de_bank_een_tweede_boeking_geeft_wordt_geweigerd_en_er_is_niets_geboekt(
        string bedrag,
        int dagen,
        bool dezelfde
    )
    {
        var kenmerk = Guid.NewGuid().ToString("n");
        Assert.Equal(200, (await Stuur(Met(kenmerk, 10.00m, 0))).Status);
        var voor = await Geteld();
        var tweede = Met(kenmerk, decimal.Parse(bedrag, CultureInfo.InvariantCulture), dagen);
        tweede = tweede.Replace($"<Id>{kenmerk}</Id>", $"<Id>{Guid.NewGuid():n}</Id>", StringComparison.Ordinal);

        var gelezen = await Stuur(tweede);

        Assert.Equal(dezelfde ? 200 : 422, gelezen.Status);
        if (!dezelfde)
        {
            Assert.Contains("is van twee boekingen", gelezen.Inhoud.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(voor, await Geteld());
        }

        static string Met(string kenmerk, decimal bedrag, int dagen) =>
            Van(kenmerk, new Bankmutatie(bedrag, Af: false, "NOTPROVIDED", "Wat dit is, weten wij niet"), dagen);
    }

    [Fact]
    public async Task Onder_de_referentie_van_wat_meteen_op_een_opdracht_of_een_vordering_is_geboekt_wordt_een_andere_boeking_geweigerd()
    {
        var zaak = Zaak.Nieuw(vastgesteld: 4000.00m);
        var (betaling, betaald) = await Betaald(zaak);
        await huis.Zeg(zaak.SubsidieVastgesteld);
        var (ontvangst, termijn) = (Guid.NewGuid().ToString("n"), new Bankmutatie(500.00m, Af: false, $"{zaak.Zaaknummer}-TV1", "termijn"));
        await Leest("geboekt", Van(ontvangst, termijn));
        var voor = await Geteld();

        string[] andere =
        [
            Opnieuw(betaling, betaald with { Af = false, Retourreden = "AC04" }),
            Opnieuw(betaling, betaald, dagen: 1),
            Opnieuw(ontvangst, termijn with { Bedrag = 520.00m }),
            Opnieuw(ontvangst, termijn, dagen: 1),
        ];
        await WordtGeweigerd(andere);

        Assert.Equal(voor, await Geteld());
        // The same movement on another statement is no other.
        await Leest("eerderGeboekt", Opnieuw(betaling, betaald));
        await Leest("eerderGeboekt", Opnieuw(ontvangst, termijn));
    }

    [Fact]
    public void De_som_over_de_boekingen_ziet_elk_gegeven_waarop_wordt_geboekt_en_niet_wat_nog_moet_komen()
    {
        var boeking = new Bankboeking("ref", 1, -5520m, Voorbeelden.Dag, Boekingsstatus.Geboekt, false, "B1", null, "voorschot");
        Bankboeking[] anders =
        [
            boeking with
            {
                Bankreferentie = "ref2",
            },
            boeking with
            {
                Onderdeel = 2,
            },
            boeking with
            {
                Bedrag = 5520m,
            },
            boeking with
            {
                Boekdatum = Voorbeelden.Dag.PlusDays(1),
            },
            boeking with
            {
                Teruggedraaid = true,
            },
            boeking with
            {
                EndToEndId = "B2",
            },
            boeking with
            {
                Retourreden = "AC04",
            },
            boeking with
            {
                Tekst = "",
            },
            // A field does not run on into the next.
            boeking with
            {
                EndToEndId = "B1voor",
                Tekst = "schot",
            },
        ];

        Assert.Equal(anders.Length + 1, anders.Append(boeking).Select(b => Afschrift.Hash([b])).Distinct().Count());
        var later = boeking with { Bankreferentie = "later", Status = Boekingsstatus.Verwacht };
        Assert.Equal(Afschrift.Hash([boeking, anders[0]]), Afschrift.Hash([anders[0], later, boeking]));
        Assert.NotEqual(Afschrift.Hash([boeking]), Afschrift.Hash([boeking, anders[0]]));
    }

    /// <summary>A payment, and something received that belongs to nothing: read, booked and put on the work list.</summary>
    private async Task<string> Gelezen()
    {
        var zaak = await Onderweg(Zaak.Nieuw());
        var afschrift = Encoding.UTF8.GetString(
            Voorbeeldbank.Schrijf(
                Guid.NewGuid().ToString("n"),
                Voorbeelden.EigenIban,
                1_000_000m,
                Voorbeelden.Dag,
                Voorbeelden.Moment,
                [
                    new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot"),
                    new Bankmutatie(10.00m, Af: false, "NOTPROVIDED", "Terugbetaling"),
                ]
            )
        );
        var gelezen = await Stuur(afschrift);
        Assert.Equal((200, 1, 1), (gelezen.Status, Aantal(gelezen.Inhoud, "geboekt"), Aantal(gelezen.Inhoud, "ongekoppeld")));
        await huis.Stil();
        return afschrift;
    }

    /// <summary>The case, of which the advance is on its way to the bank.</summary>
    private async Task<Zaak> Onderweg(Zaak zaak)
    {
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        return zaak;
    }

    /// <summary>The movement by which its advance was paid.</summary>
    private async Task<(string Kenmerk, Bankmutatie Mutatie)> Betaald(Zaak zaak)
    {
        var (kenmerk, mutatie) = (Guid.NewGuid().ToString("n"), new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot"));
        await Onderweg(zaak);
        await Leest("geboekt", Van(kenmerk, mutatie));
        return (kenmerk, mutatie);
    }

    private async Task WordtGeweigerd(IEnumerable<string> afschriften)
    {
        foreach (var afschrift in afschriften)
        {
            var gelezen = await Stuur(afschrift);
            Assert.Equal(422, gelezen.Status);
            Assert.Contains("is van twee boekingen", gelezen.Inhoud.GetRawText(), StringComparison.Ordinal);
        }
        await huis.Stil();
    }

    /// <summary>The same movement, or another by the same reference of the bank, on a statement with another number.</summary>
    private static string Opnieuw(string kenmerk, Bankmutatie mutatie, int dagen = 0) =>
        Van(kenmerk, mutatie, dagen).Replace($"<Id>{kenmerk}</Id>", $"<Id>{Guid.NewGuid():n}</Id>", StringComparison.Ordinal);

    /// <summary>A statement with this movement alone; the reference of the bank follows from <paramref name="kenmerk"/>.</summary>
    private static string Van(string kenmerk, Bankmutatie mutatie, int dagen = 0) =>
        Encoding.UTF8.GetString(
            Voorbeeldbank.Schrijf(
                kenmerk,
                Voorbeelden.EigenIban,
                1_000_000m,
                Voorbeelden.Dag.PlusDays(dagen),
                Voorbeelden.Moment,
                [mutatie]
            )
        );

    private async Task Leest(string als, string afschrift)
    {
        var gelezen = await Stuur(afschrift);
        Assert.True(gelezen.Status == 200 && Aantal(gelezen.Inhoud, als) == 1, gelezen.Inhoud.ToString());
        await huis.Stil();
    }

    private Task<Gekregen> Stuur(string afschrift) => huis.Post("fien", "/v1/afschriften", afschrift, "application/xml");

    private Task<IReadOnlyList<string>> Geteld() =>
        huis.Vraag(
            """
            select concat_ws(' ', (select count(*) from betalingen.mt_events), (select count(*) from betalingen.grootboek),
              (select count(*) from betalingen.mt_doc_bankregel), (select count(*) from betalingen.mt_doc_afschrift))
            """
        );

    private static int Aantal(JsonElement van, string naam) => van.GetProperty(naam).GetArrayLength();
}
