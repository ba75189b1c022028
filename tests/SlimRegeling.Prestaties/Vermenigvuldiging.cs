using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using SlimRegeling.Platform;

namespace SlimRegeling.Prestaties;

/// <summary>
/// Makes many applications out of some: the rows that follow from these, in every table of every context, are written again by COPY under
/// other case numbers, enterprises and ids.
/// </summary>
internal sealed partial class Vermenigvuldiging
{
    private const int EersteKvk = 10_000_000;

    private readonly NpgsqlDataSource _bron;
    private readonly IReadOnlyList<Tabel> _tabellen;
    private readonly int _zaken;
    private int _kopie;
    private int _kvk = EersteKvk;

    private Vermenigvuldiging(NpgsqlDataSource bron, IReadOnlyList<Tabel> tabellen, int zaken)
    {
        _bron = bron;
        _tabellen = tabellen;
        _zaken = zaken;
    }

    /// <param name="Volgnummer">Which column is the place in the order of all events; -1: none.</param>
    private sealed record Tabel(string Schema, string Naam, string Kolommen, int Volgnummer, IReadOnlyList<string> Rijen);

    /// <summary>Takes the rows of these applications, whose messages have all been heard.</summary>
    /// <param name="behalve">Tables of which no row is taken.</param>
    public static async Task<Vermenigvuldiging> Neem(
        NpgsqlDataSource bron,
        IEnumerable<string> schemas,
        IReadOnlyList<Concepten.Concept> zaken,
        params IReadOnlyList<string> behalve
    )
    {
        HashSet<string> namen = [.. zaken.Select(z => z.Zaaknummer), .. zaken.Select(z => z.KvkNummer)];
        var tabellen = new List<Tabel>();
        foreach (var schema in schemas)
        {
            // Events point to their stream, which must be there first.
            foreach (
                var (tabel, kolommen) in (await Kolommen(bron, schema))
                    // A copy is sealed as what is new.
                    .Where(t => !behalve.Contains(t.Key) && t.Key != "zegel")
                    .OrderBy(t => t.Key == "mt_events")
            )
            {
                var rijen = new List<string>();
                await using var verbinding = await bron.OpenConnectionAsync();
                using var lezer = await verbinding.BeginTextExportAsync($"copy {schema}.{tabel} ({string.Join(',', kolommen)}) to stdout");
                while (await lezer.ReadLineAsync() is { } rij)
                {
                    // What was heard is known by the id of the message alone.
                    if (tabel == "inbox" || Naam().Matches(rij).Any(m => namen.Contains(m.Value)))
                    {
                        rijen.Add(rij);
                    }
                }
                if (rijen.Count > 0)
                {
                    tabellen.Add(new(schema, tabel, string.Join(',', kolommen), kolommen.IndexOf("seq_id"), rijen));
                }
            }
        }
        return new Vermenigvuldiging(bron, tabellen, zaken.Count);
    }

    /// <summary>Adds at least so many applications.</summary>
    /// <param name="kvkNummer">Whose they are; null: each of an enterprise of its own.</param>
    public async Task Voeg(int aantal, string? kvkNummer = null)
    {
        var kopieen = Enumerable
            .Range(_kopie + 1, (aantal + _zaken - 1) / _zaken)
            .Select(k => new Kopie(k, kvkNummer is null ? NieuwKvk : () => kvkNummer))
            .ToList();
        _kopie += kopieen.Count;
        foreach (var tabel in _tabellen)
        {
            await using var verbinding = await _bron.OpenConnectionAsync();
            var volgnummer = tabel.Volgnummer < 0 ? 0 : await Reserveer(verbinding, tabel, kopieen.Count);
            await using var schrijver = await verbinding.BeginTextImportAsync(
                $"copy {tabel.Schema}.{tabel.Naam} ({tabel.Kolommen}) from stdin"
            );
            foreach (var kopie in kopieen)
            {
                foreach (var rij in tabel.Rijen)
                {
                    var nieuw = Naam().Replace(rij, m => kopie.Van(m.Value));
                    await schrijver.WriteAsync(tabel.Volgnummer < 0 ? nieuw : Genummerd(nieuw, tabel.Volgnummer, ++volgnummer));
                    await schrijver.WriteAsync('\n');
                }
            }
        }
        await using var opdracht = _bron.CreateCommand("vacuum analyze");
        opdracht.CommandTimeout = 0;
        await opdracht.ExecuteNonQueryAsync();
    }

    private string NieuwKvk() => (_kvk++).ToString(CultureInfo.InvariantCulture);

    /// <returns>After which number the places are free.</returns>
    private static async Task<long> Reserveer(NpgsqlConnection verbinding, Tabel tabel, int kopieen)
    {
        await using var opdracht = new NpgsqlCommand(
            $"select nextval('{tabel.Schema}.mt_events_sequence'), setval('{tabel.Schema}.mt_events_sequence', (select last_value from {tabel.Schema}.mt_events_sequence) + $1)",
            verbinding
        );
        opdracht.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (long)kopieen * tabel.Rijen.Count });
        return (long)(await opdracht.ExecuteScalarAsync())!;
    }

    private static string Genummerd(string rij, int kolom, long nummer)
    {
        var velden = rij.Split('\t');
        velden[kolom] = nummer.ToString(CultureInfo.InvariantCulture);
        return string.Join('\t', velden);
    }

    /// <summary>The columns that are written, by table; what the database fills in by itself is left to it.</summary>
    private static async Task<Dictionary<string, List<string>>> Kolommen(NpgsqlDataSource bron, string schema)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = $1 and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
              and coalesce(c.column_default, '') not like 'nextval%'
            order by c.table_name, c.ordinal_position
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = schema });
        await using var rij = await opdracht.ExecuteReaderAsync();
        var kolommen = new Dictionary<string, List<string>>();
        while (await rij.ReadAsync())
        {
            if (!kolommen.TryGetValue(rij.GetString(0), out var lijst))
            {
                kolommen[rij.GetString(0)] = lijst = [];
            }
            lijst.Add(rij.GetString(1));
        }
        return kolommen;
    }

    [GeneratedRegex(@"SLIM-[0-9A-Z]{10}|(?<![0-9A-Za-z.])6\d{7}(?![0-9.])|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Naam();

    private sealed class Kopie(int nummer, Func<string> nieuwKvk)
    {
        private const int Guidlengte = 36;
        private readonly Dictionary<string, string> _namen = [];

        public string Van(string naam)
        {
            if (naam.Length == Guidlengte)
            {
                return Verschoven(Guid.Parse(naam)).ToString();
            }
            if (!_namen.TryGetValue(naam, out var nieuw))
            {
                _namen[naam] = nieuw = naam.StartsWith("SLIM-", StringComparison.Ordinal) ? Zaaknummer.Trek().ToString() : nieuwKvk();
            }
            return nieuw;
        }

        // In bytes that are chance: the first say the time, the last tell the messages of one event apart.
        private Guid Verschoven(Guid guid)
        {
            Span<byte> bytes = stackalloc byte[16];
            guid.TryWriteBytes(bytes, bigEndian: true, out _);
            bytes[9] ^= (byte)(nummer >> 16);
            bytes[10] ^= (byte)(nummer >> 8);
            bytes[11] ^= (byte)nummer;
            return new Guid(bytes, bigEndian: true);
        }
    }
}
