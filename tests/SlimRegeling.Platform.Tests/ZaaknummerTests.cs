using CsCheck;

namespace SlimRegeling.Platform.Tests;

public sealed class ZaaknummerTests
{
    private const string Alfabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Gen<Zaaknummer> Nummers = Gen.Byte.Array[9].Select(b => Zaaknummer.Maak(b));

    [Fact]
    public void What_was_drawn_is_read_back_in_any_case() =>
        Nummers.Sample(z => Zaaknummer.TryParse($" {z.ToString().ToLowerInvariant()} ", null, out var gelezen) && gelezen == z);

    [Fact]
    public void Every_single_mistyped_character_is_found() =>
        Gen.Select(Nummers, Gen.Int[5, 14], Gen.Int[0, 31])
            .Sample(
                (z, plaats, teken) =>
                {
                    var fout = z.ToString().ToCharArray();
                    fout[plaats] = Alfabet[teken];
                    return new string(fout) == z || !Zaaknummer.TryParse(new string(fout), null, out _);
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("SLIM-")]
    [InlineData("SLIM-0000000000X")]
    [InlineData("SLIM-O000000000")]
    [InlineData("SLUM-0000000000")]
    public void What_has_another_shape_is_no_case_number(string tekst) => Assert.False(Zaaknummer.TryParse(tekst, null, out _));

    [Theory]
    [InlineData("")]
    [InlineData("-V1")]
    [InlineData("-BZ1")]
    [InlineData("-BZ1-1-beslissing-op-bezwaar")]
    [InlineData("-B2")]
    [InlineData("-H1")]
    [InlineData("-H1-herstelbesluit")]
    [InlineData(".Brief.verlening.60000001")]
    public void What_has_a_number_that_begins_with_that_of_its_case_is_of_that_case(string erachter) =>
        Nummers.Sample(z => Zaaknummer.Van($"{z}{erachter}") == z && Zaaknummer.Van($" {z.ToString().ToLowerInvariant()}{erachter}") == z);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-04-mkb")]
    [InlineData("SLIM-2026-04-07-1")]
    [InlineData("SLIM-0000000001-BZ1")]
    [InlineData("post-20261124-101523042")]
    public void What_has_a_number_of_another_shape_is_of_no_case(string? nummer) => Assert.Null(Zaaknummer.Van(nummer));

    [Fact]
    public void A_number_goes_no_further_than_its_check_character() => Nummers.Sample(z => Zaaknummer.Van($"{z}0") is null);
}
