using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>
/// The second person does not sign and says why; also what nobody can sign goes back. What was set apart for it is free, and another may be proposed.
/// Whoever may sign but proposed it themselves takes it back so.
/// </summary>
public static class HerstelTerugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/herstelvoorstellen/terugzending",
                (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    verleningen.Schrijf(
                        zaaknummer,
                        verlening =>
                            Beslis(
                                verlening,
                                verzoek,
                                () => verleningen.Bewaar(zaaknummer, new Reden(verzoek.Reden.Trim())),
                                persoon.Onderwerp,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Medeondertekenaar);

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Verlening verlening, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        verlening.Herstel?.Voorstel is not { } voorstel
            ? Weigering.Van("geen-voorstel", "Er ligt geen voorstel om een fout in een besluit te herstellen.")
        : string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 3:46 Awb"))
        : new HerstelTeruggezonden(voorstel.Herstel, voorstel.Soort, wie, bewaar(), nu);
}
