using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>
/// A beheerder takes a role away: at once, and also when the provider goes on saying it. Also one that this person is not known to have: the
/// provider can have given it since, or give it tomorrow.
/// </summary>
public static class RolIntrekken
{
    /// <param name="Rol">As in a token: <c>beoordelaar</c>.</param>
    public sealed record Verzoek(string Rol, string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/medewerkers/{id}/intrekkingen", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beheerder);

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Medewerker> medewerkers,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await Grenzen.NietMeer(medewerkers, persoon, ct) is { } weigering)
        {
            return weigering;
        }
        var blijft =
            Grenzen.Leesrol(verzoek.Rol) != Rol.Beheerder
            || await medewerkers.Lees(id, ct) is not { } wie
            || await Grenzen.BlijftBeheerder(eenheid, wie.Kenmerk, persoon, ct);
        return await medewerkers.Schrijf(
            id,
            medewerker =>
                Beslis(
                    medewerker,
                    verzoek,
                    blijft,
                    () => medewerkers.Bewaar(id, new Medewerkerreden(verzoek.Reden.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="blijftBeheerder">A beheerder is left without this person.</param>
    /// <param name="bewaar">Keeps the reason beside the stream; called only when it is taken away.</param>
    public static Beslissing Beslis(
        Medewerker medewerker,
        Verzoek verzoek,
        bool blijftBeheerder,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        var gelezen = Grenzen.Leesrol(verzoek.Rol);
        Fout[] fouten = [.. gelezen is null ? (Fout[])[Grenzen.Rolfout] : [], .. Medewerkerreden.Toets(verzoek.Reden)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var rol = gelezen!.Value;
        if (Grenzen.NietZelf(medewerker.Kenmerk, wie) is { } zelf)
        {
            return zelf;
        }
        if (medewerker.Correctie.Ingetrokken.Contains(rol))
        {
            return Beslissing.Geen;
        }
        if (rol == Rol.Beheerder && !blijftBeheerder)
        {
            return Grenzen.LaatsteBeheerder;
        }
        return new RolIngetrokken(
            medewerker.Kenmerk,
            rol,
            medewerker.Correctie with
            {
                Ingetrokken = [.. medewerker.Correctie.Ingetrokken, rol],
                Toegekend = [.. medewerker.Correctie.Toegekend.Where(r => r != rol)],
            },
            bewaar(),
            wie,
            nu
        );
    }
}
