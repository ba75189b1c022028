using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

/// <summary>After closing, fixes who takes part. When all fit under the ceiling, their order is that of receipt and budget is reserved at once.</summary>
public static class LijstVastleggen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tijdvakken/{id}/lijst", Voer).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string id,
        Reserveringen reserveringen,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        var bron = contexten.Van(typeof(TijdvakkenContext)).Bron;
        // The stand first: what is heard after it can only make the list longer than what the stand promised.
        var gehoord = await Inschrijving.Stand(bron, id, ct);
        var inschrijvingen = await Inschrijving.Van(bron, id, ct);
        var nu = moment.Nu;
        return await reserveringen.Rangschik(id, tijdvak => Beslis(tijdvak, gehoord, inschrijvingen, nu), nu, ct);
    }

    public static Beslissing Beslis(Tijdvak tijdvak, Gehoord gehoord, IReadOnlyList<Inschrijving> inschrijvingen, Instant nu)
    {
        if (tijdvak.Lijst is not null)
        {
            return Weigering.Van("lijst-vastgelegd", $"De lijst van {tijdvak.Id} is al vastgelegd.", "artikel 2.10");
        }
        if (nu < tijdvak.Sluit)
        {
            return Weigering.Van(
                "tijdvak-open",
                $"Tijdvak {tijdvak.Id} is nog niet gesloten. Leg de lijst vast na de sluiting.",
                "artikel 2.10, eerste lid"
            );
        }
        if (gehoord.Tot < tijdvak.Sluit || !gehoord.Alles)
        {
            return Weigering.Van(
                "nog-niet-alles-gehoord",
                "Nog niet alle ontvangen aanvragen zijn hier bekend. Vraag de ontvangststand op (ontvangsten) en probeer het over een ogenblik opnieuw.",
                "artikel 2.10, eerste lid"
            );
        }
        var lijst = Stel(inschrijvingen, nu);
        var gevraagd = lijst.Volledig.Concat(lijst.Aangevuld).Sum(d => d.Gevraagd);
        return gevraagd > tijdvak.Plafond && tijdvak.Volgorde == Volgorde.Loting
            ? lijst
            : Beslissing.Van(lijst, Rangschikken.Op(lijst, [.. lijst.Volledig.Select(d => d.Zaaknummer)], tijdvak.Plafond, null, null, nu));
    }

    /// <summary>Of several applications of one applicant only the first takes part (2.8(4), 2.10(2)); completed ones go behind (2.10(3)).</summary>
    internal static LijstVastgelegd Stel(IReadOnlyList<Inschrijving> inschrijvingen, Instant nu)
    {
        var mee = inschrijvingen
            .Where(i => i is { Vervallen: false, IngediendOp: not null, Gevraagd: not null, VolledigOntvangenOp: not null })
            .OrderBy(i => i.IngediendOp)
            .ThenBy(i => i.Zaaknummer, StringComparer.Ordinal)
            .ToList();
        var eerste = mee.GroupBy(i => i.KvkNummer).Select(g => g.First()).ToList();
        Deelname[] volledig = [.. eerste.Where(i => !i.Aangevuld).Select(Deelname)];
        Deelname[] aangevuld =
        [
            .. eerste
                .Where(i => i.Aangevuld)
                .OrderBy(i => i.VolledigOntvangenOp)
                .ThenBy(i => i.Zaaknummer, StringComparer.Ordinal)
                .Select(Deelname),
        ];
        return new LijstVastgelegd(volledig, aangevuld, [.. mee.Except(eerste).Select(i => i.Zaaknummer)], Hash(volledig), nu);

        static Deelname Deelname(Inschrijving i) => new(i.Zaaknummer, i.Gevraagd!.Value);
    }

    /// <summary>SHA-256 (hex) over the sorted case numbers, each on a line of its own: anyone can make it with sort and sha256sum.</summary>
    private static string Hash(IEnumerable<Deelname> deelnames)
    {
        var regels = string.Concat(deelnames.Select(d => d.Zaaknummer).Order(StringComparer.Ordinal).Select(z => $"{z}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(regels)));
    }
}
