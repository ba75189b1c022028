using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

public sealed class BijSubsidieVerleend(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<SubsidieVerleendBericht>
{
    public async Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct)
    {
        var nu = moment.Nu;
        await beurt.Deel(bericht.Tijdvak, ct);
        var na = await reserveringen.Schrijf(
            bericht.Zaaknummer,
            r =>
                bericht.Bezwaar is { } bezwaar
                    ? r.LegVastNaBezwaar(bericht.Bedrag, bericht.Besluit, bezwaar, nu)
                    : r.LegVast(bericht.Bedrag, bericht.Besluit, nu),
            nu,
            ct
        );
        if (na is not null)
        {
            Wachtrij.LegVast(eenheid.Sessie, bericht.Zaaknummer, na.Bedrag);
        }
    }
}

/// <summary>Who is refused has no place any more, and what was reserved for it is free.</summary>
public sealed class BijAanvraagAfgewezen(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<AanvraagAfgewezenBericht>
{
    public async Task Verwerk(AanvraagAfgewezenBericht bericht, CancellationToken ct)
    {
        await beurt.Deel(bericht.Tijdvak, ct);
        Inschrijving.Afgewezen(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.Op);
        var nu = moment.Nu;
        await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, r => r.GeefVrij("afgewezen", nu), nu, ct);
    }
}

/// <summary>What was asked back and not awarded is free, for the next.</summary>
public sealed class BijBudgetTeruggegeven(Verdeelbeurt beurt, Reserveringen reserveringen, Moment moment)
    : IVerwerker<BudgetTeruggegevenBericht>
{
    public async Task Verwerk(BudgetTeruggegevenBericht bericht, CancellationToken ct)
    {
        var nu = moment.Nu;
        await beurt.Deel(bericht.Tijdvak, ct);
        await reserveringen.Schrijf(bericht.Zaaknummer, r => r.NeemTerug(bericht.Bedrag, nu), nu, ct);
    }
}
