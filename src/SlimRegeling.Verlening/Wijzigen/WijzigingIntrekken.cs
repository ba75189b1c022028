using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>The recipient takes back a request for a change, until it is decided on.</summary>
public static class WijzigingIntrekken
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/wijzigingen/{nummer}/intrekking",
                (Zaaknummer zaaknummer, int nummer, Stroom<Verlening> verleningen, Moment moment, CancellationToken ct) =>
                    verleningen.Schrijf(zaaknummer, verlening => Beslis(verlening, Wijzigingsnummer.Van(zaaknummer, nummer), moment.Nu), ct)
            )
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();

    public static Beslissing Beslis(Verlening verlening, string nummer, Instant nu) =>
        verlening.Wijziging(nummer) is { Ingetrokken: not null } ? Beslissing.Geen
        : Wijzigingspoort.Open(verlening, nummer).Weigering is { } weigering ? weigering
        : new WijzigingIngetrokken(nummer, nu);
}
