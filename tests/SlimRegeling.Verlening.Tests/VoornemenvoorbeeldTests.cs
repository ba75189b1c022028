using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Api;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>What the recipient would be told of a withdrawal that somebody typed, before it is proposed: proposing tells it at once.</summary>
public sealed class VoornemenvoorbeeldTests
{
    [Fact]
    public void Het_voorbeeld_zegt_wat_het_voorstel_daarna_zegt()
    {
        var zaak = Verleend();

        var beeld = Assert.IsType<Voornemenvoorbeeld.Beeld>(Van(zaak, Deels with { Argument = " Er is niets gedaan. " }).Inhoud);

        var gezegd = Assert.Single(zaak.Voorgesteld(Deels).Gezegd.OfType<IntrekkingVoorgenomenBericht>());
        Assert.Equal(gezegd with { Motivering = Guid.Empty, Hash = "" }, beeld.Voornemen);
        Assert.Equal(new Intrekkingstekst("Er is niets gedaan.", "Dit is niet te hard."), beeld.Tekst);
    }

    [Fact]
    public void Wat_niet_kan_worden_voorgesteld_heeft_geen_voorbeeld()
    {
        var zaak = Verleend();
        Assert.Equal("argument", Assert.Single(Van(zaak, Deels with { Argument = " " }).Weigering!.Fouten).Veld);

        Assert.Equal("intrekking-ligt-voor", Van(zaak.Voorgesteld(Deels), Deels).Weigering?.Code);
    }

    [Fact]
    public void Wie_het_vooraf_niet_mag_weten_krijgt_geen_voornemen_dus_er_is_niets_te_laten_zien()
    {
        var ongehoord = Deels with { NietHoren = Hoorreden.Spoed, WaaromNietHoren = "Het geld verdwijnt." };

        Assert.IsType<Voornemenvoorbeeld.Beeld>(Van(Verleend(), ongehoord).Inhoud);
        var fout = Assert.Single(Van(Verleend(), ongehoord with { NietHoren = Hoorreden.Doel }).Weigering!.Fouten);
        Assert.Equal(("nietHoren", "artikel 4:11, aanhef en onder c, Awb"), (fout.Veld, fout.Artikel));
    }

    private static Uitkomst Van(Intrekkingszaak zaak, IntrekkingVoorstellen.Verzoek verzoek) =>
        Voornemenvoorbeeld.Van(Zaak, zaak.Verlening, zaak.Bezwaren, verzoek, Regelstanden.Ongewijzigd, Op("2026-09-01T10:00:00"));
}
