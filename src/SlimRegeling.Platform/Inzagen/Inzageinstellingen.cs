using Microsoft.Extensions.Configuration;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Inzagen;

/// <summary>Section <c>SlimRegeling:Inzagen</c>.</summary>
public sealed class Inzageinstellingen
{
    public const string Sectie = "SlimRegeling:Inzagen";

    /// <summary>How many years a row of the view log is kept.</summary>
    public int BewaarJaren { get; set; } = 5;

    /// <exception cref="Opstartfout">A term with which the log would be no log, or would never end.</exception>
    public static Inzageinstellingen Uit(IConfiguration configuratie)
    {
        var instellingen = configuratie.GetSection(Sectie).Get<Inzageinstellingen>() ?? new();
        return instellingen.BewaarJaren is >= 1 and <= 30
            ? instellingen
            : throw new Opstartfout(
                $"{Sectie}:BewaarJaren is {instellingen.BewaarJaren}. Kies hoeveel jaar het inzagelog bewaard blijft: 1 tot en met 30."
            );
    }

    /// <summary>What came before this moment is forgotten.</summary>
    public Instant Grens(Moment moment) => Moment.Op(moment.Vandaag.PlusYears(-BewaarJaren).AtMidnight());
}
