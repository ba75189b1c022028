using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// Registers the aid of an award, once per case, also of an enterprise that has not enrolled yet. In a partnership each party has had the
/// aid that its own part is, in whose name the partnership applied or not.
/// </summary>
public sealed class BijSubsidieVerleend(Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<SubsidieVerleendBericht>
{
    public async Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        // In one order, so that two awards to the same parties cannot wait for each other.
        foreach (var (kvkNummer, bedrag) in Delen(bericht).OrderBy(deel => deel.Key, StringComparer.Ordinal))
        {
            await ondernemingen.SchrijfOfBegin(kvkNummer, onderneming => Beslis(onderneming, bericht, bedrag, regels), ct);
        }
    }

    /// <summary>The aid in euro by KVK number; a party that receives nothing has no aid.</summary>
    public static IEnumerable<KeyValuePair<string, decimal>> Delen(SubsidieVerleendBericht bericht) =>
        bericht.Partijen is { Count: > 0 } partijen
            ? partijen.Where(deel => deel.Value > 0)
            : [KeyValuePair.Create(bericht.KvkNummer, bericht.Bedrag)];

    public static Beslissing Beslis(Onderneming? onderneming, SubsidieVerleendBericht bericht, decimal bedrag, Regelstanden regels) =>
        Steunruimte.Registreer(
            onderneming,
            new Steunpost(bericht.Zaaknummer, bedrag, bericht.Besluitdatum, bericht.Regelversie, 0m, bericht.Op),
            regels
        );
}
