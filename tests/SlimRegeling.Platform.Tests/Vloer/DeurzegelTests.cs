using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>Processes with one secret believe each other's moment, and nobody else's.</summary>
public sealed class DeurzegelTests
{
    private static readonly Instant Op = Instant.FromUtc(2026, 4, 30, 14, 59, 59);

    [Fact]
    public void Another_process_with_the_same_secret_takes_the_moment_to_the_microsecond()
    {
        var op = Op + Duration.FromTicks(9_999_990);
        Assert.Equal(op, Gelezen("geheim", "geheim", op));
    }

    [Theory]
    [InlineData("geheim", "een ander")]
    [InlineData("geheim", null)]
    [InlineData(null, "geheim")]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void Without_the_same_secret_no_moment_is_taken(string? site, string? api) => Assert.Null(Gelezen(site, api, Op));

    [Fact]
    public void Nobody_who_signed_in_no_moment()
    {
        using var verzoek = Verzoek(HttpMethod.Post);
        verzoek.Headers.Authorization = null;
        Zegel("geheim").Verzegel(verzoek, Op);
        Assert.False(verzoek.Headers.Contains(Deurzegel.Kopregel));
    }

    [Fact]
    public void What_only_reads_has_no_moment() => Assert.Null(Gelezen("geheim", "geheim", Op, HttpMethod.Get));

    [Fact]
    public void It_holds_for_five_minutes_and_for_one_address_only()
    {
        Assert.Equal(Op, Gelezen("geheim", "geheim", Op, nu: Op + Deurzegel.Houdbaar));
        Assert.Null(Gelezen("geheim", "geheim", Op, nu: Op + Deurzegel.Houdbaar + Duration.FromTicks(10)));
        Assert.Null(Gelezen("geheim", "geheim", Op, nu: Op - Duration.FromTicks(10)));
        Assert.Null(Gelezen("geheim", "geheim", Op, doel: "/v1/aanvragen/SLIM-2/indiening"));
        Assert.Null(Gelezen("geheim", "geheim", Op, doel: "/v1/aanvragen/SLIM-1/indiening?x=1"));
    }

    private static Instant? Gelezen(
        string? site,
        string? api,
        Instant op,
        HttpMethod? methode = null,
        Instant? nu = null,
        string? doel = null
    )
    {
        using var verzoek = Verzoek(methode ?? HttpMethod.Post);
        Zegel(site).Verzegel(verzoek, op);
        var http = new DefaultHttpContext();
        http.Request.Method = verzoek.Method.Method;
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = doel ?? verzoek.RequestUri!.PathAndQuery;
        foreach (var (naam, waarden) in verzoek.Headers)
        {
            http.Request.Headers[naam] = waarden.ToArray();
        }
        return Zegel(api).Lees(http, nu ?? op + Duration.FromSeconds(1));
    }

    private static Deurzegel Zegel(string? geheim) =>
        new(new Dienstgeheim(Options.Create(new Aanmeldinstellingen { DienstGeheim = geheim })), NullLogger<Deurzegel>.Instance);

    private static HttpRequestMessage Verzoek(HttpMethod methode)
    {
        var verzoek = new HttpRequestMessage(methode, "http://api.example/v1/aanvragen/SLIM-1/indiening");
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        verzoek.Headers.Add("Idempotency-Key", "sleutel");
        return verzoek;
    }
}
