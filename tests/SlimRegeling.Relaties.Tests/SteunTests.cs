using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

public sealed class SteunTests
{
    [Fact]
    public void Een_verlening_wordt_steun_met_de_ruimte_die_overblijft()
    {
        var beslissing = BijSubsidieVerleend.Beslis(Ingeschreven(), Verleend("SLIM-000000000A", 11040.00m, "2026-06-22"));

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
    public void Dezelfde_verlening_wordt_een_keer_geregistreerd()
    {
        var bericht = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");

        Assert.Same(Beslissing.Geen, BijSubsidieVerleend.Beslis(Hoor(null, bericht), bericht));
    }

    [Fact]
    public void Voor_een_landbouwbedrijf_geldt_het_lagere_plafond_ook_als_het_zich_pas_later_inschrijft()
    {
        var bericht = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");
        var eerstVerleend = Hoor(null, bericht);
        Assert.Equal(288960.00m, eerstVerleend.Steun.Single().RuimteNa);

        var beslissing = Inschrijven.Beslis(eerstVerleend, Opgave("0113"), Wie, Nu);

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
                                ? BijSubsidieVerleend.Beslis(stand, bericht)
                                : Inschrijven.Beslis(stand, Opgave(), Wie, Nu);
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

        var beeld = SteunBekijken.Van(stand, new LocalDate(2029, 6, 22));

        Assert.Equal((5000.00m, 295000.00m, 300000.00m), (beeld.Meegeteld, beeld.Beschikbaar, beeld.Plafond));
        Assert.Equal([false, true], beeld.Steun.Select(p => p.TeltMee));
        Assert.Equal(new LocalDate(2026, 6, 23), beeld.Vanaf);
    }

    [Fact]
    public void Een_onderneming_zonder_steun_heeft_de_hele_ruimte()
    {
        var beeld = SteunBekijken.Van(Ingeschreven(), new LocalDate(2026, 6, 22));

        Assert.Equal((0m, 300000.00m), (beeld.Meegeteld, beeld.Beschikbaar));
        Assert.Empty(beeld.Steun);
    }
}
