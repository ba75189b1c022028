using NodaTime;
using SlimRegeling.Dossiers.Brieven;

namespace SlimRegeling.Dossiers.Tests;

internal static class Voorbeelden
{
    public static Briefinhoud Inhoud(params IReadOnlyList<Briefblok> blokken) =>
        new(
            "SLIM-7K2M9QX4TB",
            new LocalDate(2026, 6, 15),
            "Uitvoering SLIM-regeling",
            ["Bakkerij De Gouden Aar B.V.", "t.a.v. mevrouw Ç. Yıldız-Müller", "Dorpsstraat 12", "3511 AB Utrecht"],
            "Besluit op uw aanvraag: subsidie verleend",
            blokken,
            ["Hoogachtend,", "", "de Minister van Sociale Zaken en Werkgelegenheid,", "namens deze,", "", "J. Jansen", "teammanager"],
            "Postbus 90801, 2509 LV Den Haag"
        );

    public static Tabel Begroting(int rijen) =>
        new(
            ["Kostensoort", "Uren", "Tarief", "Bedrag"],
            [.. Enumerable.Range(1, rijen).Select(i => (IReadOnlyList<string>)[$"Regel {i}: adviseur", "40", "€ 135,00", "€ 5.400,00"])]
        );
}
