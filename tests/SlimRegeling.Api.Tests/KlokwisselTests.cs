using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Windows around the days on which the clock in Amsterdam changes: 29 March and 25 October 2026.</summary>
public sealed class KlokwisselTests(Apihuis huis) : IDisposable
{
    private static readonly Duration Microseconde = Duration.FromTicks(10);

    private readonly Zaakloop _loop = new(huis);
    private readonly Instant _nu = huis.Klok.GetCurrentInstant();

    /// <summary>What was put back goes forward again; what went forward stays.</summary>
    public void Dispose() => Zet(Instant.Max(_nu, huis.Klok.GetCurrentInstant()));

    [Theory]
    [InlineData("wissel-lente-sluit", "2026-03-09T09:00:00", "2026-03-29T17:00:00", "2026-03-09T08:00:00Z", "2026-03-29T15:00:00Z")]
    [InlineData("wissel-lente-opent", "2026-03-29T09:00:00", "2026-03-31T17:00:00", "2026-03-29T07:00:00Z", "2026-03-31T15:00:00Z")]
    [InlineData("wissel-herfst-sluit", "2026-10-05T09:00:00", "2026-10-25T17:00:00", "2026-10-05T07:00:00Z", "2026-10-25T16:00:00Z")]
    [InlineData("wissel-herfst-opent", "2026-10-25T09:00:00", "2026-10-27T17:00:00", "2026-10-25T08:00:00Z", "2026-10-27T16:00:00Z")]
    public async Task A_window_opens_and_closes_on_the_clock_in_amsterdam_to_the_microsecond(
        string id,
        string opent,
        string sluit,
        string opentOp,
        string sluitOp
    )
    {
        var (open, dicht) = (Op(opentOp), Op(sluitOp));
        await Publiceer(id, opent, sluit);
        Assert.Equal(open.ToUnixTimeSeconds(), await Gehoord(id, "opent"));
        Assert.Equal(dicht.ToUnixTimeSeconds(), await Gehoord(id, "sluit"));
        Zet(open - Duration.FromDays(1));
        var wie = new[] { huis.Ondernemer().Wie, huis.Ondernemer().Wie, huis.Ondernemer().Wie };
        string[] zaken = [await _loop.Concept(id, wie[0]), await _loop.Concept(id, wie[1]), await _loop.Concept(id, wie[2])];

        Zet(open - Microseconde);
        await huis.Weigert(() => DienIn(wie[0], zaken[0]), a => a.IsProbleem(409, "tijdvak-nog-niet-open").Noemt("om 09.00 uur"));
        Zet(open);
        Assert.Equal(opentOp, (await Zaakloop.Gelukt(DienIn(wie[0], zaken[0]))).Veld("ontvangenOp"));
        // 16:59:59.999999 counts, 17:00:00 does not.
        Zet(dicht - Microseconde);
        Assert.Equal(dicht - Microseconde, Op((await Zaakloop.Gelukt(DienIn(wie[1], zaken[1]))).Veld("ontvangenOp")));
        Zet(dicht);
        await huis.Weigert(() => DienIn(wie[2], zaken[2]), a => a.IsProbleem(409, "tijdvak-gesloten").Noemt("om 17.00 uur"));
        Assert.Equal(200, (await huis.Haal(wie[2], $"/v1/aanvragen/{zaken[2]}/concept")).Status);
    }

    [Theory]
    [InlineData("wissel-lente-registratie", "2026-04-07T09:00:00", "2026-04-09T17:00:00", "2026-03-24T08:00:00Z")]
    [InlineData("wissel-herfst-registratie", "2026-11-02T09:00:00", "2026-11-04T17:00:00", "2026-10-19T07:00:00Z")]
    public async Task Registration_opens_two_weeks_ahead_at_the_same_time_of_the_clock(string id, string opent, string sluit, string vanaf)
    {
        await Publiceer(id, opent, sluit);
        var registratie = Op(vanaf);
        Assert.Equal(registratie.ToUnixTimeSeconds(), await Gehoord(id, "registratie_vanaf"));
        var wie = huis.Ondernemer().Wie;

        Zet(registratie - Microseconde);
        await huis.Weigert(() => Begin(wie, id), a => a.IsProbleem(409, "registratie-nog-niet-open").Noemt("om 09.00 uur"));
        Zet(registratie);
        await Zaakloop.Gelukt(Begin(wie, id));
    }

    [Theory]
    [InlineData("opent", "2026-03-29T02:30:00", "2026-03-31T17:00:00")]
    [InlineData("sluit", "2026-03-09T09:00:00", "2026-03-29T02:00:00")]
    [InlineData("opent", "2026-10-25T02:00:00", "2026-10-27T17:00:00")]
    [InlineData("sluit", "2026-10-05T09:00:00", "2026-10-25T02:59:59")]
    public async Task A_time_that_the_clock_skips_or_shows_twice_is_no_time_to_publish(string veld, string opent, string sluit) =>
        await huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken", Voorstel("wissel-onbestaand", opent, sluit)),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld(veld)
        );

    [Fact]
    public async Task Nor_can_a_window_be_changed_to_such_a_time_or_registration_fall_on_it_unseen()
    {
        const string Id = "wissel-gewijzigd";
        await Publiceer(Id, "2026-10-05T09:00:00", "2026-10-20T17:00:00");
        await huis.Weigert(
            () =>
                huis.Post(
                    Mensen.Regelbeheerder,
                    $"/v1/tijdvakken/{Id}/wijzigingen",
                    """{"sluit":"2026-10-25T02:30:00","bron":"Stcrt. 2026, 9"}"""
                ),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("sluit")
        );
        // Two weeks before it the clock skips half past two.
        await huis.Weigert(
            () =>
                huis.Post(
                    Mensen.Regelbeheerder,
                    "/v1/tijdvakken",
                    Voorstel("wissel-registratie", "2026-04-12T02:30:00", "2026-04-14T17:00:00")
                ),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("registratieVanaf")
        );
    }

    /// <summary>Long before it opens.</summary>
    private async Task Publiceer(string id, string opent, string sluit)
    {
        Zet(Op("2026-02-02T09:00:00Z"));
        await _loop.Tijdvakbesluit("/v1/tijdvakken", Voorstel(id, opent, sluit));
    }

    private static string Voorstel(string id, string opent, string sluit) =>
        $$"""
            {"id":"{{id}}","aanvragertype":"mkb-onderneming","opent":"{{opent}}","sluit":"{{sluit}}",
             "plafond":"100000.00","volgorde":"loting","regelversie":"slim-2026"}
            """;

    /// <summary>What Aanvragen heard of it, in seconds.</summary>
    private Task<long> Gehoord(string id, string kolom) =>
        huis.Tel($"select extract(epoch from {kolom})::bigint from aanvragen.tijdvak where tijdvak = '{id}'");

    private Task<Gekregen> DienIn(string wie, string zaak) => huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening");

    private Task<Gekregen> Begin(string wie, string tijdvak) => huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""");

    private void Zet(Instant moment) => huis.Klok.Vooruit(moment - huis.Klok.GetCurrentInstant());

    private static Instant Op(string tekst) => InstantPattern.ExtendedIso.Parse(tekst).Value;
}
