using CsCheck;
using NodaTime;
using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>Cases of a window to simulate, and what the tests look at in the answer.</summary>
internal static class Simulatiezaken
{
    public static readonly Regelversie Versie = Regelboek.Versie("slim-2026");

    public static readonly string[] Sbi = ["0111", "031", "4941", "4321"];

    /// <summary>Three that ask 11,040 each, in this order.</summary>
    public static readonly Simulatiezaak[] Drie = [Weeg(Zaaknr(1), 1), Weeg(Zaaknr(2), 2), Weeg(Zaaknr(3), 3)];

    public static Gen<(Simulatiezaak[] Zaken, decimal Plafond)> Zaken(Regelwijziging[] wijzigingen) =>
        Gen.Select(Gen.Select(Gen.Int[0, 40_000], Gen.Int[0, 300], Gen.Int[0, 9], Gen.Int[0, 3]).Array[0, 12], Gen.Int[0, 200_000])
            .Select(
                (lijst, plafond) =>
                    (
                        lijst
                            .Select(
                                (x, i) =>
                                    Weeg(Zaaknr(i), x.Item3 == 0 ? null : i, Formulier(x.Item1, x.Item2, Sbi[x.Item4]), wijzigingen) with
                                    {
                                        Ingetrokken = x.Item3 == 1,
                                    }
                            )
                            .ToArray(),
                        (decimal)plafond
                    )
            );

    public static Formulier Formulier(decimal kosten, decimal personen, string sbi) =>
        Compleet with
        {
            Activiteiten = [new Activiteitgegevens("C", OverigeExterneKosten: kosten)],
            Onderneming = Compleet.Onderneming! with { WerkzamePersonen = personen, SbiCodes = [sbi] },
        };

    public static Simulatiezaak Weeg(string zaaknummer, int? rang, Formulier? formulier = null, Regelwijziging[]? wijzigingen = null) =>
        new Weegschaal(Regelstanden.Ongewijzigd, wijzigingen ?? []).Weeg(
            Na(Ingediend, Volledig) with
            {
                Id = zaaknummer,
            },
            formulier ?? Compleet,
            null,
            [],
            Later
        ) with
        {
            Rang = rang,
        };

    public static Uitslag Reken(Simulatiezaak[] zaken, decimal plafond, decimal? na = null, string? overschrijding = null) =>
        Doorrekening.Reken(
            new Opdracht("2026-04-mkb", Versie.Id, Later, [], plafond, na ?? plafond, Versie.Hash, Versie.Hash, "loting", overschrijding),
            zaken
        );

    public static Regelwijziging Wijziging(Sleutel sleutel, string waarde) => new("parameters", sleutel.Code, waarde, "simulatie", null);

    public static string Zaaknr(int i) => $"SLIM-{i:0000000000}";

    public static Telling Som(Telling a, Telling b) =>
        new(
            a.Aantal + b.Aantal,
            a.Gevraagd + b.Gevraagd,
            a.Toegekend + b.Toegekend,
            a.Subsidie + b.Subsidie,
            a.Voorschot + b.Voorschot,
            a.Afgewezen + b.Afgewezen,
            a.AfgewezenBedrag + b.AfgewezenBedrag,
            a.DoetNietMee + b.DoetNietMee
        );

    /// <summary>With these judgments and this corrected budget.</summary>
    public static Simulatiezaak Weeg(
        this Weegschaal schaal,
        Aanvraag aanvraag,
        Formulier formulier,
        Beoordelen.Verzoek verzoek,
        Instant nu
    ) => schaal.Weeg(aanvraag, formulier, new Beoordelen.Inhoud(verzoek, [], []), [], nu);
}
