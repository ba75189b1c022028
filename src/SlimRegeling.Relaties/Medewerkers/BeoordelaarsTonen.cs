using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>
/// Who assesses, and when that is asked who signs, for whoever gives out cases or sees who has or signed one; by name, and who has none by pseudonym.
/// </summary>
public static class BeoordelaarsTonen
{
    public sealed record Beoordelaar(
        [property: Description("Het kenmerk dat de aanmelddienst geeft.")] string Kenmerk,
        [property: Description("De naam die een beheerder opschreef; ontbreekt als er geen is.")] string? Naam = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beoordelaars", Voer).Geeft<IReadOnlyList<Beoordelaar>>().Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.Dienst);

    private static async Task<Uitkomst> Voer(
        [Description("true: ook wie alleen ondertekent.")] bool? ondertekenaars,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        var allen = await eenheid.Sessie.Query<Medewerker>().ToListAsync(ct);
        List<Medewerker> beoordelaars =
        [
            .. allen.Where(m => m.Rollen.Contains(Rol.Beoordelaar) || (ondertekenaars == true && m.Rollen.Contains(Rol.Medeondertekenaar))),
        ];
        var namen = await Inhouden.Lees(eenheid.Sessie, beoordelaars.Select(m => m.Naam).OfType<Verwijzing>(), ct);
        List<Beoordelaar> lijst =
        [
            .. beoordelaars
                .Select(m => new Beoordelaar(m.Kenmerk, m.Naam is { } naam ? namen.Zoek<Medewerkernaam>(naam)?.Naam : null))
                .OrderBy(b => b.Naam ?? b.Kenmerk, StringComparer.OrdinalIgnoreCase)
                .ThenBy(b => b.Kenmerk, StringComparer.Ordinal),
        ];
        return Uitkomst.Ok(lijst);
    }
}
