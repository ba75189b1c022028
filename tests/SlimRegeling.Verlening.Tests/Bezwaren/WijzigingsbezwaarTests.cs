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
