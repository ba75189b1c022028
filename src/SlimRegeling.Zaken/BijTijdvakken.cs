using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijTijdvakGewijzigd(Bijhouden bij) : IVerwerker<TijdvakGewijzigdBericht>
{
    public async Task Verwerk(TijdvakGewijzigdBericht b, CancellationToken ct)
    {
        await bij.TermijnOpnieuwVan(b.Tijdvak, b.Aanvragertype, b.Sluit);
        await bij.Tijdvak(b.Tijdvak, b.Aanvragertype, b.Sluit, b.Op, b.Versie);
    }
}

public sealed class BijAanvraagGerangschikt(Bijhouden bij) : IVerwerker<AanvraagGerangschiktBericht>
{
    public Task Verwerk(AanvraagGerangschiktBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stap(b.Wijze), b.Op)
            {
                Uitleg = $"Plaats {b.Rang}, {(b.BinnenPlafond ? "binnen" : "buiten")} het plafond",
                Soorten = Rangstappen,
            },
            Zaakstatus.Gerangschikt,
            ("rang", b.Rang)
        );

    private static readonly string[] Rangstappen =
    [
        Stapcode.ZonderLoting,
        Stapcode.AchterLoting,
        Stapcode.OpOntvangst,
        Stapcode.OpAanvulling,
        Stapcode.GelijkenGeloot,
        Stapcode.Geloot,
    ];

    private static string Stap(string? wijze) =>
        wijze switch
        {
            "zonder-loting" => Stapcode.ZonderLoting,
            "achteraan" => Stapcode.AchterLoting,
            "ontvangst" => Stapcode.OpOntvangst,
            "aanvulling" => Stapcode.OpAanvulling,
            "gelijken-geloot" => Stapcode.GelijkenGeloot,
            _ => Stapcode.Geloot,
        };
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
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BudgetVrijgegeven, b.Op) { Versie = b.Versie },
            null,
            ("budget_vrij_op", b.Op),
            ("budget_vrij_versie", (object?)b.Versie ?? DBNull.Value)
        );
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
            new(Stapcode.BudgetGereserveerd, b.Op) { Bedrag = b.Bedrag, Versie = b.Versie },
            Zaakstatus.BudgetGereserveerd,
            ("gereserveerd", b.Bedrag),
            ("gereserveerd_op", b.Op),
            ("gereserveerd_versie", (object?)b.Versie ?? DBNull.Value)
        );
}
