using System.Globalization;
using NodaTime;
using Npgsql;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What is asked of the ledger: which lines, by the day of booking, and as it was known at a moment. A condition that is not asked is not in the SQL.</summary>
internal sealed class Grootboekvraag
{
    private readonly List<string> _voorwaarden = [];
    private readonly List<object> _waarden = [];

    public string Voorwaarden => _voorwaarden.Count == 0 ? "true" : string.Join(" and ", _voorwaarden);

    /// <summary>Adds a value and gives its place in the SQL.</summary>
    public string Waarde(object waarde)
    {
        _waarden.Add(waarde);
        return string.Create(CultureInfo.InvariantCulture, $"${_waarden.Count}");
    }

    public Grootboekvraag Gelijk(string kolom, object? waarde) => waarde is null ? this : En($"{kolom} = {Waarde(waarde)}");

    public Grootboekvraag En(string voorwaarde)
    {
        _voorwaarden.Add(voorwaarde);
        return this;
    }

    /// <summary>Only what was known at this moment.</summary>
    public Grootboekvraag BekendOp(Instant moment) => En($"op <= {Waarde(moment)}");

    public Grootboekvraag TotEnMet(LocalDate dag) => En($"boekdatum <= {Waarde(dag)}");

    public Grootboekvraag Vanaf(LocalDate dag) => En($"boekdatum >= {Waarde(dag)}");

    public Grootboekvraag Zonder(IReadOnlySet<string> zaken) =>
        zaken.Count == 0 ? this : En($"zaaknummer <> all({Waarde(zaken.ToArray())})");

    /// <param name="sql">With the places of the values that were added.</param>
    public NpgsqlCommand Opdracht(NpgsqlDataSource bron, string sql) => Vul(bron.CreateCommand(sql));

    /// <inheritdoc cref="Opdracht(NpgsqlDataSource, string)"/>
    public NpgsqlCommand Opdracht(NpgsqlConnection verbinding, string sql) => Vul(new NpgsqlCommand(sql, verbinding));

    private NpgsqlCommand Vul(NpgsqlCommand opdracht)
    {
        foreach (var waarde in _waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
        return opdracht;
    }
}
