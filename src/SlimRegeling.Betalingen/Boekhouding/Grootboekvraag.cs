using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What is asked of the ledger: which lines, by the day of booking, and as it was known at a moment. A condition that is not asked is not in the SQL.</summary>
internal sealed class Grootboekvraag
{
    private const int EersteJaar = 2000;
    private const int LaatsteJaar = 9000;

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

    /// <summary>Null when it was left out, or is no day, which is then among the mistakes.</summary>
    public static LocalDate? Dag(string veld, string? tekst, List<Fout> fouten)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            return null;
        }
        if (LocalDatePattern.Iso.Parse(tekst.Trim()) is { Success: true, Value: { Year: >= EersteJaar and <= LaatsteJaar } dag })
        {
            return dag;
        }
        fouten.Add(new(veld, "Schrijf de dag als 2026-04-07."));
        return null;
    }

    /// <summary>The moment of which the knowledge is asked; now when it was left out.</summary>
    public static Instant Bekend(string? op, Instant nu, List<Fout> fouten)
    {
        if (Peilmoment.Lees(op, nu) is { } moment)
        {
            return moment;
        }
        fouten.AddRange(Peilmoment.Onleesbaar.Fouten);
        return nu;
    }

    public static int Jaar(int? jaar, LocalDate vandaag, List<Fout> fouten)
    {
        if (jaar is null or (>= EersteJaar and <= LaatsteJaar))
        {
            return jaar ?? vandaag.Year;
        }
        fouten.Add(new("jaar", "Schrijf het jaar met vier cijfers, bijvoorbeeld 2026."));
        return vandaag.Year;
    }

    private NpgsqlCommand Vul(NpgsqlCommand opdracht)
    {
        foreach (var waarde in _waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
        return opdracht;
    }
}
