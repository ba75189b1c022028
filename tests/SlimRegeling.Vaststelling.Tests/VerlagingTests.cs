using CsCheck;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Less is settled on a ground of its own (4:46, second paragraph, under b to d, Awb), with and without a declaration.</summary>
public sealed class VerlagingTests
{
    private const string Daarna = "2027-08-02T09:00:00";
    private const string Reden = "U bewaarde de administratie niet.";

    private static readonly Verlagingsverzoek Plicht = new(Verlagingsgrond.VerplichtingenNietNageleefd, 1_040.00m, Reden);
    private static readonly Beoordelen.Oordeel[] Alles = [new("A", true, "gezien"), new("C", true, "gezien")];

    [Fact]
    public void Zonder_verzoek_gaat_er_van_de_hele_verlening_iets_af_als_om_bewijs_is_gevraagd()
    {
        Assert.Equal("vraag-eerst-bewijs", Beslis(Opengesteld(), Plicht, "2027-07-05T09:00:00").Weigering?.Code);
        var voor = Gevraagd();

        var voorstel = voor.Dan(s => Beslis(s, Plicht)).Voorstel!;

        Assert.Equal((10_000.00m, new Verlaging(Plicht.Grond, 1_040.00m)), (voorstel.Vastgesteld, voorstel.Verlaging));
        Assert.Equal(
            [
                ("De verleende subsidie: alles is uitgevoerd", 11_040.00m, "4:46, eerste lid, Awb"),
                (
                    "Verlaagd met € 1.040,00, omdat u niet hebt voldaan aan de verplichtingen bij de subsidie",
                    10_000.00m,
                    "4:46, tweede lid, onderdeel b, Awb"
                ),
            ],
            Ambtshalveberekening.Van(voor, voorstel, Regelboek.Versie("slim-2026"))!.Select(r => (r.Omschrijving, r.Bedrag, r.Artikel))
        );
        var vastgesteld = voor.Dan(s => Beslis(s, Plicht)).Dan(s => Onderteken(s, Eerste, Daarna)).Dan(s => Onderteken(s, Tweede, Daarna));
        Assert.Equal((10_000.00m, 4_480.00m), (vastgesteld.Vaststelling!.Bedrag, vastgesteld.Vaststelling.NogTeBetalen));
    }

    [Fact]
    public void Zij_gaat_af_van_wat_meetelt_en_nooit_onder_nul()
    {
        var voor = Gevraagd();
        Beoordelen.Oordeel[] alleenA = [Alles[0], new("C", false, "Niets.")];

        var voorstel = voor.Dan(s => Beslis(s, Plicht, oordelen: alleenA)).Voorstel!;

        Assert.Equal(4_346.45m - 1_040.00m, voorstel.Vastgesteld);
        var regels = Ambtshalveberekening.Van(voor, voorstel, Regelboek.Versie("slim-2026"))!;
        Assert.Equal(
            [("Alles wat meetelt samen", 4_346.45m), (regels[^1].Omschrijving, 3_306.45m)],
            regels.TakeLast(2).Select(r => (r.Omschrijving, r.Bedrag))
        );
        Assert.Equal(0.00m, voor.Dan(s => Beslis(s, Plicht with { Bedrag = 4_346.45m }, oordelen: alleenA)).Voorstel!.Vastgesteld);
        Assert.Equal(
            [("verlaging.bedrag", "4:46, tweede lid, onderdeel b, Awb")],
            Fouten(Beslis(voor, Plicht with { Bedrag = 4_346.46m }, oordelen: alleenA))
        );
    }

    [Fact]
    public void Zij_heeft_een_grond_een_bedrag_in_centen_en_een_reden()
    {
        Assert.Equal(
            ["verlaging.bedrag", "verlaging.grond", "verlaging.reden"],
            Fouten(Beslis(Gevraagd(), new("activiteiten-niet-verricht", 0.00m, " "))).Select(f => f.Veld).Order()
        );
        Assert.Equal(["verlaging.bedrag"], Fouten(Beslis(Gevraagd(), Plicht with { Bedrag = 0.001m })).Select(f => f.Veld));
        Assert.Equal(
            ["verlaging.bedrag"],
            Fouten(Oordeel(Ingediend(), Oordelen with { Verlaging = Plicht with { Bedrag = -1.00m } })).Select(f => f.Veld)
        );
        Assert.Equal(
            ["verlaging.reden"],
            Fouten(Oordeel(Ingediend(), Oordelen with { Verlaging = Plicht with { Reden = new string('x', 2_001) } })).Select(f => f.Veld)
        );
    }

    [Fact]
    public void Wat_wordt_ondertekend_noemt_haar_en_zij_komt_er_opnieuw_hetzelfde_uit()
    {
        var voor = Gevraagd();
        var voorstel = voor.Dan(s => Beslis(s, Plicht)).Voorstel!;

        var opnieuw = Beoordelen.Beslis(
            Zaak,
            voor,
            Beoordelen.Opnieuw(voorstel),
            _ => voorstel.Argumenten,
            voorstel.Door,
            Regelstanden.Ongewijzigd,
            voorstel.Op
        );

        Assert.Equal(voorstel.Voorstelhash, Assert.IsType<Voorgesteld>(Assert.Single(opnieuw.Gebeurtenissen)).Voorstelhash);
        // With the arguments the same, another ground gives the same amount and another hash.
        Assert.NotEqual(Hash(Plicht), Hash(Plicht with { Grond = Verlagingsgrond.OnjuisteGegevens }));

        string Hash(Verlagingsverzoek verlaging) =>
            Assert
                .IsType<Voorgesteld>(
                    Assert.Single(
                        Beoordelen
                            .Beslis(
                                Zaak,
                                voor,
                                new(Alles, Verlaging: verlaging),
                                _ => voorstel.Argumenten,
                                Beoordelaar,
                                Regelstanden.Ongewijzigd,
                                Op(Daarna)
                            )
                            .Gebeurtenissen
                    )
                )
                .Voorstelhash;
    }

    [Fact]
    public void Haar_reden_wordt_bewaard_en_getoond_en_niet_als_een_activiteit()
    {
        Dictionary<string, string>? bewaard = null;
        var stand = Gevraagd()
            .Dan(s =>
                Beoordelen.Beslis(
                    Zaak,
                    s,
                    new(Alles, Verlaging: Plicht),
                    inhoud => Bewaar(bewaard = Assert.IsType<Dictionary<string, string>>(inhoud)),
                    Beoordelaar,
                    Regelstanden.Ongewijzigd,
                    Op(Daarna)
                )
            );

        var beeld = Bekijken
            .Van(stand, stand.Opening!, new(null, bewaard), aanvrager: false, Regelstanden.Ongewijzigd, Op(Daarna))
            .Voorstel!;

        Assert.Equal(new Verlagingsbeeld(Plicht.Grond, "4:46, tweede lid, onderdeel b, Awb", 1_040.00m, Reden), beeld.Verlaging);
        Assert.Equal(["A", "C"], beeld.Argumenten!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            new Verlagingsgebeurd(
                "u niet hebt voldaan aan de verplichtingen bij de subsidie",
                "4:46, tweede lid, onderdeel b, Awb",
                1_040.00m,
                Alleen: true,
                Reden
            ),
            Verlagingsgebeurd.Van(stand.Voorstel!, stand.Opening!, Reden)
        );
        var aanvrager = Bekijken.Van(stand, stand.Opening!, new(null, bewaard), true, Regelstanden.Ongewijzigd, Op(Daarna));
        Assert.Null(aanvrager.Voorstel);
    }

    [Fact]
    public void Op_een_declaratie_gaat_zij_af_van_wat_de_kosten_geven_en_staat_zij_in_de_berekening()
    {
        object? bewaard = null;
        var verzoek = Oordelen with { Verlaging = new(Verlagingsgrond.OnjuisteGegevens, 227.74m, Reden) };
        var ingediend = Ingediend();
        var stand = ingediend.Dan(s =>
            DeclaratieBeoordelen.Beslis(
                Zaak,
                s,
                Gemaakt,
                verzoek,
                inhoud =>
                {
                    bewaard = inhoud;
                    return Bewaar(inhoud);
                },
                Beoordelaar,
                Regelstanden.Ongewijzigd,
                Op("2025-08-01T10:00:00")
            )
        );
        var voorstel = stand.Voorstel!;

        Assert.Equal((8_000.00m, 8_000.00m), (voorstel.Vastgesteld, voorstel.Afrekening!.Berekend));
        Assert.Equal(Reden, Assert.IsType<Declaratiebeoordeling>(bewaard).Verlagingsreden);
        // The costs are lower than was awarded too.
        Assert.False(Verlagingsgebeurd.Van(voorstel, stand.Opening!, Reden)!.Alleen);
        Assert.NotEqual(voorstel.Voorstelhash, ingediend.Dan(s => Oordeel(s)).Voorstel!.Voorstelhash);
        var proef = DeclaratieProef.Reken(ingediend, Gemaakt, verzoek, Regelboek.Versie("slim-2024"), Op("2025-08-01T10:00:00"))!;
        Assert.Equal((8_000.00m, 3_400.00m), (proef.Vastgesteld, proef.NogTeBetalen));
        Assert.Equal(
            ("4:46, tweede lid, onderdeel c, Awb", 8_000.00m),
            proef.Berekening.SkipLast(1).Select(r => (r.Artikel, r.Bedrag)).Last()
        );
        var meer = Oordelen with { Verlaging = verzoek.Verlaging! with { Bedrag = 8_227.75m } };
        Assert.Equal([("verlaging.bedrag", "4:46, tweede lid, onderdeel c, Awb")], Fouten(Oordeel(ingediend, meer)));
    }

    [Fact]
    public void Na_bezwaar_wordt_het_ook_met_een_verlaging_niet_minder()
    {
        var heropend = Ingediend().Dan(s => Oordeel(s)).Vastgesteld().Dan(s => Hoor(s, Gegrond));

        var opnieuw = heropend.Dan(s => Oordeel(s, Oordelen with { Verlaging = Plicht }, op: "2025-11-03T10:00:00", wie: "bo-2")).Voorstel!;

        Assert.Equal((8_227.74m, 7_187.74m), (opnieuw.Vastgesteld, opnieuw.Afrekening!.Berekend));
        var regel = DeclaratieTonen.Berekening(heropend, opnieuw, Regelstanden.Ongewijzigd)![^1];
        Assert.Equal(("Niet lager dan wij eerder vaststelden", 8_227.74m, "7:11 Awb"), (regel.Omschrijving, regel.Bedrag, regel.Artikel));
        var verzoek = Oordelen with { Verlaging = Plicht };
        var proef = DeclaratieProef.Reken(heropend, Gemaakt, verzoek, Regelboek.Versie("slim-2024"), Op("2025-11-03T10:00:00"))!;
        Assert.Equal(regel, proef.Berekening[^1]);
        // Nothing goes off, so no letter says that something does.
        Assert.Null(Verlagingsgebeurd.Van(opnieuw, heropend.Opening!, Reden));
    }

    /// <summary>The invoice counts after all: 8,411.74. Of the 227.74 that goes off 184.00 is above what was settled.</summary>
    [Fact]
    public void Na_bezwaar_noemt_de_brief_wat_er_echt_af_ging()
    {
        var heropend = Ingediend().Dan(s => Oordeel(s)).Vastgesteld().Dan(s => Hoor(s, Gegrond));
        var alles = Oordelen with
        {
            Regels = [.. Oordelen.Regels.Select(r => r.Regel == Onbetaald.Id ? Toch(r.Regel) : r)],
            Verlaging = new(Verlagingsgrond.OnjuisteGegevens, 227.74m, Reden),
        };

        var opnieuw = heropend.Dan(s => Oordeel(s, alles, op: "2025-11-03T10:00:00", wie: "bo-2")).Voorstel!;

        Assert.Equal((8_227.74m, 8_184.00m), (opnieuw.Vastgesteld, opnieuw.Afrekening!.Berekend));
        Assert.Equal(184.00m, Verlagingsgebeurd.Van(opnieuw, heropend.Opening!, Reden)!.Bedrag);
    }

    [Fact]
    public void Zonder_verzoek_is_het_nooit_meer_dan_de_verlening_en_geeft_meer_eraf_nooit_meer() =>
        Gen.Select(Gen.Bool.Array[2], Gen.Int[1, 1_104_000], Gen.Int[0, 1_104_000])
            .Sample(
                (gedaan, een, ander) =>
                {
                    var voor = Gevraagd();
                    Beoordelen.Oordeel[] oordelen = [new("A", gedaan[0], "-"), new("C", gedaan[1], "-")];
                    var zonder = Volg(voor, Beslis(voor, null, oordelen: oordelen))!.Voorstel!.Vastgesteld;
                    var vorige = zonder;
                    foreach (var af in (decimal[])[een / 100m, (een + ander) / 100m])
                    {
                        var beslissing = Beslis(voor, Plicht with { Bedrag = af }, oordelen: oordelen);
                        Assert.Equal(af > zonder, beslissing.Weigering is not null);
                        if (beslissing.Weigering is not null)
                        {
                            return;
                        }
                        var voorstel = Volg(voor, beslissing)!.Voorstel!;
                        Assert.Equal(zonder - af, voorstel.Vastgesteld);
                        Assert.InRange(voorstel.Vastgesteld, 0m, vorige);
                        Assert.Equal(
                            voorstel.Vastgesteld,
                            Ambtshalveberekening.Van(voor, voorstel, Regelboek.Versie("slim-2026"))![^1].Bedrag
                        );
                        vorige = voorstel.Vastgesteld;
                    }
                }
            );

    private static IEnumerable<(string Veld, string? Artikel)> Fouten(Beslissing beslissing) =>
        beslissing.Weigering!.Fouten.Select(f => (f.Veld, f.Artikel));

    private static Beslissing Beslis(
        Verantwoording stand,
        Verlagingsverzoek? verlaging,
        string op = Daarna,
        Beoordelen.Oordeel[]? oordelen = null
    ) =>
        Beoordelen.Beslis(
            Zaak,
            stand,
            new(oordelen ?? Alles, Verlaging: verlaging),
            Bewaar,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op(op),
            "steekproef-2027-1"
        );
}
