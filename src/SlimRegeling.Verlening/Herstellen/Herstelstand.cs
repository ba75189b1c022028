using System.Text.Json.Serialization;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>What was proposed and decided to mend mistakes in decisions of one case. One proposal lies there at a time.</summary>
public sealed record Herstelstand
{
    /// <summary>How many were ever proposed.</summary>
    public int Voorstellen { get; init; }

    public HerstelVoorgesteld? Voorstel { get; init; }

    /// <summary>Null while it cannot be signed.</summary>
    public HerstelVoorgelegd? Voorgelegd { get; init; }

    /// <summary>The last that was heard of what is set apart for it.</summary>
    public HerstelbudgetOntvangen? Budget { get; init; }

    /// <summary>Why the last proposal went back; null when none did, or another came.</summary>
    public HerstelTeruggezonden? Teruggezonden { get; init; }

    /// <summary>In the order in which they were taken; each in the place of the one before.</summary>
    public IReadOnlyList<HerstelbesluitGenomen> Besluiten { get; init; } = [];

    /// <summary>Euro.</summary>
    [JsonIgnore]
    public decimal Gereserveerd => Budget?.Bedrag ?? 0;

    public Herstelstand Na(HerstelVoorgesteld e) => Zonder() with { Voorstellen = Voorstellen + 1, Voorstel = e, Teruggezonden = null };

    public Herstelstand Na(HerstelVoorgelegd e) => this with { Voorgelegd = e };

    public Herstelstand Na(HerstelbudgetOntvangen e) => this with { Budget = e };

    public Herstelstand Na(HerstelTeruggezonden e) => Zonder() with { Teruggezonden = e };

    public Herstelstand Na(HerstelbesluitGenomen e) => Zonder() with { Besluiten = [.. Besluiten, e] };

    /// <summary>What it rested on was assessed anew.</summary>
    public Herstelstand Na(HerbeoordelingOntvangen e) => e.Bezwaar == Voorstel?.Herstel ? this with { Voorgelegd = null } : this;

    private Herstelstand Zonder() => this with { Voorstel = null, Voorgelegd = null, Budget = null };
}
