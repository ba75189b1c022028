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

/// <summary>
/// The draw (2.10(1); by arrival of those with one moment, KR 2.3): the order follows from a seed from outside, so that anyone can check it. One person
/// types the seed and its source, another types both again; only then it is drawn.
/// </summary>
public static class Loten
{
    /// <param name="Bron">Where the seed comes from (the notary's record).</param>
    public sealed record Verzoek(string Zaad, string Bron);

    /// <summary>Both once more, by another person: the source as it was prepared, the seed from that source.</summary>
    public sealed record Bevestiging(string Zaad, string Bron);

    /// <param name="Stand"><c>voorbereid</c>: another scheme manager is to type the seed and its source again.</param>
    public sealed record Lotingstand(string Id, string Stand);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/tijdvakken/{id}/loting",
                (string id, Verzoek verzoek, Loting loting, Persoon persoon, Moment moment, CancellationToken ct) =>
                    loting.Bereid(id, (t, gelijken) => Bereid(t, verzoek, gelijken, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Lotingstand>();
        api.MapPost(
                "/tijdvakken/{id}/loting/bevestiging",
                (string id, Bevestiging verzoek, Loting loting, Persoon persoon, Moment moment, CancellationToken ct) =>
                    loting.Trek(id, (t, lot) => Bevestig(t, verzoek, lot, persoon.Onderwerp, moment.Nu), moment.Nu, ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();
        api.MapDelete(
                "/tijdvakken/{id}/loting",
                (string id, Stroom<Tijdvak> tijdvakken, Persoon persoon, Moment moment, CancellationToken ct) =>
                    tijdvakken.Schrijf(id, t => NeemTerug(t, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();
    }

    /// <param name="gelijken">By arrival: those with one moment who wait for a draw.</param>
    public static Beslissing Bereid(Tijdvak tijdvak, Verzoek verzoek, IReadOnlyList<string> gelijken, string wie, Instant nu)
    {
        if (Onjuist(verzoek.Zaad, verzoek.Bron) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (tijdvak.Voorbereid is not null)
        {
            return AlVoorbereid;
        }
        if (tijdvak.Volgorde == Tijdvakken.Volgorde.Binnenkomst && gelijken.Count == 0)
        {
            return Weigering.Van(
                "geen-loting-nodig",
                $"In {tijdvak.Id} wachten geen aanvragen op een loting: geen ervan kwamen op hetzelfde moment binnen terwijl het plafond maar een deel toelaat. Wordt er nog budget verdeeld, probeer het dan over een ogenblik opnieuw.",
                "artikel 2.3 Kaderregeling"
            );
        }
        if (tijdvak is { Volgorde: Tijdvakken.Volgorde.Loting, Rangorde: not null })
        {
            return Weigering.Van(
                "al-gerangschikt",
                $"De volgorde van {tijdvak.Id} staat al vast; een tweede loting is niet mogelijk, behalve na een uitspraak van een rechter (herloting).",
                "artikel 2.10, eerste lid"
            );
        }
        return tijdvak is { Volgorde: Tijdvakken.Volgorde.Loting, Lijst: null }
            ? Weigering.Van("lijst-ontbreekt", "Leg eerst de lijst van deelnemende aanvragen vast.", "artikel 2.10, eerste lid")
            : new LotingVoorbereid(verzoek.Zaad, verzoek.Bron, null, wie, nu);
    }

    public static Beslissing Bevestig(Tijdvak tijdvak, Bevestiging verzoek, Lot lot, string wie, Instant nu)
    {
        if (NietTeBevestigen(tijdvak, verzoek, null, wie) is { } weigering)
        {
            return weigering;
        }
        var voorbereid = tijdvak.Voorbereid!;
        if (lot.Deelnemers.Count == 0)
        {
            return Weigering.Van(
                "geen-loting-nodig",
                $"In {tijdvak.Id} wacht nu niemand op een loting. Wordt er nog budget verdeeld, probeer het dan over een ogenblik opnieuw. Neem anders de voorbereiding terug."
            );
        }
        var volgorde = Volgorde(voorbereid.Zaad, lot.Deelnemers.Select(o => o.Zaaknummer));
        var binnen = lot.Binnen(volgorde);
        string[] ondertekenaars = [voorbereid.Door, wie];
        return tijdvak.Volgorde == Tijdvakken.Volgorde.Binnenkomst
            ? new GelijkenGeloot(lot.Vanaf, volgorde, binnen, voorbereid.Zaad, voorbereid.Bron, ondertekenaars, nu)
            : new Gerangschikt(
                volgorde,
                binnen.Count,
                voorbereid.Zaad,
                voorbereid.Bron,
                nu,
                binnen,
                [.. lot.Deelnemers.Where(o => !o.Meedoet).Select(o => o.Zaaknummer)],
                ondertekenaars
            );
    }

    public static Beslissing NeemTerug(Tijdvak tijdvak, string wie, Instant nu) =>
        tijdvak.Voorbereid is null ? NietVoorbereid : new LotingTeruggenomen(wie, nu);

    /// <summary>Sorted by SHA-256 (hex) over seed, a colon and case number.</summary>
    public static IReadOnlyList<string> Volgorde(string zaad, IEnumerable<string> zaaknummers) =>
        [
            .. zaaknummers.OrderBy(
                z => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{zaad}:{z}"))),
                StringComparer.Ordinal
            ),
        ];

    internal static List<Fout> Onjuist(string zaad, string bron)
    {
        var fouten = new List<Fout>();
        if (string.IsNullOrWhiteSpace(zaad) || zaad.Any(char.IsControl))
        {
            fouten.Add(new Fout("zaad", "Geef het zaad van de loting, op één regel.", "artikel 2.10, eerste lid"));
        }
        if (string.IsNullOrWhiteSpace(bron) || bron.Any(char.IsControl))
        {
            fouten.Add(new Fout("bron", "Noem op één regel waar het zaad vandaan komt, bijvoorbeeld het proces-verbaal van de notaris."));
        }
        return fouten;
    }

    /// <param name="uitspraak">Of a draw that is done over.</param>
    internal static Weigering? NietTeBevestigen(Tijdvak tijdvak, Bevestiging verzoek, string? uitspraak, string wie) =>
        tijdvak.Voorbereid is not { } voorbereid || voorbereid.Uitspraak is null != uitspraak is null ? NietVoorbereid
        : Voorstel.NietZelf(
            voorbereid.Door,
            wie,
            "zelf-voorbereid",
            "U hebt deze loting zelf voorbereid. Laat een collega het zaad en de bron nog eens intypen"
        )
            is { } zelf
            ? zelf
        : voorbereid.Zaad != verzoek.Zaad ? Verschilt("zaad", "Dit zaad is niet gelijk aan dat van uw collega", "Vergelijk met de bron")
        : !Gelijk(voorbereid.Bron, verzoek.Bron)
            ? Verschilt("bron", "Deze bron is niet gelijk aan die van uw collega", "Haal op wat er klaarligt, vergelijk")
        : !Gelijk(voorbereid.Uitspraak, uitspraak)
            ? Verschilt("uitspraak", "Deze uitspraak is niet gelijk aan die van uw collega", "Haal op wat er klaarligt, vergelijk")
        : null;

    private static bool Gelijk(string? een, string? ander) => string.Equals(een?.Trim(), ander?.Trim(), StringComparison.Ordinal);

    private static Weigering Verschilt(string wat, string uitleg, string doe) =>
        Weigering.Van($"{wat}-verschilt", $"{uitleg}. Er is niet geloot. {doe} en typ het opnieuw, of neem de voorbereiding terug.");

    internal static Weigering AlVoorbereid =>
        Weigering.Van(
            "al-voorbereid",
            "Er ligt al een loting klaar. Laat een collega haar bevestigen, of neem haar terug en begin opnieuw.",
            "artikel 2.10, eerste lid"
        );

    private static Weigering NietVoorbereid =>
        Weigering.Van("niet-voorbereid", "Er ligt geen loting klaar. Bereid haar eerst voor met het zaad en zijn bron.");
}
