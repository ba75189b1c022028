using CsCheck;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Beoordelen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>Lines of the budget: what is accepted, corrected or struck, and that it is never more than what was asked.</summary>
public class BegrotingstoetsTests
{
    private const string AdviesA = "activiteiten[0].externeUren[0]";
    private const string OverigA = "activiteiten[0].overigeExterneKosten";
    private const string EigenC = "activiteiten[1].eigenUren[0]";
    private const string AdviesC = "activiteiten[1].externeUren[0]";

    private static readonly Regelversie Versie = Regelboek.Versie("slim-2026");

    private static readonly Gen<decimal> Uren = Gen.Int[0, 20_000].Select(u => u / 100m);
    private static readonly Gen<decimal> Bedrag = Gen.Int[0, 10_000_000].Select(c => c / 100m);

    private static readonly Gen<Activiteitgegevens> Activiteit = Gen.Select(
            Gen.OneOf("A", "C"),
            Gen.Select(Uren, Bedrag).List[0, 3],
            Gen.Select(Uren, Bedrag).List[0, 3],
            Bedrag
        )
        .Select(
            (soort, eigen, advies, overig) =>
                new Activiteitgegevens(
                    soort,
                    [.. eigen.Select(e => new EigenUrenregel(e.Item1, e.Item2))],
                    [.. advies.Select(e => new ExterneUrenregel(e.Item1, Tarief(e.Item2)))],
                    overig
                )
        );

    private static readonly Gen<(int Keuze, decimal Uren, decimal Bedrag, bool Verschoven)> Worp = Gen.Select(
        Gen.Int[0, 2],
        Uren,
        Bedrag,
        Gen.Bool
    );

    [Fact]
    public void De_regels_van_het_formulier_hebben_elk_een_plaats_en_een_bedrag()
    {
        var regels = Begrotingsregel.Van(Compleet.Activiteiten!);

        Assert.Equal([AdviesA, OverigA, EigenC, AdviesC], regels.Select(r => r.Plaats));
        Assert.Equal(["A", "A", "C", "C"], regels.Select(r => r.Activiteit));
        Assert.Equal(899.20m, regels[1].Bedrag(Versie));
        Assert.Equal(7_800.00m, regels[3].Bedrag(Versie));
    }

    [Fact]
    public void Wat_niemand_noemt_is_aanvaard_zoals_gevraagd()
    {
        var toets = Toets();

        Assert.Empty(toets.Fouten);
        Assert.All(toets.Regels, r => Assert.Equal((Regeluitkomst.Aanvaard, r.GevraagdBedrag), (r.Uitkomst, r.AanvaardBedrag)));
        Assert.Equal(Compleet.Activiteiten, toets.Activiteiten);
    }

    [Fact]
    public void Een_correctie_en_een_streep_houden_hun_reden_en_artikel()
    {
        var toets = Toets(
            new(AdviesC, Regeluitkomst.Gewijzigd, new(Uren: 60m), " Het plan noemt 60 uur. ", "2.14"),
            new(OverigA, Regeluitkomst.Geschrapt, null, "Een laptop telt niet mee.", "2.15, onderdeel h")
        );

        Assert.Empty(toets.Fouten);
        var (gewijzigd, geschrapt) = (toets.Regels[3], toets.Regels[1]);
        Assert.Equal((7_800.00m, 7_200.00m), (gewijzigd.GevraagdBedrag, gewijzigd.AanvaardBedrag));
        Assert.Equal(("Het plan noemt 60 uur.", "2.14"), (gewijzigd.Reden, gewijzigd.Artikel));
        // What the correction leaves out stays as it was asked.
        Assert.Equal((60m, 120.00m), (gewijzigd.Aanvaard!.Uren, gewijzigd.Aanvaard.Uurtarief));
        Assert.Equal((Regeluitkomst.Geschrapt, 0.00m), (geschrapt.Uitkomst, geschrapt.AanvaardBedrag));
        Assert.Null(geschrapt.Aanvaard);
        Assert.Null(toets.Activiteiten[0].OverigeExterneKosten);
        Assert.Equal(60m, Assert.Single(toets.Activiteiten[1].ExterneUren!).Uren);
    }

    [Fact]
    public void Een_activiteit_waarvan_niets_over_is_gaat_weg()
    {
        var toets = Toets(Schrap(AdviesA), Schrap(OverigA));

        Assert.Equal("C", Assert.Single(toets.Activiteiten).Soort);
    }

    [Theory]
    [InlineData("", "2.14", "regels[0].reden")]
    [InlineData("reden", " ", "regels[0].artikel")]
    public void Zonder_reden_of_artikel_gaat_er_niets_af(string reden, string artikel, string veld)
    {
        var fout = Assert.Single(Toets(new Regeloordeel(AdviesC, Regeluitkomst.Geschrapt, null, reden, artikel)).Fouten);

        Assert.Equal((veld, "artikel 3:46 Awb"), (fout.Veld, fout.Artikel));
    }

    [Fact]
    public void Een_regel_wordt_niet_hoger_behalve_als_kosten_verschuiven()
    {
        Regeloordeel hoger = new(AdviesC, Regeluitkomst.Gewijzigd, new(Uren: 70m), "meer uren", "2.14");

        var fout = Assert.Single(Toets(hoger).Fouten);
        Assert.Equal(("regels[0].nieuw", "artikel 4:29 Awb"), (fout.Veld, fout.Artikel));
        // Moving it here takes it from another line: together it stays within what was asked.
        var samen = Assert.Single(Toets(hoger with { Verschoven = true }).Fouten);
        Assert.Equal(("regels", "artikel 4:29 Awb"), (samen.Veld, samen.Artikel));
        var verschoven = Toets(hoger with { Verschoven = true }, Schrap(OverigA));
        Assert.Empty(verschoven.Fouten);
        Assert.Equal((8_400.00m, true), (verschoven.Regels[3].AanvaardBedrag, verschoven.Regels[3].Verschoven));
    }

    [Fact]
    public void Een_oordeel_noemt_een_regel_die_er_is_en_noemt_haar_een_keer()
    {
        var onbekend = Assert.Single(Toets(Schrap("activiteiten[9].trajecten")).Fouten);
        var dubbel = Assert.Single(Toets(Schrap(AdviesC), Schrap(AdviesC)).Fouten);

        Assert.Equal(("regels[0].regel", "regels[1].regel"), (onbekend.Veld, dubbel.Veld));
    }

    [Fact]
    public void Waarden_horen_bij_de_soort_regel_en_bij_het_oordeel()
    {
        Assert.Equal("regels[0].nieuw.bedrag", Fout(new(AdviesC, Regeluitkomst.Gewijzigd, new(Bedrag: 1m), "r", "2.14")));
        Assert.Equal("regels[0].nieuw.uren", Fout(new(OverigA, Regeluitkomst.Gewijzigd, new(Uren: 1m), "r", "2.14")));
        Assert.Equal("regels[0].nieuw", Fout(new(AdviesC, Regeluitkomst.Gewijzigd, new(Uurtarief: -1m), "r", "2.14")));
        Assert.Equal("regels[0].nieuw", Fout(new(AdviesC, Regeluitkomst.Gewijzigd, new(Uren: 65m), "r", "2.14")));
        Assert.Equal("regels[0].nieuw", Fout(new(AdviesC, Regeluitkomst.Gewijzigd, null, "r", "2.14")));
        Assert.Equal("regels[0].nieuw", Fout(new(AdviesC, Regeluitkomst.Aanvaard, new(Uren: 60m))));

        static string Fout(Regeloordeel oordeel) => Assert.Single(Toets(oordeel).Fouten).Veld;
    }

    [Fact]
    public void Samen_is_wat_is_aanvaard_nooit_meer_dan_gevraagd_en_een_regel_alleen_als_er_kosten_verschuiven()
    {
        var (goed, fout) = (0, 0);
        Gen.Select(Activiteit.List[1, 3], Worp.List[30, 30])
            .Sample(geval =>
            {
                var (activiteiten, worpen) = geval;
                var regels = Begrotingsregel.Van(activiteiten);
                var oordelen = Oordelen(regels, worpen);
                var toets = Begrotingstoets.Van("regels", Versie, activiteiten, oordelen);
                if (toets.Fouten.Count > 0)
                {
                    Interlocked.Increment(ref fout);
                    return;
                }
                Interlocked.Increment(ref goed);
                Assert.True(toets.Aanvaard <= toets.Gevraagd);
                foreach (var (regel, oordeel) in toets.Regels.Zip(oordelen))
                {
                    Assert.Equal(regel.Regel, oordeel.Regel);
                    Assert.True(oordeel.Verschoven == true || regel.AanvaardBedrag <= regel.GevraagdBedrag);
                    Assert.Equal(oordeel.Uitkomst == Regeluitkomst.Geschrapt, regel.Aanvaard is null);
                    Assert.True(oordeel.Uitkomst == Regeluitkomst.Aanvaard || regel is { Reden.Length: > 0, Artikel.Length: > 0 });
                }
                // In whatever order the judgments come, the outcome is the same.
                var andersom = Begrotingstoets.Van("regels", Versie, activiteiten, [.. oordelen.AsEnumerable().Reverse()]);
                Assert.Equal(toets.Regels, andersom.Regels);
            });
        Assert.True(goed > 0 && fout > 0, $"Of each kind some: {goed} accepted, {fout} refused.");
    }

    [Fact]
    public void Minder_uren_kan_altijd_en_maakt_nooit_duurder() =>
        Activiteit
            .List[1, 3]
            .Sample(activiteiten =>
            {
                Regeloordeel[] oordelen =
                [
                    .. Begrotingsregel
                        .Van(activiteiten)
                        .Where(r => r.Waarde.Uren > 0)
                        .Select(r => new Regeloordeel(
                            r.Plaats,
                            Regeluitkomst.Gewijzigd,
                            new(Helft(r.Waarde.Uren!.Value)),
                            "minder",
                            "2.14"
                        )),
                ];

                var toets = Begrotingstoets.Van("regels", Versie, activiteiten, oordelen);

                Assert.Empty(toets.Fouten);
                Assert.All(toets.Regels, r => Assert.True(r.AanvaardBedrag <= r.GevraagdBedrag));
            });

    [Fact]
    public void Het_voorstel_houdt_de_regels_met_hun_redenen()
    {
        Beoordelen.Inhoud? bewaard = null;
        var beoordeeld = Beslis(
                Na(Ingediend, Volledig, Gereserveerd, Toegewezen),
                Alles() with
                {
                    Regels = [Schrap(AdviesA), Schrap(OverigA), Schrap(EigenC)],
                },
                new Dossier(Compleet, [], [], Sluit),
                Beoordelaar,
                inhoud =>
                {
                    bewaard = inhoud;
                    return Bewaard;
                },
                Regelstanden.Ongewijzigd,
                Later
            )
            .Gebeurde<AanvraagBeoordeeld>();

        // As with the budget given whole: 65 hours at 120.00 with the surcharge, 60% of it.
        Assert.Equal((8_970.00m, 5_382.00m), (beoordeeld.SubsidiabeleKosten, beoordeeld.Subsidie));
        Assert.Equal(["C"], beoordeeld.Activiteiten);
        Assert.Equal(4, bewaard!.Begroting!.Count);
        Assert.Equal(3, bewaard.Begroting.Count(r => r is { Uitkomst: Regeluitkomst.Geschrapt, Reden: "dubbel", Artikel: "2.15" }));
    }

    [Fact]
    public void Een_begroting_geheel_en_per_regel_gaan_niet_samen()
    {
        var weigering = Beoordeel(Alles() with { Begroting = Compleet.Activiteiten, Regels = [Schrap(AdviesA)] });

        Assert.Equal("begroting", Assert.Single(weigering.Geweigerd("onjuiste-invoer").Fouten).Veld);
    }

    [Fact]
    public void Van_niets_wordt_nooit_verleend()
    {
        var beslissing = Beoordeel(Alles() with { Regels = [Schrap(AdviesA), Schrap(OverigA), Schrap(EigenC), Schrap(AdviesC)] });

        Assert.DoesNotContain(beslissing.Gebeurtenissen, e => e is AanvraagBeoordeeld { Voorstel: Voorstel.Verlenen });
        Assert.DoesNotContain(beslissing.Gebeurtenissen, e => e is AanvraagBeoordeeld { Subsidie: > 0m });
    }

    private static Platform.Stromen.Beslissing Beoordeel(Verzoek verzoek) =>
        Beslis(
            Na(Ingediend, Volledig, Gereserveerd, Toegewezen),
            verzoek,
            new Dossier(Compleet, [], [], Sluit),
            Beoordelaar,
            _ => Bewaard,
            Regelstanden.Ongewijzigd,
            Later
        );

    private static Verzoek Alles() =>
        new([
            .. ((string[])[Eiscode.NietEnkelBestuurders, .. Grondcode.DoorBeoordelaar]).Select(c => new Oordeel(
                c,
                Uitkomstoordeel.Voldaan,
                "argument"
            )),
        ]);

    private static Begrotingstoets Toets(params Regeloordeel[] oordelen) =>
        Begrotingstoets.Van("regels", Versie, Compleet.Activiteiten!, oordelen);

    private static Regeloordeel Schrap(string plaats) => new(plaats, Regeluitkomst.Geschrapt, null, "dubbel", "2.15");

    private static List<Regeloordeel> Oordelen(
        IReadOnlyList<Begrotingsregel> regels,
        IEnumerable<(int Keuze, decimal Uren, decimal Bedrag, bool Verschoven)> worpen
    ) =>
        [
            .. regels.Zip(
                worpen,
                (regel, worp) =>
                    worp.Keuze switch
                    {
                        0 => new Regeloordeel(regel.Plaats, Regeluitkomst.Aanvaard),
                        1 => Schrap(regel.Plaats),
                        _ => new(
                            regel.Plaats,
                            Regeluitkomst.Gewijzigd,
                            Nieuw(regel, worp.Uren, worp.Bedrag),
                            "anders",
                            "2.14",
                            worp.Verschoven
                        ),
                    }
            ),
        ];

    private static Regelwaarde Nieuw(Begrotingsregel regel, decimal uren, decimal bedrag) =>
        regel.Soort switch
        {
            Regelsoort.EigenUren => new(uren, Brutojaarloon: bedrag),
            Regelsoort.ExterneUren => new(uren, Uurtarief: Tarief(bedrag)),
            _ => new(Bedrag: bedrag),
        };

    private static decimal Tarief(decimal bedrag) => decimal.Round(bedrag / 400m, 2);

    private static decimal Helft(decimal uren) => decimal.Floor(uren * 50m) / 100m;
}
