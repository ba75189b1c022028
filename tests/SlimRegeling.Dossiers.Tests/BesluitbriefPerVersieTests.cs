using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>Award and refusal in each version for each type of applicant that it knows: its articles, its accounting, and no other.</summary>
public sealed class BesluitbriefPerVersieTests
{
    private const string Partij = "87654321";

    public static TheoryData<string, string> Soorten()
    {
        var data = new TheoryData<string, string>();
        foreach (var versie in Regelboek.Laad())
        foreach (var type in versie.Aanvragertypen)
            data.Add(versie.Id, type);
        return data;
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void An_award_cites_its_version_and_says_how_to_account(string versie, string type)
    {
        var regels = Regelboek.Versie(versie);
        var brief = Tekst(new() { Verlening = Verlening(regels, type) }, regels);

        var samen = type == "samenwerkingsverband";
        Assert.Contains(
            $"SLIM-regeling (artikel {regels.Termijn(Termijncode.Beslistermijn(type)).Artikel})",
            brief,
            StringComparison.Ordinal
        );
        Assert.Contains($"artikel {regels.Termijn(Termijncode.Initiatiefperiode(type)).Artikel}", brief, StringComparison.Ordinal);
        Assert.Equal(
            regels.Nummering == Nummering.Nieuw && !samen,
            brief.Contains("U hoeft geen vaststelling aan te vragen", StringComparison.Ordinal)
        );
        Assert.Equal(regels.Nummering == Nummering.Oud, brief.Contains("einddeclaratie", StringComparison.Ordinal));
        Assert.Equal(samen, brief.Contains("Wat elke partij krijgt", StringComparison.Ordinal));
        Assert.Equal(samen && regels.Nummering == Nummering.Nieuw, brief.Contains("voortgangsverslag", StringComparison.Ordinal));
        Assert.Equal(Voorschot.Kent(regels, type), brief.Contains("Uw voorschot", StringComparison.Ordinal));
        if (regels.Nummering == Nummering.Oud)
        {
            Assert.DoesNotMatch("artikel 2[.][0-9]", brief);
        }
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void A_refusal_on_the_ceiling_cites_its_version(string versie, string type)
    {
        var regels = Regelboek.Versie(versie);
        var brief = Tekst(new() { Afwijzing = Afgewezen with { Regelversie = versie, Gronden = [Grondcode.PlafondOverschreden] } }, regels);

        Assert.Contains($"(artikel {regels.Grond(Grondcode.PlafondOverschreden).Artikel})", brief, StringComparison.Ordinal);
        Assert.Contains("artikel 4:25, tweede lid, Awb", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("tot ons oordeel zijn gekomen", brief, StringComparison.Ordinal);
        Assert.Contains(type, regels.Aanvragertypen);
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void In_a_window_by_arrival_it_tells_of_receipt_and_not_of_a_draw(string versie, string type)
    {
        var regels = Regelboek.Versie(versie);
        var afgewezen = Afgewezen with { Regelversie = versie, Gronden = [Grondcode.PlafondOverschreden] };
        var brief = Tekst(new() { Afwijzing = afgewezen with { Volgorde = "binnenkomst" } }, regels);

        Assert.Contains("Wij verdelen het geld op volgorde van ontvangst.", brief, StringComparison.Ordinal);
        Assert.Contains("(artikel 2.3, eerste lid, Kaderregeling)", brief, StringComparison.Ordinal);
        Assert.DoesNotContain($"(artikel {regels.Stap(Stapcode.Geloot).Artikel})", brief, StringComparison.Ordinal);
        var geloot = Tekst(new() { Afwijzing = afgewezen with { Volgorde = "loting" } }, regels);
        Assert.Contains($"(artikel {regels.Stap(Stapcode.Geloot).Artikel})", geloot, StringComparison.Ordinal);
        Assert.Contains(type, regels.Aanvragertypen);
    }

    [Fact]
    public void A_partnership_reads_the_parts_the_second_advance_and_the_last_days()
    {
        var regels = Regelboek.Versie("slim-2026");
        string[] zinnen =
        [
            "het samenwerkingsverband waarvan u de hoofdaanvrager bent subsidie te verlenen",
            "2.22, eerste lid",
            $"{Kvk} (hoofdaanvrager)",
            "€ 75.600,00",
            "€ 50.400,00",
            "2.11, vierde lid",
            "een voorschot van € 31.500,00 (artikel 2.18, tweede lid, onderdeel b)",
            "nog een voorschot krijgen van € 63.000,00 (artikel 2.18, tweede lid, onderdeel c)",
            "uiterlijk op 17 augustus 2027 (artikel 2.18, eerste lid)",
            "uiterlijk op 23 november 2028 hebben (artikel 2.24, tweede lid)",
            "een evaluatieverslag",
            "2.24, derde lid",
            "een controleverklaring en een rapport van feitelijke bevindingen",
            "7.8, eerste en tweede lid, Kaderregeling",
            "Het bedrag van elke partij telt voor die partij",
        ];

        var brief = Tekst(new() { Verlening = Verlening(regels, "samenwerkingsverband") }, regels);

        Assert.All(zinnen, zin => Assert.Contains(zin, brief, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_contribution_of_another_means_follows_the_rule()
    {
        var regels = Regelboek.Versie("slim-2026");
        var anders = regels.Met([
            new(
                "parameters",
                "bijdragen-van-derden",
                $"2014-01-01: aftrekken; {Verlening(regels, "mkb-onderneming").Besluitdatum:uuuu-MM-dd}: niet",
                "BELEID",
                null
            ),
        ]);

        var aftrekken = Tekst(new() { Verlening = Verlening(regels, "mkb-onderneming") }, regels);
        var niet = Tekst(new() { Verlening = Verlening(anders, "mkb-onderneming") }, anders);

        Assert.Contains(
            "Wat een ander aan de kosten bijdraagt, gaat van die kosten af (artikel 7.8, derde lid, Kaderregeling).",
            aftrekken,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("gaat van die kosten af (artikel 7.8", niet, StringComparison.Ordinal);
        Assert.Contains("tellen zij toch helemaal mee (artikel 7.8, derde lid, Kaderregeling)", niet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_award_says_why_it_is_less()
    {
        var regels = Regelboek.Versie("slim-2026");

        var heel = Tekst(new() { Verlening = Verlening(regels, "mkb-onderneming") }, regels);
        var deel = Tekst(new() { Verlening = Verlening(regels, "mkb-onderneming") with { Gedeeltelijk = true } }, regels);

        Assert.DoesNotContain("minder dan u hebt gevraagd", heel, StringComparison.Ordinal);
        Assert.Contains("Dat is minder dan u hebt gevraagd", deel, StringComparison.Ordinal);
        Assert.Contains("2.12, onderdeel i", deel, StringComparison.Ordinal);
    }

    private static SubsidieVerleendBericht Verlening(Regelversie regels, string type)
    {
        var samen = type == "samenwerkingsverband";
        var bedrag = samen ? 126000.00m : 11040.00m;
        return Verleend with
        {
            Regelversie = regels.Id,
            Aanvragertype = type,
            SubsidiabeleKosten = samen ? 210000.00m : 18400.00m,
            Bedrag = bedrag,
            Voorschot = Voorschot.BijVerlening(regels, type, bedrag),
            PeriodeTot = Termijnen.Einde(regels, Termijncode.Initiatiefperiode(type), Verleend.Besluitdatum),
            Verantwoording = Verantwoordingswijze.Van(regels, type, bedrag),
            Partijen = samen ? new Dictionary<string, decimal> { [Kvk] = 75600.00m, [Partij] = 50400.00m } : null,
        };
    }

    private static Briefinhoud Tekst(Briefgeval geval) => Brieftekst.Van(Briefsoorten.Van(geval.Opdracht).Ingebouwd, geval, Bouwbedrijf);

    private static string Tekst(Briefopdracht opdracht, Regelversie regels)
    {
        using var brief = new GelezenBrief(Pdfbrief.Maak(Tekst(new Briefgeval(opdracht, regels, Dag))));
        return brief.Voorgelezen();
    }
}
