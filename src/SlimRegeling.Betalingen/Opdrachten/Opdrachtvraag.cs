using Npgsql;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>Which payment orders are asked for, and how many they are: counted where they are kept, whatever their number.</summary>
/// <param name="Stand">One of <see cref="Standen"/>; null for all.</param>
/// <param name="Zaaknummer">Of one case only; null for all.</param>
/// <param name="Gesloten">Cases that are closed to who asks: of these there is nothing in it.</param>
internal sealed record Opdrachtvraag(string? Stand, string? Zaaknummer, IReadOnlySet<string> Gesloten)
{
    public const string Betaalbaar = "betaalbaar";
    public const string Terug = "terug";
    public const string WachtOpRekening = "wacht-op-rekening";
    public const string WachtOpBezwaar = "wacht-op-bezwaar";
    public const string WachtOpBeslag = "wacht-op-beslag";
    public const string WachtOpNaam = "wacht-op-naam";
    public const string WachtOpHervatting = "wacht-op-hervatting";

    private const string Zaak = "data -> 'opdracht' ->> 'zaaknummer'";
    private const string Open = $"data ->> 'status' in ('{nameof(Betaalstatus.Opgedragen)}', '{nameof(Betaalstatus.Geaccordeerd)}')";
    private const string OpRekening = "data ->> 'wachtOpRekening' is not null";
    private const string Aangehouden = $"({OpRekening} or coalesce(jsonb_array_length(data -> 'aanhoudingen'), 0) > 0)";

    /// <summary>By name which orders these are: not on their way, waiting and for what, to be proposed, given back by the bank.</summary>
    public static readonly IReadOnlyDictionary<string, string> Standen = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["open"] = Open,
        ["wacht"] = $"{Open} and {Aangehouden}",
        [WachtOpRekening] = $"{Open} and {OpRekening}",
        [WachtOpBezwaar] = $"{Open} and {Op("bezwaar")}",
        [WachtOpBeslag] = $"{Open} and {Op("beslag")}",
        [WachtOpHervatting] = $"{Open} and {Op("opschorting")}",
        [WachtOpNaam] = $"{Open} and {Op("naam")}",
        [Betaalbaar] = $"{Open} and not {Aangehouden} and data ->> 'ronde' is null",
        [Terug] = $"{Open} and data ->> 'teruggegeven' is not null",
    };

    private string Voorwaarden =>
        $"{(Stand is null ? "true" : Standen[Stand])} and {Zaak} <> all($1) and ($2 = '' or {Zaak} = $2)";

    /// <returns>How many there are, and together in euro.</returns>
    public async Task<(int Aantal, decimal Totaal)> Tel(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            bron,
            $"""
            select count(*)::int, coalesce(sum((data -> 'opdracht' ->> 'bedrag')::numeric), 0)
            from betalingen.mt_doc_betaalopdracht where {Voorwaarden}
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return (rij.GetInt32(0), rij.GetDecimal(1));
    }

    /// <summary>Their numbers in order, from the one after <paramref name="na"/> on.</summary>
    public async Task<IReadOnlyList<string>> Nummers(NpgsqlDataSource bron, string? na, int aantal, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            bron,
            $"select id from betalingen.mt_doc_betaalopdracht where {Voorwaarden} and id > $3 order by id limit $4"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = na ?? "" });
        opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = aantal });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var nummers = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            nummers.Add(rij.GetString(0));
        }
        return nummers;
    }

    private NpgsqlCommand Opdracht(NpgsqlDataSource bron, string sql)
    {
        var opdracht = bron.CreateCommand(sql);
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Gesloten] });
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Zaaknummer ?? "" });
        return opdracht;
    }

    private static string Op(string grond) =>
        $"exists (select 1 from jsonb_array_elements(data -> 'aanhoudingen') a where lower(a ->> 'grond') = '{grond}')";
}
