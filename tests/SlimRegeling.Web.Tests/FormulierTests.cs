using System.Net;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>Another site cannot send one of our forms for someone who is signed in here.</summary>
// What everyone is told is placed here and in KnoppenTests: one after the other.
[Collection(nameof(Paginahuis))]
public sealed class FormulierTests(Paginahuis huis)
{
    /// <summary>
    /// Nothing is done there for who is signed in, and a token needs a cookie: a QuickScan stands in other sites, and who answers in confidence is not to be
    /// known by one. What is sent carries its own right: the form of the QuickScan, the code of the scan.
    /// </summary>
    private static readonly string[] ZonderTeken = ["/quickscan/beeld", "/scan/{scan?}"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_form_has_a_token_and_is_refused_without_it_or_with_that_of_someone_else()
    {
        var gezien = new HashSet<string>();
        foreach (var rol in Enum.GetValues<Rol>().Where(r => r != Rol.Dienst))
        {
            using var iemand = new Bezoeker(huis.Adres);
            using var aangemeld = await iemand.MeldAan(Paginahuis.In(rol));
            using var ander = new Bezoeker(huis.Adres);
            using var ookAangemeld = await ander.MeldAan("buurvrouw");
            var vanAnder = Bezoeker.Formulieren(await ookAangemeld.Content.ReadAsStringAsync(Ct), "/")[0].Teken!;
            foreach (var blad in Bladen(rol))
            {
                using var pagina = await iemand.Haal(blad.Pad);
                if (pagina.Content.Headers.ContentType?.MediaType != "text/html" || blad.IsVanBibliotheek)
                {
                    continue;
                }
                foreach (var (naar, teken) in Bezoeker.Formulieren(await pagina.Content.ReadAsStringAsync(Ct), blad.Pad).Where(MetTeken))
                {
                    gezien.Add($"{blad.Route} → {naar.Split('?')[0]}");
                    Assert.True(teken is not null, $"The form of {blad.Pad} to {naar} has no token.");
                    foreach (var vals in (string?[])[null, "geraden", vanAnder])
                    {
                        using var antwoord = await iemand.Stuur(
                            HttpMethod.Post,
                            naar,
                            vals is null ? [] : [new("__RequestVerificationToken", vals)]
                        );
                        Assert.True(
                            antwoord.StatusCode == HttpStatusCode.BadRequest,
                            $"{blad.Pad} sent to {naar} as {rol} with {vals ?? "no token"}: {antwoord.StatusCode}"
                        );
                    }
                }
            }
            Assert.NotEmpty(iemand.Sessie);
            using var nog = await iemand.Haal("/begin");
            Assert.Equal(HttpStatusCode.Redirect, nog.StatusCode);
        }
        Assert.Contains("/beheer/mededeling → /beheer/mededeling", gezien);
        Assert.Contains("/beheer/berichten → /beheer/berichten", gezien);
        Assert.Contains("/zaken → /afmelden", gezien);
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_any_page_or_handler_without_a_token_of_the_sender()
    {
        var knoppen = new HashSet<string>();
        foreach (var rol in Enum.GetValues<Rol>().Where(r => r != Rol.Dienst))
        {
            using var iemand = new Bezoeker(huis.Adres);
            using var aangemeld = await iemand.MeldAan(Paginahuis.In(rol));
            using var ander = new Bezoeker(huis.Adres);
            using var ookAangemeld = await ander.MeldAan("buurvrouw");
            var vanAnder = Bezoeker.Formulieren(await ookAangemeld.Content.ReadAsStringAsync(Ct), "/")[0].Teken!;
            foreach (var blad in Bladen(rol).Where(b => !ZonderTeken.Contains(b.Route)))
            {
                // Says only what went wrong, also in place of a form that failed.
                if (blad.Route.StartsWith("/fout/", StringComparison.Ordinal))
                {
                    continue;
                }
                foreach (var pad in blad.Knoppen.Select(k => k.Length == 0 ? blad.Pad : $"{blad.Pad}?handler={k}").DefaultIfEmpty(blad.Pad))
                {
                    knoppen.Add(pad);
                    foreach (var teken in (string?[])[null, "geraden", vanAnder])
                    {
                        using var antwoord = await iemand.Stuur(
                            HttpMethod.Post,
                            pad,
                            teken is null ? [] : [new("__RequestVerificationToken", teken)]
                        );
                        Assert.True(
                            antwoord.StatusCode is HttpStatusCode.BadRequest
                                || (blad.Knoppen.Count == 0 && antwoord.StatusCode == HttpStatusCode.MethodNotAllowed)
                                || (blad.IsVanBibliotheek && antwoord.StatusCode == HttpStatusCode.Forbidden),
                            $"POST {pad} as {rol} with {teken ?? "no token"}: {antwoord.StatusCode}"
                        );
                    }
                }
            }
        }
        Assert.True(huis.Bladen.Sum(b => b.Knoppen.Count) >= 15, "The handlers of the pages were not found.");
        Assert.Empty(
            huis.Bladen.Where(b => !ZonderTeken.Contains(b.Route))
                .SelectMany(b => b.Knoppen.Select(k => k.Length == 0 ? b.Pad : $"{b.Pad}?handler={k}"))
                .Except(knoppen)
        );
    }

    private IEnumerable<Blad> Bladen(Rol rol) => huis.Bladen.Where(b => b.Toegang.Openbaar || b.Toegang.Rollen.Contains(rol));

    private static bool MetTeken((string Naar, string? Teken) formulier) =>
        !formulier.Naar.StartsWith("/quickscan/beeld", StringComparison.Ordinal)
        && !formulier.Naar.StartsWith("/scan/invullen", StringComparison.Ordinal);

    [Fact]
    public async Task A_form_of_the_own_page_is_taken()
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var pagina = await iemand.MeldAan("regelbeheerder", "/beheer/mededeling");
        var teken = Bezoeker
            .Formulieren(await pagina.Content.ReadAsStringAsync(Ct), "/beheer/mededeling")
            .First(f => f.Naar == "/beheer/mededeling")
            .Teken!;
        using var antwoord = await iemand.Stuur(
            HttpMethod.Post,
            "/beheer/mededeling",
            [new("__RequestVerificationToken", teken), new("tekst", "Vandaag is het druk."), new("soort", "Informatie")]
        );
        Assert.Equal(HttpStatusCode.Redirect, antwoord.StatusCode);
    }
}
