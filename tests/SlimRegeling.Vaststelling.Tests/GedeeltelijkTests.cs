using CsCheck;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Of what was done for a part it is settled what counts of it (2.16; 4:46, second paragraph, under a, Awb).</summary>
public class GedeeltelijkTests
{
    private const string Daarna = "2027-08-02T09:00:00";

    private static readonly SubsidieVerleendBericht Tien = Verleend with
    {
        Bedrag = 7_000.00m,
        Voorschot = 3_500.00m,
        Activiteiten = ["B"],
        Aandelen = new Dictionary<string, decimal> { ["B"] = 7_000.00m },
    };

    private static readonly SubsidieVerleendBericht Samen = Verleend with
    {
        Activiteiten = ["A", "B"],
        Aandelen = new Dictionary<string, decimal> { ["A"] = 4_040.00m, ["B"] = 7_000.00m },
    };

    [Fact]
    public void Van_tien_trajecten_waarvan_er_zes_zijn_afgerond_wordt_zes_maal_het_vaste_bedrag_vastgesteld()
    {
        var voorgesteld = Beoordeeld(Tien, new Beoordelen.Oordeel("B", true, "Zes verklaringen.", 6));

        var voorstel = voorgesteld.Voorstel!;
        Assert.Equal(4_200.00m, voorstel.Vastgesteld);
        Assert.Equal(4_200.00m, voorstel.Gedeeltelijk!.PerActiviteit["B"]);
        Assert.Equal(6, voorstel.Gedeeltelijk.Aantallen["B"]);
        Assert.Equal(
            [new Onderbouwen.Oordeel("B", true, "Zes verklaringen.", 4_200.00m, 6)],
            Onderbouwen.Van(voorstel, new Dictionary<string, string> { ["B"] = "Zes verklaringen." })
        );
        var vastgesteld = voorgesteld.Dan(s => Onderteken(s, Eerste, Daarna)).Dan(s => Onderteken(s, Tweede, Daarna)).Vaststelling!;
        Assert.Equal((4_200.00m, 700.00m), (vastgesteld.Bedrag, vastgesteld.NogTeBetalen));
    }

    [Fact]
    public void Meer_trajecten_dan_het_deel_in_de_verlening_geven_niet_meer_dan_dat_deel() =>
        Assert.Equal(7_000.00m, Beoordeeld(Tien, new Beoordelen.Oordeel("B", true, "Elf.", 11)).Voorstel!.Vastgesteld);

    [Fact]
    public void Van_een_andere_activiteit_telt_een_bedrag_mee_tot_haar_deel()
    {
        var deels = Beoordeeld(Samen, new("A", true, "De helft.", Bedrag: 2_000.00m), new("B", true, "Alles."));

        Assert.Equal(9_000.00m, deels.Voorstel!.Vastgesteld);
        Assert.Equal(["A", "B"], deels.Voorstel.Uitgevoerd);
        Assert.Equal(["activiteiten[0].bedrag"], Fouten(Samen, new("A", true, "Te veel.", Bedrag: 4_040.01m), new("B", true, "Alles.")));
        var beide = Beoordeeld(Samen, new("A", true, "Iets.", Bedrag: 600.00m), new("B", true, "Drie.", 3));
        Assert.Equal(2_700.00m, beide.Voorstel!.Vastgesteld);
    }

    [Fact]
    public void Een_aantal_hoort_bij_een_vast_bedrag_en_een_bedrag_bij_al_het_andere()
    {
        Assert.Equal(
            ["activiteiten[0].aantal", "activiteiten[1].bedrag"],
            Fouten(Samen, new("A", true, "Gezien.", 1), new("B", true, "Gezien.", Bedrag: 700.00m))
        );
        Assert.Equal(
            ["activiteiten[0].bedrag", "activiteiten[1].aantal"],
            Fouten(Samen, new("A", true, "Gezien.", Bedrag: 0.00m), new("B", true, "Gezien.", 0))
        );
        Assert.Equal(["activiteiten[0].uitgevoerd"], Fouten(Tien, new Beoordelen.Oordeel("B", false, "Niet.", 6)));
    }

    [Fact]
    public void Voor_een_deel_kan_alleen_als_om_bewijs_is_gevraagd_en_als_de_delen_bekend_zijn()
    {
        Assert.Equal("vraag-eerst-bewijs", Beslis(Opengesteld(Tien), new Beoordelen.Oordeel("B", true, "Zes.", 6)).Weigering?.Code);
        Assert.Equal(
            "aandelen-onbekend",
            Beslis(Gevraagd(Samen with { Aandelen = null }), new("A", true, "Alles."), new("B", true, "Zes.", 6)).Weigering?.Code
        );
        // Of one activity it is the whole award.
        Assert.Equal(
            4_200.00m,
            Beoordeeld(Tien with { Aandelen = null }, new Beoordelen.Oordeel("B", true, "Zes.", 6)).Voorstel!.Vastgesteld
        );
    }

    [Fact]
    public void Wat_is_ondertekend_noemt_het_aantal_en_het_bedrag_en_komt_er_opnieuw_hetzelfde_uit()
    {
        var stand = Gevraagd(Samen);
        Beoordelen.Oordeel[] oordelen = [new("A", true, "Iets.", Bedrag: 600.00m), new("B", true, "Drie.", 3)];
        var voorstel = stand.Dan(s => Beslis(s, oordelen)).Voorstel!;

        var opnieuw = stand
            .Dan(s =>
                Beoordelen.Beslis(
                    Zaak,
                    s,
                    Beoordelen.Opnieuw(voorstel),
                    _ => voorstel.Argumenten,
                    voorstel.Door,
                    Regelstanden.Ongewijzigd,
                    voorstel.Op
                )
            )
            .Voorstel!;
        Assert.Equal((voorstel.Voorstelhash, voorstel.Vastgesteld), (opnieuw.Voorstelhash, opnieuw.Vastgesteld));

        Assert.NotEqual(voorstel.Voorstelhash, Hash(new("A", true, "Iets.", Bedrag: 600.01m), oordelen[1]));
        Assert.NotEqual(voorstel.Voorstelhash, Hash(oordelen[0], new("B", true, "Drie.", 4)));

        string Hash(params Beoordelen.Oordeel[] anders) => stand.Dan(s => Beslis(s, anders)).Voorstel!.Voorstelhash;
    }

    [Fact]
    public void Lager_vastgesteld_heeft_een_berekening_van_elke_activiteit_en_een_som()
    {
        var voor = Gevraagd(Samen);
        var voorstel = voor.Dan(s => Beslis(s, new("A", false, "Geen plan."), new("B", true, "Zes.", 6))).Voorstel!;

        var regels = Ambtshalveberekening.Van(voor, voorstel, Regelboek.Versie("slim-2026"))!;

        Assert.Equal(
            [
                ("Activiteit A: deel van de verleende subsidie", 4_040.00m, "4:46, eerste lid, Awb"),
                ("Activiteit A: niet uitgevoerd of niet laten zien", 0.00m, "4:46, tweede lid, onderdeel a, Awb"),
                ("Activiteit B: deel van de verleende subsidie", 7_000.00m, "4:46, eerste lid, Awb"),
                ("Activiteit B: 6 afgeronde trajecten van € 700,00", 4_200.00m, "2.16"),
                ("Alles wat meetelt samen", 4_200.00m, "4:46, tweede lid, Awb"),
            ],
            regels.Select(r => (r.Omschrijving, r.Bedrag, r.Artikel))
        );
        // The whole award needs none.
        var alles = voor.Dan(s => Beslis(s, new("A", true, "Alles."), new("B", true, "Alles."))).Voorstel!;
        Assert.Null(Ambtshalveberekening.Van(voor, alles, Regelboek.Versie("slim-2026")));
    }

    [Fact]
    public void De_delen_zijn_samen_de_verlening_en_de_berekening_is_samen_wat_is_vastgesteld() =>
        Gen.Select(Gen.Int[100, 2_499_900], Gen.Int[1, 3_000_000].Array[3], Gen.Int[0, 2].Array[3])
            .Sample(
                (verleend, wegen, keuzes) =>
                {
                    string[] soorten = ["A", "B", "C"];
                    var bericht = Verleend with
                    {
                        Bedrag = verleend / 100m,
                        Voorschot = 0.00m,
                        Activiteiten = soorten,
                        Aandelen = soorten.Zip(wegen).ToDictionary(p => p.First, p => p.Second / 100m),
                    };
                    var voor = Gevraagd(bericht);
                    var beslissing = Beslis(voor, [.. soorten.Select((soort, i) => Keus(soort, keuzes[i]))]);
                    if (beslissing.Weigering is { } weigering)
                    {
                        // A cent can be more than the part of an activity.
                        Assert.Equal("onjuiste-invoer", weigering.Code);
                        return;
                    }
                    var voorstel = Volg(voor, beslissing)!.Voorstel!;
                    Assert.InRange(voorstel.Vastgesteld, 0m, bericht.Bedrag);
                    if (Ambtshalveberekening.Van(voor, voorstel, Regelboek.Versie("slim-2026")) is not { } regels)
                    {
                        Assert.Equal(bericht.Bedrag, voorstel.Vastgesteld);
                        return;
                    }
                    Assert.Equal(voorstel.Vastgesteld, regels[^1].Bedrag);
                    Assert.Equal(bericht.Bedrag, regels.Take(6).Where((_, i) => i % 2 == 0).Sum(r => r.Bedrag));
                    Assert.Equal(voorstel.Vastgesteld, regels.Take(6).Where((_, i) => i % 2 == 1).Sum(r => r.Bedrag));
                }
            );

    private static Beoordelen.Oordeel Keus(string soort, int keuze) =>
        keuze switch
        {
            0 => new(soort, false, "Niets."),
            1 when soort == "B" => new(soort, true, "Een.", 1),
            1 => new(soort, true, "Een cent.", Bedrag: 0.01m),
            _ => new(soort, true, "Alles."),
        };

    private static Verantwoording Beoordeeld(SubsidieVerleendBericht verleend, params Beoordelen.Oordeel[] oordelen) =>
        Gevraagd(verleend).Dan(s => Beslis(s, oordelen));

    private static IEnumerable<string> Fouten(SubsidieVerleendBericht verleend, params Beoordelen.Oordeel[] oordelen) =>
        Beslis(Gevraagd(verleend), oordelen).Weigering!.Fouten.Select(f => f.Veld);

    private static Platform.Stromen.Beslissing Beslis(Verantwoording stand, params Beoordelen.Oordeel[] oordelen) =>
        Beoordelen.Beslis(Zaak, stand, new(oordelen), Bewaar, Beoordelaar, Regelstanden.Ongewijzigd, Op(Daarna));
}
