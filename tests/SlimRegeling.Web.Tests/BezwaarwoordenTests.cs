using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

public sealed class BezwaarwoordenTests
{
    [Fact]
    public void Every_kind_of_decision_that_can_be_objected_to_has_words_of_its_own_in_both_languages()
    {
        string[] soorten =
        [
            .. typeof(Besluitsoort).GetFields().Where(veld => veld.IsLiteral).Select(veld => (string)veld.GetRawConstantValue()!),
        ];
        string[] woorden = [.. soorten.Select(Bezwaarwoorden.Besluit)];

        Assert.Contains(Besluitsoort.Intrekking, soorten);
        Assert.Equal(woorden, woorden.Distinct());
        Assert.DoesNotContain(woorden, woord => !Teksten.Engels.ContainsKey(woord));
    }
}
