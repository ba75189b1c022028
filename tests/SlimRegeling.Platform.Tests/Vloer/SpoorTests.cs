using System.Collections.Concurrent;
using System.Diagnostics;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>One trace follows a case from the request through the last consumer.</summary>
public sealed class SpoorTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    [Fact]
    public async Task Request_outbox_bus_and_every_consumer_share_a_trace()
    {
        var stappen = new ConcurrentQueue<Activity>();
        using var luisteraar = new ActivityListener
        {
            ShouldListenTo = bron => bron.Name is Sporen.Naam or "MassTransit" or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stappen.Enqueue,
        };
        ActivitySource.AddActivityListener(luisteraar);
        var zaak = Zaaknummer.Trek().ToString();
        await huis.Post("anna", $"/v1/spaarpotten/{zaak}", """{"bedrag":"1.00","toelichting":"x"}""");
        await huis.Stil();

        var verzoek = stappen.Single(s => s.Kind == ActivityKind.Server && Equals(s.GetTagItem("slim.zaak"), zaak));
        var spoor = stappen.Where(s => s.TraceId == verzoek.TraceId).ToList();
        Assert.Single(spoor, s => s.OperationName == "doorgeven geld-gespaard");
        Assert.Equal(3, spoor.Count(s => s.OperationName == "verwerken geld-gespaard"));
        Assert.Contains(spoor, s => s.Source.Name == "MassTransit");
        Assert.All(spoor.Where(s => s.Source.Name == Sporen.Naam), s => Assert.Equal(zaak, s.GetTagItem("slim.zaak")));
        Assert.Equal(
            verzoek.TraceId.ToHexString(),
            await huis.Vraag<string>($"select headers ->> 'spoor' from bank.mt_events where stream_id = '{zaak}'")
        );
    }
}
