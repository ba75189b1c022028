using NodaTime;
using Npgsql;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>A line of the ledger as it stands there, amounts in euro.</summary>
/// <param name="Boeking">Id of the event that it follows from; the lines of one event balance.</param>
/// <param name="Stroom">Of what the event is: a case, a payment order, a claim, a movement on the bank account, a correction.</param>
/// <param name="Soort">The name of the event: <c>verplichting-aangegaan</c>.</param>
/// <param name="Gebeurtenisdag">The day of the event itself, when its month was closed by then; absent when it was booked on its own day.</param>
/// <param name="Zaaknummer">Empty of a movement that belongs to no case yet; so is <paramref name="Tijdvak"/>.</param>
/// <param name="Besluit">On which it rests; of a movement that belongs to no case yet, and has no decision, the movement.</param>
/// <param name="Op">When it became known here.</param>
/// <param name="KeertOm">The booking that this one reverses.</param>
public sealed record Grootboekregel(
    Guid Boeking,
    int Regel,
    string Stroom,
    string? Soort,
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    string Rekening,
    decimal Debet,
    decimal Credit,
    LocalDate Boekdatum,
    LocalDate? Gebeurtenisdag,
    Instant Op,
    Guid? KeertOm
)
{
    internal const string Kolommen =
        "boeking, regel, stroom, soort, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, gebeurtenisdag, op, keert_om";

    /// <summary>Null of a line that belongs to no case yet.</summary>
    internal string? Zaak => Zaaknummer.Length > 0 ? Zaaknummer : null;

    /// <summary>Of a reader of <see cref="Kolommen"/>.</summary>
    internal static Grootboekregel Van(NpgsqlDataReader rij) =>
        new(
            rij.GetGuid(0),
            rij.GetInt32(1),
            rij.GetString(2),
            rij.IsDBNull(3) ? null : rij.GetString(3),
            rij.GetString(4),
            rij.GetString(5),
            rij.GetString(6),
            rij.GetString(7),
            rij.GetDecimal(8),
            rij.GetDecimal(9),
            rij.GetFieldValue<LocalDate>(10),
            rij.IsDBNull(11) ? null : rij.GetFieldValue<LocalDate>(11),
            rij.GetFieldValue<Instant>(12),
            rij.IsDBNull(13) ? null : rij.GetGuid(13)
        );

    /// <summary>The lines of one booking, in order; empty when there is none.</summary>
    internal static async Task<IReadOnlyList<Grootboekregel>> VanBoeking(NpgsqlDataSource bron, Guid boeking, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand($"select {Kolommen} from betalingen.grootboek where boeking = $1 order by regel");
        opdracht.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = boeking });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var regels = new List<Grootboekregel>();
        while (await rij.ReadAsync(ct))
        {
            regels.Add(Van(rij));
        }
        return regels;
    }
}
