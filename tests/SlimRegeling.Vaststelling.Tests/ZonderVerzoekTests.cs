using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Who never asks for the settlement gets a last term, and is settled without a declaration after that (4:44 and 4:47 Awb).</summary>
public class ZonderVerzoekTests
{
    private const string Daarna = "2025-12-25T10:00:00";

    [Fact]
    public void Wie_de_vaststelling_niet_op_tijd_vraagt_krijgt_eenmaal_een_laatste_termijn_en_een_brief()
    {
        Assert.Equal("verzoektermijn-loopt", Stel(Open(Verband), "2025-11-25T23:59:59").Weigering?.Code);
        Assert.Equal("ambtshalve", Stel(Opengesteld()).Weigering?.Code);
        Assert.Equal("al-ingediend", Stel(Ingediend(Verband, VanVerband)).Weigering?.Code);

        var gesteld = Gesteld();

        Assert.Equal(Dag("2025-12-24"), gesteld.Verzoektermijn!.Uiterlijk);
        Assert.Equal("al-gesteld", Stel(gesteld).Weigering?.Code);
        var bericht = Assert.IsType<LaatsteDagNadertBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gesteld.Verzoektermijn)));
        Assert.Equal(("verantwoording-laatste-termijn", Dag("2025-12-24"), Kvk), (bericht.Soort, bericht.Dag, bericht.KvkNummer));
    }

    [Fact]
    public void De_ontvanger_ziet_de_laatste_termijn_met_haar_artikel()
    {
        var gesteld = Gesteld();

        var beeld = Beeldvan(gesteld, "2025-12-01T10:00:00");
        Assert.Equal((Dag("2025-12-24"), "4:44, derde lid, Awb"), (beeld.LaatsteTermijn!.Uiterlijk, beeld.LaatsteTermijn.Artikel));
        Assert.Null(beeld.VaststellenUiterlijk);
        // 22 weeks from the last day that was given.
        Assert.Equal(Dag("2026-05-27"), Beeldvan(gesteld, Daarna).VaststellenUiterlijk);
        var versie = Regelstanden.Ongewijzigd.Versie(gesteld.Opening!.Regelversie, Op(Daarna));
        Assert.Equal(Dag("2025-12-24"), DeclaratieNagaan.Van(gesteld, VanVerband, versie, Dag("2025-07-01")).VerzoekUiterlijk);
        Assert.Null(Beeldvan(Open(Verband), Daarna).LaatsteTermijn);
    }

    [Fact]
    public void Na_de_laatste_termijn_wordt_vastgesteld_wat_toch_vaststaat_en_het_voorschot_daarboven_wordt_teruggevorderd()
    {
        Assert.Equal("geen-laatste-termijn", Zonder(Open(Verband), 0.00m).Weigering?.Code);
        Assert.Equal("wacht-op-verzoek", Zonder(Gesteld(), 0.00m, "2025-12-24T23:59:59").Weigering?.Code);

        var voorgesteld = Gesteld().Dan(s => Zonder(s, 20_000.00m));
        Assert.Equal("zelf-voorgesteld", Onderteken(voorgesteld, Beoordelaar, Daarna).Weigering?.Code);
        var vastgesteld = voorgesteld.Vastgesteld("2026-01-05T10:00:00");

        var besluit = vastgesteld.Vaststelling!;
        Assert.Equal((20_000.00m, -85_750.00m), (besluit.Bedrag, besluit.NogTeBetalen));
        Assert.True(besluit.ZonderVerzoek);
        Assert.Equal(Dag("2026-05-27"), besluit.Uiterlijk);
        Assert.Equal([Beoordelaar, Eerste, Tweede], besluit.Ondertekenaars);
        var beeld = Beeldvan(vastgesteld, "2026-01-06T10:00:00").Besluit!;
        Assert.Equal(("4:44, vierde lid, Awb", false), (beeld.Artikel, beeld.TeLaat));
        var bericht = Assert.IsType<SubsidieVastgesteldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, besluit)));
        Assert.Equal((20_000.00m, -85_750.00m), (bericht.Vastgesteld, bericht.NogTeBetalen));
    }

    [Fact]
    public void Staat_niets_vast_dan_is_het_nul()
    {
        var voorstel = Gesteld().Dan(s => Zonder(s, 0.00m)).Voorstel!;

        Assert.Equal(0.00m, voorstel.Vastgesteld);
        Assert.Equal(["C"], voorstel.NietUitgevoerd);
        Assert.Equal([new Onderbouwen.Oordeel("C", false, "Niets gezien.", 0.00m)], Onderbouwen.Van(voorstel, Argument));
    }

    [Fact]
    public void Een_declaratie_voor_de_tweede_handtekening_telt_en_het_voorstel_vervalt()
    {
        var getekend = Gesteld().Dan(s => Zonder(s, 0.00m)).Dan(s => Onderteken(s, Eerste, Daarna));

        var ingediend = getekend.Dan(s => DienIn(s, VanVerband, "2025-12-26T10:00:00"));

        Assert.Equal(Fase.Ingediend, ingediend.Fase);
        Assert.Null(ingediend.Voorstel);
        Assert.Empty(ingediend.Ondertekenaars);
        Assert.Equal("al-ingediend", Zonder(ingediend, 0.00m, "2025-12-27T10:00:00").Weigering?.Code);
        Assert.Equal("nog-niet-voorgelegd", Onderteken(ingediend, Tweede, "2025-12-27T10:00:00").Weigering?.Code);
        Assert.Null(Oordeel(ingediend, AllesGoed(VanVerband), VanVerband, "2025-12-29T10:00:00").Weigering);
        // What was judged of a declaration is not undone by another.
        var beoordeeld = ingediend.Dan(s => Oordeel(s, AllesGoed(VanVerband), VanVerband, "2025-12-29T10:00:00"));
        Assert.Equal("al-beoordeeld", DienIn(beoordeeld, VanVerband, "2025-12-30T10:00:00").Weigering?.Code);
    }

    [Fact]
    public void Elk_bedrag_heeft_een_reden_en_samen_is_het_niet_meer_dan_verleend()
    {
        Assert.Equal(["activiteiten[0].bedrag"], Velden(new("C", -1.00m, "Gezien.")));
        Assert.Equal(["activiteiten[0].bedrag"], Velden(new("C", 0.001m, "Gezien.")));
        Assert.Equal(["activiteiten[0].bedrag"], Velden(new("C", 141_000.01m, "Gezien.")));
        Assert.Equal(["activiteiten[0].argument"], Velden(new("C", 1.00m, " ")));
        Assert.Equal(["activiteiten", "activiteiten[0].soort"], Velden(new("A", 1.00m, "Gezien.")).Order());
        Assert.NotEqual(
            Gesteld().Dan(s => Zonder(s, 0.00m)).Voorstel!.Voorstelhash,
            Gesteld().Dan(s => Zonder(s, 0.01m)).Voorstel!.Voorstelhash
        );

        static IEnumerable<string> Velden(ZonderVerzoekBeoordelen.Oordeel oordeel) =>
            Beslis(Gesteld(), new([oordeel]), Daarna).Weigering!.Fouten.Select(f => f.Veld);
    }

    [Fact]
    public void Na_een_bezwaar_wordt_het_niet_minder_en_nemen_anderen_het_besluit()
    {
        var vastgesteld = Gesteld().Dan(s => Zonder(s, 20_000.00m)).Vastgesteld("2026-01-05T10:00:00");
        var heropend = vastgesteld.Dan(s => Hoor(s, Gegrond));

        Assert.Equal("nam-bestreden-besluit", Zonder(heropend, 10_000.00m, "2027-10-05T10:00:00").Weigering?.Code);
        var opnieuw = heropend.Dan(s => Zonder(s, 10_000.00m, "2027-10-05T10:00:00", "beoordelaar-9"));
        Assert.Equal(20_000.00m, opnieuw.Voorstel!.Vastgesteld);
        // And what was not declared then can be declared now.
        Assert.Null(DienIn(heropend, VanVerband, "2027-10-05T10:00:00").Weigering);
    }

    private static readonly Dictionary<string, string> Argument = new() { ["C"] = "Niets gezien." };

    private static Verantwoording Gesteld() =>
        Open(Verband)
            .Dan(s => Stel(s))
            .Dan(s => BrieftermijnTests.Verzend(s, "herinnering-verantwoording-laatste-termijn-20251224", "2025-11-26"));

    private static Beslissing Stel(Verantwoording stand, string op = "2025-11-26T10:00:00") =>
        VerzoektermijnStellen.Beslis(stand, Beoordelaar, Regelstanden.Ongewijzigd, Op(op));

    private static Beslissing Zonder(Verantwoording stand, decimal bedrag, string op = Daarna, string wie = Beoordelaar) =>
        Beslis(stand, new([new("C", bedrag, "Niets gezien.")]), op, wie);

    private static Beslissing Beslis(Verantwoording stand, ZonderVerzoekBeoordelen.Verzoek verzoek, string op, string wie = Beoordelaar) =>
        ZonderVerzoekBeoordelen.Beslis(Zaak, stand, verzoek, Bewaar, wie, Regelstanden.Ongewijzigd, Op(op));

    private static Bekijken.Beeld Beeldvan(Verantwoording stand, string op) =>
        Bekijken.Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager: true, Regelstanden.Ongewijzigd, Op(op));
}
