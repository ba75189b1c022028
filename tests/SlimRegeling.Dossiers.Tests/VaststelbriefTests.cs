using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Brieflezing;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters of the settlement: the proof that is asked, and what is paid or to be paid back.</summary>
public sealed class VaststelbriefTests
{
    [Fact]
    public void Het_bewijsverzoek_noemt_de_uiterste_dag_en_opent_geen_bezwaar()
    {
        Bevat(
            new() { Bewijsverzoek = BewijsGevraagd },
            ["uiterlijk op 27 juli 2027", "2.24, eerste lid", "7.4, eerste lid, Kaderregeling", "4:46 Awb", "Ons kenmerk: SLIM-000000000A "]
        );
        Assert.DoesNotContain(Bezwaarkop, Tekst(new() { Bewijsverzoek = BewijsGevraagd }), StringComparison.Ordinal);
    }

    [Fact]
    public void De_vaststelling_noemt_wat_nog_wordt_betaald_en_bezwaar() =>
        Bevat(
            new() { Vaststelling = Vastgesteld },
            [
                "vastgesteld op € 11.040,00",
                "7.4, tweede lid, Kaderregeling",
                "het hele bedrag",
                "U krijgt nog € 5.520,00",
                "Wij betalen € 5.520,00 uiterlijk op 3 augustus 2026",
                "SLIM-000000000A-S1",
                .. Bezwaar,
            ]
        );

    [Fact]
    public void Een_lagere_vaststelling_noemt_de_reden_en_wat_terug_moet() =>
        Bevat(
            new() { Vaststelling = Vastgesteld with { Vastgesteld = 5000.00m, NogTeBetalen = -520.00m } },
            [
                "4:46, tweede lid, Awb",
                "U betaalt terug € 520,00",
                "€ 520,00 te veel voorschot",
                "U betaalt pas terug na een apart besluit (artikel 4:57 Awb)",
            ]
        );

    [Fact]
    public void Een_vaststelling_op_het_voorschot_laat_niets_te_betalen() =>
        Assert.Contains(
            "Er hoeft niets meer te worden betaald",
            Tekst(new() { Vaststelling = Vastgesteld with { Vastgesteld = 5520.00m, NogTeBetalen = 0.00m } }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Een_vaststelling_na_bezwaar_noemt_die_waarvoor_zij_komt_en_alleen_wat_er_meer_is()
    {
        var opnieuw = Vastgesteld with
        {
            Besluit = Nummer + "-S2",
            Voorschotten = 6693.55m,
            NogTeBetalen = 4346.45m,
            Vervangt = Nummer + "-S1",
            Bezwaarbesluit = Nummer + "-BZ1-1",
            EerderVastgesteld = 6600.00m,
        };
        Bevat(
            new() { Vaststelling = opnieuw },
            [
                "Ons kenmerk: SLIM-000000000A-S2",
                "volgt op onze beslissing op bezwaar SLIM-000000000A-BZ1-1 (artikel 7:11, tweede lid, Awb)",
                "in de plaats van ons besluit SLIM-000000000A-S1",
                "vast op € 6.600,00",
                "Wij betalen € 4.346,45",
                .. Bezwaar,
            ]
        );
        var gelijk = Tekst(new() { Vaststelling = opnieuw with { Voorschotten = 11040.00m, NogTeBetalen = 0.00m } });
        Assert.Contains("Er komt niets bij.", gelijk, StringComparison.Ordinal);
        Assert.DoesNotContain("in de plaats van", Tekst(new() { Vaststelling = Vastgesteld }), StringComparison.Ordinal);
    }
}
