using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening;

/// <summary>
/// The second person does not sign and says why; the assessor judges again. So too a proposal that the budget does not cover. Whoever may sign but
/// assessed it themselves takes it back so: that decides nothing, and takes nothing from anyone.
/// </summary>
public static class Terugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/terugzending",
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
                                zaaknummer,
                                verlening,
                                verzoek,
                                () => verleningen.Bewaar(zaaknummer, new Reden(verzoek.Reden)),
                                persoon.Onderwerp,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Medeondertekenaar);

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    /// <param name="wie">Pseudonym of who sends it back; also of who assessed.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        Verzoek verzoek,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Reden))
        {
            return Weigering.Invoer(new Fout("reden", "Schrijf op wat de beoordelaar opnieuw moet bekijken."));
        }
        if (!Toetsing.TeLaag(verlening) && !Toetsing.ZonderBudget(verlening) && Toetsing.Voorgelegd(verlening) is { } weigering)
        {
            return weigering;
        }
        var voorstel = verlening.Voorstel!;
        return new Teruggezonden(
            verlening.Voorstelhash ?? voorstel.Hash(zaaknummer),
            voorstel.Tijdvak,
            wie,
            bewaar(),
            nu,
            voorstel.BeoordeeldOp
        );
    }
}

/// <summary>Why a proposal went back, in the words of who sent it.</summary>
public sealed record Reden(string Tekst);
