using NodaTime;

namespace SlimRegeling.Aanvragen.Tests;

public sealed class HerinnerenTests
{
    private static readonly Instant Sluit = Instant.FromUtc(2026, 3, 31, 15, 0);
    private static readonly Duration Seconde = Duration.FromSeconds(1);
    private static readonly Duration Vooraf = Duration.FromHours(48);

    [Fact]
    public void Achtenveertig_uur_voor_de_sluiting_en_geen_seconde_eerder()
    {
        Assert.False(Herinneren.IsAanDeBeurt(Sluit, null, Sluit - Vooraf - Seconde));
        Assert.True(Herinneren.IsAanDeBeurt(Sluit, null, Sluit - Vooraf));
        Assert.True(Herinneren.IsAanDeBeurt(Sluit, null, Sluit - Seconde));
        Assert.False(Herinneren.IsAanDeBeurt(Sluit, null, Sluit));
        Assert.False(Herinneren.IsAanDeBeurt(Sluit, null, Sluit + Seconde));
    }

    [Fact]
    public void Een_keer_per_sluiting_en_weer_als_zij_meer_dan_een_dag_later_wordt()
    {
        var nu = Sluit - Duration.FromHours(40);
        Assert.False(Herinneren.IsAanDeBeurt(Sluit, Sluit, nu));
        Assert.False(Herinneren.IsAanDeBeurt(Sluit, Sluit - Duration.FromDays(1), nu));
        Assert.True(Herinneren.IsAanDeBeurt(Sluit, Sluit - Duration.FromDays(1) - Seconde, nu));
        Assert.False(Herinneren.IsAanDeBeurt(Sluit, Sluit + Duration.FromDays(7), nu));
    }
}
