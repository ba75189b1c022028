using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Mededelingen;

/// <summary>The scheme manager takes the announcement off every page.</summary>
public static class MededelingIntrekken
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete(
                "/mededeling",
                (Stroom<Mededeling> mededelingen, Moment moment, CancellationToken ct) =>
                    mededelingen.SchrijfOfBegin(Mededeling.Stroom, nu => Beslis(nu, moment.Nu), ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    public static Beslissing Beslis(Mededeling? mededeling, Instant nu) =>
        mededeling?.Laatste is null ? Beslissing.Geen : new MededelingIngetrokken(nu);
}
