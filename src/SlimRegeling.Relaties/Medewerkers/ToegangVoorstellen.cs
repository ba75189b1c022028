using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>A beheerder proposes to grant a role, or to let someone in again. A second one confirms it.</summary>
public static class ToegangVoorstellen
{
    /// <param name="Rol">As in a token; absent when it is about the block.</param>
    public sealed record Verzoek(Voorstelsoort Soort, string Reden, string? Rol = null);

    /// <param name="Hash">What the second person confirms.</param>
    public sealed record Voorgesteld(int Voorstel, string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/medewerkers/{id}/voorstellen", Voer).Geeft<Voorgesteld>(201).Voor(Rol.Beheerder);

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Medewerker> medewerkers,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await Grenzen.NietMeer(medewerkers, persoon, ct) is { } weigering)
        {
            return weigering;
        }
        MedewerkervoorstelGedaan? gedaan = null;
        var uitkomst = await medewerkers.Schrijf(
            id,
            medewerker =>
            {
                var beslissing = Beslis(
                    medewerker,
                    verzoek,
                    () => medewerkers.Bewaar(id, new Medewerkerreden(verzoek.Reden.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                );
                gedaan = beslissing.Gebeurtenissen.OfType<MedewerkervoorstelGedaan>().SingleOrDefault();
                return beslissing;
            },
            ct
        );
        return gedaan is null
            ? uitkomst
            : uitkomst with
            {
                Status = 201,
                Locatie = $"/v1/medewerkers/{id}",
                Inhoud = new Voorgesteld(gedaan.Voorstel, gedaan.Voorstelhash),
            };
    }

    /// <param name="bewaar">Keeps the reason beside the stream; called only when it is proposed.</param>
    public static Beslissing Beslis(Medewerker medewerker, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        Fout[] fouten = [.. Controleer(verzoek)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var rol = verzoek.Soort == Voorstelsoort.RolToekennen ? Grenzen.Leesrol(verzoek.Rol) : null;
        if (Grenzen.NietZelf(medewerker.Kenmerk, wie) is { } zelf)
        {
            return zelf;
        }
        if (Past(medewerker, verzoek.Soort, rol) is { } weigering)
        {
            return weigering;
        }
        if (medewerker.Open.FirstOrDefault(v => v.Inhoud.Soort == verzoek.Soort && v.Inhoud.Rol == rol) is { Inhoud: var open })
        {
            return Weigering.Van(
                "al-voorgesteld",
                $"Hiervoor ligt voorstel {open.Voorstel} al klaar. Laat dat bevestigen, of zend het eerst terug."
            );
        }
        var voorstel = new MedewerkervoorstelGedaan(
            medewerker.Kenmerk,
            medewerker.Voorstellen.Count + 1,
            "",
            verzoek.Soort,
            rol,
            bewaar(),
            wie,
            nu
        );
        return voorstel with { Voorstelhash = Medewerkervoorstel.Hash(voorstel) };
    }

    /// <summary>Why it makes no sense, or may not be, as things stand; asked again when it is confirmed.</summary>
    internal static Weigering? Past(Medewerker medewerker, Voorstelsoort soort, Rol? rol) =>
        soort == Voorstelsoort.Deblokkeren
            ? medewerker.Correctie.Geblokkeerd
                ? null
                : Weigering.Van("niet-geblokkeerd", "Deze medewerker is niet geblokkeerd. Er hoeft niets te gebeuren.")
            : rol is not { } welke || medewerker.ZonderBlokkade.Contains(welke)
                ? Weigering.Van("heeft-rol-al", "Deze medewerker heeft deze rol al. Er hoeft niets te gebeuren.")
                : Grenzen.Gescheiden(medewerker, welke);

    private static IEnumerable<Fout> Controleer(Verzoek verzoek)
    {
        if (verzoek.Soort == Voorstelsoort.RolToekennen && Grenzen.Leesrol(verzoek.Rol) is null)
        {
            yield return Grenzen.Rolfout;
        }
        foreach (var fout in Medewerkerreden.Toets(verzoek.Reden))
        {
            yield return fout;
        }
    }
}
