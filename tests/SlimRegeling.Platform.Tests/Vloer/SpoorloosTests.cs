using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>Of which requests no trace is made: those by which somebody answers in confidence, and no others.</summary>
public sealed class SpoorloosTests
{
    [Theory]
    [InlineData("/v1/scans/scan-1/antwoorden", true)]
    [InlineData("/v1/scans/scan-1/concept", true)]
    [InlineData("/V1/Scans/scan-1/vragenlijst", true)]
    [InlineData("/v1/quickscans", true)]
    [InlineData("/scan/scan-1", true)]
    [InlineData("/quickscan", true)]
    [InlineData("/v1/scans", false)]
    [InlineData("/v1/scans/scan-1/sluiting", false)]
    [InlineData("/v1/scans/scan-1/rapport", false)]
    [InlineData("/v1/aanvragen/SLIM-71ZCH67ZP3/concept", false)]
    [InlineData("/", false)]
    public void Wie_antwoordt_laat_geen_spoor(string pad, bool spoorloos)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = pad;

        Assert.Equal(spoorloos, Spoorloos.Is(http));
    }
}
