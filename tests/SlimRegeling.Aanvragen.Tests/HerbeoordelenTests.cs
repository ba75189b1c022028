using NodaTime;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>An application that was refused is assessed again for an objection (7:11 Awb), and what was decided then shows in its state.</summary>
public class HerbeoordelenTests
{
    private const string Bezwaar = Zaak + "-BZ1";
    private const string OverigA = "activiteiten[0].overigeExterneKosten";
    private const string AdviesC = "activiteiten[1].externeUren[0]";

    private static readonly Regeloordeel Schrap = new(
        OverigA,
        Regeluitkomst.Geschrapt,
        null,
        "Een laptop telt niet mee.",
        "2.15, onderdeel h"
    );

    private static readonly Regeloordeel Verlaag = new(AdviesC, Regeluitkomst.Gewijzigd, new(Uren: 60m), "Het plan noemt 60 uur.", "2.14");

    private static readonly Scanbewijs Scan = new(
        "scan-1",
        "kernvragen-1",
        new LocalDate(2026, 3, 1),
        new LocalDate(2026, 3, 9),
        8,
        "beeld",
        "rapporthash"
    );

    private static readonly Instant Toen = Later + Duration.FromDays(40);

    private static readonly BezwaarIngediendBericht Ontvangen = new(
        Zaak,
        Bezwaar,
        KvkNummer,
        "slim-2026",
        Zaak + "-V1",
        "afwijzing",
        "aanvrager",
        new LocalDate(2026, 7, 1),
        [Beoordelaar, "mo-1"],
        [],
        new LocalDate(2026, 7, 15),
        Toen
    );

    private static readonly AanvraagAfgewezenBericht Afgewezen = new(
        Zaak,
        Tijdvak.Id,
        KvkNummer,
        "slim-2026",
        Zaak + "-V1",
        new LocalDate(2026, 6, 22),
        ["niet-haalbaar"],
        [Beoordelaar, "mo-1"],
        Later
    );

    private static readonly Aanvraag InBezwaar = Hoor(
        Hoor(Na(Ingediend, Volledig), BijAanvraagAfgewezen.Beslis(null, Afgewezen)),
        BijBezwaarIngediend.Beslis(null, Ontvangen)
    );

    [Fact]
    public void Zij_wordt_helemaal_opnieuw_beoordeeld_zonder_wat_onder_het_plafond_apart_stond()
    {
        // Of what it asks 4,000 was set apart once: that says nothing here.
        var gedeeltelijk = Hoor(InBezwaar, new BudgetVernomen(4_000m, Toen, Gedeeltelijk: true));
        var opnieuw = Beoordeel(gedeeltelijk).Gebeurde<AanvraagHerbeoordeeld>();
        Assert.Equal(Bezwaar, opnieuw.Bezwaar);
        Assert.Equal(
            (Voorstel.Verlenen, 11_040.00m, 5_520.00m),
            (opnieuw.Beoordeling.Voorstel, opnieuw.Beoordeling.Subsidie, opnieuw.Beoordeling.Voorschot)
        );
        var gezegd = Assert.IsType<Berichten.Aanvragen.AanvraagBeoordeeldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, opnieuw)));
        Assert.Equal((Bezwaar, "bo-2"), (gezegd.Bezwaar, gezegd.Beoordelaar));
    }

    [Fact]
    public void Wie_het_besluit_nam_beoordeelt_niet_opnieuw()
    {
        Assert.Equal("nam-bestreden-besluit", Beoordeel(InBezwaar, wie: Beoordelaar).Weigering?.Code);
        Assert.Equal("nam-bestreden-besluit", Beoordeel(InBezwaar, wie: "mo-1").Weigering?.Code);
        Assert.Null(Beoordeel(InBezwaar).Weigering);
    }

    [Fact]
    public void Alleen_voor_een_bezwaar_dat_loopt_en_tegen_de_beoordeling_is()
    {
        Assert.Equal("geen-bezwaar", Beoordeel(InBezwaar, bezwaar: Zaak + "-BZ2").Weigering?.Code);
        var ingetrokken = Hoor(
            InBezwaar,
            BijBezwaarIngetrokken.Beslis(InBezwaar, new(Zaak, Bezwaar, KvkNummer, Zaak + "-V1", Toen + Duration.FromDays(1)))
        );
        Assert.Equal("bezwaar-ingetrokken", Beoordeel(ingetrokken).Weigering?.Code);
        var vaststelling = Hoor(
            InBezwaar,
            BijBezwaarIngediend.Beslis(null, Ontvangen with { Bezwaar = Zaak + "-BZ2", Soort = "vaststelling" })
        );
        Assert.Equal("vaststelling-niet-hier", Beoordeel(vaststelling, bezwaar: Zaak + "-BZ2").Weigering?.Code);
    }

    [Fact]
    public void Om_een_fout_te_herstellen_beoordeelt_ook_wie_het_besluit_nam_tot_het_is_teruggezonden_of_besloten()
    {
        const string Herstel = Zaak + "-H1";
        var besloten = Hoor(Na(Ingediend, Volledig), BijAanvraagAfgewezen.Beslis(null, Afgewezen));
        Assert.Equal("geen-bezwaar", Beoordeel(besloten, bezwaar: Herstel).Weigering?.Code);
        var voorgesteld = new HerstelVoorgesteldBericht(Zaak, Herstel, Zaak + "-V1", Toen);
        var stand = Hoor(besloten, BijHerstelVoorgesteld.Beslis(besloten, voorgesteld));
        Assert.Same(Beslissing.Geen, BijHerstelVoorgesteld.Beslis(stand, voorgesteld));

        var opnieuw = Beoordeel(stand, wie: Beoordelaar, bezwaar: Herstel).Gebeurde<AanvraagHerbeoordeeld>();
        var gezegd = Assert.IsType<Berichten.Aanvragen.AanvraagBeoordeeldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, opnieuw)));
        Assert.Equal((Herstel, true), (gezegd.Bezwaar, gezegd.Herstel));
        // What holds is explained by the assessment that it rests on.
        stand = Hoor(stand, opnieuw);
        var hersteld = Hoor(stand, BijSubsidieVerleend.Beslis(stand, Verleend(Herstel)));
        Assert.Same(opnieuw.Beoordeling, Uitleggen.Zichtbaar(hersteld, medewerker: false));
        Assert.Equal("al-hersteld", Beoordeel(hersteld, bezwaar: Herstel).Weigering?.Code);

        var terug = Hoor(stand, BijHerstelTeruggezonden.Beslis(stand, new(Zaak, Herstel, Toen + Duration.FromDays(1))));
        Assert.Equal("herstel-teruggezonden", Beoordeel(terug, bezwaar: Herstel).Weigering?.Code);
    }

    [Fact]
    public void Wie_nog_een_fout_herstelt_begint_bij_het_oordeel_waarop_het_besluit_nu_rust()
    {
        const string Eerste = Zaak + "-H1";
        const string Tweede = Zaak + "-H2";
        var stand = Hoor(Na(Ingediend, Volledig), BijAanvraagAfgewezen.Beslis(null, Afgewezen));
        stand = Hoor(stand, BijHerstelVoorgesteld.Beslis(stand, new(Zaak, Eerste, Zaak + "-V1", Toen)));
        var opnieuw = Beoordeel(stand, bezwaar: Eerste).Gebeurde<AanvraagHerbeoordeeld>();
        stand = Hoor(stand, opnieuw);
        // Until it was decided the first assessment holds; there is none here.
        Assert.Null(Uitleggen.Zichtbaar(stand, medewerker: true));
        stand = Hoor(stand, BijSubsidieVerleend.Beslis(stand, Verleend(Eerste)));
        stand = Hoor(stand, BijHerstelVoorgesteld.Beslis(stand, new(Zaak, Tweede, Eerste, Toen)));
        stand = Hoor(stand, Beoordeel(stand, bezwaar: Tweede));
        Assert.Same(opnieuw.Beoordeling, Uitleggen.Zichtbaar(stand, medewerker: true));
    }

    [Fact]
    public void Wat_bij_het_besluit_is_geschrapt_of_gewijzigd_blijft_dat_en_geeft_hetzelfde_bedrag()
    {
        var eerder = new Beoordelen.Verzoek([.. Oordelen()], Regels: [Schrap, Verlaag]);
        var eerst = Beoordelen
            .Beslis(
                Na(Ingediend, Volledig, Gereserveerd, Toegewezen),
                eerder,
                new Beoordelen.Dossier(Compleet, [], [Scan], Sluit),
                Beoordelaar,
                _ => Bewaard,
                Regelstanden.Ongewijzigd,
                Later
            )
            .Gebeurde<AanvraagBeoordeeld>();
        foreach (var regels in (IReadOnlyList<Regeloordeel>?[])[null, []])
        {
            var opnieuw = Opnieuw(eerder, regels);
            Assert.Equal((eerst.Subsidie, eerst.SubsidiabeleKosten), (opnieuw.Subsidie, opnieuw.SubsidiabeleKosten));
        }
        Assert.Equal(10_005.55m, eerst.Subsidie);
    }

    [Fact]
    public void Alleen_de_regel_die_anders_wordt_beoordeeld_verandert_het_bedrag()
    {
        var eerder = new Beoordelen.Verzoek([], Regels: [Schrap, Verlaag]);
        Assert.Equal(10_626.00m, Opnieuw(eerder, [new(OverigA, Regeluitkomst.Aanvaard)]).Subsidie);
        Assert.Equal(10_419.55m, Opnieuw(eerder, [new(AdviesC, Regeluitkomst.Aanvaard)]).Subsidie);
        Assert.Equal(11_040.00m, Opnieuw(eerder, [new(AdviesC, Regeluitkomst.Aanvaard), new(OverigA, Regeluitkomst.Aanvaard)]).Subsidie);
    }

    [Fact]
    public void Wat_is_vastgelegd_noemt_ook_wat_bleef_zodat_het_na_te_rekenen_is()
    {
        Beoordelen.Inhoud? inhoud = null;
        var eerder = new Beoordelen.Verzoek([], Regels: [Schrap, Verlaag]);
        var opnieuw = Opnieuw(eerder, [new(OverigA, Regeluitkomst.Aanvaard)], i => inhoud = i);
        Assert.Equal([OverigA, AdviesC], inhoud!.Verzoek.Regels!.Select(r => r.Regel));
        Assert.Equal(
            (Regeluitkomst.Gewijzigd, 7_200.00m, "Het plan noemt 60 uur."),
            inhoud.Begroting!.Where(r => r.Regel == AdviesC).Select(r => (r.Uitkomst, r.AanvaardBedrag, r.Reden)).Single()
        );
        var nagerekend = Opnieuw(null, inhoud.Verzoek.Regels);
        Assert.Equal(opnieuw.Subsidie, nagerekend.Subsidie);
    }

    [Fact]
    public void Een_begroting_die_als_geheel_is_veranderd_blijft_staan_of_wordt_regel_voor_regel_beoordeeld()
    {
        IReadOnlyList<Activiteitgegevens> minder =
        [
            Compleet.Activiteiten![0] with
            {
                OverigeExterneKosten = null,
            },
            Compleet.Activiteiten![1],
        ];
        var eerder = new Beoordelen.Verzoek([], minder);
        Assert.Equal(10_419.55m, Opnieuw(eerder, null).Subsidie);
        Assert.Equal(10_419.55m, Opnieuw(eerder, []).Subsidie);

        var fout = Assert.Single(Probeer(eerder, [Verlaag]).Weigering!.Fouten);
        Assert.Equal(("regels", "artikel 7:11 Awb"), (fout.Veld, fout.Artikel));
        IReadOnlyList<Regeloordeel> elk =
        [
            .. Begrotingsregel.Van(Compleet.Activiteiten!).Select(r => new Regeloordeel(r.Plaats, Regeluitkomst.Aanvaard)),
        ];
        Assert.Equal(11_040.00m, Opnieuw(eerder, elk).Subsidie);
    }

    [Fact]
    public void Wat_niemand_eerder_beoordeelde_telt_zoals_gevraagd_en_wat_niet_kan_staat_bij_de_regel()
    {
        Assert.Equal(11_040.00m, Opnieuw(null, null).Subsidie);
        // The places are those of what was given now.
        var fout = Assert.Single(Probeer(new([], Regels: [Schrap]), [Verlaag with { Artikel = null }]).Weigering!.Fouten);
        Assert.Equal("regels[0].artikel", fout.Veld);
        IReadOnlyList<Regeloordeel> niets = [.. Begrotingsregel.Van(Compleet.Activiteiten!).Select(r => Schrap with { Regel = r.Plaats })];
        Assert.DoesNotContain(
            Probeer(null, niets).Gebeurtenissen,
            e => e is AanvraagHerbeoordeeld { Beoordeling.Voorstel: Voorstel.Verlenen }
        );
    }

    [Fact]
    public void Elk_oordeel_wordt_opnieuw_gegeven()
    {
        var geweigerd = Beoordeel(InBezwaar, new Herbeoordelen.Verzoek(Bezwaar, [])).Weigering!;
        Assert.NotEmpty(geweigerd.Fouten);
    }

    [Fact]
    public void De_stand_is_die_van_het_besluit_tot_op_het_bezwaar_is_beslist()
    {
        Assert.Equal(Status.Afgewezen, InBezwaar.Status);
        var opnieuw = Hoor(InBezwaar, Beoordeel(InBezwaar));
        Assert.Equal(Status.Afgewezen, opnieuw.Status);
        var verleend = Hoor(opnieuw, BijSubsidieVerleend.Beslis(opnieuw, Verleend(Bezwaar + "-1")));
        Assert.Equal(Status.Verleend, verleend.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Een_hogere_verlening_telt_welke_ook_eerst_werd_gehoord(bool gewijzigdEerst)
    {
        var gewijzigd = new VerleningGewijzigdBericht(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "slim-2026",
            Bezwaar,
            Bezwaar + "-1",
            Zaak + "-V1",
            new LocalDate(2026, 10, 5),
            20_000m,
            12_000m,
            11_040m,
            6_000m,
            ["A", "C"],
            ["bo-2", "mo-2"],
            Toen
        );
        var stand = Na(Ingediend, Volledig);
        foreach (var eerst in (bool[])[gewijzigdEerst, !gewijzigdEerst])
        {
            stand = Hoor(
                stand,
                eerst ? BijVerleningGewijzigd.Beslis(stand, gewijzigd) : BijSubsidieVerleend.Beslis(stand, Verleend(Zaak + "-V1"))
            );
        }
        var besluit = Assert.Single(stand.Besluiten);
        Assert.Equal((12_000m, Bezwaar + "-1", Status.Verleend), (besluit.Bedrag, besluit.Nummer, stand.Status));
    }

    private static SubsidieVerleendBericht Verleend(string besluit) =>
        new(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "slim-2026",
            besluit,
            new LocalDate(2026, 8, 10),
            18_400m,
            11_040m,
            5_520m,
            new LocalDate(2026, 8, 11),
            new LocalDate(2027, 8, 10),
            "ambtshalve",
            ["A", "C"],
            ["bo-2", "mo-2"],
            Toen
        );

    private static Beslissing Beoordeel(
        Aanvraag aanvraag,
        Herbeoordelen.Verzoek? verzoek = null,
        string wie = "bo-2",
        string bezwaar = Bezwaar
    ) =>
        Herbeoordelen.Beslis(
            aanvraag,
            verzoek ?? new(bezwaar, [.. Oordelen()]),
            new Beoordelen.Dossier(Compleet, [], [Scan], Sluit),
            wie,
            _ => Bewaard,
            Regelstanden.Ongewijzigd,
            Toen
        );

    /// <summary>With all grounds met, on an application whose decision rests on these judgments.</summary>
    private static Beslissing Probeer(
        Beoordelen.Verzoek? eerder,
        IReadOnlyList<Regeloordeel>? regels,
        Action<Beoordelen.Inhoud>? bewaard = null
    ) =>
        Herbeoordelen.Beslis(
            InBezwaar,
            new(Bezwaar, [.. Oordelen()], Regels: regels),
            new Beoordelen.Dossier(Compleet, [], [Scan], Sluit, eerder),
            "bo-2",
            inhoud =>
            {
                bewaard?.Invoke(inhoud);
                return Bewaard;
            },
            Regelstanden.Ongewijzigd,
            Toen
        );

    private static AanvraagBeoordeeld Opnieuw(
        Beoordelen.Verzoek? eerder,
        IReadOnlyList<Regeloordeel>? regels,
        Action<Beoordelen.Inhoud>? bewaard = null
    ) => Probeer(eerder, regels, bewaard).Gebeurde<AanvraagHerbeoordeeld>().Beoordeling;

    private static IEnumerable<Beoordelen.Oordeel> Oordelen() =>
        ((string[])[Eiscode.NietEnkelBestuurders, .. Grondcode.DoorBeoordelaar]).Select(code => new Beoordelen.Oordeel(
            code,
            Beoordelen.Uitkomstoordeel.Voldaan,
            "argument"
        ));

    private static Aanvraag Hoor(Aanvraag stand, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(stand, (s, g) => Hoor(s, g));
    }

    private static Aanvraag Hoor(Aanvraag stand, Gebeurtenis gebeurtenis) => Vouw.Volg(stand, gebeurtenis);
}
