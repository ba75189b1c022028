using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

public sealed class BijTijdvakGewijzigd(Werkeenheid<AanvragenContext> eenheid) : IVerwerker<TijdvakGewijzigdBericht>
{
    public Task Verwerk(TijdvakGewijzigdBericht bericht, CancellationToken ct)
    {
        Aanvraagtijdvak.Bewaar(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}

/// <summary>The latest rank stands, in whatever order the messages come.</summary>
public sealed class BijAanvraagGerangschikt(Stroom<Aanvraag> aanvragen) : IVerwerker<AanvraagGerangschiktBericht>
{
    public Task Verwerk(AanvraagGerangschiktBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, AanvraagGerangschiktBericht bericht) =>
        aanvraag?.Rangschikking is { } bekend && (bericht.Op, bericht.Rang).CompareTo((bekend.Op, bekend.Rang)) <= 0
            ? Beslissing.Geen
            : new RangVernomen(bericht.Rang, bericht.BinnenPlafond, bericht.Op);
}

/// <summary>The latest amount stands, in whatever order the messages come.</summary>
public sealed class BijBudgetGereserveerd(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetGereserveerdBericht>
{
    public Task Verwerk(BudgetGereserveerdBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetGereserveerdBericht bericht) =>
        aanvraag?.Budget is { } bekend && (bericht.Op, bericht.Bedrag).CompareTo((bekend.Op, bekend.Gereserveerd)) <= 0
            ? Beslissing.Geen
            : new BudgetVernomen(bericht.Bedrag, bericht.Op, bericht.Gedeeltelijk);
}
