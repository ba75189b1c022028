using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>What was decided before something more was asked is computed again as it was decided.</summary>
public sealed class VanVoorTests
{
    public static TheoryData<string> Soorten => [Kostensoort.Uren, Kostensoort.Traject, Kostensoort.Praktijkleerplaats];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Een_declaratie_van_voor_de_gevraagde_gegevens_wordt_nagerekend_zoals_zij_was(string soort)
    {
        var open = Open(Ketting with { Activiteiten = ["A", "B", "C", "D"] });
        var declaratie = Met(Kaal(soort));
        Assert.NotNull(DienIn(open, declaratie).Weigering);

        var opnieuw = Zonder(open, declaratie);

        var toen = Assert.IsType<DeclaratieIngediend>(Assert.Single(opnieuw.Gebeurtenissen));
        Assert.Null(toen.MetGegevens);
        Assert.Empty(Vergelijking.Van(toen, opnieuw, _ => "-"));
    }

    [Fact]
    public void Een_nieuwe_declaratie_zegt_dat_de_gegevens_zijn_gevraagd() => Assert.True(Ingediend().Declaratie!.MetGegevens);

    /// <summary>What was asked before too is asked still.</summary>
    [Fact]
    public void Wat_altijd_al_werd_gevraagd_moet_er_ook_bij_het_narekenen_zijn()
    {
        var open = Open(Ketting with { Activiteiten = ["A", "B", "C", "D"] });

        var fouten = Zonder(open, Met(Kaal(Kostensoort.Traject) with { AfgerondOp = null })).Weigering!.Fouten;

        Assert.Equal("regels[6].afgerondOp", Assert.Single(fouten).Veld);
    }

    /// <summary>Completed on 10 July: 22 weeks from then. Now two days after 22 weeks from 1 July, as the 8th and 9th do not count.</summary>
    [Fact]
    public void De_termijn_van_een_besluit_van_voor_het_doorlopen_begint_bij_de_aanvulling()
    {
        var voorgelegd = Ingediend()
            .Dan(BrieftermijnTests.Vraag)
            .Dan(s => DienIn(s, Gemaakt, "2025-07-10T10:00:00"))
            .Dan(s => Oordeel(s))
            .Dan(s => Onderteken(s, Eerste, "2025-08-04T10:00:00"));

        var (toen, nu) = (Teken(voorgelegd, vanafAanvulling: true), Teken(voorgelegd, vanafAanvulling: false));

        Assert.Equal((Dag("2025-12-11"), (bool?)null), (toen.Uiterlijk, toen.VanafEersteVerzoek));
        Assert.Equal((Dag("2025-12-04"), (bool?)true), (nu.Uiterlijk, nu.VanafEersteVerzoek));
    }

    /// <summary>Where nothing was asked the term did not change.</summary>
    [Fact]
    public void Een_ambtshalve_vaststelling_heeft_dat_kenmerk_niet() =>
        Assert.Null(Voorgesteld().Vastgesteld("2027-07-12T09:00:00").Vaststelling!.VanafEersteVerzoek);

    [Fact]
    public void Een_voorstel_van_voor_de_vorm_van_een_artikel_blijft_zoals_het_was()
    {
        var vrij = MetArtikel("zie de toelichting");
        Assert.Contains(Oordeel(Ingediend(), vrij).Weigering!.Fouten, f => f.Veld == "regels[0].artikel");

        var toen = Voorstel(vrij);

        Assert.Null(toen.Weigering);
        Assert.Equal(8_227.74m, toen.Gebeurtenissen.OfType<Voorgesteld>().Single().Vastgesteld);
        // That there is one was always asked.
        Assert.NotNull(Voorstel(MetArtikel(" ", "anders")).Weigering);
    }

    private static DeclaratieBeoordelen.Verzoek MetArtikel(string artikel, string? code = null) =>
        Oordelen with
        {
            Regels = [.. Oordelen.Regels.Select(r => r.Artikel is null ? r : r with { Artikel = artikel, Code = code ?? r.Code })],
        };

    private static Beslissing Voorstel(DeclaratieBeoordelen.Verzoek oordelen) =>
        DeclaratieBeoordelen.Beslis(
            Zaak,
            Ingediend(),
            Gemaakt,
            oordelen,
            Bewaar,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op("2025-08-01T10:00:00"),
            zonderRedenen: true,
            zonderVorm: true
        );

    private static Vastgesteld Teken(Verantwoording stand, bool vanafAanvulling) =>
        Ondertekenen
            .Beslis(
                Zaak,
                stand,
                stand.Voorstel!.Voorstelhash,
                Tweede,
                Regelstanden.Ongewijzigd,
                Op("2025-08-04T10:00:00"),
                vanafAanvulling: vanafAanvulling
            )
            .Gebeurtenissen.OfType<Vastgesteld>()
            .Single();

    private static Beslissing Zonder(Verantwoording stand, Declaratie declaratie) =>
        DeclaratieIndienen.Beslis(
            stand,
            declaratie,
            allesGedaan: false,
            Bewaar,
            Regelstanden.Ongewijzigd,
            Op("2025-07-01T10:00:00"),
            zonderGegevens: true
        );

    private static Declaratie Met(Kostenregel regel) =>
        Gemaakt with
        {
            Regels = [.. Gemaakt.Regels, regel],
            Verslagen = [.. Gemaakt.Verslagen!, .. Verslagen("prestatieverklaringen", "gebruik-praktijkleerplaatsen")],
        };

    /// <summary>A line as it could be sent then.</summary>
    private static Kostenregel Kaal(string soort) =>
        soort switch
        {
            Kostensoort.Uren => Eigen with { Id = "kaal", Week = Dag("2024-09-23"), Brutojaarloon = null },
            Kostensoort.Traject => new("kaal", soort, "B", AfgerondOp: Dag("2025-05-30")),
            _ => new("kaal", soort, "D", Weken: 40m),
        };
}
