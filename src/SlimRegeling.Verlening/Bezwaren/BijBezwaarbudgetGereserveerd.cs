using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Herstellen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// Notes what is set apart for a decision on an objection, or to mend a mistake; what the reservation said last counts. What was set apart for a proposal
/// that a decision came after is in that, or free.
/// </summary>
public sealed class BijBezwaarbudgetGereserveerd(Stroom<Bezwaar> bezwaren, Stroom<Verlening> verleningen)
    : IVerwerker<BezwaarbudgetGereserveerdBericht>
{
    public Task Verwerk(BezwaarbudgetGereserveerdBericht bericht, CancellationToken ct) =>
        Herstelnummer.Is(bericht.Bezwaar)
            ? verleningen.Schrijf(bericht.Zaaknummer, verlening => HerstelVoorleggen.Hoor(verlening, bericht), ct)
            : bezwaren.Schrijf(bericht.Bezwaar, bezwaar => Beslis(bezwaar, bericht), ct);

    public static Beslissing Beslis(Bezwaar bezwaar, BezwaarbudgetGereserveerdBericht bericht) =>
        bezwaar.Afgelopen && bezwaar.Voorstel is null
        || bericht.Voorstel is { } voorstel && bezwaar.Geldvragen.All(v => v.Voorstelhash != voorstel)
        || !new Zegmoment(bericht.Op, bericht.Versie).Na(new(bezwaar.Budgetbericht?.Op, bezwaar.Budgetbericht?.Versie))
            ? Beslissing.Geen
            : new BezwaarbudgetOntvangen(bericht.Bedrag, bericht.Op, bericht.Versie);
}
