using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>Writes a reservation together with the total of its window.</summary>
public sealed class Reserveringen(Stroom<Tijdvak> tijdvakken, Stroom<Reservering> stroom, Werkeenheid<TijdvakkenContext> eenheid)
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

    /// <summary>Decides on the window and, in the same transaction, reserves for everyone whom its new order puts within the ceiling.</summary>
    public async Task<Uitkomst> Rangschik(string tijdvak, Func<Tijdvak, Beslissing> beslis, Instant nu, CancellationToken ct)
    {
        IReadOnlyList<Deelname> binnen = [];
        var uitkomst = await tijdvakken.Schrijf(
            tijdvak,
            stand =>
            {
                var beslissing = beslis(stand);
                binnen = [.. Rangschikken.BinnenPlafond(stand, beslissing.Gebeurtenissen)];
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null && binnen.Count > 0)
        {
            await Begin(tijdvak, binnen, nu, ct);
        }
        return uitkomst;
    }

    private async Task Begin(string tijdvak, IReadOnlyList<Deelname> deelnames, Instant nu, CancellationToken ct)
    {
        foreach (var deelname in deelnames)
        {
            await stroom.SchrijfOfBegin(
                deelname.Zaaknummer,
                bestaand =>
                    bestaand is null
                        ? new BudgetGereserveerd(tijdvak, deelname.Gevraagd, nu)
                        : throw new InvalidOperationException($"{deelname.Zaaknummer} has a reservation before its window was ranked."),
                ct
            );
        }
        Plafondstand.Wijzig(eenheid.Sessie, tijdvak, deelnames.Sum(d => d.Gevraagd));
    }
}
