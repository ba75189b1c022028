using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Tests.Vloer;

public sealed class DatabasestoringTests
{
    [Theory]
    [InlineData("Npgsql", true)]
    [InlineData("Marten", false)]
    public void A_read_that_fails_inside_Npgsql_was_cut_and_a_mistake_elsewhere_is_no_disturbance(string bron, bool storing)
    {
        string? niets = null;
        var fout = Assert.Throws<NullReferenceException>(() => niets!.Length);
        fout.Source = bron;
        Assert.Equal(storing, Databasestoring.Is(new InvalidOperationException("", fout)));
    }
}
