using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A window and applications to start from.</summary>
internal static class Gegeven
{
    public static readonly Instant Sluit = Moment.Op(new LocalDateTime(2026, 5, 4, 17, 0));
    public static readonly Instant Daarna = Sluit + Duration.FromDays(4);

    public static Tijdvak Tijdvak(decimal plafond, Volgorde volgorde = Volgorde.Loting) =>
        new(
            "2026-04-mkb",
            "mkb-onderneming",
            Moment.Op(new LocalDateTime(2026, 4, 7, 9, 0)),
            Sluit,
            plafond,
            volgorde,
            "slim-2026",
            null,
            null
        );

    /// <summary>A complete application, received so many minutes after opening.</summary>
    public static Inschrijving Inschrijving(
        string zaak,
        decimal gevraagd,
        int minuut,
        string? kvk = null,
        bool aangevuld = false,
        bool vervallen = false
    ) =>
        new(
            zaak,
            kvk ?? $"kvk-{zaak}",
            gevraagd,
            Sluit - Duration.FromDays(20) + Duration.FromMinutes(minuut),
            Sluit - Duration.FromDays(20) + Duration.FromMinutes(minuut) + (aangevuld ? Duration.FromDays(30) : Duration.Zero),
            aangevuld,
            vervallen
        );

    public static Gehoord Alles => new(Daarna, 0, 0);
}
