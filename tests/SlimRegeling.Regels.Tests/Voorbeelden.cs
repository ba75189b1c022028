namespace SlimRegeling.Regels.Tests;

/// <summary>Plans that many tests start from.</summary>
internal static class Voorbeelden
{
    public static readonly Regelversie Slim2026 = Regelboek.Versie("slim-2026");

    /// <summary>The requirements of 2026 that the plan of a single enterprise is tested against.</summary>
    public static readonly IReadOnlyList<string> Getoetst =
    [
        .. Eiscode.Alle.Where(c => Slim2026.Eisen.TryGetValue(c, out var eis) && eis.Aanvragertypen.Contains(Aanvragertype.MkbOnderneming)),
    ];

    public static readonly Onderneming Klein = new(12.0m, 1_500_000.00m, 800_000.00m, ["4321"]);

    /// <summary>The case that goes through the whole house: A and C of a small firm.</summary>
    public static readonly Plan Zaak = new(
        Aanvragertype.MkbOnderneming,
        Klein,
        [
            new(Activiteitsoort.A) { ExterneUren = [new(40m, 150.00m)], OverigeExterneKosten = 899.20m },
            new(Activiteitsoort.C) { ExterneUren = [new(65m, 120.00m)], EigenUren = [new(60m, 41_280.00m)] },
        ]
    );

    public static Plan Met(params Activiteit[] activiteiten) => new(Aanvragertype.MkbOnderneming, Klein, activiteiten);

    public static Plan MetExterneKosten(decimal bedrag) => Met(new Activiteit(Activiteitsoort.C) { OverigeExterneKosten = bedrag });

    /// <summary>A large hotel: 300 fte, main code 5510.</summary>
    public static readonly Onderneming Hotel = new(300m, 60_000_000.00m, 50_000_000.00m, ["5510"]);

    public static Plan VanGrootbedrijf(params Activiteit[] activiteiten) => new(Aanvragertype.Grootbedrijf, Hotel, activiteiten);

    /// <summary>A party of a partnership: a small firm with this main code.</summary>
    public static Deelnemer Partij(string kvkNummer, decimal aandeel, string sbi = "4321") =>
        new(kvkNummer, kvkNummer == "10000001", Partijsoort.MkbOnderneming, aandeel, Klein with { SbiCodes = [sbi] }, []);

    /// <summary>A partnership that develops a method (C) at these external costs.</summary>
    public static Plan Verband(decimal kosten, params Deelnemer[] deelnemers) =>
        Plan.Voor(deelnemers, [new(Activiteitsoort.C) { OverigeExterneKosten = kosten }]);

    /// <summary>Three small firms that bear 50, 30 and 20% of the costs.</summary>
    public static Plan Verband(decimal kosten) =>
        Verband(kosten, Partij("10000001", 0.5m * kosten), Partij("10000002", 0.3m * kosten), Partij("10000003", 0.2m * kosten));

    public static Regelversie Versie(string id) => Regelboek.Versie(id);

    public static Toets Toets(this Beoordeling beoordeling, string code) => Assert.Single(beoordeling.Toetsen, t => t.Code == code);
}
