using System.Text.Json.Serialization;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening;

public sealed partial record Verlening
{
    /// <summary>Null when nothing was ever proposed to be withdrawn by the minister.</summary>
    public Intrekkingstand? Intrekking { get; init; }

    /// <summary>Number of what waits to be withdrawn; stored so that those that wait are found. Null while nothing does.</summary>
    public string? Intrekkingsvoorstel => Intrekking?.Voorstel?.Intrekking;

    /// <summary>What the bank is known to have paid, of each order the latest: nothing when that came back.</summary>
    public IReadOnlyList<BetalingVernomen> Betalingen { get; init; } = [];

    [JsonIgnore]
    public decimal Betaald => Betalingen.Sum(b => b.Bedrag);

    /// <summary>The settlement as Vaststelling took it last; what was withdrawn of it since is not in it.</summary>
    public VaststellingOntvangen? LaatstVastgesteld { get; init; }

    /// <summary>Whether the minister withdrew something of it that was not revoked: from then on it only goes down.</summary>
    [JsonIgnore]
    public bool IsIngetrokken => Intrekking?.Staande.Count > 0;

    public Verlening Apply(IntrekkingVoorgesteld e) => this with { Intrekking = (Intrekking ?? new()).Na(e) };

    public Verlening Apply(ZienswijzetermijnGestart e) => this with { Intrekking = Intrekking!.Na(e) };

    public Verlening Apply(ZienswijzeHerinnerd e) => this with { Intrekking = Intrekking!.Na(e) };

    public Verlening Apply(ZienswijzeOntvangen e) => this with { Intrekking = Intrekking!.Na(e) };

    public Verlening Apply(IntrekkingVoorgelegd e) => this with { Intrekking = Intrekking!.Na(e) };

    public Verlening Apply(IntrekkingTeruggezonden e) => this with { Intrekking = Intrekking!.Na(e) };

    /// <summary>What was settled is no more than what the award is, and by this decision from now on.</summary>
    public Verlening Apply(IntrekkingBesloten e) =>
        this with
        {
            Verleend = e.Wordt,
            Herschreven = Herschreven + 1,
            Vaststelling =
                e.VastgesteldWas is null || Vaststelling is null
                    ? Vaststelling
                    : Vaststelling with
                    {
                        Besluit = e.Besluit,
                        Vastgesteld = e.Wordt.Bedrag,
                        Ondertekenaars = e.Ondertekenaars,
                    },
            Intrekking = Intrekking!.Na(e, Verleend!),
        };

    public Verlening Apply(BetalingVernomen e) =>
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

    /// <summary>With what a decision on objection revokes of what was withdrawn, of the settlement too.</summary>
    private Verlening NaHerroeping(VerleningGewijzigd e)
    {
        if (e.Intrekking is not { } intrekking || Intrekking is not { } stand)
        {
            return this;
        }
        var na = stand.Na(new Herroepen(intrekking, e.Blijft, e.Blijft is null ? null : e.Wordt.Partijen));
        return this with { Intrekking = na, Vaststelling = Herroeping.Vaststelling(this, na, e.Wordt.Bedrag) };
    }
}
