using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>The claims of a case, which follow what its obligation says is to be claimed back, in one transaction with it.</summary>
public sealed class Vorderingen(Stroom<Vordering> vorderingen, Stroom<Verplichting> verplichtingen)
{
    /// <param name="was">What was claimed in all before, in euro: of a case without a claim none is looked for.</param>
    /// <param name="stand">The obligation as it is now; null when nothing was written to it.</param>
    public async Task Volg(string zaaknummer, decimal was, Verplichting? stand, Instant nu, CancellationToken ct)
    {
        if (stand is not { Verlening: { } verlening } || (was == 0 && stand.Gevorderd == 0))
        {
            return;
        }
        var bestaand = await Van(zaaknummer, ct);
        if (bestaand.Sum(v => v.Hoofdsom) == stand.Gevorderd)
        {
            return;
        }
        var besluit = stand.Aanleiding ?? verlening.Besluit;
        foreach (var ((vordering, hoofdsom), i) in Vordering.Verdeel(bestaand, stand.Gevorderd).Select((v, i) => (v, i)))
        {
            if (vordering?.Hoofdsom != hoofdsom)
            {
                await vorderingen.SchrijfOfBegin(
                    Vordering.Nummer(zaaknummer, i + 1),
                    gelezen =>
                        gelezen?.StelBij(hoofdsom, besluit, nu)
                        ?? new VorderingOntstaan(zaaknummer, verlening.Tijdvak, verlening.KvkNummer, besluit, hoofdsom, nu),
                    ct
                );
            }
        }
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Vordering>> Van(string zaaknummer, CancellationToken ct)
    {
        var gevonden = new List<Vordering>();
        while (await vorderingen.Lees(Vordering.Nummer(zaaknummer, gevonden.Count + 1), ct) is { } vordering)
        {
            gevonden.Add(vordering);
        }
        return gevonden;
    }

    /// <summary>What was repaid of the sum itself is claimed no longer by the obligation either; nothing becomes due by it.</summary>
    public async Task Terugbetaald(string zaaknummer, IReadOnlyList<TerugbetalingVernomen> terugbetaald, Instant nu, CancellationToken ct)
    {
        if (terugbetaald.Any(t => t.Bedrag > 0))
        {
            await verplichtingen.Schrijf(
                zaaknummer,
                verplichting =>
                    Beslissing.Van([
                        .. terugbetaald.Where(t => t.Bedrag > 0).SelectMany(t => Verplichting.Verneem(verplichting, t, nu).Gebeurtenissen),
                    ]),
                ct
            );
        }
    }
}
