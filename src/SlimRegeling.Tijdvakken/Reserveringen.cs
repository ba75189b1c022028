using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>Writes reservations together with the total of their window and its order.</summary>
public sealed class Reserveringen(Stroom<Reservering> stroom, Verdeelbeurt beurt, Werkeenheid<TijdvakkenContext> eenheid)
{
    /// <summary>Decides on the reservation of a case, if it has one; what comes free goes to the next.</summary>
    /// <returns>The reservation after it, or null when there is none.</returns>
    public async Task<Reservering?> Schrijf(string zaaknummer, Func<Reservering, Beslissing> beslis, Instant nu, CancellationToken ct)
    {
        Reservering? na = null;
        await stroom.SchrijfOfBegin(
            zaaknummer,
            reservering =>
            {
                if (reservering is null)
                {
                    return Beslissing.Geen;
                }
                var beslissing = beslis(reservering);
                na = beslissing.Gebeurtenissen.Aggregate(reservering, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                Boek(reservering, na);
                if (
                    na.Geteld != reservering.Geteld
                    || na.Teruggevraagd != reservering.Teruggevraagd
                    || na.Bezwaarbudgetten.Count != reservering.Bezwaarbudgetten.Count
                )
                {
                    beurt.Wek(reservering.Tijdvak, nu);
                }
                return beslissing;
            },
            ct
        );
        return na;
    }

    /// <summary>The application loses its place and what was reserved for it; who waited behind it may have its turn.</summary>
    /// <param name="beslis">Whether it is free at once or asked back first.</param>
    public async Task Verlaat(string zaaknummer, string tijdvak, Func<Reservering, Beslissing> beslis, Instant nu, CancellationToken ct)
    {
        await Schrijf(zaaknummer, beslis, nu, ct);
        Wachtrij.Verlaat(eenheid.Sessie, zaaknummer);
        beurt.Wek(tijdvak, nu);
    }

    /// <summary>These may lose by a new order what was not awarded: it is asked back, and they wait for it in their new place.</summary>
    internal async Task Herloot(string tijdvak, IReadOnlyList<string> zaaknummers, Instant nu, CancellationToken ct)
    {
        if (zaaknummers.Count == 0)
        {
            return;
        }
        var terug = 0m;
        await stroom.SchrijfOfBegin(
            zaaknummers,
            (_, reservering) =>
            {
                terug += reservering!.Bedrag;
                return reservering.VraagTerug("herloting", nu);
            },
            ct
        );
        Plafondstand.Wijzig(eenheid.Sessie, tijdvak, 0, terug);
        Wachtrij.Wacht(eenheid.Sessie, zaaknummers);
    }

    /// <summary>Reserves, and raises the total of the window in the same transaction.</summary>
    internal async Task Deel(Tijdvak tijdvak, IReadOnlyList<Toedeling> toedelingen, Instant nu, CancellationToken ct)
    {
        if (toedelingen.Count == 0)
        {
            return;
        }
        var bij = toedelingen.ToDictionary(t => t.Zaaknummer);
        await stroom.SchrijfOfBegin(
            [.. bij.Keys],
            (zaaknummer, _) => new BudgetGereserveerd(tijdvak.Id, bij[zaaknummer].Bedrag, nu, bij[zaaknummer].Gedeeltelijk ? true : null),
            ct
        );
        Plafondstand.Wijzig(eenheid.Sessie, tijdvak.Id, toedelingen.Sum(t => t.Erbij), 0);
        Wachtrij.DeelToe(eenheid.Sessie, toedelingen);
    }

    /// <summary>Sets apart for decisions on objections, beside what the case has, and raises the total of the window in the same transaction.</summary>
    internal async Task DeelBezwaren(string tijdvak, IReadOnlyList<Bezwaartoedeling> toedelingen, Instant nu, CancellationToken ct)
    {
        if (toedelingen.Count == 0)
        {
            return;
        }
        var bij = toedelingen.ToLookup(t => t.Zaaknummer);
        await stroom.SchrijfOfBegin(
            [.. bij.Select(t => t.Key)],
            (zaaknummer, reservering) =>
            {
                var voor = reservering ?? new Reservering(zaaknummer, tijdvak, 0, null);
                List<Gebeurtenis> gebeurtenissen =
                [
                    .. bij[zaaknummer]
                        .Select(t => new BezwaarbudgetGereserveerd(tijdvak, t.Bezwaar, t.Bedrag, t.UitReserve, nu, t.Vraag, t.Voorstel)),
                ];
                Boek(voor, gebeurtenissen.Aggregate(voor, (stand, gebeurtenis) => stand.Na(gebeurtenis)));
                return Beslissing.Van(gebeurtenissen);
            },
            ct
        );
    }

    /// <summary>Tells those for whom there is no room, by the decision of the two who closed the waiting list or else published the window.</summary>
    internal async Task Weiger(Tijdvak tijdvak, IReadOnlyList<string> zaaknummers, Instant nu, CancellationToken ct)
    {
        if (zaaknummers.Count == 0)
        {
            return;
        }
        var (reden, ondertekenaars) = tijdvak.Wachtlijst is { } gesloten
            ? ("wachtlijst-gesloten", gesloten.Ondertekenaars)
            : ("past-niet", tijdvak.Ondertekenaars);
        var gegevens = await Wachtrij.Gegevens(eenheid.Sessie, [.. zaaknummers], ct);
        await stroom.SchrijfOfBegin(
            zaaknummers,
            (zaaknummer, _) =>
            {
                var g = gegevens[zaaknummer];
                return new BudgetOntoereikend(
                    tijdvak.Id,
                    g.KvkNummer,
                    g.Aanvragertype ?? tijdvak.Aanvragertype,
                    g.Regelversie,
                    g.Gevraagd,
                    g.Ontvangen,
                    tijdvak.Sluit,
                    reden,
                    ondertekenaars,
                    nu,
                    tijdvak.Volgorde
                );
            },
            ct
        );
        Wachtrij.Zet(eenheid.Sessie, "ontoereikend", zaaknummers);
    }

    /// <summary>What changes of what counts goes to the total of the window, and what an objection has to what asks for it.</summary>
    private void Boek(Reservering voor, Reservering na)
    {
        var (verschil, terug) = (na.Geteld - voor.Geteld, na.Teruggevraagd - voor.Teruggevraagd);
        var uitReserve = na.UitReserve - voor.UitReserve;
        if (verschil != 0 || terug != 0 || uitReserve != 0)
        {
            Plafondstand.Wijzig(eenheid.Sessie, voor.Tijdvak, verschil, terug, uitReserve);
        }
        foreach (var bezwaar in voor.Bezwaarbudgetten.Union(na.Bezwaarbudgetten).Select(b => b.Bezwaar).Distinct())
        {
            Bezwaarvragen.Zet(eenheid.Sessie, bezwaar, na.Bezwaarbudgetten.FirstOrDefault(b => b.Bezwaar == bezwaar));
        }
    }
}
