using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>Finds many applications complete as one act, each as if it were alone: what one case refuses takes nothing from others.</summary>
public static class Volledigverklaren
{
    private static readonly Volledigheid.Verzoek Volledig = new(true);

    public sealed record Verzoek(IReadOnlyList<string> Zaaknummers);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/volledigverklaringen", Voer).Voor(Rol.Beoordelaar).Geeft<IReadOnlyList<Bulkregel>>();

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Ordewijziging orde,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Aanroep aanroep,
        CancellationToken ct
    )
    {
        if (Bulkregel.Fouten("zaaknummers", verzoek.Zaaknummers) is { } weigering)
        {
            return weigering;
        }
        var regels = await regelbron.Nu(ct);
        string[] zaaknummers = [.. verzoek.Zaaknummers.Distinct()];
        var uitkomsten = await orde.SchrijfElk(
            zaaknummers,
            (aanvraag, nu) => Volledigheid.Beslis(aanvraag, Volledig, persoon.Onderwerp, regels, nu, aanroep.Binnen),
            ct
        );
        return Uitkomst.Ok(Bulkregel.Elk(verzoek.Zaaknummers, zaaknummers.Select((z, i) => Bulkregel.Van(z, uitkomsten[i]))));
    }
}
