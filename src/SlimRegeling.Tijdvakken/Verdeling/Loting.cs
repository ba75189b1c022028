using Marten;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>Lets a draw have its effect: the decision on the window and the ranks on its rows, in one transaction. Money follows at once.</summary>
public sealed class Loting(
    Stroom<Tijdvak> tijdvakken,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Werkeenheid<TijdvakkenContext> eenheid
)
{
    private IDocumentSession Sessie => eenheid.Sessie;

    /// <param name="beslis">Decides on the window and, by arrival, those who wait for a draw.</param>
    public async Task<Uitkomst> Bereid(string id, Func<Tijdvak, IReadOnlyList<string>, Beslissing> beslis, CancellationToken ct)
    {
        await beurt.Neem(id, ct);
        var gelijken = await tijdvakken.Lees(id, ct) is { Volgorde: Volgorde.Binnenkomst } tijdvak
            ? (await Ronde(tijdvak, ct)).TeLoten
            : [];
        var uitkomst = await tijdvakken.Schrijf(id, tijdvak => beslis(tijdvak, gelijken), ct);
        return uitkomst.Met(() => new Loten.Lotingstand(id, "voorbereid"));
    }

    public async Task<Uitkomst> Trek(string id, Func<Tijdvak, Lot, Beslissing> beslis, Instant nu, CancellationToken ct)
    {
        await beurt.Neem(id, ct);
        var stand = await tijdvakken.Lees(id, ct);
        var lot = stand switch
        {
            { Volgorde: Volgorde.Binnenkomst } tijdvak => await Gelijken(tijdvak, ct),
            { } tijdvak => await Lijst(tijdvak, opnieuw: false, ct),
            null => Lot.Leeg,
        };
        GelijkenGeloot? geloot = null;
        var uitkomst = await tijdvakken.Schrijf(
            id,
            tijdvak =>
            {
                var beslissing = beslis(tijdvak, lot);
                foreach (var gebeurtenis in beslissing.Gebeurtenissen)
                {
                    if (gebeurtenis is Gerangschikt g)
                    {
                        Wachtrij.Plaats(Sessie, 1, g.Zaaknummers, [.. g.Zaaknummers.Except(g.Vertrokken ?? [])]);
                    }
                    else if (gebeurtenis is GelijkenGeloot gelijken)
                    {
                        geloot = gelijken;
                        Wachtrij.Plaats(Sessie, gelijken.Vanaf, gelijken.Zaaknummers, gelijken.Zaaknummers);
                    }
                }
                return beslissing;
            },
            ct
        );
        if (stand is { Wachtlijst: not null } && geloot is not null)
        {
            // Nobody waits any more, not even until the next turn.
            await reserveringen.Deel(stand, lot.Toegedeeld(geloot.Zaaknummers), nu, ct);
            await reserveringen.Weiger(stand, [.. geloot.Zaaknummers.Except(geloot.Binnen)], nu, ct);
        }
        return uitkomst;
    }

    public async Task<Uitkomst> TrekOpnieuw(string id, Func<Tijdvak, Lot, Beslissing> beslis, Instant nu, CancellationToken ct)
    {
        await beurt.Neem(id, ct);
        var lot = await tijdvakken.Lees(id, ct) is { Rangorde: not null } tijdvak ? await Lijst(tijdvak, opnieuw: true, ct) : Lot.Leeg;
        Herloot? herloot = null;
        var uitkomst = await tijdvakken.Schrijf(
            id,
            tijdvak =>
            {
                var beslissing = beslis(tijdvak, lot);
                herloot = beslissing.Gebeurtenissen.OfType<Herloot>().SingleOrDefault();
                return beslissing;
            },
            ct
        );
        if (herloot is not null)
        {
            Wachtrij.PlaatsOpnieuw(Sessie, herloot.Zaaknummers);
            await reserveringen.Herloot(id, lot.Onzeker(herloot.Zaaknummers), nu, ct);
        }
        return uitkomst;
    }

    private async Task<Lot> Gelijken(Tijdvak tijdvak, CancellationToken ct)
    {
        var ronde = await Ronde(tijdvak, ct);
        var rijen = await Wachtrij.Lijst(Sessie, tijdvak.Id, ct);
        return new Lot(
            ronde.Stand,
            await Wachtrij.LaatsteRang(Sessie, tijdvak.Id, ct) + 1,
            [.. ronde.TeLoten.Select(z => new OpLijst(z, rijen[z].Doel, 0, Meedoet: true, Vastgelegd: false))],
            [.. rijen.Where(r => r.Value.Staat == "wacht").OrderBy(r => r.Value.Rang).Select(Gegadigde)],
            []
        );
    }

    private async Task<Lot> Lijst(Tijdvak tijdvak, bool opnieuw, CancellationToken ct)
    {
        var gebeurtenissen = await Sessie.Events.FetchStreamAsync(tijdvak.Id, token: ct);
        if (gebeurtenissen.Select(e => e.Data).OfType<LijstVastgelegd>().SingleOrDefault() is not { } lijst)
        {
            return Lot.Leeg;
        }
        var rijen = await Wachtrij.Lijst(Sessie, tijdvak.Id, ct);
        if (tijdvak.Wachtlijst is not null)
        {
            // Nobody waits any more: what each has is what it can have, in any order.
            rijen = rijen.ToDictionary(r => r.Key, r => r.Value with { Doel = r.Value.Gereserveerd });
        }
        var deelnemers = lijst
            .Volledig.Select(d => (d.Zaaknummer, Rij: rijen[d.Zaaknummer]))
            .Select(d => new OpLijst(
                d.Zaaknummer,
                d.Rij.Doel,
                d.Rij.Gereserveerd,
                d.Rij.OpPlaats && d.Rij.Staat is null or "wacht" or "gereserveerd",
                d.Rij.Staat == "vastgelegd"
            ))
            .ToList();
        // Who was completed since the draw is behind the list, also when it was on it.
        var erbij = opnieuw
            ? rijen
                .ExceptBy(deelnemers.Where(d => d.Meedoet).Select(d => d.Zaaknummer), r => r.Key)
                .Where(r => r.Value.Staat is "wacht" or "gereserveerd")
                .OrderBy(r => r.Value.Rang)
                .Select(Gegadigde)
                .ToList()
            : [];
        // Whoever was awarded counts first; all else is given out anew, as far as it comes back.
        var (vrij, onderweg, _) = await Plafondstand.Vrij(Sessie, tijdvak.Id, ct);
        onderweg += deelnemers.Where(d => d.Meedoet).Sum(d => d.Gereserveerd) + erbij.Sum(g => g.Gereserveerd);
        var stand = new Verdeelstand(vrij, tijdvak.Overschrijding, tijdvak.Ondertekenaars.Count > 0, false, false, onderweg);
        return new Lot(stand, 1, deelnemers, [], erbij);
    }

    private async Task<Ronde> Ronde(Tijdvak tijdvak, CancellationToken ct) =>
        await BijBudgetVerdelen.Bezie(Sessie, tijdvak, await Inschrijving.Stand(Sessie, tijdvak.Id, ct), ct);

    private static Gegadigde Gegadigde(KeyValuePair<string, Lijstrij> rij) => new(rij.Key, rij.Value.Doel, rij.Value.Gereserveerd, default);
}

/// <param name="Gevraagd">What it asks now, in euro.</param>
/// <param name="Meedoet">Not lapsed, refused or found incomplete, and not awarded.</param>
/// <param name="Vastgelegd">Awarded.</param>
public sealed record OpLijst(string Zaaknummer, decimal Gevraagd, decimal Gereserveerd, bool Meedoet, bool Vastgelegd);

/// <summary>Those who are drawn, and what there is for them.</summary>
/// <param name="Vanaf">The rank of the first.</param>
/// <param name="Ervoor">Those who wait in front of them.</param>
/// <param name="Erachter">Those who come behind them.</param>
public sealed record Lot(
    Verdeelstand Stand,
    int Vanaf,
    IReadOnlyList<OpLijst> Deelnemers,
    IReadOnlyList<Gegadigde> Ervoor,
    IReadOnlyList<Gegadigde> Erachter
)
{
    internal static readonly Lot Leeg = new(new Verdeelstand(0, Overschrijding.Stoppen, false, false, false), 1, [], [], []);

    /// <summary>Those of the draw for whom there is room in this order.</summary>
    public IReadOnlyList<string> Binnen(IReadOnlyList<string> volgorde)
    {
        var deelnemers = Deelnemers.Where(d => d.Meedoet).Select(d => d.Zaaknummer).ToHashSet();
        return [.. Toegedeeld(volgorde).Select(t => t.Zaaknummer).Where(deelnemers.Contains)];
    }

    /// <summary>
    /// Those who have budget and cannot be sure of it in this order: from the first on who needs more than is left now. What others have may have been
    /// awarded without being heard of yet, and counts first then.
    /// </summary>
    public IReadOnlyList<string> Onzeker(IReadOnlyList<string> volgorde)
    {
        var (vrij, zeker) = (Stand.Vrij, true);
        var onzeker = new List<string>();
        foreach (var gegadigde in InVolgorde(volgorde).Concat(Erachter))
        {
            vrij -= gegadigde.Doel - gegadigde.Gereserveerd;
            zeker &= vrij >= 0;
            if (!zeker && gegadigde.Gereserveerd > 0)
            {
                onzeker.Add(gegadigde.Zaaknummer);
            }
        }
        return onzeker;
    }

    internal IReadOnlyList<Toedeling> Toegedeeld(IReadOnlyList<string> volgorde)
    {
        Gegadigde[] allen = [.. Ervoor, .. InVolgorde(volgorde).Concat(Erachter).Select(g => g with { Gereserveerd = 0 })];
        var stand = Stand with { Vrij = Stand.Vrij + Stand.Onderweg, Onderweg = 0 };
        // Once nobody waits, who does not fit is refused and the next is tried.
        stand = stand.WachtlijstGesloten ? stand with { WachtlijstGesloten = false, Overschrijding = Overschrijding.Overslaan } : stand;
        return Verdelen.Beslis(stand, allen, meer: false, []).Toegedeeld;
    }

    private IEnumerable<Gegadigde> InVolgorde(IReadOnlyList<string> volgorde)
    {
        var bij = Deelnemers.Where(d => d.Meedoet).ToDictionary(d => d.Zaaknummer);
        return volgorde.Where(bij.ContainsKey).Select(z => new Gegadigde(z, bij[z].Gevraagd, bij[z].Gereserveerd, default));
    }
}
