using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Vorderingen;

/// <summary>Notes a decision to claim back: objections against any decision are dealt with here.</summary>
public sealed class BijTerugvorderingBesloten(Stroom<Verlening> verleningen) : IVerwerker<TerugvorderingBeslotenBericht>
{
    public Task Verwerk(TerugvorderingBeslotenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(
            bericht.Zaaknummer,
            verlening => Beslis(verlening, bericht.Besluit, bericht.Ondertekenaars, bericht.Op),
            ct
        );

    public static Beslissing Beslis(Verlening? verlening, string besluit, IReadOnlyList<string> ondertekenaars, Instant op) =>
        verlening?.Vorderingsbesluiten.Any(b => b.Besluit == besluit) == true
            ? Beslissing.Geen
            : new VorderingsbesluitVernomen(besluit, ondertekenaars, op);
}

/// <summary>The same of a decision that we owe interest.</summary>
public sealed class BijRentevergoedingBesloten(Stroom<Verlening> verleningen) : IVerwerker<RentevergoedingBeslotenBericht>
{
    public Task Verwerk(RentevergoedingBeslotenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(
            bericht.Zaaknummer,
            verlening => BijTerugvorderingBesloten.Beslis(verlening, bericht.Besluit, bericht.Ondertekenaars, bericht.Op),
            ct
        );
}

/// <summary>The same of what was decided after that; not of what no letter tells the recipient of.</summary>
public sealed class BijVorderingsbesluitGenomen(Stroom<Verlening> verleningen) : IVerwerker<VorderingsbesluitGenomenBericht>
{
    public Task Verwerk(VorderingsbesluitGenomenBericht bericht, CancellationToken ct) =>
        bericht.Soort is "dwangbevel" or "afboeking"
            ? Task.CompletedTask
            : verleningen.SchrijfOfBegin(
                bericht.Zaaknummer,
                verlening => BijTerugvorderingBesloten.Beslis(verlening, bericht.Besluit, bericht.Ondertekenaars, bericht.Op),
                ct
            );
}
