using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What finance asks of the books, through the door. Each test has a window and a year of its own.</summary>
public sealed class GrootboekTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private static readonly XNamespace Xaf = "http://www.auditfiles.nl/XAF/3.2";
    private static readonly string[] Kolommen = ["begin", "debet", "credit", "eind"];
    private static readonly string[] Jaarbedragen =
    [
        "verplichtingen",
        "aangegaan",
        "voorschotten",
        "vastgesteld",
        "betaald",
        "teBetalen",
        "vorderingen",
    ];

    [Fact]
    public async Task De_proefbalans_is_van_elke_dag_zoals_die_op_elk_moment_bekend_was()
    {
        const string Tijdvak = "proefbalans";
        var (eerste, tweede) = (Boekhoudhuis.Opdracht(Tijdvak, 100.00m), Boekhoudhuis.Opdracht(Tijdvak, 40.00m));
        await huis.Betaald(eerste, new LocalDate(2015, 3, 10), Instant.FromUtc(2015, 3, 10, 12, 0));
        // Of March, and not known before May.
        await huis.Betaald(tweede, new LocalDate(2015, 3, 20), Instant.FromUtc(2015, 5, 2, 12, 0));

        var toen = await Proefbalans(Tijdvak, "van=2015-03-01&totEnMet=2015-03-31&op=2015-04-01T00:00:00Z");
        var later = await Proefbalans(Tijdvak, "van=2015-03-01&totEnMet=2015-03-31");
        var april = await Proefbalans(Tijdvak, "van=2015-04-01&totEnMet=2015-04-30");
        var mei = await Proefbalans(Tijdvak, "van=2015-04-01&totEnMet=2015-05-31");

        Assert.Equal("0.00 0.00 100.00 -100.00", Bedragen(toen, "bank"));
        Assert.Equal("0.00 0.00 140.00 -140.00", Bedragen(later, "bank"));
        Assert.Equal("-140.00 0.00 0.00 -140.00", Bedragen(april, "bank"));
        Assert.Equal("100.00 40.00 0.00 140.00", Bedragen(mei, "voorschotten"));
        foreach (var balans in (Gekregen[])[toen, later, april, mei])
        {
            Assert.Equal(balans.Inhoud.Veld("debet"), balans.Inhoud.Veld("credit"));
        }
        var geweigerd = await huis.Haal("cor", "/v1/grootboek/proefbalans?van=2015-04-01&totEnMet=2015-03-01&op=gisteren");
        Assert.Equal((422, "onjuiste-invoer"), (geweigerd.Status, geweigerd.Probleem));
        Assert.Equal(403, (await huis.Haal("bob", "/v1/grootboek/proefbalans")).Status);
    }

    [Fact]
    public async Task Van_een_saldo_komt_men_bij_de_regels_de_gebeurtenis_het_besluit_en_de_brief()
    {
        const string Tijdvak = "afdalen";
        var zaken = Enumerable.Range(1, 5).Select(i => Boekhoudhuis.Opdracht(Tijdvak, 10.00m * i)).ToList();
        foreach (var (opdracht, i) in zaken.Select((o, i) => (o, i)))
        {
            await huis.Betaald(opdracht, new LocalDate(2016, 1, 1 + i), Instant.FromUtc(2016, 1, 10, 12, 0));
        }
        var verzonden = new BriefVerzondenBericht(
            zaken[0].Zaaknummer,
            $"{zaken[0].Besluit}-brief",
            "verlening",
            zaken[0].Besluit,
            new LocalDate(2016, 1, 2),
            Voorbeelden.Moment
        );
        await huis.Zeg(verzonden);

        var bladzijden = new List<string>();
        var na = "";
        do
        {
            var bladzijde = await huis.Haal("fien", $"/v1/grootboek/boekingen?tijdvak={Tijdvak}&rekening=bank&aantal=2{na}");
            Assert.Equal(200, bladzijde.Status);
            bladzijden.AddRange(
                bladzijde.Inhoud.GetProperty("regels").EnumerateArray().Select(r => r.GetProperty("boeking").Veld("credit"))
            );
            // What is booked while someone leafs on does not move their pages.
            await huis.Betaald(Boekhoudhuis.Opdracht(Tijdvak, 1.00m), new LocalDate(2016, 1, 1), new Moment(SystemClock.Instance).Nu);
            na = bladzijde.Inhoud.TryGetProperty("volgende", out var volgende) ? $"&na={volgende.GetString()}" : "";
        } while (na.Length > 0);
        Assert.Equal(["10.00", "20.00", "30.00", "40.00", "50.00"], bladzijden);

        var regel = (await huis.Haal("cor", $"/v1/grootboek/boekingen?zaaknummer={zaken[0].Zaaknummer}&rekening=bank")).Inhoud.GetProperty(
            "regels"
        )[0];
        Assert.Equal(verzonden.Brief, regel.GetProperty("brieven")[0].GetString());
        var boeking = (await huis.Haal("cor", $"/v1/grootboek/boekingen/{regel.GetProperty("boeking").Veld("boeking")}")).Inhoud;
        Assert.Equal(
            ("betaling-uitgevoerd", zaken[0].Id, zaken[0].Besluit),
            (boeking.GetProperty("gebeurtenis").Veld("soort"), boeking.GetProperty("gebeurtenis").Veld("stroom"), boeking.Veld("besluit"))
        );
        Assert.Equal(2, boeking.GetProperty("gebeurtenis").GetProperty("versie").GetInt64());
        Assert.Equal(verzonden.Brief, boeking.GetProperty("brieven")[0].GetString());
        Assert.Equal(2, boeking.GetProperty("regels").GetArrayLength());
    }

    [Fact]
    public async Task Een_boeking_wordt_omgekeerd_door_wie_voorstelt_en_een_ander_die_tekent()
    {
        const string Tijdvak = "tegenboeken";
        var opdracht = Boekhoudhuis.Opdracht(Tijdvak, 75.00m);
        await huis.Betaald(opdracht, new LocalDate(2017, 5, 1), Instant.FromUtc(2017, 5, 1, 12, 0));
        var boeking = (await Regels(opdracht.Zaaknummer)).Single(r => Rekening(r) == "bank").GetProperty("boeking").Veld("boeking");
        var pad = $"/v1/grootboek/boekingen/{boeking}/tegenboeking";
        const string Reden = """{"reden":"Deze betaling hoort bij een andere zaak."}""";

        Assert.Equal(422, (await huis.Post("fien", pad, """{"reden":" "}""")).Status);
        Assert.Equal("geen-voorstel", (await huis.OndertekenTegenboeking("cor", boeking)).Probleem);
        Assert.Equal(200, (await huis.Post("cor", pad, Reden)).Status);
        Assert.Equal("ligt-al-voor", (await huis.Post("fien", pad, Reden)).Probleem);
        Assert.Equal("zelfde-persoon", (await huis.OndertekenTegenboeking("cor", boeking)).Probleem);
        Assert.Equal(403, (await huis.OndertekenTegenboeking("fien", boeking)).Status);
        var lijst = (await huis.Haal("anna", "/v1/grootboek/tegenboekingen")).Inhoud.EnumerateArray();
        var voorstel = lijst.Single(v => v.Veld("boeking") == boeking);
        Assert.Equal("Deze betaling hoort bij een andere zaak.", voorstel.Veld("reden"));
        // What was not looked at is not signed; the four at once looked at the same.
        Assert.Equal("onleesbaar", (await huis.Post("anna", $"{pad}/ondertekening", "{}")).Probleem);
        Assert.Equal("ander-voorstel", (await huis.Post("anna", $"{pad}/ondertekening", """{"hash":""}""")).Probleem);
        var gezien = $$"""{"hash":"{{voorstel.Veld("hash")}}"}""";
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => huis.Post("anna", $"{pad}/ondertekening", gezien)));
        Assert.Single(tegelijk, a => a.Status == 200);
        Assert.All(tegelijk.Where(a => a.Status != 200), a => Assert.Equal("al-tegengeboekt", a.Probleem));

        var balans = await huis.Haal("cor", $"/v1/grootboek/proefbalans?zaaknummer={opdracht.Zaaknummer}&van=2017-01-01");
        Assert.Equal("0.00 75.00 75.00 0.00", Bedragen(balans, "bank"));
        var regels = await Regels(opdracht.Zaaknummer);
        var omgekeerd = regels.Single(r => r.GetProperty("boeking").Veld("boeking") == boeking && Rekening(r) == "bank");
        var tegen = regels.Single(r => r.GetProperty("boeking").TryGetProperty("keertOm", out _) && Rekening(r) == "bank");
        Assert.Equal(tegen.GetProperty("boeking").Veld("boeking"), omgekeerd.Veld("omgekeerdDoor"));
        Assert.Equal(
            ("correctie-geboekt", boeking, opdracht.Besluit),
            (
                tegen.GetProperty("boeking").Veld("soort"),
                tegen.GetProperty("boeking").Veld("keertOm"),
                tegen.GetProperty("boeking").Veld("besluit")
            )
        );
        Assert.Equal([], (await huis.Herbouw())["betalingen.grootboek"].Eerste);
    }

    [Fact]
    public async Task Het_jaar_staat_per_tijdvak_naast_zijn_plafond()
    {
        const string Tijdvak = "jaaroverzicht";
        var zaak = SlimRegeling.Platform.Zaaknummer.Trek();
        await huis.Gebeurde(
            zaak,
            new VerplichtingAangegaan(Tijdvak, "12345678", $"{zaak}-V1", 1000.00m, 500.00m, Instant.FromUtc(2018, 3, 1, 12, 0)),
            new VerplichtingAfgerekend(Tijdvak, $"{zaak}-S1", 1000.00m, 800.00m, 500.00m, 300.00m, Instant.FromUtc(2019, 3, 1, 12, 0))
        );
        await huis.Betaald(Boekhoudhuis.Opdracht(Tijdvak, 500.00m, zaak), new LocalDate(2018, 4, 1), Instant.FromUtc(2018, 4, 2, 12, 0));
        await huis.Zeg(
            new TijdvakGewijzigdBericht(
                Tijdvak,
                "mkb-onderneming",
                Instant.FromUtc(2018, 2, 1, 8, 0),
                Instant.FromUtc(2018, 3, 1, 16, 0),
                5000.00m,
                "loting",
                "slim-2026",
                Voorbeelden.Moment
            )
        );

        var (eerste, tweede) = (await Jaar(2018, Tijdvak), await Jaar(2019, Tijdvak));

        Assert.Equal("1000.00/1000.00 1000.00/1000.00 500.00/500.00 0.00/0.00 500.00/500.00 0.00/0.00 0.00/0.00 4000.00", eerste);
        Assert.Equal("-1000.00/0.00 0.00/1000.00 -500.00/0.00 800.00/800.00 0.00/500.00 300.00/300.00 0.00/0.00 4200.00", tweede);
        var beeld = (await huis.Haal("fien", "/v1/grootboek/jaaroverzicht?jaar=2018")).Inhoud;
        Assert.Equal("5000.00", beeld.Veld("plafondVanJaar"));

        var verloop = (await huis.Haal("cor", $"/v1/grootboek/jaarverloop?jaar=2019&tijdvak={Tijdvak}")).Inhoud.GetProperty("maanden");
        Assert.Equal(12, verloop.GetArrayLength());
        var kosten = verloop
            .EnumerateArray()
            .Select(m => m.GetProperty("rekeningen").EnumerateArray())
            .Select(r => r.Single(Kosten))
            .ToList();
        Assert.Equal(["0.00", "0.00", "800.00", "0.00"], kosten.Take(4).Select(k => k.Veld("mutatie")));
        Assert.Equal(["0.00", "0.00", "800.00", "800.00"], kosten.Take(4).Select(k => k.Veld("saldo")));
        var bank = verloop[0].GetProperty("rekeningen").EnumerateArray().Single(r => r.Veld("rekening") == "bank");
        Assert.Equal(("0.00", "-500.00"), (bank.Veld("mutatie"), bank.Veld("saldo")));

        static bool Kosten(JsonElement rekening) => rekening.Veld("rekening") == "kosten";
    }

    [Fact]
    public async Task Het_jaar_gaat_eruit_als_csv_en_als_auditfile_en_beide_sluiten()
    {
        const string Tijdvak = "uitvoer";
        await huis.Betaald(Boekhoudhuis.Opdracht(Tijdvak, 12.34m), new LocalDate(2011, 12, 31), Instant.FromUtc(2011, 12, 31, 12, 0));
        var opdracht = Boekhoudhuis.Opdracht(Tijdvak, 5520.00m);
        await huis.Betaald(opdracht, new LocalDate(2012, 2, 29), Instant.FromUtc(2012, 2, 29, 12, 0));

        var csv = Encoding.UTF8.GetString(await huis.Bestand("cor", "/v1/grootboek/uitvoer/2012?vorm=csv")).Split("\r\n");
        var auditfile = Gekeurd(await huis.Bestand("cor", "/v1/grootboek/uitvoer/2012?vorm=xaf"));

        Assert.StartsWith("boeking;regel;boekdatum;", csv[0], StringComparison.Ordinal);
        Assert.Equal((6, ""), (csv.Length, csv[^1]));
        Assert.Contains(csv, r => r.EndsWith($";{opdracht.Besluit};bank;0.00;5520.00;", StringComparison.Ordinal));
        var transacties = auditfile.Descendants(Xaf + "transactions").Single();
        Assert.Equal(
            ("4", "11040.00", "11040.00"),
            (Veld(transacties, "linesCount"), Veld(transacties, "totalDebit"), Veld(transacties, "totalCredit"))
        );
        Assert.Equal(["betaling-opgedragen", "betaling-uitgevoerd"], auditfile.Descendants(Xaf + "jrnID").Select(e => e.Value));
        Assert.Equal(11040.00m, Som(auditfile, "trLine", "D"));
        Assert.Equal(11040.00m, Som(auditfile, "trLine", "C"));
        Assert.Equal((12.34m, 12.34m), (Som(auditfile, "obLine", "D"), Som(auditfile, "obLine", "C")));
        Assert.All(
            auditfile.Descendants(Xaf + "transaction"),
            t => Assert.Equal(0, Bedragen(t.Elements(Xaf + "trLine"), "D") - Bedragen(t.Elements(Xaf + "trLine"), "C"))
        );
        Assert.Equal(422, (await huis.Haal("cor", "/v1/grootboek/uitvoer/2012?vorm=pdf")).Status);

        await huis.Zeg(new BelangGewijzigdBericht(opdracht.Zaaknummer, "fien", true, Voorbeelden.Moment, 2));
        Assert.Equal("eigen-belang", (await huis.Haal("fien", "/v1/grootboek/uitvoer/2012?vorm=csv")).Probleem);
        Assert.Equal("eigen-belang", (await huis.Haal("fien", $"/v1/grootboek/boekingen?zaaknummer={opdracht.Zaaknummer}")).Probleem);
        var alles = (await huis.Haal("fien", $"/v1/grootboek/boekingen?tijdvak={Tijdvak}&aantal=200")).Inhoud.GetRawText();
        Assert.DoesNotContain(opdracht.Zaaknummer, alles, StringComparison.Ordinal);
        Assert.NotEmpty(await huis.Vraag("select wat from betalingen.inzage where wat = 'grootboekuitvoer' and kenmerk = '2012'"));
    }

    [Fact]
    public async Task Geld_dat_bij_geen_zaak_hoort_staat_in_de_boeken_en_de_bestanden_en_wordt_ook_tegengeboekt()
    {
        var (stroom, dag, op) = (Guid.NewGuid().ToString("n")[..20], new LocalDate(2013, 6, 2), Instant.FromUtc(2013, 6, 3, 12, 0));
        await huis.Gebeurde(
            stroom,
            new BankregelGemeld("ref/1", "afschrift", 80.00m, dag, null, null, new Verwijzing(Guid.Empty, "hash"), op),
            new BankregelGeboekt("ref/1", 80.00m, dag, "fien", "cor", op)
        );

        const string Vraag = "/v1/grootboek/boekingen?rekening=tussenrekening&van=2013-01-01&totEnMet=2013-12-31";
        var regel = Assert.Single((await huis.Haal("fien", Vraag)).Inhoud.GetProperty("regels").EnumerateArray()).GetProperty("boeking");
        Assert.Equal(
            ("", "", $"{stroom} ref/1", "80.00"),
            (regel.Veld("zaaknummer"), regel.Veld("tijdvak"), regel.Veld("besluit"), regel.Veld("credit"))
        );
        var pad = $"/v1/grootboek/boekingen/{regel.Veld("boeking")}";
        Assert.Equal("bankregel-geboekt", (await huis.Haal("cor", pad)).Inhoud.GetProperty("gebeurtenis").Veld("soort"));
        var jaar = (await huis.Haal("fien", "/v1/grootboek/jaaroverzicht?jaar=2013")).Inhoud;
        Assert.Equal("-80.00", jaar.GetProperty("tussenrekening").Veld("jaar"));
        Assert.DoesNotContain(jaar.GetProperty("tijdvakken").EnumerateArray(), t => t.Veld("tijdvak").Length == 0);
        var csv = Encoding.UTF8.GetString(await huis.Bestand("cor", "/v1/grootboek/uitvoer/2013?vorm=csv"));
        Assert.Contains($";bankregel-geboekt;{stroom};;;{stroom} ref/1;tussenrekening;0.00;80.00;", csv, StringComparison.Ordinal);
        var auditfile = Gekeurd(await huis.Bestand("cor", "/v1/grootboek/uitvoer/2013?vorm=xaf"));
        Assert.Equal((80.00m, 80.00m), (Som(auditfile, "trLine", "D"), Som(auditfile, "trLine", "C")));

        Assert.Equal(200, (await huis.Post("fien", $"{pad}/tegenboeking", """{"reden":"Dit is van een ander."}""")).Status);
        var voorstellen = (await huis.Haal("anna", "/v1/grootboek/tegenboekingen")).Inhoud.EnumerateArray();
        Assert.Equal("Dit is van een ander.", voorstellen.Single(v => v.Veld("boeking") == regel.Veld("boeking")).Veld("reden"));
        Assert.Equal(200, (await huis.OndertekenTegenboeking("anna", regel.Veld("boeking"))).Status);
        Assert.True((await huis.Haal("cor", pad)).Inhoud.TryGetProperty("omgekeerdDoor", out _));
    }

    private Task<Gekregen> Proefbalans(string tijdvak, string vraag) =>
        huis.Haal("cor", $"/v1/grootboek/proefbalans?tijdvak={tijdvak}&{vraag}");

    private static string Bedragen(Gekregen balans, string rekening)
    {
        Assert.Equal(200, balans.Status);
        var regel = balans.Rekening(rekening);
        return string.Join(' ', Kolommen.Select(naam => regel.Veld(naam)));
    }

    private async Task<List<JsonElement>> Regels(string zaaknummer) =>
        [.. (await huis.Haal("cor", $"/v1/grootboek/boekingen?zaaknummer={zaaknummer}")).Inhoud.GetProperty("regels").EnumerateArray()];

    private static string Rekening(JsonElement regel) => regel.GetProperty("boeking").Veld("rekening");

    /// <summary>In order: obligations, entered into, advances, settled, paid, to pay, claims (of the year and at its end), and what is left.</summary>
    private async Task<string> Jaar(int jaar, string tijdvak)
    {
        var beeld = (
            await huis.Haal("fien", string.Create(CultureInfo.InvariantCulture, $"/v1/grootboek/jaaroverzicht?jaar={jaar}"))
        ).Inhoud;
        var regel = beeld.GetProperty("tijdvakken").EnumerateArray().Single(t => t.Veld("tijdvak") == tijdvak);
        var bedragen = Jaarbedragen.Select(naam => $"{regel.GetProperty(naam).Veld("jaar")}/{regel.GetProperty(naam).Veld("stand")}");
        return $"{string.Join(' ', bedragen)} {regel.Veld("ruimte")}";
    }

    /// <summary>The file, after it was found valid against the schema of the tests.</summary>
    private static XDocument Gekeurd(byte[] xaf)
    {
        using var bron = typeof(GrootboekTests).Assembly.GetManifestResourceStream("Auditfile32.xsd")!;
        using var lezer = XmlReader.Create(bron);
        var schema = new XmlSchemaSet();
        schema.Add(null, lezer);
        using var inhoud = new MemoryStream(xaf);
        var document = XDocument.Load(inhoud);
        document.Validate(schema, (_, fout) => throw new XmlSchemaValidationException(fout.Message, fout.Exception));
        return document;
    }

    private static decimal Som(XDocument auditfile, string regel, string kant) => Bedragen(auditfile.Descendants(Xaf + regel), kant);

    private static decimal Bedragen(IEnumerable<XElement> regels, string kant) =>
        regels.Where(r => Veld(r, "amntTp") == kant).Sum(r => decimal.Parse(Veld(r, "amnt"), CultureInfo.InvariantCulture));

    private static string Veld(XElement element, string naam) => element.Element(Xaf + naam)!.Value;
}
