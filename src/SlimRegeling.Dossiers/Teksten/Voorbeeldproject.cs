using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>What happens in the invented case while its project runs, to show letters with.</summary>
internal static class Voorbeeldproject
{
    public static readonly Wijzigingsargument Argument = new(
        "U liet zien dat de leverancier failliet ging. Daar kon u niets aan doen.\n\nDe nieuwe planning past in de langere periode."
    );

    public static readonly Briefopdracht Wijziging = new()
    {
        Wijziging = new WijzigingBeslotenBericht(
            Voorbeeldzaak.Nummer,
            $"{Voorbeeldzaak.Nummer}-W1",
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            $"{Voorbeeldzaak.Nummer}-W1",
            $"{Voorbeeldzaak.Nummer}-V1",
            Voorbeeldzaak.Dag,
            Voorbeeldzaak.Dag.PlusDays(-20),
            Wijzigingssoort.Uitstel,
            "toegewezen",
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op,
            Versienummer: 2,
            Bedrag: 11_040.00m,
            PeriodeTot: Voorbeeldzaak.Dag.PlusMonths(4),
            PeriodeTotWas: Voorbeeldzaak.Dag.PlusMonths(2),
            Verantwoording: Verantwoordingswijze.Ambtshalve,
            Nu: Nu(11_040.00m) with
            {
                PeriodeTot = Voorbeeldzaak.Dag.PlusMonths(4),
                Versienummer = 2,
            }
        ),
    };

    /// <summary>The invented award as it is now.</summary>
    public static Verleningsstand Nu(decimal bedrag) =>
        new(
            bedrag,
            18_400.00m,
            Math.Min(5_520.00m, bedrag),
            Voorbeeldzaak.Dag.PlusMonths(-10),
            Voorbeeldzaak.Dag.PlusMonths(2),
            ["A", "C"],
            Aanvragertype.MkbOnderneming,
            new Dictionary<string, decimal> { ["A"] = 4_346.45m, ["C"] = 6_693.55m }
        );

    public static readonly Briefopdracht Voorschot = new()
    {
        Voorschot = new VoorschotToegekendBericht(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            $"{Voorbeeldzaak.Nummer}-T1",
            70_500.00m,
            [],
            Voorbeeldzaak.Op,
            NaVoortgang: true,
            Totaal: 105_750.00m,
            Regelversie: Voorbeeldzaak.Versie
        ),
    };

    public static readonly Briefopdracht Herinnering = new()
    {
        Herinnering = new LaatsteDagNadertBericht(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            "einde-periode",
            Voorbeeldzaak.Dag.PlusDays(28),
            Voorbeeldzaak.Op
        ),
    };
}
