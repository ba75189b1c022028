using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Zaken.Tests;

/// <summary>When at the latest what comes next, in each status that has such a day; also when the read model was made again.</summary>
public sealed class LaatsteDagenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private static readonly LocalDate NaVerlening = new(2026, 7, 27);
    private static readonly LocalDate NaVaststelling = new(2027, 10, 14);

    private readonly Voorbeeldzaak _zaak = Voorbeeldzaak.Nieuw();

    private BezwaartermijnGestartBericht BezwaarVerlening =>
        new(_zaak.Nummer, _zaak.Verlening, new(2026, 6, 16), NaVerlening, Voorbeeldzaak.Op(8));

    private BewijsGevraagdBericht BewijsGevraagd => new(_zaak.Nummer, _zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(12));

    [Fact]
    public Task An_application_that_must_be_completed_says_until_when() =>
        Zegt(
            "aanvulling-gevraagd",
            """{"aanvullen":"2026-05-21"}""",
            new AanvullingGevraagdBericht(_zaak.Nummer, _zaak.Tijdvak, _zaak.Kvk, ["begroting"], new(2026, 5, 20), Voorbeeldzaak.Op(5)),
            new HersteltermijnGestartBericht(_zaak.Nummer, _zaak.Tijdvak, new(2026, 5, 7), new(2026, 5, 21), Voorbeeldzaak.Op(6))
        );

    [Fact]
    public Task A_completed_application_has_no_such_day_any_more() =>
        Zegt(
            "aangevuld",
            "{}",
            new AanvullingGevraagdBericht(_zaak.Nummer, _zaak.Tijdvak, _zaak.Kvk, ["begroting"], new(2026, 5, 20), Voorbeeldzaak.Op(5)),
            new HersteltermijnGestartBericht(_zaak.Nummer, _zaak.Tijdvak, new(2026, 5, 7), new(2026, 5, 21), Voorbeeldzaak.Op(6)),
            new AanvraagAangevuldBericht(_zaak.Nummer, _zaak.Tijdvak, 9_000.00m, Voorbeeldzaak.Op(7))
        );

    [Fact]
    public Task An_award_says_until_when_the_plan_is_carried_out_and_when_it_is_settled() =>
        Zegt(
            "verleend",
            """{"uitvoeren":"2027-06-15","vaststellen":"2027-11-16","bezwaar":"2026-07-27"}""",
            _zaak.Verleend,
            BezwaarVerlening
        );

    [Fact]
    public Task An_award_that_is_settled_on_request_says_until_when_to_ask() =>
        Zegt(
            "verleend",
            """{"uitvoeren":"2027-06-15","verantwoorden":"2027-11-16"}""",
            _zaak.Verleend with
            {
                Verantwoording = "aanvraag",
            }
        );

    [Fact]
    public Task A_case_in_the_sample_says_until_when_proof_can_be_given() =>
        Zegt(
            "in-steekproef",
            """{"uitvoeren":"2027-06-15","bewijs":"2027-07-20","vaststellen":"2027-11-16","bezwaar":"2026-07-27"}""",
            _zaak.Verleend,
            BezwaarVerlening,
            BewijsGevraagd
        );

    [Theory]
    [InlineData(22, "2027-07-20")]
    // Four weeks from Tuesday 29 June 2027.
    [InlineData(29, "2027-07-27")]
    public async Task Proof_can_be_given_until_its_term_from_the_sending_of_the_letter_is_over(int juni, string uiterlijk)
    {
        var brief = new BriefVerzondenBericht(
            _zaak.Nummer,
            $"{_zaak.Nummer}-bewijsverzoek",
            "bewijsverzoek",
            null,
            new(2027, 6, juni),
            Voorbeeldzaak.Op(13)
        );
        var dagen = $$"""{"uitvoeren":"2027-06-15","bewijs":"{{uiterlijk}}","vaststellen":"2027-11-16"}""";
        await Zegt("in-steekproef", dagen, _zaak.Verleend, BewijsGevraagd, brief);
    }

    [Fact]
    public Task Proof_that_was_given_is_looked_at_until_the_settlement() =>
        Zegt(
            "bewijs-ontvangen",
            """{"uitvoeren":"2027-06-15","vaststellen":"2027-11-16"}""",
            _zaak.Verleend,
            BewijsGevraagd,
            new BewijsOntvangenBericht(_zaak.Nummer, 2, Voorbeeldzaak.Op(13))
        );

    [Fact]
    public async Task A_settlement_says_until_when_to_object_to_it_and_not_to_the_award()
    {
        await Zegt("vastgesteld", "{}", _zaak.Verleend, BezwaarVerlening, _zaak.Vastgesteld);
        await Zegt(
            "vastgesteld",
            """{"bezwaar":"2027-10-14"}""",
            new BezwaartermijnGestartBericht(_zaak.Nummer, _zaak.Vaststelling, new(2027, 9, 3), NaVaststelling, Voorbeeldzaak.Op(21))
        );
    }

    [Fact]
    public Task A_refusal_says_until_when_to_object() =>
        Zegt(
            "afgewezen",
            """{"bezwaar":"2026-07-27"}""",
            new AanvraagAfgewezenBericht(
                _zaak.Nummer,
                _zaak.Tijdvak,
                _zaak.Kvk,
                "slim-2026",
                _zaak.Verlening,
                new(2026, 6, 15),
                ["kosten-te-laag"],
                [Zakenhuis.Bea, "mila"],
                Voorbeeldzaak.Op(7)
            ),
            BezwaarVerlening
        );

    [Fact]
    public Task An_application_that_is_not_handled_says_until_when_to_object() =>
        Zegt(
            "buiten-behandeling",
            """{"bezwaar":"2026-07-03"}""",
            new BuitenBehandelingGesteldBericht(
                _zaak.Nummer,
                _zaak.Tijdvak,
                _zaak.Kvk,
                "slim-2026",
                $"{_zaak.Nummer}-N1",
                new(2026, 5, 22),
                "niet-aangevuld",
                ["begroting"],
                Voorbeeldzaak.Op(7)
            ),
            new BezwaartermijnGestartBericht(_zaak.Nummer, $"{_zaak.Nummer}-N1", new(2026, 5, 23), new(2026, 7, 3), Voorbeeldzaak.Op(8))
        );

    private async Task Zegt(string status, string dagen, params object[] berichten)
    {
        await huis.Zeg(Zakenhuis.Anna, _zaak.Ingediend);
        foreach (var bericht in berichten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        await Staat(status, dagen);
        await huis.Herbouw();
        await Staat(status, dagen);
    }

    private async Task Staat(string status, string dagen)
    {
        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{_zaak.Nummer}");
        Assert.Equal((status, dagen), (beeld.GetProperty("status").GetString(), beeld.GetProperty("laatsteDagen").GetRawText()));
    }
}
