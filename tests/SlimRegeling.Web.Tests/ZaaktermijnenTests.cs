using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>When at the latest, in each status that has such a day.</summary>
public sealed class ZaaktermijnenTests
{
    private const string Bezwaar = "Bent u het niet eens met ons besluit? U kunt bezwaar maken tot en met 4 april 2026.";

    private static readonly DateOnly Dag = new(2026, 4, 4);

    [Theory]
    [InlineData(Zaakstatus.Ingediend, "Wij beslissen uiterlijk op 30 juli 2026.")]
    [InlineData(
        Zaakstatus.AanvullingGevraagd,
        "Wij beslissen uiterlijk op 30 juli 2026.",
        "U kunt uw aanvraag aanvullen tot en met 4 april 2026."
    )]
    [InlineData(
        Zaakstatus.Verleend,
        "De periode om uw plan uit te voeren loopt tot en met 4 april 2026.",
        "Wij stellen de subsidie uiterlijk op 4 april 2026 vast. U hoeft dat niet te vragen.",
        Bezwaar
    )]
    [InlineData(
        Zaakstatus.InSteekproef,
        "U kunt uw bewijs sturen tot en met 4 april 2026.",
        "De periode om uw plan uit te voeren loopt tot en met 4 april 2026.",
        "Wij stellen de subsidie uiterlijk op 4 april 2026 vast. U hoeft dat niet te vragen."
    )]
    [InlineData(Zaakstatus.BewijsOntvangen, "Wij stellen de subsidie uiterlijk op 4 april 2026 vast. U hoeft dat niet te vragen.")]
    [InlineData(Zaakstatus.Vastgesteld, Bezwaar)]
    [InlineData(Zaakstatus.Afgewezen, Bezwaar)]
    [InlineData(Zaakstatus.BuitenBehandeling, Bezwaar)]
    [InlineData(Zaakstatus.Vervallen)]
    public void A_case_says_when_at_the_latest(Zaakstatus status, params string[] zinnen) =>
        Assert.Equal(zinnen, Zaaktermijnen.Van(Zaak(status), Taal("nl"), Dag));

    [Fact]
    public void Who_must_ask_for_the_settlement_reads_until_when()
    {
        var zaak = Zaak(Zaakstatus.Verleend);
        zaak.LaatsteDagen = new() { Verantwoorden = Dag };
        Assert.Equal(
            ["Vraag ons daarna om de subsidie vast te stellen. Dat kan tot en met 4 april 2026."],
            Zaaktermijnen.Van(zaak, Taal("nl"), Dag)
        );
    }

    [Theory]
    [InlineData(0, "Wij beslissen uiterlijk op 4 april 2026 op uw bezwaar.")]
    [InlineData(1, "Wij hadden uiterlijk op 4 april 2026 moeten beslissen op uw bezwaar.")]
    public void Who_objected_reads_when_that_is_decided_on(int later, string zin)
    {
        var zaak = Zaak(Zaakstatus.Afgewezen);
        zaak.LaatsteDagen = new() { BeslissingOpBezwaar = Dag };
        Assert.Equal([zin], Zaaktermijnen.Van(zaak, Taal("nl"), Dag.AddDays(later)));
    }

    [Theory]
    [InlineData(0, "Bent u het niet eens met onze beslissing op uw bezwaar? U kunt in beroep bij de rechter tot en met 4 april 2026.")]
    [InlineData(1, "U kon in beroep bij de rechter tot en met 4 april 2026.")]
    public void After_the_decision_on_an_objection_there_is_the_court(int later, string zin)
    {
        var zaak = Zaak(Zaakstatus.Afgewezen);
        zaak.LaatsteDagen = new() { Beroep = Dag };
        Assert.Equal([zin], Zaaktermijnen.Van(zaak, Taal("nl"), Dag.AddDays(later)));
    }

    [Theory]
    [InlineData(Zaakstatus.Afgewezen, "U kon bezwaar maken tot en met 4 april 2026.")]
    [InlineData(Zaakstatus.BewijsOntvangen, "Wij hadden de subsidie uiterlijk op 4 april 2026 moeten vaststellen.")]
    [InlineData(
        Zaakstatus.AanvullingGevraagd,
        "Wij beslissen uiterlijk op 30 juli 2026.",
        "U kon uw aanvraag aanvullen tot en met 4 april 2026."
    )]
    public void A_day_that_is_over_invites_nobody(Zaakstatus status, params string[] zinnen) =>
        Assert.Equal(zinnen, Zaaktermijnen.Van(Zaak(status), Taal("nl"), Dag.AddDays(1)));

    [Theory]
    [InlineData(0, "Ons besluit op uw aanvraag komt later. U krijgt het uiterlijk op 4 april 2026.")]
    [InlineData(1, "Wij schreven u dat ons besluit op uw aanvraag er uiterlijk op 4 april 2026 zou zijn. Die dag is voorbij.")]
    public void Who_was_told_that_it_comes_later_reads_by_when(int later, string zin) =>
        Assert.Equal(
            ["Wij beslissen uiterlijk op 30 juli 2026.", zin],
            Zaaktermijnen.Van(
                Met(
                    Zaak(Zaakstatus.Ingediend),
                    new()
                    {
                        Onderwerp = Besluitonderwerp.Aanvraag,
                        Wacht = true,
                        Verwacht = Dag,
                    }
                ),
                Taal("nl"),
                Dag.AddDays(later)
            )
        );

    [Fact]
    public void Who_asked_for_the_settlement_reads_by_when_it_comes_and_not_to_ask_again()
    {
        var zaak = Met(
            Zaak(Zaakstatus.BewijsOntvangen),
            new()
            {
                Onderwerp = Besluitonderwerp.Vaststelling,
                Wacht = true,
                Uiterlijk = Dag,
                Verwacht = Dag.AddDays(20),
            }
        );
        zaak.LaatsteDagen = new() { Verantwoorden = Dag.AddDays(-60) };
        Assert.Equal(
            [
                "Wij stellen de subsidie uiterlijk op 4 april 2026 vast.",
                "Wij stellen uw subsidie later vast. U krijgt het besluit uiterlijk op 24 april 2026.",
            ],
            Zaaktermijnen.Van(zaak, Taal("nl"), Dag)
        );
    }

    [Theory]
    [InlineData(false, 0, "Wij beslissen uiterlijk op 4 april 2026 op uw verzoek W1.")]
    [InlineData(true, 0, "Ons besluit op uw verzoek W1 komt later. U krijgt het uiterlijk op 4 april 2026.")]
    [InlineData(true, 1, "Wij hadden uiterlijk op 4 april 2026 moeten beslissen op uw verzoek W1.")]
    public void Who_asked_for_a_change_reads_when_that_is_decided_on(bool verwacht, int later, string zin)
    {
        Besluitstand stand = new()
        {
            Onderwerp = Besluitonderwerp.Wijziging,
            Wijziging = "W1",
            Wacht = true,
            Uiterlijk = Dag,
            Verwacht = verwacht ? Dag : null,
        };
        Assert.Equal([zin], Zaaktermijnen.Van(Met(Zaak(Zaakstatus.Vervallen), stand), Taal("nl"), Dag.AddDays(later)));
    }

    [Theory]
    [InlineData(true, 0, 0, "Is ons besluit er op 4 april 2026 nog niet, dan begint op die dag een dwangsom te lopen (artikel 4:17 Awb).")]
    [InlineData(true, 3, 2, "Vanaf 4 april 2026 loopt een dwangsom, tot ons besluit er is (artikel 4:17 Awb).")]
    [InlineData(true, 42, 50, "Vanaf 4 april 2026 liep een dwangsom (artikel 4:17 Awb).")]
    [InlineData(false, 3, 9, "Vanaf 4 april 2026 liep een dwangsom (artikel 4:17 Awb).")]
    [InlineData(false, 0, 9, null)]
    public void Who_reminded_us_reads_from_when_a_penalty_runs(bool wacht, int dagen, int later, string? zin)
    {
        Besluitstand stand = new()
        {
            Onderwerp = Besluitonderwerp.Aanvraag,
            Wacht = wacht,
            IngebrekeOp = Dag.AddDays(-15),
            DwangsomVanaf = Dag,
            DwangsomTot = Dag.AddDays(41),
            Dwangsomdagen = dagen,
        };
        var zinnen = Zaaktermijnen.Van(Met(Zaak(Zaakstatus.Vervallen), stand), Taal("nl"), Dag.AddDays(later));
        const string Apart = " Of wij de dwangsom moeten betalen en hoeveel zij is, beslissen wij apart (artikel 4:18 Awb).";
        string[] verwacht = zin is null
            ? []
            : [$"Wij ontvingen op 20 maart 2026 uw brief dat ons besluit op uw aanvraag te laat is. {zin}{(dagen > 0 ? Apart : "")}"];
        Assert.Equal(verwacht, zinnen);
    }

    private static ZaakTonenZaakbeeld Met(ZaakTonenZaakbeeld zaak, Besluitstand stand)
    {
        zaak.Besluiten = [stand];
        return zaak;
    }

    [Fact]
    public void In_English_too() =>
        Assert.Equal(
            ["Do you disagree with our decision? You can object up to and including 4 April 2026."],
            Zaaktermijnen.Van(Zaak(Zaakstatus.Afgewezen), Taal("en"), Dag)
        );

    /// <summary>As the API tells it in this status, each day the same one.</summary>
    private static ZaakTonenZaakbeeld Zaak(Zaakstatus status) =>
        new()
        {
            Status = status,
            BeslissenUiterlijk = new(2026, 7, 30),
            LaatsteDagen = status switch
            {
                Zaakstatus.AanvullingGevraagd => new() { Aanvullen = Dag },
                Zaakstatus.Verleend => new()
                {
                    Uitvoeren = Dag,
                    Vaststellen = Dag,
                    Bezwaar = Dag,
                },
                Zaakstatus.InSteekproef => new()
                {
                    Uitvoeren = Dag,
                    Bewijs = Dag,
                    Vaststellen = Dag,
                },
                Zaakstatus.BewijsOntvangen => new() { Vaststellen = Dag },
                Zaakstatus.Vastgesteld or Zaakstatus.Afgewezen or Zaakstatus.BuitenBehandeling => new() { Bezwaar = Dag },
                _ => new(),
            },
        };

    private static Teksten Taal(string code)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{Teksten.Koekje}={code}";
        return new(new HttpContextAccessor { HttpContext = http }, new Koekjes(veilig: false));
    }
}
