namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>Calls that share a commit: each has its own effect and its own answer.</summary>
public sealed class GezamenlijkTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private const string Geld = """{"bedrag":"10.00","toelichting":"spaargeld"}""";

    [Fact]
    public async Task Calls_that_come_together_share_a_commit_and_each_has_its_effect_once()
    {
        var zaken = Trek(60);
        var antwoorden = await Task.WhenAll(zaken.Select(z => Open(z)));
        Assert.All(antwoorden, a => Assert.Equal((200, "\"1\""), (a.Status, a.Etag)));
        Assert.Equal(zaken, antwoorden.Select(a => a.Inhoud.GetProperty("id").GetString()!));
        Assert.Equal(60, await Tel("sparen.mt_events", "stream_id", zaken));
        Assert.Equal(60, await Tel("sparen.mt_doc_spaarpot", "id", zaken));
        var vastleggingen = await huis.Vraag<long>(
            $"select count(distinct xmin::text) from sparen.mt_events where stream_id in ({Lijst(zaken)})"
        );
        Assert.InRange(vastleggingen, 1, 59);
        await huis.Stil();
        Assert.Equal(60, await Tel("teller.telling", "zaaknummer", zaken, "and keren = 1"));
    }

    [Fact]
    public async Task One_that_meets_another_spoils_nothing()
    {
        var zaken = Trek(10);
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Open(zaken[i % 10])));
        Assert.Equal(10, antwoorden.Count(a => a.Status == 200));
        Assert.All(antwoorden.Where(a => a.Status != 200), a => Assert.Equal((409, "bestaat-al"), (a.Status, a.Probleem)));
        Assert.Equal(10, await Tel("sparen.mt_events", "stream_id", zaken));
        await huis.Stil();
        Assert.Equal(10, await Tel("teller.telling", "zaaknummer", zaken, "and keren = 1"));
    }

    [Fact]
    public async Task Many_same_calls_at_once_have_one_effect_and_one_answer()
    {
        var (zaak, sleutel) = (Trek(1), Guid.NewGuid().ToString());
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Open(zaak[0], sleutel)));
        Assert.All(antwoorden, a => Assert.Equal((200, antwoorden[0].Inhoud.ToString()), (a.Status, a.Inhoud.ToString())));
        Assert.Equal(1, await Tel("sparen.mt_events", "stream_id", zaak));
    }

    [Fact]
    public async Task A_caller_that_goes_away_takes_nothing_of_the_others_along()
    {
        var zaken = Trek(30);
        using var weg = new CancellationTokenSource();
        using var client = await huis.Als("anna");
        var afgebroken = Enumerable
            .Range(0, 10)
            .Select(async _ =>
            {
                using var verzoek = new HttpRequestMessage(HttpMethod.Post, Pad(Zaaknummer.Trek()))
                {
                    Content = new StringContent(Geld, System.Text.Encoding.UTF8, "application/json"),
                };
                verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                try
                {
                    using var antwoord = await client.SendAsync(verzoek, weg.Token);
                }
                catch (OperationCanceledException) when (weg.IsCancellationRequested)
                {
                    // Nobody waits for this one.
                }
            })
            .ToList();
        var antwoorden = Task.WhenAll(zaken.Select(z => Open(z)));
        await weg.CancelAsync();
        Assert.All(await antwoorden, a => Assert.Equal(200, a.Status));
        await Task.WhenAll(afgebroken);
        Assert.Equal(30, await Tel("sparen.mt_events", "stream_id", zaken));
    }

    private static List<string> Trek(int aantal) => [.. Enumerable.Range(0, aantal).Select(_ => Zaaknummer.Trek().ToString())];

    private static string Pad(string zaak) => $"/v1/spaarpotten/{zaak}/opening";

    private Task<Gekregen> Open(string zaak, string? sleutel = null) => huis.Post("anna", Pad(zaak), Geld, sleutel);

    private static string Lijst(List<string> zaken) => string.Join(", ", zaken.Select(z => $"'{z}'"));

    private Task<long> Tel(string tabel, string kolom, List<string> zaken, string rest = "") =>
        huis.Vraag<long>($"select count(*) from {tabel} where {kolom} in ({Lijst(zaken)}) {rest}");
}
