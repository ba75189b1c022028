using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Who may call what, on every endpoint that the running program has.</summary>
public sealed class RechtenTests(Apihuis huis)
{
    [Fact]
    public async Task Every_endpoint_takes_the_roles_that_it_names_and_no_other()
    {
        var fouten = new List<string>();
        foreach (var eindpunt in huis.Eindpunten)
        {
            var toegang = eindpunt.Metadata.GetMetadata<Toegang>()!;
            foreach (var rol in Enum.GetValues<Rol>().Cast<Rol?>().Append(null))
            {
                var antwoord = await Roep(eindpunt, rol is { } r ? Mensen.In(r) : null);
                var mag = toegang.Openbaar || (rol is { } genoemd && toegang.Rollen.Contains(genoemd));
                if (mag)
                {
                    // A rule can refuse what someone with the role asks, but not because of who they are.
                    if (antwoord.Status is 401 or 403)
                    {
                        fouten.Add($"{eindpunt.Naam()} refuses {rol}: {antwoord.Tekst}");
                    }
                    continue;
                }
                if (rol is null)
                {
                    antwoord.IsProbleem(401, "niet-aangemeld");
                }
                else if (antwoord.Status != 403)
                {
                    fouten.Add($"{eindpunt.Naam()} answers {rol} with {antwoord.Status}: {antwoord.Tekst}");
                }
                else
                {
                    antwoord.IsProbleem(403, "niet-bevoegd");
                }
            }
        }
        Assert.Empty(fouten);
    }

    [Fact]
    public async Task Roles_are_looked_at_before_anything_is_read_or_stored()
    {
        var voor = await huis.Opgeslagen();
        foreach (var eindpunt in huis.Eindpunten.Where(e => e.Metadata.GetMetadata<Toegang>() is { Openbaar: false }))
        {
            Assert.Equal(401, (await Roep(eindpunt, null)).Status);
            var ander = Enum.GetValues<Rol>().First(r => !eindpunt.Metadata.GetMetadata<Toegang>()!.Rollen.Contains(r));
            Assert.Equal(403, (await Roep(eindpunt, Mensen.In(ander))).Status);
        }
        Assert.Equal(voor, await huis.Opgeslagen());
    }

    [Fact]
    public async Task Who_acts_for_an_enterprise_has_no_rights_of_the_executor()
    {
        var fouten = new List<string>();
        foreach (var rol in Rollen.VanUitvoerder)
        {
            var (_, kvkNummer) = huis.Ondernemer();
            var iemand = huis.Namens(rol, kvkNummer);
            foreach (var eindpunt in huis.Eindpunten)
            {
                var toegang = eindpunt.Metadata.GetMetadata<Toegang>()!;
                if (
                    !toegang.Openbaar
                    && !toegang.Rollen.Contains(Rol.Aanvrager)
                    && await Roep(eindpunt, iemand) is { Status: not 403 } antwoord
                )
                {
                    fouten.Add($"{eindpunt.Naam()} answers {rol} who acts for an enterprise with {antwoord.Status}");
                }
            }
        }
        Assert.Empty(fouten);
    }

    [Fact]
    public async Task A_token_that_someone_made_or_changed_is_no_token()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        var echt = await huis.Token(Mensen.Anna);
        var delen = echt.Split('.');
        string[] vals =
        [
            "",
            "x.y.z",
            $"{delen[0]}.{delen[1]}.",
            $"{delen[0]}.{delen[1]}.{new string([.. delen[2].Reverse()])}",
            // "alg": "none"
            $"eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.{delen[1]}.",
        ];
        foreach (var token in vals)
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/v1/aanvragen");
            verzoek.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var antwoord = await client.SendAsync(verzoek, TestContext.Current.CancellationToken);
            (await Gekregen.Van(antwoord)).IsProbleem(401, "niet-aangemeld");
        }
    }

    private Task<Gekregen> Roep(RouteEndpoint eindpunt, string? wie)
    {
        var pad = string.Join(
            '/',
            eindpunt.RoutePattern.PathSegments.Select(s =>
                s.Parts[0] switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "zaaknummer" } => Zaaknummer.Trek().ToString(),
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "99999999",
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart letterlijk => letterlijk.Content,
                    _ => throw new InvalidOperationException("An unknown kind of route."),
                }
            )
        );
        var methode = new HttpMethod(eindpunt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single());
        if (methode == HttpMethod.Get)
        {
            return huis.Haal(wie, $"/{pad}");
        }
        var soort = eindpunt.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json";
        return huis.Zend(wie, methode, $"/{pad}", new StringContent("{}", Encoding.UTF8, soort));
    }
}

internal static class Eindpuntnamen
{
    /// <summary>Method and address as the program declares it.</summary>
    public static string Naam(this RouteEndpoint eindpunt) =>
        $"{eindpunt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {eindpunt.RoutePattern.RawText}";
}
