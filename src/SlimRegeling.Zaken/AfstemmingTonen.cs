using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Zaken;

/// <summary>The reconciliation as it is now: a view of each case that it names.</summary>
public static class AfstemmingTonen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/afstemming", Toon).Geeft<Afstemming>().LegtInzageVast("afstemming").Voor(Rol.Beheerder);

    private static async Task<Uitkomst> Toon(Afstemmen afstemmen, CancellationToken ct)
    {
        var afstemming = await afstemmen.Vergelijk(ct);
        return Uitkomst.Ok(afstemming) with
        {
            Zaken =
            [
                .. afstemming.Verschillen.Select(v => v.Zaaknummer),
                // A message is about a case, or about a window, an enterprise or a rule version.
                .. afstemming.Berichten.Gemist.Select(g => g.Sleutel).Where(s => Zaaknummer.TryParse(s, null, out _)),
            ],
        };
    }
}
