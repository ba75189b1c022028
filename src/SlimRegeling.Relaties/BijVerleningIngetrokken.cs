using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// What the minister withdrew of an award is aid no longer: it is registered below zero, on the day of the award that it takes from, once for each decision.
/// What the award was, and what it became, may be heard in any order.
/// </summary>
public sealed class BijVerleningIngetrokken(Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<VerleningIngetrokkenBericht>
{
    public async Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        foreach (var (kvkNummer, eraf) in Delen(bericht).OrderBy(deel => deel.Key, StringComparer.Ordinal))
        {
            await ondernemingen.SchrijfOfBegin(kvkNummer, onderneming => Beslis(onderneming, bericht, eraf, regels), ct);
        }
    }

    /// <summary>
    /// What was taken away, in euro by KVK number; who lost nothing has as much aid as before. What was settled lower than was awarded was no aid any more.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, decimal>> Delen(VerleningIngetrokkenBericht bericht)
    {
        var had = bericht.VastgesteldWas ?? bericht.Was;
        return (
            bericht.PartijenWas is { Count: > 0 } partijen
                ? partijen.Select(deel =>
                    KeyValuePair.Create(
                        deel.Key,
                        Getal.Centen(deel.Value * had / bericht.Was) - (bericht.Partijen?.GetValueOrDefault(deel.Key) ?? 0)
                    )
                )
                : [KeyValuePair.Create(bericht.KvkNummer, had - bericht.Bedrag)]
        ).Where(deel => deel.Value > 0);
    }

    public static Beslissing Beslis(Onderneming? onderneming, VerleningIngetrokkenBericht bericht, decimal eraf, Regelstanden regels) =>
        Steunruimte.Registreer(
            onderneming,
            new Steunpost(bericht.Zaaknummer, -eraf, bericht.VerleendOp, bericht.Regelversie, 0m, bericht.Op, bericht.Besluit),
            regels
        );
}
