using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A month of the books is closed by one and confirmed by another, in order, once it is over.</summary>
public sealed class BoekmaandTests
{
    private static readonly LocalDate Juni = new(2026, 6, 1);
    private static readonly LocalDate Vandaag = new(2026, 7, 3);
    private static readonly Instant Nu = Instant.FromUtc(2026, 7, 3, 8, 0);
    private static readonly Maandstand Stand = new(12, 44160.00m, Nu - Duration.FromDays(4));
    private static readonly Verwijzing Tekst = new(Guid.Empty, "hash");
    private static readonly Boekmaand Afgesloten = new Boekmaand().Apply(new BoekmaandAfgesloten(Juni, 12, 44160.00m, "fien", Nu));

    [Fact]
    public void Wie_afsluit_legt_vast_wat_er_staat_en_een_ander_bevestigt_het()
    {
        var gesloten = Boekmaand.Sluit(null, Juni, Stand, null, "fien", Vandaag, Nu);
        Assert.Equal([new BoekmaandAfgesloten(Juni, 12, 44160.00m, "fien", Nu)], gesloten.Gebeurtenissen);
        Assert.Equal(
            [new BoekmaandBevestigd(Juni, 12, 44160.00m, "cor", Nu)],
            Boekmaand.Bevestig(Afgesloten, Juni, Stand, Juni, "cor", Vandaag, Nu).Gebeurtenissen
        );
    }

    [Fact]
    public void Niemand_bevestigt_wat_hij_zelf_afsloot()
    {
        Geweigerd("zelfde-persoon", 403, Boekmaand.Bevestig(Afgesloten, Juni, Stand, null, "fien", Vandaag, Nu));
        Geweigerd("niet-afgesloten", 409, Boekmaand.Bevestig(null, Juni, Stand, null, "cor", Vandaag, Nu));
    }

    [Fact]
    public void Wat_er_na_het_afsluiten_bijkwam_wordt_niet_mee_bevestigd()
    {
        var meer = Stand with { Regels = 14, Debet = 49680.00m };
        Geweigerd("intussen-geboekt", 409, Boekmaand.Bevestig(Afgesloten, Juni, meer, null, "cor", Vandaag, Nu));
        var opnieuw = Boekmaand.Sluit(Afgesloten, Juni, meer, null, "fred", Vandaag, Nu);
        var na = opnieuw.Gebeurtenissen.Cast<BoekmaandAfgesloten>().Aggregate(Afgesloten, (stand, e) => stand.Apply(e));
        Assert.IsType<BoekmaandBevestigd>(Assert.Single(Boekmaand.Bevestig(na, Juni, meer, null, "cor", Vandaag, Nu).Gebeurtenissen));
    }

    [Fact]
    public void Wie_bevestigt_bekeek_de_maand_zoals_zij_het_laatst_is_afgesloten()
    {
        var afgesloten = Afgesloten.Afgesloten! with { Gaten = 1, Toelichting = Tekst };
        var boekmaand = Afgesloten.Apply(afgesloten);
        Assert.Null(Boekmaand.Gezien(boekmaand, Boekhash.Van(afgesloten)));
        BoekmaandAfgesloten[] anders =
        [
            afgesloten with
            {
                Maand = Juni.PlusMonths(1),
            },
            afgesloten with
            {
                Regels = 13,
            },
            afgesloten with
            {
                Debet = 44160.01m,
            },
            afgesloten with
            {
                Gaten = null,
            },
            afgesloten with
            {
                Toelichting = new(Guid.Empty, "ander"),
            },
            afgesloten with
            {
                Door = "fred",
            },
            afgesloten with
            {
                Op = Nu + Duration.FromSeconds(1),
            },
        ];
        foreach (var ander in anders)
        {
            Geweigerd("andere-afsluiting", 409, Boekmaand.Gezien(boekmaand, Boekhash.Van(ander))!);
        }
        // What does not wait for anyone is told as it is, whatever was looked at.
        Assert.Null(Boekmaand.Gezien(null, "h"));
        Assert.Null(Boekmaand.Gezien(boekmaand.Apply(new BoekmaandBevestigd(Juni, 12, 44160.00m, "cor", Nu)), "h"));
    }

    [Fact]
    public void Een_maand_sluit_als_zij_voorbij_is_op_volgorde_en_een_keer()
    {
        Geweigerd("maand-loopt-nog", 409, Boekmaand.Sluit(null, Juni, Stand, null, "fien", new LocalDate(2026, 6, 30), Nu));
        Geweigerd("eerst-eerdere-maand", 409, Boekmaand.Sluit(null, Juni, Stand, new LocalDate(2026, 4, 1), "fien", Vandaag, Nu));
        Geweigerd("al-gesloten", 409, Boekmaand.Sluit(null, Juni, Stand, new LocalDate(2026, 7, 1), "fien", Vandaag, Nu));
        var bevestigd = Afgesloten.Apply(new BoekmaandBevestigd(Juni, 12, 44160.00m, "cor", Nu));
        Geweigerd("al-gesloten", 409, Boekmaand.Bevestig(bevestigd, Juni, Stand, new LocalDate(2026, 7, 1), "anna", Vandaag, Nu));
    }

    [Fact]
    public void Wat_op_de_bank_bewoog_is_geboekt_voor_een_maand_sluit()
    {
        var open = Stand with { OpenBankregels = 1 };
        Geweigerd("bankregels-open", 409, Boekmaand.Sluit(null, Juni, open, null, "fien", Vandaag, Nu, () => Tekst));
        Geweigerd("bankregels-open", 409, Boekmaand.Bevestig(Afgesloten, Juni, open, null, "cor", Vandaag, Nu));
    }

    [Fact]
    public void Een_maand_waarin_een_afschrift_ontbreekt_sluit_met_een_toelichting_en_niet_met_meer_gaten_dan_toen()
    {
        var gat = Stand with { Gaten = 2 };
        var zonder = Boekmaand.Sluit(null, Juni, gat, null, "fien", Vandaag, Nu).Weigering!;
        Assert.Equal((422, "toelichting"), (zonder.Status, Assert.Single(zonder.Fouten).Veld));
        var gesloten = Assert.IsType<BoekmaandAfgesloten>(
            Assert.Single(Boekmaand.Sluit(null, Juni, gat, null, "fien", Vandaag, Nu, () => Tekst).Gebeurtenissen)
        );
        Assert.Equal((2, Tekst), (gesloten.Gaten, gesloten.Toelichting));

        Assert.Single(Boekmaand.Bevestig(new Boekmaand().Apply(gesloten), Juni, gat, null, "cor", Vandaag, Nu).Gebeurtenissen);
        Geweigerd("intussen-een-gat", 409, Boekmaand.Bevestig(Afgesloten, Juni, gat, null, "cor", Vandaag, Nu));
    }

    [Fact]
    public void De_sluiting_is_later_dan_alles_wat_erin_staat_ook_als_een_klok_achterloopt()
    {
        var voor = Stand with { Laatste = Nu + Duration.FromSeconds(2) };
        var bevestigd = Boekmaand.Bevestig(Afgesloten, Juni, voor, null, "cor", Vandaag, Nu).Gebeurtenissen.Cast<BoekmaandBevestigd>();
        Assert.True(Assert.Single(bevestigd).Op > voor.Laatste);
    }

    private static void Geweigerd(string code, int status, Beslissing beslissing)
    {
        Assert.Equal(code, beslissing.Weigering?.Code);
        Assert.Equal(status, beslissing.Weigering?.Status);
        Assert.StartsWith("artikel 3.5", beslissing.Weigering?.Artikel, StringComparison.Ordinal);
    }
}
