using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>A second beheerder confirms what the first proposed: from then on it holds.</summary>
public static class ToegangBevestigen
{
    /// <param name="Hash">The hash of the proposal that was read: what is confirmed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/medewerkers/{id}/voorstellen/{voorstel}/bevestiging",
                async (
                    string id,
                    int voorstel,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Medewerker> medewerkers,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    await Grenzen.NietMeer(medewerkers, persoon, ct) is { } weigering ? weigering
                    : (await medewerkers.Lees(id, ct))?.Voorstel(voorstel)?.Inhoud.Door is { } voorsteller
                    && await Grenzen.VoorstellerNietMeer(medewerkers, voorsteller, ct) is { } voorbij
                        ? voorbij
                    : await medewerkers.Schrijf(
                        id,
                        medewerker => Beslis(medewerker, voorstel, verzoek.Hash, persoon.Onderwerp, moment.Nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beheerder);

    public static Beslissing Beslis(Medewerker medewerker, int nummer, string hash, string wie, Instant nu)
    {
        var gevonden = medewerker.Voorstel(nummer);
        if (Medewerkervoorstel.NietOpen(nummer, gevonden) is { } nietOpen)
        {
            return nietOpen;
        }
        var voorstel = gevonden!.Inhoud;
        if (voorstel.Voorstelhash != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet dit voorstel. Haal het opnieuw op, lees het en gebruik de hash die erbij staat."
            );
        }
        if (Grenzen.NietZelf(medewerker.Kenmerk, wie) is { } zelf)
        {
            return zelf;
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                "U hebt dit zelf voorgesteld. Laat een andere beheerder het bevestigen: hiervoor zijn twee personen nodig."
            );
        }
        if (ToegangVoorstellen.Past(medewerker, voorstel.Soort, voorstel.Rol) is { } weigering)
        {
            return weigering;
        }
        IReadOnlyList<string> ondertekenaars = [voorstel.Door, wie];
        return voorstel.Rol is { } rol
            ? new RolToegekend(medewerker.Kenmerk, rol, Met(medewerker, rol), nummer, hash, ondertekenaars, nu)
            : new MedewerkerGedeblokkeerd(
                medewerker.Kenmerk,
                medewerker.Correctie with
                {
                    Geblokkeerd = false,
                },
                nummer,
                hash,
                ondertekenaars,
                nu
            );
    }

    /// <summary>What the provider says and was taken away comes back as it was: by the provider, and no longer than that.</summary>
    private static Rolcorrectie Met(Medewerker medewerker, Rol rol) =>
        medewerker.Correctie with
        {
            Ingetrokken = [.. medewerker.Correctie.Ingetrokken.Where(r => r != rol)],
            Toegekend =
            [
                .. medewerker.Correctie.Toegekend.Where(r => r != rol),
                .. medewerker.VolgensProvider.Contains(rol) ? (Rol[])[] : [rol],
            ],
        };
}
