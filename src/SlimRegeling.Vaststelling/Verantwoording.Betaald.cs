using System.Text.Json.Serialization;

namespace SlimRegeling.Vaststelling;

// What the bank paid.
public sealed partial record Verantwoording
{
    /// <summary>Of each order the latest: of nothing when that came back.</summary>
    public IReadOnlyList<BetalingUitgevoerd> Betalingen { get; init; } = [];

    [JsonIgnore]
    public decimal Betaald => Betalingen.Sum(b => b.Bedrag);

    public Verantwoording Apply(BetalingUitgevoerd e) =>
        this with
        {
            Betalingen =
            [
                .. Betalingen
                    .Where(b => b.Betaalopdracht != e.Betaalopdracht)
                    .Append(e)
                    .OrderBy(b => b.Betaalopdracht, StringComparer.Ordinal),
            ],
        };

    public Verantwoording Apply(BetalingTeruggekomen e) =>
        Apply(new BetalingUitgevoerd(e.Betaalopdracht, e.Soort, 0, e.Boekdatum, e.Op, e.Versie));
}
