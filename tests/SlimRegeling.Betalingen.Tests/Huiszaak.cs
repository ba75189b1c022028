using NodaTime;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// A case of 11,040.00 of which half was ordered in advance: what others say of it and did not say yet, in any order, and what is signed by what they did.
/// </summary>
internal sealed class Huiszaak
{
    private const decimal Voorschot = 5520m;

    private readonly Zaak _zaak;
    private readonly Levensbesluiten _besluiten;
    private readonly object _eerste;
    private readonly object _tweede;
    private readonly object _intrekking;

    public Huiszaak(Zaak zaak, string tijdvak, Levensbesluiten besluiten)
    {
        (_zaak, _besluiten, Tijdvak) = (zaak, besluiten, tijdvak);
        _eerste = Vastgesteld("S1", besluiten.Laag, Voorschot, null);
        _tweede = Vastgesteld("S2", besluiten.Hoog, Math.Max(Voorschot, besluiten.Laag), $"{zaak.Zaaknummer}-S1");
        _intrekking = Ingetrokken();
        Komt = [_eerste, _tweede, _intrekking, zaak.Bezwaar, zaak.BezwaarIngetrokken];
    }

    public string Nummer => _zaak.Zaaknummer;

    public string Tijdvak { get; }

    /// <summary>What was not said yet.</summary>
    public List<object> Komt { get; }

    /// <summary>The first settlement while the second was said before it; null otherwise.</summary>
    public object? Wacht => Komt.Contains(_eerste) && !Komt.Contains(_tweede) ? _eerste : null;

    /// <summary>By which it begins.</summary>
    public object[] Begin => [_zaak.SubsidieVerleend with { Tijdvak = Tijdvak }, _zaak.VoorschotToegekend];

    /// <summary>In euro, worked out apart from the product.</summary>
    public decimal Getekend
    {
        get
        {
            var rest = Komt.Contains(_intrekking) ? _zaak.Verleend : _besluiten.Rest;
            return Math.Min(
                Komt.Contains(_eerste) ? Voorschot
                    : Komt.Contains(_tweede) ? _besluiten.Laag
                    : _besluiten.Hoog,
                rest
            );
        }
    }

    private object Vastgesteld(string besluit, decimal bedrag, decimal voorschotten, string? vervangt) =>
        _zaak.SubsidieVastgesteld with
        {
            Tijdvak = Tijdvak,
            Besluit = $"{Nummer}-{besluit}",
            Vastgesteld = bedrag,
            Voorschotten = voorschotten,
            NogTeBetalen = bedrag - voorschotten,
            Vervangt = vervangt,
        };

    private VerleningIngetrokkenBericht Ingetrokken() =>
        new(
            Nummer,
            Tijdvak,
            _zaak.KvkNummer,
            "slim-2026",
            $"{Nummer}-I1",
            $"{Nummer}-V1",
            "verlening",
            Voorbeelden.Dag,
            "activiteiten-niet-verricht",
            _besluiten.Rest,
            _zaak.Verleend,
            Math.Min(Voorschot, _besluiten.Rest),
            0m,
            0m,
            new LocalDate(2026, 6, 1),
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Voorbeelden.Moment
        );
}
