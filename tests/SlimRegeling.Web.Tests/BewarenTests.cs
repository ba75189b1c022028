using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web.Tests;

/// <summary>What is kept of what someone typed, of whom, how much, and who gets it back.</summary>
public sealed class BewarenTests
{
    private const string Begin = "/aanvragen/beginnen";
    private const string Plan = "/aanvragen/SLIM-2026-1/plan";

    private static readonly Persoon Ondernemer = new("o1", new HashSet<Rol> { Rol.Aanvrager }, "11111111");
    private static readonly string Lang = new('x', 400_000);

    [Fact]
    public void Who_typed_it_gets_it_back_once_on_the_same_page_and_reads_why()
    {
        var typwerk = Maak();
        var koekje = Bewaard(typwerk, Plan, Typwerk.Wie(Ondernemer), "tekst", Bewaarreden.Storing);
        // The same person, for another enterprise.
        Assert.Null(typwerk.Zie(Verzoek(Plan, koekje), Ondernemer with { KvkNummer = "22222222" }));
        Assert.Null(typwerk.Neem(Verzoek(Plan, koekje), Ondernemer with { Onderwerp = "o2" }));
        Assert.Null(typwerk.Neem(Verzoek(Begin, koekje), Ondernemer));
        Assert.Null(typwerk.Zie(Verzoek(Plan, koekje), Ondernemer with { Onderwerp = "o2" }));
        Assert.Equal("tekst", typwerk.Zie(Verzoek(Plan, koekje), Ondernemer)!.Velden["veld"]);
        var terug = typwerk.Neem(Verzoek(Plan, koekje), Ondernemer)!;
        Assert.Equal(("tekst", Bewaarreden.Storing), (terug.Velden["veld"], terug.Reden));
        Assert.Null(typwerk.Neem(Verzoek(Plan, koekje), Ondernemer));
    }

    [Fact]
    public void What_nobody_in_particular_typed_is_kept_for_the_beginning_only()
    {
        var typwerk = Maak();
        Assert.False(typwerk.Bewaar(Verzoek(Plan), "", Formulier("geplant"), Bewaarreden.Afgemeld));
        Assert.True(typwerk.Bewaar(Verzoek(Begin), "", Formulier("van mij"), Bewaarreden.Afgemeld));
    }

    [Fact]
    public void Who_has_no_account_takes_no_room_from_who_has()
    {
        var typwerk = Maak();
        Assert.InRange(Hoeveel(typwerk, Begin, "", Lang), 1, 12);
        var kort = Maak();
        Assert.Equal(200, Hoeveel(kort, Begin, "", "kort"));
        Assert.True(typwerk.Bewaar(Verzoek(Plan), "o1", Formulier("x"), Bewaarreden.Afgemeld));
        Assert.True(kort.Bewaar(Verzoek(Plan), "o1", Formulier("x"), Bewaarreden.Afgemeld));
    }

    [Fact]
    public void All_that_is_kept_together_has_a_bound_and_so_has_one()
    {
        var typwerk = Maak();
        Assert.False(typwerk.Bewaar(Verzoek(Plan), "o1", Formulier(Lang + Lang), Bewaarreden.Afgemeld));
        Assert.InRange(Hoeveel(typwerk, Plan, "o1", Lang), 100, 125);
    }

    [Fact]
    public void A_browser_keeps_one_thing_the_last()
    {
        var typwerk = Maak();
        string? koekje = null;
        for (var keer = 0; keer < 300; keer++)
        {
            koekje = Bewaard(typwerk, Begin, "", $"keer {keer}", Bewaarreden.Afgemeld, koekje);
        }
        Assert.Equal("keer 299", typwerk.Neem(Verzoek(Begin, koekje), null)!.Velden["veld"]);
    }

    [Fact]
    public void In_production_no_other_host_of_the_domain_can_set_the_cookie()
    {
        var http = Verzoek(Plan);
        Assert.True(Maak(veilig: true).Bewaar(http, "o1", Formulier("x"), Bewaarreden.Afgemeld));
        var gezet = Assert.Single(http.Response.Headers.SetCookie)!;
        Assert.StartsWith("__Host-slim-typwerk=", gezet, StringComparison.Ordinal);
        Assert.Contains("; secure", gezet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "/Aanvragen/Taak")]
    [InlineData(429, "/Aanvragen/Taak")]
    [InlineData(401, "/Aanvragen/Taak")]
    [InlineData(503, "/Aanvragen/Beginnen")]
    [InlineData(503, "/Aanvragen/Indienen")]
    [InlineData(401, "/Aanvragen/Intrekken")]
    [InlineData(401, "/Medewerkers/Index")]
    [InlineData(503, "/Medewerkers/Medewerker")]
    [InlineData(503, "/Beheer/Machtigingen")]
    public void What_was_sent_while_the_api_is_away_or_refuses_the_session_is_kept(int status, string bladzijde)
    {
        var typwerk = Maak();
        var (http, fout) = Mislukt(typwerk, status, bladzijde, "getypt");
        new Apifouten().OnException(fout);
        var terug = typwerk.Neem(Verzoek(Plan, Koekje(http)), Ondernemer)!;
        Assert.Equal("getypt", terug.Velden["veld"]);
        if (status == 401)
        {
            Assert.Equal(Bewaarreden.Afgemeld, terug.Reden);
            Assert.StartsWith("/aanmelden?terug=", Assert.IsType<LocalRedirectResult>(fout.Result).Url, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(Bewaarreden.Storing, terug.Reden);
            Assert.Equal(503, Assert.IsType<StatusCodeResult>(fout.Result).StatusCode);
            Assert.True(http.Features.Get<Bewaarstand>()!.Bewaard);
        }
    }

    [Theory]
    [InlineData(401)]
    [InlineData(503)]
    public void What_cannot_be_kept_is_said_and_not_lost_in_signing_in(int status)
    {
        var (http, fout) = Mislukt(Maak(), status, "/Aanvragen/Taak", Lang + Lang);
        new Apifouten().OnException(fout);
        Assert.Equal(503, Assert.IsType<StatusCodeResult>(fout.Result).StatusCode);
        Assert.False(http.Features.Get<Bewaarstand>()!.Bewaard);
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("laatst", true)]
    public void A_page_that_saves_by_itself_keeps_it_until_it_goes_away(string hoe, bool bewaard)
    {
        var typwerk = Maak();
        var (http, fout) = Mislukt(typwerk, 503, "/Aanvragen/Taak", "getypt");
        http.Request.Headers["X-Bewaren"] = hoe;
        new Apifouten().OnException(fout);
        Assert.Equal(bewaard, http.Features.Get<Bewaarstand>() is { Bewaard: true });
        Assert.Equal(bewaard ? 1 : 0, http.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void A_page_without_anything_typed_says_nothing_of_it()
    {
        var (http, fout) = Mislukt(Maak(), 503, "/Aanvragen/Overzicht", "x");
        new Apifouten().OnException(fout);
        Assert.Null(http.Features.Get<Bewaarstand>());
        Assert.Equal(0, http.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void An_api_that_answers_too_late_is_away()
    {
        Assert.Equal(503, Apifouten.Status(new TaskCanceledException("", new TimeoutException())));
        Assert.Equal(0, Apifouten.Status(new TaskCanceledException()));
    }

    [Theory]
    [InlineData("/aanvragen?x=1", "/aanvragen?x=1")]
    [InlineData("//elders.example", "/")]
    [InlineData("/\\elders.example", "/")]
    [InlineData("/\t/elders.example", "/")]
    [InlineData("https://elders.example", "/")]
    [InlineData(null, "/")]
    public void One_goes_back_to_a_page_of_this_site_only(string? terug, string naar) => Assert.Equal(naar, PaginaAanmelding.Lokaal(terug));

    private static Typwerk Maak(bool veilig = false) =>
        new(new EphemeralDataProtectionProvider(), new Koekjes(veilig), TimeProvider.System);

    private static string Bewaard(Typwerk typwerk, string pad, string wie, string tekst, Bewaarreden reden, string? koekje = null)
    {
        var http = Verzoek(pad, koekje);
        Assert.True(typwerk.Bewaar(http, wie, Formulier(tekst), reden));
        return Koekje(http);
    }

    /// <summary>How many browsers can leave this.</summary>
    private static int Hoeveel(Typwerk typwerk, string pad, string wie, string tekst)
    {
        var aantal = 0;
        while (typwerk.Bewaar(Verzoek(pad), wie, Formulier(tekst), Bewaarreden.Afgemeld))
        {
            aantal++;
        }
        return aantal;
    }

    private static (HttpContext Http, ExceptionContext Fout) Mislukt(Typwerk typwerk, int status, string bladzijde, string tekst)
    {
        var http = Verzoek(Plan);
        http.Request.Method = "POST";
        http.Request.Form = Formulier(tekst);
        http.Features.Set(Ondernemer);
        http.RequestServices = new ServiceCollection()
            .AddLogging()
            .AddSingleton(typwerk)
            .AddSingleton(new Persoonlezer(Options.Create(new Aanmeldinstellingen())))
            .BuildServiceProvider();
        var actie = new ActionContext(http, new RouteData(), new PageActionDescriptor { ViewEnginePath = bladzijde });
        return (
            http,
            new(actie, [])
            {
                Exception = new Api.Aanvragen.ApiException("", status, "", new Dictionary<string, IEnumerable<string>>(), null),
            }
        );
    }

    private static DefaultHttpContext Verzoek(string pad, string? koekje = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = pad;
        if (koekje is not null)
        {
            http.Request.Headers.Cookie = koekje;
        }
        return http;
    }

    private static string Koekje(HttpContext http) => http.Response.Headers.SetCookie.Last()!.Split(';')[0];

    private static FormCollection Formulier(string tekst) => new(new Dictionary<string, StringValues> { ["veld"] = tekst });
}
