using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>
/// After a well-founded objection the subsidy is settled anew, by others, for no less and never above the award; when a mistake was mended, by anyone.
/// </summary>
public class HervaststellenTests
{
    private const string AndereBeoordelaar = "bo-2";
    private const string Derde = "ondertekenaar-3";
    private const string Vierde = "ondertekenaar-4";

    [Fact]
    public void Een_gegrond_bezwaar_heropent_de_vaststelling_eenmaal_en_alleen_met_dat_gevolg()
    {
        var vastgesteld = Vastgesteld("A");
        var heropend = vastgesteld.Dan(s => Hoor(s, Gegrond));

        Assert.Equal(Fase.BewijsOntvangen, heropend.Fase);
        Assert.Null(heropend.Voorstel);
        Assert.Equal((Zaak + "-S1", Gegrond.Besluit), (heropend.Heropening!.Vervangt, heropend.Heropening.Besluit));
        Assert.Equal(4346.45m, heropend.Vaststelling!.Bedrag);
        Assert.Empty(Hoor(heropend, Gegrond).Gebeurtenissen);
        foreach (var gevolg in (string?[])[null, "verlenen", "wijzigen", "afwijzen"])
        {
            Assert.Empty(Hoor(vastgesteld, Gegrond with { Gevolg = gevolg }).Gebeurtenissen);
            Assert.Empty(Hoor(null, Gegrond with { Gevolg = gevolg }).Gebeurtenissen);
        }
        Assert.Equal("niet-vastgesteld", Hoor(Voorgesteld(), Gegrond).Weigering?.Code);
    }

    [Fact]
    public void Wie_de_oude_vaststelling_nam_neemt_de_nieuwe_niet()
    {
        var heropend = Vastgesteld("A").Dan(s => Hoor(s, Gegrond));
        foreach (var wie in (string[])[Beoordelaar, Eerste, Tweede])
        {
            Geweigerd(Beoordeel(heropend, ["A", "C"], "2027-10-05T09:00:00", wie));
        }
        var voorgesteld = heropend.Dan(s => Beoordeel(s, ["A", "C"], "2027-10-05T09:00:00", AndereBeoordelaar));
        foreach (var wie in (string[])[Beoordelaar, Eerste, Tweede])
        {
            Geweigerd(Onderteken(voorgesteld, wie, "2027-10-06T09:00:00"));
        }
        var een = voorgesteld.Dan(s => Onderteken(s, Derde, "2027-10-06T09:00:00"));
        Assert.Equal("al-ondertekend", Onderteken(een, Derde, "2027-10-06T09:00:00").Weigering?.Code);
        Assert.Equal("zelf-voorgesteld", Onderteken(een, AndereBeoordelaar, "2027-10-06T09:00:00").Weigering?.Code);
        Assert.Equal(Fase.Vastgesteld, een.Dan(s => Onderteken(s, Vierde, "2027-10-06T09:00:00")).Fase);

        static void Geweigerd(Beslissing beslissing) =>
            Assert.Equal(
                ("nam-bestreden-besluit", 403, "artikel 10:3, derde lid, Awb"),
                (beslissing.Weigering?.Code, beslissing.Weigering?.Status, beslissing.Weigering?.Artikel)
            );
    }

    [Theory]
    // Too much was advanced by the first: what it claimed is less, or nothing.
    [InlineData("A", "A C", 11040.00, 5520.00, 5520.00)]
    // The first ordered 1,173.55: that is not paid again.
    [InlineData("C", "A C", 11040.00, 6693.55, 4346.45)]
    // It is never less than it was.
    [InlineData("C", "A", 6693.55, 6693.55, 0.00)]
    [InlineData("A", "geen", 4346.45, 5520.00, -1173.55)]
    public void De_nieuwe_vaststelling_noemt_de_oude_en_geeft_alleen_wat_er_meer_is(
        string eerst,
        string dan,
        decimal vastgesteld,
        decimal voorschotten,
        decimal nog
    )
    {
        var bericht = Opnieuw(Vastgesteld(eerst).Dan(s => Hoor(s, Gegrond)), dan.Split(' '));

        Assert.Equal((Zaak + "-S2", Zaak + "-S1", Gegrond.Besluit), (bericht.Besluit, bericht.Vervangt, bericht.Bezwaarbesluit));
        Assert.Equal((vastgesteld, voorschotten, nog), (bericht.Vastgesteld, bericht.Voorschotten, bericht.NogTeBetalen));
        Assert.Equal(eerst == "A" ? 4346.45m : 6693.55m, bericht.EerderVastgesteld);
        Assert.Equal([AndereBeoordelaar, Derde, Vierde], bericht.Ondertekenaars);
    }

    [Fact]
    public void Daarna_is_er_niets_meer_te_doen_tot_een_volgend_gegrond_bezwaar()
    {
        var opnieuw = Neem(Vastgesteld("A").Dan(s => Hoor(s, Gegrond)), "C");
        Assert.Equal(Fase.Vastgesteld, opnieuw.Fase);
        Assert.Equal("al-vastgesteld", Beoordeel(opnieuw, ["A", "C"], "2027-11-01T09:00:00", "bo-9").Weigering?.Code);
        Assert.Empty(Hoor(opnieuw, Gegrond).Gebeurtenissen);

        var nogEens = opnieuw.Dan(s => Hoor(s, Gegrond with { Bezwaar = Zaak + "-BZ2", Besluit = Zaak + "-BZ2-1" }));

        Assert.Equal(Zaak + "-S2", nogEens.Heropening!.Vervangt);
        Assert.Equal("nam-bestreden-besluit", Beoordeel(nogEens, ["A", "C"], "2027-11-01T09:00:00", AndereBeoordelaar).Weigering?.Code);
        // Of the one that is objected to now they are no part.
        var derde = nogEens
            .Dan(s => Beoordeel(s, ["A", "C"], "2027-11-01T09:00:00"))
            .Dan(s => Onderteken(s, Eerste, "2027-11-02T09:00:00"))
            .Dan(s => Onderteken(s, Tweede, "2027-11-02T09:00:00"));
        Assert.Equal((Zaak + "-S3", Zaak + "-S2"), (derde.Vaststelling!.Besluit, derde.Vaststelling.Vervangt));
        Assert.Equal((6693.55m, 4346.45m), (derde.Vaststelling.Voorschotten, derde.Vaststelling.NogTeBetalen));
    }

    [Fact]
    public void Een_hogere_verlening_die_al_was_vastgesteld_wordt_opnieuw_vastgesteld()
    {
        var heropend = Vastgesteld("A", "C").Dan(s => Hoor(s, Gewijzigd));

        Assert.Equal((12000.00m, 11040.00m), (heropend.Opening!.Verleend, heropend.Vaststelling!.Verleend));
        Assert.Equal(Gewijzigd.Besluit, heropend.Heropening!.Besluit);
        Assert.Empty(Hoor(heropend, Gewijzigd).Gebeurtenissen);
        var bericht = Opnieuw(heropend, ["A", "C", "D"]);
        // The advance that crossed the settlement counts too.
        Assert.Equal((12000.00m, 12000.00m), (bericht.Verleend, bericht.Vastgesteld));
        Assert.Equal((11520.00m, 480.00m), (bericht.Voorschotten, bericht.NogTeBetalen));
    }

    [Fact]
    public void Wat_de_vaststelling_kruiste_heropent_haar_nadat_zij_er_was()
    {
        var vastgesteld = Vastgesteld("A", "C");
        var op = vastgesteld.Vaststelling!.Op;
        foreach (var beslist in (Instant[])[op - Duration.FromMinutes(5), op])
        {
            foreach (var bericht in (object[])[Gewijzigd with { Op = beslist }, Gegrond with { Op = beslist }])
            {
                Assert.Equal(op + Duration.FromTicks(10), vastgesteld.Dan(s => Hoor(s, bericht)).Heropening!.Op);
            }
        }
        Assert.Equal(Gegrond.Op, vastgesteld.Dan(s => Hoor(s, Gegrond)).Heropening!.Op);
    }

    [Fact]
    public void Een_fout_die_is_hersteld_heropent_haar_ook_voor_wie_haar_namen_en_niet_als_na_bezwaar()
    {
        var heropend = Vastgesteld("A", "C").Dan(s => Hoor(s, Hersteld));
        var gezegd = Assert.IsType<VaststellingHeropendBericht>(Assert.Single(Uitgaand.Berichten(Zaak, heropend.Heropening!)));
        Assert.Equal((true, Zaak + "-H1"), (gezegd.Herstel, gezegd.Bezwaarbesluit));

        var voorgesteld = heropend.Dan(s => Beoordeel(s, ["A", "C", "D"], "2027-10-05T09:00:00"));
        Assert.Equal("zelf-voorgesteld", Onderteken(voorgesteld, Beoordelaar, "2027-10-06T09:00:00").Weigering?.Code);
        var opnieuw = voorgesteld
            .Dan(s => Onderteken(s, Eerste, "2027-10-06T09:00:00"))
            .Dan(s => Onderteken(s, Tweede, "2027-10-06T09:00:00"));
        var bericht = Uitgaand.Berichten(Zaak, opnieuw.Vaststelling!).OfType<SubsidieVastgesteldBericht>().Single();
        Assert.Equal((Zaak + "-S2", Zaak + "-H1", true), (bericht.Besluit, bericht.Bezwaarbesluit, bericht.Herstel));
        Assert.Equal((12000.00m, 480.00m), (bericht.Vastgesteld, bericht.NogTeBetalen));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wie_haar_namen_doen_het_niet_als_er_naast_de_fout_ook_bezwaar_was(bool foutEerst)
    {
        object[] berichten = foutEerst ? [Hersteld, Gegrond] : [Gegrond, Hersteld];
        var heropend = berichten.Aggregate(Vastgesteld("A", "C"), (stand, bericht) => stand.Dan(s => Hoor(s, bericht)));

        Assert.Equal("nam-bestreden-besluit", Beoordeel(heropend, ["A", "C", "D"], "2027-10-05T09:00:00").Weigering?.Code);
        var na = Neem(heropend, "A", "C", "D").Vaststelling!;
        Assert.Equal(Gegrond.Besluit, na.Bezwaarbesluit);
        Assert.Null(na.Herstel);
    }

    [Fact]
    public void Een_wijziging_die_niets_meer_geeft_heropent_niets()
    {
        var vastgesteld = Vastgesteld("A", "C");

        Assert.Equal(Fase.Vastgesteld, vastgesteld.Dan(s => Hoor(s, Gewijzigd with { Bedrag = 11040.00m })).Fase);
    }

    [Fact]
    public void Wat_zonder_steekproef_is_vastgesteld_wordt_zonder_bewijs_opnieuw_vastgesteld()
    {
        var heropend = Opengesteld()
            .Dan(s => Beoordeel(s, ["A", "C"]))
            .Dan(s => Onderteken(s, Eerste))
            .Dan(s => Onderteken(s, Tweede))
            .Dan(s => Hoor(s, Gewijzigd));

        Assert.Equal(12000.00m, Opnieuw(heropend, ["A", "C", "D"]).Vastgesteld);
    }

    [Fact]
    public void Het_beeld_zegt_dat_er_een_andere_komt_en_daarna_waarvoor_zij_kwam()
    {
        var heropend = Vastgesteld("A").Dan(s => Hoor(s, Gegrond));
        var tussen = Beeld(heropend);
        Assert.Equal(new Bekijken.Heropeningbeeld(Zaak + "-S1", Gegrond.Besluit, 4346.45m), tussen.Heropening);
        Assert.Equal(Zaak + "-S1", tussen.Besluit!.Nummer);

        var na = Beeld(Neem(heropend, "A", "C"));
        Assert.Null(na.Heropening);
        Assert.Equal((Zaak + "-S2", Zaak + "-S1", false), (na.Besluit!.Nummer, na.Besluit.Vervangt, na.Besluit.TeLaat));

        static Bekijken.Beeld Beeld(Verantwoording stand) =>
            Bekijken.Van(
                stand,
                stand.Opening!,
                Bekijken.Teksten.Geen,
                aanvrager: true,
                Regelstanden.Ongewijzigd,
                Op("2028-02-01T12:00:00")
            );
    }

    [Fact]
    public void Hoe_vaak_ook_opnieuw_vastgesteld_het_wordt_nooit_lager_en_er_wordt_niet_meer_gegeven() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 3_000_000].Array[3], Gen.Bool.Array[3].Array[2, 5])
            .Sample(
                (procent, aandelen, ronden) =>
                {
                    string[] soorten = ["A", "B", "C"];
                    var stand = Na(
                            Verleend with
                            {
                                Voorschot = Math.Round(Verleend.Bedrag * procent / 100m, 2, MidpointRounding.AwayFromZero),
                                Activiteiten = soorten,
                                Aandelen = soorten.Zip(aandelen).ToDictionary(p => p.First, p => p.Second / 100m),
                            }
                        )!
                        .Dan(s => Trek(s))
                        .Dan(s => BrieftermijnTests.Verzend(s, "bewijsverzoek", "2027-06-23"));
                    var (vorige, toegekend) = (0m, stand.Opening!.Voorschot);
                    for (var ronde = 0; ronde < ronden.Length; ronde++)
                    {
                        string[] gedaan = [.. soorten.Where((_, i) => ronden[ronde][i])];
                        var (bo, een, twee) = ($"bo-{ronde}", $"een-{ronde}", $"twee-{ronde}");
                        stand = stand
                            .Dan(s => Beoordeel(s, gedaan, "2027-10-05T09:00:00", bo))
                            .Dan(s => Onderteken(s, een))
                            .Dan(s => Onderteken(s, twee));
                        var v = stand.Vaststelling!;
                        Assert.InRange(v.Bedrag, vorige, v.Verleend);
                        Assert.Equal((toegekend, v.Bedrag - toegekend), (v.Voorschotten, v.NogTeBetalen));
                        (vorige, toegekend) = (v.Bedrag, toegekend + Math.Max(0, v.NogTeBetalen));
                        Assert.True(toegekend <= Math.Max(v.Bedrag, stand.Opening!.Voorschot), "More was given than was settled.");
                        var besluit = $"{Zaak}-BZ{ronde + 1}-1";
                        stand = stand.Dan(s => Hoor(s, Gegrond with { Bezwaar = besluit[..^2], Besluit = besluit }));
                    }
                },
                iter: 200
            );

    /// <summary>The higher award, because there was a mistake in the first.</summary>
    private static VerleningGewijzigdBericht Hersteld => Gewijzigd with { Bezwaar = Zaak + "-H1", Besluit = Zaak + "-H1", Herstel = true };

    private static Verantwoording Vastgesteld(params string[] uitgevoerd) =>
        Voorgesteld(null, uitgevoerd).Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede));

    /// <summary>Settled anew by others than the first time.</summary>
    private static Verantwoording Neem(Verantwoording heropend, params string[] uitgevoerd) =>
        heropend
            .Dan(s => Beoordeel(s, uitgevoerd, "2027-10-05T09:00:00", AndereBeoordelaar))
            .Dan(s => Onderteken(s, Derde, "2027-10-06T09:00:00"))
            .Dan(s => Onderteken(s, Vierde, "2027-10-06T09:00:00"));

    private static SubsidieVastgesteldBericht Opnieuw(Verantwoording heropend, string[] uitgevoerd) =>
        Uitgaand.Berichten(Zaak, Neem(heropend, uitgevoerd).Vaststelling!).OfType<SubsidieVastgesteldBericht>().Single();
}
