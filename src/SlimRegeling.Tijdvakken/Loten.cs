using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>The draw (2.10(1)): the order follows from a seed from outside, so that anyone can check it.</summary>
public static class Loten
{
    /// <param name="Bron">Where the seed comes from (the notary's record).</param>
    public sealed record Verzoek(string Zaad, string Bron);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tijdvakken/{id}/loting", Voer).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(string id, Verzoek verzoek, Loting loting, Moment moment, CancellationToken ct) =>
        await loting.Trek(id, (tijdvak, opLijst) => Beslis(tijdvak, verzoek, opLijst, moment.Nu), ct);

    /// <param name="opLijst">Those on the list, each with what it asks; <c>Meedoet</c> when it still has its place.</param>
    public static Beslissing Beslis(Tijdvak tijdvak, Verzoek verzoek, IReadOnlyList<OpLijst> opLijst, Instant nu)
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
        return tijdvak.Lijst is null
            ? Weigering.Van("lijst-ontbreekt", "Leg eerst de lijst van deelnemende aanvragen vast.", "artikel 2.10, eerste lid")
            : Rangschik(tijdvak, verzoek, opLijst, nu);
    }

    private static Gerangschikt Rangschik(Tijdvak tijdvak, Verzoek verzoek, IReadOnlyList<OpLijst> opLijst, Instant nu)
    {
        var volgorde = Volgorde(verzoek.Zaad, opLijst.Select(o => o.Zaaknummer));
        var bij = opLijst.ToDictionary(o => o.Zaaknummer);
        var wachtend = volgorde.Where(z => bij[z].Meedoet).Select(z => new Gegadigde(z, bij[z].Gevraagd, 0, default)).ToList();
        var stand = new Verdeelstand(tijdvak.Plafond, tijdvak.Overschrijding, tijdvak.Ondertekenaars.Count > 0, false, false);
        string[] binnen = [.. Verdelen.Beslis(stand, wachtend, meer: false, []).Toegedeeld.Select(t => t.Zaaknummer)];
        return new Gerangschikt(volgorde, binnen.Length, verzoek.Zaad, verzoek.Bron, nu, binnen, [.. volgorde.Where(z => !bij[z].Meedoet)]);
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

/// <param name="Gevraagd">What it asks now, in euro.</param>
/// <param name="Meedoet">Not lapsed or found incomplete since the list was fixed.</param>
public sealed record OpLijst(string Zaaknummer, decimal Gevraagd, bool Meedoet);
