using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// Registers the aid that a decision on objection added to an award: it is granted on the day of that decision. What was withdrawn and is given back was
/// taken from the day of the award, and counts from that day again.
/// </summary>
public sealed class BijVerleningGewijzigd(Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<VerleningGewijzigdBericht>
{
    public async Task Verwerk(VerleningGewijzigdBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        foreach (var (kvkNummer, erbij) in Delen(bericht).OrderBy(deel => deel.Key, StringComparer.Ordinal))
        {
            await ondernemingen.SchrijfOfBegin(kvkNummer, onderneming => Beslis(onderneming, bericht, erbij, regels), ct);
        }
    }

    /// <summary>
    /// What was added, in euro by KVK number; who got nothing more has no aid by it. Of what was settled lower than was awarded no more is given back than
    /// was taken.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, decimal>> Delen(VerleningGewijzigdBericht bericht)
    {
        var (wordt, was) = (bericht.Steun ?? bericht.Bedrag, bericht.SteunWas ?? bericht.Was);
        return (
            bericht.Partijen is { Count: > 0 } partijen
                ? partijen.Select(deel =>
                    KeyValuePair.Create(
                        deel.Key,
                        Naar(deel.Value, wordt, bericht.Bedrag)
                            - Naar(bericht.PartijenWas?.GetValueOrDefault(deel.Key) ?? 0, was, bericht.Was)
                    )
                )
                : [KeyValuePair.Create(bericht.KvkNummer, wordt - was)]
        ).Where(deel => deel.Value > 0);
    }

    /// <summary>A part of the award, as part of what of that counts as aid; rounded as where it was taken.</summary>
    private static decimal Naar(decimal deel, decimal steun, decimal samen) => steun == samen ? deel : Getal.Centen(deel * steun / samen);

    public static Beslissing Beslis(Onderneming? onderneming, VerleningGewijzigdBericht bericht, decimal erbij, Regelstanden regels) =>
        Steunruimte.Registreer(
            onderneming,
            new Steunpost(
                bericht.Zaaknummer,
                erbij,
                bericht.VerleendOp ?? bericht.Besluitdatum,
                bericht.Regelversie,
                0m,
                bericht.Op,
                bericht.Besluit
            ),
            regels
        );
}
