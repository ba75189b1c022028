using System.Globalization;
using System.Text.Json;
using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform.Tijd;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Prognose;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What is still to be paid, and in which year: the amounts, by hand and through the door.</summary>
public sealed class PrognoseTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const int Jaar = 2027;

    private static readonly Zaakgeld InDatJaar = new("een", new LocalDate(2027, 11, 2), 11040.00m, 5520.00m, 5520.00m);
    private static readonly Zaakgeld Later = new("twee", new LocalDate(2028, 4, 4), 141000.00m, 105750.00m, 0m);

    // Of 2023: the day is not known.
    private static readonly Gen<List<Zaakgeld>> Zaken = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[2023, 2030],
        Gen.Int[0, 10_000_000],
        Gen.Int[0, 100],
        Gen.Int[0, 1_000_000],
        (tijdvak, jaar, cent, deel, open) =>
            new Zaakgeld(
                tijdvak.ToString(CultureInfo.InvariantCulture),
                jaar == 2023 ? null : new LocalDate(jaar, 6, 1),
                cent / 100m,
                decimal.Round(cent * deel / 10_000m, 2),
                open / 100m
            )
    ).List[0, 20];

    [Fact]
    public void Wat_is_opgedragen_komt_dit_jaar_en_de_rest_in_het_jaar_waarin_uiterlijk_wordt_vastgesteld()
    {
        var jaren = Bereken([InDatJaar, Later], null, Jaar - 1);

        Assert.Equal(
            [
                new Jaarverwachting(2026, 0, 5520.00m, 5520.00m, null),
                new Jaarverwachting(2027, 1, 0m, 5520.00m, null),
                new Jaarverwachting(2028, 1, 0m, 35250.00m, null),
            ],
            jaren
        );
    }

    [Fact]
    public void Wat_al_had_moeten_zijn_vastgesteld_komt_dit_jaar_en_wat_geen_dag_heeft_achteraan()
    {
        var jaren = Bereken([Later with { Uiterlijk = null }, InDatJaar], null, Jaar + 1);

        Assert.Equal([new Jaarverwachting(2028, 1, 5520.00m, 11040.00m, null), new Jaarverwachting(null, 1, 0m, 35250.00m, null)], jaren);
    }

    [Fact]
    public void Verwacht_is_naar_wat_tot_nu_toe_is_vastgesteld_en_nooit_minder_dan_niets()
    {
        // Of what was awarded 75.01% was settled: 8,281.104 rounds to 8,281.10.
        var jaren = Bereken([InDatJaar, Later], new(1, 10000.00m, 7501.00m), Jaar);

        Assert.Equal([(2027, 8281.10m), (2028, 14.10m)], jaren.Select(j => (j.Jaar!.Value, j.Verwacht!.Value)));
        Assert.Equal(0m, Bereken([Later], new(1, 10000.00m, 7500.00m), Jaar).Single().Verwacht);
        // Settled below the advance.
        Assert.Equal(0m, Bereken([Later], new(1, 10000.00m, 100.00m), Jaar).Single().Verwacht);
    }

    [Fact]
    public void De_tijdvakken_zijn_samen_het_totaal_en_hoogstens_is_wat_in_de_boeken_staat() =>
        Gen.Select(Zaken, Gen.Int[0, 100])
            .Sample(
                (zaken, vastgesteld) =>
                {
                    var aandeel = new Aandeel(1, 100m, vastgesteld);
                    var totaal = Samen(zaken.GroupBy(z => z.Tijdvak).SelectMany(g => Bereken([.. g], aandeel, Jaar)));

                    Assert.Equal(Bereken(zaken, aandeel, Jaar), totaal);
                    foreach (var jaar in totaal)
                    {
                        Assert.InRange(jaar.Verwacht!.Value, 0m, jaar.Hoogstens);
                    }
                    Assert.Equal(
                        zaken.Where(z => z.Toegezegd != 0).Sum(z => z.Toegezegd - z.Voorgeschoten) + zaken.Sum(z => z.Opgedragen),
                        totaal.Sum(j => j.Hoogstens)
                    );
                }
            );

    [Fact]
    public void Een_tijdvak_volgt_zijn_eigen_deel_als_er_tien_zaken_zijn_vastgesteld_en_anders_het_middelste()
    {
        Aandeel[] alle = [new(20, 1000m, 900m), new(10, 1000m, 910m), new(30, 1000m, 920m)];
        var (jong, ver) = (new Aandeel(9, 1000m, 100m), new Aandeel(500, 900_000_000m, 9_000_000m));

        Assert.Equal(alle[0], Kies(alle[0], [.. alle, jong, ver]));
        Assert.Equal(alle[1], Kies(jong, [.. alle, jong]));
        Assert.Equal(alle[1], Kies(null, alle));
        // One far-off window, however large, moves nobody but itself.
        Assert.Equal(alle[1], Kies(jong, [.. alle, jong, ver]));
        Assert.Equal(ver, Kies(ver, [.. alle, jong, ver]));
        // While none has enough, all together.
        Assert.Equal(new Aandeel(10, 3000m, 1100m), Kies(jong, [jong, new(1, 2000m, 1000m)]));
        Assert.Null(Kies(null, []));
    }

    [Fact]
    public async Task De_prognose_volgt_het_einde_van_het_project_de_termijnen_en_wat_is_vastgesteld()
    {
        var nu = Moment.Dag(SystemClock.Instance.GetCurrentInstant()).Year;
        var (loopt, klaar) = (Zaak.Nieuw(), Zaak.Nieuw(11040.00m, 8280.00m));
        await huis.Zeg(loopt.SubsidieVerleend with { PeriodeTot = new LocalDate(nu + 1, 6, 1) }, loopt.VoorschotToegekend);

        var eerst = await Haal();
        // Settled without a request within 22 weeks of 1 June.
        Assert.Equal([$"{nu} 0 5520.00 5520.00 -", $"{nu + 1} 1 0.00 5520.00 -"], Jaren(eerst.GetProperty("totaal")));
        var overzicht = (await huis.Haal("cor", FormattableString.Invariant($"/v1/grootboek/jaaroverzicht?jaar={nu}"))).Inhoud;
        var stand = overzicht.GetProperty("totaal");
        Assert.Equal(
            Getal(stand, "verplichtingen") - Getal(stand, "voorschotten") + Getal(stand, "teBetalen"),
            eerst.GetProperty("totaal").GetProperty("jaren").EnumerateArray().Sum(j => Bedrag(j.Veld("hoogstens")))
        );

        // The project ends later: what was said of it before does not count any more, also when that is heard again.
        await huis.Zeg(loopt.Rekening(1), Aangepast(loopt, new LocalDate(nu + 1, 9, 1)));
        await huis.Zeg(loopt.SubsidieVerleend with { PeriodeTot = new LocalDate(nu + 1, 6, 1) });
        Assert.Equal([$"{nu} 0 5520.00 5520.00 -", $"{nu + 2} 1 0.00 5520.00 -"], Jaren((await Haal()).GetProperty("totaal")));

        await huis.Zeg(klaar.SubsidieVerleend with { Tijdvak = "2026-08-mkb" }, klaar.VoorschotToegekend);
        await huis.Zeg(klaar.SubsidieVastgesteld with { Tijdvak = "2026-08-mkb" });

        var daarna = await Haal();
        Assert.Equal(("11040.00", "8280.00"), (daarna.Veld("verleend"), daarna.Veld("vastgesteld")));
        // Its advance of 5,520.00 and the 2,760.00 that the settlement left are ordered.
        Assert.Equal([$"{nu} 0 13800.00 13800.00 13800.00", $"{nu + 2} 1 0.00 5520.00 2760.00"], Jaren(daarna.GetProperty("totaal")));
        Assert.Equal(["2026-04-mkb", "2026-08-mkb"], daarna.GetProperty("tijdvakken").EnumerateArray().Select(t => t.Veld("tijdvak")));
        Assert.Equal([$"{nu} 0 8280.00 8280.00 8280.00"], Jaren(daarna.GetProperty("tijdvakken")[1]));
        Assert.Equal(("11040.00", "8280.00"), Deel(daarna.GetProperty("tijdvakken")[0].GetProperty("aandeel")));

        // A settlement that is reversed counts no more; what reverses that counts again.
        var boeking = Assert.Single(
            await huis.Vraag(
                $"""
                select distinct boeking::text from betalingen.grootboek
                where zaaknummer = '{klaar.Zaaknummer}' and soort = 'verplichting-afgerekend'
                """
            )
        );
        await Boek(boeking);
        var tegen = await Haal();
        Assert.Equal(("0.00", "0.00"), Deel(tegen));
        Assert.All(Jaren(tegen.GetProperty("totaal")), jaar => Assert.EndsWith(" -", jaar, StringComparison.Ordinal));
        var omgekeerd = $"select distinct boeking::text from betalingen.grootboek where keert_om = '{boeking}'";
        await Boek(Assert.Single(await huis.Vraag(omgekeerd)));
        var terug = await Haal();
        Assert.Equal(("11040.00", "8280.00"), Deel(terug));
        Assert.Equal(Jaren(daarna.GetProperty("totaal")), Jaren(terug.GetProperty("totaal")));
        Assert.Equal(403, (await huis.Haal("bob", "/v1/grootboek/prognose")).Status);
        Assert.Equal(422, (await huis.Haal("fien", "/v1/grootboek/prognose?op=morgen")).Status);
    }

    /// <summary>Its counter-entry, by two.</summary>
    private async Task Boek(string boeking)
    {
        var pad = $"/v1/grootboek/boekingen/{boeking}/tegenboeking";
        Assert.Equal(200, (await huis.Post("fien", pad, """{"reden":"Dit klopt niet."}""")).Status);
        Assert.Equal(200, (await huis.OndertekenTegenboeking("anna", boeking)).Status);
    }

    private static (string Verleend, string Vastgesteld) Deel(JsonElement van) => (van.Veld("verleend"), van.Veld("vastgesteld"));

    private async Task<JsonElement> Haal() => (await huis.Haal("fien", "/v1/grootboek/prognose")).Inhoud;

    /// <summary>Year, cases, ordered, at most and expected.</summary>
    private static IEnumerable<string> Jaren(JsonElement verwachting) =>
        verwachting
            .GetProperty("jaren")
            .EnumerateArray()
            .Select(j =>
                string.Join(
                    ' ',
                    j.GetProperty("jaar").GetInt32().ToString(CultureInfo.InvariantCulture),
                    j.GetProperty("zaken").GetInt32().ToString(CultureInfo.InvariantCulture),
                    j.Veld("opgedragen"),
                    j.Veld("hoogstens"),
                    j.TryGetProperty("verwacht", out var verwacht) ? verwacht.GetString() : "-"
                )
            );

    private static decimal Getal(JsonElement regel, string naam) => Bedrag(regel.GetProperty(naam).Veld("stand"));

    private static decimal Bedrag(string tekst) => decimal.Parse(tekst, CultureInfo.InvariantCulture);

    private static VerleningAangepastBericht Aangepast(Zaak zaak, LocalDate periodeTot)
    {
        var verleend = zaak.SubsidieVerleend;
        return new(
            zaak.Zaaknummer,
            verleend.Tijdvak,
            zaak.KvkNummer,
            verleend.Regelversie,
            $"{zaak.Zaaknummer}-W1",
            verleend.Besluit,
            verleend.Besluitdatum.PlusDays(30),
            verleend.Besluitdatum,
            "uitstel",
            2,
            verleend.Bedrag,
            verleend.Voorschot,
            verleend.Verantwoording,
            verleend.PeriodeVan,
            periodeTot,
            verleend.PeriodeTot,
            verleend.Activiteiten,
            verleend.Ondertekenaars,
            Voorbeelden.Moment
        );
    }
}
