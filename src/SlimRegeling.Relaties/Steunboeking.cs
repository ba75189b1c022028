using NodaTime;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// Keeps what a decision says of the aid by a case, and enters at each who receives something of it what stands: also of an enterprise that has not enrolled
/// yet. In a partnership each party has the aid that its own part is, in whose name the partnership applied or not.
/// </summary>
public static class Steunboeking
{
    public static async Task Hoor(
        Stroom<Steunzaak> zaken,
        Stroom<Onderneming> ondernemingen,
        Regelbron<RelatiesContext> regelbron,
        string zaaknummer,
        VerleningVernomen gehoord,
        CancellationToken ct
    )
    {
        if (await Na(zaken, zaaknummer, bekend => Beslis(bekend, gehoord), ct) is { } zaak)
        {
            await Boek(ondernemingen, zaak, await regelbron.Nu(ct), gehoord.Op, ct);
        }
    }

    /// <summary>What each decision of Verlening says is heard once.</summary>
    public static Beslissing Beslis(Steunzaak? zaak, VerleningVernomen gehoord) =>
        zaak?.Verleningen.Any(v => v.Besluit == gehoord.Besluit) == true ? Beslissing.Geen : gehoord;

    /// <summary>The settlement that was said last counts, as another one can come in the place of the first.</summary>
    public static Beslissing Beslis(Steunzaak? zaak, VaststellingVernomen gehoord) =>
        zaak?.Vaststelling is { } eerder && !new Zegmoment(gehoord.Op, gehoord.Versie).Na(new(eerder.Op, eerder.Versie))
            ? Beslissing.Geen
            : gehoord;

    /// <summary>What stands of the aid by a case for one enterprise.</summary>
    /// <param name="op">The moment of what was heard.</param>
    public static Beslissing Beslis(Onderneming? onderneming, string kvkNummer, Steunzaak zaak, Regelstanden regels, Instant op) =>
        Steunruimte.Registreer(onderneming, zaak.Id, Steunverdeling.Van(zaak).GetValueOrDefault(kvkNummer) ?? [], regels, op);

    /// <summary>The case after it; null when it was heard before.</summary>
    internal static async Task<Steunzaak?> Na(
        Stroom<Steunzaak> zaken,
        string zaaknummer,
        Func<Steunzaak?, Beslissing> beslis,
        CancellationToken ct
    )
    {
        Steunzaak? na = null;
        await zaken.SchrijfOfBegin(
            zaaknummer,
            zaak =>
            {
                var beslissing = beslis(zaak);
                na =
                    beslissing.Gebeurtenissen.Count == 0
                        ? null
                        : beslissing.Gebeurtenissen.Aggregate(zaak ?? Vouw.Begin<Steunzaak>(zaaknummer), (stand, e) => Vouw.Volg(stand, e));
                return beslissing;
            },
            ct
        );
        return na;
    }

    // In one order, so that two awards to the same parties cannot wait for each other.
    internal static async Task Boek(
        Stroom<Onderneming> ondernemingen,
        Steunzaak zaak,
        Regelstanden regels,
        Instant op,
        CancellationToken ct
    )
    {
        foreach (var ontvanger in zaak.Ontvangers)
        {
            await ondernemingen.SchrijfOfBegin(ontvanger, onderneming => Beslis(onderneming, ontvanger, zaak, regels, op), ct);
        }
    }
}
