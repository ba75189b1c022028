using NodaTime;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>Whatever a scheme manager may fill in: the rules refuse it, or compute with it.</summary>
public class SimulatieGrenzenTests
{
    private static readonly string[] Uitersten =
    [
        "0",
        "0.01",
        "1",
        "100",
        "9999999999999.99",
        "99999999999999999999999999999",
        "-1",
        "",
        "2000-01-01",
        "9999-12-31",
        "01",
        "99999",
        "01, 99999",
        "marktconform",
        "nooit",
        "centen",
        "hele-euros-omlaag",
        "1990-01-01: 0",
        "1990-01-01: 9999999999999.99; 9999-12-31: 0",
        "1990-01-01: 36-maanden",
        "2026-01-01: 1.00",
    ];

    public static TheoryData<string> Versies => [.. Regelboek.Laad().Select(v => v.Id)];

    [Theory]
    [MemberData(nameof(Versies))]
    public void No_value_that_the_rules_take_stops_the_computation(string id)
    {
        var versie = Regelboek.Versie(id);
        var genomen = 0;
        foreach (var code in versie.Parameters.Keys)
        {
            foreach (var waarde in Uitersten)
            {
                if (Met(versie, code, waarde) is not { } gewijzigd)
                {
                    continue;
                }
                genomen++;
                foreach (var plan in Plannen())
                {
                    var beoordeling = Beoordeling.Van(gewijzigd, plan, Feiten);
                    Assert.True(beoordeling.Subsidiebedrag >= 0m, $"{code} {waarde}");
                    Assert.All(beoordeling.Toetsen, t => Assert.NotEmpty(t.Uitleg));
                    Assert.All(beoordeling.Berekening.Regels, r => Assert.NotEmpty(r.Omschrijving));
                    Assert.NotEmpty(Sectornaam.Van(gewijzigd, plan));
                }
            }
        }
        Assert.True(genomen > versie.Parameters.Count);
    }

    private static Feiten Feiten => new() { Peildatum = Moment(Later), Steun = [new(9_999_999_999_999.99m, Moment(Binnen))] };

    private static Regelversie? Met(Regelversie versie, string code, string waarde)
    {
        try
        {
            return versie.Met([new("parameters", code, waarde, "simulatie", null)]);
        }
        catch (RegelbestandException)
        {
            return null;
        }
    }

    /// <summary>The largest that a form can hold, and nothing at all, of each type.</summary>
    private static IEnumerable<Plan> Plannen()
    {
        Activiteit[] groot =
        [
            .. Enum.GetValues<Activiteitsoort>()
                .Select(soort => new Activiteit(soort)
                {
                    EigenUren = [new(100_000m, 9_999_999_999_999.99m), new(100_000m, 9_999_999_999_999.99m, Eigenaar: true)],
                    ExterneUren = [new(100_000m, 9_999_999_999_999.99m, Marktconform: true)],
                    OverigeExterneKosten = 9_999_999_999_999.99m,
                    Trajecten = soort == Activiteitsoort.B ? 10_000 : 0,
                    Praktijkleerplaatsen = soort == Activiteitsoort.D ? 10_000 : 0,
                }),
        ];
        var onderneming = new Onderneming(12m, 9_999_999_999_999.99m, 9_999_999_999_999.99m, ["0111"])
        {
            Gelieerd = [new(Band.Partner, 33m, 100_000m, 9_999_999_999_999.99m, 9_999_999_999_999.99m)],
        };
        foreach (IReadOnlyList<Activiteit> activiteiten in (Activiteit[][])[groot, [new(Activiteitsoort.C)]])
        {
            yield return new(Aanvragertype.MkbOnderneming, onderneming, activiteiten);
            yield return new(Aanvragertype.Grootbedrijf, onderneming with { WerkzamePersonen = 300m }, activiteiten);
            yield return Plan.Voor(
                [
                    new("11111111", true, Partijsoort.MkbOnderneming, 9_999_999_999_999.99m, onderneming, []),
                    new("22222222", false, Partijsoort.MkbOnderneming, 0m, onderneming, ["11111111"]),
                    new("33333333", false, Partijsoort.Brancheorganisatie, 0m, null, []),
                ],
                activiteiten
            );
        }
    }

    private static LocalDate Moment(Instant op) => Platform.Tijd.Moment.Dag(op);
}
