using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>What a machtiging covers at the moment of asking; empty when there is none that is in force.</summary>
public sealed record Geldigheid(IReadOnlyList<Machtigingsomvang> Omvang);

/// <summary>
/// Asks who keeps the machtigingen whether one is in force, at each call again: what was ended is over at the next call, in whichever process
/// that comes. Only who acts by one waits for it.
/// </summary>
internal sealed class Machtigingsnavraag(Contextvraag contexten)
{
    private const string Beheerder = "relaties";

    /// <param name="gever">KVK number of the enterprise to act for.</param>
    /// <param name="persoon">Who acts for their own enterprise (<see cref="Persoon.MagKiezen"/>).</param>
    /// <exception cref="HttpRequestException">No answer that says something.</exception>
    public async Task<Geldigheid> Vraag(string gever, Persoon persoon, CancellationToken ct)
    {
        var vraag = QueryString.Create("gever", gever).Add("gemachtigde", persoon.KvkNummer ?? "").Add("persoon", persoon.Onderwerp);
        return await contexten.Stel<Geldigheid>(Beheerder, $"/machtigingen/geldigheid{vraag}", ct)
            ?? throw new HttpRequestException($"{Beheerder} does not know the question.");
    }
}
