using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>An invented case of which each kind of letter can be shown when there is no real one.</summary>
internal static class Voorbeeldzaak
{
    public const string Nummer = "SLIM-000000000A";
    public const string Kvk = "00000000";
    public const string Tijdvak = "2026-04-mkb";
    public const string Versie = "slim-2026";

    public static readonly LocalDate Dag = new(2026, 6, 22);
    public static readonly Instant Op = Platform.Tijd.Moment.Op(Dag.At(new LocalTime(12, 0)));

    /// <summary>How its assessment explains itself.</summary>
    public static readonly Onderbouwing Onderbouwing = new(
        [
            new(
                Grondcode.OnvoldoendeMeetbaar,
                "nietVoldaan",
                "Uw plan en de resultaten zijn niet meetbaar genoeg beschreven.",
                "U noemt niet wanneer het plan is geslaagd."
            ),
        ],
        [
            new("Externe kosten", 10_000.00m, "2.14, eerste lid"),
            new("Loonkosten", 6_000.00m, "2.14, eerste lid"),
            new("Opslag", 2_400.00m, "2.14, eerste lid"),
            new("Subsidiabele kosten", 18_400.00m, "2.14"),
        ]
    );

    /// <summary>Of the decision on objection in it.</summary>
    public static readonly Bezwaarmotivering Motivering = new(
        "Bij uw bezwaar hebt u laten zien wanneer uw plan is geslaagd.\n\nUw plan en de resultaten zijn nu meetbaar genoeg beschreven."
    );

    /// <summary>Of the request to complete it.</summary>
    public static readonly Aanvullingstoelichting Toelichting = new(
        new Dictionary<string, string> { [Documentcode.MkbVerklaring] = "Wij misten de bladzijde met uw handtekening." }
    );

    /// <summary>Of the decision that mends a mistake in it.</summary>
    public static readonly Hersteltekst Hersteltekst = new(
        "Bij de externe kosten hebben wij een factuur niet meegeteld.",
        "Die factuur telt mee. Daardoor is de subsidie hoger."
    );

    /// <summary>Of its settlement.</summary>
    public static readonly Vaststellingsoordelen Oordelen = new([
        new("A", true, "U stuurde het ontwikkelplan."),
        new("C", true, "De methode is ingevoerd."),
    ]);

    public static readonly Briefopdracht Verlening = new()
    {
        Verlening = new(
            Nummer,
            Tijdvak,
            Kvk,
            Versie,
            $"{Nummer}-V1",
            Dag,
            18_400.00m,
            11_040.00m,
            5_520.00m,
            Dag.PlusDays(1),
            Dag.PlusYears(1),
            Verantwoordingswijze.Ambtshalve,
            ["A", "C"],
            [],
            Op
        ),
    };

    public static readonly Briefopdracht Afwijzing = new()
    {
        Afwijzing = new(Nummer, Tijdvak, Kvk, Versie, $"{Nummer}-V1", Dag, [Grondcode.OnvoldoendeMeetbaar], [], Op),
    };

    public static readonly Briefopdracht Herstel = new()
    {
        Herstel = new(
            Nummer,
            Kvk,
            Versie,
            $"{Nummer}-H1",
            $"{Nummer}-V1",
            Dag.PlusDays(-7),
            "verlening",
            Dag,
            Guid.Empty,
            "",
            [],
            Op,
            Gevolg: "wijzigen",
            Tijdvak: Tijdvak,
            SubsidiabeleKosten: 18_400.00m,
            Bedrag: 11_040.00m,
            Was: 9_840.00m,
            Voorschot: 5_520.00m,
            PeriodeVan: Dag.PlusDays(-6),
            PeriodeTot: Dag.PlusDays(-7).PlusYears(1),
            Verantwoording: Verantwoordingswijze.Ambtshalve,
            Activiteiten: ["A", "C"]
        ),
    };

    public static readonly Briefopdracht Aanvulling = new()
    {
        Aanvulling = new(Nummer, Tijdvak, Kvk, [Documentcode.DeMinimisverklaring, Documentcode.MkbVerklaring], Dag.PlusDays(14), Op),
    };

    public static readonly Briefopdracht BuitenBehandeling = new()
    {
        BuitenBehandeling = new(
            Nummer,
            Tijdvak,
            Kvk,
            Versie,
            $"{Nummer}-N1",
            Dag,
            "niet-aangevuld",
            [],
            Op,
            [Documentcode.MkbVerklaring],
            Dag.PlusDays(-2)
        ),
    };

    public static readonly Declaratievraag Declaratievraag = new("Stuur het bewijs dat u de factuur van Leermiddelen B.V. hebt betaald.");

    public static readonly Briefopdracht Declaratieaanvulling = new()
    {
        Declaratieaanvulling = new(Nummer, Kvk, "hash", Dag.PlusDays(14), Op),
    };

    public static readonly Briefopdracht Bewijsverzoek = new() { Bewijsverzoek = new(Nummer, Kvk, Dag.PlusDays(28), Op) };

    public static readonly Briefopdracht Vaststelling = new()
    {
        Vaststelling = new(Nummer, Tijdvak, Kvk, Versie, $"{Nummer}-S1", Dag, 11_040.00m, 11_040.00m, 5_520.00m, 5_520.00m, [], Op),
    };
}
