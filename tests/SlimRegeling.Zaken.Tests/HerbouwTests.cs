using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Zaken.Tests;

/// <summary>Hearing everything again at once gives what hearing it one by one gave, in whatever order it came.</summary>
public sealed class HerbouwTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    /// <summary>Of whose cases its owner gives a name to find them by.</summary>
    private const string Kvk = "74747474";

    [Fact]
    public async Task Every_table_is_made_again_by_the_messages_or_by_the_rounds_that_ask_and_work_out_what_no_message_tells()
    {
        var gemaakt = (await huis.Herbouw()).Single(c => c.Context == ZakenContext.Naam).Modellen.Select(m => m.Model);
        var tabellen = (await huis.Tabellen()).Select(t => $"{ZakenContext.Naam}.{t}").ToList();
        Assert.Empty(gemaakt.Except(tabellen));
        Assert.Equal(
            ["zaken.termijnwerk", "zaken.werk", "zaken.zoektekst", "zaken.zoekwerk", "zaken.zoekwoord", "zaken.zoekzaak"],
            tabellen.Except(gemaakt).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_kind_of_message_that_is_heard_is_among_those_that_are_made_again() =>
        Assert.Empty(Context.Van<ZakenContext>().GehoordeBerichten.Except(Alles().Select(b => b.GetType())).Select(t => t.Name));

    [Fact]
    public async Task Whatever_was_said_in_whatever_order_is_made_again_the_same()
    {
        await Gen.Select(Gen.OneOf(Zaken), Gen.Int[0, 1000])
            .Array[1, 3]
            .SelectMany(delen => Gen.Shuffle(delen.SelectMany(d => d.Item1).ToArray()))
            .SampleAsync(async berichten => await WordtHetzelfde(berichten), iter: 6, threads: 1);
    }

    [Fact]
    public async Task All_that_can_be_said_is_made_again_the_same_also_when_it_came_the_other_way_round()
    {
        await WordtHetzelfde(Alles());
        await WordtHetzelfde([.. Enumerable.Reverse(Alles())]);
    }

    [Fact]
    public async Task What_cases_are_found_by_is_asked_of_its_owners_again_and_what_belongs_to_no_case_goes()
    {
        await Leeg();
        var zaak = Voorbeeldzaak.Nieuw("73737373");
        VertellerContext.Namen[zaak.Kvk] = "Orgelbouw Blaasbalgen";
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Stil();
        await huis.Doorzoekbaar();
        await huis.Voer(
            "truncate zaken.zoektekst, zaken.zoekwoord; update zaken.zoekzaak set woorden = '', namen = ''; insert into zaken.zoekzaak select 'SLIM-0000000000', kvk_nummer, tijdvak, ingediend_op, woorden, namen from zaken.zoekzaak"
        );
        Assert.Empty(await Gevonden());

        await huis.Herbouw();
        await huis.Doorzoekbaar();

        Assert.Equal([zaak.Nummer], await Gevonden());
        Assert.Equal([zaak.Nummer], await huis.Lees("select zaaknummer from zaken.zoekzaak"));

        async Task<IEnumerable<string?>> Gevonden() =>
            (await huis.Haal(Zakenhuis.Bea, "/v1/zaken?tekst=blaasbalgen"))
                .Inhoud.GetProperty("zaken")
                .EnumerateArray()
                .Select(z => z.GetProperty("zaaknummer").GetString());
    }

    [Fact]
    public async Task The_list_of_work_follows_from_what_was_heard_and_is_worked_out_again()
    {
        await Leeg();
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Ben, zaak.Venster);
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Stil();
        await huis.Bijgewerkt();
        var voor = await huis.Lees(Werk);
        await huis.Voer(
            """
            update zaken.werk set uiterlijk = '2020-01-01', termijn = '';
            insert into zaken.werk select 'SLIM-0000000000', uiterlijk, termijn, status, tijdvak, aanvragertype, behandelaar, ingebreke
            from zaken.werk
            """
        );

        await huis.Herbouw();
        await huis.Bijgewerkt();

        Assert.Single(voor);
        Assert.Equal(voor, await huis.Lees(Werk));
    }

    [Fact]
    public async Task What_was_advanced_in_two_parts_stands_on_the_page_as_before()
    {
        await Leeg();
        var zaak = Voorbeeldzaak.Nieuw();
        foreach (var bericht in zaak.Voorgeschoten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        Assert.Equal("105750.00", await Voorschot());

        await huis.Leeg();
        await huis.Herbouw();

        Assert.Equal("105750.00", await Voorschot());

        async Task<string?> Voorschot() =>
            (await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}"))
                .Inhoud.GetProperty("bedragen")
                .GetProperty("voorschot")
                .GetString();
    }

    private const string Werk = "select to_jsonb(w)::text from zaken.werk w order by 1";

    [Fact]
    public async Task What_is_being_used_by_a_host_is_not_made_again() =>
        Assert.Contains(
            "in gebruik",
            (await Assert.ThrowsAsync<Opstartfout>(huis.ControleerOfNiemandDraait)).Message,
            StringComparison.Ordinal
        );

    /// <summary>
    /// The whole life of a case; one that was drawn, completed and reserved more than once; cases that end otherwise; cases of which something was
    /// objected to, in which a mistake was mended, that were changed, or of which something was withdrawn; one with a second advance.
    /// </summary>
    private static readonly IReadOnlyList<Func<Voorbeeldzaak, object[]>> Levens =
    [
        zaak => [.. zaak.Geheel],
        Vaker,
        Anders,
        Bezwaarverhaal.Toegekend,
        Bezwaarverhaal.Verhoogd,
        Bezwaarverhaal.Hervastgesteld,
        Bezwaarverhaal.Ingetrokken,
        Bezwaarverhaal.Hersteld,
        Projectverhaal.Gewijzigd,
        Projectverhaal.Ingetrokken,
        Projectverhaal.HelemaalIngetrokken,
        Projectverhaal.Herroepen,
        zaak => [.. zaak.Voorgeschoten],
    ];

    /// <summary>These, and what is said of rules and employees.</summary>
    private static Gen<object[]>[] Zaken =>
        [
            .. Levens.Select(leven => Gen.Const(0).Select(_ => leven(Voorbeeldzaak.Nieuw(Kvk)))),
            Gen.Int[1, 4].Select(Regels),
            Gen.Int[1, 4].Select(Medewerkers),
            Gen.Int[1, 4].Select(Belangen),
        ];

    private static object[] Belangen(int aantal)
    {
        var zaak = Zaaknummer.Trek().ToString();
        return
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new BelangGewijzigdBericht(zaak, n == 4 ? "een-ander" : "iemand", n % 2 == 1, Voorbeeldzaak.Op(n), n)),
        ];
    }

    private static object[] Vaker(Voorbeeldzaak zaak) =>
        [
            zaak.Venster,
            zaak.Venster with
            {
                Sluit = Voorbeeldzaak.Op(48),
                Op = Voorbeeldzaak.Op(2),
            },
            zaak.Ingediend,
            new AanvraagToegewezenBericht(zaak.Nummer, "bea", Voorbeeldzaak.Op(2), Versie: 2),
            new AanvraagToegewezenBericht(zaak.Nummer, null, Voorbeeldzaak.Op(3), Versie: 3),
            new IngebrekestellingBericht(zaak.Nummer, new(2026, 8, 3), true, Voorbeeldzaak.Op(3), Versie: 4),
            new IngebrekestellingBericht(zaak.Nummer, new(2026, 8, 3), false, Voorbeeldzaak.Op(1), Versie: 5),
            zaak.Gerangschikt,
            zaak.Gerangschikt with
            {
                Rang = 9,
                Op = Voorbeeldzaak.Op(30),
            },
            zaak.Gereserveerd,
            new BudgetVrijgegevenBericht(zaak.Nummer, zaak.Tijdvak, "aanvulling-gevraagd", Voorbeeldzaak.Op(5)),
            new AanvullingGevraagdBericht(zaak.Nummer, zaak.Tijdvak, zaak.Kvk, ["begroting"], new(2026, 5, 20), Voorbeeldzaak.Op(5)),
            new AanvraagAangevuldBericht(zaak.Nummer, zaak.Tijdvak, 9_000.00m, Voorbeeldzaak.Op(6)),
            zaak.Gereserveerd with
            {
                Bedrag = 9_000.00m,
                Op = Voorbeeldzaak.Op(31),
            },
            new HersteltermijnGestartBericht(zaak.Nummer, zaak.Tijdvak, new(2026, 5, 7), new(2026, 5, 21), Voorbeeldzaak.Op(5)),
            zaak.Verleend,
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Verlening, new(2026, 6, 16), new(2026, 7, 27), Voorbeeldzaak.Op(33)),
            new BewijsGevraagdBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(34)),
            zaak.Vastgesteld,
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Vaststelling, new(2027, 9, 3), new(2027, 10, 14), Voorbeeldzaak.Op(35)),
        ];

    /// <summary>All that is said of cases that were refused, left out, withdrawn or not handled, together; a payment that was held; a scan; proof.</summary>
    private static object[] Anders(Voorbeeldzaak zaak)
    {
        var (afgewezen, weg, eerdere) = (Voorbeeldzaak.Nieuw(zaak.Kvk), Voorbeeldzaak.Nieuw(zaak.Kvk), Voorbeeldzaak.Nieuw(zaak.Kvk));
        return
        [
            .. zaak.Geheel,
            new OndernemingGewijzigdBericht(zaak.Kvk, Guid.Empty, "hash", Voorbeeldzaak.Op(0)),
            new ScanAfgerondBericht(
                zaak.Nummer,
                zaak.Kvk,
                "scan-1",
                "lcs-1",
                new(2026, 4, 1),
                new(2026, 4, 6),
                6,
                "beeld",
                "hash",
                Voorbeeldzaak.Op(1)
            ),
            new DocumentBeschikbaarBericht(zaak.Nummer, zaak.Kvk, "d1", "opleidingsplan", "hash", Voorbeeldzaak.Op(1)),
            new DocumentGeweigerdBericht(
                zaak.Nummer,
                zaak.Kvk,
                "d2",
                "offerte",
                "virus",
                "Stuur een schoon bestand.",
                Voorbeeldzaak.Op(1),
                Voorbeeldzaak.Op(2)
            ),
            zaak.Teruggezonden,
            zaak.Beoordeeld(6),
            new SteunGeregistreerdBericht(zaak.Nummer, zaak.Kvk, 11_040.00m, new(2026, 6, 15), 288_960.00m, Voorbeeldzaak.Op(8)),
            new BetalingAangehoudenBericht(zaak.Nummer, $"{zaak.Nummer}-B1", 5_520.00m, "rekening-gewijzigd", Voorbeeldzaak.Op(11)),
            new BetalingVrijgegevenBericht(zaak.Nummer, $"{zaak.Nummer}-B1", 5_520.00m, Voorbeeldzaak.Op(12)),
            new BewijsGevraagdBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(15)),
            new BewijsOntvangenBericht(zaak.Nummer, 2, Voorbeeldzaak.Op(16)),
            new VoortgangGemeldBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(16)),
            new VoortgangTeruggezondenBericht(zaak.Nummer, zaak.Kvk, new(2027, 8, 3), Voorbeeldzaak.Op(17)),
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Voorbeeldzaak.Op(17)),
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", new(2027, 8, 4), Voorbeeldzaak.Op(18)),
            afgewezen.Ingediend,
            new BudgetOntoereikendBericht(
                afgewezen.Nummer,
                afgewezen.Tijdvak,
                afgewezen.Kvk,
                "mkb-onderneming",
                "slim-2026",
                11_040.00m,
                Voorbeeldzaak.Op(1),
                Voorbeeldzaak.Op(560),
                "past-niet",
                ["rianne", "rob"],
                Voorbeeldzaak.Op(6)
            ),
            Bezwaarverhaal.Afgewezen(afgewezen),
            weg.Ingediend,
            weg.Beoordeeld(3),
            new AanvraagIngetrokkenBericht(weg.Nummer, weg.Tijdvak, weg.Kvk, Voorbeeldzaak.Op(5)),
            new AanvraagVervallenBericht(weg.Nummer, weg.Tijdvak, "ingetrokken-bij-besluit", Voorbeeldzaak.Op(5)),
            eerdere.Ingediend,
            new AanvraagUitgeslotenBericht(eerdere.Nummer, eerdere.Tijdvak, "dubbele-aanvraag", zaak.Nummer, Voorbeeldzaak.Op(3)),
            new BuitenBehandelingGesteldBericht(
                eerdere.Nummer,
                eerdere.Tijdvak,
                eerdere.Kvk,
                "slim-2026",
                $"{eerdere.Nummer}-N1",
                new(2026, 5, 20),
                "dubbele-aanvraag",
                ["mila"],
                Voorbeeldzaak.Op(9),
                Eerdere: zaak.Nummer
            ),
            new AanvraagVervallenBericht(eerdere.Nummer, eerdere.Tijdvak, "buiten-behandeling", Voorbeeldzaak.Op(9)),
        ];
    }

    private static object[] Regels(int aantal) =>
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new ParameterGewijzigdBericht(
                    "slim-2020",
                    n,
                    "maxima",
                    "mkb",
                    n % 2 == 0 ? null : "1.00",
                    "Stcrt.",
                    null,
                    Instant.FromUtc(2026, 1, n, 0, 0),
                    Voorbeeldzaak.Op(n)
                )),
        ];

    private static object[] Medewerkers(int aantal) =>
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new MedewerkerGewijzigdBericht(
                    $"iemand-{Guid.NewGuid():N}",
                    n % 2 == 0 ? [] : ["beoordelaar"],
                    ["onderzoeker"],
                    n == 3,
                    Voorbeeldzaak.Op(n)
                )),
        ];

    private static object[] Alles() =>
        [.. Levens.SelectMany(leven => leven(Voorbeeldzaak.Nieuw(Kvk))), .. Regels(4), .. Medewerkers(4), .. Belangen(4)];

    /// <summary>What these messages make one by one is what they make when all are heard again, beside it and where nothing is left.</summary>
    private async Task WordtHetzelfde(object[] berichten)
    {
        VertellerContext.Namen[Kvk] = "Carillonbouw Klepel";
        await Leeg();
        foreach (var bericht in berichten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        var voor = await huis.Rijen();

        var herbouwd = await huis.Herbouw();
        await huis.Leeg();
        var vanNiets = await huis.Herbouw();

        Assert.Empty(herbouwd.SelectMany(c => c.Modellen).SelectMany(m => m.Eerste));
        Assert.Equal(berichten.Length, herbouwd.Sum(c => c.Berichten));
        Assert.All(vanNiets.Single(c => c.Context == "zaken").Modellen, m => Assert.Equal(m.Rijen, m.Ontbrak));
        Assert.Equal(voor, await huis.Rijen());
    }

    private async Task Leeg()
    {
        await huis.Leeg();
        await huis.Voer("truncate verteller.mt_doc_verhaal; delete from verteller.mt_events; delete from verteller.mt_streams");
    }
}
