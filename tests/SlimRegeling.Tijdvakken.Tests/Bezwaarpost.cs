using NodaTime;
using SlimRegeling.Berichten.Verlening;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What Verlening says of the money of objections, and of mistakes that are mended, in a window.</summary>
internal static class Bezwaarpost
{
    public static readonly Instant Erna = Daarna + Duration.FromDays(60);

    /// <summary>By arrival: four who ask 100 each, and two who were refused before.</summary>
    public static async Task<Venster> Gevuld(Verdeelhuis huis, decimal plafond)
    {
        var v = await Venster.Publiceer(huis, plafond);
        await v.Hoor(v.Ingediend("a", 100, 1), v.Ingediend("b", 100, 2), v.Ingediend("c", 100, 3), v.Ingediend("d", 100, 4), v.Tot(10));
        return v;
    }

    public static string Bezwaar(Venster v, string naam) => $"{v.Zaak(naam)}-BZ1";

    /// <param name="bedrag">Zero: what was asked is let go.</param>
    public static BezwaarbudgetGevraagdBericht Vraag(Venster v, string naam, decimal bedrag, long versie, string? voorstel = null) =>
        new(v.Zaak(naam), v.Id, Bezwaar(v, naam), bedrag, Erna + Duration.FromMinutes(versie), versie, voorstel);

    public static BezwaarIngetrokkenBericht Ingetrokken(Venster v, string naam, long versie) =>
        new(v.Zaak(naam), Bezwaar(v, naam), $"kvk-{naam}", "B1", Erna, versie);

    public static BezwaarBeslistBericht Beslist(Venster v, string naam, long versie, decimal? verleend = null) =>
        new(
            v.Zaak(naam),
            Bezwaar(v, naam),
            $"kvk-{naam}",
            "slim-2026",
            "B1",
            "afwijzing",
            "aanvrager",
            "BZ1-1",
            new LocalDate(2026, 8, 3),
            verleend is null ? "ongegrond" : "gegrond",
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Erna,
            verleend is null ? null : "verlenen",
            Bedrag: verleend,
            Versie: versie
        );

    public static VerleningGewijzigdBericht Gewijzigd(Venster v, string naam, decimal bedrag) =>
        new(
            v.Zaak(naam),
            v.Id,
            $"kvk-{naam}",
            "slim-2026",
            Bezwaar(v, naam),
            "BZ1-1",
            "B1",
            new LocalDate(2026, 8, 3),
            bedrag,
            bedrag,
            100,
            0,
            [],
            ["bo", "mo"],
            Erna
        );

    public static HerstelbesluitGenomenBericht Hersteld(Venster v, string naam, string herstel, decimal bedrag) =>
        new(
            v.Zaak(naam),
            $"kvk-{naam}",
            "slim-2026",
            herstel,
            "B1",
            new LocalDate(2026, 7, 1),
            "verlening",
            new LocalDate(2026, 8, 3),
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Erna,
            "wijzigen",
            Bedrag: bedrag,
            Versie: 6
        );
}
