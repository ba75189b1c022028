using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A window and applications to start from.</summary>
internal static class Gegeven
{
    public static readonly Instant Opent = Moment.Op(new LocalDateTime(2026, 4, 7, 9, 0));
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

    /// <summary>An application, received so many minutes after opening; completed thirty days later, or asked to be.</summary>
    public static Inschrijving Inschrijving(
        string zaak,
        decimal gevraagd,
        int minuut,
        string? kvk = null,
        bool aangevuld = false,
        bool onvolledig = false,
        bool vervallen = false,
        params string[] verbonden
    ) =>
        new(
            zaak,
            [kvk ?? $"kvk-{zaak}"],
            verbonden,
            gevraagd,
            Op(minuut),
            aangevuld || onvolledig ? Op(minuut) + Duration.FromDays(25) : null,
            aangevuld ? Op(minuut) + Duration.FromDays(30) : null,
            vervallen
        );

    public static Gehoord Alles => new(Daarna, 0, 0, Daarna);

    private static Instant Op(int minuut) => Sluit - Duration.FromDays(20) + Duration.FromMinutes(minuut);
}
