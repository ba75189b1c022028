using System.Globalization;
using NodaTime;

namespace SlimRegeling.Platform.Tijd;

/// <summary>The one clock of the house; nothing else reads the time. Terms are counted in Europe/Amsterdam.</summary>
public sealed class Moment(IClock klok)
{
    public static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>In whole microseconds: a database keeps no more, and what is kept must compare as it was said.</summary>
    public Instant Nu => Instant.FromUnixTimeTicks(klok.GetCurrentInstant().ToUnixTimeTicks() / 10 * 10);

    public LocalDate Vandaag => Dag(Nu);

    /// <summary>The calendar day in Amsterdam on which a moment falls.</summary>
    public static LocalDate Dag(Instant moment) => moment.InZone(Amsterdam).Date;

    /// <summary>That day as 20260407: what may happen once a day is the same thing by it, however often it is said.</summary>
    public static string Dagkenmerk(Instant moment) => Dag(moment).ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    /// <summary>The moment at which a wall clock in Amsterdam shows this time.</summary>
    public static Instant Op(LocalDateTime wandklok) => wandklok.InZoneLeniently(Amsterdam).ToInstant();
}
