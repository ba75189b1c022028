using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;

namespace SlimRegeling.Zaken.Tests;

/// <summary>What is said about the case of € 11,040.00, from submission to the last payment.</summary>
internal sealed record Voorbeeldzaak(string Nummer, string Kvk, string Tijdvak)
{
    private static readonly Instant Begin = Instant.FromUtc(2026, 4, 7, 7, 0);
    private static readonly LocalDate Dag = new(2026, 6, 15);

    public static Voorbeeldzaak Nieuw(string kvk = "11111111", string? tijdvak = null) =>
        new(Zaaknummer.Trek(), kvk, tijdvak ?? "2026-04-mkb");

    public string Verlening => $"{Nummer}-V1";

    public string Vaststelling => $"{Nummer}-S1";

    public static Instant Op(int uur) => Begin + Duration.FromHours(uur);

    public TijdvakGewijzigdBericht Venster =>
        new(Tijdvak, "mkb-onderneming", Begin, Instant.FromUtc(2026, 4, 30, 15, 0), 100_000m, "loting", "slim-2026", Op(-24));

    public AanvraagIngediendBericht Ingediend => new(Nummer, Tijdvak, Kvk, "slim-2026", 11_040.00m, Op(1));

    public AanvraagVolledigBericht Volledig => new(Nummer, Tijdvak, false, Op(1), Op(2));

    public AanvraagGerangschiktBericht Gerangschikt => new(Nummer, Tijdvak, 3, true, Op(3));

    public BudgetGereserveerdBericht Gereserveerd => new(Nummer, Tijdvak, 11_040.00m, Op(3), Versie: 1);

    public AanvraagBeoordeeldBericht Beoordeeld(int uur) =>
        new(
            Nummer,
            Tijdvak,
            Kvk,
            "mkb-onderneming",
            "slim-2026",
            "hash",
            "verlenen",
            [],
            ["A", "C"],
            18_400.00m,
            11_040.00m,
            5_520.00m,
            Zakenhuis.Bea,
            Op(0),
            Op(uur)
        );

    public VoorstelTeruggezondenBericht Teruggezonden => new(Nummer, Tijdvak, "hash", Op(5));

    public SubsidieVerleendBericht Verleend =>
        new(
            Nummer,
            Tijdvak,
            Kvk,
            "slim-2026",
            Verlening,
            Dag,
            18_400.00m,
            11_040.00m,
            5_520.00m,
            new(2026, 6, 16),
            new(2027, 6, 15),
            "ambtshalve",
            ["A", "C"],
            [Zakenhuis.Bea, "mila"],
            Op(7)
        );

    public VoorschotToegekendBericht Voorschot => new(Nummer, Kvk, Verlening, 5_520.00m, [Zakenhuis.Bea, "mila"], Op(7));

    /// <summary>After the progress report, beside the first of a quarter of € 141,000.00.</summary>
    public VoorschotToegekendBericht TweedeVoorschot =>
        new(
            Nummer,
            Kvk,
            $"{Nummer}-T1",
            70_500.00m,
            [Zakenhuis.Bea, "mila"],
            Op(9),
            NaVoortgang: true,
            Totaal: 105_750.00m,
            Regelversie: "slim-2025"
        );

    public BriefVerzondenBericht Brief => new(Nummer, $"{Nummer}-brief", "verlening", Verlening, Dag, Op(8));

    public BriefVerzondenBericht Slotbrief => new(Nummer, $"{Nummer}-slotbrief", "vaststelling", Vaststelling, new(2027, 9, 1), Op(21));

    public SubsidieVastgesteldBericht Vastgesteld =>
        new(
            Nummer,
            Tijdvak,
            Kvk,
            "slim-2026",
            Vaststelling,
            new(2027, 9, 1),
            11_040.00m,
            11_040.00m,
            5_520.00m,
            5_520.00m,
            ["mila", "max"],
            Op(20)
        );

    public BetalingOpgedragenBericht Opgedragen(int nummer) =>
        new(
            Nummer,
            $"{Nummer}-B{nummer}",
            nummer == 1 ? Verlening : Vaststelling,
            nummer == 1 ? "voorschot" : "vaststelling",
            5_520.00m,
            Op(10 * nummer + 1)
        );

    public BetalingUitgevoerdBericht Uitgevoerd(int nummer) =>
        new(Nummer, $"{Nummer}-B{nummer}", nummer == 1 ? "voorschot" : "vaststelling", 5_520.00m, Dag, Op(10 * nummer + 2));

    public BetalingTeruggekomenBericht Teruggekomen(int nummer) =>
        new(Nummer, $"{Nummer}-B{nummer}", nummer == 1 ? "voorschot" : "vaststelling", 5_520.00m, Dag, Op(10 * nummer + 3));

    /// <summary>As a partnership of € 141,000.00 that was given its second advance.</summary>
    public IReadOnlyList<object> Voorgeschoten =>
        [
            Ingediend,
            Verleend with
            {
                Bedrag = 141_000.00m,
                Voorschot = 35_250.00m,
            },
            Voorschot with
            {
                Bedrag = 35_250.00m,
            },
            TweedeVoorschot,
        ];

    public IReadOnlyList<object> Geheel =>
        [
            Venster,
            Ingediend,
            Volledig,
            Gerangschikt,
            Gereserveerd,
            Beoordeeld(4),
            Verleend,
            Voorschot,
            Brief,
            Opgedragen(1),
            Uitgevoerd(1),
            Vastgesteld,
            Opgedragen(2),
            Uitgevoerd(2),
        ];
}
