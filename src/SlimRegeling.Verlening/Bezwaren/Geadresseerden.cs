using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// Gives Dossiers to whom beside the applicant the letters on an objection go: a third party who objected, and who else has an interest. Their names and
/// addresses are in no message.
/// </summary>
public static class Geadresseerden
{
    /// <summary>The third party who objected; who was added is <c>partij-1</c> and on, in the order in which that was done.</summary>
    internal const string VanIndiener = "indiener";

    /// <param name="Adres">As it was typed in, with the name; absent when it was not, or was destroyed: then nothing can be posted.</param>
    public sealed record Geadresseerde(string Ontvanger, string? Naam = null, string? Adres = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/bezwaren/{bezwaar}/geadresseerden", Voer).Geeft<IReadOnlyList<Geadresseerde>>().Voor(Rol.Dienst);

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Stroom<Bezwaar> bezwaren,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    ) =>
        await bezwaren.Lees(bezwaar, ct) is { } b
            ? Uitkomst.Ok(
                Van(b, await Inhouden.Lees(eenheid.Sessie, [b.Ingediend!.Inhoud, .. b.Partijen.Select(p => p.Gegevens)], ct)).ToList()
            )
            : Weigering.NietGevonden(bezwaar);

    private static IEnumerable<Geadresseerde> Van(Bezwaar bezwaar, Inhouden inhouden)
    {
        if (bezwaar.Betreft is { Indiener: Indiener.Derde })
        {
            var inhoud = inhouden.Zoek<Bezwaarinhoud>(bezwaar.Ingediend!.Inhoud);
            // By what the term goes too: it waits for no letter that is not sent.
            yield return new(VanIndiener, inhoud?.Naam, bezwaar.PostAanDerde ? inhoud?.Adres : null);
        }
        for (var i = 0; i < bezwaar.Partijen.Count; i++)
        {
            var partij = inhouden.Zoek<Bijhouden.Partij>(bezwaar.Partijen[i].Gegevens);
            yield return new($"partij-{i + 1}", partij?.Naam, BezwaarInvoeren.Tekst(partij?.Adres));
        }
    }
}
