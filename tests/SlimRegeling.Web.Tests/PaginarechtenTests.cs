using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>Who comes on which page, and whose case it shows.</summary>
public sealed partial class PaginarechtenTests(Paginahuis huis)
{
    private const string Uitnodigingen = "/aanvragen/uitnodigingen/";
    private const string Ondernemer = "69599084";
    private const string Niemand = "69599083";

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
    public async Task The_own_case_is_there_also_by_a_machtiging()
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
    }

    /// <summary>Every page and every file of a page of an enterprise, for each role that another enterprise can come with.</summary>
    [Theory]
    [InlineData(Rol.Aanvrager)]
    [InlineData(Rol.Gemachtigde)]
    [InlineData(Rol.Partij)]
    public async Task What_is_of_an_enterprise_is_for_a_neighbour_as_if_it_were_not_there(Rol rol)
    {
        var wie = $"buur-{rol}";
        huis.Registreer(new(wie, $"Buur {rol}", [rol], "22222222", "Slagerij", Intermediair: rol == Rol.Gemachtigde ? "68727720" : null));
        using var buur = new Bezoeker(huis.Adres);
        using var aangemeld = await buur.MeldAan(wie);
        var nergens = Zaaknummer.Trek().ToString();
        var bladen = huis.Bladen.Where(b => b.IsVanOnderneming).ToList();
        Assert.True(bladen.Count > 10, "The pages of an enterprise were not found.");

        foreach (var (pad, toegang) in bladen.Select(b => (b.Pad, b.Toegang)).Concat(await Bestanden(bladen)))
        {
            using var andermans = await buur.Haal(pad);
            if (!toegang.Rollen.Contains(rol))
            {
                Assert.Equal((pad, HttpStatusCode.Forbidden), (pad, andermans.StatusCode));
                continue;
            }
            var anders =
                Zaak().Match(pad) is { Success: true } zaak ? pad.Replace(zaak.Value, nergens, StringComparison.Ordinal)
                : Scan().Match(pad) is { Success: true } scan
                    ? pad.Replace(scan.Value, $"{scan.Groups[1].Value}-000000000000", StringComparison.Ordinal)
                : pad.Replace(Ondernemer, Niemand, StringComparison.Ordinal);
            using var geen = await buur.Haal(anders);
            Assert.NotEqual(pad, anders);
            Assert.Equal((pad, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (pad, andermans.StatusCode, geen.StatusCode));
            Assert.Equal(Kaal(await geen.Content.ReadAsStringAsync(Ct)), Kaal(await andermans.Content.ReadAsStringAsync(Ct)));
        }
    }

    [Fact]
    public async Task What_is_of_an_enterprise_is_there_for_itself()
    {
        using var ondernemer = new Bezoeker(huis.Adres);
        using var aangemeld = await ondernemer.MeldAan("ondernemer");
        using var partij = new Bezoeker(huis.Adres);
        using var ookAangemeld = await partij.MeldAan("partij");
        var bladen = huis.Bladen.Where(b => b.IsVanOnderneming).ToList();
        foreach (var (pad, _) in bladen.Select(b => (b.Pad, b.Toegang)).Concat(await Bestanden(bladen)))
        {
            using var eigen = await (pad.StartsWith(Uitnodigingen, StringComparison.Ordinal) ? partij : ondernemer).Haal(pad);
            // The letter waits for an address; that one which was sent is read, and not by a neighbour, is in ZaakbladTests.
            var verwacht = pad.Contains("handler=Brief", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            Assert.Equal((pad, verwacht), (pad, eigen.StatusCode));
        }
    }

    /// <summary>Where the files behind these pages are asked. Fails when there is one that this does not know how to ask.</summary>
    private async Task<IReadOnlyList<(string Pad, Toegang Toegang)>> Bestanden(IEnumerable<Blad> bladen)
    {
        var brief = await Voorbeeldbeller.Gelukt(huis.Adres, "beoordelaar", HttpMethod.Get, $"/v1/brieven?zaaknummer={huis.Gevraagd}");
        var paden = new Dictionary<string, string>
        {
            ["Brief"] = $"/zaken/{huis.Gevraagd}?handler=Brief&id={brief[0].GetProperty("id").GetString()}",
            ["Briefpagina"] = $"/zaken/{huis.Gevraagd}?handler=Briefpagina&id={brief[0].GetProperty("id").GetString()}",
            ["Stuk"] = $"/aanvragen/{huis.Concept}/documenten?handler=Stuk&id={await Stuk()}",
            ["Pdf"] = $"/aanvragen/{huis.Zaak}/ontvangst?handler=Pdf",
            ["Sjabloon"] = $"/aanvragen/{huis.Project}/declaratie/inlezen?handler=Sjabloon&vorm=csv",
            ["Rapportbestand"] = $"/scans/{huis.Rapportscan}/rapport?handler=Rapportbestand&voor=werkgever",
            ["Planbestand"] = $"/scans/{huis.Rapportscan}/plan?handler=Planbestand",
        };
        var vragen = bladen.SelectMany(b => b.Vragen.Select(v => (Naam: v, b.Toegang))).ToList();
        var onbekend = vragen.Select(v => v.Naam).Except(paden.Keys).ToList();
        Assert.True(onbekend.Count == 0, $"Nobody asks these as a neighbour: {string.Join(", ", onbekend)}. Add how one of them is asked.");
        Assert.Equal(paden.Count, vragen.Count);
        return [.. vragen.Select(v => (paden[v.Naam], v.Toegang))];
    }

    /// <summary>A document of the draft.</summary>
    private async Task<string> Stuk()
    {
        using var ondernemer = await Voorbeeldbeller.Als("ondernemer", huis.Adres);
        using var bestand = new ByteArrayContent(Proefpdf.Van("bijlage"));
        bestand.Headers.ContentType = new("application/octet-stream");
        ondernemer.DefaultRequestHeaders.Add("Idempotency-Key", $"stuk-van-{huis.Concept}");
        using var antwoord = await ondernemer.PostAsync($"/v1/documenten?zaaknummer={huis.Concept}&soort=bijlage", bestand, Ct);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("document").GetString()!;
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

    /// <summary>Without what differs between two looks at the same page, and without the case that was asked.</summary>
    private static string Kaal(string html) =>
        Scan().Replace(Zaak().Replace(Teken().Replace(html, ""), ""), "").Replace(Niemand, Ondernemer, StringComparison.Ordinal);

    [GeneratedRegex("SLIM-[0-9A-Z]{10}")]
    private static partial Regex Zaak();

    // Of a scan or a campaign.
    [GeneratedRegex("(scan|campagne)-[0-9a-z]{12,16}")]
    private static partial Regex Scan();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex Teken();
}
