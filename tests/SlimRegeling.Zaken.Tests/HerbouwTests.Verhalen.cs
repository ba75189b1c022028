using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;

namespace SlimRegeling.Zaken.Tests;

public sealed partial class HerbouwTests
{
    /// <summary>
    /// The whole life of a case; one that was drawn, completed and reserved more than once; cases that end otherwise; cases of which something was
    /// objected to, in which a mistake was mended, that were changed, or of which something was withdrawn or claimed back; one with a second advance.
    /// </summary>
    private static readonly IReadOnlyList<Func<Voorbeeldzaak, object[]>> Levens =
    [
        zaak => [.. zaak.Geheel],
        Vaker,
        Anders,
        Bezwaarverhaal.Toegekend,
        Bezwaarverhaal.Verhoogd,
        Bezwaarverhaal.Hervastgesteld,
        Bezwaarverhaal.Ingetrokken,
        Bezwaarverhaal.Hersteld,
        Projectverhaal.Gewijzigd,
        Projectverhaal.Ingetrokken,
        Projectverhaal.HelemaalIngetrokken,
        Projectverhaal.Herroepen,
        Projectverhaal.Teruggevorderd,
        zaak => [.. zaak.Voorgeschoten],
    ];

    /// <summary>These, and what is said of rules and employees.</summary>
    private static Gen<object[]>[] Zaken =>
        [
            .. Levens.Select(leven => Gen.Const(0).Select(_ => leven(Voorbeeldzaak.Nieuw(Kvk)))),
            Gen.Int[1, 4].Select(Regels),
            Gen.Int[1, 4].Select(Medewerkers),
            Gen.Int[1, 4].Select(Belangen),
        ];

    private static object[] Vaker(Voorbeeldzaak zaak) =>
        [
            zaak.Venster,
            zaak.Venster with
            {
                Sluit = Voorbeeldzaak.Op(48),
                Op = Voorbeeldzaak.Op(2),
            },
            zaak.Ingediend,
            new AanvraagToegewezenBericht(zaak.Nummer, "bea", Voorbeeldzaak.Op(2), Versie: 2),
            new AanvraagToegewezenBericht(zaak.Nummer, null, Voorbeeldzaak.Op(3), Versie: 3),
            new IngebrekestellingBericht(zaak.Nummer, new(2026, 8, 3), true, Voorbeeldzaak.Op(3), Versie: 4),
            new IngebrekestellingBericht(zaak.Nummer, new(2026, 8, 3), false, Voorbeeldzaak.Op(1), Versie: 5),
            new VertragingMedegedeeldBericht(
                zaak.Nummer,
                zaak.Kvk,
                "slim-2026",
                new(2026, 7, 30),
                new(2026, 9, 10),
                Voorbeeldzaak.Op(2),
                Versie: 7
            ),
            new VertragingMedegedeeldBericht(
                zaak.Nummer,
                zaak.Kvk,
                "slim-2026",
                new(2026, 7, 30),
                new(2026, 9, 3),
                Voorbeeldzaak.Op(3),
                Versie: 6
            ),
            zaak.Gerangschikt,
            zaak.Gerangschikt with
            {
                Rang = 9,
                Op = Voorbeeldzaak.Op(30),
            },
            zaak.Gereserveerd,
            new BudgetVrijgegevenBericht(zaak.Nummer, zaak.Tijdvak, "aanvulling-gevraagd", Voorbeeldzaak.Op(5)),
            new AanvullingGevraagdBericht(zaak.Nummer, zaak.Tijdvak, zaak.Kvk, ["begroting"], new(2026, 5, 20), Voorbeeldzaak.Op(5)),
            new AanvraagAangevuldBericht(zaak.Nummer, zaak.Tijdvak, 9_000.00m, Voorbeeldzaak.Op(6)),
            zaak.Gereserveerd with
            {
                Bedrag = 9_000.00m,
                Op = Voorbeeldzaak.Op(31),
            },
            new HersteltermijnGestartBericht(zaak.Nummer, zaak.Tijdvak, new(2026, 5, 7), new(2026, 5, 21), Voorbeeldzaak.Op(5)),
            zaak.Verleend,
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Verlening, new(2026, 6, 16), new(2026, 7, 27), Voorbeeldzaak.Op(33)),
            new BewijsGevraagdBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(34)),
            zaak.Vastgesteld,
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Vaststelling, new(2027, 9, 3), new(2027, 10, 14), Voorbeeldzaak.Op(35)),
        ];

    /// <summary>All that is said of cases that were refused, left out, withdrawn or not handled, together; a payment that was held; a scan; proof.</summary>
    private static object[] Anders(Voorbeeldzaak zaak)
    {
        var (afgewezen, weg, eerdere) = (Voorbeeldzaak.Nieuw(zaak.Kvk), Voorbeeldzaak.Nieuw(zaak.Kvk), Voorbeeldzaak.Nieuw(zaak.Kvk));
        return
        [
            .. zaak.Geheel,
            new OndernemingGewijzigdBericht(zaak.Kvk, Guid.Empty, "hash", Voorbeeldzaak.Op(0)),
            new ScanAfgerondBericht(
                zaak.Nummer,
                zaak.Kvk,
                "scan-1",
                "lcs-1",
                new(2026, 4, 1),
                new(2026, 4, 6),
                6,
                "beeld",
                "hash",
                Voorbeeldzaak.Op(1)
            ),
            new DocumentBeschikbaarBericht(zaak.Nummer, zaak.Kvk, "d1", "opleidingsplan", "hash", Voorbeeldzaak.Op(1)),
            new DocumentGeweigerdBericht(
                zaak.Nummer,
                zaak.Kvk,
                "d2",
                "offerte",
                "virus",
                "Stuur een schoon bestand.",
                Voorbeeldzaak.Op(1),
                Voorbeeldzaak.Op(2)
            ),
            zaak.Teruggezonden,
            zaak.Beoordeeld(6),
            new SteunGeregistreerdBericht(zaak.Nummer, zaak.Kvk, 11_040.00m, new(2026, 6, 15), 288_960.00m, Voorbeeldzaak.Op(8)),
            new BetalingAangehoudenBericht(zaak.Nummer, $"{zaak.Nummer}-B1", 5_520.00m, "rekening-gewijzigd", Voorbeeldzaak.Op(11)),
            new BetalingVrijgegevenBericht(zaak.Nummer, $"{zaak.Nummer}-B1", 5_520.00m, Voorbeeldzaak.Op(12)),
            zaak.Teruggekomen(1),
            new BewijsGevraagdBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(15)),
            new BewijsOntvangenBericht(zaak.Nummer, 2, Voorbeeldzaak.Op(16)),
            new VoortgangGemeldBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(16)),
            new VoortgangTeruggezondenBericht(zaak.Nummer, zaak.Kvk, new(2027, 8, 3), Voorbeeldzaak.Op(17)),
            new WijzigingGemeldBericht(zaak.Nummer, zaak.Kvk, Voorbeeldzaak.Op(16), "later", ["C"], Versie: 7),
            new WijzigingGemeldBericht(zaak.Nummer, zaak.Kvk, Voorbeeldzaak.Op(17), Gezien: true, Versie: 8),
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Voorbeeldzaak.Op(17)),
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", new(2027, 8, 4), Voorbeeldzaak.Op(18)),
            new VaststellingVertraagdBericht(zaak.Nummer, zaak.Kvk, "slim-2026", new(2028, 1, 5), new(2028, 2, 9), Voorbeeldzaak.Op(18)),
            new VaststellingIngebrekestellingBericht(zaak.Nummer, new(2028, 1, 6), true, Voorbeeldzaak.Op(19), Versie: 12),
            new VaststellingIngebrekestellingBericht(zaak.Nummer, new(2028, 1, 6), false, Voorbeeldzaak.Op(18), Versie: 13),
            afgewezen.Ingediend,
            new BudgetOntoereikendBericht(
                afgewezen.Nummer,
                afgewezen.Tijdvak,
                afgewezen.Kvk,
                "mkb-onderneming",
                "slim-2026",
                11_040.00m,
                Voorbeeldzaak.Op(1),
                Voorbeeldzaak.Op(560),
                "past-niet",
                ["rianne", "rob"],
                Voorbeeldzaak.Op(6)
            ),
            Bezwaarverhaal.Afgewezen(afgewezen),
            weg.Ingediend,
            weg.Beoordeeld(3),
            new AanvraagIngetrokkenBericht(weg.Nummer, weg.Tijdvak, weg.Kvk, Voorbeeldzaak.Op(5)),
            new AanvraagVervallenBericht(weg.Nummer, weg.Tijdvak, "ingetrokken-bij-besluit", Voorbeeldzaak.Op(5)),
            eerdere.Ingediend,
            new AanvraagUitgeslotenBericht(eerdere.Nummer, eerdere.Tijdvak, "dubbele-aanvraag", zaak.Nummer, Voorbeeldzaak.Op(3)),
            new BuitenBehandelingGesteldBericht(
                eerdere.Nummer,
                eerdere.Tijdvak,
                eerdere.Kvk,
                "slim-2026",
                $"{eerdere.Nummer}-N1",
                new(2026, 5, 20),
                "dubbele-aanvraag",
                ["mila"],
                Voorbeeldzaak.Op(9),
                Eerdere: zaak.Nummer
            ),
            new AanvraagVervallenBericht(eerdere.Nummer, eerdere.Tijdvak, "buiten-behandeling", Voorbeeldzaak.Op(9)),
        ];
    }

    private static object[] Belangen(int aantal)
    {
        var zaak = Zaaknummer.Trek().ToString();
        return
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new BelangGewijzigdBericht(zaak, n == 4 ? "een-ander" : "iemand", n % 2 == 1, Voorbeeldzaak.Op(n), n)),
        ];
    }

    private static object[] Regels(int aantal) =>
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new ParameterGewijzigdBericht(
                    "slim-2020",
                    n,
                    "maxima",
                    "mkb",
                    n % 2 == 0 ? null : "1.00",
                    "Stcrt.",
                    null,
                    Instant.FromUtc(2026, 1, n, 0, 0),
                    Voorbeeldzaak.Op(n)
                )),
        ];

    private static object[] Medewerkers(int aantal) =>
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new MedewerkerGewijzigdBericht(
                    $"iemand-{Guid.NewGuid():N}",
                    n % 2 == 0 ? [] : ["beoordelaar"],
                    ["onderzoeker"],
                    n == 3,
                    Voorbeeldzaak.Op(n)
                )),
        ];

    private static object[] Alles() =>
        [.. Levens.SelectMany(leven => leven(Voorbeeldzaak.Nieuw(Kvk))), .. Regels(4), .. Medewerkers(4), .. Belangen(4)];
}
