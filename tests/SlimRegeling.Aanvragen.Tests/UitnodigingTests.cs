using NodaTime;
using SlimRegeling.Aanvragen.Partnerschap;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Typezaken;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>How it stands with an invitation, and until when a signature of a party holds.</summary>
public class UitnodigingTests
{
    private static readonly Regelversie Versie = Regelboek.Versie(Swv2025.Regelversie);
    private static readonly Partijgegevens Partij = Samenwerking.Partijen![1];
    private static readonly Gezamenlijk Plan = Gezamenlijk.Van(Samenwerking, Versie);

    private static Uitnodiging Na(params IEnumerable<Handeling> handelingen) =>
        handelingen.Select(h => new Uitnodiging.Stap(h, "wie", Binnen)).Aggregate((Uitnodiging?)null, Stap)! with
        {
            Handtekening = Handtekening.Van("zout", Partijopgave.Van(Partij), Plan, "wie", Binnen),
        };

    private static Uitnodiging Stap(Uitnodiging? uitnodiging, Uitnodiging.Stap stap) =>
        uitnodiging?.Na(stap) ?? Uitnodiging.Nieuw(Zaak, Tweede, stap);

    [Fact]
    public void De_stand_volgt_uit_wat_het_laatst_gebeurde_en_uit_het_deel_zelf()
    {
        Assert.Equal(Uitnodigingsstand.Uitgenodigd, Na(Handeling.Uitgenodigd).Stand(Partij, gesloten: false));
        Assert.Equal(Uitnodigingsstand.Verlopen, Na(Handeling.Uitgenodigd).Stand(Partij, gesloten: true));
        var getekend = Na(Handeling.Uitgenodigd, Handeling.Bevestigd);
        Assert.Equal(Uitnodigingsstand.Bevestigd, getekend.Stand(Partij, gesloten: false));
        Assert.Equal(Uitnodigingsstand.Bevestigd, getekend.Stand(Partij, gesloten: true));
        Assert.Equal(Uitnodigingsstand.Geweigerd, getekend.Na(new(Handeling.Geweigerd, "wie", Later)).Stand(Partij, gesloten: true));
        Assert.Equal(Uitnodigingsstand.Ingetrokken, getekend.Na(new(Handeling.Ingetrokken, "wie", Later)).Stand(Partij, gesloten: false));
    }

    [Fact]
    public void Een_handtekening_vervalt_bij_elke_wijziging_van_het_deel()
    {
        var getekend = Na(Handeling.Uitgenodigd, Handeling.Bevestigd);
        foreach (
            var anders in (Partijgegevens[])
                [
                    Partij with
                    {
                        Naam = "anders",
                    },
                    Partij with
                    {
                        AandeelKosten = 1m,
                    },
                    Partij with
                    {
                        WerkzamePersonen = 31m,
                    },
                    Partij with
                    {
                        Jaaromzet = 1m,
                    },
                    Partij with
                    {
                        Balanstotaal = 1m,
                    },
                    Partij with
                    {
                        SbiCodes = ["4322"],
                    },
                    Partij with
                    {
                        VerbondenMet = ["40000001"],
                    },
                    Partij with
                    {
                        Verklaringen = null,
                    },
                ]
        )
        {
            Assert.True(getekend.HandtekeningVervallen(anders), anders.ToString());
            Assert.Equal(Uitnodigingsstand.Uitgenodigd, getekend.Stand(anders, gesloten: false));
            Assert.Equal(anders, Partijopgave.Van(anders).In(Partij));
        }
    }

    [Fact]
    public void Hetzelfde_anders_geschreven_blijft_getekend()
    {
        var getekend = Na(Handeling.Uitgenodigd, Handeling.Bevestigd);
        var zelfde = Partij with { WerkzamePersonen = 30.00m, VerbondenMet = [] };

        Assert.False(getekend.HandtekeningVervallen(zelfde));
        var leeg = Firma(Tweede, 1m) with { Verklaringen = null };
        Assert.Equal(Partijopgave.Van(leeg).Afdruk(), Partijopgave.Van(leeg with { Verklaringen = new Partijverklaringen() }).Afdruk());
    }

    [Fact]
    public void Het_plan_is_hetzelfde_als_een_ander_zijn_cijfers_wijzigt_en_anders_als_het_plan_wijzigt()
    {
        var handtekening = Na(Handeling.Bevestigd).Handtekening!;
        Assert.True(handtekening.IsVoorPlan(Gezamenlijk.Van(Samenwerking.Met(0, p => p with { Jaaromzet = 1m, Naam = "x" }), Versie)));
        Assert.False(handtekening.IsVoorPlan(Gezamenlijk.Van(Samenwerking with { Plan = new("andere doelen") }, Versie)));
        Assert.False(
            handtekening.IsVoorPlan(Gezamenlijk.Van(Samenwerking with { Partijen = [.. Samenwerking.Partijen!.Take(3)] }, Versie))
        );
        Assert.Equal(200_000.00m, Plan.Kosten);
    }

    [Fact]
    public void Opnieuw_uitnodigen_verandert_alleen_iets_na_weigeren_of_intrekken()
    {
        var stap = new Uitnodiging.Stap(Handeling.Uitgenodigd, "wie", Later);
        var getekend = Na(Handeling.Uitgenodigd, Handeling.Bevestigd);

        Assert.Same(getekend, Uitnodigen.Na(getekend, Zaak, Tweede, stap));
        var opnieuw = Uitnodigen.Na(getekend.Na(new(Handeling.Geweigerd, "wie", Later)), Zaak, Tweede, stap);
        Assert.Equal((Handeling.Uitgenodigd, 4), (opnieuw.Laatst, opnieuw.Verloop.Count));
        Assert.Null(opnieuw.Handtekening);
        Assert.Equal($"{Zaak}-{Tweede}", Uitnodigen.Na(null, Zaak, Tweede, stap).Id);
    }

    [Fact]
    public void Alleen_een_partij_uit_het_concept_van_een_samenwerkingsverband_wordt_uitgenodigd_zolang_het_open_is()
    {
        var concept = Concept(Swv2025, Samenwerking, Hoofd);
        var nu = Swv2025.Opent;

        Assert.Null(Uitnodigen.Weiger(concept, Swv2025, Tweede, nu));
        Assert.Equal("kvkNummer", Assert.Single(Uitnodigen.Weiger(concept, Swv2025, "30000009", nu)!.Fouten).Veld);
        Assert.Equal("kvkNummer", Assert.Single(Uitnodigen.Weiger(concept, Swv2025, Hoofd, nu)!.Fouten).Veld);
        Assert.Equal("tijdvak-gesloten", Uitnodigen.Weiger(concept, Swv2025, Tweede, Swv2025.Sluit)!.Code);
        Assert.Equal("geen-samenwerkingsverband", Uitnodigen.Weiger(Ingevuld, Tijdvak, Tweede, Binnen)!.Code);
    }

    [Fact]
    public void Wie_niet_bevestigde_wordt_genoemd_als_er_iemand_is_uitgenodigd()
    {
        var niemand = new Dictionary<string, Uitnodiging>();
        Assert.Empty(Onbevestigd.Van(Samenwerking, niemand));
        Assert.Empty(
            Onbevestigd.Van(
                Samenwerking,
                new Dictionary<string, Uitnodiging> { [Tweede] = Na(Handeling.Uitgenodigd, Handeling.Ingetrokken) }
            )
        );

        var een = new Dictionary<string, Uitnodiging> { [Tweede] = Na(Handeling.Uitgenodigd, Handeling.Bevestigd) };
        Assert.Equal([2, 3], Onbevestigd.Van(Samenwerking, een).Select(o => o.Rij));
        var gewijzigd = Onbevestigd.Van(Samenwerking.Met(1, p => p with { Jaaromzet = 1m }), een)[0].Fout(Versie);
        Assert.Equal("partijen[1]", gewijzigd.Veld);
        Assert.Contains("daarna gewijzigd", gewijzigd.Uitleg, StringComparison.Ordinal);
    }
}
