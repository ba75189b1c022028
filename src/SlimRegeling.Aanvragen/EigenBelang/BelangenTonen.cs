using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.EigenBelang;

/// <summary>To whom a case is closed, for who works on it.</summary>
public static class BelangenTonen
{
    /// <param name="Medewerker">A pseudonym.</param>
    /// <param name="Toelichting">For who can open the case to them again; absent when nothing was written, or it was destroyed.</param>
    public sealed record Beeld(string Medewerker, Instant Op, string? Toelichting = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/belangen", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("belangen")
            .Geeft<IReadOnlyList<Beeld>>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null } aanvraag)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var teksten = await Inhouden.Lees(
            eenheid.Sessie,
            persoon.Heeft(Rol.Medeondertekenaar) ? aanvraag.Belangen.Select(b => b.Toelichting).OfType<Verwijzing>() : [],
            ct
        );
        var beelden = aanvraag
            .Belangen.Select(b => new Beeld(
                b.Medewerker,
                b.Op,
                b.Toelichting is { } toelichting ? teksten.Zoek<Belangtekst>(toelichting)?.Tekst : null
            ))
            .ToList();
        return await aanvragen.Toon(zaaknummer, _ => beelden, ct);
    }
}
