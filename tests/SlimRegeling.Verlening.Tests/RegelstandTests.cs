using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A decision follows the rules of its moment, says which those were, and is shown by them ever after.</summary>
public sealed class RegelstandTests
{
    private const string Gewijzigd = "2026-06-22T10:00:00";
    private static readonly string Bestandshash = Regelboek.Versie("slim-2026").Hash;
    private static readonly Regelstanden Regels = new([
        Stap(1, Gewijzigd, "termijnen", "initiatiefperiode", "18"),
        Stap(2, "2026-06-25T16:00:00", "termijnen", "bezwaar", "8"),
    ]);

    [Fact]
    public void The_period_is_that_of_the_moment_of_signing()
    {
        var voor = Besluit(Teken("2026-06-22T09:59:59"));
        var na = Besluit(Teken(Gewijzigd));

        Assert.Equal((Dag("2027-06-22"), Bestandshash), (voor.PeriodeTot, voor.Regelhash));
        Assert.Equal((Dag("2027-12-22"), Regels.Versie("slim-2026", Op(Gewijzigd)).Hash), (na.PeriodeTot, na.Regelhash));
        var voorschot = Teken(Gewijzigd).Gebeurtenissen.OfType<VoorschotToegekend>().Single();
        Assert.Equal(("slim-2026", na.Regelhash), (voorschot.Regelversie, voorschot.Regelhash));
    }

    [Fact]
    public void What_was_decided_is_shown_by_the_rules_that_it_was_decided_by()
    {
        var besloten = Volg(Voorgelegd(), Teken("2026-06-22T09:59:59"))!;
        var beeld = Bekijken.Van(besloten, aanvrager: false, Regels, Op("2026-07-01T12:00:00"));

        Assert.Equal(Dag("2027-06-22"), beeld.Termijnen.Single(t => t.Code == Termijncode.InitiatiefperiodeEen).LaatsteDag);
    }

    [Fact]
    public void Who_signs_sees_that_rules_have_changed_since_the_assessment()
    {
        var verlening = Voorgelegd(Verlenen with { Regelhash = Bestandshash });

        Assert.False(Bekijken.Van(verlening, aanvrager: false, Regels, Op("2026-06-22T09:59:59")).Voorstel!.RegelsGewijzigd);
        Assert.True(Bekijken.Van(verlening, aanvrager: false, Regels, Op(Gewijzigd)).Voorstel!.RegelsGewijzigd);
    }

    [Theory]
    [InlineData("2026-06-24", "2026-08-05")]
    [InlineData("2026-06-25", "2026-08-20")]
    public void The_objection_term_is_that_of_the_moment_of_sending(string verzonden, string totEnMet)
    {
        var brief = Brief(verzonden);
        var termijn = BijBriefVerzonden.Beslis(Ondertekend(), brief, Regels).Gebeurtenissen.OfType<BezwaartermijnGestart>().Single();

        Assert.Equal(
            (Dag(totEnMet), Regels.Versie("slim-2026", brief.Op).Hash, "slim-2026"),
            (termijn.TotEnMet, termijn.Regelhash, termijn.Regelversie)
        );
    }

    private static Beslissing Teken(string op)
    {
        var verlening = Voorgelegd();
        return Ondertekenen.Beslis(Zaak, verlening, verlening.Voorstelhash!, Ondertekenaar, Regels, Op(op));
    }

    private static Verleend Besluit(Beslissing beslissing) => beslissing.Gebeurtenissen.OfType<Verleend>().Single();

    private static Regelstap Stap(int volgnummer, string vanaf, string sectie, string code, string waarde) =>
        new("slim-2026", volgnummer, Op(vanaf), new Regelwijziging(sectie, code, waarde, "bron", null));
}
