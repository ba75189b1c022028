using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web;

/// <summary>Tells Relaties that an employee signed in, as that employee. Nobody stays outside because it could not be told.</summary>
internal sealed class Aanmeldmelder(IHttpClientFactory clients, ILogger<Aanmeldmelder> logboek) : IAanmeldgehoor
{
    public const string Client = "site-aanmelding";

    public async Task Aangemeld(string token, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var verzoek = new HttpRequestMessage(HttpMethod.Post, "medewerkers/aanmelding") { Content = JsonContent.Create(new { }) };
            verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var antwoord = await client.SendAsync(verzoek, ct);
            if (!antwoord.IsSuccessStatusCode)
            {
                logboek.LogWarning("That an employee signed in was not noted: {Status}", (int)antwoord.StatusCode);
            }
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            logboek.LogWarning(e, "That an employee signed in was not noted");
        }
    }
}
