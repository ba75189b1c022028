using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>What a machtiging covers at the moment of asking; empty when there is none that is in force.</summary>
public sealed record Geldigheid(IReadOnlyList<Machtigingsomvang> Omvang);

/// <summary>
/// Asks who keeps the machtigingen whether one is in force, at each call again: what was ended is over at the next call, in whichever process
/// that comes. Only who acts by one waits for it.
/// </summary>
internal sealed class Machtigingsnavraag(IHttpClientFactory clients)
{
    private const string Beheerder = "relaties";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    /// <param name="gever">KVK number of the enterprise to act for.</param>
    /// <param name="persoon">Who acts for their own enterprise (<see cref="Persoon.MagKiezen"/>).</param>
    /// <exception cref="HttpRequestException">No answer that says something.</exception>
    public async Task<Geldigheid> Vraag(string gever, Persoon persoon, CancellationToken ct)
    {
        using var eindig = CancellationTokenSource.CreateLinkedTokenSource(ct);
        eindig.CancelAfter(Geduld);
        var vraag = QueryString.Create("gever", gever).Add("gemachtigde", persoon.KvkNummer ?? "").Add("persoon", persoon.Onderwerp);
        try
        {
            using var client = clients.CreateClient(Beheerder);
            using var antwoord = await client.GetAsync($"/v1/machtigingen/geldigheid{vraag}", eindig.Token);
            antwoord.EnsureSuccessStatusCode();
            return await antwoord.Content.ReadFromJsonAsync<Geldigheid>(Json.Opties, eindig.Token)
                ?? throw new HttpRequestException($"{Beheerder} gives an empty answer.");
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException($"{Beheerder} does not answer within {Geduld}.", e);
        }
    }
}
