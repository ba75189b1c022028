using System.Security.Cryptography;
using Marten;
using Npgsql;
using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// Answers, so that nobody can tell whose they are: no time, no order, no code beside them, and no event, message or kept answer of the API about
/// them. The row that marks a code and the row of its answer share a transaction, which the log of the database remembers; so an answer waits under a
/// key that is not in the database (<see cref="Antwoordsleutel"/>), and with each answer all that wait are written anew, in an order of chance and under the
/// key anew: what was written together with a code is all of them. When ten wait, five leave together, so that this stays little work; five at least go on
/// waiting, so that those that are there when the scan is closed are five too. Closing destroys all of them with the codes: no answer is ever kept in the clear.
/// </summary>
/// <param name="bron">Of this context.</param>
internal sealed partial class Antwoordopslag(NpgsqlDataSource bron, Antwoordsleutel sleutel)
{
    /// <summary>How many leave their place together, and how many at least go on waiting.</summary>
    public const int Bundel = Drempels.Antwoorden;

    private const string Slot = "select pg_advisory_xact_lock(hashtextextended('scan ' || $1, 0))";

    private const string Meeslot = "select pg_advisory_xact_lock_shared(hashtextextended('scan ' || $1, 0))";

    /// <summary>Stores the hashes of codes, sorted: their order says nothing about who got which.</summary>
    public static void Uitnodigen(IDocumentSession sessie, string scan, IEnumerable<string> codes) =>
        sessie.QueueSqlCommand(
            "insert into leercultuurscans.uitnodiging (scan, hash) select ?, unnest(?)",
            scan,
            codes.Select(Codes.Hash).Order(StringComparer.Ordinal).ToArray()
        );

    /// <summary>What someone can do with this code now; what is told of one that is good for nothing is always the same.</summary>
    /// <param name="hoogstens">How many people were asked: when as many answered, no code is good any more.</param>
    public async Task<Codestand> Stand(string scan, string code, int hoogstens, CancellationToken ct) =>
        (Codestand)
            await Getal(
                """
                select coalesce(max(case when eigen then 2 else 1 end), 0)::int from leercultuurscans.uitnodiging
                where scan = $1 and hash = $2 and not gebruikt
                  and (select count(*) from leercultuurscans.uitnodiging where scan = $1 and gebruikt) < $3
                """,
                ct,
                scan,
                Codes.Hash(code),
                hoogstens
            );

    /// <summary>
    /// The code with which someone goes on; null when they cannot. One that was handed out is exchanged for one of their own: who handed it out has it too, and
    /// would read what is filled in half, and see who began. One of their own too, as long as nothing was filled in with it: the firm may have opened the list
    /// itself and handed out what it got.
    /// </summary>
    /// <param name="beurt">What the caller made up for this once; the same again gives the same code. Null when someone goes on with a code of their own.</param>
    /// <param name="hoogstens">How many people were asked.</param>
    /// <returns>And whether it was exchanged for this caller; if not, who had the code before can read along.</returns>
    public async Task<(string Code, bool Vers)?> Open(string scan, string code, string? beurt, int hoogstens, CancellationToken ct)
    {
        if (beurt is null && await Stand(scan, code, hoogstens, ct) == Codestand.Eigen)
        {
            return (Codes.Gewoon(code), false);
        }
        var eigen = sleutel.EigenCode(scan, code, beurt ?? RandomNumberGenerator.GetHexString(32));
        byte[][] plaatsen = [.. sleutel.Plaatsen(scan, code)];
        const string Ruil = """
            update leercultuurscans.uitnodiging set hash = $3, eigen = true where scan = $1 and hash = $2 and not gebruikt
              and (not eigen or not exists (select from leercultuurscans.antwoordconcept where plaats = any($5)))
              and (select count(*) from leercultuurscans.uitnodiging where scan = $1 and gebruikt) < $4
            """;
        await using var ruil = bron.CreateCommand(Ruil);
        Zet(ruil, [scan, Codes.Hash(code), Codes.Hash(eigen), hoogstens, plaatsen]);
        if (await ruil.ExecuteNonQueryAsync(ct) == 1 || await Stand(scan, eigen, hoogstens, ct) == Codestand.Eigen)
        {
            return (eigen, true);
        }
        return await Stand(scan, code, hoogstens, ct) == Codestand.Eigen ? (Codes.Gewoon(code), false) : null;
    }

    /// <summary>Marks the code and keeps the answer; false when the code is unknown or used, the scan is closed or has all answers it asked for.</summary>
    /// <param name="hoogstens">How many people were asked.</param>
    public async Task<bool> Ontvang(string scan, string code, Antwoordblad blad, int hoogstens, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await Voer(verbinding, Slot, ct, scan);
        const string Markeer = """
            update leercultuurscans.uitnodiging set gebruikt = true where scan = $1 and hash = $2 and not gebruikt
              and (select count(*) from leercultuurscans.uitnodiging where scan = $1 and gebruikt) < $3
            """;
        if (await Voer(verbinding, Markeer, ct, scan, Codes.Hash(code), hoogstens) == 0)
        {
            return false;
        }
        await VergeetHalf(verbinding, [.. sleutel.Plaatsen(scan, code)], ct);
        await SchrijfAnders(verbinding, scan, sleutel.Versleutel(scan, blad.InVak()), ct);
        await transactie.CommitAsync(ct);
        return true;
    }

    /// <summary>Keeps a list that is not finished; false when nobody can answer with this code, or the firm has it too.</summary>
    public async Task<bool> BewaarHalf(string scan, string code, Antwoordblad blad, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        // Or a scan that is being closed would destroy what is there, and this would come after it. Two drafts do not wait for each other.
        await Voer(verbinding, Meeslot, ct, scan);
        const string Bewaar = """
            insert into leercultuurscans.antwoordconcept (plaats, scan, inhoud)
            select $1, $2, $3 where exists (select from leercultuurscans.uitnodiging where scan = $2 and hash = $4 and eigen and not gebruikt)
            on conflict (plaats) do update set inhoud = excluded.inhoud
            """;
        var inhoud = sleutel.VersleutelHalf(scan, code, blad.InVak());
        var plaatsen = sleutel.Plaatsen(scan, code);
        var bewaard = await Voer(verbinding, Bewaar, ct, plaatsen[0], scan, inhoud, Codes.Hash(code)) == 1;
        if (bewaard && plaatsen.Count > 1)
        {
            await VergeetHalf(verbinding, [.. plaatsen.Skip(1)], ct);
        }
        await transactie.CommitAsync(ct);
        return bewaard;
    }

    /// <summary>What was filled in with this code and not sent; null when there is nothing.</summary>
    public async Task<Antwoordblad?> Half(string scan, string code, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select inhoud from leercultuurscans.antwoordconcept where plaats = any($1)");
        opdracht.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. sleutel.Plaatsen(scan, code)] });
        return await opdracht.ExecuteScalarAsync(ct) is byte[] bewaard && sleutel.OntsleutelHalf(scan, code, bewaard) is { } vak
            ? Antwoordblad.UitVak(vak)
            : null;
    }

    /// <summary>How many people answered; to be told in steps only.</summary>
    public Task<int> Aantal(string scan, CancellationToken ct) =>
        Getal(
            """
            select (select count(*) from leercultuurscans.antwoordwacht where scan = $1)::int
              + (select count(*) from leercultuurscans.antwoord where scan = $1)::int
            """,
            ct,
            scan
        );

    /// <summary>Scans of which an answer waits that no key opens; of those that left their place, which can be many, a few are tried.</summary>
    public async Task<IReadOnlyList<string>> Onleesbaar(CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select scan, inhoud from leercultuurscans.antwoordwacht
            union all select scan, inhoud from (
              select scan, inhoud, row_number() over (partition by scan) as nummer from leercultuurscans.antwoord where inhoud is not null
            ) a where nummer <= 5
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var scans = new SortedSet<string>(StringComparer.Ordinal);
        while (await rij.ReadAsync(ct))
        {
            var scan = rij.GetString(0);
            if (sleutel.Probeer(scan, rij.GetFieldValue<byte[]>(1)) is null)
            {
                scans.Add(scan);
            }
        }
        return [.. scans];
    }

    /// <summary>Holds all answers off until this transaction ends.</summary>
    public static async Task Sluit(IDocumentSession sessie, string scan, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand(Slot);
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
        await sessie.ExecuteAsync(slot, ct);
    }

    /// <summary>Holds all answers off until this transaction ends, and reads those that are there.</summary>
    public async Task<IReadOnlyList<Antwoordblad>> SluitEnLees(IDocumentSession sessie, string scan, CancellationToken ct)
    {
        await Sluit(sessie, scan, ct);
        // A statement of its own: its snapshot must be taken after the lock.
        await using var lees = new NpgsqlCommand(
            """
            select antwoorden, inhoud from leercultuurscans.antwoord where scan = $1
            union all select null, inhoud from leercultuurscans.antwoordwacht where scan = $1
            """
        );
        lees.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
        await using var rij = await sessie.ExecuteReaderAsync(lees, ct);
        var bladen = new List<Antwoordblad>();
        while (await rij.ReadAsync(ct))
        {
            bladen.Add(
                await rij.IsDBNullAsync(1, ct)
                    ? Antwoordblad.Lees(rij.GetString(0))
                    : Antwoordblad.UitVak(sleutel.Ontsleutel(scan, rij.GetFieldValue<byte[]>(1)))
            );
        }
        return bladen;
    }

    /// <summary>Destroys the codes, what was filled in half and every answer.</summary>
    public static void Vernietig(IDocumentSession sessie, string scan) =>
        sessie.QueueSqlCommand(
            """
            with codes as (delete from leercultuurscans.uitnodiging where scan = ?),
              half as (delete from leercultuurscans.antwoordconcept where scan = ?),
              wacht as (delete from leercultuurscans.antwoordwacht where scan = ?)
            delete from leercultuurscans.antwoord where scan = ?
            """,
            scan,
            scan,
            scan,
            scan
        );

    /// <summary>Writes what waits, and one answer with it, anew: whoever has the tables and the key sees only that they were written together.</summary>
    private async Task SchrijfAnders(NpgsqlConnection verbinding, string scan, byte[] nieuw, CancellationToken ct)
    {
        var wachtend = new List<byte[]> { nieuw };
        await using (
            var neem = new NpgsqlCommand("delete from leercultuurscans.antwoordwacht where scan = $1 returning inhoud", verbinding)
        )
        {
            neem.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
            await using var rij = await neem.ExecuteReaderAsync(ct);
            while (await rij.ReadAsync(ct))
            {
                wachtend.Add(Anders(scan, rij.GetFieldValue<byte[]>(0)));
            }
        }
        var geschud = Geschud(wachtend);
        // Whichever: not those that came first.
        var bundel = geschud.Length < 2 * Bundel ? 0 : Bundel;
        const string Weg = "insert into leercultuurscans.antwoord (id, scan, inhoud) select gen_random_uuid(), $1, unnest($2)";
        const string Wacht = "insert into leercultuurscans.antwoordwacht (id, scan, inhoud) select gen_random_uuid(), $1, unnest($2)";
        if (bundel > 0)
        {
            await Voer(verbinding, Weg, ct, scan, geschud[..bundel]);
        }
        await Voer(verbinding, Wacht, ct, scan, geschud[bundel..]);
    }

    /// <summary>Under the key anew. What waits under a key that is not here stays as it is: it can come back, and others must not be held up by it.</summary>
    private byte[] Anders(string scan, byte[] wachtend) =>
        sleutel.Probeer(scan, wachtend) is { } vak ? sleutel.Versleutel(scan, vak) : wachtend;

    private static Task<int> VergeetHalf(NpgsqlConnection verbinding, byte[][] plaatsen, CancellationToken ct) =>
        Voer(verbinding, "delete from leercultuurscans.antwoordconcept where plaats = any($1)", ct, [plaatsen]);

    /// <summary>By a generator whose next turn nobody can compute from those before.</summary>
    private static T[] Geschud<T>(IEnumerable<T> rij)
    {
        var geschud = rij.ToArray();
        RandomNumberGenerator.Shuffle<T>(geschud);
        return geschud;
    }

    private async Task<int> Getal(string sql, CancellationToken ct, params object[] waarden)
    {
        await using var opdracht = bron.CreateCommand(sql);
        Zet(opdracht, waarden);
        return (int)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    private static async Task<int> Voer(NpgsqlConnection verbinding, string sql, CancellationToken ct, params object[] waarden)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        Zet(opdracht, waarden);
        return await opdracht.ExecuteNonQueryAsync(ct);
    }

    private static void Zet(NpgsqlCommand opdracht, object[] waarden)
    {
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
    }
}
