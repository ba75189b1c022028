using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Zaken.Afstemming;

namespace SlimRegeling.Zaken.Tests;

public sealed class AfstemmenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private const string EenUurGeleden = "update verteller.mt_events set timestamp = timestamp - interval '1 hour'";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_was_said_whole_adds_up()
    {
        var zaak = await Vers();
        var stand = await Afstemming();
        var laatste = stand.GetProperty("laatste");
        Assert.True(laatste.GetProperty("sluit").GetBoolean(), stand.GetRawText());
        Assert.Equal(1, laatste.GetProperty("verleningen").GetInt32());
        Assert.Equal(2, laatste.GetProperty("betalingen").GetInt32());
        Assert.Equal(15, laatste.GetProperty("berichten").GetProperty("effecten").GetInt32());
        Assert.All(laatste.GetProperty("controles").EnumerateArray(), c => Assert.Equal(0, c.GetProperty("verschillen").GetInt64()));
        Assert.Empty(await huis.Gezien(zaak.Nummer));
        Assert.Contains("afstemming: Healthy", await huis.Tekst("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_effect_is_named_with_who_said_it_and_who_did_not_hear_it()
    {
        var zaak = await Vers();
        await huis.Voer($"delete from zaken.inbox where soort = 'SubsidieVerleendBericht'; {EenUurGeleden}");
        var alarm = Assert.Single(Alarmen(await Afstemming()));
        Assert.Equal(("zaken", zaak.Nummer), (Veld(alarm, "context"), Veld(alarm, "zaaknummer")));
        Assert.Matches("^SubsidieVerleendBericht [0-9a-f-]{36} van verteller, verwerkt door zaken$", Veld(alarm, "verwacht"));
        Assert.Equal(["afstemming"], await huis.Gezien(zaak.Nummer));
        Assert.Contains("Degraded", await huis.Tekst("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_just_said_is_under_way_and_no_alarm()
    {
        await Vers();
        await huis.Voer(
            "delete from zaken.inbox where soort = 'SubsidieVerleendBericht'; delete from zaken.stap where stap = 'subsidie-verleend'; update zaken.zaak set verleend = null, voorschot = null, periode_tot = null, verantwoording = null"
        );
        var stand = await Afstemming();
        Assert.Equal(1, stand.GetProperty("laatste").GetProperty("berichten").GetProperty("wachtend").GetInt32());
        // What follows from it is not expected either; what hangs on it is.
        Assert.All(Alarmen(stand), a => Assert.Equal("er is niet meer betaald dan verleend", Veld(a, "regel")));
    }

    [Theory]
    [InlineData("delete from zaken.stap where stap = 'voorschot-toegekend'", "een betaalopdracht heeft haar besluit", "5520.00")]
    [InlineData("update zaken.zaak set gereserveerd = 11039.99", "een verlening heeft haar reservering", "11040.00")]
    [InlineData(
        "update zaken.zaak set budget_vrij_op = gereserveerd_op + interval '1 day'",
        "een verlening heeft haar reservering",
        "11040.00"
    )]
    [InlineData(
        "delete from zaken.stap where stap = 'betaling-opgedragen' and betaalopdracht like '%B2'",
        "een betaling heeft haar opdracht",
        "5520.00"
    )]
    [InlineData("update zaken.zaak set verleend = 11000.00", "er is niet meer betaald dan verleend", "11000.00")]
    [InlineData("delete from zaken.stap where stap = 'brief-verzonden' and besluit like '%S1'", "een besluit heeft zijn brief", "-S1")]
    [InlineData("update zaken.zaak set rang = 99", "zaak volgt uit de berichten", "rang 3")]
    [InlineData("delete from zaken.zaak", "zaak volgt uit de berichten", "gevraagd 11040.00")]
    public async Task What_does_not_add_up_is_named_with_its_numbers(string schade, string regel, string verwacht)
    {
        var zaak = await Vers();
        await huis.Voer(schade);
        var alarmen = Alarmen(await Afstemming());
        Assert.Contains(
            alarmen,
            a =>
                Veld(a, "regel") == regel
                && Veld(a, "zaaknummer") == zaak.Nummer
                && Veld(a, "verwacht").Contains(verwacht, StringComparison.Ordinal)
        );
        // Whatever was changed in what was made of messages is named as that too.
        Assert.Contains(alarmen, a => Veld(a, "regel").EndsWith("volgt uit de berichten", StringComparison.Ordinal));
        Assert.Contains("afstemming", await huis.Gezien(zaak.Nummer));
    }

    [Fact]
    public async Task A_payment_that_came_back_and_went_again_for_less_adds_up_and_one_that_went_twice_does_not()
    {
        var zaak = await Vers();
        var verlaagd = new BetalingVerlaagdBericht(
            zaak.Nummer,
            $"{zaak.Nummer}-B1",
            $"{zaak.Nummer}-I1",
            "voorschot",
            1_000.00m,
            5_520.00m,
            Voorbeeldzaak.Op(24)
        );
        await Zeg(zaak.Teruggekomen(1), verlaagd);
        Assert.Empty(Alarmen(await Afstemming()));
        await Zeg(zaak.Uitgevoerd(1) with { Bedrag = 1_000.00m, Op = Voorbeeldzaak.Op(25) });
        Assert.Empty(Alarmen(await Afstemming()));

        await Zeg(zaak.Uitgevoerd(1) with { Bedrag = 1_000.00m, Op = Voorbeeldzaak.Op(26) });
        var alarm = Assert.Single(Alarmen(await Afstemming()));
        Assert.Equal(
            ("een betaling heeft haar opdracht", $"opdracht {zaak.Nummer}-B1 van 2000.00", "opdracht van 1000.00, 2 maal betaald"),
            (Veld(alarm, "regel"), Veld(alarm, "verwacht"), Veld(alarm, "gevonden"))
        );
    }

    [Fact]
    public async Task A_window_that_says_something_else_is_named()
    {
        await Vers();
        await huis.Voer("update zaken.tijdvak set sluit = sluit + interval '1 day'");
        var alarm = Assert.Single(Alarmen(await Afstemming()));
        Assert.Equal(("tijdvak volgt uit de berichten", "2026-04-mkb"), (Veld(alarm, "regel"), Veld(alarm, "onderwerp")));
        Assert.NotEqual(Veld(alarm, "verwacht"), Veld(alarm, "gevonden"));
        // It was laid beside what stood there, and stands there still.
        Assert.Single(Alarmen(await Afstemming()));
    }

    [Fact]
    public async Task What_is_changed_in_an_event_after_it_was_sealed_is_named()
    {
        await Vers();
        await huis.Voer(
            "update verteller.mt_events set data = jsonb_set(data, '{inhoud}', to_jsonb(replace(data ->> 'inhoud', '5520.00', '5521.00'))) where data ->> 'soort' = 'BetalingUitgevoerdBericht'"
        );
        Assert.DoesNotContain(Alarmen(await Afstemming()), a => Veld(a, "regel") == "een gebeurtenis is zoals zij werd verzegeld");

        await Vers();
        await huis.Doe<Verzegelen>(v => v.Voer("verteller", Ct));
        await huis.Doe<Verzegelen>(v => v.Voer("verteller", Ct));
        Assert.Empty(Alarmen(await Afstemming()));
        await huis.Voer(
            "update verteller.mt_events set headers = headers || '{\"wie\": \"niemand\"}' where data ->> 'soort' = 'SubsidieVerleendBericht'"
        );
        await huis.Doe<Verzegelen>(v => v.Voer("verteller", Ct));

        var alarm = Assert.Single(Alarmen(await Afstemming()), a => Veld(a, "regel") == "een gebeurtenis is zoals zij werd verzegeld");
        Assert.Equal("verteller", Veld(alarm, "context"));
        Assert.Contains("(verteld) met andere inhoud", Veld(alarm, "gevonden"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task What_was_freed_or_set_apart_last_counts_by_the_reservation_and_not_by_its_clock(int laatste, bool sluit)
    {
        var zaak = await Vers();
        // The clock was put back two minutes after the budget was set apart.
        var terug = zaak.Gereserveerd.Op - Duration.FromMinutes(2);
        BudgetVrijgegevenBericht vrij = new(zaak.Nummer, zaak.Tijdvak, "herloting", terug, Versie: 2);
        object[] berichten = [vrij, zaak.Gereserveerd with { Op = terug - Duration.FromMinutes(1), Versie = 3 }];
        foreach (var bericht in berichten.Take(laatste - 1))
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        Assert.Equal(sluit, (await Afstemming()).GetProperty("laatste").GetProperty("sluit").GetBoolean());
    }

    [Fact]
    public async Task Of_many_differences_a_hundred_are_named_and_all_are_counted()
    {
        await Vers();
        await huis.Voer(
            "insert into zaken.stap (bericht, zaaknummer, moment, stap, wie) select gen_random_uuid(), 'SLIM-0000000000', now(), 'geloot', 'niemand' from generate_series(1, 120)"
        );
        var stand = await Afstemming();
        var telling = stand
            .GetProperty("laatste")
            .GetProperty("controles")
            .EnumerateArray()
            .Single(c => Veld(c, "regel") == "stap volgt uit de berichten");
        Assert.Equal(120, telling.GetProperty("verschillen").GetInt64());
        Assert.Equal(100, stand.GetProperty("open").GetInt64());
        await huis.Voer("delete from zaken.stap where wie = 'niemand'");
    }

    [Fact]
    public async Task Only_who_keeps_watch_may_ask() => Assert.Equal(403, (await huis.Haal(Zakenhuis.Bea, "/v1/afstemming")).Status);

    private async Task<JsonElement> Afstemming()
    {
        await huis.Doe<Afstemmen>(a => a.Voer(Ct));
        var (status, stand) = await huis.Haal(Zakenhuis.Ben, "/v1/afstemming");
        Assert.Equal(200, status);
        return stand;
    }

    private async Task Zeg(params object[] berichten)
    {
        foreach (var bericht in berichten)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
    }

    private static IReadOnlyList<JsonElement> Alarmen(JsonElement stand) =>
        [.. stand.GetProperty("alarmen").EnumerateArray().Where(a => a.GetProperty("nogZo").GetBoolean())];

    private static string Veld(JsonElement alarm, string naam) => alarm.TryGetProperty(naam, out var waarde) ? waarde.GetString()! : "";

    private async Task<Voorbeeldzaak> Vers()
    {
        await huis.Voer(
            "truncate zaken.zaak, zaken.stap, zaken.tijdvak, zaken.inbox, zaken.geparkeerd, zaken.alarm, zaken.afstemming, verteller.mt_doc_verhaal, verteller.zegel; delete from verteller.mt_events; delete from verteller.mt_streams"
        );
        var zaak = Voorbeeldzaak.Nieuw();
        foreach (var bericht in zaak.Geheel.Append(zaak.Slotbrief))
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        return zaak;
    }
}
