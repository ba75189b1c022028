using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>The sample comes before anything is settled without a request (2.24, first paragraph), or it is written down why not.</summary>
public class SteekproefeisTests
{
    private const string Op5Juli = "2027-07-05T09:00:00";
    private const string Waarom = "De steekproef van dit tijdvak is al getrokken; deze zaak kwam er later bij.";

    [Fact]
    public void Zonder_getrokken_lijst_en_zonder_reden_wordt_er_niets_voorgesteld()
    {
        var weigering = Stel(null, null).Weigering!;

        Assert.Equal(("steekproef-eerst", 409, "2.24, eerste lid"), (weigering.Code, weigering.Status, weigering.Artikel));
        Assert.Equal("steekproef-eerst", Stel(null, " ").Weigering?.Code);
    }

    [Fact]
    public void Na_een_getrokken_lijst_met_de_zaak_is_er_geen_reden_nodig_en_blijft_er_geen_bewaard()
    {
        var voorstel = Opengesteld().Dan(_ => Stel("steekproef-2027-1", Waarom)).Voorstel!;

        Assert.Equal("steekproef-2027-1", voorstel.Steekproef!.Lijst);
        Assert.DoesNotContain("later bij", voorstel.Argumenten.Hash, StringComparison.Ordinal);
        Assert.NotEqual(voorstel.Voorstelhash, Opengesteld().Dan(_ => Stel("steekproef-2027-2", null)).Voorstel!.Voorstelhash);
    }

    [Fact]
    public void De_reden_wordt_bewaard_en_getoond_en_niet_als_een_activiteit()
    {
        var stand = Opengesteld().Dan(_ => Stel(null, Waarom));
        Dictionary<string, string> bewaard = new()
        {
            ["A"] = "gezien",
            ["C"] = "gezien",
            ["zonder-steekproef"] = Waarom,
        };

        Assert.Equal(new Steekproefgrond(), stand.Voorstel!.Steekproef);
        Assert.Equal(Bewaar(bewaard).Hash, stand.Voorstel.Argumenten.Hash);
        var beeld = Bekijken
            .Van(stand, stand.Opening!, new(null, bewaard), aanvrager: false, Regelstanden.Ongewijzigd, Op(Op5Juli))
            .Voorstel!;
        Assert.Equal(Waarom, beeld.ZonderSteekproef);
        Assert.Equal(["A", "C"], beeld.Argumenten!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Wie_om_bewijs_is_gevraagd_en_wie_opnieuw_wordt_vastgesteld_hebben_geen_lijst_of_reden_nodig()
    {
        var bewezen = InSteekproef().Dan(s => GeefBewijs(s));
        Assert.Null(bewezen.Dan(s => Beoordeel(s, ["A", "C"], lijst: null)).Voorstel!.Steekproef);

        var heropend = Voorgesteld().Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede)).Dan(s => Hoor(s, Gegrond));
        var opnieuw = heropend with { Steekproef = null };
        Assert.Null(Beoordeel(opnieuw, ["A", "C"], "2027-10-05T09:00:00", "beoordelaar-9", null).Weigering);
    }

    [Fact]
    public void Een_versie_zonder_steekproef_heeft_geen_lijst_of_reden_nodig()
    {
        var stand = Opengesteld(Verleend with { Regelversie = "slim-2024" });

        Assert.Null(stand.Dan(s => Beoordeel(s, ["A", "C"], lijst: null)).Voorstel!.Steekproef);
    }

    [Fact]
    public void Wat_eerder_is_voorgesteld_komt_er_opnieuw_hetzelfde_uit()
    {
        // As it was stored before the sample had to come first, after a list, and with a reason.
        foreach (
            var (lijst, reden, eerst) in (IEnumerable<(string?, string?, bool)>)
                [(null, null, false), ("steekproef-2027-1", null, true), (null, Waarom, true)]
        )
        {
            var voorstel = Opengesteld().Dan(_ => Stel(lijst, reden, eerst)).Voorstel!;

            var opnieuw = Beoordelen.Beslis(
                Zaak,
                Opengesteld(),
                Beoordelen.Opnieuw(voorstel),
                _ => voorstel.Argumenten,
                voorstel.Door,
                Regelstanden.Ongewijzigd,
                voorstel.Op,
                voorstel.Steekproef?.Lijst,
                voorstel.Steekproef is not null
            );

            Assert.Equal(voorstel.Voorstelhash, Assert.IsType<Voorgesteld>(Assert.Single(opnieuw.Gebeurtenissen)).Voorstelhash);
        }
    }

    private static Beslissing Stel(string? lijst, string? reden, bool eerst = true) =>
        Beoordelen.Beslis(
            Zaak,
            Opengesteld(),
            new([new("A", true, "gezien"), new("C", true, "gezien")], reden),
            Bewaar,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op(Op5Juli),
            lijst,
            eerst
        );
}
