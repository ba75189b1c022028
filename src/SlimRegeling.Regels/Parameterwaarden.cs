using System.Collections.Frozen;
using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>The parameters of one version as numbers, dates and sets, read once: a decision reads them many times.</summary>
internal sealed class Parameterwaarden
{
    private readonly string versie;
    private readonly FrozenDictionary<string, decimal> getallen;
    private readonly FrozenDictionary<string, LocalDate> datums;
    private readonly FrozenDictionary<string, FrozenSet<string>> lijsten;
    private readonly FrozenDictionary<string, (LocalDate Vanaf, decimal Getal)[]> gedateerdeGetallen;
    private readonly FrozenDictionary<string, GedateerdeWaarde[]> gedateerdeTeksten;

    public Parameterwaarden(string versie, IReadOnlyDictionary<string, Parameter> parameters)
    {
        this.versie = versie;
        getallen = Lees<Getalsleutel, decimal>(s => !s.Gedateerd, Regels.Getal.Lees);
        datums = Lees<Datumsleutel, LocalDate>(_ => true, Datumsleutel.Lees);
        lijsten = Lees<Lijstsleutel, FrozenSet<string>>(_ => true, w => Lijstsleutel.Lees(w).ToFrozenSet(StringComparer.Ordinal));
        gedateerdeGetallen = Lees<Getalsleutel, (LocalDate, decimal)[]>(
            s => s.Gedateerd,
            w => [.. Gedateerd.Lees(w)!.Select(x => (x.Vanaf, Regels.Getal.Lees(x.Waarde)))]
        );
        gedateerdeTeksten = Lees<Tekstsleutel, GedateerdeWaarde[]>(s => s.Gedateerd, w => [.. Gedateerd.Lees(w)!]);

        FrozenDictionary<string, TWaarde> Lees<TSleutel, TWaarde>(Func<TSleutel, bool> welke, Func<string, TWaarde> lees)
            where TSleutel : Sleutel =>
            Parameters
                .Alle.OfType<TSleutel>()
                .Where(welke)
                .Where(s => parameters.ContainsKey(s.Code))
                .ToFrozenDictionary(s => s.Code, s => lees(parameters[s.Code].Waarde), StringComparer.Ordinal);
    }

    public decimal? Getal(Getalsleutel sleutel) => getallen.TryGetValue(sleutel.Code, out var getal) ? getal : null;

    public LocalDate? Datum(Datumsleutel sleutel) => datums.TryGetValue(sleutel.Code, out var datum) ? datum : null;

    public FrozenSet<string> Lijst(Lijstsleutel sleutel) =>
        lijsten.TryGetValue(sleutel.Code, out var lijst) ? lijst : FrozenSet<string>.Empty;

    public decimal Getal(Getalsleutel sleutel, LocalDate dag)
    {
        var waarden = gedateerdeGetallen[sleutel.Code];
        for (var i = waarden.Length - 1; i >= 0; i--)
            if (waarden[i].Vanaf <= dag)
                return waarden[i].Getal;
        throw TeVroeg(sleutel, dag);
    }

    public string Tekst(Tekstsleutel sleutel, LocalDate dag)
    {
        var waarden = gedateerdeTeksten[sleutel.Code];
        for (var i = waarden.Length - 1; i >= 0; i--)
            if (waarden[i].Vanaf <= dag)
                return waarden[i].Waarde;
        throw TeVroeg(sleutel, dag);
    }

    private ArgumentOutOfRangeException TeVroeg(Sleutel sleutel, LocalDate dag) =>
        new(nameof(dag), dag, $"Regelversie {versie} heeft op deze dag nog geen waarde voor '{sleutel.Code}'.");
}
