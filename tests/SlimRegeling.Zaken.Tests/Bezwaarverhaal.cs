using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Zaken.Tests;

/// <summary>What is said about cases of which something was objected to, or in which a mistake was mended.</summary>
internal static class Bezwaarverhaal
{
    /// <summary>
    /// A refusal, mended and put off three times, on which it was decided as unfounded; a decision in the place of that awards, and one in the place
    /// of that again gives the same. Then an appeal that is withdrawn.
    /// </summary>
    public static object[] Toegekend(Voorbeeldzaak zaak) =>
        [
            zaak.Venster,
            zaak.Ingediend,
            zaak.Gereserveerd,
            Afgewezen(zaak),
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Verlening, new(2026, 6, 16), new(2026, 7, 27), Voorbeeldzaak.Op(8)),
            Ingediend(zaak, "afwijzing"),
            new BezwaarHerstelGevraagdBericht(
                zaak.Nummer,
                Bezwaar(zaak),
                zaak.Kvk,
                "slim-2026",
                zaak.Verlening,
                "aanvrager",
                ["gronden"],
                Voorbeeldzaak.Op(10)
            ),
            Brief(zaak, $"{Bezwaar(zaak)}-bezwaar-herstel", "bezwaar-herstel", null, 11),
            Termijn(zaak, "herstel", new(2026, 10, 5), 11),
            Termijn(zaak, "hersteld", new(2026, 9, 14), 12),
            Termijn(zaak, "verdaging", new(2026, 10, 26), 13),
            Herbeoordeeld(zaak, 14),
            Beslist(zaak, 1, 15, "ongegrond", null, 0),
            Brief(zaak, $"{Bezwaar(zaak)}-1-beslissing-op-bezwaar", "beslissing-op-bezwaar", $"{Bezwaar(zaak)}-1", 16),
            Beroepstermijn(zaak, 1, 16),
            Beslist(zaak, 2, 20, "gegrond", "verlenen", 11_040.00m),
            zaak.Verleend with
            {
                Besluit = $"{Bezwaar(zaak)}-2",
                Bezwaar = Bezwaar(zaak),
                Op = Voorbeeldzaak.Op(20),
            },
            zaak.Voorschot with
            {
                Besluit = $"{Bezwaar(zaak)}-2",
                Op = Voorbeeldzaak.Op(20),
            },
            Vastgelegd(zaak, 2, 11_040.00m, 21, versie: 5),
            Beroepstermijn(zaak, 2, 22),
            Beslist(zaak, 3, 25, "gegrond", "wijzigen", 11_040.00m),
            Gewijzigd(zaak, 3, 11_040.00m, 25),
            Beroepstermijn(zaak, 3, 26),
            Beroep(zaak, "ingesteld", new(2026, 12, 1), 27),
            Beroep(zaak, "ingetrokken", new(2026, 12, 9), 28),
        ];

    /// <summary>An award that became higher, and higher again by the decision in its place; settled after it.</summary>
    public static object[] Verhoogd(Voorbeeldzaak zaak) =>
        [
            .. zaak.Geheel,
            Ingediend(zaak, "verlening"),
            Herbeoordeeld(zaak, 12),
            Beslist(zaak, 1, 15, "gegrond", "wijzigen", 12_000.00m),
            Gewijzigd(zaak, 1, 12_000.00m, 15),
            Vastgelegd(zaak, 1, 12_000.00m, 16, versie: 4),
            Beslist(zaak, 2, 17, "gegrond", "wijzigen", 12_500.00m),
            Gewijzigd(zaak, 2, 12_500.00m, 17),
            Vastgelegd(zaak, 2, 12_500.00m, 18, versie: 6),
        ];

    /// <summary>A settlement that was objected to, opened again and taken anew, on no other amount and by no other payment.</summary>
    public static object[] Hervastgesteld(Voorbeeldzaak zaak) =>
        [
            .. zaak.Geheel,
            zaak.Slotbrief,
            Ingediend(zaak, "vaststelling") with
            {
                Besluit = zaak.Vaststelling,
                Op = Voorbeeldzaak.Op(23),
            },
            Beslist(zaak, 1, 25, "gegrond", "vaststellen", 0) with
            {
                Bestreden = zaak.Vaststelling,
                Soort = "vaststelling",
                Bedrag = null,
                Vaststelling = zaak.Vaststelling,
            },
            Heropend(zaak),
            Opnieuw(zaak),
            new BezwaartermijnGestartBericht(zaak.Nummer, $"{zaak.Nummer}-S2", new(2027, 11, 2), new(2027, 12, 13), Voorbeeldzaak.Op(28)),
        ];

    public static VaststellingHeropendBericht Heropend(Voorbeeldzaak zaak) =>
        new(zaak.Nummer, zaak.Vaststelling, $"{Bezwaar(zaak)}-1", Voorbeeldzaak.Op(25));

    /// <summary>The settlement in the place of the first.</summary>
    public static SubsidieVastgesteldBericht Opnieuw(Voorbeeldzaak zaak) =>
        zaak.Vastgesteld with
        {
            Besluit = $"{zaak.Nummer}-S2",
            Voorschotten = 11_040.00m,
            NogTeBetalen = 0.00m,
            Op = Voorbeeldzaak.Op(27),
            Vervangt = zaak.Vaststelling,
            Bezwaarbesluit = $"{Bezwaar(zaak)}-1",
            EerderVastgesteld = 11_040.00m,
        };

    public static object[] Ingetrokken(Voorbeeldzaak zaak) =>
        [
            zaak.Ingediend,
            Afgewezen(zaak),
            Ingediend(zaak, "afwijzing"),
            Termijn(zaak, "termijn-bekend", new(2026, 9, 7), 10),
            new BezwaarIngebrekestellingBericht(zaak.Nummer, Bezwaar(zaak), new(2026, 9, 9), true, Voorbeeldzaak.Op(11), Versie: 3),
            new BezwaarIngebrekestellingBericht(zaak.Nummer, Bezwaar(zaak), new(2026, 9, 9), false, Voorbeeldzaak.Op(11), Versie: 4),
            new BezwaarIngetrokkenBericht(zaak.Nummer, Bezwaar(zaak), zaak.Kvk, zaak.Verlening, Voorbeeldzaak.Op(11)),
        ];

    /// <summary>A refusal that was a mistake: the decision in its place awards; one in the place of that mends words, and the next makes it higher.</summary>
    public static object[] Hersteld(Voorbeeldzaak zaak) =>
        [
            zaak.Venster,
            zaak.Ingediend,
            zaak.Gereserveerd,
            Afgewezen(zaak),
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Verlening, new(2026, 6, 16), new(2026, 7, 27), Voorbeeldzaak.Op(8)),
            zaak.Beoordeeld(9) with
            {
                Bezwaar = Herstel(zaak, 1),
                Herstel = true,
            },
            Genomen(zaak, 1, 10, "verlenen", 11_040.00m),
            zaak.Verleend with
            {
                Besluit = Herstel(zaak, 1),
                Bezwaar = Herstel(zaak, 1),
                Op = Voorbeeldzaak.Op(10),
            },
            zaak.Voorschot with
            {
                Besluit = Herstel(zaak, 1),
                Op = Voorbeeldzaak.Op(10),
            },
            new BezwaarbudgetVastgelegdBericht(
                zaak.Nummer,
                Herstel(zaak, 1),
                Herstel(zaak, 1),
                11_040.00m,
                Voorbeeldzaak.Op(11),
                Versie: 5
            ),
            Brief(zaak, $"{Herstel(zaak, 1)}-herstelbesluit", "herstelbesluit", Herstel(zaak, 1), 12),
            new BezwaartermijnGestartBericht(zaak.Nummer, Herstel(zaak, 1), new(2026, 10, 6), new(2026, 11, 16), Voorbeeldzaak.Op(12)),
            Genomen(zaak, 2, 13, null, null),
            zaak.Beoordeeld(14) with
            {
                Bezwaar = Herstel(zaak, 3),
                Herstel = true,
            },
            Genomen(zaak, 3, 15, "wijzigen", 12_000.00m),
            Gewijzigd(zaak, 1, 12_000.00m, 15) with
            {
                Bezwaar = Herstel(zaak, 3),
                Besluit = Herstel(zaak, 3),
                Wijzigt = Herstel(zaak, 1),
                Herstel = true,
            },
            new BezwaarbudgetVastgelegdBericht(
                zaak.Nummer,
                Herstel(zaak, 3),
                Herstel(zaak, 3),
                12_000.00m,
                Voorbeeldzaak.Op(16),
                Versie: 7
            ),
        ];

    public static AanvraagAfgewezenBericht Afgewezen(Voorbeeldzaak zaak) =>
        new(
            zaak.Nummer,
            zaak.Tijdvak,
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            new(2026, 6, 15),
            ["niet-haalbaar"],
            [Zakenhuis.Bea, "mila"],
            Voorbeeldzaak.Op(7)
        );

    private static string Bezwaar(Voorbeeldzaak zaak) => $"{zaak.Nummer}-BZ1";

    private static string Herstel(Voorbeeldzaak zaak, int volgnummer) => $"{zaak.Nummer}-H{volgnummer}";

    private static HerstelbesluitGenomenBericht Genomen(Voorbeeldzaak zaak, int volgnummer, int uur, string? gevolg, decimal? bedrag) =>
        new(
            zaak.Nummer,
            zaak.Kvk,
            "slim-2026",
            Herstel(zaak, volgnummer),
            volgnummer == 1 ? zaak.Verlening : Herstel(zaak, volgnummer - 1),
            new(2026, 6, 15),
            "verlening",
            new(2026, 10, 5),
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Voorbeeldzaak.Op(uur),
            gevolg,
            Bedrag: bedrag
        );

    private static BezwaarIngediendBericht Ingediend(Voorbeeldzaak zaak, string soort) =>
        new(
            zaak.Nummer,
            Bezwaar(zaak),
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            soort,
            "aanvrager",
            new(2026, 7, 1),
            [Zakenhuis.Bea, "mila"],
            ["gronden"],
            new(2026, 7, 15),
            Voorbeeldzaak.Op(9),
            new LocalDate(2026, 9, 7)
        );

    private static BezwaarBeslistermijnBericht Termijn(Voorbeeldzaak zaak, string reden, LocalDate uiterlijk, int uur) =>
        new(zaak.Nummer, Bezwaar(zaak), zaak.Kvk, "slim-2026", zaak.Verlening, "aanvrager", reden, uiterlijk, Voorbeeldzaak.Op(uur));

    private static object Herbeoordeeld(Voorbeeldzaak zaak, int uur) => zaak.Beoordeeld(uur) with { Bezwaar = Bezwaar(zaak) };

    private static BezwaarBeslistBericht Beslist(
        Voorbeeldzaak zaak,
        int volgnummer,
        int uur,
        string uitkomst,
        string? gevolg,
        decimal bedrag
    ) =>
        new(
            zaak.Nummer,
            Bezwaar(zaak),
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            "afwijzing",
            "aanvrager",
            $"{Bezwaar(zaak)}-{volgnummer}",
            new(2026, 10, 5),
            uitkomst,
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Voorbeeldzaak.Op(uur),
            gevolg,
            Herstelt: volgnummer > 1 ? $"{Bezwaar(zaak)}-{volgnummer - 1}" : null,
            Bedrag: gevolg is null ? null : bedrag
        );

    private static VerleningGewijzigdBericht Gewijzigd(Voorbeeldzaak zaak, int volgnummer, decimal bedrag, int uur) =>
        new(
            zaak.Nummer,
            zaak.Tijdvak,
            zaak.Kvk,
            "slim-2026",
            Bezwaar(zaak),
            $"{Bezwaar(zaak)}-{volgnummer}",
            zaak.Verlening,
            new(2026, 10, 5),
            20_000.00m,
            bedrag,
            11_040.00m,
            6_000.00m,
            ["A", "C"],
            ["bo", "mo"],
            Voorbeeldzaak.Op(uur),
            Verantwoording: "ambtshalve",
            PeriodeTot: new LocalDate(2027, 6, 15)
        );

    private static BezwaarbudgetVastgelegdBericht Vastgelegd(Voorbeeldzaak zaak, int volgnummer, decimal bedrag, int uur, long versie) =>
        new(zaak.Nummer, Bezwaar(zaak), $"{Bezwaar(zaak)}-{volgnummer}", bedrag, Voorbeeldzaak.Op(uur), versie);

    private static BriefVerzondenBericht Brief(Voorbeeldzaak zaak, string brief, string soort, string? besluit, int uur) =>
        new(zaak.Nummer, brief, soort, besluit, new(2026, 10, 5), Voorbeeldzaak.Op(uur));

    private static BeroepGenoteerdBericht Beroep(Voorbeeldzaak zaak, string stand, LocalDate dag, int uur) =>
        new(zaak.Nummer, Bezwaar(zaak), $"{Bezwaar(zaak)}-3", stand, dag, Voorbeeldzaak.Op(uur));

    private static BeroepstermijnGestartBericht Beroepstermijn(Voorbeeldzaak zaak, int volgnummer, int uur) =>
        new(zaak.Nummer, Bezwaar(zaak), $"{Bezwaar(zaak)}-{volgnummer}", new(2026, 10, 6), new(2026, 11, 16), Voorbeeldzaak.Op(uur));
}
