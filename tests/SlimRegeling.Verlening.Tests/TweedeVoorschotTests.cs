using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;
using static SlimRegeling.Verlening.Tests.Wijzigingszaak;

namespace SlimRegeling.Verlening.Tests;

/// <summary>The progress report of a partnership releases a second advance of half the award, by the word of two people.</summary>
public sealed class TweedeVoorschotTests
{
    [Fact]
    public void Na_het_verslag_volgt_de_helft_van_de_verlening()
    {
        var zaak = Samenwerkingsverband();
        Assert.Equal("geen-verslag", zaak.StelVoorschotVoor().Weigering?.Code);
        zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor());
        Assert.Equal(70500.00m, zaak.Verlening.Voortgang!.Voorstel!.Bedrag);
        zaak.Met(zaak.TekenVoorschot());

        var gezegd = zaak.Gezegd.OfType<VoorschotToegekendBericht>().Last();
        Assert.Equal((70500.00m, 105750.00m, true), (gezegd.Bedrag, gezegd.Totaal, gezegd.NaVoortgang));
        Assert.Equal((Zaak + "-T1", Kvk), (gezegd.Besluit, gezegd.KvkNummer));
        Assert.Equal([Bo, Mo], gezegd.Ondertekenaars);
        Assert.Equal(35250.00m, zaak.Verlening.Verleend!.Voorschot);
        Assert.Equal("al-toegekend", zaak.StelVoorschotVoor().Weigering?.Code);
        Assert.Equal("al-toegekend", zaak.TekenVoorschot().Weigering?.Code);
        Assert.Same(Beslissing.Geen, zaak.Verslag("2026-08-20T10:00:00"));
    }

    [Fact]
    public void Twee_mensen_geven_het_en_wie_niet_tekent_zendt_terug()
    {
        var zaak = Samenwerkingsverband();
        zaak.Met(zaak.Verslag());
        Assert.Equal("geen-voorstel", zaak.TekenVoorschot().Weigering?.Code);
        zaak.Met(zaak.StelVoorschotVoor());
        Assert.Equal("zelf-voorgesteld", zaak.TekenVoorschot(Bo).Weigering?.Code);
        Assert.Equal("ander-voorstel", zaak.TekenVoorschot(hash: "iets anders").Weigering?.Code);
        zaak.Met(
            TweedeVoorschotOndertekenen.ZendTerug(
                zaak.Verlening,
                new("Bladzijde 2 mist."),
                () => new Verwijzing(Guid.Empty, "hash"),
                Mo,
                Op("2026-08-11T10:00:00")
            )
        );
        Assert.Equal("geen-voorstel", zaak.TekenVoorschot().Weigering?.Code);
        Assert.NotNull(zaak.Verlening.Voortgang!.Teruggezonden);
    }

    [Fact]
    public void Een_nieuw_verslag_maakt_een_voorstel_op_het_oude_ongedaan()
    {
        var zaak = Samenwerkingsverband();
        zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()).Met(zaak.Verslag("2026-08-11T10:00:00"));
        Assert.Equal("geen-voorstel", zaak.TekenVoorschot().Weigering?.Code);
    }

    [Fact]
    public void Een_verslag_dat_teruggaat_geeft_geen_voorschot_wat_ook_eerst_wordt_gehoord()
    {
        var zaak = Samenwerkingsverband();
        zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()).Met(zaak.VerslagTerug("2026-08-11T10:00:00"));
        Assert.Null(zaak.Verlening.Projectvoorstel);
        Assert.Equal("geen-verslag", zaak.TekenVoorschot().Weigering?.Code);
        Assert.Same(Beslissing.Geen, zaak.VerslagTerug("2026-08-11T10:00:00"));
        // The report that went back is heard again; the new one counts.
        Assert.Same(Beslissing.Geen, zaak.Verslag());
        zaak.Met(zaak.Verslag("2026-08-14T10:00:00")).Met(zaak.StelVoorschotVoor("2026-08-15T10:00:00"));
        Assert.Same(Beslissing.Geen, zaak.VerslagTerug("2026-08-11T10:00:00"));
        zaak.Met(zaak.TekenVoorschot(op: "2026-08-16T10:00:00"));
        Assert.Same(Beslissing.Geen, zaak.VerslagTerug("2026-08-17T10:00:00"));

        var andersom = Samenwerkingsverband();
        andersom.Met(andersom.VerslagTerug("2026-08-11T10:00:00"));
        Assert.Same(Beslissing.Geen, andersom.Verslag());
    }

    [Fact]
    public void Wie_de_vaststelling_vraagt_krijgt_geen_tweede_voorschot_meer()
    {
        var zaak = Samenwerkingsverband();
        zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()).Met(zaak.Declaratie());
        Assert.Null(zaak.Verlening.Projectvoorstel);
        Assert.Equal("declaratie-ingediend", zaak.StelVoorschotVoor().Weigering?.Code);
        Assert.Equal(("declaratie-ingediend", 409), (zaak.TekenVoorschot().Weigering?.Code, zaak.TekenVoorschot().Weigering?.Status));
        Assert.Null(zaak.Gezegd.OfType<TweedeVoorschotGeslotenBericht>().Single().Besluit);
        // A completion, and a report that is heard after it.
        Assert.Same(Beslissing.Geen, zaak.Declaratie("2026-10-01T10:00:00"));
        zaak.Met(zaak.Verslag("2026-08-20T10:00:00"));
        Assert.Equal("declaratie-ingediend", zaak.StelVoorschotVoor().Weigering?.Code);
    }

    [Fact]
    public void De_vaststelling_hoort_welk_voorschot_er_al_was()
    {
        var zaak = Samenwerkingsverband();
        zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()).Met(zaak.TekenVoorschot()).Met(zaak.Declaratie());
        Assert.Equal(Zaak + "-T1", zaak.Gezegd.OfType<TweedeVoorschotGeslotenBericht>().Single().Besluit);
        Assert.Equal(70500.00m, zaak.Verlening.Voortgang!.Toegekend!.Bedrag);
    }

    [Fact]
    public void Na_de_periode_en_voor_een_mkb_onderneming_is_er_geen()
    {
        var zaak = Samenwerkingsverband();
        zaak.Met(zaak.Verslag());
        Assert.Null(zaak.StelVoorschotVoor("2027-07-03T23:00:00").Weigering);
        Assert.Equal("periode-voorbij", zaak.StelVoorschotVoor("2027-07-04T01:00:00").Weigering?.Code);
        Assert.Equal("geen-tweede-voorschot", Mkb().StelVoorschotVoor().Weigering?.Code);
    }
}
