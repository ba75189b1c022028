using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>What was said is heard once by everyone who hears it.</summary>
public sealed class BerichtenverkeerTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static readonly string Bedrag = """{"bedrag":"1.00","toelichting":"x"}""";

    [Fact]
    public async Task Each_event_has_one_effect_in_each_context_that_hears_it()
    {
        var zaken = Enumerable.Range(0, 20).Select(_ => Zaaknummer.Trek().ToString()).ToArray();
        await Task.WhenAll(
            zaken.Select(async z =>
            {
                for (var i = 0; i < 5; i++)
                {
                    Assert.Equal(200, (await huis.Post("anna", $"/v1/spaarpotten/{z}", Bedrag)).Status);
                }
            })
        );
        await huis.Stil();
        var lijst = string.Join(",", zaken.Select(z => $"'{z}'"));
        Assert.Equal(100L, await huis.Vraag<long>($"select sum((data ->> 'keren')::int) from bank.mt_doc_rekening where id in ({lijst})"));
        Assert.Equal(100L, await huis.Vraag<long>($"select sum(keren) from teller.telling where zaaknummer in ({lijst})"));
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_set_apart_and_holds_nothing_up()
    {
        var (stuk, heel) = (Zaaknummer.Trek(), Zaaknummer.Trek());
        await huis.Post("anna", $"/v1/spaarpotten/{stuk}", """{"bedrag":"13.00","toelichting":"x"}""");
        await huis.Post("anna", $"/v1/spaarpotten/{heel}", Bedrag);
        await huis.Stil();
        Assert.Equal(
            1L,
            await huis.Vraag<long>($"select count(*) from bank.geparkeerd where sleutel = '{stuk}' and fout like '%ongeluk%'")
        );
        Assert.Equal(1L, await huis.Vraag<long>($"select count(*) from bank.mt_doc_rekening where id = '{heel}'"));
        Assert.Equal(1L, await huis.Vraag<long>($"select count(*) from teller.telling where zaaknummer = '{stuk}'"));
    }

    /// <summary>As it went on its way, and as it is made again from the events.</summary>
    [Fact]
    public async Task A_message_carries_the_version_of_the_stream_that_said_it()
    {
        var zaak = Zaaknummer.Trek();
        await huis.Post("anna", $"/v1/spaarpotten/{zaak}/opening", Bedrag);
        for (var i = 0; i < 2; i++)
        {
            await huis.Post("anna", $"/v1/spaarpotten/{zaak}", Bedrag);
        }
        await huis.Stil();
        Assert.Equal([1L, 2L, 3L], BankContext.Versies[zaak.ToString()].Distinct().Order());

        var contexten = huis.Diensten.GetRequiredService<Contextregister>();
        var sparen = contexten.Hier.Single(c => c.Context.Naam == SparenContext.Naam);
        var opnieuw = new List<long?>();
        await foreach (
            var gezegd in Gezegd.Door(sparen, contexten.Berichtsoorten, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken)
        )
        {
            if (gezegd.Bericht.Sleutel == zaak.ToString())
            {
                opnieuw.Add(((GeldGespaardBericht)contexten.Berichtsoorten.Lees(gezegd.Bericht.Soort, gezegd.Bericht.Inhoud)).Versie);
            }
        }
        Assert.Equal([1L, 2L, 3L], opnieuw);
    }

    [Theory]
    [InlineData(-120, 2L, 1L, true)]
    [InlineData(120, 1L, 2L, false)]
    [InlineData(0, 2L, 2L, false)]
    [InlineData(1, null, 2L, true)]
    [InlineData(-1, 2L, null, false)]
    [InlineData(0, null, null, false)]
    public void The_version_says_what_came_later_and_the_clock_where_there_is_none(int seconden, long? versie, long? bekend, bool later)
    {
        var begin = Instant.FromUtc(2026, 4, 7, 7, 0);
        var gezegd = new Zegmoment(begin + Duration.FromSeconds(seconden), versie);
        Assert.Equal(later, gezegd.Na(new Zegmoment(begin, bekend)));
        Assert.True(gezegd.Na(default));
    }

    [Fact]
    public async Task An_event_carries_who_did_it_for_whom()
    {
        var zaak = Zaaknummer.Trek();
        await huis.Post("anna", $"/v1/spaarpotten/{zaak}", Bedrag);
        await huis.Stil();
        Assert.Equal(
            "anna 11111111",
            await huis.Vraag<string>(
                $"select (headers ->> 'wie') || ' ' || (headers ->> 'namens') from sparen.mt_events where stream_id = '{zaak}'"
            )
        );
        Assert.Equal("systeem", await huis.Vraag<string>($"select headers ->> 'wie' from bank.mt_events where stream_id = '{zaak}'"));
    }

    [Fact]
    public async Task A_message_that_waits_while_the_host_starts_is_handled_when_the_host_can_be_called()
    {
        var zaak = Zaaknummer.Trek();
        var wachtend = new Envelop(
            Guid.CreateVersion7(),
            "geld-gespaard",
            zaak.ToString(),
            $$"""{"zaaknummer":"{{zaak}}","bedrag":"1.00"}""",
            new Kop("anna", null, null)
        );
        await using var start = huis.Bouw(diensten =>
            diensten.AddHostedService(sp => new WachtendBericht(sp.GetRequiredService<IBus>(), wachtend))
        );
        await start.StartAsync(TestContext.Current.CancellationToken);

        for (var poging = 0; await huis.Vraag<long>(Gehoord(wachtend.Id)) == 0 && poging < 100; poging++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1L, await huis.Vraag<long>(Gehoord(wachtend.Id)));
        Assert.Equal(1, BellerContext.Pogingen[zaak.ToString()]);
    }

    private static string Gehoord(Guid bericht) => $"select count(*) from beller.inbox where id = '{bericht}'";

    /// <summary>Arrives before the host listens, and leaves the consumers time to handle it too early.</summary>
    private sealed class WachtendBericht(IBus bus, Envelop bericht) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await bus.Publish(bericht, context => context.MessageId = bericht.Id, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
