using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;
using static SlimRegeling.Verlening.Tests.Wijzigingszaak;

namespace SlimRegeling.Verlening.Tests;

/// <summary>The budget of a partnership shifts between parties that stay: the award states what each receives (2.11, fourth paragraph).</summary>
public sealed class PartijverschuivingTests
{
    private const string Maart = "2026-03-02T10:00:00";

    [Fact]
    public void Tussen_partijen_die_blijven_verschuift_het_zonder_dat_het_samen_verandert()
    {
        var zaak = Samenwerkingsverband();
        var was = zaak.Verlening.Verleend!;
        zaak.Gevraagd(Verschoven).Voorgesteld().Getekend();

        var nu = zaak.Verlening.Verleend!;
        Assert.Equal((was.Bedrag, was.SubsidiabeleKosten, was.Voorschot), (nu.Bedrag, nu.SubsidiabeleKosten, nu.Voorschot));
        Assert.Equal((50_000.00m, 41_650.00m), (nu.Partijen![Kvk], nu.Partijen[Zagerij]));
        Assert.Equal(was.Aandelen, nu.Aandelen);
        var aangepast = Assert.Single(zaak.Gezegd.OfType<VerleningAangepastBericht>());
        Assert.Equal(
            ("begroting", 35_250.00m, 41_650.00m),
            (aangepast.Soort, aangepast.PartijenWas![Zagerij], aangepast.Partijen![Zagerij])
        );
        var besloten = Assert.Single(zaak.Gezegd.OfType<WijzigingBeslotenBericht>());
        Assert.Equal(41_650.00m, besloten.Nu!.Partijen![Zagerij]);
        Assert.Equal(
            [
                new VersiesTonen.Verschil("partij", Kvk, Getal.Euro(56_400.00m), Getal.Euro(50_000.00m)),
                new VersiesTonen.Verschil("partij", Zagerij, Getal.Euro(35_250.00m), Getal.Euro(41_650.00m)),
            ],
            VersiesTonen
                .Van(zaak.Gebeurd, Aanvragertype.Samenwerkingsverband, Regelstanden.Ongewijzigd)[1]
                .Verschillen.OrderBy(v => v.Welke, StringComparer.Ordinal)
        );
        var nagerekend = Narekenen.Stroom(new Verloop(Zaak, [.. zaak.Gebeurd]), Regelstanden.Ongewijzigd).ToList();
        Assert.Contains(nagerekend, n => n.Besluit == "wijziging-besloten");
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
    }

    [Fact]
    public void Wie_er_meer_door_krijgt_heeft_zijn_verklaringen_en_ruimte_en_meer_wordt_niet_gevraagd()
    {
        var goed = new WijzigingVoorstellen.Verzoek("toegewezen", "Daarom.", DeMinimisverklaring: true, Mkbverklaring: Mkbkeuze.Aanwezig);
        Assert.Equal(["deMinimisverklaring", "mkbverklaring"], Velden(new("toegewezen", "Daarom.")));
        Assert.Equal([$"steunruimte.{Zagerij}"], Velden(goed with { Steunruimte = Ruimte(6_399.99m) }));
        Assert.Empty(Velden(goed with { Steunruimte = Ruimte(6_400.00m) }));
        // The parties stay, so that they make as much of a partnership as they did.
        Assert.Null(Voorstel(goed).Gebeurtenissen.OfType<WijzigingVoorgesteld>().Single().Toetreding!.Samenstelling);
    }

    /// <summary>To the cent what was awarded, over who takes part, at most 80% for one.</summary>
    [Theory]
    [InlineData(112_800.00, 9_400.00, 9_400.00, 9_400.00, null)]
    [InlineData(112_800.01, 9_400.00, 9_400.00, 9_399.99, "80%")]
    [InlineData(50_000.00, 41_650.00, 28_200.00, 21_150.01, "zijn samen")]
    [InlineData(50_000.00, 41_650.00, 28_200.00, 21_149.99, "zijn samen")]
    [InlineData(56_400.00, 56_400.00, 28_200.00, 0.00, "krijgt niets")]
    public void De_delen_zijn_samen_wat_is_verleend_en_niemand_draagt_te_veel(
        decimal eerste,
        decimal zagerij,
        decimal vereniging,
        decimal school,
        string? uitleg
    )
    {
        var fouten = Fouten(new(Kvk, eerste), new(Zagerij, zagerij), new(Vereniging, vereniging), new(School, school));

        Assert.Equal(uitleg is null ? 0 : 1, fouten.Count);
        Assert.All(fouten, f => Assert.Equal("verdeling", f.Veld));
        Assert.All(fouten, f => Assert.Contains(uitleg!, f.Uitleg, StringComparison.Ordinal));
    }

    [Fact]
    public void Wie_weggaat_of_erbij_komt_is_een_ander_verzoek()
    {
        var weg = Assert.Single(Fouten(new(Kvk, 56_400.00m), new(Zagerij, 35_250.00m), new(Vereniging, 49_350.00m)));
        Assert.Contains("vraag dat dan apart", weg.Uitleg, StringComparison.Ordinal);
        Assert.Equal("2.11, vierde lid", weg.Artikel);
        Assert.Single(
            Fouten(
                new(Kvk, 46_400.00m),
                new(Zagerij, 35_250.00m),
                new(Vereniging, 28_200.00m),
                new(School, 21_150.00m),
                new("90003005", 10_000.00m)
            )
        );
        var alleen = new WijzigingVragen.Verzoek("begroting", "Anders.", Verdeling: [new(Kvk, 11_040.00m)]);
        Assert.Equal("verdeling", Assert.Single(Mkb().Vraag(alleen, "2027-05-03T10:00:00").Weigering!.Fouten).Veld);
    }

    [Theory]
    [InlineData(199_999.99, null)]
    [InlineData(200_000.00, "minder dan")]
    public void Een_partij_blijft_onder_de_grens_per_partij(decimal deel, string? uitleg)
    {
        var verlening = Samenwerkingsverband().Verlening;
        var groot = verlening with
        {
            Verleend = verlening.Verleend! with
            {
                Bedrag = 400_000.00m,
                Partijen = Wijzigingszaak.Partijen.ToDictionary(p => p.Key, _ => 100_000.00m),
            },
        };
        var vraag = new Wijzigingsvraag(
            "begroting",
            Partijen: new Dictionary<string, decimal>
            {
                [Kvk] = deel,
                [Zagerij] = 300_000.00m - deel,
                [Vereniging] = 50_000.00m,
                [School] = 50_000.00m,
            }
        );

        var fouten = Wijzigingsgevolg.Van(groot, vraag, Regelboek.Versie("slim-2025")).Fouten;

        Assert.Equal(uitleg is null ? 0 : 1, fouten.Count);
        Assert.All(fouten, f => Assert.Contains(uitleg!, f.Uitleg, StringComparison.Ordinal));
    }

    /// <summary>An item is of all parties together.</summary>
    [Fact]
    public void Wat_tussen_partijen_verschuift_laat_de_posten_zoals_zij_zijn()
    {
        var posten = new Dictionary<string, IReadOnlyDictionary<string, decimal>>
        {
            ["C"] = new Dictionary<string, decimal> { ["overige-externe-kosten"] = 200_000.00m },
        };
        var verleend = Samenwerkingsverband().Verlening.Verleend! with { Posten = posten };

        var na = Postverschuiving.Van(verleend, new("begroting", Partijen: Wijzigingszaak.Partijen), Regelboek.Versie("slim-2025"))!;

        Assert.Same(posten["C"], na["C"]);
    }

    [Fact]
    public void Wat_dezelfde_delen_verandert_loopt_een_keer_tegelijk()
    {
        const string Later = "2026-03-03T10:00:00";
        var verschuift = Samenwerkingsverband().Gevraagd(Verschoven);
        Assert.Equal("verzoek-loopt", verschuift.Vraag(SchoolUit, Later).Weigering?.Code);
        var schoolUit = Samenwerkingsverband().Gevraagd(SchoolUit);
        Assert.Equal("verzoek-loopt", schoolUit.Vraag(Verschoven, Later).Weigering?.Code);
        // Within an activity the parts of the parties are not touched.
        Assert.Null(schoolUit.Vraag(new("begroting", "Binnen C."), Later).Weigering);
    }

    private static List<Fout> Fouten(params WijzigingVragen.Deel[] verdeling) =>
        [.. Samenwerkingsverband().Vraag(Verschoven with { Verdeling = verdeling }, Maart).Weigering?.Fouten ?? []];

    private static IEnumerable<string> Velden(WijzigingVoorstellen.Verzoek verzoek) =>
        (Voorstel(verzoek).Weigering?.Fouten ?? []).Select(f => f.Veld);

    private static Dictionary<string, decimal> Ruimte(decimal bedrag) => new() { [Zagerij] = bedrag };

    private static Beslissing Voorstel(WijzigingVoorstellen.Verzoek verzoek)
    {
        var zaak = Samenwerkingsverband().Gevraagd(Verschoven);
        return WijzigingVoorstellen.Beslis(
            zaak.Verlening,
            zaak.Eerste.Wijziging,
            verzoek,
            reden => new Verwijzing(Guid.Empty, reden.Tekst),
            Bo,
            Regelstanden.Ongewijzigd,
            Op("2026-03-10T10:00:00")
        );
    }
}
