using CsCheck;
using SlimRegeling.Platform.Afstemming;

namespace SlimRegeling.Platform.Tests.Afstemming;

/// <summary>Where two rows differ, in words with their numbers.</summary>
public sealed class JsonverschilTests
{
    [Fact]
    public void Only_what_differs_is_named_with_both_values() =>
        Assert.Equal(
            ("bedrag 11040.00, besluit niets", "bedrag 11030.00, besluit V1"),
            Jsonverschil.Van(
                """{"id":"x","data":{"bedrag":"11040.00","tijdvak":"t"},"versie":2}""",
                """{"id":"x","data":{"bedrag":"11030.00","tijdvak":"t","besluit":"V1"},"versie":2}"""
            )
        );

    [Fact]
    public void Of_a_row_that_is_missing_the_amounts_are_named() =>
        Assert.Equal(
            ("bedrag 11040.00, lijst[2].bedrag 5.00", "geen rij"),
            Jsonverschil.Van("""{"data":{"naam":"n","bedrag":"11040.00","lijst":[1,{"bedrag":"5.00"}]}}""", null)
        );

    [Fact]
    public void Of_a_row_without_amounts_the_first_fields_are_named() =>
        Assert.Equal(("geen rij", "id x, versie 3"), Jsonverschil.Van(null, """{"id":"x","versie":3}"""));

    [Fact]
    public void Many_and_long_values_are_cut_off()
    {
        var (verwacht, _) = Jsonverschil.Van(
            $$"""{"a":"{{new string('x', 500)}}","b":1,"c":1,"d":1,"e":1,"f":1}""",
            """{"a":"y","b":2,"c":2,"d":2,"e":2,"f":2}"""
        );
        Assert.Equal(5, verwacht.Split(", ").Length);
        Assert.True(verwacht.Length < 120);
    }

    [Fact]
    public void Whatever_changes_in_one_field_is_seen() =>
        Gen.Select(Gen.Int[0, 5], Gen.Decimal[0, 100_000], Gen.Decimal[0, 100_000])
            .Where((_, a, b) => a != b)
            .Sample(
                (veld, a, b) =>
                {
                    var (verwacht, gevonden) = Jsonverschil.Van(Rij(veld, a), Rij(veld, b));
                    Assert.StartsWith($"v{veld} ", verwacht, StringComparison.Ordinal);
                    Assert.StartsWith($"v{veld} ", gevonden, StringComparison.Ordinal);
                    Assert.NotEqual(verwacht, gevonden);
                }
            );

    private static string Rij(int veld, decimal waarde) =>
        $"{{{string.Join(",", Enumerable.Range(0, 6).Select(i => FormattableString.Invariant($"\"v{i}\":{(i == veld ? waarde : 7)}")))}}}";
}
