using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Verzuim;

/// <summary>Reads by when orders are paid, from the letters that told their decisions: whichever of the two came first.</summary>
public sealed class Betaaltermijnen(
    Werkeenheid<BetalingenContext> eenheid,
    Contextregister contexten,
    Regelbron<BetalingenContext> regelbron,
    Moment moment
)
{
    /// <param name="Versie">The rules of now about debts.</param>
    public sealed record Gelezen(Regelversie Versie, IReadOnlyList<Betaaltermijn> Termijnen);

    public async Task<Gelezen> Van(IReadOnlyList<Betaalopdracht> betaalopdrachten, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        var bekendgemaakt = await Besluitbrieven.Bekendgemaakt(
            contexten.Van(typeof(BetalingenContext)).Bron,
            betaalopdrachten.Select(b => b.Opdracht.Besluit),
            ct
        );
        return new(
            Geldschuldregels.Op(regels, moment.Nu),
            [
                .. betaalopdrachten.Select(b =>
                    bekendgemaakt.TryGetValue(b.Opdracht.Besluit, out var dag)
                        ? Betaaltermijn.Van(b, dag, Geldschuldregels.Op(regels, Moment.Op(dag.AtMidnight())))
                        : new Betaaltermijn(b, null)
                ),
            ]
        );
    }

    /// <summary>Of all orders that were not paid, or were paid so long after their letter that it can have been too late.</summary>
    public async Task<Gelezen> Lopend(CancellationToken ct) =>
        await Van(
            await eenheid.Sessie.QueryAsync<Betaalopdracht>(
                """
                where (data ->> 'status' in (?, ?, ?) or (data ->> 'status' = ? and exists (
                  select from betalingen.besluitbrief b
                  where b.besluit = data -> 'opdracht' ->> 'besluit' and (data ->> 'boekdatum')::date > b.verzonden_op + 28
                ))) order by id
                """,
                ct,
                nameof(Betaalstatus.Opgedragen),
                nameof(Betaalstatus.Geaccordeerd),
                nameof(Betaalstatus.InBestand),
                nameof(Betaalstatus.Uitgevoerd)
            ),
            ct
        );
}
