using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>An invented withdrawal in the invented case.</summary>
internal static class Voorbeeldintrekking
{
    private const string Nummer = Voorbeeldzaak.Nummer;

    public static readonly Intrekkingstekst Tekst = new(
        "U hebt de methode niet ingevoerd. U liet ons dat niet weten.",
        "Wij hebben gekeken of dit te hard voor u is. U hebt het ontwikkelplan wel gemaakt. Daarom trekken wij niet alles in.",
        Reactie: "U schreef dat u later alsnog begint. Dat kan niet meer binnen de periode."
    );

    public static readonly Briefopdracht Voornemen = new()
    {
        Intrekkingsvoornemen = new(
            Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            $"{Nummer}-I1",
            $"{Nummer}-V1",
            Intrekkingsbetreft.Verlening,
            Intrekkingsgrondcode.ActiviteitenNietVerricht,
            4_000.00m,
            11_040.00m,
            Guid.Empty,
            "",
            Voorbeeldzaak.Dag.PlusWeeks(13),
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Besluit = new()
    {
        Intrekking = new(
            Nummer,
            Voorbeeldzaak.Tijdvak,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            $"{Nummer}-I1",
            $"{Nummer}-V1",
            Intrekkingsbetreft.Verlening,
            Voorbeeldzaak.Dag,
            Intrekkingsgrondcode.ActiviteitenNietVerricht,
            4_000.00m,
            11_040.00m,
            4_000.00m,
            5_520.00m,
            1_520.00m,
            Voorbeeldzaak.Dag.PlusDays(-60),
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op,
            Nu: Voorbeeldproject.Nu(4_000.00m) with
            {
                Versienummer = 2,
            }
        ),
    };
}
