using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Verzuim;

public enum Termijnstand
{
    /// <summary>Its decision was not told yet: no term runs.</summary>
    NietBekendgemaakt,
    Loopt,

    /// <summary>The last day comes near.</summary>
    Nadert,

    /// <summary>No payment is due while the minister means to withdraw (4:56 Awb).</summary>
    Opgeschort,

    /// <summary>The last day is over and nothing was paid: interest runs up.</summary>
    TeLaat,

    /// <summary>It was paid late, and nothing was decided about the interest.</summary>
    RenteVerschuldigd,

    /// <summary>Paid in time, or so little late that no interest is owed, or that was decided; or nothing of it is due any more.</summary>
    Klaar,
}

/// <summary>
/// By when an order is paid: six weeks after its decision was made known (4:87, first paragraph, Awb), and what we owe when it is not (4:97, 4:98 Awb).
/// </summary>
/// <param name="Uiterlijk">The last day; null while its decision was not told.</param>
public sealed record Betaaltermijn(Betaalopdracht Betaalopdracht, LocalDate? Uiterlijk)
{
    /// <summary>So long before the last day it is told.</summary>
    private static readonly Period Vooraf = Period.FromWeeks(1);

    /// <param name="bekendgemaakt">The day on which the letter with its decision was sent; null when it was not.</param>
    public static Betaaltermijn Van(Betaalopdracht betaalopdracht, LocalDate? bekendgemaakt, Regelversie versie) =>
        new(
            betaalopdracht,
            // What was received too much goes back by no decision that was made known.
            bekendgemaakt is { } dag
            && betaalopdracht.Opdracht.Soort != Betaalsoort.Terugbetaling
                ? Termijnen.Einde(versie, Termijncode.Betaling, dag)
                : null
        );

    /// <summary>The day on which the bank paid it, or it was set off; null while it did not.</summary>
    public LocalDate? Betaald => Betaalopdracht is { Status: Betaalstatus.Uitgevoerd, Boekdatum: { } dag } ? dag : null;

    /// <summary>How many days after the last one it was paid, or is not paid yet.</summary>
    public int TeLaat(LocalDate vandaag) =>
        Uiterlijk is { } uiterlijk && Betaalopdracht.Status != Betaalstatus.Vervallen
            ? Math.Max(0, Period.DaysBetween(uiterlijk, Betaald ?? vandaag))
            : 0;

    /// <summary>
    /// The interest from the first day of default up to and without that of payment, or today; in euro. On what is due of the order now: what is not due any
    /// more bore none, and neither did what was set off before the rest was paid.
    /// </summary>
    /// <param name="vanaf">The first day that counts, when the payment was not due for a time; null: the day after the last one.</param>
    public decimal Rente(Regelversie versie, LocalDate vandaag, LocalDate? vanaf = null)
    {
        if (Uiterlijk is not { } uiterlijk || TeLaat(vandaag) == 0)
        {
            return 0;
        }
        var eerste = vanaf ?? uiterlijk.PlusDays(1);
        return WettelijkeRente.Bedrag(versie, eerste, [new(eerste, Betaalopdracht.Opdracht.Bedrag)], [], Betaald ?? vandaag);
    }

    /// <param name="opgeschort">Whether no payment of the case is due today.</param>
    /// <param name="besloten">Whether it was decided to pay interest for it.</param>
    public Termijnstand Stand(Regelversie versie, LocalDate vandaag, bool opgeschort, bool besloten) =>
        this switch
        {
            { Betaalopdracht.Status: Betaalstatus.Vervallen } => Termijnstand.Klaar,
            { Betaalopdracht.Opdracht.Soort: Betaalsoort.Terugbetaling } => Termijnstand.Klaar,
            // Interest bears none.
            { Betaald: not null, Betaalopdracht.Opdracht.Soort: Betaalsoort.Rente } => Termijnstand.Klaar,
            { Uiterlijk: null } => Betaald is null ? Termijnstand.NietBekendgemaakt : Termijnstand.Klaar,
            { Betaald: not null } => besloten || Rente(versie, vandaag) < WettelijkeRente.DrempelBestuursorgaan(versie, vandaag)
                ? Termijnstand.Klaar
                : Termijnstand.RenteVerschuldigd,
            _ when opgeschort => Termijnstand.Opgeschort,
            { Uiterlijk: { } uiterlijk } when vandaag > uiterlijk => Termijnstand.TeLaat,
            { Uiterlijk: { } uiterlijk } when vandaag >= uiterlijk - Vooraf => Termijnstand.Nadert,
            _ => Termijnstand.Loopt,
        };
}
