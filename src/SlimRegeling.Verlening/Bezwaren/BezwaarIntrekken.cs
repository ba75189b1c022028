using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// The objector withdraws the objection, until it is decided on (6:21 Awb). An employee notes what came by post, or was said when they were heard.
/// </summary>
public static class BezwaarIntrekken
{
    public sealed record Verzoek(string? Reden = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/bezwaren/{bezwaar}/intrekking",
                (string bezwaar, Verzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            Beslis(
                                b,
                                persoon.KvkNummer is null,
                                () =>
                                    string.IsNullOrWhiteSpace(verzoek.Reden) ? null : stap.Bewaar(bezwaar, new Reden(verzoek.Reden.Trim())),
                                nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <param name="medewerker">Whether an employee notes it.</param>
    /// <param name="reden">Keeps the reason, when there is one; called only when it is withdrawn.</param>
    public static Beslissing Beslis(Bezwaar bezwaar, bool medewerker, Func<Verwijzing?> reden, Instant nu) =>
        !medewerker && BezwaarAanvullen.NietVanU(bezwaar) is { } vanAnder ? vanAnder
        : bezwaar.Ingetrokken is not null ? Beslissing.Geen
        : Bezwaarpoort.Afgelopen(bezwaar) is { } weigering ? weigering
        : new BezwaarIngetrokken(bezwaar.Betreft!, reden(), nu);
}
