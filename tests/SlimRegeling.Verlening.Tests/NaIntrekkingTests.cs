using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;
using static SlimRegeling.Verlening.Tests.Wijzigingszaak;

namespace SlimRegeling.Verlening.Tests;

/// <summary>Where a change or an advance during the project meets a withdrawal.</summary>
public sealed class NaIntrekkingTests
{
    private static readonly WijzigingVragen.Verzoek Uitstel = new("uitstel", "De leverancier is failliet.", NieuwEinde: Dag("2027-10-03"));

    private static readonly IntrekkingVoorstellen.Verzoek Alles = Intrekkingszaak.Alles with
    {
        Partijen = Wijzigingszaak.Partijen.ToDictionary(p => p.Key, _ => 0.00m),
    };

    private static readonly IntrekkingVoorstellen.Verzoek Deels = Alles with
    {
        Bedrag = 100000.00m,
        Partijen = new Dictionary<string, decimal>
        {
            [Kvk] = 40000.00m,
            [Zagerij] = 25000.00m,
            [Vereniging] = 20000.00m,
            [School] = 15000.00m,
        },
    };

    [Fact]
    public void Van_wat_overblijft_worden_bedragen_niet_anders_verdeeld_en_uitstel_kan()
    {
        var zaak = TrekIn(Samenwerkingsverband().Gevraagd(SchoolUit), Deels);
        Assert.Equal("na-intrekking", zaak.StelVoor("toegewezen", op: "2026-10-05T10:00:00").Weigering?.Code);
        var verschoven = TrekIn(Samenwerkingsverband().Gevraagd(Verschoven), Deels);
        Assert.Equal("na-intrekking", verschoven.StelVoor("toegewezen", op: "2026-10-05T10:00:00").Weigering?.Code);

        zaak.Gevraagd(Uitstel, "2026-10-05T10:00:00").Met(zaak.StelVoor("toegewezen", op: "2026-10-06T10:00:00")).Getekend();

        var aangepast = Assert.Single(zaak.Gezegd.OfType<VerleningAangepastBericht>());
        Assert.Equal((100000.00m, Dag("2027-10-03"), 3), (aangepast.Bedrag, aangepast.PeriodeTot, aangepast.Versienummer));
        var versies = VersiesTonen.Van(zaak.Gebeurd, Aanvragertype.Samenwerkingsverband, Regelstanden.Ongewijzigd);
        Assert.Equal([(1, "verlening"), (2, "intrekking"), (3, "uitstel")], versies.Select(v => (v.Nummer, v.Aanleiding)));
    }

    [Fact]
    public void Een_wijziging_die_voor_de_intrekking_was_voorgesteld_wordt_niet_ondertekend()
    {
        var zaak = TrekIn(Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld(), Deels);
        Assert.NotNull(zaak.Teken().Weigering);
    }

    [Fact]
    public void Na_een_intrekking_volgt_geen_tweede_voorschot()
    {
        var zaak = Samenwerkingsverband();
        TrekIn(zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()), Deels);
        Assert.Equal("na-intrekking", zaak.TekenVoorschot(op: "2026-10-05T10:00:00").Weigering?.Code);
        Assert.Equal("na-intrekking", zaak.StelVoorschotVoor("2026-10-05T10:00:00").Weigering?.Code);
    }

    [Fact]
    public void Van_wat_helemaal_is_ingetrokken_wijzigt_niets()
    {
        var zaak = TrekIn(Samenwerkingsverband(), Alles);
        Assert.Equal("ingetrokken", zaak.Vraag(Uitstel, "2026-10-05T10:00:00").Weigering?.Code);
        Assert.Equal("ingetrokken", zaak.StelVoorschotVoor("2026-10-05T10:00:00").Weigering?.Code);
    }

    [Fact]
    public void Wat_nog_was_gevraagd_van_wat_helemaal_is_ingetrokken_wordt_afgewezen()
    {
        var zaak = TrekIn(Samenwerkingsverband().Gevraagd(Uitstel), Alles);
        Assert.Equal("ingetrokken", zaak.StelVoor("toegewezen", op: "2026-10-05T10:00:00").Weigering?.Code);
        zaak.Met(zaak.StelVoor("afgewezen", "helemaal-ingetrokken", op: "2026-10-05T10:00:00")).Getekend();
        Assert.False(zaak.Eerste.Open);
        Assert.Equal("helemaal-ingetrokken", Assert.Single(zaak.Gezegd.OfType<WijzigingBeslotenBericht>()).Grond);
    }

    [Fact]
    public void Een_intrekking_die_andere_partijen_noemt_dan_er_nu_zijn_vraagt_een_nieuw_voorstel()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld();
        var intrekking = new Intrekkingszaak(zaak.Verlening).Gereed(Deels);
        intrekking.Met(zaak.Teken());
        Assert.Equal("verlening-gewijzigd", intrekking.Teken().Weigering?.Code);
    }

    private static Wijzigingszaak TrekIn(Wijzigingszaak zaak, IntrekkingVoorstellen.Verzoek verzoek) =>
        zaak.Met(Beslissing.Van(new Intrekkingszaak(zaak.Verlening).Gereed(verzoek).Getekend().Gebeurd));
}
