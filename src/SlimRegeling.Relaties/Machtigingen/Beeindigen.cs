using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>The enterprise takes a machtiging back, at any time and without a reason (3:72 BW); it is over at the next call.</summary>
public static class Beeindigen
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/machtigingen/{id}/beeindiging", Voer).Geeft<Bijgewerkt>().Voor(Rol.Aanvrager).EigenZaak().BindtOnderneming();

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Machtiging> machtigingen,
        Moment moment,
        CancellationToken ct
    ) =>
        persoon.MagKiezen
            ? await machtigingen.Schrijf(id, machtiging => Beslis(machtiging, persoon.Onderwerp, moment.Nu), ct)
            : Verlenen.NietMetEenMachtiging;

    /// <summary>What is over already stays as it is.</summary>
    public static Beslissing Beslis(Machtiging machtiging, string wie, Instant nu) =>
        machtiging.Stand(Moment.Dag(nu)) is Machtigingsstand.Beeindigd or Machtigingsstand.Verlopen
            ? Beslissing.Geen
            : new MachtigingBeeindigd(wie, nu);
}
