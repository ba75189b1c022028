using System.Net;
using System.Text.RegularExpressions;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>Who comes on which page, and whose case it shows.</summary>
public sealed partial class PaginarechtenTests(Paginahuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_takes_the_roles_that_it_names_and_no_other()
    {
        var fouten = new List<string>();
        var bladen = huis.Bladen.Where(b => b.Route != "/afmelden").ToList();
        foreach (var rol in Enum.GetValues<Rol>().Where(r => r != Rol.Dienst).Cast<Rol?>().Append(null))
        {
            using var iemand = new Bezoeker(huis.Adres);
            if (rol is { } r)
            {
                using var aangemeld = await iemand.MeldAan(Paginahuis.In(r));
            }
            foreach (var blad in bladen)
            {
                using var antwoord = await iemand.Haal(blad.Pad);
                var naarAanmelden = antwoord.Headers.Location?.ToString().Contains("/aanmelden?terug=", StringComparison.Ordinal) == true;
                var mag = blad.Toegang.Openbaar || (rol is { } genoemd && blad.Toegang.Rollen.Contains(genoemd));
                var goed =
                    mag ? antwoord.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !naarAanmelden
                    : rol is null ? naarAanmelden
                    : antwoord.StatusCode == HttpStatusCode.Forbidden;
                if (!goed)
                {
                    fouten.Add(
                        $"{blad.Pad} answers {rol?.ToString() ?? "nobody"} with {(int)antwoord.StatusCode} {antwoord.Headers.Location}"
                    );
                }
            }
        }
        Assert.Empty(fouten);
    }

    [Fact]
    public async Task The_own_case_is_there_and_the_one_of_a_neighbour_is_as_none()
    {
        using var ondernemer = new Bezoeker(huis.Adres);
        using var aangemeld = await ondernemer.MeldAan("ondernemer", "/begin");
        Assert.Equal("/aanvragen", aangemeld.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(huis.Zaak, await aangemeld.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var eigen = await ondernemer.Haal($"/zaken/{huis.Zaak}");
        Assert.Equal(HttpStatusCode.OK, eigen.StatusCode);

        using var gemachtigde = new Bezoeker(huis.Adres);
        using var ookAangemeld = await gemachtigde.MeldAan("gemachtigde");
        using var voor = await gemachtigde.Haal($"/zaken/{huis.Zaak}");
        Assert.Equal(HttpStatusCode.OK, voor.StatusCode);

        var nergens = Zaaknummer.Trek().ToString();
        using var buurman = new Bezoeker(huis.Adres);
        using var ookBuurman = await buurman.MeldAan("buurvrouw");
        foreach (
            var (zaak, pad) in ((string, string)[])
                [
                    (huis.Zaak, "/zaken/{0}"),
                    (huis.Zaak, "/aanvragen/{0}/ontvangst"),
                    (huis.Zaak, "/aanvragen/{0}/intrekken"),
                    (huis.Concept, "/aanvragen/{0}"),
                    (huis.Zaak, "/aanvragen/{0}/aanvullen"),
                    (huis.Zaak, "/aanvragen/{0}/melden"),
                    (huis.Zaak, "/aanvragen/{0}/bewijs"),
                    (huis.Zaak, "/aanvragen/{0}/documenten"),
                    (huis.Concept, "/aanvragen/{0}/documenten"),
                    (huis.Concept, "/aanvragen/{0}/plan"),
                    (huis.Concept, "/aanvragen/{0}/indienen"),
                    (huis.Samenwerking, "/aanvragen/{0}/uitnodigen"),
                    (huis.Samenwerking, "/aanvragen/uitnodigingen/{0}"),
                    (huis.Samenwerking, "/aanvragen/uitnodigingen/{0}/deel"),
                ]
        )
        {
            using var andermans = await buurman.Haal(pad.Replace("{0}", zaak, StringComparison.Ordinal));
            using var geen = await buurman.Haal(pad.Replace("{0}", nergens, StringComparison.Ordinal));
            Assert.Equal((pad, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (pad, andermans.StatusCode, geen.StatusCode));
            Assert.Equal(
                ZonderTekens(await geen.Content.ReadAsStringAsync(Ct)).Replace(nergens, zaak, StringComparison.Ordinal),
                ZonderTekens(await andermans.Content.ReadAsStringAsync(Ct))
            );
        }
    }

    [Fact]
    public async Task A_party_begins_at_its_invitations_and_comes_to_what_it_was_invited_to()
    {
        using var partij = new Bezoeker(huis.Adres);
        using var aangemeld = await partij.MeldAan("partij", "/begin");
        Assert.Equal("/aanvragen/uitnodigingen", aangemeld.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(huis.Samenwerking, await aangemeld.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        foreach (var deel in (string[])["", "/deel"])
        {
            using var eigen = await partij.Haal($"/aanvragen/uitnodigingen/{huis.Samenwerking}{deel}");
            Assert.Equal(HttpStatusCode.OK, eigen.StatusCode);
        }
    }

    [Fact]
    public async Task What_an_assessor_looks_at_the_privacy_officer_reads_in_one_list()
    {
        using var beoordelaar = new Bezoeker(huis.Adres);
        using var aangemeld = await beoordelaar.MeldAan("beoordelaar");
        using var zaak = await beoordelaar.Haal($"/zaken/{huis.Zaak}");
        using var gelezen = await huis.Roep("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{huis.Zaak}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (zaak.StatusCode, gelezen.StatusCode));

        using var functionaris = new Bezoeker(huis.Adres);
        using var inzagen = await functionaris.MeldAan("functionaris-gegevensbescherming", "/begin");
        Assert.Equal("/inzagen", inzagen.RequestMessage!.RequestUri!.AbsolutePath);
        var html = await inzagen.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("href=\"/zaken\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Niet te zien", html, StringComparison.Ordinal);
        var (aanvraag, bladzijde) = (
            html.IndexOf("data-kop=\"Bekeken\">aanvraag<", StringComparison.Ordinal),
            html.IndexOf("data-kop=\"Bekeken\">zaak<", StringComparison.Ordinal)
        );
        Assert.True(aanvraag > 0 && bladzijde > aanvraag, "the newest first, of two contexts");

        using var omgekeerd = await functionaris.Haal($"/inzagen?zaak={huis.Zaak}&wie=beoordelaar&volgorde=oudste");
        var anders = await omgekeerd.Content.ReadAsStringAsync(Ct);
        Assert.Contains("aria-sort=\"ascending\"", anders, StringComparison.Ordinal);
        Assert.True(
            anders.IndexOf("data-kop=\"Bekeken\">zaak<", StringComparison.Ordinal)
                < anders.LastIndexOf("data-kop=\"Bekeken\">aanvraag<", StringComparison.Ordinal)
        );
        using var niemand = await functionaris.Haal("/inzagen?wie=niemand");
        Assert.Contains("Er zijn geen inzagen gevonden", await niemand.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var fout = await functionaris.Haal("/inzagen?zaak=hallo");
        Assert.Contains("Dit is geen zaaknummer", await fout.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>Without what differs between two looks at the same page.</summary>
    private static string ZonderTekens(string html) => Teken().Replace(html, "");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex Teken();
}
