using System.Text.Json;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Api.Tests;

/// <summary>The figures of many firms, from what those firms did to what everyone reads, with numbers that are worked out by hand.</summary>
public sealed class VeelBedrijvenTests(Bedrijvenhuis huis) : IClassFixture<Bedrijvenhuis>
{
    /// <summary>Mean and quartiles of four times 2, 3 and 4.</summary>
    private static readonly (decimal, decimal, decimal, decimal) Eerste = (3.0m, 2.0m, 3.0m, 4.0m);

    private static readonly (decimal, decimal, decimal, decimal) Vijfde = (2.0m, 2.0m, 2.0m, 2.0m);

    [Fact]
    public async Task A_researcher_sees_each_group_of_firms_and_none_of_them()
    {
        var antwoord = await Lees(huis.Onderzoeker, $"/v1/benchmarks/{Scanbedrijven.Instrument}");

        var cellen = antwoord.EnumerateArray().ToList();
        Assert.Equal(
            ["alle", "grootte", "sector", "sector-en-grootte"],
            cellen.Select(c => c.GetProperty("kring").GetString()!).Order(StringComparer.Ordinal)
        );
        Assert.All(cellen, cel => Assert.Equal((10, Eerste, Vijfde), (Bedrijven(cel), Cijfer(cel, "B1"), Cijfer(cel, "B5"))));
        NoemtNiemand(antwoord);
    }

    [Fact]
    public async Task Firms_with_an_award_between_their_scans_are_compared_with_themselves()
    {
        var antwoord = await Lees(huis.Onderzoeker, $"/v1/benchmarks/{Scanbedrijven.Instrument}/panel");

        var groep = Assert.Single(antwoord.EnumerateArray());
        Assert.Equal(("met-slim", 10), (groep.GetProperty("groep").GetString(), Bedrijven(groep)));
        Assert.Equal((2.0m, 3.0m), Verschil("B1"));
        Assert.Equal((2.0m, 2.0m), Verschil("B5"));
        NoemtNiemand(antwoord);

        (decimal, decimal) Verschil(string code)
        {
            var cijfer = Dimensie(groep, code);
            return (cijfer.GetProperty("eerst").GetDecimal(), cijfer.GetProperty("laatst").GetDecimal());
        }
    }

    [Fact]
    public async Task A_firm_stands_beside_the_others_and_is_not_among_them()
    {
        var antwoord = await Lees(huis.Ondernemers[0].Wie, $"/v1/scans/{huis.Bedrijven.Scans[0]}/benchmark");

        foreach (var (deel, code) in ((string, string)[])[("kern", "D1"), ("eigen", "B1")])
        {
            var beeld = antwoord.GetProperty(deel);
            Assert.Equal(("sector-en-grootte", 10), (beeld.GetProperty("kring").GetString(), Bedrijven(beeld)));
            // Of the eleven others three give 2, four give 3 and four give 4.
            Assert.Equal((3.1m, 2.5m, 3.0m, 4.0m), Cijfer(beeld, code));
        }
        NoemtNiemand(antwoord);
    }

    [Fact]
    public async Task Who_began_a_campaign_sees_what_its_firms_say_together()
    {
        var antwoord = await Lees(Mensen.Anna, $"/v1/campagnes/{huis.Bedrijven.Campagne}");

        // In steps of five, rounded down.
        Assert.Equal((10, 10), (antwoord.GetProperty("scans").GetInt32(), antwoord.GetProperty("rapporten").GetInt32()));
        Assert.Equal((Eerste, Vijfde), (Cijfer(antwoord.GetProperty("samen"), "D1"), Cijfer(antwoord.GetProperty("samen"), "D5")));
        Assert.Equal((Eerste, Vijfde), (Cijfer(antwoord.GetProperty("eigen"), "B1"), Cijfer(antwoord.GetProperty("eigen"), "B5")));
        NoemtNiemand(antwoord);

        var regel = Assert.Single((await Lees(Mensen.Anna, "/v1/campagnes")).EnumerateArray());
        Assert.Equal((10, 10), (regel.GetProperty("scans").GetInt32(), regel.GetProperty("rapporten").GetInt32()));
    }

    [Fact]
    public async Task Everyone_sees_what_scans_and_entrepreneurs_say_on_the_dashboard()
    {
        var antwoord = await Lees(null, "/v1/dashboard");

        var scans = antwoord.GetProperty("scans");
        Assert.Equal((10, Eerste, Vijfde), (Bedrijven(scans), Cijfer(scans, "D1"), Cijfer(scans, "D5")));
        var sector = Assert.Single(antwoord.GetProperty("sectoren").EnumerateArray());
        Assert.Equal(("F", Eerste), (sector.GetProperty("sector").GetString(), Cijfer(sector, "D1")));
        var zeggen = antwoord.GetProperty("ondernemers");
        // Each firm once, in its latest report: twelve, to the nearest five.
        Assert.Equal((10, 10), (Bedrijven(zeggen), zeggen.GetProperty("belemmeringen").GetProperty("tijd").GetInt32()));
        Assert.Equal(24, antwoord.GetProperty("verleningen").EnumerateArray().Sum(j => j.GetProperty("aantal").GetInt32()));
        NoemtNiemand(antwoord);
    }

    private async Task<JsonElement> Lees(string? wie, string pad) => (await Zaakloop.Gelukt(huis.Huis.Haal(wie, pad))).Inhoud;

    private void NoemtNiemand(JsonElement antwoord)
    {
        var tekst = antwoord.GetRawText();
        Assert.DoesNotContain(huis.Ondernemers, o => tekst.Contains(o.KvkNummer, StringComparison.Ordinal));
        Assert.DoesNotContain(huis.Bedrijven.Scans, scan => tekst.Contains(scan, StringComparison.Ordinal));
    }

    private static int Bedrijven(JsonElement beeld) => beeld.GetProperty("bedrijven").GetInt32();

    private static JsonElement Dimensie(JsonElement beeld, string code) =>
        beeld.GetProperty("dimensies").EnumerateArray().Single(d => d.GetProperty("code").GetString() == code);

    private static (decimal Gemiddelde, decimal P25, decimal P50, decimal P75) Cijfer(JsonElement beeld, string code)
    {
        var cijfer = Dimensie(beeld, code);
        return (Getal("gemiddelde"), Getal("p25"), Getal("p50"), Getal("p75"));

        decimal Getal(string naam) => cijfer.GetProperty(naam).GetDecimal();
    }
}
