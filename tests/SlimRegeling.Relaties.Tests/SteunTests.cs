using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

public sealed class SteunTests
{
    [Fact]
    public void Een_verlening_wordt_steun_met_de_ruimte_die_overblijft()
    {
        var beslissing = Beslis(Ingeschreven(), Verleend("SLIM-000000000A", 11040.00m, "2026-06-22"));

        var bericht = Assert.IsType<SteunGeregistreerdBericht>(
            Assert.Single(beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Kvk, e)))
        );
        Assert.Equal(
            ("SLIM-000000000A", Kvk, 11040.00m, 288960.00m),
            (bericht.Zaaknummer, bericht.KvkNummer, bericht.Bedrag, bericht.RuimteNa)
        );
        Assert.Equal(new LocalDate(2026, 6, 22), bericht.VerleendOp);
    }

    [Fact]
    public void In_een_samenwerkingsverband_heeft_elke_partij_de_steun_van_haar_eigen_deel()
    {
        var bericht = Verleend("SLIM-000000000A", 126000.00m, "2026-06-22") with
        {
            KvkNummer = "40530000",
            Partijen = new Dictionary<string, decimal>
            {
                ["40530000"] = 0.00m,
                [Kvk] = 75600.00m,
                ["87654321"] = 50400.00m,
            },
        };

        var steun = Beslis(Ingeschreven(), bericht);
        Assert.Equal([50400.00m], Na([bericht], "87654321").Steun.Select(p => p.Bedrag));
        Assert.Same(Beslissing.Geen, Beslis(null, bericht, kvkNummer: "40530000"));
        var gezegd = Assert.IsType<SteunGeregistreerdBericht>(
            Assert.Single(steun.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Kvk, e)))
        );
        Assert.Equal((Kvk, 75600.00m, 224400.00m), (gezegd.KvkNummer, gezegd.Bedrag, gezegd.RuimteNa));
    }

    [Fact]
    public void Dezelfde_verlening_wordt_een_keer_geregistreerd()
    {
        var bericht = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");

        Assert.Same(Beslissing.Geen, Beslis(Hoor(null, bericht), bericht));
        Assert.Same(Beslissing.Geen, Steunboeking.Beslis(Gehoord(null, bericht), BijSubsidieVerleend.Vernomen(bericht)));
    }

    [Fact]
    public void Voor_een_landbouwbedrijf_geldt_het_lagere_plafond_ook_als_het_zich_pas_later_inschrijft()
    {
        var bericht = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");
        var eerstVerleend = Hoor(null, bericht);
        Assert.Equal(288960.00m, eerstVerleend.Steun.Single().RuimteNa);

        var beslissing = Inschrijven.Beslis(eerstVerleend, Opgegeven("0113"), Wie, Regelstanden.Ongewijzigd, Nu);

        Assert.Equal(38960.00m, Volg(eerstVerleend, beslissing).Steun.Single().RuimteNa);
        Assert.Equal(
            38960.00m,
            beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Kvk, e)).OfType<SteunGeregistreerdBericht>().Single().RuimteNa
        );
        Assert.Equal(Beeld(Hoor(Ingeschreven("0113"), bericht)), Beeld(Volg(eerstVerleend, beslissing)));
    }

    [Fact]
    public void Verleningen_in_elke_volgorde_en_dubbel_geven_dezelfde_stand_en_dezelfde_laatst_gezegde_ruimte() =>
        Gen.Select(Gen.Int[1, 250_000_00], Gen.Int[0, 1500])
            .Array[1, 3]
            .Sample(
                steun =>
                {
                    var berichten = steun
                        .Select(
                            (s, i) => Verleend($"SLIM-{i}", s.Item1 / 100m, $"{new LocalDate(2026, 1, 1).PlusDays(s.Item2):uuuu-MM-dd}")
                        )
                        .ToList();
                    var verwacht = Beeld(berichten.Aggregate(Ingeschreven(), Hoor));
                    foreach (var volgorde in Volgordes<object>([.. berichten, "inschrijven", berichten[0]]))
                    {
                        Onderneming? stand = null;
                        var gezegd = new Dictionary<string, decimal>();
                        foreach (var stap in volgorde)
                        {
                            var beslissing = stap is Berichten.Verlening.SubsidieVerleendBericht bericht
                                ? Beslis(stand, bericht)
                                : Inschrijven.Beslis(stand, Opgegeven(), Wie, Regelstanden.Ongewijzigd, Nu);
                            stand = Volg(stand, beslissing);
                            foreach (
                                var s in beslissing
                                    .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Kvk, e))
                                    .OfType<SteunGeregistreerdBericht>()
                            )
                                gezegd[s.Zaaknummer] = s.RuimteNa;
                        }
                        Assert.Equal(verwacht, Beeld(stand!));
                        Assert.Equal(stand!.Steun.ToDictionary(p => p.Zaaknummer, p => p.RuimteNa), gezegd);
                    }
                },
                iter: 100
            );

    [Fact]
    public void Steun_van_precies_drie_jaar_eerder_telt_niet_meer_mee_en_van_een_dag_later_wel()
    {
        var stand = Hoor(Hoor(Ingeschreven(), Verleend("SLIM-A", 20000.00m, "2026-06-22")), Verleend("SLIM-B", 5000.00m, "2026-06-23"));

        var beeld = SteunBekijken.Van(stand, Regelstanden.Ongewijzigd, Op(2029));

        Assert.Equal((5000.00m, 295000.00m, 300000.00m), (beeld.Meegeteld, beeld.Beschikbaar, beeld.Plafond));
        Assert.Equal([false, true], beeld.Steun.Select(p => p.TeltMee));
        Assert.Equal(new LocalDate(2026, 6, 23), beeld.Vanaf);
    }

    [Fact]
    public void Steun_van_een_zaak_die_voor_iemand_is_gesloten_telt_en_wordt_niet_genoemd()
    {
        var stand = Hoor(Hoor(Ingeschreven(), Verleend("SLIM-A", 20000.00m, "2026-06-22")), Verleend("SLIM-B", 5000.00m, "2026-06-23"));

        var beeld = SteunBekijken.Van(stand, Regelstanden.Ongewijzigd, Op(2026), new HashSet<string> { "SLIM-B" });

        Assert.Equal(SteunBekijken.Van(stand, Regelstanden.Ongewijzigd, Op(2026)).Meegeteld, beeld.Meegeteld);
        Assert.Equal(["SLIM-A"], beeld.Steun.Select(p => p.Zaaknummer));
    }

    [Fact]
    public void Bij_elke_steun_staat_het_nummer_van_het_besluit_dat_haar_verleende()
    {
        var verleend = Verleend("SLIM-A", 20000.00m, "2026-06-22");
        var stand = Hoor(Ingeschreven(), verleend);
        var erbij = stand with { Steun = [.. stand.Steun, stand.Steun[0] with { Besluit = "SLIM-A-H1" }] };

        var beeld = SteunBekijken.Van(
            erbij,
            Regelstanden.Ongewijzigd,
            Op(2026),
            besluiten: SteunBekijken.Besluiten([Gehoord(null, verleend)])
        );

        Assert.Equal(["SLIM-A-V1", "SLIM-A-H1"], beeld.Steun.Select(p => p.Besluit));
        Assert.Null(SteunBekijken.Van(stand, Regelstanden.Ongewijzigd, Op(2026)).Steun.Single().Besluit);
    }

    [Fact]
    public void Een_onderneming_zonder_steun_heeft_de_hele_ruimte()
    {
        var beeld = SteunBekijken.Van(Ingeschreven(), Regelstanden.Ongewijzigd, Op(2026));

        Assert.Equal((0m, 300000.00m), (beeld.Meegeteld, beeld.Beschikbaar));
        Assert.Empty(beeld.Steun);
    }

    [Fact]
    public void Elke_steun_volgt_de_regels_van_het_moment_van_verlening_ook_als_zij_later_opnieuw_wordt_gerekend()
    {
        var eerste = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");
        var tweede = Verleend("SLIM-000000000B", 5000.00m, "2026-06-24");
        var regels = new Regelstanden([
            new(
                "slim-2026",
                1,
                tweede.Op,
                new("parameters", "de-minimis-plafond-algemeen", "2014-01-01: 200000.00; 2024-01-01: 250000.00", "bron", null)
            ),
        ]);

        var stand = Volg(null, Beslis(null, tweede, regels));
        Assert.Equal(245000.00m, stand.Steun.Single().RuimteNa);
        var beslissing = Beslis(stand, eerste, regels);

        var geregistreerd = Assert.Single(beslissing.Gebeurtenissen.OfType<SteunGeregistreerd>());
        Assert.Equal((288960.00m, Regelboek.Versie("slim-2026").Hash), (geregistreerd.RuimteNa, geregistreerd.Regelhash));
        var herrekend = Assert.Single(beslissing.Gebeurtenissen.OfType<RuimteHerrekend>());
        Assert.Equal(
            (233960.00m, "slim-2026", regels.Versie("slim-2026", tweede.Op).Hash),
            (herrekend.RuimteNa, herrekend.Regelversie, herrekend.Regelhash)
        );
    }

    private static Instant Op(int jaar) => Moment.Op(new LocalDateTime(jaar, 6, 22, 10, 0));
}
