using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// A change of the parties divides the aid of an award anew. Who takes over a part has aid by it on the day of that decision. Who leaves, or gets less, has
/// that much less on the day of the award, so that it never counts without what it takes away.
/// </summary>
public sealed class BijVerleningAangepast(Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<VerleningAangepastBericht>
{
    public async Task Verwerk(VerleningAangepastBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        foreach (var (kvkNummer, verschil) in Delen(bericht).OrderBy(deel => deel.Key, StringComparer.Ordinal))
        {
            await ondernemingen.SchrijfOfBegin(kvkNummer, onderneming => Beslis(onderneming, bericht, verschil, regels), ct);
        }
    }

    /// <summary>What each party gets more, or below zero less, in euro by KVK number.</summary>
    public static IEnumerable<KeyValuePair<string, decimal>> Delen(VerleningAangepastBericht bericht)
    {
        var (was, wordt) = (
            bericht.PartijenWas ?? new Dictionary<string, decimal>(),
            bericht.Partijen ?? new Dictionary<string, decimal>()
        );
        return was
            .Keys.Union(wordt.Keys)
            .Select(partij => KeyValuePair.Create(partij, wordt.GetValueOrDefault(partij) - was.GetValueOrDefault(partij)))
            .Where(deel => deel.Value != 0);
    }

    public static Beslissing Beslis(Onderneming? onderneming, VerleningAangepastBericht bericht, decimal verschil, Regelstanden regels) =>
        Steunruimte.Registreer(
            onderneming,
            new Steunpost(
                bericht.Zaaknummer,
                verschil,
                verschil > 0 ? bericht.Besluitdatum : bericht.VerleendOp,
                bericht.Regelversie,
                0m,
                bericht.Op,
                bericht.Besluit
            ),
            regels
        );
}
