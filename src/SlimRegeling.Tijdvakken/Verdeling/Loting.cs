using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>Lets a draw have its effect: the order on the window, the ranks on its rows, in one transaction.</summary>
public sealed class Loting(Stroom<Tijdvak> tijdvakken, Verdeelbeurt beurt, Werkeenheid<TijdvakkenContext> eenheid)
{
    /// <param name="beslis">Decides on the window and those on its list.</param>
    public async Task<Uitkomst> Trek(string id, Func<Tijdvak, IReadOnlyList<OpLijst>, Beslissing> beslis, CancellationToken ct)
    {
        await beurt.Neem(id, ct);
        var sessie = eenheid.Sessie;
        var opLijst = await Lijst(id, ct);
        return await tijdvakken.Schrijf(
            id,
            tijdvak =>
            {
                var beslissing = beslis(tijdvak, opLijst);
                foreach (var rangorde in beslissing.Gebeurtenissen.OfType<Gerangschikt>())
                {
                    Wachtrij.Plaats(sessie, 1, rangorde.Zaaknummers, [.. rangorde.Zaaknummers.Except(rangorde.Vertrokken ?? [])]);
                }
                return beslissing;
            },
            ct
        );
    }

    private async Task<IReadOnlyList<OpLijst>> Lijst(string id, CancellationToken ct)
    {
        var gebeurtenissen = await eenheid.Sessie.Events.FetchStreamAsync(id, token: ct);
        if (gebeurtenissen.Select(e => e.Data).OfType<LijstVastgelegd>().SingleOrDefault() is not { } lijst)
        {
            return [];
        }
        var nog = (await Wachtrij.NogOpLijst(eenheid.Sessie, id, ct)).ToDictionary(g => g.Zaaknummer, g => g.Doel);
        return
        [
            .. lijst.Volledig.Select(d => new OpLijst(
                d.Zaaknummer,
                nog.GetValueOrDefault(d.Zaaknummer, d.Gevraagd),
                nog.ContainsKey(d.Zaaknummer)
            )),
        ];
    }
}
