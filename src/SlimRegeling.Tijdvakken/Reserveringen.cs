using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>Writes a reservation together with the total of its window.</summary>
public sealed class Reserveringen(Stroom<Reservering> stroom, Werkeenheid<TijdvakkenContext> eenheid)
{
    public Task Schrijf(string zaaknummer, Func<Reservering, Beslissing> beslis, CancellationToken ct) =>
        stroom.SchrijfOfBegin(
            zaaknummer,
            reservering =>
            {
                if (reservering is null)
                {
                    return Beslissing.Geen;
                }
                var beslissing = beslis(reservering);
                var na = beslissing.Gebeurtenissen.Aggregate(reservering, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                if (na.Bedrag != reservering.Bedrag)
                {
                    Plafondstand.Wijzig(eenheid.Sessie, reservering.Tijdvak, na.Bedrag - reservering.Bedrag);
                }
                return beslissing;
            },
            ct
        );

    public async Task Begin(string tijdvak, IEnumerable<Deelname> deelnames, Instant nu, CancellationToken ct)
    {
        foreach (var deelname in deelnames)
        {
            await stroom.SchrijfOfBegin(
                deelname.Zaaknummer,
                bestaand => bestaand is null ? new BudgetGereserveerd(tijdvak, deelname.Gevraagd, nu) : Beslissing.Geen,
                ct
            );
            Plafondstand.Wijzig(eenheid.Sessie, tijdvak, deelname.Gevraagd);
        }
    }
}
