using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

/// <summary>The draw (2.10(1)): the order follows from a seed from outside, so that anyone can check it.</summary>
public static class Loten
{
    /// <param name="Bron">Where the seed comes from (the notary's record).</param>
    public sealed record Verzoek(string Zaad, string Bron);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tijdvakken/{id}/loting", Voer).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(string id, Verzoek verzoek, Reserveringen reserveringen, Moment moment, CancellationToken ct)
    {
        var nu = moment.Nu;
        return await reserveringen.Rangschik(id, tijdvak => Beslis(tijdvak, verzoek, nu), nu, ct);
    }

    public static Beslissing Beslis(Tijdvak tijdvak, Verzoek verzoek, Instant nu)
    {
        if (verzoek.Zaad.Trim().Length == 0 || verzoek.Bron.Trim().Length == 0)
        {
            return Weigering.Invoer(new Fout("zaad", "Geef het zaad van de loting en waar het vandaan komt.", "artikel 2.10, eerste lid"));
        }
        if (tijdvak.Rangorde is not null)
        {
            return Weigering.Van(
                "al-gerangschikt",
                $"De volgorde van {tijdvak.Id} staat al vast; een tweede loting is niet mogelijk.",
                "artikel 2.10, eerste lid"
            );
        }
        return tijdvak.Lijst is { } lijst
            ? Rangschikken.Op(
                lijst,
                Volgorde(verzoek.Zaad, lijst.Volledig.Select(d => d.Zaaknummer)),
                tijdvak.Plafond,
                verzoek.Zaad,
                verzoek.Bron,
                nu
            )
            : Weigering.Van("lijst-ontbreekt", "Leg eerst de lijst van deelnemende aanvragen vast.", "artikel 2.10, eerste lid");
    }

    /// <summary>Sorted by SHA-256 (hex) over seed, a colon and case number.</summary>
    public static IReadOnlyList<string> Volgorde(string zaad, IEnumerable<string> zaaknummers) =>
        [
            .. zaaknummers.OrderBy(
                z => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{zaad}:{z}"))),
                StringComparer.Ordinal
            ),
        ];
}
