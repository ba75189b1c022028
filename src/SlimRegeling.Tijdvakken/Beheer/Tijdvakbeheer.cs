using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>A scheme manager proposes to publish a window (2.6, 2.7). Nothing is told to anyone before a second one signs.</summary>
[Naam("tijdvak-voorgesteld")]
public sealed record TijdvakVoorgesteld(
    int Voorstel,
    string Voorstelhash,
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    Instant RegistratieVanaf,
    decimal Plafond,
    Volgorde Volgorde,
    Overschrijding Overschrijding,
    string Regelversie,
    string? Bron,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] decimal? Bezwaarreserve = null
) : Gebeurtenis;

/// <summary>A scheme manager proposes to change a window. <c>Was</c> is the window as it stood then.</summary>
[Naam("tijdvakwijziging-voorgesteld")]
public sealed record TijdvakwijzigingVoorgesteld(
    int Voorstel,
    string Voorstelhash,
    Tijdvakinhoud Was,
    Tijdvakinhoud Wordt,
    string Bron,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>A scheme manager proposes to add what another window left, in euro (2.7, third paragraph).</summary>
[Naam("budgetverplaatsing-voorgesteld")]
public sealed record BudgetverplaatsingVoorgesteld(
    int Voorstel,
    string Voorstelhash,
    string Van,
    decimal Bedrag,
    string Bron,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>The second person signed; what follows stands on the window's own stream, written in the same transaction.</summary>
[Naam("tijdvakvoorstel-ondertekend")]
public sealed record TijdvakvoorstelOndertekend(int Voorstel, string Voorstelhash, string Door, Instant Op) : Gebeurtenis;

/// <summary>The second person did not sign, or the first took it back; the reason is kept beside the stream.</summary>
[Naam("tijdvakvoorstel-teruggezonden")]
public sealed record TijdvakvoorstelTeruggezonden(int Voorstel, string Voorstelhash, string Door, Verwijzing Reden, Instant Op)
    : Gebeurtenis;

/// <summary>One of the three is there: what was proposed.</summary>
/// <param name="Ondertekenaar">Pseudonym of the second person; null until they signed.</param>
public sealed record Tijdvakvoorstel(
    TijdvakVoorgesteld? Vaststelling,
    TijdvakwijzigingVoorgesteld? Wijziging,
    BudgetverplaatsingVoorgesteld? Verplaatsing,
    Voorstelstatus Status = Voorstelstatus.Voorgelegd,
    string? Ondertekenaar = null,
    TijdvakvoorstelTeruggezonden? Terugzending = null
) : IVoorstel
{
    public int Nummer => Vaststelling?.Voorstel ?? Wijziging?.Voorstel ?? Verplaatsing!.Voorstel;

    public string Hash => Vaststelling?.Voorstelhash ?? Wijziging?.Voorstelhash ?? Verplaatsing!.Voorstelhash;

    public string Door => Vaststelling?.Door ?? Wijziging?.Door ?? Verplaatsing!.Door;

    public string? Bron => Vaststelling is { } vaststelling ? vaststelling.Bron : Wijziging?.Bron ?? Verplaatsing!.Bron;

    public Instant Op => Vaststelling?.Op ?? Wijziging?.Op ?? Verplaatsing!.Op;
}

/// <summary>What was proposed about one window, beside its stream: a window that nobody signed for does not exist.</summary>
public sealed record Tijdvakbeheer
{
    public string Id { get; init; } = "";

    /// <summary>In the order of their numbers: 1, 2, 3, …</summary>
    public IReadOnlyList<Tijdvakvoorstel> Voorstellen { get; init; } = [];

    /// <summary>The id of the stream; no window can have it.</summary>
    public static string Stroom(string tijdvak) => $"tijdvakbeheer:{tijdvak}";

    public Tijdvakvoorstel? Met(int nummer) => Voorstellen.FirstOrDefault(v => v.Nummer == nummer);

    /// <summary>There is at most one proposal that nobody signed or sent back: each is made on the window as it stands.</summary>
    public Weigering? AlVoorgesteld() =>
        Voorstellen.FirstOrDefault(v => v.Status == Voorstelstatus.Voorgelegd) is { } open
            ? Weigering.Van(
                "al-voorgesteld",
                $"Voor dit tijdvak ligt voorstel {open.Nummer} al klaar. Laat dat ondertekenen, of zend het eerst terug."
            )
            : null;

    public Tijdvakbeheer Apply(TijdvakVoorgesteld e) => Voeg(new Tijdvakvoorstel(e, null, null));

    public Tijdvakbeheer Apply(TijdvakwijzigingVoorgesteld e) => Voeg(new Tijdvakvoorstel(null, e, null));

    public Tijdvakbeheer Apply(BudgetverplaatsingVoorgesteld e) => Voeg(new Tijdvakvoorstel(null, null, e));

    public Tijdvakbeheer Apply(TijdvakvoorstelOndertekend e) =>
        Wijzig(e.Voorstel, v => v with { Status = Voorstelstatus.Ondertekend, Ondertekenaar = e.Door });

    public Tijdvakbeheer Apply(TijdvakvoorstelTeruggezonden e) =>
        Wijzig(e.Voorstel, v => v with { Status = Voorstelstatus.Teruggezonden, Terugzending = e });

    private Tijdvakbeheer Voeg(Tijdvakvoorstel voorstel) => this with { Voorstellen = [.. Voorstellen, voorstel] };

    private Tijdvakbeheer Wijzig(int nummer, Func<Tijdvakvoorstel, Tijdvakvoorstel> wijzig) =>
        this with
        {
            Voorstellen = [.. Voorstellen.Select(v => v.Nummer == nummer ? wijzig(v) : v)],
        };
}
