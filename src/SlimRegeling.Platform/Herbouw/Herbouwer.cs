using System.Runtime.CompilerServices;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>
/// Makes the read models of these contexts again from their events: the snapshots of every stream, and the tables of a context that only hears.
/// Nothing is sent. Each context is one transaction, so whoever reads sees what stood there or what was made, and an interruption leaves what
/// stood there.
/// </summary>
/// <param name="hier">On connections of <see cref="Vloer.Herbouwbron"/>.</param>
public sealed class Herbouwer(IReadOnlyList<Context> alle, IReadOnlyList<Contextopslag> hier)
{
    /// <exception cref="Opstartfout">A read model that is to be made hears a context whose events cannot be read here.</exception>
    public async IAsyncEnumerable<Contextherbouw> Voer([EnumeratorCancellation] CancellationToken ct)
    {
        var contexten = new Contextregister(alle, hier);
        var hoorders = new List<Hoorder>();
        try
        {
            foreach (var opslag in hier.Where(o => o.Context.Herbouw is not null))
            {
                ControleerZeggers(opslag.Context);
                hoorders.Add(await Hoorder.Begin(opslag, contexten, ct));
            }
            foreach (var opslag in hier.Where(o => o.Context.Stromen.Count > 0))
            {
                yield return await new Standenherbouw(opslag, hoorders).Voer(ct);
            }
            foreach (var hoorder in hoorders)
            {
                yield return await hoorder.Sluit(ct);
            }
        }
        finally
        {
            foreach (var hoorder in hoorders)
            {
                await hoorder.DisposeAsync();
            }
        }
    }

    /// <exception cref="Opstartfout">The program runs on this database, or another rebuild does.</exception>
    public static async Task ControleerOfNiemandDraait(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name like $1 and application_name <> current_setting('application_name')
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{Vloer.Programmanaam}%" });
        if ((long)(await opdracht.ExecuteScalarAsync(ct))! > 0)
        {
            throw new Opstartfout(
                "De gegevens zijn in gebruik door een ander draaiend SlimRegeling-programma. Stop dat eerst (elk proces dat contexten van deze database draait) en herbouw daarna."
            );
        }
    }

    private void ControleerZeggers(Context hoorder)
    {
        var elders = alle.Where(c => hier.All(o => o.Context != c) && c.GezegdeBerichten.Any(hoorder.Hoort.ContainsKey)).ToList();
        if (elders.Count > 0)
        {
            throw new Opstartfout(
                $"Het leesmodel van {hoorder.Naam} volgt ook uit de gebeurtenissen van {string.Join(", ", elders.Select(c => c.Naam))}. Laat SlimRegeling:Contexten weg en geef de verbinding van elke context op, dan worden alle leesmodellen samen herbouwd."
            );
        }
    }
}
