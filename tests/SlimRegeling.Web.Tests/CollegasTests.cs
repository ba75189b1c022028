using SlimRegeling.Web.Beoordelen;

namespace SlimRegeling.Web.Tests;

/// <summary>What the API says of a colleague by pseudonym, by the name that the reader knows.</summary>
public sealed class CollegasTests
{
    [Theory]
    [InlineData("Beoordelaar bea-werk heeft deze aanvraag al genomen.", "Beoordelaar Bea de Werker heeft deze aanvraag al genomen.")]
    [InlineData("Deze aanvraag is intussen van beoordelaar bea-werk.", "Deze aanvraag is intussen van beoordelaar Bea de Werker.")]
    [InlineData("Beoordelaar bea-werk", "Beoordelaar Bea de Werker")]
    [InlineData(
        "'SLIM-1' is intussen gewijzigd door bea-werk (versie 9).",
        "'SLIM-1' is intussen gewijzigd door Bea de Werker (versie 9)."
    )]
    [InlineData(
        "'SLIM-1' is intussen gewijzigd door iemand anders (versie 9).",
        "'SLIM-1' is intussen gewijzigd door iemand anders (versie 9)."
    )]
    [InlineData("Beoordelaar bea-werk-2 heeft deze zaak.", "Beoordelaar bea-werk-2 heeft deze zaak.")]
    [InlineData("Kies een andere beoordelaar.", "Kies een andere beoordelaar.")]
    [InlineData("Zaak bea-werk is er niet.", "Zaak bea-werk is er niet.")]
    public void Who_has_a_name_is_called_by_it_and_nothing_else_changes(string gezegd, string getoond) =>
        Assert.Equal(getoond, Collegas.MetNamen(gezegd, wie => wie == "bea-werk" ? "Bea de Werker" : wie));
}
