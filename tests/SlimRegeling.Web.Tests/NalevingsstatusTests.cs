using SlimRegeling.Platform;

namespace SlimRegeling.Web.Tests;

public sealed class NalevingsstatusTests
{
    private const string Rapport = "https://uitvoering.nl/onderzoek";

    [Fact]
    public void What_nobody_set_says_that_nobody_examined_it()
    {
        var status = Uit(null, null, null);
        Assert.Equal(("C", "eerste maatregelen genomen", 6), (status.Letter, status.Omschrijving, status.Antwoordweken));
        Assert.Null(status.Onderzoek);
    }

    [Theory]
    [InlineData("A", "voldoet volledig")]
    [InlineData(" B ", "voldoet gedeeltelijk")]
    [InlineData("D", "voldoet niet")]
    public void The_executor_says_what_an_examination_found(string gegeven, string omschrijving)
    {
        var status = Uit(gegeven, Rapport, "3");
        Assert.Equal((omschrijving, Rapport, 3), (status.Omschrijving, status.Onderzoek, status.Antwoordweken));
    }

    [Theory]
    [InlineData("A", null, null, Nalevingsstatus.Onderzoeksleutel)]
    [InlineData("B", " ", null, Nalevingsstatus.Onderzoeksleutel)]
    [InlineData("E", Rapport, null, Nalevingsstatus.Statussleutel)]
    [InlineData("voldoet", null, null, Nalevingsstatus.Statussleutel)]
    [InlineData("B", "javascript:alert(1)", null, Nalevingsstatus.Onderzoeksleutel)]
    [InlineData(null, null, "0", Nalevingsstatus.Termijnsleutel)]
    [InlineData(null, null, "snel", Nalevingsstatus.Termijnsleutel)]
    public void What_cannot_be_said_is_told_at_the_start(string? status, string? onderzoek, string? weken, string sleutel) =>
        Assert.Contains(sleutel, Assert.Throws<Opstartfout>(() => Uit(status, onderzoek, weken)).Message, StringComparison.Ordinal);

    private static Nalevingsstatus Uit(string? status, string? onderzoek, string? weken) =>
        Nalevingsstatus.Uit(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new(Nalevingsstatus.Statussleutel, status),
                    new(Nalevingsstatus.Onderzoeksleutel, onderzoek),
                    new(Nalevingsstatus.Termijnsleutel, weken),
                ])
                .Build()
        );
}
