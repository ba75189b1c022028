using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>A well-founded objection grants a change that was refused, or undoes one that was granted while nothing came after it.</summary>
public sealed class WijzigingsbezwaarTests
{
    private const string Wijziging = Zaak + "-W1";
    private const string Besluit = Zaak + "-BZ1-1";

    [Fact]
    public void Wat_was_afgewezen_wordt_toegewezen_op_de_verlening_zoals_zij_nu_is()
    {
        var zaak = SchoolUit("afgewezen", "ander-initiatief");
        Assert.Equal(Bezwaargevolg.WijzigingToewijzen, Wijzigingsbezwaar.Gevolg(zaak.Verlening, Wijziging).Gevolg);
        Assert.Equal((Bezwaargevolg.WijzigingToewijzen, (string?)null), Gevolg(zaak.Verlening, "gegrond"));
        Assert.Equal(((string?)null, (string?)null), Gevolg(zaak.Verlening, "ongegrond"));

        var na = Na(zaak);

        Assert.DoesNotContain(Wijzigingszaak.School, na.Verlening.Verleend!.Partijen!.Keys);
        Assert.Equal(141_000.00m, na.Verlening.Verleend.Bedrag);
        Assert.Equal(Wijzigingsuitkomst.Toegewezen, na.Eerste.Geldend!.Uitkomst);
        Assert.Equal("partijen-gewijzigd", Partijwissel.Weiger(na.Verlening)?.Code);
        // It is told as any other change is, and has no letter of its own.
        var aangepast = na.Gezegd.OfType<VerleningAangepastBericht>().Single();
        Assert.Equal((Besluit, 2), (aangepast.Besluit, aangepast.Versienummer));
        Assert.Single(na.Gezegd.OfType<WijzigingBeslotenBericht>());
        Assert.Single(Bestreden.Van(na.Verlening), b => b.Soort == Besluitsoort.Wijziging);
        // It is decided once.
        Assert.Equal("al-beslist-op-bezwaar", Wijzigingsbezwaar.Gevolg(na.Verlening, Wijziging).Weigering?.Code);
    }

    [Fact]
    public void Wat_was_toegewezen_wordt_teruggedraaid()
    {
        var zaak = SchoolUit("toegewezen");
        Assert.Equal((Bezwaargevolg.WijzigingHerroepen, (string?)null), Gevolg(zaak.Verlening, "gegrond"));
        var na = Na(zaak);
        Assert.Equal(Wijzigingszaak.Partijen.OrderBy(p => p.Key), na.Verlening.Verleend!.Partijen!.OrderBy(p => p.Key));
        Assert.Equal(Wijzigingsuitkomst.Afgewezen, na.Eerste.Geldend!.Uitkomst);
        Assert.Null(Partijwissel.Weiger(na.Verlening));
        Assert.Equal([2, 3], na.Gezegd.OfType<VerleningAangepastBericht>().Select(a => a.Versienummer));
    }

    [Fact]
    public void Wat_daarna_gebeurde_houdt_het_tegen_met_de_reden()
    {
        var gewijzigd = SchoolUit("toegewezen")
            .Gevraagd(new("plan", "Een andere volgorde."), "2026-03-14T10:00:00")
            .Voorgesteld()
            .Getekend();
        Assert.Equal("daarna-gewijzigd", Gevolg(gewijzigd.Verlening, "gegrond").Weigering);

        // The school left at another request: it cannot leave once more.
        var afgewezen = SchoolUit("afgewezen", "ander-initiatief")
            .Gevraagd(Wijzigingszaak.SchoolUit, "2026-03-14T10:00:00")
            .Voorgesteld()
            .Getekend();
        Assert.Equal("past-niet-meer", Gevolg(afgewezen.Verlening, "gegrond").Weigering);

        var vastgesteld = SchoolUit("afgewezen", "ander-initiatief").Verlening with
        {
            Vaststelling = new VaststellingOntvangen(Zaak + "-S1", 141_000.00m, Op("2027-08-02T11:00:00")),
        };
        Assert.Equal("al-vastgesteld", Gevolg(vastgesteld, "gegrond").Weigering);
        Assert.Equal(((string?)null, (string?)null), Gevolg(vastgesteld, "niet-ontvankelijk"));
    }

    [Fact]
    public void Een_besluit_na_bezwaar_wordt_nagerekend()
    {
        var verloop = new Verloop(Zaak, [.. Na(SchoolUit("afgewezen", "ander-initiatief")).Gebeurd]);
        var nagerekend = Narekenen.Stroom(verloop, Regelstanden.Ongewijzigd).Where(n => n.Besluit == "wijziging-besloten").ToList();
        Assert.Equal(2, nagerekend.Count);
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
    }

    /// <summary>What is asked of who joins or takes over at a request is asked when an objection gives it after all, in the same words.</summary>
    [Fact]
    public void Wie_na_bezwaar_overneemt_krijgt_niets_zonder_zijn_verklaringen()
    {
        var verlening = SchoolUit("afgewezen", "ander-initiatief").Verlening;
        Assert.Equal(["samenstelling", "deMinimisverklaring", "mkbverklaring"], Velden(StelVoor(verlening, new("gegrond", "Daarom."))));
        Assert.Equal(["samenstelling"], Velden(StelVoor(verlening, Goed with { Samenstelling = false })));
        Assert.Equal(["deMinimisverklaring"], Velden(StelVoor(verlening, Goed with { DeMinimisverklaring = false })));
        Assert.Equal(
            [$"steunruimte.{Wijzigingszaak.Vereniging}"],
            Velden(StelVoor(verlening, Goed with { Steunruimte = Ruimte(21_149.99m) }))
        );
        // Nobody receives more by an objection that is not well-founded.
        Assert.Null(StelVoor(verlening, new("ongegrond", "Daarom.")).Weigering);

        var voorstel = Voorstel(verlening, Goed with { Steunruimte = Ruimte(21_150.00m) });
        Assert.Equal((true, Mkbkeuze.GeenMkb), (voorstel.Toetreding!.DeMinimisverklaring, voorstel.Toetreding.Mkbverklaring));
        Assert.Equal([KeyValuePair.Create(Wijzigingszaak.Vereniging, 21_150.00m)], voorstel.Groei!);
        Assert.True(voorstel.Toetreding.Samenstelling);
        Assert.NotEqual(voorstel.Voorstelhash, Voorstel(verlening, Goed).Voorstelhash);
    }

    [Fact]
    public void Wie_door_een_gegrond_bezwaar_terugkomt_moet_zijn_verklaringen_hebben()
    {
        var verlening = SchoolUit("toegewezen").Verlening;
        Assert.Equal(["samenstelling", "deMinimisverklaring", "mkbverklaring"], Velden(StelVoor(verlening, new("gegrond", "Daarom."))));
        Assert.Equal([Wijzigingszaak.School], Voorstel(verlening, Goed).Groei!.Keys);
    }

    /// <summary>All stay, so that what is asked is of who gets back what it had.</summary>
    [Fact]
    public void Een_verschuiving_tussen_partijen_wordt_teruggedraaid_met_de_verklaringen_van_wie_meer_terugkrijgt()
    {
        var zaak = Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.Verschoven).Voorgesteld().Getekend();
        Assert.Equal(["deMinimisverklaring", "mkbverklaring"], Velden(StelVoor(zaak.Verlening, new("gegrond", "Daarom."))));
        Assert.Equal([KeyValuePair.Create(Kvk, 6_400.00m)], Voorstel(zaak.Verlening, Goed).Groei!);
        var na = Na(zaak);
        Assert.Equal(Wijzigingszaak.Partijen.OrderBy(p => p.Key), na.Verlening.Verleend!.Partijen!.OrderBy(p => p.Key));
        Assert.Null(Partijwissel.Weiger(na.Verlening));
    }

    [Fact]
    public void Een_bezwaar_over_iets_anders_dan_de_partijen_vraagt_niets()
    {
        var verlening = Wijzigingszaak
            .Samenwerkingsverband()
            .Gevraagd(new("plan", "Een andere volgorde."))
            .Voorgesteld("afgewezen", "ander-initiatief")
            .Getekend()
            .Verlening;
        var voorstel = Voorstel(verlening, new("gegrond", "Daarom."));
        Assert.Null(voorstel.Toetreding);
        Assert.Null(voorstel.Groei);
    }

    /// <summary>Proposed before it was asked, or of another award than there is now.</summary>
    [Fact]
    public void Wat_niet_is_bevestigd_wordt_niet_ondertekend()
    {
        var verlening = SchoolUit("afgewezen", "ander-initiatief").Verlening;
        var voorstel = Voorstel(verlening, Goed);
        Assert.Null(Onderteken(verlening, voorstel).Weigering);
        Assert.Equal("toetreding-niet-bevestigd", Onderteken(verlening, voorstel with { Toetreding = null, Groei = null }).Weigering?.Code);
        Assert.Equal("toetreding-niet-bevestigd", Onderteken(verlening, voorstel with { Groei = Ruimte(20_000.00m) }).Weigering?.Code);
        Assert.Equal(
            "samenstelling-niet-bevestigd",
            Onderteken(verlening, voorstel with { Toetreding = voorstel.Toetreding! with { Samenstelling = null } }).Weigering?.Code
        );
    }

    private static readonly BeslissingVoorstellen.Verzoek Goed = new(
        "gegrond",
        "Daarom.",
        DeMinimisverklaring: true,
        Mkbverklaring: Mkbkeuze.GeenMkb,
        Samenstelling: true
    );

    private static Dictionary<string, decimal> Ruimte(decimal bedrag) => new() { [Wijzigingszaak.Vereniging] = bedrag };

    private static IEnumerable<string> Velden(Beslissing beslissing) => beslissing.Weigering!.Fouten.Select(f => f.Veld);

    private static BeslissingVoorgesteld Voorstel(Verlening verlening, BeslissingVoorstellen.Verzoek verzoek) =>
        StelVoor(verlening, verzoek).Gebeurtenissen.OfType<BeslissingVoorgesteld>().Single();

    private static Beslissing StelVoor(Verlening verlening, BeslissingVoorstellen.Verzoek verzoek) =>
        BeslissingVoorstellen.Beslis(
            TeBeslissen(verlening),
            verlening,
            verzoek,
            motivering => new Verwijzing(Guid.Empty, motivering.Tekst),
            "bo-3",
            Op("2026-06-01T10:00:00")
        );

    private static Beslissing Onderteken(Verlening verlening, BeslissingVoorgesteld voorstel) =>
        BeslissingOndertekenen.Besluit(
            TeBeslissen(verlening),
            verlening,
            voorstel,
            "mo-3",
            Regelboek.Versie("slim-2025"),
            Op("2026-06-02T10:00:00")
        );

    /// <summary>An objection against the decision on the change, of who does not want to be heard.</summary>
    private static Bezwaar TeBeslissen(Verlening verlening)
    {
        var verzonden = Volg(verlening, Hoor(verlening, Brief("2026-03-13", "wijzigingsbesluit", Wijziging)))!;
        var zaak = Bezwaarzaak
            .Van(verzonden)
            .Ingediend("2026-03-20T10:00:00", wilHoren: false, besluit: Wijziging)
            .Beoordeeld(op: "2026-05-20T10:00:00", wie: "bo-3");
        return zaak.Met(zaak.ZieAf(Hoorgrond.WilNiet, "2026-05-20T10:00:00", "bo-3")).Bezwaar!;
    }

    private static Wijzigingszaak SchoolUit(string uitkomst, string? grond = null) =>
        Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit).Voorgesteld(uitkomst, grond).Getekend();

    private static Wijzigingszaak Na(Wijzigingszaak zaak) =>
        zaak.Met(
            Wijzigingsbezwaar.Beslis(
                zaak.Verlening,
                Wijziging,
                Besluit,
                new Verwijzing(Guid.Empty, "De motivering."),
                ["bo-3", "mo-3"],
                Regelboek.Versie("slim-2025"),
                Op("2026-06-01T10:00:00")
            )
        );

    private static (string? Gevolg, string? Weigering) Gevolg(Verlening verlening, string uitkomst)
    {
        var bezwaar = new Bezwaar
        {
            Id = Zaak + "-BZ1",
            Zaaknummer = Zaak,
            Betreft = new Betreft(Zaak, Kvk, Wijziging, Besluitsoort.Wijziging, "slim-2025", Indiener.Aanvrager),
        };
        var (gevolg, weigering) = BeslissingVoorstellen.Gevolg(bezwaar, verlening, uitkomst);
        return (gevolg, weigering?.Code);
    }
}
