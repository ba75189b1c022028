using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Taken;

/// <summary>Work by the clock. Hangfire runs it; a second run changes nothing.</summary>
public interface ITaak
{
    Task Voer(CancellationToken ct);
}

/// <param name="Cron">By the clock of Amsterdam.</param>
/// <param name="Omschrijving">In Dutch, for who keeps watch.</param>
internal sealed record Taakregel(string Naam, Type Soort, string Cron, string Omschrijving)
{
    /// <summary>What a context does by the clock: its own jobs, and those that the floor has for each.</summary>
    public static IEnumerable<Taakregel> Van(Context context)
    {
        yield return new(
            $"{context.Naam}-opruimen",
            typeof(Opruimen),
            "30 3 * * *",
            "Vergeet berichten die 30 dagen geleden zijn verwerkt, en inzagen van wie de bewaartermijn om is."
        );
        if (context.Gebeurtenissen.Count > 0)
        {
            yield return new(
                $"{context.Naam}-verzegelen",
                typeof(Verzegelen),
                "5 * * * *",
                "Legt de hash vast van elke nieuwe gebeurtenis, zodat te zien is of iemand haar later verandert."
            );
        }
        foreach (var taak in context.Taken)
        {
            yield return taak;
        }
    }
}
