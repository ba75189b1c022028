using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// An assessor gives who let the term for the request pass a last one (4:44, third paragraph, Awb); a letter tells of it. What still comes is taken, also
/// after that, until the settlement is signed.
/// </summary>
public static class VerzoektermijnStellen
{
    private const string Artikel = "4:44, derde lid, Awb";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/declaratie/laatste-termijn",
                async (
                    Zaaknummer zaaknummer,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording => Beslis(verantwoording, persoon.Onderwerp, regels, moment.Nu),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Verantwoording verantwoording, string wie, Regelstanden regels, Instant nu)
    {
        if ((Stand.OpVerzoek(verantwoording) ?? Stand.Persoon(verantwoording, wie)) is { } weigering)
        {
            return weigering;
        }
        switch (verantwoording)
        {
            case { Declaratie: not null }:
                return Ingediend;
            case { Verzoektermijn: { } eerder }:
                return Weigering.Van(
                    "al-gesteld",
                    $"De ontvanger heeft al een laatste termijn, tot en met {Datumtekst.Van(eerder.Uiterlijk)}. Stel de subsidie daarna vast zonder verzoek.",
                    Artikel
                );
        }
        var opening = verantwoording.Opening!;
        var versie = regels.Versie(opening.Regelversie, nu);
        var verzoek = Termijnen.Einde(versie, Verantwoordingswijze.Termijn(versie, opening.Wijze), opening.PeriodeTot);
        return Moment.Dag(nu) <= verzoek
            ? Weigering.Van(
                "verzoektermijn-loopt",
                $"De ontvanger kan de vaststelling nog vragen tot en met {Datumtekst.Van(verzoek)}. Stel daarna een laatste termijn.",
                Artikel
            )
            : new VerzoektermijnGesteld(
                opening.KvkNummer,
                Termijnen.Einde(versie, Termijncode.LaatsteTermijnVaststelling, Moment.Dag(nu)),
                wie,
                nu,
                versie.Id,
                versie.Hash,
                VanafVerzending: true
            );
    }

    /// <summary>There is a declaration, so nothing is settled without one.</summary>
    internal static Weigering Ingediend { get; } =
        Weigering.Van("al-ingediend", "De ontvanger heeft om de vaststelling gevraagd. Beoordeel de declaratie.", "4:44, eerste lid, Awb");
}
