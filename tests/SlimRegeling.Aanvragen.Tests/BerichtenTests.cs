using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class BerichtenTests
{
    private static readonly LocalDate Dag = new(2026, 5, 6);

    private static readonly object[] Gehoord =
    [
        new AanvraagGerangschiktBericht(Zaak, Tijdvak.Id, 7, true, Later),
        // By a draw that was done over, after the clock was put back.
        new AanvraagGerangschiktBericht(Zaak, Tijdvak.Id, 5, true, Terug, Herloting: 1),
        new BudgetGereserveerdBericht(Zaak, Tijdvak.Id, 11_040.00m, Later),
        new BudgetGereserveerdBericht(Zaak, Tijdvak.Id, 10_000.00m, Later + Duration.FromHours(2)),
        new BudgetVrijgegevenBericht(Zaak, Tijdvak.Id, "aanvulling-gevraagd", Later + Duration.FromHours(1)),
        new BudgetOntoereikendBericht(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "mkb-onderneming",
            "slim-2026",
            11_040.00m,
            Binnen,
            Sluit,
            "wachtlijst-gesloten",
            ["x", "y"],
            Later
        ),
        new SubsidieVerleendBericht(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "slim-2026",
            $"{Zaak}-V1",
            Dag,
            18_400.00m,
            11_040.00m,
            5_520.00m,
            Dag,
            Dag,
            "ambtshalve",
            ["A", "C"],
            ["x", "y"],
            Later
        ),
        new SubsidieVastgesteldBericht(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "slim-2026",
            $"{Zaak}-S1",
            Dag,
            11_040.00m,
            11_040.00m,
            5_520.00m,
            5_520.00m,
            ["x", "y"],
            Later
        ),
    ];

    [Fact]
    public void In_elke_volgorde_en_twee_keer_gehoord_is_de_stand_dezelfde()
    {
        var verwacht = Tekst(Gehoord.Aggregate(Na(Ingediend, Volledig), Hoor));

        Gen.Shuffle((object[])[.. Gehoord, .. Gehoord])
            .Sample(berichten => Assert.Equal(verwacht, Tekst(berichten.Aggregate(Na(Ingediend, Volledig), Hoor))));
    }

    [Fact]
    public void Elk_drietal_geeft_in_al_zijn_volgordes_dezelfde_stand_ook_voor_de_indiening()
    {
        foreach (var drie in Drietallen(Gehoord))
        {
            var standen = Volgordes(drie).Select(v => Tekst(v.Concat(v).Aggregate(Na(), Hoor))).Distinct();
            Assert.Single(standen);
        }
    }

    [Fact]
    public void De_laatste_stand_van_rang_en_budget_telt_en_het_laatste_besluit_bepaalt_de_status()
    {
        var stand = Gehoord.Reverse().Aggregate(Na(Ingediend, Volledig), Hoor);

        Assert.Equal(5, stand.Rangschikking!.Rang);
        Assert.Equal(10_000.00m, stand.Budget!.Gereserveerd);
        Assert.Equal(Status.Vastgesteld, stand.Status);
    }

    [Fact]
    public void Een_vaststelling_in_de_plaats_van_een_andere_telt_wat_ook_eerst_is_gehoord()
    {
        var eerste = Gehoord.OfType<SubsidieVastgesteldBericht>().Single();
        var tweede = eerste with { Besluit = $"{Zaak}-S2", Vervangt = eerste.Besluit };
        foreach (
            var volgorde in (object[][])
                [
                    [eerste, tweede],
                    [tweede, eerste],
                    [eerste, tweede, eerste, tweede],
                ]
        )
        {
            var stand = volgorde.Aggregate(Na(Ingediend, Volledig), Hoor);

            Assert.Equal($"{Zaak}-S2", stand.Besluiten.Single(b => b.Soort == Besluitsoort.Vaststelling).Nummer);
            Assert.Equal(Status.Vastgesteld, stand.Status);
        }
    }

    [Fact]
    public void Wat_na_de_reservering_is_vrijgegeven_telt_niet_meer_in_welke_volgorde_ook()
    {
        object[] berichten =
        [
            new BudgetGereserveerdBericht(Zaak, Tijdvak.Id, 11_040.00m, Later),
            new BudgetVrijgegevenBericht(Zaak, Tijdvak.Id, "herloting", Later + Duration.Epsilon),
        ];

        Assert.Null(berichten.Aggregate(Na(Ingediend), Hoor).Budget);
        Assert.Null(berichten.Reverse().Aggregate(Na(Ingediend), Hoor).Budget);
    }

    private static readonly Instant Terug = Later - Duration.FromMinutes(2);

    [Fact]
    public void Wat_een_teruggezette_klok_later_zegt_telt_als_later_in_welke_volgorde_ook()
    {
        BudgetGereserveerdBericht eerst = new(Zaak, Tijdvak.Id, 11_040.00m, Later, Versie: 1);
        (object[] Berichten, decimal? Budget)[] gevallen =
        [
            ([eerst, eerst with { Bedrag = 9_000.00m, Op = Terug, Versie = 2 }], 9_000.00m),
            ([eerst, new BudgetVrijgegevenBericht(Zaak, Tijdvak.Id, "herloting", Terug, Versie: 2)], null),
            (
                [
                    eerst,
                    new BudgetVrijgegevenBericht(Zaak, Tijdvak.Id, "herloting", Later, Versie: 2),
                    eerst with
                    {
                        Bedrag = 8_000.00m,
                        Op = Terug,
                        Versie = 3,
                    },
                ],
                8_000.00m
            ),
        ];
        foreach (var (berichten, budget) in gevallen)
        {
            Gen.Shuffle((object[])[.. berichten, .. berichten])
                .Sample(volgorde => volgorde.Aggregate(Na(Ingediend, Volledig), Hoor).Budget?.Gereserveerd == budget);
        }
    }

    [Fact]
    public void De_laatste_plaats_telt_ook_als_de_klok_is_teruggezet()
    {
        AanvraagGerangschiktBericht geloot = new(Zaak, Tijdvak.Id, 5, true, Later);
        object[] berichten = [geloot, geloot with { Rang = 900, Op = Terug }];
        Gen.Shuffle(berichten).Sample(volgorde => volgorde.Aggregate(Na(Ingediend), Hoor).Rangschikking!.Rang == 900);

        object[] herloot = [geloot, geloot with { Rang = 2, Op = Terug, Herloting = 1 }];
        Gen.Shuffle(herloot).Sample(volgorde => volgorde.Aggregate(Na(Ingediend), Hoor).Rangschikking!.Rang == 2);
    }

    [Fact]
    public void Een_tekort_of_uitsluiting_van_een_teruggezette_klok_wordt_gehoord()
    {
        BudgetOntoereikendBericht tekort = new(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "mkb-onderneming",
            "slim-2026",
            11_040.00m,
            Binnen,
            Sluit,
            "past-niet",
            ["x", "y"],
            Later,
            Versie: 3
        );
        var stand = Hoor(Hoor(Na(Ingediend), tekort), tekort with { Reden = "wachtlijst-gesloten", Op = Terug, Versie = 4 });
        Assert.Equal("wachtlijst-gesloten", stand.Budgettekort!.Reden);
        Assert.Equal(
            "eerste",
            Hoor(Na(Ingediend), new AanvraagUitgeslotenBericht(Zaak, Tijdvak.Id, "dubbele-aanvraag", "eerste", Terug)).Uitsluiting!.Eerdere
        );
    }

    /// <summary>Verlening's clock is two minutes behind: that an assessment was sent back says the assessment, not the clock.</summary>
    [Fact]
    public void Een_voorstel_komt_terug_ook_als_de_klok_daar_achterloopt()
    {
        var beoordeeld = BeoordelenTests.Beoordeeld();
        var op = beoordeeld.Beoordeling!.Op;
        var bericht = new VoorstelTeruggezondenBericht(Zaak, Tijdvak.Id, "hash", op - Duration.FromMinutes(2), op);

        Assert.Equal(Fase.Volledig, Hoor(beoordeeld, bericht).Fase);
        Assert.Same(
            beoordeeld,
            Hoor(beoordeeld, bericht with { BeoordeeldOp = op - Duration.FromDays(1), Op = op + Duration.FromDays(1) })
        );
    }

    [Fact]
    public void Een_teruggezonden_voorstel_opent_de_beoordeling_een_keer()
    {
        var bericht = new VoorstelTeruggezondenBericht(Zaak, Tijdvak.Id, "hash", Later);
        var beoordeeld = BeoordelenTests.Beoordeeld();

        var open = Hoor(beoordeeld, bericht);
        Assert.Equal(Fase.Volledig, open.Fase);
        Assert.Same(open, Hoor(open, bericht));
        var opnieuw = Pas(open, beoordeeld.Beoordeling!);
        Assert.Same(opnieuw, Hoor(opnieuw, bericht));
    }

    [Fact]
    public void Anderen_horen_wat_er_gebeurde()
    {
        var ingediend = Assert.IsType<AanvraagIngediendBericht>(Assert.Single(Uitgaand.Berichten(Zaak, Ingediend)));
        Assert.Equal(
            new AanvraagIngediendBericht(Zaak, Tijdvak.Id, KvkNummer, "slim-2026", 11_040.00m, Binnen, "mkb-onderneming"),
            ingediend with
            {
                Partijen = null,
                Verbonden = null,
            }
        );
        Assert.Equal([KvkNummer], ingediend.Partijen);
        Assert.Empty(ingediend.Verbonden!);
        Assert.Equal(
            new AanvraagVolledigBericht(Zaak, Tijdvak.Id, false, Binnen, Binnen),
            Assert.Single(Uitgaand.Berichten(Zaak, Volledig))
        );
        Assert.Equal(
            new AanvraagVervallenBericht(Zaak, Tijdvak.Id, "ingetrokken", Later),
            Assert.Single(Uitgaand.Berichten(Zaak, new AanvraagIngetrokken(Tijdvak.Id, null, Later)))
        );
        Assert.Equal(
            new OntvangenTotBericht(Tijdvak.Id, Binnen, 12, Later),
            Assert.Single(Uitgaand.Berichten(Tijdvak.Id, new OntvangenTot(Binnen, 12, Later)))
        );
        var beoordeeld = (AanvraagBeoordeeldBericht)Assert.Single(Uitgaand.Berichten(Zaak, BeoordelenTests.Beoordeeld().Beoordeling!));
        Assert.Equal(("verlenen", 11_040.00m, 5_520.00m), (beoordeeld.Voorstel, beoordeeld.Subsidie, beoordeeld.Voorschot));
        Assert.Equal(new AanvraagToegewezenBericht(Zaak, Beoordelaar, Later), Assert.Single(Uitgaand.Berichten(Zaak, Toegewezen)));
        Assert.Equal(
            new AanvraagToegewezenBericht(Zaak, null, Later),
            Assert.Single(Uitgaand.Berichten(Zaak, new AanvraagTeruggegeven(Beoordelaar, Later)))
        );
        Assert.Equal(
            new IngebrekestellingBericht(Zaak, Dag, true, Later),
            Assert.Single(Uitgaand.Berichten(Zaak, new IngebrekestellingOntvangen(Dag, Later)))
        );
        Assert.Equal(
            new IngebrekestellingBericht(Zaak, Dag, false, Later),
            Assert.Single(Uitgaand.Berichten(Zaak, new IngebrekestellingVervallen(Dag, Bewaard, Later)))
        );
    }

    private static Aanvraag Hoor(Aanvraag aanvraag, object bericht)
    {
        var beslissing = bericht switch
        {
            AanvraagGerangschiktBericht b => BijAanvraagGerangschikt.Beslis(aanvraag, b),
            BudgetVrijgegevenBericht b => BijBudgetVrijgegeven.Beslis(aanvraag, b),
            BudgetOntoereikendBericht b => BijBudgetOntoereikend.Beslis(aanvraag, b),
            AanvraagUitgeslotenBericht b => BijAanvraagUitgesloten.Beslis(aanvraag, b),
            BudgetGereserveerdBericht b => BijBudgetGereserveerd.Beslis(aanvraag, b),
            SubsidieVerleendBericht b => BijSubsidieVerleend.Beslis(aanvraag, b),
            AanvraagAfgewezenBericht b => BijAanvraagAfgewezen.Beslis(aanvraag, b),
            VoorstelTeruggezondenBericht b => BijVoorstelTeruggezonden.Beslis(aanvraag, b),
            SubsidieVastgesteldBericht b => BijSubsidieVastgesteld.Beslis(aanvraag, b),
            _ => throw new ArgumentOutOfRangeException(nameof(bericht)),
        };
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(aanvraag, Pas);
    }

    private static string Tekst(Aanvraag aanvraag) => System.Text.Json.JsonSerializer.Serialize(aanvraag, Platform.Stromen.Json.Opties);

    private static IEnumerable<object[]> Drietallen(object[] alle) =>
        from i in Enumerable.Range(0, alle.Length)
        from j in Enumerable.Range(i + 1, alle.Length - i - 1)
        from k in Enumerable.Range(j + 1, alle.Length - j - 1)
        select (object[])[alle[i], alle[j], alle[k]];

    private static IEnumerable<object[]> Volgordes(object[] v) =>
        [
            [v[0], v[1], v[2]],
            [v[0], v[2], v[1]],
            [v[1], v[0], v[2]],
            [v[1], v[2], v[0]],
            [v[2], v[0], v[1]],
            [v[2], v[1], v[0]],
        ];
}
