using NodaTime;
using SlimRegeling.Aanvragen.BuitenBehandeling;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class BuitenBehandelingTests
{
    private const string Ander = "medeondertekenaar-1";
    private static readonly Instant Middernacht = Moment.Op(new LocalDate(2026, 5, 21).AtMidnight());
    private static readonly Instant Binnentermijn = Moment.Op(new LocalDateTime(2026, 5, 11, 10, 0));

    private static readonly AanvraagAangevuld Aangevuld = Aanvullen
        .Beslis(
            Na(Ingediend, Gevraagd, Verzonden),
            new(Toelichting: "Zie het document."),
            Compleet,
            _ => Bewaard,
            Regelstanden.Ongewijzigd,
            Binnentermijn
        )
        .Gebeurde<AanvraagAangevuld>();

    private static readonly UitsluitingVernomen Uitgesloten = new("verbonden-onderneming", "SLIM-EERDER", Later);

    [Fact]
    public void Wie_niet_aanvult_wordt_voorgesteld_zodra_de_termijn_om_is()
    {
        Assert.Null(Voorstel(Na(Ingediend, Gevraagd, Verzonden), Middernacht - Duration.Epsilon));

        var voorstel = Voorstel(Na(Ingediend, Gevraagd, Verzonden), Middernacht)!;
        Assert.Equal((Vervalgrond.NietAangevuld, new LocalDate(2026, 6, 17)), (voorstel.Grond, voorstel.MededelenUiterlijk));
        Assert.Equal([Documentcode.Begroting], voorstel.Ontbreekt);
    }

    [Fact]
    public void Wie_aanvulde_pas_als_een_beoordelaar_vindt_dat_er_nog_iets_ontbreekt()
    {
        Assert.Null(Voorstel(Na(Ingediend, Gevraagd, Verzonden, Aangevuld), Middernacht));
        var onvoldoende = Volledigheid
            .Beslis(
                Na(Ingediend, Gevraagd, Verzonden, Aangevuld),
                new(false, [Documentcode.Begroting]),
                "tweede",
                Regelstanden.Ongewijzigd,
                Binnentermijn
            )
            .Gebeurde<AanvullingOnvoldoende>();

        var voorstel = Voorstel(Na(Ingediend, Gevraagd, Verzonden, Aangevuld, onvoldoende), Binnentermijn)!;
        Assert.Equal((new LocalDate(2026, 6, 8), "tweede"), (voorstel.MededelenUiterlijk, voorstel.DoorIemand));
        Assert.Null(Voorstel(Na(Ingediend, Gevraagd, Verzonden, Aangevuld, onvoldoende, Volledig), Middernacht));
    }

    [Fact]
    public void Wie_op_de_lijst_dubbel_is_met_de_eerdere_zaak()
    {
        var voorstel = Voorstel(Na(Ingediend, Uitgesloten), Later)!;

        Assert.Equal((Vervalgrond.DubbeleAanvraag, "SLIM-EERDER"), (voorstel.Grond, voorstel.Eerdere));
        Assert.Equal("2.8, vierde lid", voorstel.Artikel);
        Assert.Equal(
            [Ander],
            Stel(Na(Ingediend, Uitgesloten), Ander, Later + Duration.FromDays(90)).Gebeurde<BuitenBehandelingGesteld>().Ondertekenaars
        );
    }

    [Fact]
    public void Ook_wie_al_beoordeeld_is_maar_dan_gaat_eerst_het_voorstel_terug()
    {
        Assert.Null(Voorstel(BeoordelenTests.Beoordeeld(), Later));
        var beoordeeld = Pas(BeoordelenTests.Beoordeeld(), Uitgesloten);

        Assert.Equal("SLIM-EERDER", Voorstel(beoordeeld, Later)!.Eerdere);
        Assert.Contains("terug", Stel(beoordeeld, Ander, Later).Geweigerd("ligt-voor").Uitleg, StringComparison.Ordinal);
        var terug = Pas(beoordeeld, new TerugzendingVernomen("hash", Later));
        Assert.Equal("SLIM-EERDER", Stel(terug, Ander, Later).Gebeurde<BuitenBehandelingGesteld>().Eerdere);
    }

    [Fact]
    public void Een_ander_ondertekent_en_iedereen_hoort_het()
    {
        Stel(Na(Ingediend, Gevraagd, Verzonden), Beoordelaar, Middernacht).Geweigerd("zelf-gevraagd");

        var gesteld = Stel(Na(Ingediend, Gevraagd, Verzonden), Ander, Middernacht).Gebeurde<BuitenBehandelingGesteld>();

        Assert.Equal(($"{Zaak}-N1", new LocalDate(2026, 5, 21)), (gesteld.Besluit, gesteld.Besluitdatum));
        Assert.Equal([Beoordelaar, Ander], gesteld.Ondertekenaars);
        var na = Na(Ingediend, Gevraagd, Verzonden, gesteld);
        Assert.Equal(Status.BuitenBehandeling, na.Status);
        // Who signed reads it too, and whoever comes later is not told that they did.
        foreach (var wie in (string[])[Ander, Beoordelaar, "derde"])
        {
            Stel(na, wie, Middernacht).Geweigerd("al-besloten");
        }
        var berichten = Uitgaand.Berichten(Zaak, gesteld).ToList();
        Assert.Equal(new AanvraagVervallenBericht(Zaak, Tijdvak.Id, "buiten-behandeling", Middernacht), berichten[0]);
        var bericht = Assert.IsType<BuitenBehandelingGesteldBericht>(berichten[1]);
        Assert.Equal(
            (gesteld.Besluit, "niet-aangevuld", new LocalDate(2026, 5, 20)),
            (bericht.Besluit, bericht.Grond, bericht.AanvullenUiterlijk)
        );
    }

    [Fact]
    public void Je_ondertekent_het_voorstel_dat_je_las_en_geen_ander()
    {
        var zaak = Na(Ingediend, Gevraagd, Verzonden, Aangevuld);
        AanvullingOnvoldoende Onvoldoende(params string[] documenten) =>
            new(documenten, Beoordelaar, Ingediend.Regelversie, "", Binnentermijn);
        var gelezen = Pas(zaak, Onvoldoende(Documentcode.Begroting));
        var veranderd = Pas(gelezen, Onvoldoende(Documentcode.Begroting, Documentcode.MkbVerklaring));
        var hash = Voorstel(gelezen, Binnentermijn)!.Hash(Zaak);

        Assert.Matches("^[0-9a-f]{64}$", hash);
        // The day on which one looks is no part of it, the case is.
        Assert.Equal(hash, Voorstel(gelezen, Middernacht)!.Hash(Zaak));
        Assert.NotEqual(hash, Voorstel(gelezen, Binnentermijn)!.Hash("SLIM-ANDER"));
        Stellen.Beslis(veranderd, Ander, Regelstanden.Ongewijzigd, Binnentermijn, hash).Geweigerd("ander-voorstel");
        Stellen.Beslis(gelezen, Ander, Regelstanden.Ongewijzigd, Binnentermijn, hash).Gebeurde<BuitenBehandelingGesteld>();
    }

    [Fact]
    public void Wat_op_het_woord_rust_van_wie_een_belang_meldde_ondertekent_niemand()
    {
        var gemeld = new BelangGemeld(Beoordelaar, null, Binnentermijn);
        var onvoldoende = new AanvullingOnvoldoende([Documentcode.Begroting], Beoordelaar, Ingediend.Regelversie, "", Binnentermijn);
        var nietAangevuld = Na(Ingediend, Gevraagd, Verzonden, gemeld);
        var aangevuld = Na(Ingediend, Gevraagd, Verzonden, Aangevuld, onvoldoende, gemeld);

        Assert.Equal("artikel 2:4 Awb", Stel(nietAangevuld, Ander, Middernacht).Geweigerd("voorstel-met-belang").Artikel);
        Stel(aangevuld, Ander, Middernacht).Geweigerd("voorstel-met-belang");

        // A colleague who finds the same makes it theirs, and what nobody completed can be judged as it lies.
        var opnieuw = Volledigheid
            .Beslis(aangevuld, new(false, [Documentcode.Begroting]), "tweede", Regelstanden.Ongewijzigd, Middernacht)
            .Gebeurde<AanvullingOnvoldoende>();
        Assert.Equal(
            ["tweede", Ander],
            Stel(Pas(aangevuld, opnieuw), Ander, Middernacht).Gebeurde<BuitenBehandelingGesteld>().Ondertekenaars
        );
        var volledig = Volledigheid.Beslis(nietAangevuld, new(true), "tweede", Regelstanden.Ongewijzigd, Middernacht);
        Assert.Equal(Fase.Volledig, volledig.Gebeurtenissen.Aggregate(nietAangevuld, Pas).Fase);
        var opgeheven = Pas(nietAangevuld, new BelangOpgeheven(Beoordelaar, "tweede", Bewaard, Middernacht));
        Stel(opgeheven, Ander, Middernacht).Gebeurde<BuitenBehandelingGesteld>();
    }

    [Fact]
    public void Het_voorbeeld_zegt_wat_het_besluit_zegt()
    {
        var gesteld = Stel(Na(Ingediend, Gevraagd, Verzonden), Ander, Middernacht).Gebeurde<BuitenBehandelingGesteld>();
        var bericht = Uitgaand.Berichten(Zaak, gesteld).OfType<BuitenBehandelingGesteldBericht>().Single();

        var voorbeeld = Besluitvoorbeeld.Van(Stel(Na(Ingediend, Gevraagd, Verzonden), "voorbeeld", Middernacht), Zaak)!.BuitenBehandeling;

        Assert.Equal(bericht.Ontbreekt, voorbeeld.Ontbreekt);
        Assert.Equal(bericht with { Ontbreekt = null, Ondertekenaars = [] }, voorbeeld with { Ontbreekt = null, Ondertekenaars = [] });
        Assert.Null(Besluitvoorbeeld.Van(Stel(Na(Ingediend), "voorbeeld", Middernacht), Zaak));
    }

    [Fact]
    public void Na_vier_weken_kan_het_niet_meer()
    {
        var laatste = Moment.Op(new LocalDate(2026, 6, 18).AtMidnight());

        Stel(Na(Ingediend, Gevraagd, Verzonden), Ander, laatste - Duration.Epsilon).Gebeurde<BuitenBehandelingGesteld>();
        Stel(Na(Ingediend, Gevraagd, Verzonden), Ander, laatste).Geweigerd("mededelingstermijn-voorbij");
    }

    [Fact]
    public void Zonder_grond_geen_besluit()
    {
        Stel(Na(Ingediend), Ander, Middernacht).Geweigerd("geen-voorstel");
        Stel(Na(Ingediend, Gevraagd, Verzonden), Ander, Binnentermijn).Geweigerd("wacht-op-aanvulling");
        Stel(Na(Ingediend, Gevraagd, Verzonden, Aangevuld), Ander, Middernacht).Geweigerd("al-aangevuld");
        Stel(Na(Ingediend, Gevraagd, Verzonden, new AanvraagIngetrokken(Tijdvak.Id, null, Later)), Ander, Middernacht)
            .Geweigerd("geen-voorstel");
        var afgewezen = new BesluitVernomen(KvkNummer, new Besluit(Besluitsoort.Afwijzing, $"{Zaak}-V1", new(2026, 5, 11), 0m), Later);
        Stel(Na(Ingediend, Gevraagd, Verzonden, afgewezen), Ander, Middernacht).Geweigerd("al-besloten");
    }

    [Fact]
    public void Daarna_is_de_zaak_voor_aanvrager_en_beoordelaar_voorbij()
    {
        var na = Na(
            Ingediend,
            Gevraagd,
            Verzonden,
            Stel(Na(Ingediend, Gevraagd, Verzonden), Ander, Middernacht).Gebeurde<BuitenBehandelingGesteld>()
        );

        var weigering = Aanvullen
            .Beslis(na, new(Toelichting: "alsnog"), Compleet, _ => Bewaard, Regelstanden.Ongewijzigd, Binnentermijn)
            .Geweigerd("buiten-behandeling");
        Assert.Contains("op 21 mei 2026 besloten", weigering.Uitleg, StringComparison.Ordinal);
        Intrekken.Beslis(na, () => null, Middernacht).Geweigerd("buiten-behandeling");
        Toewijzen.Beslis(na, Beoordelaar, Middernacht).Geweigerd("niet-te-beoordelen");
        Volledigheid.Beslis(na, new(true), Beoordelaar, Regelstanden.Ongewijzigd, Middernacht).Geweigerd("niet-ingediend");
    }

    private static Voorgesteld? Voorstel(Aanvraag aanvraag, Instant op) => Voorgesteld.Van(aanvraag, Regelstanden.Ongewijzigd, op);

    private static Beslissing Stel(Aanvraag aanvraag, string wie, Instant op) =>
        Stellen.Beslis(aanvraag, wie, Regelstanden.Ongewijzigd, op);
}
