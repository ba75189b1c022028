using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>
/// Who hears something of a window shares its lock until commit; who gives out its money, fixes its list or draws has it alone, and so sees all that
/// was heard before, and nothing half.
/// </summary>
public sealed class Verdeelbeurt(Werkeenheid<TijdvakkenContext> eenheid)
{
    private static readonly Duration Afronding = Duration.FromTicks(10);

    private readonly Dictionary<string, Vensterstand> _gedeeld = [];
    private readonly HashSet<string> _gewekt = [];
    private IDocumentSession? _sessie;

    /// <summary>Shares the window; once per transaction, however many of its messages are handled together.</summary>
    public async Task<Vensterstand> Deel(string tijdvak, CancellationToken ct)
    {
        var sessie = Begin();
        if (_gedeeld.TryGetValue(tijdvak, out var bekend))
        {
            return bekend;
        }
        await Slot(sessie, "pg_advisory_xact_lock_shared", tijdvak, ct);
        await using var lees = new NpgsqlCommand(
            """
            select (select tot from tijdvakken.horizon where tijdvak = $1),
              coalesce((select wachtlijst_gesloten from tijdvakken.plafondstand where tijdvak = $1), false)
            """
        );
        lees.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(lees, ct);
        await rij.ReadAsync(ct);
        return _gedeeld[tijdvak] = new Vensterstand(
            await rij.IsDBNullAsync(0, ct) ? Instant.MinValue : await rij.GetFieldValueAsync<Instant>(0, ct),
            rij.GetBoolean(1)
        );
    }

    /// <summary>A message that the horizon counts. When the horizon was said before it came, it may have been the last one waited for.</summary>
    public async Task<Vensterstand> Hoor(string tijdvak, Instant op, CancellationToken ct)
    {
        var stand = await Deel(tijdvak, ct);
        // The table keeps microseconds.
        if (op - Afronding <= stand.Horizon)
        {
            Wek(tijdvak, op);
        }
        return stand;
    }

    /// <summary>Takes the window alone, until this transaction ends.</summary>
    public Task Neem(string tijdvak, CancellationToken ct) => Slot(Begin(), "pg_advisory_xact_lock", tijdvak, ct);

    /// <summary>After the commit the window is given out anew.</summary>
    public void Wek(string tijdvak, Instant op)
    {
        Begin();
        if (_gewekt.Add(tijdvak))
        {
            eenheid.Wek(new BudgetVerdelenBericht(tijdvak, op));
        }
    }

    // A call that is decided again has a new transaction, and none of the locks of the old one.
    private IDocumentSession Begin()
    {
        if (_sessie != eenheid.Sessie)
        {
            _sessie = eenheid.Sessie;
            _gedeeld.Clear();
            _gewekt.Clear();
        }
        return _sessie;
    }

    private static async Task Slot(IDocumentSession sessie, string functie, string tijdvak, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand($"select {functie}(hashtextextended('verdeling ' || $1, 0))");
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await sessie.ExecuteAsync(slot, ct);
    }
}

/// <param name="Horizon">As far as Aanvragen said it was; the beginning of time when it said nothing.</param>
public sealed record Vensterstand(Instant Horizon, bool WachtlijstGesloten);
