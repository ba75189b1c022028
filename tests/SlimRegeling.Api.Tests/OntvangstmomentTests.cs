using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace SlimRegeling.Api.Tests;

/// <summary>The moment of receipt is taken at the door, once, whatever happens behind it and whatever the clock does (2.6).</summary>
public sealed class OntvangstmomentTests(Apihuis huis)
{
    private static readonly Duration Microseconde = Duration.FromTicks(10);

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task The_last_microsecond_counts_and_the_closing_time_does_not()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var (opTijd, laat) = (huis.Ondernemer().Wie, huis.Ondernemer().Wie);
        var (eerste, tweede) = (await _loop.Concept(tijdvak, opTijd), await _loop.Concept(tijdvak, laat));

        Zet(sluit - Microseconde);
        Assert.Equal(sluit - Microseconde, await DienIn(opTijd, eerste));

        Zet(sluit);
        await huis.Weigert(
            () => huis.Post(laat, $"/v1/aanvragen/{tweede}/indiening"),
            a => a.IsProbleem(409, "tijdvak-gesloten").NoemtArtikel("artikel 2.6").Noemt("Uw concept blijft bewaard.").Noemt("volgend")
        );
        Assert.Equal(200, (await huis.Haal(laat, $"/v1/aanvragen/{tweede}/concept")).Status);
    }

    [Fact]
    public async Task A_closing_that_was_put_off_in_time_holds_while_the_message_of_it_is_under_way()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var (wie, ander) = (huis.Ondernemer().Wie, huis.Ondernemer().Wie);
        var (zaak, late) = (await _loop.Concept(tijdvak, wie), await _loop.Concept(tijdvak, ander));
        var wordt = Instant.FromUnixTimeSeconds((sluit + Duration.FromHours(2)).ToUnixTimeSeconds());
        Zet(sluit - Duration.FromMilliseconds(500));
        await _loop.Tijdvakbesluit(
            $"/v1/tijdvakken/{tijdvak}/wijzigingen",
            $$"""{"sluit":"{{Zaakloop.Wandklok(wordt)}}","bron":"storing op de laatste dag"}"""
        );
        // As Aanvragen knows it until it hears of the change; what it read is kept for a second.
        await huis.Voer($"update aanvragen.tijdvak set sluit = '{InstantPattern.ExtendedIso.Format(sluit)}' where tijdvak = '{tijdvak}'");
        await Task.Delay(1_100, TestContext.Current.CancellationToken);

        Zet(sluit + Microseconde);
        Assert.Equal(sluit + Microseconde, await DienIn(wie, zaak));

        Zet(wordt);
        await huis.Weigert(
            () => huis.Post(ander, $"/v1/aanvragen/{late}/indiening"),
            a => a.IsProbleem(409, "tijdvak-gesloten").NoemtArtikel("artikel 2.6")
        );
        await huis.Stil();
    }

    [Fact]
    public async Task While_nobody_can_say_whether_the_closing_was_put_off_who_comes_after_it_tries_again_and_is_in_time()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(tijdvak, wie);
        var wordt = Instant.FromUnixTimeSeconds((sluit + Duration.FromHours(2)).ToUnixTimeSeconds());
        Zet(sluit - Duration.FromMilliseconds(500));
        await _loop.Tijdvakbesluit(
            $"/v1/tijdvakken/{tijdvak}/wijzigingen",
            $$"""{"sluit":"{{Zaakloop.Wandklok(wordt)}}","bron":"storing op de laatste dag"}"""
        );
        await huis.Voer($"update aanvragen.tijdvak set sluit = '{InstantPattern.ExtendedIso.Format(sluit)}' where tijdvak = '{tijdvak}'");
        await Task.Delay(1_100, TestContext.Current.CancellationToken);
        Zet(sluit + Microseconde);
        var sleutel = Guid.NewGuid().ToString();

        // A signature that takes long: Tijdvakken does not say when the window closes before it is set.
        await using (var slot = await huis.Slot($"verdeling {tijdvak}"))
        {
            await huis.Weigert(
                () => huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening", sleutel: sleutel),
                a => a.IsProbleem(503, "sluiting-onzeker").NoemtArtikel("artikel 2.6").Noemt("Uw concept blijft bewaard.")
            );
        }

        var ontvangen = await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening", sleutel: sleutel));
        Assert.Equal(InstantPattern.ExtendedIso.Format(sluit + Microseconde), ontvangen.Veld("ontvangenOp"));
        await huis.Stil();
    }

    [Fact]
    public async Task A_draft_is_not_refused_while_the_message_of_a_later_closing_is_under_way()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var wie = huis.Ondernemer().Wie;
        var wordt = Instant.FromUnixTimeSeconds((sluit + Duration.FromHours(2)).ToUnixTimeSeconds());
        Zet(sluit - Duration.FromMilliseconds(500));
        await _loop.Tijdvakbesluit(
            $"/v1/tijdvakken/{tijdvak}/wijzigingen",
            $$"""{"sluit":"{{Zaakloop.Wandklok(wordt)}}","bron":"storing op de laatste dag"}"""
        );
        await huis.Voer($"update aanvragen.tijdvak set sluit = '{InstantPattern.ExtendedIso.Format(sluit)}' where tijdvak = '{tijdvak}'");
        await Task.Delay(1_100, TestContext.Current.CancellationToken);

        Zet(sluit + Microseconde);
        var begonnen = await huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""");
        Assert.True(begonnen.Status == 201, begonnen.Tekst);

        Zet(wordt);
        await huis.Weigert(
            () => huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""),
            a => a.IsProbleem(409, "tijdvak-gesloten").NoemtArtikel("artikel 2.6")
        );
    }

    [Fact]
    public async Task Of_who_counts_just_after_the_horizon_the_first_at_the_door_goes_first_and_nobody_is_drawn()
    {
        // Room for one of € 11,040.00.
        var (tijdvak, _) = await Tijdvak("binnenkomst", "12000.00");
        var (laat, vroeg) = (huis.Ondernemer().Wie, huis.Ondernemer().Wie);
        var (tweede, eerste) = (await _loop.Concept(tijdvak, laat), await _loop.Concept(tijdvak, vroeg));
        var horizon = huis.Klok.GetCurrentInstant() + Duration.FromMinutes(10);
        Zet(horizon);
        await Horizon(tijdvak);

        Zet(horizon - Duration.FromMinutes(1));
        Assert.Equal(horizon + Microseconde, await DienIn(laat, tweede));
        Zet(horizon - Duration.FromMinutes(2));
        Assert.Equal(horizon + Microseconde, await DienIn(vroeg, eerste));
        Zet(horizon + Duration.FromMinutes(1));
        await Horizon(tijdvak);
        await huis.Stil();

        Assert.Equal([eerste, tweede], await _loop.Rangorde(tijdvak));
        await huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/loting", """{"zaad":"zaad","bron":"notaris"}"""),
            a => a.IsProbleem(409, "geen-loting-nodig")
        );
    }

    [Fact]
    public async Task Who_came_in_time_is_in_time_however_long_it_takes_behind_the_door()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(tijdvak, wie);
        Zet(sluit - Duration.FromSeconds(1));

        Task<Instant> bezig;
        await using (await huis.Slot($"ontvangst {tijdvak}"))
        {
            bezig = DienIn(wie, zaak);
            await huis.WachtOpSlot("ShareLock");
            Zet(sluit + Duration.FromMinutes(5));
        }

        Assert.Equal(sluit - Duration.FromSeconds(1), await bezig);
    }

    [Fact]
    public async Task A_transaction_that_is_tried_again_keeps_its_moment_or_counts_just_after_the_horizon()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(tijdvak, wie);
        var binnen = sluit - Duration.FromMinutes(1);
        var horizon = binnen + Duration.FromSeconds(10);
        Zet(binnen);

        Task<Instant> bezig;
        await using (var slot = await huis.Slot($"ontvangst {tijdvak}"))
        {
            bezig = DienIn(wie, zaak);
            await huis.WachtOpSlot("ShareLock");
            Zet(sluit + Duration.FromMinutes(5));
            await using var verschuif = new NpgsqlCommand(
                "insert into aanvragen.ontvangststand (tijdvak, tot, aantal) values ($1, $2, 0)",
                slot.Connection,
                slot
            );
            verschuif.Parameters.Add(new NpgsqlParameter { Value = tijdvak });
            verschuif.Parameters.Add(new NpgsqlParameter { Value = horizon.ToDateTimeUtc() });
            await verschuif.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await slot.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(horizon + Microseconde, await bezig);
    }

    [Fact]
    public async Task When_the_clock_steps_back_receipt_goes_on_just_after_the_horizon()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var (een, ander, laat) = (huis.Ondernemer().Wie, huis.Ondernemer().Wie, huis.Ondernemer().Wie);
        string[] zaken = [await _loop.Concept(tijdvak, een), await _loop.Concept(tijdvak, ander), await _loop.Concept(tijdvak, laat)];
        Zet(sluit - Duration.FromMinutes(1));
        var horizon = huis.Klok.GetCurrentInstant();
        await Horizon(tijdvak);

        Zet(horizon - Duration.FromMinutes(2));
        Assert.Equal(horizon + Microseconde, await DienIn(een, zaken[0]));
        Assert.Equal(horizon + Microseconde, await DienIn(ander, zaken[1]));
        // Leaving is told in the order of the window too.
        await Zaakloop.Gelukt(huis.Post(een, $"/v1/aanvragen/{zaken[0]}/intrekking"));

        Zet(sluit + Duration.FromMinutes(1));
        await Horizon(tijdvak);
        Zet(sluit - Duration.FromMinutes(1));
        await huis.Weigert(() => huis.Post(laat, $"/v1/aanvragen/{zaken[2]}/indiening"), a => a.IsProbleem(409, "tijdvak-gesloten"));
        Zet(sluit + Duration.FromMinutes(1));
        await huis.Stil();
        Assert.Equal(
            await huis.Tel($"select count(*) from aanvragen.gezegd where tijdvak = '{tijdvak}'"),
            await huis.Tel($"select aantal from aanvragen.ontvangststand where tijdvak = '{tijdvak}'")
        );
    }

    /// <summary>A window that is open, and when it closes.</summary>
    private async Task<(string Id, Instant Sluit)> Tijdvak(string volgorde = "loting", string plafond = "100000.00")
    {
        // A window is published in whole seconds.
        var nu = huis.Klok.GetCurrentInstant();
        Zet(Instant.FromUnixTimeSeconds(nu.ToUnixTimeSeconds() + 1));
        var id = await _loop.Tijdvak(volgorde: volgorde, plafond: plafond);
        return (id, huis.Klok.GetCurrentInstant() + Zaakloop.Openstelling);
    }

    private void Zet(Instant moment) => huis.Klok.Vooruit(moment - huis.Klok.GetCurrentInstant());

    private async Task Horizon(string tijdvak) => await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));

    private async Task<Instant> DienIn(string wie, string zaak) =>
        InstantPattern
            .ExtendedIso.Parse((await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"))).Veld("ontvangenOp"))
            .Value;
}
