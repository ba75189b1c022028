using System.Globalization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>The award binds the scheme to pay at most <c>Bedrag</c>, of which <c>Voorschot</c> in advance.</summary>
[Naam("verplichting-aangegaan")]
public sealed record VerplichtingAangegaan(string Tijdvak, string KvkNummer, string Besluit, decimal Bedrag, decimal Voorschot, Instant Op)
    : Gebeurtenis;

[Naam("voorschot-vernomen")]
public sealed record VoorschotVernomen(string KvkNummer, string Besluit, decimal Bedrag, IReadOnlyList<string> Ondertekenaars, Instant Op)
    : Gebeurtenis;

[Naam("vaststelling-vernomen")]
public sealed record VaststellingVernomen(
    string KvkNummer,
    string Besluit,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal NogTeBetalen,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>The settlement took the place of the award: the obligation ends and what is settled becomes cost.</summary>
[Naam("verplichting-afgerekend")]
public sealed record VerplichtingAfgerekend(
    string Tijdvak,
    string Besluit,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal NogTeBetalen,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// What was signed about the money of one case; its id is the case number. The messages come in any order: nothing is ordered or booked
/// before the award is known, and then all that waited for it.
/// </summary>
public sealed record Verplichting
{
    public string Id { get; init; } = "";

    public VerplichtingAangegaan? Verlening { get; init; }

    public VoorschotVernomen? Voorschot { get; init; }

    public VaststellingVernomen? Vaststelling { get; init; }

    public bool Afgerekend { get; init; }

    public Verplichting Apply(VerplichtingAangegaan e) => this with { Verlening = e };

    public Verplichting Apply(VoorschotVernomen e) => this with { Voorschot = e };

    public Verplichting Apply(VaststellingVernomen e) => this with { Vaststelling = e };

    public Verplichting Apply(VerplichtingAfgerekend _) => this with { Afgerekend = true };

    public Verplichting Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            VerplichtingAangegaan e => Apply(e),
            VoorschotVernomen e => Apply(e),
            VaststellingVernomen e => Apply(e),
            VerplichtingAfgerekend e => Apply(e),
            _ => this,
        };

    /// <summary>
    /// Takes in what another context signed. What contradicts what was signed before is refused: more advance than the award gives, another
    /// enterprise, or a settlement that reckons with another award or advance.
    /// </summary>
    public static Beslissing Verneem(Verplichting? verplichting, Gebeurtenis vernomen, Instant nu)
    {
        var voor = verplichting ?? new Verplichting();
        var na = voor.Na(vernomen);
        if (na == voor || AlBekend(voor, vernomen))
        {
            return Beslissing.Geen;
        }
        if (na.Tegenspraak() is { } tegenspraak)
        {
            return Weigering.Van("tegenspraak", tegenspraak);
        }
        return na is { Verlening: { } verlening, Vaststelling: { } v, Afgerekend: false }
            ? Beslissing.Van(
                vernomen,
                new VerplichtingAfgerekend(verlening.Tijdvak, v.Besluit, v.Verleend, v.Vastgesteld, v.Voorschotten, v.NogTeBetalen, nu)
            )
            : vernomen;
    }

    /// <summary>The payment orders that follow from what was signed, in the case <paramref name="zaaknummer"/>.</summary>
    public IEnumerable<Opdracht> Opdrachten(string zaaknummer)
    {
        if (Verlening is not { } verlening)
        {
            yield break;
        }
        if (Voorschot is { Bedrag: > 0 } voorschot)
        {
            yield return Maak(1, Betaalsoort.Voorschot, voorschot.Besluit, voorschot.Bedrag, voorschot.Ondertekenaars);
        }
        if (Vaststelling is { NogTeBetalen: > 0 } vaststelling)
        {
            yield return Maak(2, Betaalsoort.Vaststelling, vaststelling.Besluit, vaststelling.NogTeBetalen, vaststelling.Ondertekenaars);
        }

        Opdracht Maak(int nummer, Betaalsoort soort, string besluit, decimal bedrag, IReadOnlyList<string> ondertekenaars) =>
            new(
                string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-B{nummer}"),
                zaaknummer,
                verlening.Tijdvak,
                verlening.KvkNummer,
                besluit,
                soort,
                bedrag,
                ondertekenaars
            );
    }

    private static bool AlBekend(Verplichting voor, Gebeurtenis vernomen) =>
        vernomen switch
        {
            VerplichtingAangegaan => voor.Verlening is not null,
            VoorschotVernomen => voor.Voorschot is not null,
            VaststellingVernomen => voor.Vaststelling is not null,
            _ => true,
        };

    private string? Tegenspraak()
    {
        if (Verlening is not { } verlening)
        {
            return null;
        }
        if (Voorschot is { } voorschot && (voorschot.Bedrag > verlening.Voorschot || voorschot.KvkNummer != verlening.KvkNummer))
        {
            return $"Het voorschot ({voorschot.Bedrag}) past niet bij {verlening.Besluit} (voorschot {verlening.Voorschot}).";
        }
        return
            Vaststelling is { } v
            && (
                v.Verleend != verlening.Bedrag
                || v.Vastgesteld > verlening.Bedrag
                || v.Vastgesteld < 0
                || v.Voorschotten != verlening.Voorschot
                || v.NogTeBetalen != v.Vastgesteld - v.Voorschotten
                || v.KvkNummer != verlening.KvkNummer
            )
            ? $"{v.Besluit} rekent niet met {verlening.Besluit} (verleend {verlening.Bedrag}, voorschot {verlening.Voorschot})."
            : null;
    }
}
