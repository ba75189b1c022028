using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Een besluit volgt de regels van zijn moment, zegt welke dat waren, en wordt daarna zo getoond.</summary>
public sealed class RegelstandTests
{
    private const string Gewijzigd = "2027-07-12T09:00:00";
    private static readonly Regelstanden Regels = new([
        new("slim-2026", 1, Op(Gewijzigd), new Regelwijziging("termijnen", "ambtshalve-vaststelling", "30", "bron", null)),
        new("slim-2026", 2, Op("2027-06-24T09:00:00"), new Regelwijziging("termijnen", "bewijs-steekproef", "6", "bron", null)),
    ]);

    [Fact]
    public void De_termijn_voor_bewijs_is_die_van_het_moment_van_vragen()
    {
        var voor = Vraag("2027-06-24T08:59:59");
        var na = Vraag("2027-06-24T09:00:00");

        Assert.Equal(("slim-2026", Regelboek.Versie("slim-2026").Hash), (voor.Regelversie, voor.Regelhash));
        Assert.Equal(Regels.Versie("slim-2026", na.Op).Hash, na.Regelhash);
        Assert.True(voor.Uiterlijk < na.Uiterlijk);
    }

    [Fact]
    public void De_vaststelling_legt_haar_regels_vast_en_blijft_daarmee_getoond()
    {
        var eenmaal = Voorgesteld().Dan(stand => Teken(stand, Eerste, "2027-07-12T08:00:00"));
        var voor = eenmaal.Dan(stand => Teken(stand, Tweede, "2027-07-12T08:59:59"));
        var na = eenmaal.Dan(stand => Teken(stand, Tweede, Gewijzigd));

        Assert.Equal(Regelboek.Versie("slim-2026").Hash, eenmaal.Voorstel!.Regelhash);
        Assert.Equal(Regels.Versie("slim-2026", Op("2027-07-12T08:59:59")).Hash, voor.Vaststelling!.Regelhash);
        Assert.Equal(Regels.Versie("slim-2026", Op(Gewijzigd)).Hash, na.Vaststelling!.Regelhash);
        Assert.True(voor.Vaststelling.Uiterlijk < na.Vaststelling.Uiterlijk);
        Assert.Equal(voor.Vaststelling.Uiterlijk, Getoond(voor));
        Assert.Equal(na.Vaststelling.Uiterlijk, Getoond(na));
    }

    private static InSteekproef Vraag(string op) =>
        SteekproefTrekken
            .Beslis(Opengesteld(), new("zaad-1", "notaris"), Beoordelaar, Regels, Op(op))
            .Gebeurtenissen.OfType<InSteekproef>()
            .Single();

    private static Platform.Stromen.Beslissing Teken(Verantwoording stand, string wie, string op) =>
        Ondertekenen.Beslis(Zaak, stand, stand.Voorstel!.Voorstelhash, wie, Regels, Op(op));

    private static NodaTime.LocalDate? Getoond(Verantwoording stand) =>
        Bekijken.Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager: true, Regels, Op("2028-01-01T12:00:00")).VaststellenUiterlijk;
}
