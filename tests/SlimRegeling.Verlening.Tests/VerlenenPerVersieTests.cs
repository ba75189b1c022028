using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>An award in each version for each type of applicant that it knows: term, period, accounting, advance, and their articles.</summary>
public sealed class VerlenenPerVersieTests
{
    /// <summary>Signed on 22 June 2026 in a window that closed on 4 May; received on 8 April. The subsidy: mkb 11,040; partnership 126,000;
    /// grootbedrijf 48,000.</summary>
    [Theory]
    [InlineData("slim-2020", "mkb-onderneming", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9, eerste lid")]
    [InlineData("slim-2020", "samenwerkingsverband", "2026-10-05", "2028-06-22", "aanvraag", "2028-11-23", 0, "9, tweede lid")]
    [InlineData("slim-2020", "grootbedrijf", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9")]
    [InlineData("slim-2021", "mkb-onderneming", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9, eerste lid")]
    [InlineData("slim-2021", "samenwerkingsverband", "2026-10-05", "2028-06-22", "aanvraag", "2028-11-23", 0, "9, tweede lid")]
    [InlineData("slim-2021", "grootbedrijf", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9")]
    [InlineData("slim-2022", "mkb-onderneming", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9, eerste lid")]
    [InlineData("slim-2022", "samenwerkingsverband", "2026-10-05", "2028-06-22", "aanvraag", "2028-11-23", 0, "9, tweede lid")]
    [InlineData("slim-2022", "grootbedrijf", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9")]
    [InlineData("slim-2023", "mkb-onderneming", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9, eerste lid")]
    [InlineData("slim-2023", "samenwerkingsverband", "2026-10-05", "2028-06-22", "aanvraag", "2028-11-23", 0, "9, tweede lid")]
    [InlineData("slim-2023", "grootbedrijf", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9")]
    [InlineData("slim-2023-09", "mkb-onderneming", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 5520, "9, eerste lid")]
    [InlineData("slim-2023-09", "samenwerkingsverband", "2026-10-05", "2028-06-22", "aanvraag", "2028-11-23", 0, "9, tweede lid")]
    [InlineData("slim-2023-09", "grootbedrijf", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9")]
    [InlineData("slim-2024", "mkb-onderneming", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 5520, "9, eerste lid")]
    [InlineData("slim-2024", "samenwerkingsverband", "2026-10-05", "2028-06-22", "aanvraag", "2028-11-23", 0, "9, tweede lid")]
    [InlineData("slim-2024", "grootbedrijf", "2026-10-05", "2027-06-22", "aanvraag", "2027-11-23", 0, "9")]
    [InlineData("slim-2025", "mkb-onderneming", "2026-08-03", "2027-06-22", "ambtshalve", "2027-11-23", 5520, "2.11, eerste lid")]
    [InlineData("slim-2025", "samenwerkingsverband", "2026-07-08", "2028-06-22", "aanvraag", "2028-11-23", 31500, "2.11, tweede lid")]
    [InlineData("slim-2026", "mkb-onderneming", "2026-08-03", "2027-06-22", "ambtshalve", "2027-11-23", 5520, "2.11, eerste lid")]
    [InlineData("slim-2026", "samenwerkingsverband", "2026-08-03", "2028-06-22", "aanvraag", "2028-11-23", 31500, "2.11, tweede lid")]
    public void An_award_states_what_its_version_says(
        string versie,
        string type,
        string beslistermijn,
        string periodeTot,
        string wijze,
        string verantwoordVoor,
        int voorschot,
        string artikel
    )
    {
        var besloten = Volg(Gereed(versie, type), Onderteken(Gereed(versie, type)))!;

        var verleend = besloten.Verleend!;
        Assert.Equal(Dag(beslistermijn), verleend.Beslistermijn);
        Assert.Equal((Dag("2026-06-23"), Dag(periodeTot)), (verleend.PeriodeVan, verleend.PeriodeTot));
        Assert.Equal((wijze, (decimal)voorschot), (verleend.Verantwoording, verleend.Voorschot));
        var beeld = Bekijken.Van(besloten, aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld);
        Assert.Equal(artikel, beeld.Besluit!.Artikel);
        Assert.Equal(Dag(verantwoordVoor), beeld.Termijnen[^1].LaatsteDag);
        Assert.NotEmpty(beeld.Besluit.Bewijs);
    }

    [Fact]
    public void Every_version_and_type_stands_in_the_table() =>
        Assert.Equal(
            Regelboek.Laad().SelectMany(v => v.Aanvragertypen.Select(t => (v.Id, t))).Order(),
            typeof(VerlenenPerVersieTests)
                .GetMethod(nameof(An_award_states_what_its_version_says))!
                .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
                .Cast<InlineDataAttribute>()
                .Select(d => ((string)d.Data[0]!, (string)d.Data[1]!))
                .Order()
        );

    [Theory]
    [InlineData(
        "slim-2024",
        "mkb-onderneming",
        "deelnemende-ondernemingen ontwikkelplan producten-methode urenregistratie facturen-en-betaalbewijzen"
    )]
    [InlineData(
        "slim-2024",
        "samenwerkingsverband",
        "deelnemende-ondernemingen ontwikkelplan producten-methode urenregistratie facturen-en-betaalbewijzen evaluatieverslag"
    )]
    [InlineData("slim-2025", "mkb-onderneming", "deelnemende-ondernemingen ontwikkelplan producten-methode")]
    [InlineData(
        "slim-2026",
        "samenwerkingsverband",
        "deelnemende-ondernemingen ontwikkelplan producten-methode evaluatieverslag activiteitenverslag financieel-verslag"
    )]
    public void The_proof_is_that_of_the_version_the_type_and_the_amount(string versie, string type, string bewijs) =>
        Assert.Equal(
            bewijs.Split(' '),
            Verantwoordingswijze.Bewijs(Regelboek.Versie(versie), type, Bedrag(type), ["A", "C"]).Select(b => b.Code)
        );

    [Fact]
    public void A_partnership_hears_what_each_party_receives()
    {
        var verlening = Gereed("slim-2026", "samenwerkingsverband");

        var beslissing = Onderteken(verlening);

        var bericht = beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e)).OfType<SubsidieVerleendBericht>().Single();
        Assert.Equal((Kvk, 126000.00m), (bericht.KvkNummer, bericht.Bedrag));
        Assert.Equal(75600.00m, bericht.Partijen![Kvk]);
        Assert.Equal(50400.00m, bericht.Partijen["87654321"]);
        var beeld = Bekijken.Van(Volg(verlening, beslissing)!, aanvrager: true, Regelstanden.Ongewijzigd, Beoordeeld);
        Assert.Equal([Kvk, "87654321"], beeld.Besluit!.Partijen.Select(p => p.KvkNummer));
    }

    [Fact]
    public void Without_the_division_a_partnership_is_not_awarded()
    {
        var verlening = Na(
            Voorstel("slim-2026", "samenwerkingsverband") with
            {
                Partijen = null,
            },
            Reservering with
            {
                Bedrag = 126000.00m,
            }
        )!;

        var weigering = Onderteken(verlening).Weigering;

        Assert.Equal(("partijen-onbekend", "2.11, vierde lid"), (weigering?.Code, weigering?.Artikel));
    }

    [Fact]
    public void Parts_that_do_not_sum_to_the_subsidy_are_set_apart()
    {
        var voorstel = Voorstel("slim-2026", "samenwerkingsverband");
        var verkeerd = voorstel with
        {
            Partijen = new Dictionary<string, decimal> { [Kvk] = 75600.00m, ["87654321"] = 50400.01m },
        };

        Assert.Equal("onbruikbaar-voorstel", Hoor(null, verkeerd).Weigering?.Code);
    }

    [Fact]
    public void A_type_that_the_version_does_not_know_gets_nothing()
    {
        var weigering = Onderteken(Gereed("slim-2026", "grootbedrijf")).Weigering;

        Assert.Equal(("aanvragertype-kan-niet", "2.19 en 2.21"), (weigering?.Code, weigering?.Artikel));
    }

    [Theory]
    [InlineData("slim-2026", "mkb-onderneming", "2026-08-08")]
    [InlineData("slim-2025", "samenwerkingsverband", "2026-07-13")]
    public void The_term_to_decide_stands_still_while_the_applicant_completes(string versie, string type, string laatste)
    {
        var voorstel = Voorstel(versie, type) with { OpgeschortVan = Dag("2026-05-08"), OpgeschortTot = Dag("2026-05-12") };
        var verlening = Na(voorstel, Reservering with { Bedrag = voorstel.Subsidie })!;

        Assert.Equal(Dag(laatste), Volg(verlening, Onderteken(verlening))!.Verleend!.Beslistermijn);
    }

    [Fact]
    public void A_partial_award_says_so()
    {
        var verlening = Na(Verlenen with { Gedeeltelijk = true }, Reservering)!;

        var bericht = Onderteken(verlening)
            .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e))
            .OfType<SubsidieVerleendBericht>()
            .Single();

        Assert.True(bericht.Gedeeltelijk);
    }

    [Fact]
    public void From_the_amount_of_the_framework_on_an_mkb_asks_too()
    {
        var versie = Regelboek.Versie("slim-2026");

        Assert.Equal("ambtshalve", Verantwoordingswijze.Van(versie, "mkb-onderneming", 24999.99m));
        Assert.Equal("aanvraag", Verantwoordingswijze.Van(versie, "mkb-onderneming", 25000.00m));
        Assert.Equal("aanvraag", Verantwoordingswijze.Van(versie, "samenwerkingsverband", 24999.99m));
    }

    private static decimal Bedrag(string type) =>
        type switch
        {
            "samenwerkingsverband" => 126000.00m,
            "grootbedrijf" => 48000.00m,
            _ => 11040.00m,
        };

    private static Verlening Gereed(string versie, string type) => Na(Voorstel(versie, type), Reservering with { Bedrag = Bedrag(type) })!;

    private static AanvraagBeoordeeldBericht Voorstel(string versie, string type)
    {
        var regels = Regelboek.Versie(versie);
        return Verlenen with
        {
            Regelversie = versie,
            Aanvragertype = type,
            SubsidiabeleKosten = Bedrag(type) / 0.6m,
            Subsidie = Bedrag(type),
            Voorschot = Voorschot.BijVerlening(regels, type, Bedrag(type)),
            Ontvangen = Op("2026-04-08T09:00:00"),
            Partijen =
                type == "samenwerkingsverband" ? new Dictionary<string, decimal> { [Kvk] = 75600.00m, ["87654321"] = 50400.00m } : null,
        };
    }
}
