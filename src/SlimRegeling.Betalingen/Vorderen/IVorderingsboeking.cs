using NodaTime;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>What happened to a claim and is booked: in which case and window, and by which decision.</summary>
internal interface IVorderingsboeking
{
    string Zaaknummer { get; }

    string Tijdvak { get; }

    string Besluit { get; }

    Instant Op { get; }
}
