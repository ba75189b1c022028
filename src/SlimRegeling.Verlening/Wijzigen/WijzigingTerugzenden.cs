using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>The second person does not sign and says why; the request is still to be decided on. Whoever proposed it takes it back so.</summary>
public static class WijzigingTerugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/wijzigingen/{nummer}/terugzending",
                (
                    Zaaknummer zaaknummer,
                    int nummer,
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
                                Wijzigingsnummer.Van(zaaknummer, nummer),
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
    public static Beslissing Beslis(Verlening verlening, string nummer, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        var (open, gesloten) = Wijzigingspoort.Open(verlening, nummer);
        if (gesloten is not null)
        {
            return gesloten;
        }
        return open!.Voorstel is not { } voorstel ? WijzigingOndertekenen.GeenVoorstel
            : string.IsNullOrWhiteSpace(verzoek.Reden)
                ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 3:46 Awb"))
            : new WijzigingTeruggezonden(nummer, voorstel.Voorstelhash, wie, bewaar(), nu);
    }
}
