using SlimRegeling.Platform;

namespace SlimRegeling.Web.Wachtkamer;

public enum Wachtkamerstand
{
    /// <summary>People wait only while more pages are made at once than the limit.</summary>
    Auto,

    /// <summary>Everyone comes in by the number of people a second.</summary>
    Aan,

    Uit,
}

/// <summary>The waiting room, <c>SlimRegeling:Wachtkamer</c>.</summary>
public sealed class Wachtkamerinstellingen
{
    public const string Sectie = "SlimRegeling:Wachtkamer";

    public Wachtkamerstand Stand { get; set; } = Wachtkamerstand.Auto;

    /// <summary>How many pages this process makes at once before people wait.</summary>
    public int Gelijktijdig { get; set; } = 50;

    /// <summary>How many people come in a second while others wait.</summary>
    public int PerSeconde { get; set; } = 25;

    /// <summary>How long someone who came in stays in after the last page.</summary>
    public TimeSpan Verblijf { get; set; } = TimeSpan.FromMinutes(20);

    /// <exception cref="Opstartfout">A number with which nobody would ever come in.</exception>
    internal void Controleer()
    {
        if (Gelijktijdig < 1 || PerSeconde < 1 || Verblijf < TimeSpan.FromMinutes(1))
        {
            throw new Opstartfout(
                $"Bij {Sectie} moeten Gelijktijdig en PerSeconde ten minste 1 zijn en Verblijf ten minste een minuut. Kies hogere waarden, of zet Stand op uit."
            );
        }
    }
}
