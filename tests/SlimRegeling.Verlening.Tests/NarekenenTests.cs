using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A decision that is computed again comes out the same, whatever led to it; a stored figure that was changed does not.</summary>
public sealed class NarekenenTests
{
    private static readonly Dictionary<string, decimal> Partijen = new() { [Kvk] = 75600.00m, ["87654321"] = 50400.00m };

    private static readonly object[] Samenwerkingsverband =
    [
        Verlenen with
        {
            Aanvragertype = "samenwerkingsverband",
            Subsidie = 126000.00m,
            Voorschot = 31500.00m,
            Partijen = Partijen,
            OpgeschortVan = Dag("2026-05-08"),
            OpgeschortTot = Dag("2026-05-12"),
            Gedeeltelijk = true,
        },
        Reservering with
        {
            Bedrag = 126000.00m,
        },
        "teken",
    ];

    public static TheoryData<string, object[]> Zaken =>
        new()
        {
            { "award", [Verlenen, Reservering, "teken", Brief("2026-06-23")] },
            { "award to a partnership, after standing still", Samenwerkingsverband },
            { "award by an old version", [Verlenen with { Regelversie = "slim-2020", Voorschot = 0.00m }, Reservering, "teken"] },
            { "refusal", [Afwijzen, "teken", Brief("2026-06-23", "afwijzing")] },
            { "refusal on the ceiling", [Verlenen, Ontoereikend, Brief("2026-07-02", "afwijzing")] },
            { "not handled", [BuitenBehandeling, Brief("2026-06-11", "buiten-behandeling", Zaak + "-N1")] },
            { "not handled, letter first", [Brief("2026-06-11", "buiten-behandeling", Zaak + "-N1"), BuitenBehandeling] },
        };

    [Theory]
    [MemberData(nameof(Zaken))]
    public void Every_decision_comes_out_the_same(string geval, object[] stappen)
    {
        var verloop = new Verloop(Zaak, [.. Gebeurtenissen(stappen)]);

        var nagerekend = Narekenen.Stroom(verloop, Regelstanden.Ongewijzigd).ToList();

        Assert.True(nagerekend.Count > 0, geval);
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
    }

    [Fact]
    public void A_changed_part_of_a_party_is_found_with_its_article()
    {
        var gebeurtenissen = Gebeurtenissen(Samenwerkingsverband)
            .Select(e => e is Verleend v ? v with { Partijen = new Dictionary<string, decimal> { [Kvk] = 126000.00m } } : e);

        var verschil = Narekenen
            .Stroom(new Verloop(Zaak, [.. gebeurtenissen]), Regelstanden.Ongewijzigd)
            .SelectMany(n => n.Verschillen)
            .First();

        Assert.StartsWith("partijen", verschil.Wat, StringComparison.Ordinal);
        Assert.Equal("2.11, vierde lid", verschil.Regel);
    }

    private static IEnumerable<Gebeurtenis> Gebeurtenissen(object[] stappen)
    {
        Verlening? stand = null;
        foreach (var stap in stappen)
        {
            var beslissing = stap is "teken" ? Onderteken(stand!) : Hoor(stand, stap);
            stand = Volg(stand, beslissing);
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                yield return gebeurtenis;
            }
        }
    }
}
