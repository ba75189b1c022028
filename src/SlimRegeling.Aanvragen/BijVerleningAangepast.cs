using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>Who is a party of an award can have become another: 2.12 under g and k, and the room for aid, follow who is one now.</summary>
public sealed class BijVerleningAangepast(Werkeenheid<AanvragenContext> eenheid) : IVerwerker<VerleningAangepastBericht>
{
    public Task Verwerk(VerleningAangepastBericht bericht, CancellationToken ct)
    {
        Subsidies.Aangepast(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}
