using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// What was settled, for the books of the window. What is settled lower than was awarded does not go back to the ceiling: that was for the applications of
/// the window (2.7, first paragraph), and what is left of it can go to another window of the same year only (2.7, third paragraph), which is over by then.
/// </summary>
public sealed class BijSubsidieVastgesteld(Werkeenheid<TijdvakkenContext> eenheid) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct)
    {
        Vastgesteldstand.Noteer(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}
