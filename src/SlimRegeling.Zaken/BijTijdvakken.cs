using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijTijdvakGewijzigd(Bijhouden bij) : IVerwerker<TijdvakGewijzigdBericht>
{
    public Task Verwerk(TijdvakGewijzigdBericht b, CancellationToken ct) => bij.Tijdvak(b.Tijdvak, b.Aanvragertype, b.Sluit, b.Op);
}

public sealed class BijAanvraagGerangschikt(Bijhouden bij) : IVerwerker<AanvraagGerangschiktBericht>
{
    public Task Verwerk(AanvraagGerangschiktBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.Geloot, b.Op) { Uitleg = $"Plaats {b.Rang}, {(b.BinnenPlafond ? "binnen" : "buiten")} het plafond" },
            Zaakstatus.Gerangschikt,
            ("rang", b.Rang)
        );
}

public sealed class BijAanvraagUitgesloten(Bijhouden bij) : IVerwerker<AanvraagUitgeslotenBericht>
{
    public Task Verwerk(AanvraagUitgeslotenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagUitgesloten, b.Op)
            {
                Uitleg = $"{(b.Reden == "verbonden-onderneming" ? "Een verbonden onderneming" : "Dezelfde aanvrager")} vroeg eerder aan",
                Eerdere = b.Eerdere,
            }
        );
}

public sealed class BijBudgetVrijgegeven(Bijhouden bij) : IVerwerker<BudgetVrijgegevenBericht>
{
    public Task Verwerk(BudgetVrijgegevenBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.BudgetVrijgegeven, b.Op), null, ("budget_vrij_op", b.Op));
}

public sealed class BijBudgetOntoereikend(Bijhouden bij) : IVerwerker<BudgetOntoereikendBericht>
{
    public Task Verwerk(BudgetOntoereikendBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.BudgetOntoereikend, b.Op) { Bedrag = b.Gevraagd });
}

public sealed class BijBudgetGereserveerd(Bijhouden bij) : IVerwerker<BudgetGereserveerdBericht>
{
    public Task Verwerk(BudgetGereserveerdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BudgetGereserveerd, b.Op) { Bedrag = b.Bedrag },
            Zaakstatus.BudgetGereserveerd,
            ("gereserveerd", b.Bedrag),
            ("gereserveerd_op", b.Op)
        );
}
