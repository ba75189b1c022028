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

namespace SlimRegeling.Vaststelling;

/// <summary>Two people, neither of them the proposer, sign the proposal; the second signature settles the subsidy (7.4, Kaderregeling).</summary>
public static class Ondertekenen
{
    private const int Handtekeningen = 2;

    /// <param name="Hash">The hash of the proposal that was read.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/ondertekening",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
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
                        verantwoording => Beslis(zaaknummer, verantwoording, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Medeondertekenaar);

    /// <summary>Settling after the term of 22 weeks is shown, not refused: a late decision is a decision.</summary>
    public static Beslissing Beslis(
        string zaaknummer,
        Verantwoording verantwoording,
        string hash,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if (Stand.Open(verantwoording, nu) is { } weigering)
        {
            return weigering;
        }
        if (verantwoording.Voorstel is not { } voorstel)
        {
            return Weigering.Van("nog-niet-voorgelegd", "Er ligt nog geen voorstel tot vaststelling. Wacht op de beoordeling.");
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                "U heeft deze vaststelling zelf voorgesteld. Laat haar door twee collega's ondertekenen."
            );
        }
        if (voorstel.Voorstelhash != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het voorstel opnieuw op, lees het en gebruik de hash die erbij staat."
            );
        }
        if (verantwoording.Ondertekenaars.Contains(wie))
        {
            return Weigering.NietDoorU("al-ondertekend", "U heeft dit voorstel al ondertekend. De tweede handtekening is van een collega.");
        }
        var ondertekend = new Ondertekend(hash, wie, nu);
        return verantwoording.Ondertekenaars.Count + 1 < Handtekeningen
            ? ondertekend
            : Beslissing.Van(
                ondertekend,
                Besluit(zaaknummer, verantwoording, voorstel, wie, regels.Versie(verantwoording.Opening!.Regelversie, nu), nu)
            );
    }

    private static Vastgesteld Besluit(
        string zaaknummer,
        Verantwoording verantwoording,
        Voorgesteld voorstel,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        var opening = verantwoording.Opening!;
        return new(
            voorstel.Voorstelhash,
            opening.Tijdvak,
            opening.KvkNummer,
            opening.Regelversie,
            $"{zaaknummer}-S1",
            Moment.Dag(nu),
            Termijnen.Einde(versie, Termijncode.AmbtshalveVaststelling, opening.PeriodeTot),
            opening.Verleend,
            voorstel.Vastgesteld,
            opening.Voorschot,
            voorstel.Vastgesteld - opening.Voorschot,
            [voorstel.Door, .. verantwoording.Ondertekenaars, wie],
            nu,
            versie.Hash
        );
    }
}
