using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

public sealed partial class IntrekkingenTests
{
    [Fact]
    public void Na_een_intrekking_verhoogt_geen_besluit_en_is_er_bezwaar_tegen_de_intrekking()
    {
        var zaak = Verleend().Gereed(Deels).Getekend();
        zaak.Hoor(Brief("2026-09-23", "intrekking", Nummer));
        var bestreden = Bestreden.Van(zaak.Verlening);
        var tegen = bestreden[^1];
        Assert.Equal((Nummer, Besluitsoort.Intrekking, Dag("2026-11-04")), (tegen.Besluit, tegen.Soort, tegen.Termijn!.TotEnMet));
        Assert.Equal([Bo, Mo], tegen.Ondertekenaars);
        Assert.Equal("na-intrekking", Intrekkingspoort.Verhogen(zaak.Verlening)?.Code);
        var herstel = new Herstelzaak(zaak.Verlening);
        Assert.Equal("na-intrekking", herstel.StelVoor(Herstellen.Herstelsoort.Inhoud, "2026-10-01T10:00:00").Weigering?.Code);
        Assert.Null(herstel.StelVoor(Herstellen.Herstelsoort.Tekst, "2026-10-01T10:00:00").Weigering);
    }

    [Theory]
    [InlineData(Besluitsoort.Intrekking, Bezwaaruitkomst.Ongegrond, null, null)]
    [InlineData(Besluitsoort.Intrekking, Bezwaaruitkomst.Gegrond, Bezwaargevolg.Herroepen, null)]
    [InlineData(Besluitsoort.Intrekking, Bezwaaruitkomst.NietOntvankelijk, null, null)]
    [InlineData(Besluitsoort.Verlening, Bezwaaruitkomst.Ongegrond, null, null)]
    [InlineData(Besluitsoort.Verlening, Bezwaaruitkomst.Gegrond, null, "herbeoordeling-ontbreekt")]
    [InlineData(Besluitsoort.Vaststelling, Bezwaaruitkomst.Gegrond, null, "na-intrekking")]
    public void Alleen_het_bezwaar_tegen_de_intrekking_geeft_terug_wat_is_ingetrokken(
        string soort,
        string uitkomst,
        string? verwacht,
        string? weigering
    )
    {
        var zaak = Verleend().Gereed(Deels).Getekend();
        var bezwaar = new Bezwaar
        {
            Id = Zaak + "-BZ1",
            Zaaknummer = Zaak,
            Betreft = new Betreft(Zaak, Kvk, Nummer, soort, "slim-2026", Indiener.Aanvrager),
        };
        var (gevolg, geweigerd) = BeslissingVoorstellen.Gevolg(bezwaar, zaak.Verlening, uitkomst);
        Assert.Equal((verwacht, weigering), (gevolg, geweigerd?.Code));
    }
}
