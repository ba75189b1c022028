using CsCheck;
using SlimRegeling.Platform.Bank;

namespace SlimRegeling.Platform.Tests.Bank;

public sealed class Ibantests
{
    private const string Goed = "NL91ABNA0417164300";

    /// <summary>The examples of the IBAN registry.</summary>
    [Theory]
    [InlineData("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300")]
    [InlineData("nl91abna0417164300", "NL91ABNA0417164300")]
    [InlineData("BE68 5390 0754 7034", "BE68539007547034")]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606")]
    [InlineData("NO93 8601 1117 947", "NO9386011117947")]
    [InlineData("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84MALT011000012345MTLCAST001S")]
    public void Een_geldig_iban_wordt_zonder_spaties_gelezen(string invoer, string iban)
    {
        Assert.True(Iban.Lees(invoer, out var gelezen, out _));
        Assert.Equal(iban, gelezen.Waarde);
    }

    [Theory]
    [InlineData(null, "Vul een IBAN in")]
    [InlineData("  ", "Vul een IBAN in")]
    [InlineData("0417164300", "geen IBAN")]
    [InlineData("NL91-ABNA-0417-1643-00", "geen IBAN")]
    [InlineData("NL9١ABNA0417164300", "geen IBAN")]
    [InlineData("US64SVBKUS6S3300958879", "doet niet mee aan SEPA")]
    [InlineData("NL91ABNA041716430", "heeft 18 tekens; dit zijn er 17")]
    [InlineData("NL92ABNA0417164300", "controlegetal")]
    [InlineData("NL19ABNA0417164300", "controlegetal")]
    [InlineData("NL91ABNA0417164O00", "controlegetal")]
    public void Een_ongeldig_iban_wordt_geweigerd_met_wat_er_mis_is(string? invoer, string verwacht)
    {
        Assert.False(Iban.Lees(invoer, out _, out var uitleg));
        Assert.Contains(verwacht, uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_verkeerd_cijfer_of_twee_verwisselde_cijfers_worden_altijd_gezien() =>
        Gen.Select(Gen.Int[8, 17], Gen.Int[1, 9], Gen.Bool)
            .Sample(
                (plek, verschil, wissel) =>
                {
                    var tekens = Goed.ToCharArray();
                    if (wissel)
                        (tekens[plek], tekens[plek - 1]) = (tekens[plek - 1], tekens[plek]);
                    else
                        tekens[plek] = (char)('0' + ((tekens[plek] - '0' + verschil) % 10));
                    var anders = new string(tekens);
                    return Iban.Lees(anders, out _, out _) == (anders == Goed);
                }
            );
}
