using SlimRegeling.Berichten.Betalingen;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>What is claimed back in the invented case, to show letters with.</summary>
internal static class Voorbeeldvordering
{
    private const string Nummer = $"{Voorbeeldzaak.Nummer}-TV1";

    public static readonly Vorderingstekst Tekst = new(
        "Wij stelden uw subsidie vast op € 4.000,00. U kreeg een voorschot van € 5.520,00.",
        "NL91ABNA0417164300",
        "Uitvoering SLIM-regeling"
    );

    public static readonly Briefopdracht Besluit = new()
    {
        Terugvordering = new(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Nummer,
            $"{Voorbeeldzaak.Nummer}-S1",
            1_520.00m,
            5_520.00m,
            0.00m,
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Dwangbevel = new()
    {
        Vorderingsbesluit = new(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Nummer,
            $"{Nummer}-D2",
            Briefopdracht.Dwangbevel,
            1_539.00m,
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op,
            Van: Voorbeeldzaak.Dag.PlusDays(-30),
            Hoofdsom: 1_520.00m,
            Kosten: 19.00m,
            Rente: 0.00m,
            Besluitdag: Voorbeeldzaak.Dag.PlusDays(-80)
        ),
        Ontvanger = Derden.Deurwaarder,
    };

    public static readonly Briefopdracht Rentevergoeding = new()
    {
        Rentevergoeding = new(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            $"{Voorbeeldzaak.Nummer}-B2",
            $"{Voorbeeldzaak.Nummer}-B2-R",
            8_000.00m,
            26.30m,
            Voorbeeldzaak.Dag.PlusDays(-31),
            Voorbeeldzaak.Dag.PlusDays(-30),
            Voorbeeldzaak.Dag,
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Herinnering = new()
    {
        Betaalherinnering = new(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Nummer,
            1_520.00m,
            Voorbeeldzaak.Dag.PlusDays(14),
            Guid.Empty,
            "",
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Aanmaning = new()
    {
        Aanmaning = new(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Nummer,
            1_520.00m,
            19.00m,
            Voorbeeldzaak.Dag.PlusDays(-1),
            Guid.Empty,
            "",
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Vervolg = new()
    {
        Vorderingsbesluit = new(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Nummer,
            $"{Nummer}-U2",
            "betalingsregeling",
            1_520.00m,
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op,
            Termijnen: [new(Voorbeeldzaak.Dag.PlusMonths(1), 760.00m), new(Voorbeeldzaak.Dag.PlusMonths(2), 760.00m)]
        ),
    };
}
