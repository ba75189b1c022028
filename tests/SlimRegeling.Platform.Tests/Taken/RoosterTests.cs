using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Platform.Tests.Taken;

public sealed class RoosterTests
{
    [Theory]
    [InlineData("* * * * *", "elke minuut")]
    [InlineData("*/5 * * * *", "elke 5 minuten")]
    [InlineData("5 * * * *", "elk uur, 5 minuten na het hele uur")]
    [InlineData("0 * * * *", "elk uur")]
    [InlineData("30 2 * * *", "elke dag om 2.30 uur")]
    [InlineData("5 14 * * *", "elke dag om 14.05 uur")]
    [InlineData("0 0 1 * *", "0 0 1 * *")]
    [InlineData("x", "x")]
    public void When_a_job_runs_is_said_as_people_say_it(string cron, string woorden) => Assert.Equal(woorden, Rooster.Zeg(cron));
}
