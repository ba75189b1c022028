using System.Data;
using System.Runtime.CompilerServices;
using NodaTime;
using Npgsql;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// The lines of a budget year, one at a time, with sums that fit them: all of it is read as it stood at one moment. In memory is one line.
/// </summary>
/// <param name="bekend">What became known after this moment is not in it.</param>
internal sealed class Journaallezer(NpgsqlDataSource bron, int jaar, Instant bekend) : IAsyncDisposable
{
    public const string OpDag = "boekdatum, boeking, regel";

    /// <summary>The lines of one kind together.</summary>
    public const string PerSoort = """soort collate "C", boekdatum, boeking, regel""";

    private NpgsqlConnection? _verbinding;
    private NpgsqlTransaction? _blik;

    public static LocalDate Begin(int jaar) => new(jaar, 1, 1);

    public static LocalDate Eind(int jaar) => new(jaar, 12, 31);

    public int Jaar => jaar;

    private Grootboekvraag VanJaar => new Grootboekvraag().Vanaf(Begin(jaar)).TotEnMet(Eind(jaar)).BekendOp(bekend);

    public async IAsyncEnumerable<Grootboekregel> Regels(string volgorde, [EnumeratorCancellation] CancellationToken ct)
    {
        var vraag = VanJaar;
        await using var opdracht = vraag.Opdracht(
            await Verbinding(ct),
            $"select {Grootboekregel.Kolommen} from betalingen.grootboek where {vraag.Voorwaarden} order by {volgorde}"
        );
        // As long as whoever reads it takes.
        opdracht.CommandTimeout = 0;
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        while (await rij.ReadAsync(ct))
        {
            yield return Grootboekregel.Van(rij);
        }
    }

    /// <summary>How many lines the year has, with what they come to in debit and in credit.</summary>
    public async Task<(long Regels, decimal Debet, decimal Credit)> Totaal(CancellationToken ct)
    {
        var vraag = VanJaar;
        await using var opdracht = vraag.Opdracht(
            await Verbinding(ct),
            $"select count(*), coalesce(sum(debet), 0), coalesce(sum(credit), 0) from betalingen.grootboek where {vraag.Voorwaarden}"
        );
        opdracht.CommandTimeout = 0;
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return (rij.GetInt64(0), rij.GetDecimal(1), rij.GetDecimal(2));
    }

    /// <summary>Debit minus credit of each account before the year, where that is not zero.</summary>
    public async Task<IReadOnlyList<(string Rekening, decimal Bedrag)>> Beginbalans(CancellationToken ct)
    {
        var vraag = new Grootboekvraag().TotEnMet(Begin(jaar).PlusDays(-1)).BekendOp(bekend);
        await using var opdracht = vraag.Opdracht(
            await Verbinding(ct),
            $"""
            select rekening, sum(debet - credit) from betalingen.grootboek where {vraag.Voorwaarden}
            group by rekening having sum(debet - credit) <> 0 order by rekening
            """
        );
        opdracht.CommandTimeout = 0;
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var balans = new List<(string, decimal)>();
        while (await rij.ReadAsync(ct))
        {
            balans.Add((rij.GetString(0), rij.GetDecimal(1)));
        }
        return balans;
    }

    public async ValueTask DisposeAsync()
    {
        if (_blik is not null)
        {
            await _blik.DisposeAsync();
        }
        if (_verbinding is not null)
        {
            await _verbinding.DisposeAsync();
        }
    }

    private async Task<NpgsqlConnection> Verbinding(CancellationToken ct)
    {
        if (_verbinding is null)
        {
            _verbinding = await bron.OpenConnectionAsync(ct);
            _blik = await _verbinding.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        }
        return _verbinding;
    }
}
