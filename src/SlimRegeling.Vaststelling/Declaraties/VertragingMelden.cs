using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// An assessor tells the recipient who asked for the settlement that it cannot come within the term, and by which day it can be expected (4:14, first
/// paragraph, Awb); a letter says so. It can be told as soon as it is clear. The term stays what it is by law.
/// </summary>
public static class VertragingMelden
{
    public sealed record Verzoek(
        [property: Description("De dag waarop de ontvanger het besluit uiterlijk kan verwachten, zo kort mogelijk na de termijn.")]
            LocalDate VerwachtOp
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/vertraging",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording => Beslis(verantwoording, verzoek.VerwachtOp, persoon.Onderwerp, regels, nu),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Verantwoording verantwoording, LocalDate verwachtOp, string wie, Regelstanden regels, Instant nu)
    {
        if (Vaststeltermijn.NietGevraagd(verantwoording, Vertraging.Artikel) is { } nietGevraagd)
        {
            return nietGevraagd;
        }
        if (Vertraging.AlBesloten(verantwoording.NietMeerNodig) is { } besloten)
        {
            return besloten;
        }
        var eerder = verantwoording.Vertraging?.VerwachtOp;
        if (eerder == verwachtOp)
        {
            return Beslissing.Geen;
        }
        var opening = verantwoording.Opening!;
        var versie = regels.Versie(opening.Regelversie, nu);
        var uiterlijk = Vaststeltermijn.Uiterlijk(verantwoording, verantwoording.Declaratie!, versie);
        return Vertraging.Weiger(verwachtOp, uiterlijk, eerder, Moment.Dag(nu)) is { } weigering
            ? weigering
            : new VertragingMedegedeeld(opening.KvkNummer, versie.Id, uiterlijk, verwachtOp, wie, nu);
    }
}
