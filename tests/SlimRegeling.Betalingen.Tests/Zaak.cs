using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What the other contexts say of one case: an award of 11,040 with half of it in advance, and its settlement.</summary>
public sealed record Zaak(string Zaaknummer, string KvkNummer, decimal Verleend = 11040.00m, decimal Vastgesteld = 11040.00m)
{
    public const string EersteIban = "NL02ABNA0123456789";
    public const string TweedeIban = "NL20INGB0001234567";
    private static int _teller;

    public string Voorschot => $"{Zaaknummer}-B1";

    public string Slot => $"{Zaaknummer}-B2";

    public decimal Voorschotbedrag => decimal.Round(Verleend / 2, 2);

    public static Zaak Nieuw(decimal verleend = 11040.00m, decimal? vastgesteld = null)
    {
        var nummer = Interlocked.Increment(ref _teller);
        return new Zaak(
            SlimRegeling.Platform.Zaaknummer.Trek(),
            (70_000_000 + nummer).ToString(System.Globalization.CultureInfo.InvariantCulture),
            verleend,
            vastgesteld ?? verleend
        );
    }

    public SubsidieVerleendBericht SubsidieVerleend =>
        new(
            Zaaknummer,
            "2026-04-mkb",
            KvkNummer,
            "slim-2026",
            $"{Zaaknummer}-V1",
            new LocalDate(2026, 6, 1),
            Verleend * 1.25m,
            Verleend,
            Voorschotbedrag,
            new LocalDate(2026, 6, 2),
            new LocalDate(2027, 6, 1),
            "ambtshalve",
            ["a"],
            ["bea", "mees"],
            Voorbeelden.Moment
        );

    public VoorschotToegekendBericht VoorschotToegekend =>
        new(Zaaknummer, KvkNummer, $"{Zaaknummer}-V1", Voorschotbedrag, ["bea", "mees"], Voorbeelden.Moment);

    public SubsidieVastgesteldBericht SubsidieVastgesteld =>
        new(
            Zaaknummer,
            "2026-04-mkb",
            KvkNummer,
            "slim-2026",
            $"{Zaaknummer}-S1",
            new LocalDate(2027, 8, 1),
            Verleend,
            Vastgesteld,
            Voorschotbedrag,
            Vastgesteld - Voorschotbedrag,
            ["bea", "mees"],
            Voorbeelden.Moment
        );

    public BezwaarIngediendBericht Bezwaar =>
        new(
            Zaaknummer,
            $"{Zaaknummer}-BZ1",
            KvkNummer,
            "slim-2026",
            $"{Zaaknummer}-V1",
            "verlening",
            "aanvrager",
            new LocalDate(2026, 6, 10),
            ["bea", "mees"],
            [],
            new LocalDate(2026, 6, 24),
            Voorbeelden.Moment
        );

    public BezwaarIngetrokkenBericht BezwaarIngetrokken =>
        new(Zaaknummer, $"{Zaaknummer}-BZ1", KvkNummer, $"{Zaaknummer}-V1", Voorbeelden.Moment);

    public RekeningGewijzigdBericht Rekening(int volgnummer) =>
        Buitenwereld.Rekening(KvkNummer, volgnummer, volgnummer == 1 ? EersteIban : TweedeIban);
}
