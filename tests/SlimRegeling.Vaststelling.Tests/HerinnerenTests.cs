using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.BrieftermijnTests;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Of a term of a few weeks, which a letter gave, a recipient is reminded a week before its last day.</summary>
public sealed class HerinnerenTests
{
    [Theory]
    [InlineData("2027-07-13T07:00:00", "")]
    [InlineData("2027-07-14T07:00:00", "bewijs 2027-07-21")]
    [InlineData("2027-07-22T07:00:00", "")]
    public void Aan_het_bewijs(string op, string wat)
    {
        Assert.Equal(wat, Herinnerd(InSteekproef().Dan(s => Verzend(s, "bewijsverzoek", "2027-06-23")), op));
        // While its letter waits no term runs.
        Assert.Equal("", Herinnerd(InSteekproef(), op));
        Assert.Equal("", Herinnerd(InSteekproef().Dan(s => GeefBewijs(s)), op));
    }

    [Theory]
    [InlineData("2025-07-13T07:00:00", "")]
    [InlineData("2025-07-14T07:00:00", "declaratie-aanvullen 2025-07-21")]
    public void Aan_de_aanvulling_van_de_declaratie(string op, string wat)
    {
        var gevraagd = Ingediend().Dan(Vraag).Dan(s => Verzend(s, "declaratie-aanvulling", "2025-07-07"));
        Assert.Equal(wat, Herinnerd(gevraagd, op));
        Assert.Equal("", Herinnerd(gevraagd.Dan(s => DienIn(s, Gemaakt, "2025-07-10T10:00:00")), op));
    }

    [Theory]
    [InlineData("2025-12-16T07:00:00", "")]
    [InlineData("2025-12-17T07:00:00", "verantwoording-laatste-termijn-nadert 2025-12-24")]
    public void Aan_de_laatste_termijn(string op, string wat)
    {
        var gesteld = Open(Verband)
            .Dan(s => VerzoektermijnStellen.Beslis(s, Beoordelaar, Regelstanden.Ongewijzigd, Op("2025-11-26T10:00:00")))
            .Dan(s => Verzend(s, "herinnering-verantwoording-laatste-termijn-20251224", "2025-11-26"));
        Assert.Equal(wat, Herinnerd(gesteld, op));
        Assert.Equal("", Herinnerd(gesteld.Dan(s => DienIn(s, VanVerband, "2025-12-01T10:00:00")), op));
    }

    [Theory]
    [InlineData("2026-09-02T07:00:00", "")]
    [InlineData("2026-09-03T07:00:00", "voortgangsverslag-terug-nadert 2026-09-10")]
    public void Aan_een_verslag_dat_terugging(string op, string wat)
    {
        var gemeld = Opengesteld(VoortgangTests.Partnerschap).Dan(s => VoortgangTests.Meld(s, "2026-08-03T12:00:00"));
        var terug = gemeld.Dan(s => VoortgangTests.Terug(s));
        Assert.Equal(wat, Herinnerd(terug, op));
        Assert.Equal("", Herinnerd(terug.Dan(s => VoortgangTests.Meld(s, "2026-09-01T12:00:00")), op));
    }

    [Theory]
    [InlineData("2025-05-26T07:00:00", "")]
    [InlineData("2025-05-27T07:00:00", "einde-periode 2025-06-24")]
    [InlineData("2025-06-24T07:00:00", "einde-periode 2025-06-24")]
    public void Aan_het_einde_van_de_periode_zolang_er_niets_is_gedeclareerd(string op, string wat)
    {
        Assert.Equal(wat, Herinnerd(Open(), op));
        // Who said that nothing more will be done has nothing to wait for.
        var vroeg = Open().Dan(s => DienIn(s, Gemaakt, "2025-05-05T10:00:00", allesGedaan: true));
        Assert.Equal("", Herinnerd(vroeg, op));
    }

    [Fact]
    public void Een_verschoven_dag_wordt_opnieuw_gezegd()
    {
        // Of before it was kept that the term waits for its letter.
        var eerder = InSteekproef();
        var herinnerd = (eerder with { Steekproef = eerder.Steekproef! with { VanafVerzending = null } }).Dan(s =>
            Herinneren.Beslis(s, Regelstanden.Ongewijzigd, Op("2027-07-14T07:00:00"))
        );
        Assert.Equal("", Herinnerd(herinnerd, "2027-07-15T07:00:00"));

        var verzonden = herinnerd.Dan(s => Verzend(s, "bewijsverzoek", "2027-07-15"));

        Assert.Equal("", Herinnerd(verzonden, "2027-08-04T07:00:00"));
        Assert.Equal("bewijs 2027-08-12", Herinnerd(verzonden, "2027-08-05T07:00:00"));
    }

    [Fact]
    public void Ook_in_een_zaak_die_na_bezwaar_opnieuw_wordt_vastgesteld_jaren_na_haar_periode()
    {
        var gevraagd = Ingediend()
            .Dan(s => Oordeel(s))
            .Vastgesteld()
            .Dan(s => Hoor(s, Gegrond))
            .Dan(s => DeclaratieAanvullen.Beslis(s, "Welke?", Bewaar, "beoordelaar-9", Regelstanden.Ongewijzigd, Op("2027-10-05T10:00:00")))
            .Dan(s => Verzend(s, "declaratie-aanvulling", "2027-10-05"));
        Assert.Equal("declaratie-aanvullen 2027-10-19", Herinnerd(gevraagd, "2027-10-12T07:00:00"));
    }

    private static string Herinnerd(Verantwoording stand, string op) =>
        string.Join(
            ", ",
            Herinneren
                .Beslis(stand, Regelstanden.Ongewijzigd, Op(op))
                .Gebeurtenissen.Cast<Herinnerd>()
                .Select(h => $"{h.Soort} {h.Dag:uuuu-MM-dd}")
        );
}
