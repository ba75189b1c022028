using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>What the recipient told is kept, each once, for who settles; that somebody read it changes nothing here.</summary>
public sealed class BijWijzigingGemeld(Stroom<Verantwoording> verantwoordingen) : IVerwerker<WijzigingGemeldBericht>
{
    public Task Verwerk(WijzigingGemeldBericht bericht, CancellationToken ct) =>
        bericht.Gezien == true
            ? Task.CompletedTask
            : verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, WijzigingGemeldBericht bericht) =>
        verantwoording?.Meldingen.Any(m => m.Op == bericht.Op && m.Versie == bericht.Versie) == true
            ? Beslissing.Geen
            : new MeldingOntvangen(bericht.Soort, bericht.Activiteiten, bericht.Op, bericht.Versie);
}
