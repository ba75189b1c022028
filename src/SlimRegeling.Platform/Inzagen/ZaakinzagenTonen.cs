using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Inzagen;

/// <summary>
/// Who of the executor looked at one case, for the colleagues who work in it: a line for each person and day at each context of this process. Look
/// by look, with the piece and the reason, the log is the privacy officer's (<see cref="InzagenTonen"/>). It goes by whole days, so that the answers
/// of several processes to the same question can be laid together.
/// </summary>
internal static class ZaakinzagenTonen
{
    private const int Standaard = 14;
    private const int Hoogste = 60;

    /// <param name="Regels">The newest day first, and of a day who looked last first.</param>
    /// <param name="Elders">Contexts that run in another process: ask there.</param>
    public sealed record Lijst(
        IReadOnlyList<Regel> Regels,
        [property: Description("De laatste dag hiervoor waarop iemand keek: geef die als 'tot'. Ontbreekt als er niets meer is.")]
            LocalDate? Eerder,
        IReadOnlyList<string> Elders
    );

    public sealed record Regel(
        string Context,
        LocalDate Dag,
        [property: Description("Wie keek: het pseudoniem van de medewerker.")] string Wie,
        [property: Description("De rollen die deze medewerker die dag had.")] IReadOnlyList<string> Rollen,
        [property: Description("Wat daar die dag is bekeken, bijvoorbeeld 'aanvraag' en 'uitleg'.")] IReadOnlyList<string> Wat,
        [property: Description("Hoe vaak daar die dag iets van de zaak is bekeken.")] int Aantal,
        Instant Eerst,
        Instant Laatst
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/inzagen/{zaaknummer}", Toon).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).LegtInzageVast("inzagen").Geeft<Lijst>();

    /// <param name="tot">The last day that is shown, inclusive; absent: up to now.</param>
    /// <param name="dagen">How many days on which somebody looked.</param>
    private static async Task<Uitkomst> Toon(
        Zaaknummer zaaknummer,
        string? tot,
        int? dagen,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var fouten = new List<Fout>();
        var laatste = InzagenTonen.Dag("tot", tot, fouten);
        if (dagen is < 1 or > Hoogste)
        {
            fouten.Add(new("dagen", $"Vraag 1 tot en met {Hoogste} dagen per bladzijde."));
        }
        if (fouten.Count > 0)
        {
            return Weigering.Invoer([.. fouten]);
        }
        var hoeveel = dagen ?? Standaard;
        var gevonden = new List<Regel>();
        foreach (var opslag in contexten.Hier)
        {
            gevonden.AddRange(await Zoek(opslag, zaaknummer.ToString(), laatste, hoeveel + 1, ct));
        }
        return Uitkomst.Ok(Van(gevonden, hoeveel, contexten.Elders));
    }

    /// <summary>What several contexts tell, as one list of so many days.</summary>
    /// <param name="gevonden">Of each context all of at least one day more, where it has that many.</param>
    internal static Lijst Van(IReadOnlyList<Regel> gevonden, int hoeveel, IReadOnlyList<string> elders)
    {
        List<LocalDate> bekeken = [.. gevonden.Select(r => r.Dag).Distinct().OrderDescending().Take(hoeveel + 1)];
        var getoond = bekeken.Take(hoeveel).ToHashSet();
        return new(
            [
                .. gevonden
                    .Where(r => getoond.Contains(r.Dag))
                    .OrderByDescending(r => r.Dag)
                    .ThenByDescending(r => r.Laatst)
                    .ThenBy(r => r.Wie, StringComparer.Ordinal)
                    .ThenBy(r => r.Context, StringComparer.Ordinal),
            ],
            bekeken.Count > hoeveel ? bekeken[hoeveel] : null,
            elders
        );
    }

    private static async Task<List<Regel>> Zoek(
        Contextopslag opslag,
        string zaaknummer,
        LocalDate? laatste,
        int dagen,
        CancellationToken ct
    )
    {
        await using var opdracht = opslag.Bron.CreateCommand(
            $"""
            with gezien as (
              select (op at time zone '{Moment.Amsterdam.Id}')::date as dag, op, wie, rollen, wat
              from {opslag.Context.Naam}.inzage
              where zaaknummer = $1 {(laatste is null ? "" : "and op < $3")}
            )
            select dag, wie, string_agg(distinct array_to_string(rollen, ' '), ' '), array_agg(distinct wat),
              count(*)::int, min(op), max(op)
            from gezien
            where dag in (select distinct dag from gezien order by dag desc limit $2)
            group by dag, wie
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = dagen });
        if (laatste is { } dag)
        {
            opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = InzagenTonen.Begin(dag.PlusDays(1)) });
        }
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var regels = new List<Regel>();
        while (await rij.ReadAsync(ct))
        {
            regels.Add(
                new(
                    opslag.Context.Naam,
                    rij.GetFieldValue<LocalDate>(0),
                    rij.GetString(1),
                    [.. rij.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()],
                    rij.GetFieldValue<string[]>(3),
                    rij.GetInt32(4),
                    rij.GetFieldValue<Instant>(5),
                    rij.GetFieldValue<Instant>(6)
                )
            );
        }
        return regels;
    }
}
