using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// From the day on which the minister means to withdraw, nothing of that case is paid: until it is decided or dropped, or thirteen weeks are over (4:56 Awb),
/// whether the recipient is heard or not.
/// </summary>
public sealed class OpschortingTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private static readonly Opdracht Opdracht = new(
        "B1",
        "SLIM",
        "2026-04-mkb",
        "12345678",
        "V1",
        Betaalsoort.Voorschot,
        5520m,
        ["bea", "mees"]
    );

    private static LocalDate Vandaag => Moment.Dag(SystemClock.Instance.GetCurrentInstant());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("spoed")]
    public async Task Op_de_laatste_dag_van_dertien_weken_wacht_elke_betaling_van_die_zaak_en_alleen_van_die(string? nietGehoord)
    {
        var (zaak, ander) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var elk in (Zaak[])[zaak, ander])
        {
            await huis.Zeg(elk.Rekening(1), elk.SubsidieVerleend, elk.VoorschotToegekend, elk.SubsidieVastgesteld);
        }
        await huis.Zeg(Voornemen(zaak, Vandaag, nietGehoord));

        foreach (var opdracht in (string[])[zaak.Voorschot, zaak.Slot])
        {
            var geweigerd = await Maak(opdracht);
            Assert.Equal(422, geweigerd.Status);
            Assert.Contains("4:56 Awb", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        }
        Assert.Equal(201, (await Maak(ander.Voorschot)).Status);
        Assert.Equal(201, (await Maak(ander.Slot)).Status);

        // Nothing comes of it.
        await huis.Zeg(new IntrekkingVervallenBericht(zaak.Zaaknummer, zaak.KvkNummer, Nummer(zaak), Voorbeelden.Moment, nietGehoord));
        Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
        Assert.Equal(201, (await Maak(zaak.Slot)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("spoed")]
    public async Task Na_dertien_weken_wordt_weer_betaald(string? nietGehoord)
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(Voornemen(zaak, Vandaag.PlusDays(-1), nietGehoord));

        Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
    }

    [Fact]
    public async Task Na_het_besluit_wordt_betaald_wat_is_overgebleven()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(Voornemen(zaak, Vandaag.PlusWeeks(13), "spoed"));
        await huis.Zeg(
            new VerleningIngetrokkenBericht(
                zaak.Zaaknummer,
                "2026-04-mkb",
                zaak.KvkNummer,
                "slim-2026",
                Nummer(zaak),
                $"{zaak.Zaaknummer}-V1",
                "verlening",
                Vandaag,
                "activiteiten-niet-verricht",
                1000.00m,
                zaak.Verleend,
                1000.00m,
                0.00m,
                0.00m,
                new LocalDate(2026, 6, 1),
                Guid.Empty,
                "hash",
                ["bo", "mo"],
                Voorbeelden.Moment,
                NietGehoord: "spoed"
            )
        );

        var gemaakt = await Maak(zaak.Voorschot);

        Assert.Equal((201, "1000.00"), (gemaakt.Status, gemaakt.Inhoud.GetProperty("totaal").GetString()));
    }

    /// <summary>The approval has read and weighed all, and waits to write: what is heard then is not missed.</summary>
    [Fact]
    public async Task Een_voornemen_dat_tijdens_het_tweede_akkoord_wordt_gehoord_houdt_het_bestand_tegen()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        var ronde = await huis.StelVoor("fien", [zaak.Voorschot]);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);
        var nummer = ronde.Inhoud.GetProperty("ronde").GetString();

        Task<Gekregen> akkoord;
        await using (var verbinding = new NpgsqlConnection(huis.Verbinding))
        {
            await verbinding.OpenAsync(Ct);
            await using var transactie = await verbinding.BeginTransactionAsync(Ct);
            await using var houd = new NpgsqlCommand(
                $"select id from betalingen.mt_streams where id = '{nummer}' for update",
                verbinding,
                transactie
            );
            await houd.ExecuteNonQueryAsync(Ct);
            akkoord = huis.Accordeer("anna", ronde);
            await WachtOpRij();
            await huis.Zeg(Voornemen(zaak, Vandaag.PlusWeeks(13), null));
            await transactie.RollbackAsync(Ct);
        }

        Assert.Equal("ronde-verouderd", (await akkoord).Probleem);
        Assert.Empty(
            await huis.Vraag($"select type from betalingen.mt_events where stream_id = '{zaak.Voorschot}' and type = 'betaling-in-bestand'")
        );
        Assert.Equal("voorgesteld", await Stand(nummer!));
        Assert.Equal("opschorting", await Grond(zaak));
    }

    [Fact]
    public async Task Een_opdracht_die_tijdens_het_voornemen_komt_wacht_ook_en_na_dertien_weken_gaat_alles_vanzelf_door()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend);
        await huis.Zeg(Voornemen(zaak, Vandaag, null));
        await huis.Zeg(zaak.VoorschotToegekend);
        Assert.Equal("opschorting", await Grond(zaak));
        await huis.Doe<Hervatten>();
        Assert.Equal("opschorting", await Grond(zaak));

        // As if the last day is over.
        await huis.Vraag(
            $$"""
            update betalingen.mt_doc_verplichting set data = jsonb_set(data, '{opschortingen,0,totEnMet}', '"2026-01-01"')
            where id = '{{zaak.Zaaknummer}}' returning id
            """
        );
        await huis.Doe<Hervatten>();

        Assert.Null(await Grond(zaak));
        Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
    }

    [Fact]
    public void Een_opschorting_haalt_een_betaling_uit_haar_ronde_en_laat_wat_op_weg_is()
    {
        var nu = Voorbeelden.Moment;
        var open = new Betaalopdracht { Id = "B1" }
            .Na(new BetalingOpgedragen(Opdracht, nu))
            .Na(new BetalingInRonde("R1", 1, nu));

        var wacht = Opdragen.Opschortingen(open, ["I1"], [], nu).Aggregate(open, (o, e) => o.Na(e));
        Assert.True(wacht is { Ronde: null, Aangehouden: true });
        Assert.Equal("ronde-verouderd", RondeAccorderen.Verzend(wacht, "R1", 1, ["fred", "anna"], nu).Weigering?.Code);
        Assert.Empty(Opdragen.Opschortingen(wacht, ["I1"], [], nu));
        Assert.Empty(Opdragen.Opschortingen(wacht, [], ["I2"], nu));
        Assert.False(Opdragen.Opschortingen(wacht, [], ["I1"], nu).Aggregate(wacht, (o, e) => o.Na(e)).Aangehouden);

        var onderweg = open.Na(new BetalingInBestand("R1", 1, nu, ["fred", "anna"]));
        Assert.Empty(Opdragen.Opschortingen(onderweg, ["I1"], [], nu));
        Assert.IsType<AanhoudingGelegd>(Opdragen.Beslis(null, Opdracht, null, nu, opschortingen: ["I1"]).Gebeurtenissen[^1]);
    }

    [Fact]
    public void Een_opschorting_loopt_tot_en_met_haar_laatste_dag_of_tot_zij_eindigt()
    {
        var nu = Voorbeelden.Moment;
        var dag = new LocalDate(2026, 9, 1);
        var stand = new Verplichting()
            .Na(new OpschortingVernomen("I1", dag, nu))
            .Na(new OpschortingVernomen("I2", dag.PlusDays(1), nu))
            .Na(new OpschortingVernomen("I3", dag, nu))
            .Na(new OpschortingAfgelopen("I3", nu));

        Assert.Equal(["I1", "I2"], stand.LopendeOpschortingen(dag));
        Assert.Empty(stand.VerlopenOpschortingen(dag));
        Assert.Equal(["I2"], stand.LopendeOpschortingen(dag.PlusDays(1)));
        Assert.Equal(["I1"], stand.VerlopenOpschortingen(dag.PlusDays(1)));
        Assert.False(stand.IsOpgeschort(dag.PlusDays(2)));
    }

    /// <summary>Until somebody waits for a row that is held.</summary>
    private async Task WachtOpRij()
    {
        for (var i = 0; i < 500; i++)
        {
            var wachtend = await huis.Vraag(
                "select pid::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            );
            if (wachtend.Count > 0)
            {
                return;
            }
            await Task.Delay(20, Ct);
        }
        Assert.Fail("Nobody waits for the round.");
    }

    private async Task<string?> Stand(string ronde) =>
        (await huis.Haal("fien", $"/v1/betaalrondes/{ronde}")).Inhoud.GetProperty("ronde").GetProperty("status").GetString();

    /// <summary>What the advance waits for; null when it is nothing.</summary>
    private async Task<string?> Grond(Zaak zaak) =>
        (await huis.Haal("fien", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud.TryGetProperty("aanhoudingen", out var aanhoudingen)
            ? aanhoudingen[0].GetProperty("grond").GetString()
            : null;

    private static string Nummer(Zaak zaak) => $"{zaak.Zaaknummer}-I1";

    private static IntrekkingVoorgenomenBericht Voornemen(Zaak zaak, LocalDate tot, string? nietGehoord) =>
        new(
            zaak.Zaaknummer,
            zaak.KvkNummer,
            "slim-2026",
            Nummer(zaak),
            $"{zaak.Zaaknummer}-V1",
            "verlening",
            "activiteiten-niet-verricht",
            1000.00m,
            zaak.Verleend,
            Guid.Empty,
            "hash",
            tot,
            Voorbeelden.Moment,
            NietGehoord: nietGehoord
        );

    private Task<Gekregen> Maak(string id) => huis.Ronde("fien", id);
}
