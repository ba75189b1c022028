using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>Asks Dossiers for one e-mail about the alarms that nobody was told of yet; when it does not answer, at the next round.</summary>
public sealed class Alarmpost(Alarmtabel alarmen, Contextregister contexten, IHttpClientFactory clients, ILogger<Alarmpost> log) : ITaak
{
    private const string Dossiers = "dossiers";

    /// <param name="Kenmerk">Of the occasion: asked again, it is the same e-mail.</param>
    private sealed record Verzoek(string Kenmerk);

    public async Task Voer(CancellationToken ct)
    {
        if (contexten.Alle.All(c => c.Naam != Dossiers) || await alarmen.Ongemeld(ct) is not { Count: > 0 } ongemeld)
        {
            return;
        }
        // The last of them: when its answer is lost, the same again is asked, unless there is more to tell.
        var kenmerk = $"{ongemeld[^1]:N}";
        using var client = clients.CreateClient(Dossiers);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, "/v1/emails/alarm")
        {
            Content = JsonContent.Create(new Verzoek(kenmerk), options: Platform.Stromen.Json.Opties),
        };
        verzoek.Headers.Add("Idempotency-Key", $"alarm-{kenmerk}");
        using var antwoord = await client.SendAsync(verzoek, ct);
        antwoord.EnsureSuccessStatusCode();
        await alarmen.Gemeld(ongemeld, ct);
        log.LogInformation("An e-mail about {Aantal} alarms was asked for", ongemeld.Count);
    }
}
