using System.Text.Json;
using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Zaken.Tests;

/// <summary>An objection on the page of its case: steps, days and what it changed; in any order, and when the read model was made again.</summary>
public sealed class BezwaarTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private readonly Voorbeeldzaak _zaak = Voorbeeldzaak.Nieuw(tijdvak: $"t-{Guid.NewGuid():N}");

    private string Bezwaar => $"{_zaak.Nummer}-BZ1";

    private string Beslissing => $"{Bezwaar}-1";

    private AanvraagAfgewezenBericht Afgewezen =>
        new(
            _zaak.Nummer,
            _zaak.Tijdvak,
            _zaak.Kvk,
            "slim-2026",
            _zaak.Verlening,
            new(2026, 6, 15),
            ["kosten-te-laag"],
            [Zakenhuis.Bea, "mila"],
            Voorbeeldzaak.Op(7)
        );

    private BezwaarIngediendBericht Ingediend =>
        new(
            _zaak.Nummer,
            Bezwaar,
            _zaak.Kvk,
            "slim-2026",
            _zaak.Verlening,
            "afwijzing",
            "aanvrager",
            new(2026, 7, 1),
            [Zakenhuis.Bea, "mila"],
            [],
            new(2026, 7, 15),
            Voorbeeldzaak.Op(9),
            new LocalDate(2026, 9, 7)
        );

    private BezwaarBeslistermijnBericht Verdaagd =>
        new(
            _zaak.Nummer,
            Bezwaar,
            _zaak.Kvk,
            "slim-2026",
            _zaak.Verlening,
            "aanvrager",
            "verdaging",
            new(2026, 10, 19),
            Voorbeeldzaak.Op(10)
        );

    private BezwaarBeslistBericht Beslist =>
        new(
            _zaak.Nummer,
            Bezwaar,
            _zaak.Kvk,
            "slim-2026",
            _zaak.Verlening,
            "afwijzing",
            "aanvrager",
            Beslissing,
            new(2026, 10, 5),
            "gegrond",
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Voorbeeldzaak.Op(12),
            "verlenen",
            Bedrag: 11_040.00m
        );

    private BezwaarbudgetVastgelegdBericht Vastgelegd => new(_zaak.Nummer, Bezwaar, Beslissing, 11_040.00m, Voorbeeldzaak.Op(12), 5);

    private BeroepstermijnGestartBericht Beroepstermijn =>
        new(_zaak.Nummer, Bezwaar, Beslissing, new(2026, 10, 6), new(2026, 11, 16), Voorbeeldzaak.Op(13));

    [Fact]
    public async Task An_objection_that_runs_shows_its_last_day_and_changes_no_status()
    {
        await Zegt(Afgewezen, Ingediend);
        await Staat("afgewezen", "loopt", "2026-09-07");
        await Zegt(Verdaagd);
        await Staat("afgewezen", "loopt", "2026-10-19");
        await Zegt(new BezwaarIngetrokkenBericht(_zaak.Nummer, Bezwaar, _zaak.Kvk, _zaak.Verlening, Voorbeeldzaak.Op(11)));
        await Staat("afgewezen", "ingetrokken", null);
    }

    [Fact]
    public async Task A_refusal_that_became_an_award_has_its_amounts_its_reservation_and_its_appeal_in_any_order()
    {
        (Guid Id, object Bericht)[] berichten =
        [
            .. new object[]
            {
                _zaak.Venster,
                _zaak.Ingediend,
                Afgewezen,
                Ingediend,
                Verdaagd,
                Beslist,
                _zaak.Verleend with
                {
                    Besluit = Beslissing,
                    Bezwaar = Bezwaar,
                    Op = Voorbeeldzaak.Op(12),
                },
                Vastgelegd,
                new BriefVerzondenBericht(
                    _zaak.Nummer,
                    $"{Beslissing}-beslissing-op-bezwaar",
                    "beslissing-op-bezwaar",
                    Beslissing,
                    new(2026, 10, 5),
                    Voorbeeldzaak.Op(13)
                ),
                Beroepstermijn,
                new BeroepGenoteerdBericht(_zaak.Nummer, Bezwaar, Beslissing, "ingesteld", new(2026, 11, 2), Voorbeeldzaak.Op(14)),
            }.Select(b => (Guid.CreateVersion7(), b)),
        ];
        var beelden = new HashSet<string>();
        await Gen.Shuffle(berichten)
            .SampleAsync(
                async volgorde =>
                {
                    await huis.Voer("truncate zaken.zaak, zaken.stap, zaken.tijdvak");
                    foreach (var (id, bericht) in volgorde)
                    {
                        await huis.Hoor(id, bericht);
                    }
                    beelden.Add((await Beeld()).GetRawText());
                },
                iter: 25,
                threads: 1
            );
        var beeld = JsonSerializer.Deserialize<JsonElement>(Assert.Single(beelden));
        Assert.Equal("verleend", beeld.GetProperty("status").GetString());
        var bedragen = beeld.GetProperty("bedragen");
        Assert.Equal(
            ("11040.00", "11040.00"),
            (bedragen.GetProperty("verleend").GetString(), bedragen.GetProperty("gereserveerd").GetString())
        );
        Assert.Equal("2026-11-16", beeld.GetProperty("laatsteDagen").GetProperty("beroep").GetString());
        var bezwaar = Assert.Single(beeld.GetProperty("bezwaren").EnumerateArray());
        Assert.Equal(
            ("beslist", Beslissing, "2026-11-16"),
            (
                bezwaar.GetProperty("stand").GetString(),
                bezwaar.GetProperty("beslissing").GetString(),
                bezwaar.GetProperty("beroepTot").GetString()
            )
        );
        var beroep = beeld.GetProperty("stappen").EnumerateArray().Single(s => s.GetProperty("stap").GetString() == "beroep-genoteerd");
        Assert.Equal("Beroep ingesteld op 2 november 2026", beroep.GetProperty("uitleg").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_award_on_objection_takes_the_place_of_a_refusal_of_the_same_moment(bool afwijzingEerst)
    {
        var verleend = _zaak.Verleend with { Besluit = Beslissing, Bezwaar = Bezwaar, Op = Afgewezen.Op };
        object[] besluiten = afwijzingEerst ? [Afgewezen, verleend] : [verleend, Afgewezen];
        await Zegt(besluiten);
        Assert.Equal("verleend", (await Beeld()).GetProperty("status").GetString());
        await huis.Herbouw();
        Assert.Equal("verleend", (await Beeld()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_award_that_became_higher_shows_what_it_is_now_whichever_was_heard_first()
    {
        var gewijzigd = new VerleningGewijzigdBericht(
            _zaak.Nummer,
            _zaak.Tijdvak,
            _zaak.Kvk,
            "slim-2026",
            Bezwaar,
            Beslissing,
            _zaak.Verlening,
            new(2026, 10, 5),
            20_000.00m,
            12_000.00m,
            11_040.00m,
            6_000.00m,
            ["A", "C"],
            ["bo", "mo"],
            Voorbeeldzaak.Op(12),
            Verantwoording: "ambtshalve",
            PeriodeTot: new LocalDate(2027, 6, 15)
        );
        await huis.Zeg(Zakenhuis.Ben, _zaak.Venster);
        await Zegt(gewijzigd, _zaak.Verleend);
        var beeld = await Beeld();
        Assert.Equal("12000.00", beeld.GetProperty("bedragen").GetProperty("verleend").GetString());
        Assert.Equal("2027-06-15", beeld.GetProperty("laatsteDagen").GetProperty("uitvoeren").GetString());
        await huis.Herbouw();
        Assert.Equal(beeld.GetRawText(), (await Beeld()).GetRawText());
    }

    [Fact]
    public async Task A_mistake_that_was_mended_shows_its_decision_and_the_days_and_amount_of_that()
    {
        var hersteld = $"{_zaak.Nummer}-H1";
        var besluit = new HerstelbesluitGenomenBericht(
            _zaak.Nummer,
            _zaak.Kvk,
            "slim-2026",
            hersteld,
            _zaak.Verlening,
            new(2026, 6, 15),
            "verlening",
            new(2026, 10, 5),
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Voorbeeldzaak.Op(12)
        );
        var gewijzigd = new VerleningGewijzigdBericht(
            _zaak.Nummer,
            _zaak.Tijdvak,
            _zaak.Kvk,
            "slim-2026",
            hersteld,
            hersteld,
            _zaak.Verlening,
            new(2026, 10, 5),
            20_000.00m,
            12_000.00m,
            11_040.00m,
            6_000.00m,
            ["A", "C"],
            ["bo", "mo"],
            Voorbeeldzaak.Op(12),
            Verantwoording: "ambtshalve",
            PeriodeTot: new LocalDate(2027, 6, 15),
            Herstel: true
        );
        var termijn = new BezwaartermijnGestartBericht(_zaak.Nummer, hersteld, new(2026, 10, 6), new(2026, 11, 16), Voorbeeldzaak.Op(13));
        await huis.Zeg(Zakenhuis.Ben, _zaak.Venster);
        // In whatever order it is heard.
        await Zegt(termijn, gewijzigd, besluit, _zaak.Verleend);
        var beeld = await Beeld();
        Assert.Equal("verleend", beeld.GetProperty("status").GetString());
        Assert.Equal("12000.00", beeld.GetProperty("bedragen").GetProperty("verleend").GetString());
        Assert.Equal("2026-11-16", beeld.GetProperty("laatsteDagen").GetProperty("bezwaar").GetString());
        var stappen = beeld.GetProperty("stappen").EnumerateArray().ToList();
        Assert.Equal(
            ("Fout in het besluit hersteld", $"Besluit {hersteld} herstelt {_zaak.Verlening}"),
            Woorden(stappen.Single(s => s.GetProperty("stap").GetString() == "herstelbesluit-genomen"))
        );
        Assert.Equal(
            ("Verlening verhoogd om een fout te herstellen", $"Besluit {hersteld} wijzigt {_zaak.Verlening}"),
            Woorden(stappen.Single(s => s.GetProperty("stap").GetString() == "verlening-hersteld"))
        );
        await huis.Herbouw();
        Assert.Equal(beeld.GetRawText(), (await Beeld()).GetRawText());

        static (string?, string?) Woorden(JsonElement stap) =>
            (stap.GetProperty("titel").GetString(), stap.GetProperty("uitleg").GetString());
    }

    [Fact]
    public async Task What_is_settled_anew_is_work_until_the_other_settlement_comes_whichever_was_heard_first()
    {
        var eerste = _zaak.Vastgesteld with { Vastgesteld = 5_000.00m, NogTeBetalen = -520.00m };
        var opnieuw = Bezwaarverhaal.Opnieuw(_zaak) with { EerderVastgesteld = 5_000.00m };
        await huis.Zeg(Zakenhuis.Ben, _zaak.Venster);
        await Zegt(_zaak.Verleend, eerste, Bezwaarverhaal.Heropend(_zaak));
        await huis.Bijgewerkt();
        var tussen = await Beeld();
        Assert.Equal(
            ("heropend", "5000.00"),
            (tussen.GetProperty("status").GetString(), tussen.GetProperty("bedragen").GetProperty("vastgesteld").GetString())
        );
        var werk = (await huis.Haal(Zakenhuis.Bea, "/v1/werk?fase=vaststellen&status=heropend")).Inhoud.GetProperty("zaken");
        Assert.Contains(werk.EnumerateArray(), z => z.GetProperty("zaaknummer").GetString() == _zaak.Nummer);

        await Zegt(opnieuw);
        await huis.Bijgewerkt();
        var na = await Beeld();
        Assert.Equal(
            ("vastgesteld", "11040.00"),
            (na.GetProperty("status").GetString(), na.GetProperty("bedragen").GetProperty("vastgesteld").GetString())
        );
        Assert.Contains(
            na.GetProperty("stappen").EnumerateArray(),
            s =>
                s.TryGetProperty("uitleg", out var uitleg)
                && uitleg.GetString() == $"Besluit {_zaak.Nummer}-S2 komt in de plaats van {_zaak.Nummer}-S1"
        );

        var ander = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, ander.Ingediend);
        foreach (
            var bericht in (object[])[Bezwaarverhaal.Opnieuw(ander), Bezwaarverhaal.Heropend(ander), ander.Vastgesteld, ander.Verleend]
        )
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        var omgekeerd = (await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{ander.Nummer}")).Inhoud;
        Assert.Equal("vastgesteld", omgekeerd.GetProperty("status").GetString());
    }

    private async Task Zegt(params object[] berichten)
    {
        await huis.Zeg(Zakenhuis.Anna, _zaak.Ingediend);
        foreach (var bericht in berichten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
    }

    private async Task Staat(string status, string stand, string? uiterlijk)
    {
        var beeld = await Beeld();
        var bezwaar = Assert.Single(beeld.GetProperty("bezwaren").EnumerateArray());
        Assert.Equal(
            (status, stand, uiterlijk, uiterlijk),
            (
                beeld.GetProperty("status").GetString(),
                bezwaar.GetProperty("stand").GetString(),
                Dag(bezwaar, "beslissenUiterlijk"),
                Dag(beeld.GetProperty("laatsteDagen"), "beslissingOpBezwaar")
            )
        );
    }

    private async Task<JsonElement> Beeld() => (await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{_zaak.Nummer}")).Inhoud;

    private static string? Dag(JsonElement van, string naam) => van.TryGetProperty(naam, out var dag) ? dag.GetString() : null;
}
