using SlimRegeling.Verlening.Herstellen;

namespace SlimRegeling.Verlening;

public sealed partial record Verlening
{
    /// <summary>Null when nothing was ever proposed to be mended.</summary>
    public Herstelstand? Herstel { get; init; }

    /// <summary>Number of what waits to be mended; stored so that those that wait are found. Null while nothing does.</summary>
    public string? Herstelvoorstel => Herstel?.Voorstel?.Herstel;

    public Verlening Apply(HerstelVoorgesteld e) => this with { Herstel = (Herstel ?? new()).Na(e) };

    public Verlening Apply(HerstelVoorgelegd e) => this with { Herstel = Herstel!.Na(e) };

    public Verlening Apply(HerstelbudgetOntvangen e) => this with { Herstel = Herstel!.Na(e) };

    public Verlening Apply(HerstelTeruggezonden e) => this with { Herstel = Herstel!.Na(e) };

    public Verlening Apply(HerstelbesluitGenomen e) => this with { Herstel = Herstel!.Na(e) };
}
