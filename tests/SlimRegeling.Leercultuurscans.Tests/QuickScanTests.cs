using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.QuickScans;
using SlimRegeling.Leercultuurscans.Rapporten;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class QuickScanTests
{
    private static readonly Formulier Formulieren = new(Antwoordsleutel.Met("een geheim dat niemand raadt, lang genoeg"));

    /// <summary>Under six people there is no report: a talk about the same six subjects is what is left.</summary>
    [Fact]
    public void De_gespreksleidraad_gaat_over_elke_kerndimensie_in_twee_talen()
    {
        var leidraad = Gespreksleidraad.Deze;

        Assert.Equal(Dimensies.Kern, leidraad.Onderwerpen.Select(o => o.Dimensie));
        Assert.All(leidraad.Onderwerpen, o => Assert.Equal(2, o.Vragen.Count));
        Assert.All(
            leidraad.Onderwerpen.SelectMany(o => o.Vragen).Concat(leidraad.Afspraken).Concat(leidraad.Afronding),
            t => Assert.True(t.Nl.Length > 0 && t.En.Length > 0)
        );
        Assert.Contains(leidraad.Afronding, a => a.Nl.Contains("samenwerkingsverband", StringComparison.Ordinal));
    }

    [Fact]
    public void Twaalf_antwoorden_geven_meteen_een_beeld_en_drie_dingen_om_te_doen()
    {
        var beeld = Beeldvorming.Maak(
            Kernvragen,
            new(Blad(4, ("D2", 1), ("D5", 2)).Antwoorden, "willen", "ondernemer", "2-9", "F"),
            Interventieboek.Ingebouwd
        );

        Assert.Equal(["D2", "D5"], beeld.Doen.Take(2).Select(d => d.Dimensie));
        Assert.Equal(3, beeld.Doen.Count);
        Assert.Equal(3, beeld.Doen.Select(d => d.Interventie.Id).Distinct().Count());
        Assert.Equal(("aandacht", 1.0m, 0), (beeld.Dimensies[1].Beeld, beeld.Dimensies[1].Score, beeld.Dimensies[1].Schaal100));
        Assert.Equal("D6", beeld.Sterk);
    }

    [Theory]
    [InlineData("weten")]
    [InlineData("willen")]
    [InlineData("kunnen")]
    public void Wat_te_doen_volgt_uit_de_fase(string fase)
    {
        var beeld = Beeldvorming.Maak(Kernvragen, new(Blad(2).Antwoorden, fase, "werknemer"), Interventieboek.Ingebouwd);

        Assert.All(beeld.Doen, d => Assert.Contains(fase, d.Interventie.Fasen));
    }

    [Fact]
    public void Wat_niet_is_ingevuld_is_niet_gemeten()
    {
        var beeld = Beeldvorming.Maak(Kernvragen, new(Blad(3, ("D4", null)).Antwoorden, "weten", "ondernemer"), Interventieboek.Ingebouwd);

        Assert.Equal((Rapport.NietGemeten, null), (beeld.Dimensies[3].Beeld, beeld.Dimensies[3].Score));
        Assert.DoesNotContain(beeld.Doen, d => d.Dimensie == "D4");
    }

    [Fact]
    public void Een_keuze_die_er_niet_is_wordt_genoemd() =>
        Assert.Equal(
            ["fase", "rol", "grootte", "sector"],
            new Invulling(Blad(3).Antwoorden, "doen", "baas", "11", "Z").Controleer(Kernvragen).Select(f => f.Veld)
        );

    [Fact]
    public void Een_formulier_telt_twee_dagen_lang_en_alleen_als_het_van_ons_is()
    {
        var formulier = Formulieren.Geef(20_000);

        Assert.NotNull(Formulieren.Lees(formulier, 20_000));
        Assert.NotNull(Formulieren.Lees(formulier, 20_002));
        Assert.Null(Formulieren.Lees(formulier, 20_003));
        Assert.Null(Formulieren.Lees(formulier[..^1] + (formulier[^1] == '0' ? '1' : '0'), 20_000));
        Assert.Null(Formulieren.Lees("", 20_000));
        Assert.Null(new Formulier(Antwoordsleutel.Met("een ander geheim, ook lang genoeg om te zijn")).Lees(formulier, 20_000));
        Assert.NotEqual(formulier, Formulieren.Geef(20_000));
    }

    [Fact]
    public void Onder_dertig_keer_is_er_geen_open_cijfer()
    {
        Assert.Equal((0, 0), Omvang(29));
        Assert.Equal((30, 6), Omvang(30));

        static (int, int) Omvang(int aantal)
        {
            var resultaten = Openresultaten.Maak(Kernvragen, Getelden(aantal, "ondernemer"));
            return (resultaten.Aantal, resultaten.Dimensies.Count);
        }
    }

    /// <summary>Of twenty-nine managers nothing is told apart, and nothing that gives them away either.</summary>
    /// <summary>Who kept the figures of a month ago takes them off those of now: what is left must be of thirty too.</summary>
    [Fact]
    public void Cijfers_komen_pas_als_er_sinds_de_vorige_dertig_bij_kwamen()
    {
        Assert.Null(Openresultaten.TotEnMet([]));
        Assert.Null(Openresultaten.TotEnMet([("2026-09", 29)]));
        Assert.Equal("2026-10", Openresultaten.TotEnMet([("2026-10", 1), ("2026-09", 29)]));
        // A month with few waits for the next ones.
        Assert.Equal("2026-09", Openresultaten.TotEnMet([("2026-09", 40), ("2026-10", 12), ("2026-11", 17)]));
        Assert.Equal("2026-12", Openresultaten.TotEnMet([("2026-09", 40), ("2026-10", 12), ("2026-11", 17), ("2026-12", 1)]));
    }

    [Fact]
    public void Een_groep_van_negenentwintig_wordt_met_de_volgende_samengevoegd()
    {
        var groepen = Openresultaten
            .Maak(Kernvragen, [.. Getelden(29, "leidinggevende"), .. Getelden(41, "ondernemer"), .. Getelden(58, "werknemer")])
            .Groepen.Where(g => g.Kenmerk == "rol")
            .ToList();

        Assert.Equal(["werknemer", Openresultaten.Samengevoegd], groepen.Select(g => g.Groep));
        // To the nearest five.
        Assert.Equal([60, 70], groepen.Select(g => g.Aantal));
    }

    [Fact]
    public void Twee_groepen_waarvan_een_te_klein_is_geven_geen_verdeling() =>
        Assert.DoesNotContain(
            Openresultaten.Maak(Kernvragen, [.. Getelden(29, "leidinggevende"), .. Getelden(60, "ondernemer")]).Groepen,
            g => g.Kenmerk == "rol"
        );

    /// <summary>All who work for themselves less those of the smallest firms would be one.</summary>
    [Fact]
    public void Twee_kenmerken_die_bijna_samenvallen_staan_niet_naast_elkaar()
    {
        var resultaten = Openresultaten.Maak(
            Kernvragen,
            [.. Getelden(60, "ondernemer", "2-9"), .. Getelden(1, "werknemer", "2-9"), .. Getelden(59, "werknemer", "10-49")]
        );

        Assert.Equal(["rol"], resultaten.Groepen.Select(g => g.Kenmerk).Distinct());
    }

    [Fact]
    public void Kenmerken_die_niets_van_elkaar_verraden_staan_naast_elkaar()
    {
        var resultaten = Openresultaten.Maak(
            Kernvragen,
            [
                .. from rol in (string[])["ondernemer", "werknemer"]
                from grootte in (string[])["2-9", "10-49"]
                from getelde in Getelden(40, rol, grootte)
                select getelde,
            ]
        );

        Assert.Equal(
            [("rol", "ondernemer", 80), ("rol", "werknemer", 80), ("grootte", "10-49", 80), ("grootte", "2-9", 80)],
            resultaten.Groepen.Select(g => (g.Kenmerk, g.Groep, g.Aantal))
        );
        Assert.All(resultaten.Groepen, g => Assert.Equal(6, g.Dimensies.Count));
    }

    /// <summary>Twenty-nine have a score of it: then of the other group it is not told either, or the rest of the whole would be they.</summary>
    [Fact]
    public void Een_dimensie_die_te_weinigen_van_een_groep_invulden_staat_er_van_geen_groep()
    {
        var zonder = Getelden(31, "ondernemer").ConvertAll(g => g with { Antwoorden = Blad(4, ("D4", null)).Antwoorden });

        var resultaten = Openresultaten.Maak(Kernvragen, [.. Getelden(29, "ondernemer"), .. zonder, .. Getelden(60, "werknemer")]);

        Assert.Contains(resultaten.Dimensies, d => d.Code == "D4");
        Assert.Equal(2, resultaten.Groepen.Count);
        Assert.All(resultaten.Groepen, g => Assert.Equal(["D1", "D2", "D3", "D5", "D6"], g.Dimensies.Select(d => d.Code)));
    }

    private static List<Getelde> Getelden(int aantal, string rol, string? grootte = null) =>
        [.. Enumerable.Range(0, aantal).Select(_ => new Getelde(rol, "weten", grootte, null, "2026-10", Blad(4).Antwoorden))];
}
