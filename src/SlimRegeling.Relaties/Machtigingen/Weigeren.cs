using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>The executor ends a machtiging (art. 2:2 Awb); it is over at the next call. The enterprise sees who ended it and on which ground.</summary>
public static class Weigeren
{
    private const string Artikel = "artikel 2:2 Awb";
    private const int LangsteToelichting = 1000;

    public sealed record Verzoek(
        [property: Description("Wat de onderneming te zien krijgt.")] Weigeringsgrond Grond,
        [property: Description("Voor het eigen dossier; de onderneming ziet dit niet.")] string Toelichting
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/machtigingen/{id}/weigering",
                async (string id, Verzoek verzoek, Persoon persoon, Stroom<Machtiging> machtigingen, Moment moment, CancellationToken ct) =>
                    await machtigingen.Schrijf(
                        id,
                        machtiging =>
                            Beslis(
                                machtiging,
                                verzoek,
                                () => machtigingen.Bewaar(machtiging.Gever, new Weigeringstoelichting(verzoek.Toelichting.Trim())),
                                persoon.Onderwerp,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beheerder);

    /// <param name="bewaar">Keeps the reason beside the stream; called only when it is ended.</param>
    public static Beslissing Beslis(Machtiging machtiging, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting) || verzoek.Toelichting.Trim().Length > LangsteToelichting)
        {
            return Weigering.Invoer(
                new Fout(
                    "toelichting",
                    $"Schrijf op waarom u deze machtiging beëindigt, in ten hoogste {LangsteToelichting} tekens. De onderneming ziet dit niet.",
                    Artikel
                )
            );
        }
        return machtiging.Stand(Moment.Dag(nu)) is Machtigingsstand.Beeindigd or Machtigingsstand.Verlopen
            ? Weigering.Van("al-voorbij", "Deze machtiging is al voorbij. Er hoeft niets te gebeuren.", Artikel)
            : new MachtigingGeweigerd(verzoek.Grond, bewaar(), wie, nu);
    }
}
