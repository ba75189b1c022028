using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance proposes to collect no more of what stands open, with a reason; two others sign. The debt is not forgiven by it: what comes in after all
/// is told by the statement, and booked on it when two people say so.
/// </summary>
public static class AfboekenVoorstellen
{
    /// <param name="Argument">Why it cannot or should not be collected.</param>
    public sealed record Verzoek(string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/vorderingen/{vordering}/afboeking", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Vordering vordering, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        Voorstelpoort.Gesloten(vordering) is { } weigering ? weigering
        : Voorstelpoort.Argument(verzoek.Argument) is { } zonder ? zonder
        : Voorstelpoort.Doe(
            vordering,
            new(
                Vorderingsbesluit.Afboeking,
                Voorstelpoort.Nummer(vordering, Vorderingsbesluit.Afboeking),
                vordering.Open.Totaal,
                bewaar(),
                wie,
                nu
            )
        );
}
