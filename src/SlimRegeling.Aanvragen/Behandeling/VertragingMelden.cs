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

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>
/// An assessor tells the applicant that no decision can be made within the term, and by which day it can be expected (4:14, first paragraph, Awb); a
/// letter says so. It can be told as soon as it is clear. The term stays what it is by law.
/// </summary>
public static class VertragingMelden
{
    public sealed record Verzoek(
        [property: Description("De dag waarop de aanvrager het besluit uiterlijk kan verwachten, zo kort mogelijk na de termijn.")]
            LocalDate VerwachtOp
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/vertraging", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await InGebrekeStellen.Sluiting(zaaknummer, aanvragen, tijdvakken, ct) is not { } sluit)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await aanvragen.Schrijf(
            zaaknummer,
            aanvraag =>
                Beslis(aanvraag, verzoek.VerwachtOp, InGebrekeStellen.Beslistermijn(aanvraag, sluit, regels, nu), persoon.Onderwerp, nu),
            ct
        );
    }

    /// <param name="beslissenUiterlijk">The last day to decide.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, LocalDate verwachtOp, LocalDate beslissenUiterlijk, string wie, Instant nu)
    {
        if (aanvraag.Fase == Fase.Ingetrokken)
        {
            return Weigering.Van("ingetrokken", "Deze aanvraag is ingetrokken. Er hoeft niet meer te worden beslist.", Vertraging.Artikel);
        }
        if (Vertraging.AlBesloten(InGebrekeStellen.Besloten(aanvraag)) is { } besloten)
        {
            return besloten;
        }
        var eerder = aanvraag.Vertraging?.VerwachtOp;
        if (eerder == verwachtOp)
        {
            return Beslissing.Geen;
        }
        var ingediend = aanvraag.Ingediend!;
        return Vertraging.Weiger(verwachtOp, beslissenUiterlijk, eerder, Moment.Dag(nu)) is { } weigering
            ? weigering
            : new VertragingMedegedeeld(aanvraag.KvkNummer, ingediend.Regelversie, beslissenUiterlijk, verwachtOp, wie, nu);
    }
}
