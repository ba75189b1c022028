using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Zaken;

/// <summary>The reconciliation as it is now.</summary>
public static class AfstemmingTonen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/afstemming", async (Afstemmen afstemmen, CancellationToken ct) => Uitkomst.Ok(await afstemmen.Vergelijk(ct)))
            .Geeft<Afstemming>()
            .Voor(Rol.Beheerder);
}
