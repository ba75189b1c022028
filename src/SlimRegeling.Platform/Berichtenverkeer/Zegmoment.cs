using NodaTime;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// When a stream said something: by its own version, which never runs back as a clock does. Only what one stream said can be compared. Where a
/// version is absent (said before it was told) the clock decides.
/// </summary>
/// <param name="Op">Null when nothing was heard yet.</param>
public readonly record struct Zegmoment(Instant? Op, long? Versie)
{
    /// <summary>Whether this was said after what was heard last.</summary>
    public bool Na(Zegmoment gehoord) =>
        Versie is { } versie && gehoord.Versie is { } bekend ? versie > bekend : gehoord.Op is not { } op || Op > op;
}
