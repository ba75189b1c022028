using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Zaken.Tests;

/// <summary>What is said about cases of which the award was changed while the project ran, or of which the minister withdrew something.</summary>
internal static class Projectverhaal
{
    /// <summary>A request that was taken back, one that was granted, a progress report, and the second advance after it.</summary>
    public static object[] Gewijzigd(Voorbeeldzaak zaak) =>
        [
            zaak.Ingediend,
            zaak.Verleend,
            Gevraagd(zaak, 1, "plan", 8),
            new WijzigingIngetrokkenBericht(zaak.Nummer, $"{zaak.Nummer}-W1", Voorbeeldzaak.Op(9)),
            Gevraagd(zaak, 2, "uitstel", 9),
            new WijzigingIngebrekestellingBericht(zaak.Nummer, $"{zaak.Nummer}-W2", new(2026, 9, 1), true, Voorbeeldzaak.Op(9), Versie: 20),
            new WijzigingIngebrekestellingBericht(
                zaak.Nummer,
                $"{zaak.Nummer}-W2",
                new(2026, 9, 1),
                false,
                Voorbeeldzaak.Op(9),
                Versie: 21
            ),
            new WijzigingVertraagdBericht(
                zaak.Nummer,
                $"{zaak.Nummer}-W2",
                zaak.Kvk,
                "slim-2026",
                new(2026, 8, 14),
                new(2026, 9, 11),
                Voorbeeldzaak.Op(9)
            ),
            new WijzigingBeslotenBericht(
                zaak.Nummer,
                $"{zaak.Nummer}-W2",
                zaak.Kvk,
                "slim-2026",
                $"{zaak.Nummer}-W2",
                zaak.Verlening,
                new(2026, 7, 1),
                new(2026, 6, 20),
                "uitstel",
                "toegewezen",
                Guid.Empty,
                "hash",
                [Zakenhuis.Bea, "mila"],
                Voorbeeldzaak.Op(10),
                Versienummer: 2,
                Bedrag: 11_040.00m,
                PeriodeTot: new LocalDate(2027, 9, 15),
                PeriodeTotWas: zaak.Verleend.PeriodeTot
            ),
            Verlengd(zaak) with
            {
                Besluit = $"{zaak.Nummer}-W2",
                Op = Voorbeeldzaak.Op(10),
            },
            new VoortgangGemeldBericht(zaak.Nummer, zaak.Kvk, new(2027, 8, 10), Voorbeeldzaak.Op(11)),
            zaak.Voorschot with
            {
                Besluit = $"{zaak.Nummer}-T1",
                NaVoortgang = true,
                Op = Voorbeeldzaak.Op(12),
            },
        ];

    /// <summary>A proposal that was sent back, and one that left a part; an order that became less by it; a settlement that it crossed.</summary>
    public static object[] Ingetrokken(Voorbeeldzaak zaak) =>
        [
            zaak.Ingediend,
            zaak.Verleend,
            zaak.Voorschot,
            zaak.Opgedragen(1),
            Voorgenomen(zaak, 1, 8),
            new IntrekkingVervallenBericht(zaak.Nummer, zaak.Kvk, $"{zaak.Nummer}-I1", Voorbeeldzaak.Op(9)),
            Voorgenomen(zaak, 2, 9),
            DeelsIngetrokken(zaak) with
            {
                Besluit = $"{zaak.Nummer}-I2",
            },
            new BetalingVerlaagdBericht(
                zaak.Nummer,
                $"{zaak.Nummer}-B1",
                $"{zaak.Nummer}-I2",
                "voorschot",
                4_000.00m,
                5_520.00m,
                Voorbeeldzaak.Op(12)
            ),
            zaak.Vastgesteld,
        ];

    /// <summary>What was advanced too much was claimed back: not paid in time, then in instalments and by set-off.</summary>
    public static object[] Teruggevorderd(Voorbeeldzaak zaak)
    {
        var vordering = $"{zaak.Nummer}-TV1";
        return
        [
            zaak.Ingediend,
            zaak.Verleend,
            zaak.Voorschot,
            zaak.Vastgesteld,
            new TerugvorderingBeslotenBericht(
                zaak.Nummer,
                zaak.Kvk,
                vordering,
                $"{zaak.Nummer}-S1",
                1_520.00m,
                5_520.00m,
                0.00m,
                Guid.Empty,
                "hash",
                ["fien", "fred", "cor"],
                Voorbeeldzaak.Op(20)
            ),
            new VorderingHerinnerdBericht(
                zaak.Nummer,
                zaak.Kvk,
                vordering,
                1_520.00m,
                new LocalDate(2026, 9, 1),
                Guid.Empty,
                "hash",
                Voorbeeldzaak.Op(20).Plus(Duration.FromMinutes(30))
            ),
            new RentevergoedingBeslotenBericht(
                zaak.Nummer,
                zaak.Kvk,
                $"{zaak.Nummer}-B1",
                $"{zaak.Nummer}-B1-R",
                5_520.00m,
                18.15m,
                new LocalDate(2026, 7, 1),
                new LocalDate(2026, 7, 2),
                new LocalDate(2026, 8, 1),
                Guid.Empty,
                "hash",
                ["fien", "fred", "cor"],
                Voorbeeldzaak.Op(20).Plus(Duration.FromMinutes(40))
            ),
            new VorderingAangemaandBericht(
                zaak.Nummer,
                zaak.Kvk,
                vordering,
                1_520.00m,
                19.00m,
                new LocalDate(2026, 9, 1),
                Guid.Empty,
                "hash",
                Voorbeeldzaak.Op(21)
            ),
            .. ((string[])["betalingsregeling", "rente", "afboeking"]).Select(
                (soort, i) =>
                    new VorderingsbesluitGenomenBericht(
                        zaak.Nummer,
                        zaak.Kvk,
                        vordering,
                        $"{vordering}-{i}",
                        soort,
                        500.00m,
                        Guid.Empty,
                        "hash",
                        ["fien", "fred"],
                        Voorbeeldzaak.Op(22 + i)
                    )
            ),
            new VorderingVoldaanBericht(
                zaak.Nummer,
                zaak.Kvk,
                vordering,
                1_539.00m,
                1_520.00m,
                new LocalDate(2026, 10, 1),
                Voorbeeldzaak.Op(26)
            ),
        ];
    }

    /// <summary>Nothing is left, and a settlement crossed it.</summary>
    public static object[] HelemaalIngetrokken(Voorbeeldzaak zaak) =>
        [zaak.Ingediend, zaak.Verleend, DeelsIngetrokken(zaak) with { Bedrag = 0.00m, Voorschot = 0.00m }, zaak.Vastgesteld];

    /// <summary>All of it was withdrawn, and given back on objection.</summary>
    public static object[] Herroepen(Voorbeeldzaak zaak) =>
        [zaak.Ingediend, zaak.Verleend, DeelsIngetrokken(zaak) with { Bedrag = 0.00m, Voorschot = 0.00m }, Teruggegeven(zaak)];

    public static VerleningGewijzigdBericht Teruggegeven(Voorbeeldzaak zaak) =>
        new(
            zaak.Nummer,
            zaak.Tijdvak,
            zaak.Kvk,
            "slim-2026",
            $"{zaak.Nummer}-BZ1",
            $"{zaak.Nummer}-BZ1-1",
            zaak.Verlening,
            new LocalDate(2026, 11, 2),
            18_400.00m,
            11_040.00m,
            0.00m,
            5_520.00m,
            ["A", "C"],
            [Zakenhuis.Bea, "mila"],
            Voorbeeldzaak.Op(14),
            PeriodeTot: new LocalDate(2027, 9, 15),
            Verantwoording: "ambtshalve",
            Intrekking: $"{zaak.Nummer}-I1",
            VerleendOp: zaak.Verleend.Besluitdatum
        );

    public static VerleningAangepastBericht Verlengd(Voorbeeldzaak zaak) =>
        new(
            zaak.Nummer,
            zaak.Tijdvak,
            zaak.Kvk,
            "slim-2026",
            $"{zaak.Nummer}-W1",
            zaak.Verlening,
            zaak.Verleend.Besluitdatum,
            zaak.Verleend.Besluitdatum,
            "uitstel",
            2,
            11_040.00m,
            5_520.00m,
            "ambtshalve",
            zaak.Verleend.PeriodeVan,
            new LocalDate(2027, 9, 15),
            zaak.Verleend.PeriodeTot,
            ["A", "C"],
            [Zakenhuis.Bea, "mila"],
            Voorbeeldzaak.Op(9)
        );

    public static VerleningIngetrokkenBericht DeelsIngetrokken(Voorbeeldzaak zaak) =>
        new(
            zaak.Nummer,
            zaak.Tijdvak,
            zaak.Kvk,
            "slim-2026",
            $"{zaak.Nummer}-I1",
            zaak.Verlening,
            "verlening",
            zaak.Verleend.Besluitdatum,
            "niet-besteed",
            4_000.00m,
            11_040.00m,
            4_000.00m,
            5_520.00m,
            1_520.00m,
            zaak.Verleend.Besluitdatum,
            Guid.Empty,
            "hash",
            [Zakenhuis.Bea, "mila"],
            Voorbeeldzaak.Op(10),
            PeriodeTot: new LocalDate(2027, 9, 15),
            Verantwoording: "ambtshalve"
        );

    private static WijzigingGevraagdBericht Gevraagd(Voorbeeldzaak zaak, int nummer, string soort, int uur) =>
        new(zaak.Nummer, $"{zaak.Nummer}-W{nummer}", zaak.Kvk, soort, new(2026, 8, 14), Voorbeeldzaak.Op(uur));

    private static IntrekkingVoorgenomenBericht Voorgenomen(Voorbeeldzaak zaak, int nummer, int uur) =>
        new(
            zaak.Nummer,
            zaak.Kvk,
            "slim-2026",
            $"{zaak.Nummer}-I{nummer}",
            zaak.Verlening,
            "verlening",
            "niet-besteed",
            4_000.00m,
            11_040.00m,
            Guid.Empty,
            "hash",
            new(2026, 9, 14),
            Voorbeeldzaak.Op(uur)
        );
}
