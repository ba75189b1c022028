using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

public class VoorleggenTests
{
    public static TheoryData<string, object[]> Verzamelingen =>
        new()
        {
            { "award", [Verlenen, Reservering] },
            { "refusal with budget", [Afwijzen, Reservering] },
            { "withdrawn with budget", [Ingetrokken, Reservering] },
            { "withdrawn while assessed", [Ingetrokken, Reservering, Verlenen] },
            { "two assessments", [Verlenen, Verlenen with { Subsidie = 9000.00m, Op = Op("2026-06-16T10:00:00") }, Reservering] },
            { "freed, never set apart again", [Verlenen, Reservering, Vrijgegeven] },
            { "freed and set apart again", [Verlenen, Vrijgegeven, Reservering with { Op = Op("2026-05-22T12:00:00") }] },
            {
                "budget lowered below the proposal",
                [Verlenen, Reservering, Reservering with { Bedrag = 9000.00m, Op = Op("2026-05-21T12:00:00") }]
            },
            { "refused for want of budget", [Ontoereikend, Reservering, Vrijgegeven] },
            { "refused for want of budget while assessed", [Ontoereikend, Verlenen] },
            { "not handled", [BuitenBehandeling, Brief("2026-06-11", "buiten-behandeling", Zaak + "-N1"), Ingetrokken] },
            {
                "set apart and freed by a clock that went back",
                [
                    Verlenen,
                    Reservering with
                    {
                        Versie = 1,
                    },
                    Vrijgegeven with
                    {
                        Op = Gereserveerd - NodaTime.Duration.FromMinutes(2),
                        Versie = 2,
                        Terug = 11040.00m,
                    },
                ]
            },
            { "two reservations", [Verlenen, Reservering, Reservering with { Bedrag = 12000.00m, Op = Op("2026-05-21T12:00:00") }] },
        };

    [Theory]
    [MemberData(nameof(Verzamelingen))]
    public void Elke_volgorde_en_elke_herhaling_van_de_berichten_geeft_dezelfde_stand(string geval, object[] berichten)
    {
        var verwacht = Beeld(Na(berichten));

        foreach (var volgorde in Volgordes<object>([.. berichten, .. berichten]))
        {
            Assert.True(verwacht == Beeld(Na(volgorde)), $"{geval}: {string.Join(", ", volgorde.Select(b => b.GetType().Name))}");
        }
    }

    [Fact]
    public void Een_voorstel_tot_verlening_ligt_pas_voor_met_de_reservering()
    {
        Assert.Equal(Fase.InVoorbereiding, Na(Verlenen)!.Fase);
        Assert.Equal(Fase.InVoorbereiding, Na(Reservering)!.Fase);

        var verlening = Na(Verlenen, Reservering)!;

        Assert.Equal(Fase.Voorgelegd, verlening.Fase);
        Assert.Equal(verlening.Voorstel!.Hash(Zaak), verlening.Voorstelhash);
    }

    [Fact]
    public void Een_voorstel_tot_afwijzing_heeft_geen_budget_nodig() => Assert.Equal(Fase.Voorgelegd, Na(Afwijzen)!.Fase);

    [Fact]
    public void Het_moment_van_voorleggen_is_dat_van_het_laatste_bericht_in_elke_volgorde()
    {
        var eerstBudget = Hoor(Na(Reservering), Verlenen).Gebeurtenissen.OfType<Voorgelegd>().Single();
        var laatstBudget = Hoor(Na(Verlenen), Reservering).Gebeurtenissen.OfType<Voorgelegd>().Single();

        Assert.Equal(eerstBudget, laatstBudget);
        Assert.Equal(Beoordeeld, eerstBudget.Op);
    }

    [Fact]
    public void De_hash_verandert_met_elk_gegeven_van_het_voorstel()
    {
        var voorstel = Voorstel.Van(Verlenen);
        Voorstel[] anders =
        [
            voorstel with
            {
                Tijdvak = "2026-09-mkb",
            },
            voorstel with
            {
                KvkNummer = "87654321",
            },
            voorstel with
            {
                Aanvragertype = "samenwerkingsverband",
            },
            voorstel with
            {
                Regelversie = "slim-2025",
            },
            voorstel with
            {
                Regelhash = "anders",
            },
            voorstel with
            {
                Soort = "afwijzen",
            },
            voorstel with
            {
                Gronden = ["niet-haalbaar"],
            },
            voorstel with
            {
                Activiteiten = ["A"],
            },
            voorstel with
            {
                SubsidiabeleKosten = 18400.01m,
            },
            voorstel with
            {
                Subsidie = 11040.01m,
            },
            voorstel with
            {
                Voorschot = 5520.01m,
            },
            voorstel with
            {
                Beoordelaar = "beoordelaar-2",
            },
            voorstel with
            {
                TijdvakGesloten = Dag("2026-05-05"),
            },
            voorstel with
            {
                BeoordeeldOp = Op("2026-06-15T10:00:01"),
            },
            voorstel with
            {
                Aandelen = new Dictionary<string, decimal> { ["A"] = 1m },
            },
            voorstel with
            {
                Ontvangen = Dag("2026-04-08"),
            },
            voorstel with
            {
                Ontvangen = Dag("2026-04-09"),
            },
            voorstel with
            {
                Partijen = new Dictionary<string, decimal> { ["12345678"] = 11040.00m },
            },
            voorstel with
            {
                OpgeschortVan = Dag("2026-05-08"),
            },
            voorstel with
            {
                OpgeschortTot = Dag("2026-05-08"),
            },
            voorstel with
            {
                Gedeeltelijk = true,
            },
            voorstel with
            {
                Posten = Posten(100.00m),
            },
            voorstel with
            {
                Posten = Posten(100.01m),
            },
        ];

        static Dictionary<string, IReadOnlyDictionary<string, decimal>> Posten(decimal loon) =>
            new() { ["A"] = new Dictionary<string, decimal> { ["directe-loonkosten"] = loon } };

        Assert.Equal(
            anders.Length + 2,
            anders.Select(v => v.Hash(Zaak)).Append(voorstel.Hash(Zaak)).Append(voorstel.Hash("x")).Distinct().Count()
        );
        Assert.Equal(voorstel.Hash(Zaak), (voorstel with { Activiteiten = ["C", "A"], Subsidie = 11040m }).Hash(Zaak));
        // What was signed before the receipt was told keeps its hash.
        Assert.Equal("eb3095f6a41a1dcbd917b863e534058afb78b27a46f5cd307690fac766397551", Voorstel.Van(Verlenen).Hash(Zaak));
    }

    [Theory]
    [InlineData("voorschot-hoger", 11040.00, 11040.01)]
    [InlineData("voorschot-negatief", 11040.00, -0.01)]
    [InlineData("niets te verlenen", 0.00, 0.00)]
    public void Een_voorstel_dat_niet_klopt_wordt_apart_gezet(string geval, decimal subsidie, decimal voorschot)
    {
        var beslissing = BijAanvraagBeoordeeld.Beslis(null, Verlenen with { Subsidie = subsidie, Voorschot = voorschot });

        Assert.True(beslissing.Weigering?.Code == "onbruikbaar-voorstel", geval);
    }

    [Fact]
    public void Verlenen_met_een_weigeringsgrond_en_afwijzen_zonder_grond_worden_apart_gezet()
    {
        Assert.NotNull(BijAanvraagBeoordeeld.Beslis(null, Verlenen with { Gronden = ["niet-haalbaar"] }).Weigering);
        Assert.NotNull(BijAanvraagBeoordeeld.Beslis(null, Afwijzen with { Gronden = [] }).Weigering);
        Assert.NotNull(BijAanvraagBeoordeeld.Beslis(null, Verlenen with { Voorstel = "misschien" }).Weigering);
    }

    [Fact]
    public void Na_een_besluit_is_een_nieuwe_beoordeling_of_een_intrekking_een_tegenspraak()
    {
        var verleend = Ondertekend();

        Assert.Equal("al-besloten", Hoor(verleend, Verlenen with { Op = Op("2026-07-01T10:00:00") }).Weigering?.Code);
        Assert.Equal("al-besloten", Hoor(verleend, Ingetrokken).Weigering?.Code);
        Assert.Equal("geen", Hoor(verleend, Verlenen) is { Weigering: null, Gebeurtenissen.Count: 0 } ? "geen" : "iets");
    }
}
