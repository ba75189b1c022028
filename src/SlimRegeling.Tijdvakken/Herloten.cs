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
/// The draw done over by order of a court: a new decision with a new order, prepared and confirmed by two. Who was awarded keeps that and counts first;
/// who had budget keeps it when it fits by the new order, whatever is signed meanwhile. All else is asked back, since it may have been signed, and
/// given out by the new order as it comes. After the waiting list was closed the order changes and no budget: nobody could get it.
/// </summary>
public static class Herloten
{
    /// <param name="Uitspraak">The number of the court's decision (ECLI).</param>
    public sealed record Verzoek(string Zaad, string Bron, string Uitspraak);

    /// <summary>All three once more, by another person.</summary>
    public sealed record Bevestiging(string Zaad, string Bron, string Uitspraak);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/tijdvakken/{id}/herloting",
                (string id, Verzoek verzoek, Loting loting, Persoon persoon, Moment moment, CancellationToken ct) =>
                    loting.Bereid(id, (t, _) => Bereid(t, verzoek, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Loten.Lotingstand>();
        api.MapPost(
                "/tijdvakken/{id}/herloting/bevestiging",
                (string id, Bevestiging verzoek, Loting loting, Persoon persoon, Moment moment, CancellationToken ct) =>
                    loting.TrekOpnieuw(id, (t, lot) => Bevestig(t, verzoek, lot, persoon.Onderwerp, moment.Nu), moment.Nu, ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();
    }

    public static Beslissing Bereid(Tijdvak tijdvak, Verzoek verzoek, string wie, Instant nu)
    {
        var fouten = Loten.Onjuist(verzoek.Zaad, verzoek.Bron);
        if (string.IsNullOrWhiteSpace(verzoek.Uitspraak) || verzoek.Uitspraak.Any(char.IsControl))
        {
            fouten.Add(new Fout("uitspraak", "Noem de uitspraak van de rechter, bijvoorbeeld met haar ECLI-nummer."));
        }
        return fouten.Count > 0 ? Weigering.Invoer(fouten)
            : tijdvak.Voorbereid is not null ? Loten.AlVoorbereid
            : tijdvak.Rangorde?.Zaad is null
                ? Weigering.Van(
                    "niet-geloot",
                    $"In {tijdvak.Id} is niet om de volgorde van de lijst geloot. Alleen zo'n loting kan opnieuw worden gedaan.",
                    "artikel 2.10, eerste lid"
                )
            : new LotingVoorbereid(verzoek.Zaad, verzoek.Bron, verzoek.Uitspraak, wie, nu);
    }

    public static Beslissing Bevestig(Tijdvak tijdvak, Bevestiging verzoek, Lot lot, string wie, Instant nu)
    {
        if (Loten.NietTeBevestigen(tijdvak, new(verzoek.Zaad, verzoek.Bron), verzoek.Uitspraak, wie) is { } weigering)
        {
            return weigering;
        }
        var voorbereid = tijdvak.Voorbereid!;
        var volgorde = Loten.Volgorde(voorbereid.Zaad, lot.Deelnemers.Select(o => o.Zaaknummer));
        return new Herloot(
            volgorde,
            [.. lot.Deelnemers.Where(o => o.Vastgelegd).Select(o => o.Zaaknummer), .. lot.Binnen(volgorde)],
            [.. lot.Deelnemers.Where(o => o is { Meedoet: false, Vastgelegd: false }).Select(o => o.Zaaknummer)],
            voorbereid.Zaad,
            voorbereid.Bron,
            voorbereid.Uitspraak!,
            [voorbereid.Door, wie],
            nu,
            tijdvak.Herlotingen + 1
        );
    }
}
