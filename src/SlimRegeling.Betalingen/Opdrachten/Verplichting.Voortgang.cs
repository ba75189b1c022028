namespace SlimRegeling.Betalingen.Opdrachten;

// An advance after a progress report is signed at Verlening while Vaststelling settles; so it can cross a settlement that does not know of it. Whichever is
// heard first, both together come to what is settled.
public sealed partial record Verplichting
{
    /// <summary>What was advanced after a progress report that the first settlement does not know of, in euro: it is so much less.</summary>
    public decimal Gekruist { get; init; }

    /// <summary>
    /// What is ordered for a decision where that is not what it says, in euro by its number; null when there is none. Stored for the reconciliation.
    /// </summary>
    public IReadOnlyDictionary<string, decimal>? Bijgesteld
    {
        get
        {
            var bijgesteld = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var v in Gekruist == 0 ? [] : Verrekende())
            {
                bijgesteld[v.Besluit] = v.NogTeBetalen;
            }
            foreach (var (v, _) in Voorschotten().Where(v => v.Voorschot.NaVoortgang == true && IsAfgewikkeld))
            {
                bijgesteld[v.Besluit] = 0;
            }
            return bijgesteld.Count == 0 ? null : bijgesteld;
        }
    }

    /// <summary>
    /// The first settlement took the place of the award without an advance after a progress report: it pays what such an advance would, so that nothing is
    /// ordered for one that comes after. What a settlement after a withdrawal does not reckon with, the withdrawal takes back.
    /// </summary>
    private bool IsAfgewikkeld => Afgerekend && Gekruist == 0 && Vaststelling is { NaVoortgang: null or 0, Intrekking: null };

    /// <summary>What was advanced by now that a settlement does not know of when it takes the place of the award.</summary>
    private decimal Kruist(VaststellingVernomen v) => v.Intrekking is null ? NaVoortgang - (v.NaVoortgang ?? 0) : 0;

    /// <summary>An advance after a progress report is part of an award that is known: it can be heard before what made the award more.</summary>
    private bool Past(decimal bedrag) =>
        Verlening is { } verlening
        && Wijzigingen
            .Select(w => (w.Bedrag, w.Voorschot))
            .Prepend((verlening.Bedrag, verlening.Voorschot))
            .Any(v => v.Voorschot + bedrag <= v.Bedrag);

    /// <summary>The settlements with what was in truth paid before each: what they say, and the advance that crossed the first.</summary>
    private IEnumerable<VaststellingVernomen> Verrekende()
    {
        var (gezegd, waar) = (0m, Gekruist);
        foreach (var v in Vaststellingen())
        {
            var voorschotten = v.Voorschotten - gezegd + waar;
            var verrekend = v with { Voorschotten = voorschotten, NogTeBetalen = v.Vastgesteld - voorschotten };
            yield return verrekend;
            (gezegd, waar) = (gezegd + Math.Max(0, v.NogTeBetalen), waar + Math.Max(0, verrekend.NogTeBetalen));
        }
    }

    /// <summary>Those of them that were booked.</summary>
    private IEnumerable<VaststellingVernomen> Afgerekende() => Verrekende().Take(AantalAfgerekend);
}
