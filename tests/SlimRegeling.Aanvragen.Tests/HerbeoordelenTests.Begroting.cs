using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public partial class HerbeoordelenTests
{
    [Fact]
    public void Wat_bij_het_besluit_is_geschrapt_of_gewijzigd_blijft_dat_en_geeft_hetzelfde_bedrag()
    {
        var eerder = new Beoordelen.Verzoek([.. Oordelen()], Regels: [Schrap, Verlaag]);
        var eerst = Beoordelen
            .Beslis(
                Na(Ingediend, Volledig, Gereserveerd, Toegewezen),
                eerder,
                new Beoordelen.Dossier(Compleet, [], [Scan], Sluit),
                Beoordelaar,
                _ => Bewaard,
                Regelstanden.Ongewijzigd,
                Later
            )
            .Gebeurde<AanvraagBeoordeeld>();
        foreach (var regels in (IReadOnlyList<Regeloordeel>?[])[null, []])
        {
            var opnieuw = Opnieuw(eerder, regels);
            Assert.Equal((eerst.Subsidie, eerst.SubsidiabeleKosten), (opnieuw.Subsidie, opnieuw.SubsidiabeleKosten));
        }
        Assert.Equal(10_005.55m, eerst.Subsidie);
    }

    [Fact]
    public void Alleen_de_regel_die_anders_wordt_beoordeeld_verandert_het_bedrag()
    {
        var eerder = new Beoordelen.Verzoek([], Regels: [Schrap, Verlaag]);
        Assert.Equal(10_626.00m, Opnieuw(eerder, [new(OverigA, Regeluitkomst.Aanvaard)]).Subsidie);
        Assert.Equal(10_419.55m, Opnieuw(eerder, [new(AdviesC, Regeluitkomst.Aanvaard)]).Subsidie);
        Assert.Equal(11_040.00m, Opnieuw(eerder, [new(AdviesC, Regeluitkomst.Aanvaard), new(OverigA, Regeluitkomst.Aanvaard)]).Subsidie);
    }

    [Fact]
    public void Wat_is_vastgelegd_noemt_ook_wat_bleef_zodat_het_na_te_rekenen_is()
    {
        Beoordelen.Inhoud? inhoud = null;
        var eerder = new Beoordelen.Verzoek([], Regels: [Schrap, Verlaag]);
        var opnieuw = Opnieuw(eerder, [new(OverigA, Regeluitkomst.Aanvaard)], i => inhoud = i);
        Assert.Equal([OverigA, AdviesC], inhoud!.Verzoek.Regels!.Select(r => r.Regel));
        Assert.Equal(
            (Regeluitkomst.Gewijzigd, 7_200.00m, "Het plan noemt 60 uur."),
            inhoud.Begroting!.Where(r => r.Regel == AdviesC).Select(r => (r.Uitkomst, r.AanvaardBedrag, r.Reden)).Single()
        );
        var nagerekend = Opnieuw(null, inhoud.Verzoek.Regels);
        Assert.Equal(opnieuw.Subsidie, nagerekend.Subsidie);
    }

    [Fact]
    public void Een_begroting_die_als_geheel_is_veranderd_blijft_staan_of_wordt_regel_voor_regel_beoordeeld()
    {
        IReadOnlyList<Activiteitgegevens> minder =
        [
            Compleet.Activiteiten![0] with
            {
                OverigeExterneKosten = null,
            },
            Compleet.Activiteiten![1],
        ];
        var eerder = new Beoordelen.Verzoek([], minder);
        Assert.Equal(10_419.55m, Opnieuw(eerder, null).Subsidie);
        Assert.Equal(10_419.55m, Opnieuw(eerder, []).Subsidie);

        var fout = Assert.Single(Probeer(eerder, [Verlaag]).Weigering!.Fouten);
        Assert.Equal(("regels", "artikel 7:11 Awb"), (fout.Veld, fout.Artikel));
        IReadOnlyList<Regeloordeel> elk =
        [
            .. Begrotingsregel.Van(Compleet.Activiteiten!).Select(r => new Regeloordeel(r.Plaats, Regeluitkomst.Aanvaard)),
        ];
        Assert.Equal(11_040.00m, Opnieuw(eerder, elk).Subsidie);
    }

    [Fact]
    public void Wat_niemand_eerder_beoordeelde_telt_zoals_gevraagd_en_wat_niet_kan_staat_bij_de_regel()
    {
        Assert.Equal(11_040.00m, Opnieuw(null, null).Subsidie);
        // The places are those of what was given now.
        var fout = Assert.Single(Probeer(new([], Regels: [Schrap]), [Verlaag with { Artikel = null }]).Weigering!.Fouten);
        Assert.Equal("regels[0].artikel", fout.Veld);
        IReadOnlyList<Regeloordeel> niets = [.. Begrotingsregel.Van(Compleet.Activiteiten!).Select(r => Schrap with { Regel = r.Plaats })];
        Assert.DoesNotContain(
            Probeer(null, niets).Gebeurtenissen,
            e => e is AanvraagHerbeoordeeld { Beoordeling.Voorstel: Voorstel.Verlenen }
        );
    }
}
