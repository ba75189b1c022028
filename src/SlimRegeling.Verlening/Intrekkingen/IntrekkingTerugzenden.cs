using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// Nothing comes of the proposal, and why: the second person does not sign, or an employee drops it, for instance after what the recipient gave. Payments
/// go on, and another may be proposed.
/// </summary>
public static class IntrekkingTerugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/intrekkingen/terugzending",
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
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Verlening verlening, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        verlening.Intrekking?.Voorstel is not { } voorstel ? Intrekkingspoort.GeenVoorstel
        : string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 3:46 Awb"))
        : new IntrekkingTeruggezonden(voorstel.KvkNummer, voorstel.Intrekking, wie, bewaar(), nu, voorstel.NietGehoord);
}
