using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Taken;

/// <summary>
/// Forgets heard messages and first answers after 30 days: no bus delivers, and no client repeats, that late. And the view log after its term.
/// </summary>
public sealed class Opruimen(Contextregister contexten, Moment moment, Inzageinstellingen inzagen)
{
    public async Task Voer(string context, CancellationToken ct)
    {
        if (contexten.Met(context) is not { } opslag)
        {
            return;
        }
        string[] regels =
        [
                // A message that was set apart and handled later goes with the row that says so: without it, it would look unhandled.
                $"""
                with vergeten as (delete from {context}.inbox where op < now() - interval '30 days' returning id)
                delete from {context}.geparkeerd g using vergeten v where g.id = v.id
                """,
            $"delete from {context}.idempotentie where op < now() - interval '30 days'",
        ];
        foreach (var regel in regels)
        {
            await using var opdracht = opslag.Bron.CreateCommand(regel);
            await opdracht.ExecuteNonQueryAsync(ct);
        }
        await Vastgelegd.Vergeet(opslag, inzagen.Grens(moment), ct);
    }
}
