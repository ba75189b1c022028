using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Post;

/// <summary>Notes whether an enterprise wants paper, the latest counts. What was sent stays sent, and what waits for the post goes by post.</summary>
public sealed class BijBriefwijzeGewijzigd(Stroom<Geadresseerde> geadresseerden) : IVerwerker<BriefwijzeGewijzigdBericht>
{
    public Task Verwerk(BriefwijzeGewijzigdBericht bericht, CancellationToken ct) =>
        geadresseerden.SchrijfOfBegin(bericht.KvkNummer, geadresseerde => Beslis(geadresseerde, bericht), ct);

    public static Beslissing Beslis(Geadresseerde? geadresseerde, BriefwijzeGewijzigdBericht bericht) =>
        new Zegmoment(bericht.Op, bericht.Versie).Na(new(geadresseerde?.PapierOp, geadresseerde?.Papierversie))
            ? new BriefwijzeGewijzigd(bericht.Papier, bericht.Op, bericht.Versie)
            : Beslissing.Geen;
}
