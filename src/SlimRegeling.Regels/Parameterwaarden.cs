using System.Collections.Frozen;
using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>The parameters of one version as numbers, texts, dates and sets, read once, each at the place of its key: a decision reads
/// them many times.</summary>
internal sealed class Parameterwaarden
{
    private readonly string versie;
    private readonly decimal?[] getallen;
    private readonly Waarde[]?[] percentages;
    private readonly string?[] teksten;
    private readonly LocalDate?[] datums;
    private readonly FrozenSet<string>?[] lijsten;
    private readonly (LocalDate Vanaf, decimal Getal)[]?[] gedateerdeGetallen;
    private readonly GedateerdeWaarde[]?[] gedateerdeTeksten;

    public Parameterwaarden(string versie, IReadOnlyDictionary<string, Parameter> parameters)
    {
        this.versie = versie;
        getallen = Lees<Getalsleutel, decimal?>(s => !s.Gedateerd, w => Regels.Getal.Lees(w));
        percentages = Lees<Getalsleutel, Waarde[]?>(s => !s.Gedateerd, w => [Waarde.Van("percentage", Regels.Getal.Lees(w))]);
        teksten = Lees<Tekstsleutel, string?>(s => !s.Gedateerd, w => w);
        datums = Lees<Datumsleutel, LocalDate?>(_ => true, w => Datumsleutel.Lees(w));
        lijsten = Lees<Lijstsleutel, FrozenSet<string>?>(_ => true, w => Lijstsleutel.Lees(w).ToFrozenSet(StringComparer.Ordinal));
        gedateerdeGetallen = Lees<Getalsleutel, (LocalDate, decimal)[]?>(
            s => s.Gedateerd,
            w => [.. Gedateerd.Lees(w)!.Select(x => (x.Vanaf, Regels.Getal.Lees(x.Waarde)))]
        );
        gedateerdeTeksten = Lees<Tekstsleutel, GedateerdeWaarde[]?>(s => s.Gedateerd, w => [.. Gedateerd.Lees(w)!]);

        TWaarde[] Lees<TSleutel, TWaarde>(Func<TSleutel, bool> welke, Func<string, TWaarde> lees)
            where TSleutel : Sleutel
        {
            var waarden = new TWaarde[Parameters.Alle.Count];
            foreach (var sleutel in Parameters.Alle.OfType<TSleutel>().Where(welke))
                if (parameters.TryGetValue(sleutel.Code, out var parameter))
                    waarden[sleutel.Plaats] = lees(parameter.Waarde);
            return waarden;
        }
    }

    public decimal? Getal(Getalsleutel sleutel) => getallen[sleutel.Plaats];

    /// <summary>The number as the value "percentage" of a line; zero where the version has none.</summary>
    public Waarde[] Percentage(Getalsleutel? sleutel) => sleutel is null ? GeenPercentage : percentages[sleutel.Plaats] ?? GeenPercentage;

    public string? Tekst(Tekstsleutel sleutel) => teksten[sleutel.Plaats];

    public LocalDate? Datum(Datumsleutel sleutel) => datums[sleutel.Plaats];

    public FrozenSet<string> Lijst(Lijstsleutel sleutel) => lijsten[sleutel.Plaats] ?? FrozenSet<string>.Empty;

    public decimal Getal(Getalsleutel sleutel, LocalDate dag)
    {
        var waarden = gedateerdeGetallen[sleutel.Plaats] ?? throw NietGedateerd(sleutel);
        for (var i = waarden.Length - 1; i >= 0; i--)
            if (waarden[i].Vanaf <= dag)
                return waarden[i].Getal;
        throw TeVroeg(sleutel, dag);
    }

    public string Tekst(Tekstsleutel sleutel, LocalDate dag)
    {
        var waarden = gedateerdeTeksten[sleutel.Plaats] ?? throw NietGedateerd(sleutel);
        for (var i = waarden.Length - 1; i >= 0; i--)
            if (waarden[i].Vanaf <= dag)
                return waarden[i].Waarde;
        throw TeVroeg(sleutel, dag);
    }

    private static readonly Waarde[] GeenPercentage = [Waarde.Van("percentage", 0m)];

    private static KeyNotFoundException NietGedateerd(Sleutel sleutel) => new($"De parameter '{sleutel.Code}' hangt niet af van een dag.");

    private ArgumentOutOfRangeException TeVroeg(Sleutel sleutel, LocalDate dag) =>
        new(nameof(dag), dag, $"Regelversie {versie} heeft op deze dag nog geen waarde voor '{sleutel.Code}'.");
}
