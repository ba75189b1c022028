using SlimRegeling.Platform;

namespace SlimRegeling.Web.Tests;

public sealed class MeldadresTests
{
    [Theory]
    [InlineData("toegankelijk@uitvoering.nl", "mailto:toegankelijk@uitvoering.nl")]
    [InlineData("https://uitvoering.nl/melden", "https://uitvoering.nl/melden")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_barrier_is_reported_by_e_mail_or_on_a_page_or_nowhere_in_particular(string? waarde, string? adres) =>
        Assert.Equal(adres, Uit(waarde).Adres);

    [Theory]
    [InlineData("uitvoering.nl")]
    [InlineData("javascript:alert(1)")]
    [InlineData("Uitvoering <toegankelijk@uitvoering.nl>")]
    public void What_leads_nowhere_is_told_at_the_start(string waarde) =>
        Assert.Contains(Meldadres.Sleutel, Assert.Throws<Opstartfout>(() => Uit(waarde)).Message, StringComparison.Ordinal);

    private static Meldadres Uit(string? waarde) =>
        Meldadres.Uit(new ConfigurationBuilder().AddInMemoryCollection([new(Meldadres.Sleutel, waarde)]).Build());
}
