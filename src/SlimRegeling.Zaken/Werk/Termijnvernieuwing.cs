using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Zaken.Werk;

/// <summary>Every night all terms of the work list are worked out anew: a rule may be another one from a day on, of which no message comes.</summary>
public sealed class Termijnvernieuwing(Contextregister contexten) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(ZakenContext))
            .Bron.CreateCommand("insert into zaken.termijnwerk select zaaknummer from zaken.werk on conflict (zaaknummer) do nothing");
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
