using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>What happens while the project of a partnership runs: its report, a second advance, another period, and what it is reminded of.</summary>
public sealed class VoortgangTests
{
    internal static readonly SubsidieVerleendBericht Partnerschap = Verleend with
    {
        Regelversie = "slim-2025",
        Besluitdatum = Dag("2025-07-03"),
        SubsidiabeleKosten = 230000.00m,
        Bedrag = 141000.00m,
        Voorschot = 35250.00m,
        PeriodeVan = Dag("2025-07-04"),
        PeriodeTot = Dag("2027-07-03"),
        Verantwoording = "aanvraag",
        Activiteiten = ["C"],
        Op = Op("2025-07-03T10:00:00"),
        Aandelen = new Dictionary<string, decimal> { ["C"] = 141000.00m },
        Aanvragertype = "samenwerkingsverband",
        Partijen = new Dictionary<string, decimal> { [Kvk] = 119850.00m, ["90003004"] = 21150.00m },
    };

    internal static readonly VoorschotToegekendBericht Tweede = new(
        Zaak,
        Kvk,
        Zaak + "-T1",
        70500.00m,
        ["bo", "mo"],
        Op("2026-08-12T10:00:00"),
        NaVoortgang: true,
        Totaal: 105750.00m
    );

    private static readonly VerleningAangepastBericht Langer = new(
        Zaak,
        "2025-06-swv",
        Kvk,
        "slim-2025",
        Zaak + "-W1",
        Zaak + "-V1",
        Dag("2027-06-01"),
        Dag("2025-07-03"),
        "uitstel",
        2,
        141000.00m,
        35250.00m,
        "aanvraag",
        Dag("2025-07-04"),
        Dag("2027-10-03"),
        Dag("2027-07-03"),
        ["C"],
        ["bo", "mo"],
        Op("2027-06-01T10:00:00")
    );

    [Theory]
    [InlineData("2026-07-03T12:00:00", "te-vroeg")]
    [InlineData("2026-07-04T00:01:00", null)]
    [InlineData("2026-08-28T12:00:00", null)]
    // Late it is taken too.
    [InlineData("2026-12-01T12:00:00", null)]
    public void Het_verslag_gaat_over_de_eerste_twaalf_maanden(string op, string? code)
    {
        var beslissing = Meld(Opengesteld(Partnerschap), op);
        Assert.Equal(code, beslissing.Weigering?.Code);
        if (code is null)
        {
            var gemeld = Assert.IsType<VoortgangGemeld>(Assert.Single(beslissing.Gebeurtenissen));
            Assert.Equal((Dag("2026-08-28"), Kvk), (gemeld.Uiterlijk, gemeld.KvkNummer));
        }
    }

    [Fact]
    public void Een_mkb_onderneming_doet_geen_verslag_en_een_verslag_noemt_een_document_van_de_zaak()
    {
        Assert.Equal("geen-voortgangsverslag", Meld(Opengesteld(), "2027-01-04T12:00:00").Weigering?.Code);
        var fouten = Meld(Opengesteld(Partnerschap), "2026-08-03T12:00:00", document: "van-een-ander").Weigering!.Fouten;
        Assert.Equal("documenten[0]", Assert.Single(fouten).Veld);
    }

    [Fact]
    public void Het_tweede_voorschot_telt_mee_in_wat_al_te_betalen_is()
    {
        var stand = Opengesteld(Partnerschap).Dan(s => Meld(s, "2026-08-03T12:00:00")).Dan(s => BijVoorschotToegekend.Beslis(s, Tweede));
        Assert.Equal(105750.00m, stand.AlTeBetalen);
        Assert.Empty(BijVoorschotToegekend.Beslis(stand, Tweede).Gebeurtenissen);
        Assert.Equal("al-afgehandeld", Meld(stand, "2026-09-01T12:00:00").Weigering?.Code);
    }

    [Fact]
    public void Een_verslag_gaat_terug_met_een_reden_en_komt_opnieuw()
    {
        Assert.Equal("geen-verslag", Terug(Opengesteld(Partnerschap)).Weigering?.Code);
        var gemeld = Opengesteld(Partnerschap).Dan(s => Meld(s, "2026-08-03T12:00:00"));
        Assert.Equal("reden", Assert.Single(Terug(gemeld, reden: " ").Weigering!.Fouten).Veld);
        Assert.Equal("al-afgehandeld", Terug(gemeld.Dan(s => BijVoorschotToegekend.Beslis(s, Tweede))).Weigering?.Code);

        var terug = gemeld.Dan(s => Terug(s));
        Assert.Null(terug.Verslag);
        Assert.Equal("geen-verslag", Terug(terug).Weigering?.Code);
        Assert.Equal(
            ["VoortgangTeruggezondenBericht", "LaatsteDagNadertBericht"],
            Terug(gemeld).Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e)).Select(b => b.GetType().Name)
        );

        var opnieuw = terug.Dan(s => Meld(s, "2026-09-01T12:00:00"));
        // The day that was given for it, when that is later than the last day was.
        Assert.Equal(terug.Teruggezonden!.Uiterlijk, opnieuw.Verslag!.Uiterlijk);
        Assert.True(opnieuw.Verslag.Uiterlijk > Dag("2026-08-28"));
    }

    [Fact]
    public void Een_langere_periode_en_een_andere_verdeling_gelden_voor_de_verantwoording_in_elke_volgorde()
    {
        var anders = Langer with
        {
            Besluit = Zaak + "-W2",
            Versienummer = 3,
            Soort = "partij-treedt-uit",
            Op = Op("2027-06-02T10:00:00"),
            Partijen = new Dictionary<string, decimal> { [Kvk] = 141000.00m },
        };
        foreach (var volgorde in Volgordes<object>([Partnerschap, Langer, anders]))
        {
            var opening = Hoor(volgorde).Opening!;
            Assert.Equal((Dag("2027-10-03"), 141000.00m), (opening.PeriodeTot, opening.Verleend));
            Assert.Equal([Kvk], opening.Partijen!.Keys);
            Assert.Equal(141000.00m, opening.Aandelen!["C"]);
        }
    }

    [Theory]
    [InlineData("2026-07-30T07:00:00", "")]
    [InlineData("2026-07-31T07:00:00", "voortgangsverslag 2026-08-28")]
    [InlineData("2026-08-29T07:00:00", "")]
    [InlineData("2027-06-05T07:00:00", "einde-periode 2027-07-03")]
    [InlineData("2027-11-06T07:00:00", "verantwoording 2027-12-04")]
    public void Aan_elke_laatste_dag_wordt_een_keer_herinnerd(string op, string wat)
    {
        var stand = Opengesteld(Partnerschap);
        var beslissing = Herinneren.Beslis(stand, Regelstanden.Ongewijzigd, Op(op));
        Assert.Equal(wat, string.Join(", ", beslissing.Gebeurtenissen.Cast<Herinnerd>().Select(h => $"{h.Soort} {h.Dag:uuuu-MM-dd}")));
        if (wat.Length > 0)
        {
            Assert.Empty(Herinneren.Beslis(Volg(stand, beslissing)!, Regelstanden.Ongewijzigd, Op(op)).Gebeurtenissen);
        }
    }

    [Fact]
    public void Wie_al_deed_wat_moest_wordt_niet_herinnerd_en_een_verschoven_dag_wel_opnieuw()
    {
        var gemeld = Opengesteld(Partnerschap).Dan(s => Meld(s, "2026-07-30T12:00:00"));
        Assert.Empty(Herinneren.Beslis(gemeld, Regelstanden.Ongewijzigd, Op("2026-08-03T07:00:00")).Gebeurtenissen);
        var verlengd = Opengesteld(Partnerschap)
            .Dan(s => Herinneren.Beslis(s, Regelstanden.Ongewijzigd, Op("2027-06-05T07:00:00")))
            .Dan(s => BijVerleningAangepast.Beslis(s, Langer));
        Assert.Empty(Herinneren.Beslis(verlengd, Regelstanden.Ongewijzigd, Op("2027-06-06T07:00:00")).Gebeurtenissen);
        var nogEens = Herinneren.Beslis(verlengd, Regelstanden.Ongewijzigd, Op("2027-09-06T07:00:00")).Gebeurtenissen;
        Assert.Equal(Dag("2027-10-03"), Assert.IsType<Herinnerd>(Assert.Single(nogEens)).Dag);
    }

    internal static Beslissing Terug(Verantwoording stand, string reden = "Bladzijde 2 mist.") =>
        VoortgangTerugzenden.Beslis(stand, reden, Bewaar, Beoordelaar, Regelstanden.Ongewijzigd, Op("2026-08-27T12:00:00"));

    internal static Beslissing Meld(Verantwoording stand, string op, string document = "doc-1") =>
        VoortgangMelden.Beslis(stand, new("Wij liggen op schema.", [document]), Bewaar, Regelstanden.Ongewijzigd, Op(op));

    private static Verantwoording Hoor(IEnumerable<object> berichten) =>
        berichten.Aggregate(
            (Verantwoording?)null,
            (stand, b) =>
                Volg(stand, b is VerleningAangepastBericht a ? BijVerleningAangepast.Beslis(stand, a) : Voorbeelden.Hoor(stand, b))
        )!;
}
