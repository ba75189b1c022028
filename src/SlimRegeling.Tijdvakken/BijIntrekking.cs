using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// The minister withdrew an award, or part of it: what it keeps no longer is free. It goes to the next in line as long as someone waits; after the waiting
/// list was closed nobody does, and it is only booked.
/// </summary>
public sealed class BijVerleningIngetrokken(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<VerleningIngetrokkenBericht>
{
    public async Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct)
    {
        var nu = moment.Nu;
        await beurt.Deel(bericht.Tijdvak, ct);
        var na = await reserveringen.Schrijf(bericht.Zaaknummer, r => r.TrekIn(bericht.Bedrag, bericht.Besluit, nu), nu, ct);
        if (na is { Besluit: not null })
        {
            Wachtrij.LegVast(eenheid.Sessie, bericht.Zaaknummer, na.Bedrag);
        }
    }
}
