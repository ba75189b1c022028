using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>The moments of a window, as people write them: the wall clock in Amsterdam.</summary>
internal static class Wandklok
{
    // The scheme began in 2020; what lies far beyond is a typing error.
    private const int EersteJaar = 2020;
    private const int LaatsteJaar = 2100;

    /// <summary>A time that the clock skips or shows twice says no moment: nobody could tell who is late.</summary>
    public static IEnumerable<Fout> Fouten(string veld, LocalDateTime? tijd)
    {
        if (tijd?.Year is < EersteJaar or > LaatsteJaar)
        {
            yield return new Fout(veld, $"Kies een jaar van {EersteJaar} tot en met {LaatsteJaar}.");
        }
        else if (tijd is { } wandklok && Moment.Amsterdam.MapLocal(wandklok).Count != 1)
        {
            yield return new Fout(veld, "De klok gaat dan vooruit of terug: dit tijdstip is er niet of twee keer. Kies een ander.");
        }
    }

    public static string Tekst(Instant moment) => InstantPattern.ExtendedIso.Format(moment);
}
