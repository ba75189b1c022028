using SlimRegeling.Aanvragen.BuitenBehandeling;
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

/// <summary>The latest amount stands, in whatever order the messages come; what was freed later does not.</summary>
public sealed class BijBudgetGereserveerd(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetGereserveerdBericht>
{
    public Task Verwerk(BudgetGereserveerdBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetGereserveerdBericht bericht) =>
        aanvraag?.BudgetVrij > bericht.Op
        || (aanvraag?.Budget is { } bekend && (bericht.Op, bericht.Bedrag).CompareTo((bekend.Op, bekend.Gereserveerd)) <= 0)
            ? Beslissing.Geen
            : new BudgetVernomen(bericht.Bedrag, bericht.Op, bericht.Gedeeltelijk);
}

public sealed class BijBudgetVrijgegeven(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetVrijgegevenBericht>
{
    public Task Verwerk(BudgetVrijgegevenBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetVrijgegevenBericht bericht) =>
        aanvraag?.BudgetVrij >= bericht.Op ? Beslissing.Geen : new BudgetvrijgaveVernomen(bericht.Reden, bericht.Op);
}

/// <summary>Verlening refuses on it; here it tells an assessor why there is no budget.</summary>
public sealed class BijBudgetOntoereikend(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetOntoereikendBericht>
{
    public Task Verwerk(BudgetOntoereikendBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetOntoereikendBericht bericht) =>
        aanvraag?.Budgettekort?.Op >= bericht.Op ? Beslissing.Geen : new BudgettekortVernomen(bericht.Reden, bericht.Op);
}

/// <summary>A ground to propose that it is not handled; a person decides.</summary>
public sealed class BijAanvraagUitgesloten(Stroom<Aanvraag> aanvragen, Werkeenheid<AanvragenContext> eenheid)
    : IVerwerker<AanvraagUitgeslotenBericht>
{
    public Task Verwerk(AanvraagUitgeslotenBericht bericht, CancellationToken ct)
    {
        Voorstellen.Noteer(eenheid.Sessie, bericht);
        return aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);
    }

    public static Beslissing Beslis(Aanvraag? aanvraag, AanvraagUitgeslotenBericht bericht) =>
        aanvraag?.Uitsluiting?.Op >= bericht.Op ? Beslissing.Geen : new UitsluitingVernomen(bericht.Reden, bericht.Eerdere, bericht.Op);
}
