using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Somebody else objected: which letter starts which term, with and without an address that was typed in.</summary>
public sealed class DerdenpostTests
{
    private const string Besluit = Bezwaarzaak.Nummer + "-1";

    [Fact]
    public void Met_een_adres_loopt_de_hersteltermijn_vanaf_de_brief_aan_wie_bezwaar_maakte()
    {
        var zaak = Overgetypt("Plein 2, 2511 CR Den Haag", gronden: null);
        zaak.Met(HerstelVragen.Beslis(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-08-06T10:00:00")));
        Assert.Null(zaak.Bezwaar!.Hersteltermijn);
        var brief = new BriefVerzondenBericht(
            Zaak,
            Bezwaarzaak.Nummer + "-bezwaar-herstel-derde-indiener",
            "bezwaar-herstel-derde",
            null,
            Dag("2026-08-07"),
            Op("2026-08-07T16:00:00"),
            Geadresseerden.VanIndiener
        );

        Assert.Equal(Bezwaarzaak.Nummer, Bezwaarpost.Herstelnummer(brief));
        zaak.Met(Bezwaarpost.Herstel(zaak.Bezwaar, brief, Regelstanden.Ongewijzigd));
        Assert.Equal(Dag("2026-08-21"), zaak.Bezwaar.Hersteltermijn!.Uiterlijk);
    }

    [Fact]
    public void Met_een_adres_begint_de_beroepstermijn_met_de_brief_aan_wie_bezwaar_maakte_en_leest_de_aanvrager_na_de_eigen_brief()
    {
        var zaak = Beslist("Plein 2, 2511 CR Den Haag");
        var beslist = zaak.Bezwaar!.Beslissing!;
        var aanAanvrager = Brief("2026-08-11", "beslissing-op-bezwaar", Besluit);
        Assert.False(zaak.Bezwaar.IsVerzonden(beslist));

        zaak.Met(Hoor(zaak, aanAanvrager));
        Assert.Empty(zaak.Bezwaar.Beroepstermijnen);
        Assert.True(zaak.Bezwaar.IsVerzonden(beslist));
        Assert.Same(Beslissing.Geen, Hoor(zaak, aanAanvrager));
        var afschrift = Brief("2026-08-12", "beslissing-op-bezwaar-afschrift", Besluit);
        Assert.Same(Beslissing.Geen, Hoor(zaak, afschrift with { Ontvanger = "partij-1" }));

        zaak.Met(Hoor(zaak, afschrift with { Ontvanger = Geadresseerden.VanIndiener }));
        var termijn = Assert.Single(zaak.Bezwaar.Beroepstermijnen);
        Assert.Equal((Dag("2026-08-13"), Dag("2026-09-23")), (termijn.Van, termijn.TotEnMet));
        Assert.Same(Beslissing.Geen, Hoor(zaak, afschrift with { Ontvanger = Geadresseerden.VanIndiener }));
    }

    [Fact]
    public void Zonder_adres_begint_de_beroepstermijn_met_de_brief_aan_de_aanvrager()
    {
        var zaak = Beslist(adres: null);

        zaak.Met(Hoor(zaak, Brief("2026-08-11", "beslissing-op-bezwaar", Besluit)));

        Assert.Equal(Dag("2026-08-12"), Assert.Single(zaak.Bezwaar!.Beroepstermijnen).Van);
        Assert.True(zaak.Bezwaar.IsVerzonden(zaak.Bezwaar.Beslissing!));
    }

    [Fact]
    public void Een_correctie_zegt_opnieuw_of_er_een_adres_is()
    {
        var zaak = Overgetypt(adres: null);
        Assert.False(zaak.Bezwaar!.PostAanDerde);

        zaak.Met(
            zaak.Corrigeer(
                new(Dag("2026-07-01"), "Het adres stond op de envelop.", Dagtekening: Dag("2026-06-30"), Naam: "Buurman", Adres: "Plein 2")
            )
        );
        Assert.True(zaak.Bezwaar.PostAanDerde);

        zaak.Met(zaak.Corrigeer(new(Dag("2026-07-01"), "Dat was een ander.", Dagtekening: Dag("2026-06-30"), Naam: "Buurman")));
        Assert.False(zaak.Bezwaar.PostAanDerde);
    }

    private static Beslissing Hoor(Bezwaarzaak zaak, BriefVerzondenBericht brief) =>
        Bezwaarpost.Beslist(zaak.Bezwaar!, brief, Regelstanden.Ongewijzigd);

    private static Bezwaarzaak Overgetypt(string? adres, string? gronden = "Ik heb er last van.") =>
        Bezwaarzaak
            .Afgewezen()
            .Overgetypt(
                new(
                    Zaak,
                    Zaak + "-V1",
                    Indiener.Derde,
                    Dag("2026-07-01"),
                    Ondertekend: true,
                    Dagtekening: Dag("2026-06-30"),
                    Naam: "Buurman",
                    Adres: adres,
                    Gronden: gronden,
                    WilHoren: false
                ),
                "2026-07-02T10:00:00"
            );

    /// <summary>Unfounded; what it lacked was mended in words.</summary>
    private static Bezwaarzaak Beslist(string? adres)
    {
        var zaak = Overgetypt(adres);
        if (zaak.Bezwaar!.Ontbreekt.Count > 0)
        {
            zaak.Met(
                BezwaarAanvullen.VoerIn(
                    zaak.Bezwaar,
                    new("Per telefoon.", null, zaak.Bezwaar.Ontbreekt, Dag("2026-07-03")),
                    tekst => new Verwijzing(Guid.Empty, tekst),
                    Bezwaarzaak.Bo,
                    Bezwaarzaak.Versie,
                    Op("2026-07-04T10:00:00")
                )
            );
        }
        zaak.Beoordeeld();
        zaak.Met(zaak.ZieAf(Hoorgrond.WilNiet, anderen: "De aanvrager wil het ook niet."));
        return zaak.Voorgesteld("ongegrond").Getekend();
    }
}
