using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// Aid counts as it was awarded until the settlement; from then on no more than what was settled. It is registered below zero, on the day of the award that
/// it takes from, so that it never counts without that; once for each settlement, whichever of the two is heard first.
/// </summary>
public sealed class BijSubsidieVastgesteld(Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<SubsidieVastgesteldBericht>
{
    public async Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct)
    {
        if (bericht is not { Steun: { } steun, VerleendOp: { } verleendOp })
        {
            return;
        }
        var regels = await regelbron.Nu(ct);
        foreach (var (kvkNummer, verschil) in steun.OrderBy(deel => deel.Key, StringComparer.Ordinal))
        {
            await ondernemingen.SchrijfOfBegin(kvkNummer, onderneming => Beslis(onderneming, bericht, verschil, verleendOp, regels), ct);
        }
    }

    public static Beslissing Beslis(
        Onderneming? onderneming,
        SubsidieVastgesteldBericht bericht,
        decimal verschil,
        LocalDate verleendOp,
        Regelstanden regels
    ) =>
        Steunruimte.Registreer(
            onderneming,
            new Steunpost(bericht.Zaaknummer, verschil, verleendOp, bericht.Regelversie, 0m, bericht.Op, bericht.Besluit),
            regels
        );
}
