using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Tests;

/// <summary>How the list of mistakes names a field.</summary>
public sealed class FoutregelTests
{
    [Theory]
    [InlineData("Bedrag", "Bedrag: ")]
    [InlineData("Waarom?", "Waarom? ")]
    [InlineData("", "")]
    public void A_question_is_followed_by_no_colon(string veld, string aanhef) =>
        Assert.Equal(aanhef, new Foutregel("id", veld, "Vul dit in.", null).Aanhef);
}
