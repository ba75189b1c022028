using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Verdeling;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>The draw and what fits under the ceiling (2.10(1), 2.12 i).</summary>
public sealed class LotingTests
{
    private const string Zaad = "zaad-van-de-notaris";
    private static readonly Loten.Verzoek Verzoek = new(Zaad, "proces-verbaal 8 mei 2026");
    private static readonly string[] Ondertekenaars = ["rianne", "rob"];

    private static readonly Gen<(decimal Plafond, Lot Lot)> Trekkingen =
        from bedragen in Gen.Int[300_000, 2_499_900].Select(c => c / 100m).Array[1, 40]
        from plafond in Gen.Int[0, 30_000_000].Select(c => c / 100m)
        from overschrijding in Gen.Enum<Overschrijding>()
        select (plafond, Lot(plafond, overschrijding, bedragen));

    [Fact]
    public void Everyone_on_the_list_gets_one_rank_also_who_left_since() =>
        Trekkingen.Sample(x =>
        {
            var rangorde = Geloot(x.Lot);
            return rangorde.Zaaknummers.Order().SequenceEqual(x.Lot.Deelnemers.Select(d => d.Zaaknummer))
                && rangorde.Vertrokken!.Order().SequenceEqual(x.Lot.Deelnemers.Where(d => !d.Meedoet).Select(d => d.Zaaknummer));
        });

    [Fact]
    public void What_is_reserved_never_passes_the_ceiling_and_the_next_one_would() =>
        Trekkingen.Sample(x =>
        {
            var bedrag = x.Lot.Deelnemers.ToDictionary(d => d.Zaaknummer, d => d.Gevraagd);
            var overschrijding = x.Lot.Stand.Overschrijding;
            var rangorde = Geloot(x.Lot);
            var binnen = rangorde.Binnen!.ToHashSet();
            var som = 0m;
            foreach (var zaak in rangorde.Zaaknummers.Except(rangorde.Vertrokken!))
            {
                var past = som + bedrag[zaak] <= x.Plafond;
                if (binnen.Contains(zaak) != (past || (overschrijding == Overschrijding.Gedeeltelijk && som < x.Plafond)))
                {
                    return false;
                }
                som += binnen.Contains(zaak) ? Math.Min(bedrag[zaak], x.Plafond - som) : 0;
                if (!past && overschrijding != Overschrijding.Overslaan)
                {
                    break;
                }
            }
            return som <= x.Plafond && binnen.Count == rangorde.BinnenPlafond;
        });

    [Fact]
    public void The_order_does_not_depend_on_how_the_list_was_sorted() =>
        Gen.Shuffle(Enumerable.Range(0, 20).Select(i => $"SLIM-{i:00}").ToArray())
            .Sample(geschud => Loten.Volgorde("zaad", geschud).SequenceEqual(Loten.Volgorde("zaad", geschud.Order())));

    /// <summary>Over 10,000 draws of 40 everyone comes on every place as often as chance has it (chi-square, 1 in 1,000).</summary>
    [Fact]
    public void The_draw_favours_nobody()
    {
        const int Aantallen = 10_000;
        const int Aantal = 40;
        string[] zaken = [.. Enumerable.Range(0, Aantal).Select(i => $"SLIM-{i:00}")];
        var nummer = zaken.Select((z, i) => (z, i)).ToDictionary(x => x.z, x => x.i);
        var keren = new int[Aantal, Aantal];
        for (var trekking = 0; trekking < Aantallen; trekking++)
        {
            var plaats = 0;
            foreach (var zaak in Loten.Volgorde($"trekking {trekking}", zaken))
            {
                keren[nummer[zaak], plaats++]++;
            }
        }
        const double Verwacht = (double)Aantallen / Aantal;
        double Afwijking(int zaak, int plaats) => Math.Pow(keren[zaak, plaats] - Verwacht, 2) / Verwacht;
        var eerste = Enumerable.Range(0, Aantal).Sum(z => Afwijking(z, 0));
        var alle = Enumerable.Range(0, Aantal).Sum(z => Enumerable.Range(0, Aantal).Sum(p => Afwijking(z, p)));
        // 39 and 39 x 39 degrees of freedom.
        Assert.InRange(eerste, 17.3, 72.1);
        Assert.InRange(alle * (Aantal - 1) / Aantal, 1352, 1699);
    }

    [Fact]
    public void The_order_can_be_computed_at_home()
    {
        // for z in SLIM-A SLIM-B SLIM-C SLIM-D; do printf 'zaad5:%s' $z | sha256sum | sed "s/-/$z/"; done | sort
        Assert.Equal(["SLIM-B", "SLIM-D", "SLIM-C", "SLIM-A"], Loten.Volgorde("zaad5", ["SLIM-A", "SLIM-B", "SLIM-C", "SLIM-D"]));
    }

    [Fact]
    public void A_second_draw_is_refused() =>
        Assert.Equal(
            "al-gerangschikt",
            Loten.Bereid(MetLijst.Apply(new Gerangschikt([], 0, "z", "b", Daarna)), Verzoek, [], "rianne", Daarna).Weigering?.Code
        );

    [Fact]
    public void Without_a_list_there_is_no_draw() =>
        Assert.Equal("lijst-ontbreekt", Loten.Bereid(Tijdvak(1), Verzoek, [], "rianne", Daarna).Weigering?.Code);

    [Fact]
    public void A_seed_needs_a_source() =>
        Assert.Equal(422, Loten.Bereid(MetLijst, new Loten.Verzoek("zaad", " "), [], "rianne", Daarna).Weigering?.Status);

    [Fact]
    public void It_takes_two_people_who_type_the_same_seed()
    {
        var lot = Lot(100, Overschrijding.Stoppen, [60, 60]);
        Assert.Equal("niet-voorbereid", Bevestig(MetLijst, Zaad, "rob").Weigering?.Code);

        var voorbereid = MetLijst.Apply(Loten.Bereid(MetLijst, Verzoek, [], "rianne", Daarna).Gebeurde<LotingVoorbereid>());
        Assert.Null(voorbereid.Rangorde);
        Assert.Equal("al-voorbereid", Loten.Bereid(voorbereid, Verzoek, [], "rob", Daarna).Weigering?.Code);
        Assert.Equal(
            ("zelf-voorbereid", 403),
            (Bevestig(voorbereid, Zaad, "rianne").Weigering?.Code, Bevestig(voorbereid, Zaad, "rianne").Weigering?.Status)
        );
        Assert.Equal("zaad-verschilt", Bevestig(voorbereid, "zaad-van-de-notaris ", "rob").Weigering?.Code);
        Assert.Equal("bron-verschilt", Bevestig(voorbereid, Zaad, "rob", "proces-verbaal 9 mei 2026").Weigering?.Code);

        var gerangschikt = Bevestig(voorbereid, Zaad, "rob").Gebeurde<Gerangschikt>();
        Assert.Equal(Ondertekenaars, gerangschikt.Ondertekenaars);
        Assert.Equal((1, Zaad, "proces-verbaal 8 mei 2026"), (gerangschikt.BinnenPlafond, gerangschikt.Zaad, gerangschikt.Bron));
        Assert.Null(voorbereid.Apply(gerangschikt).Voorbereid);

        Beslissing Bevestig(Tijdvak tijdvak, string zaad, string wie, string bron = "proces-verbaal 8 mei 2026 ") =>
            Loten.Bevestig(tijdvak, new Loten.Bevestiging(zaad, bron), lot, wie, Daarna);
    }

    [Fact]
    public void What_was_prepared_can_be_taken_back()
    {
        var voorbereid = MetLijst.Apply(new LotingVoorbereid("fout", "bron", null, "rianne", Daarna));
        Assert.Null(voorbereid.Apply(Loten.NeemTerug(voorbereid, "rob", Daarna).Gebeurde<LotingTeruggenomen>()).Voorbereid);
        Assert.Equal("niet-voorbereid", Loten.NeemTerug(MetLijst, "rob", Daarna).Weigering?.Code);
    }

    [Fact]
    public void Only_a_draw_can_be_done_over_and_by_order_of_a_court()
    {
        var verzoek = new Herloten.Verzoek("zaad", "bron", "ECLI:NL:RBDHA:2026:1");
        Assert.Equal("niet-geloot", Herloten.Bereid(MetLijst, verzoek, "rianne", Daarna).Weigering?.Code);
        var zonderLoting = MetLijst.Apply(new Gerangschikt([], 0, null, null, Daarna));
        Assert.Equal("niet-geloot", Herloten.Bereid(zonderLoting, verzoek, "rianne", Daarna).Weigering?.Code);
        var geloot = MetLijst.Apply(new Gerangschikt([], 0, "z", "b", Daarna));
        Assert.Equal(422, Herloten.Bereid(geloot, verzoek with { Uitspraak = " " }, "rianne", Daarna).Weigering?.Status);
        var voorbereid = geloot.Apply(Herloten.Bereid(geloot, verzoek, "rianne", Daarna).Gebeurde<LotingVoorbereid>());
        Assert.Equal("uitspraak-verschilt", Opnieuw("ECLI:NL:RBDHA:2026:2").Weigering?.Code);
        Opnieuw("ECLI:NL:RBDHA:2026:1").Gebeurde<Herloot>();
        // What was prepared as one is not confirmed as the other.
        Assert.Equal(
            "niet-voorbereid",
            Loten
                .Bevestig(voorbereid, new Loten.Bevestiging("zaad", "bron"), Lot(1, Overschrijding.Stoppen, [1]), "rob", Daarna)
                .Weigering?.Code
        );

        Beslissing Opnieuw(string uitspraak) =>
            Herloten.Bevestig(voorbereid, new("zaad", "bron", uitspraak), Lot(1, Overschrijding.Stoppen, [1]), "rob", Daarna);
    }

    [Fact]
    public void A_waiting_list_is_closed_by_who_read_why()
    {
        var gehoord = new Gehoord(Daarna, 0, 0, Daarna);
        var geloot = MetLijst.Apply(new Gerangschikt([], 0, "z", "b", Daarna));
        var voorgesteld = new WachtlijstsluitingVoorgesteld(new Verwijzing(Guid.Empty, "eerst"), "rianne", Daarna);
        var gelezen = WachtlijstSluiten.Hash(geloot.Id, voorgesteld);
        Assert.Equal("geen-voorstel", Sluit(geloot, gelezen, "rob").Weigering?.Code);
        var klaar = geloot.Apply(voorgesteld);
        Assert.Equal("zelf-voorgesteld", Sluit(klaar, gelezen, "rianne").Weigering?.Code);
        var anders = klaar.Apply(voorgesteld with { Reden = new Verwijzing(Guid.Empty, "anders") });
        Assert.Equal("ander-voorstel", Sluit(anders, gelezen, "rob").Weigering?.Code);
        Assert.Equal(Ondertekenaars, Sluit(klaar, gelezen, "rob").Gebeurde<WachtlijstGesloten>().Ondertekenaars);

        Beslissing Sluit(Tijdvak tijdvak, string hash, string wie) =>
            WachtlijstSluiten.Beslis(tijdvak, new(hash), gehoord, rust: true, wachtOpLoting: false, wie, Daarna);
    }

    private static Tijdvak MetLijst => Tijdvak(100).Apply(LijstVastleggen.Stel([], Daarna));

    private static Lot Lot(decimal vrij, Overschrijding overschrijding, decimal[] bedragen) =>
        new(
            new Verdeelstand(vrij, overschrijding, MagWeigeren: true, WachtlijstGesloten: false, Gelijken: false),
            1,
            [.. bedragen.Select((b, i) => new OpLijst($"SLIM-{i:00}", b, 0, Meedoet: i % 7 != 3, Vastgelegd: false))],
            [],
            []
        );

    private static Gerangschikt Geloot(Lot lot) =>
        Loten
            .Bevestig(
                MetLijst.Apply(new LotingVoorbereid(Zaad, "bron", null, "rianne", Daarna)),
                new Loten.Bevestiging(Zaad, "bron"),
                lot,
                "rob",
                Daarna
            )
            .Gebeurde<Gerangschikt>();
}
