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

/// <summary>
/// The latest rank stands, in whatever order the messages come: that of the last draw that was done over, and by one draw the highest, since who
/// loses its place and joins again comes behind.
/// </summary>
public sealed class BijAanvraagGerangschikt(Stroom<Aanvraag> aanvragen) : IVerwerker<AanvraagGerangschiktBericht>
{
    public Task Verwerk(AanvraagGerangschiktBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, AanvraagGerangschiktBericht bericht) =>
        aanvraag?.Rangschikking is { } bekend && (bericht.Herloting ?? 0, bericht.Rang).CompareTo((bekend.Herloting ?? 0, bekend.Rang)) <= 0
            ? Beslissing.Geen
            : new RangVernomen(bericht.Rang, bericht.BinnenPlafond, bericht.Op, bericht.Herloting);
}

/// <summary>What the reservation said last stands, in whatever order the messages come.</summary>
public sealed class BijBudgetGereserveerd(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetGereserveerdBericht>
{
    public Task Verwerk(BudgetGereserveerdBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetGereserveerdBericht bericht) =>
        new Zegmoment(bericht.Op, bericht.Versie).Na(aanvraag?.BudgetGehoord ?? default)
            ? new BudgetVernomen(bericht.Bedrag, bericht.Op, bericht.Gedeeltelijk, bericht.Versie)
            : Beslissing.Geen;
}

public sealed class BijBudgetVrijgegeven(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetVrijgegevenBericht>
{
    public Task Verwerk(BudgetVrijgegevenBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetVrijgegevenBericht bericht) =>
        new Zegmoment(bericht.Op, bericht.Versie).Na(aanvraag?.BudgetGehoord ?? default)
            ? new BudgetvrijgaveVernomen(bericht.Reden, bericht.Op, bericht.Versie)
            : Beslissing.Geen;
}

/// <summary>Verlening refuses on it; here it tells an assessor why there is no budget.</summary>
public sealed class BijBudgetOntoereikend(Stroom<Aanvraag> aanvragen) : IVerwerker<BudgetOntoereikendBericht>
{
    public Task Verwerk(BudgetOntoereikendBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BudgetOntoereikendBericht bericht) =>
        new Zegmoment(bericht.Op, bericht.Versie).Na(new(aanvraag?.Budgettekort?.Op, aanvraag?.Budgettekort?.Versie))
            ? new BudgettekortVernomen(bericht.Reden, bericht.Op, bericht.Versie)
            : Beslissing.Geen;
}

/// <summary>A ground to propose that it is not handled; a person decides. Once left out an application stays so.</summary>
public sealed class BijAanvraagUitgesloten(Stroom<Aanvraag> aanvragen, Werkeenheid<AanvragenContext> eenheid)
    : IVerwerker<AanvraagUitgeslotenBericht>
{
    public Task Verwerk(AanvraagUitgeslotenBericht bericht, CancellationToken ct)
    {
        Voorstellen.Noteer(eenheid.Sessie, bericht);
        return aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);
    }

    public static Beslissing Beslis(Aanvraag? aanvraag, AanvraagUitgeslotenBericht bericht) =>
        aanvraag?.Uitsluiting is not null ? Beslissing.Geen : new UitsluitingVernomen(bericht.Reden, bericht.Eerdere, bericht.Op);
}
