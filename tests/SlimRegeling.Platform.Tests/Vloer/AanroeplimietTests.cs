using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>How often one end user may call, and who that is.</summary>
public sealed class AanroeplimietTests
{
    private static readonly IPAddress Een = IPAddress.Parse("203.0.113.1");
    private static readonly IPAddress Ander = IPAddress.Parse("203.0.113.2");

    private readonly Proeftijd _tijd = new();
    private readonly Persoonlezer _lezer = new(Options.Create(new Aanmeldinstellingen()));

    [Fact]
    public void As_many_calls_as_allowed_go_through_in_any_minute_and_then_one_by_one_as_the_first_grow_old()
    {
        var teller = new Aanroepteller(_tijd);
        Assert.Null(teller.Tel("x", Een, 3));
        _tijd.Vooruit(10);
        Assert.Null(teller.Tel("x", Een, 3));
        Assert.Null(teller.Tel("x", Een, 3));

        Assert.Equal(TimeSpan.FromSeconds(50), teller.Tel("x", Een, 3));
        _tijd.Vooruit(49.999);
        Assert.Equal(TimeSpan.FromMilliseconds(1), teller.Tel("x", Een, 3));
        _tijd.Vooruit(0.001);
        // What was refused did not count.
        Assert.Null(teller.Tel("x", Een, 3));
        Assert.Equal(TimeSpan.FromSeconds(10), teller.Tel("x", Een, 3));
    }

    [Fact]
    public void Each_address_and_each_endpoint_has_a_count_of_its_own()
    {
        var teller = new Aanroepteller(_tijd);
        Assert.Null(teller.Tel("x", Een, 1));
        Assert.NotNull(teller.Tel("x", Een, 1));
        Assert.Null(teller.Tel("x", Ander, 1));
        Assert.Null(teller.Tel("y", Een, 1));
    }

    [Fact]
    public void Who_stays_away_is_forgotten()
    {
        var teller = new Aanroepteller(_tijd);
        for (var i = 0; i < 1000; i++)
        {
            teller.Tel("x", new IPAddress([10, 0, (byte)(i >> 8), (byte)i]), 1);
        }
        Assert.Equal(1000, teller.Onthouden);
        _tijd.Vooruit(60);
        teller.Tel("x", Een, 1);
        Assert.Equal(1, teller.Onthouden);
    }

    [Fact]
    public void At_once_no_more_go_through_than_are_allowed()
    {
        var teller = new Aanroepteller(_tijd);
        var door = 0;
        Parallel.For(
            0,
            500,
            _ =>
            {
                if (teller.Tel("x", Een, 120) is null)
                {
                    Interlocked.Increment(ref door);
                }
            }
        );
        Assert.Equal(120, door);
    }

    [Theory]
    [InlineData("198.51.100.7", null, false, "198.51.100.7")]
    [InlineData("198.51.100.7", "203.0.113.1", false, "198.51.100.7")]
    [InlineData("198.51.100.7", "203.0.113.1", true, "203.0.113.1")]
    [InlineData("127.0.0.1", "203.0.113.1", false, "203.0.113.1")]
    [InlineData("::1", "203.0.113.1", false, "203.0.113.1")]
    [InlineData("::ffff:127.0.0.1", "203.0.113.1", false, "203.0.113.1")]
    [InlineData("::ffff:198.51.100.7", "203.0.113.1", false, "198.51.100.7")]
    [InlineData(null, "203.0.113.1", false, "203.0.113.1")]
    [InlineData("127.0.0.1", null, false, "127.0.0.1")]
    [InlineData("127.0.0.1", "10.9.9.9, 203.0.113.1", false, "203.0.113.1")]
    [InlineData("127.0.0.1", "203.0.113.1:4711", false, "203.0.113.1")]
    [InlineData("127.0.0.1", "[2001:db8::1]:443", false, "2001:db8::1")]
    [InlineData("127.0.0.1", "::ffff:203.0.113.1", false, "203.0.113.1")]
    [InlineData("127.0.0.1", "niemand", false, "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.1,", false, "127.0.0.1")]
    public void The_end_user_is_who_calls_unless_someone_who_may_passes_on_another(
        string? verbinding,
        string? kopregel,
        bool dienst,
        string verwacht
    ) => Assert.Equal(IPAddress.Parse(verwacht), Eindgebruiker.Adres(Verzoek(verbinding, kopregel, dienst), _lezer));

    [Fact]
    public void Someone_who_signed_in_as_no_service_cannot_pass_for_another()
    {
        var http = Verzoek("198.51.100.7", "203.0.113.1", dienst: false);
        http.User = Aangemeld(Rol.Beoordelaar);
        Assert.Equal(IPAddress.Parse("198.51.100.7"), Eindgebruiker.Adres(http, _lezer));
    }

    [Fact]
    public async Task Above_the_limit_the_answer_is_a_problem_that_says_when_to_come_back()
    {
        var (doorgelaten, bewaking) = Bewaking();
        var eindpunt = Eindpunt(new Aanroeplimiet(1));
        await bewaking.InvokeAsync(Verzoek("127.0.0.1", "203.0.113.1", eindpunt: eindpunt));
        _tijd.Vooruit(0.5);

        var http = Verzoek("127.0.0.1", "203.0.113.1", eindpunt: eindpunt);
        await bewaking.InvokeAsync(http);

        Assert.Equal(1, doorgelaten());
        Assert.Equal(429, http.Response.StatusCode);
        Assert.Equal("60", http.Response.Headers.RetryAfter);
        http.Response.Body.Position = 0;
        var probleem = await JsonSerializer.DeserializeAsync<JsonElement>(
            http.Response.Body,
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal("urn:slimregeling:probleem:te-veel-verzoeken", probleem.GetProperty("type").GetString());
        Assert.Contains("over 60 seconden", probleem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_IPv6_network_is_one_end_user()
    {
        var (doorgelaten, bewaking) = Bewaking();
        var eindpunt = Eindpunt(new Aanroeplimiet(1));
        await bewaking.InvokeAsync(Verzoek("2001:db8:0:1::1", eindpunt: eindpunt));
        await bewaking.InvokeAsync(Verzoek("2001:db8:0:1:ffff::2", eindpunt: eindpunt));
        Assert.Equal(1, doorgelaten());
        await bewaking.InvokeAsync(Verzoek("2001:db8:0:2::1", eindpunt: eindpunt));
        Assert.Equal(2, doorgelaten());
    }

    [Fact]
    public async Task What_has_no_limit_is_never_counted()
    {
        var (doorgelaten, bewaking) = Bewaking();
        for (var i = 0; i < 200; i++)
        {
            await bewaking.InvokeAsync(Verzoek("203.0.113.1", eindpunt: Eindpunt()));
            await bewaking.InvokeAsync(Verzoek("203.0.113.1"));
        }
        Assert.Equal(400, doorgelaten());
    }

    [Fact]
    public async Task The_pages_pass_on_for_whom_they_call()
    {
        var pagina = new HttpContextAccessor { HttpContext = Verzoek("198.51.100.7", "203.0.113.1") };
        using var verzonden = new Eindpuntstuk();
        using var keten = new Eindgebruikersadres(pagina, _lezer) { InnerHandler = verzonden };
        using var client = new HttpMessageInvoker(keten);
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using var antwoord = await client.SendAsync(verzoek, TestContext.Current.CancellationToken);
        Assert.Equal(["198.51.100.7"], verzonden.Adressen);
    }

    private (Func<int> Doorgelaten, Limietbewaking Bewaking) Bewaking()
    {
        var doorgelaten = 0;
        return (
            () => doorgelaten,
            new Limietbewaking(
                _ =>
                {
                    doorgelaten++;
                    return Task.CompletedTask;
                },
                _tijd,
                _lezer
            )
        );
    }

    private static Endpoint Eindpunt(params object[] metadata) => new(null, new EndpointMetadataCollection(metadata), "proef");

    private static DefaultHttpContext Verzoek(string? verbinding, string? kopregel = null, bool dienst = false, Endpoint? eindpunt = null)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Connection.RemoteIpAddress = verbinding is null ? null : IPAddress.Parse(verbinding);
        http.SetEndpoint(eindpunt);
        if (kopregel is not null)
        {
            http.Request.Headers[Eindgebruiker.Kopregel] = kopregel;
        }
        if (dienst)
        {
            http.User = Aangemeld(Rol.Dienst);
        }
        return http;
    }

    private static ClaimsPrincipal Aangemeld(Rol rol)
    {
        var namen = new Aanmeldinstellingen().Claims;
        return new(new ClaimsIdentity([new(namen.Onderwerp, "iemand"), new(namen.Rol, rol.Claimwaarde())], "proef"));
    }

    private sealed class Proeftijd : TimeProvider
    {
        private long _nu;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _nu;

        public void Vooruit(double seconden) => _nu += (long)Math.Round(seconden * 1000);
    }

    /// <summary>Where the request would leave the process.</summary>
    private sealed class Eindpuntstuk : HttpMessageHandler
    {
        public IReadOnlyList<string> Adressen { get; private set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Adressen = [.. request.Headers.GetValues(Eindgebruiker.Kopregel)];
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
