using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What is decided of a case, in euro: settled first at <c>Laag</c>, then at <c>Hoog</c>; withdrawn to <c>Rest</c>, which can be revoked.</summary>
internal sealed record Levensbesluiten(decimal Laag, decimal Hoog, decimal Rest, bool Herroepen);

/// <summary>A case of 8,000.00 with half of it in advance: what others say of it and was not heard yet, and what is signed by what was.</summary>
internal sealed class Levenszaak
{
    public const string Kvk = "12345678";
    private const decimal Verleend = 8000m;
    private const decimal Voorschot = 4000m;
    private static readonly string[] Ondertekenaars = ["bea", "mees"];

    private readonly Levensbesluiten _besluiten;
    private readonly HashSet<Type> _gehoord = [];
    private bool _laag;
    private bool _hoger;

    public Levenszaak(string nummer, string tijdvak, Levensbesluiten besluiten)
    {
        (Nummer, _besluiten) = (nummer, besluiten);
        var op = Voorbeelden.Moment;
        var ingetrokken = Math.Min(Voorschot, besluiten.Rest);
        Komt =
        [
            new VerplichtingAangegaan(tijdvak, Kvk, "V1", Verleend, Voorschot, op),
            new VoorschotVernomen(Kvk, "V1", Voorschot, Ondertekenaars, op),
            Vastgesteld("S1", besluiten.Laag, Voorschot, null),
            Vastgesteld("S2", besluiten.Hoog, Math.Max(Voorschot, besluiten.Laag), "S1"),
            new BezwaarVernomen("BZ1", "V1", op),
            new BezwaarAfgelopen("BZ1", op),
            new OpschortingVernomen("I1", Moment.Dag(op).PlusWeeks(13), op),
            new OpschortingAfgelopen("I1", op),
            new IntrekkingVernomen(tijdvak, Kvk, "I1", besluiten.Rest, Verleend, ingetrokken, op),
        ];
        if (besluiten.Herroepen)
        {
            Komt.Add(new HerroepingVernomen(tijdvak, Kvk, "BZ2", "I1", null, Verleend, Voorschot, Ondertekenaars, op));
        }
    }

    public string Nummer { get; }

    /// <summary>What was said and not heard; it is heard in any order.</summary>
    public List<Gebeurtenis> Komt { get; }

    public void Gehoord(Gebeurtenis vernomen)
    {
        Komt.Remove(vernomen);
        _gehoord.Add(vernomen.GetType());
        _laag |= vernomen is VaststellingVernomen { Vervangt: null };
        _hoger |= vernomen is VaststellingVernomen { Vervangt: not null };
    }

    /// <summary>
    /// What the decisions that were heard give together, in euro, worked out apart from the product. An advance that was settled and not heard of is still to
    /// be ordered: so much less is signed.
    /// </summary>
    public decimal Getekend
    {
        get
        {
            if (!_gehoord.Contains(typeof(VerplichtingAangegaan)))
            {
                return 0;
            }
            var voorschot = _gehoord.Contains(typeof(VoorschotVernomen)) ? Voorschot : 0;
            var rest =
                _gehoord.Contains(typeof(IntrekkingVernomen)) && !_gehoord.Contains(typeof(HerroepingVernomen))
                    ? _besluiten.Rest
                    : Verleend;
            return _laag
                ? Math.Min(_hoger ? _besluiten.Hoog : _besluiten.Laag, rest) - Voorschot + voorschot
                : Math.Min(voorschot, rest);
        }
    }

    private static VaststellingVernomen Vastgesteld(string besluit, decimal bedrag, decimal voorschotten, string? vervangt) =>
        new(Kvk, besluit, Verleend, bedrag, voorschotten, bedrag - voorschotten, Ondertekenaars, Voorbeelden.Moment, vervangt);
}
