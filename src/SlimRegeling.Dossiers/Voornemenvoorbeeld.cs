using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>
/// The letter that would go out if a withdrawal were proposed as it was typed: of all decisions this letter leaves before a second person looks at it.
/// Verlening decides as it would, and nothing is kept or sent. What was typed is in no address, which others than its reader can come to see.
/// </summary>
public static class Voornemenvoorbeeld
{
    /// <summary>As it is proposed to Verlening.</summary>
    /// <param name="Bedrag">What the subsidy becomes at most, in euro.</param>
    /// <param name="Partijen">What each party of a partnership receives, in euro by KVK number.</param>
    public sealed record Verzoek(
        decimal Bedrag,
        string Grond,
        string Argument,
        string Hardheid,
        IReadOnlyDictionary<string, decimal>? Partijen = null,
        LocalDate? Vanaf = null,
        LocalDate? Sinds = null,
        string? NietHoren = null,
        string? WaaromNietHoren = null
    );

    /// <summary>As Verlening would tell of it, with the text that it would keep.</summary>
    internal sealed record Voorgenomen(IntrekkingVoorgenomenBericht Voornemen, Intrekkingstekst Tekst);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/brieven/voorbeeld/{zaaknummer}/intrekking-voornemen", Voer)
            .Voor(Rol.Beoordelaar)
            .SlaatNietsOp()
            .LegtInzageVast("briefvoorbeeld")
            .Geeft<Briefvoorbeeld.Beeld>();

    private static Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Contextvraag contexten,
        Voorbeeldbrief brief,
        ILoggerFactory logboek,
        CancellationToken ct
    ) =>
        Briefvoorbeeld.OfOnzeker(
            zaaknummer,
            logboek,
            async () =>
            {
                var pad = $"/verleningen/{zaaknummer}/intrekkingen/voorbeeld";
                var (voorgenomen, weigering) = await contexten.Leg<Voorgenomen>(Briefvoorbeeld.Verlening, pad, verzoek, ct);
                return voorgenomen is null
                    ? weigering!
                    : Uitkomst.Ok(await brief.Van(new() { Intrekkingsvoornemen = voorgenomen.Voornemen }, voorgenomen.Tekst, ct));
            }
        );
}
