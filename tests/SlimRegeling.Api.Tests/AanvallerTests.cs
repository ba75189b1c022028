using System.Text;
using NodaTime;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>What someone tries who wants what is not theirs, or wants the program to fall over.</summary>
public sealed class AanvallerTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_scan_of_another_enterprise_is_no_evidence_in_a_case()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var vreemd = await _loop.GeslotenScan(zaak, Mensen.Bram);
        var eigen = await _loop.GeslotenScan(zaak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);

        foreach (var pad in new[] { $"/v1/aanvragen/{zaak}", $"/v1/verantwoordingen/{zaak}" })
        {
            var beeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad))).Tekst;
            Assert.Contains(eigen, beeld, StringComparison.Ordinal);
            Assert.DoesNotContain(vreemd, beeld, StringComparison.Ordinal);
        }
        var stappen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("stappen");
        Assert.Equal(
            wie,
            Assert
                .Single(stappen.EnumerateArray(), s => s.GetProperty("stap").GetString() == "scan-afgerond")
                .GetProperty("wie")
                .GetString()
        );
    }

    [Fact]
    public async Task A_scan_of_a_party_is_evidence_for_who_assesses_the_partnership_and_not_for_its_applicant()
    {
        var (hoofd, firma, school, vreemd) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var tijdvak = await new Verbandloop(huis).Tijdvak();
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        var formulier = Partnerschap.Formulier(
            Partnerschap.Mkb(hoofd.KvkNummer),
            Partnerschap.Mkb(firma.KvkNummer),
            (school.KvkNummer, Partnerschap.School)
        );
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/indiening"));
        var gedaan = new List<string>();
        foreach (var (wie, _) in ((string Wie, string KvkNummer)[])[hoofd, firma, school, vreemd])
        {
            gedaan.Add(await _loop.GeslotenScan(zaak, wie));
        }

        Assert.Equal(
            [(gedaan[0], hoofd.KvkNummer), (gedaan[1], firma.KvkNummer), (gedaan[2], school.KvkNummer)],
            (await Bewijs(Mensen.Beoordelaar)).OrderBy(b => gedaan.IndexOf(b.Scan))
        );
        Assert.Equal([(gedaan[0], hoofd.KvkNummer)], await Bewijs(hoofd.Wie));

        async Task<IReadOnlyList<(string Scan, string KvkNummer)>> Bewijs(string wie) =>
            [
                .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}")))
                    .Inhoud.GetProperty("scans")
                    .EnumerateArray()
                    .Select(s => (s.GetProperty("scan").GetString()!, s.GetProperty("kvkNummer").GetString()!)),
            ];
    }

    [Fact]
    public async Task A_code_of_a_scan_works_once_and_only_there()
    {
        var zaak = Zaaknummer.Trek().ToString();
        var (scan, codes) = await _loop.Scan(zaak);
        var (andere, _) = await _loop.Scan(zaak, Mensen.Bram);
        await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Zaakloop.Antwoorden(codes[0])));
        var pogingen = new[] { codes[0], codes[0].ToUpperInvariant(), new string('0', 26), "", "' or 1=1 --" };
        foreach (var code in pogingen)
        {
            (await huis.Post(null, $"/v1/scans/{scan}/antwoorden", Zaakloop.Antwoorden(code))).IsProbleem(409, "code-ongeldig");
        }
        (await huis.Post(null, $"/v1/scans/{andere}/antwoorden", Zaakloop.Antwoorden(codes[1]))).IsProbleem(409, "code-ongeldig");
        // At once is once.
        var tegelijk = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => huis.Post(null, $"/v1/scans/{scan}/antwoorden", Zaakloop.Antwoorden(codes[1])))
        );
        Assert.Single(tegelijk, a => a.Status == 200);
        // What is wrong with a list is told with a code of one's own only.
        var geopend = await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", $$"""{"code":"{{codes[2]}}"}"""));
        foreach (var vorm in new[] { "null", "[null]", "[9,9]", "[1]", "\"x\"", "[1e9,1]", "{}" })
        {
            var antwoord = await huis.Post(
                null,
                $"/v1/scans/{scan}/antwoorden",
                Zaakloop.Antwoorden(geopend.Veld("code")).Replace("[3,4]", vorm, StringComparison.Ordinal)
            );
            antwoord.IsProbleem(antwoord.Status == 422 ? 422 : 400, antwoord.Status == 422 ? "onjuiste-invoer" : "onleesbaar");
        }
    }

    [Fact]
    public async Task The_number_of_another_enterprises_case_tells_nothing_as_a_page_mark()
    {
        var eigen = await _loop.Ingediend(await _loop.Tijdvak(), Mensen.Bram);
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        var vreemd = await _loop.Ingediend(await _loop.Tijdvak());
        var bestaat = await Zaakloop.Gelukt(huis.Haal(Mensen.Bram, $"/v1/zaken?na={vreemd}"));
        var bestaatNiet = await Zaakloop.Gelukt(huis.Haal(Mensen.Bram, $"/v1/zaken?na={Zaaknummer.Trek()}"));
        Assert.Equal(bestaatNiet.Tekst, bestaat.Tekst);
        Assert.DoesNotContain(eigen, bestaat.Tekst, StringComparison.Ordinal);
        // Another enterprise as search word gives nothing either.
        Assert.DoesNotContain(
            vreemd,
            (await huis.Haal(Mensen.Bram, $"/v1/zaken?kvkNummer={Mensen.AnnaKvk}&zaaknummer={vreemd}")).Tekst,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/v1/zaken?tijdvak=%00")]
    [InlineData("/v1/zaken?tijdvak=%ed%a0%80")]
    [InlineData("/v1/zaken?zaaknummer=%25")]
    [InlineData("/v1/zaken?na=%00")]
    [InlineData("/v1/zaken?status=1")]
    [InlineData("/v1/tijdvakken/%25")]
    [InlineData("/v1/tijdvakken/%27%20or%201=1")]
    [InlineData("/v1/tijdvakken/%0a")]
    [InlineData("/v1/tijdvakken/..%2f..%2fetc%2fpasswd")]
    [InlineData("/v1/tijdvakken/..%5c..%5cappsettings.json")]
    [InlineData("/v1/documenten/..%2f..%2fetc%2fpasswd")]
    [InlineData("/v1/aanvragen/%00")]
    [InlineData("/v1/ondernemingen/%F0%9F%92%A3")]
    public async Task An_odd_address_is_answered_and_not_tripped_over(string pad)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await huis.Token(Mensen.Anna));
        using var verzoek = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                $"{huis.Adres.ToString().TrimEnd('/')}{pad}",
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        using var antwoord = await client.SendAsync(verzoek, TestContext.Current.CancellationToken);
        Assert.InRange((int)antwoord.StatusCode, 200, 499);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen xml")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:1/\">]><a>&b;</a>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">")]
    public async Task A_statement_that_is_none_is_refused(string xml)
    {
        var voor = await huis.Opgeslagen();
        var antwoord = await huis.Zend(
            Mensen.FinancieelMedewerker,
            HttpMethod.Post,
            "/v1/afschriften",
            new StringContent(xml, Encoding.UTF8, "application/xml")
        );
        antwoord.IsProbleem(422, "onjuiste-invoer");
        Assert.Equal(voor, await huis.Opgeslagen());
    }

    [Fact]
    public async Task Deep_and_wide_statements_and_forms_are_refused_in_time()
    {
        var diep = string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000));
        var antwoord = await huis.Zend(
            Mensen.FinancieelMedewerker,
            HttpMethod.Post,
            "/v1/afschriften",
            new StringContent(diep, Encoding.UTF8, "application/xml")
        );
        antwoord.IsProbleem(422, "onjuiste-invoer");

        (await huis.Post(Mensen.Anna, "/v1/aanvragen", new string('[', 100_000))).IsProbleem(400, "onleesbaar");
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        var breed = $$"""{"activiteiten":[{{string.Join(',', Enumerable.Repeat("""{"soort":"A"}""", 10_000))}}]}""";
        (await huis.Put(Mensen.Anna, $"/v1/aanvragen/{zaak}/concept", breed)).IsProbleem(422, "onjuiste-invoer").NoemtVeld("activiteiten");
        var lang = Zaakloop.Formulier.Replace(
            "\"doelen\":\"doelen\"",
            $"\"doelen\":\"{new string('x', 10_001)}\"",
            StringComparison.Ordinal
        );
        (await huis.Put(Mensen.Anna, $"/v1/aanvragen/{zaak}/concept", lang)).IsProbleem(400, "onleesbaar").NoemtVeld("plan.doelen");
    }

    [Fact]
    public async Task The_largest_amounts_and_hours_do_not_overflow()
    {
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        var grootste = Zaakloop
            .Formulier.Replace("\"899.20\"", "\"9999999999999.99\"", StringComparison.Ordinal)
            .Replace("\"41280.00\"", "\"9999999999999.99\"", StringComparison.Ordinal)
            .Replace("\"120.00\"", "\"9999999999999.99\"", StringComparison.Ordinal)
            .Replace("\"uren\":60", "\"uren\":100000", StringComparison.Ordinal)
            .Replace("\"uren\":65", "\"uren\":100000", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Put(Mensen.Anna, $"/v1/aanvragen/{zaak}/concept", grootste));
        var antwoord = await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/aanvragen/{zaak}/indiening"));
        // The most that an SME gets (2.20).
        Assert.Equal("24999.00", antwoord.Veld("gevraagd"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"));
    }

    [Fact]
    public async Task What_is_no_document_is_refused_whatever_it_calls_itself()
    {
        var zaak = await _loop.Ingediend(await _loop.Tijdvak());
        foreach (
            var (inhoud, code) in new[]
            {
                ("", "bestand-leeg"),
                ("<script>alert(1)</script>", "bestand-webpagina"),
                (" %PDF-1.7", "bestand-tweeledig"),
                ("GIF89a\u0001\0", "bestand-onbekend"),
                ("MZ", "bestand-programma"),
                ("%PDF-1.7", "bestand-onleesbaar"),
            }
        )
        {
            (await huis.Zend(Mensen.Anna, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=plan", Bestand(inhoud)))
                .IsProbleem(422, code)
                .NoemtVeld("bestand");
        }
        foreach (var soort in new[] { "../plan", "Plan", "plan.exe", new string('a', 41), "" })
        {
            (
                await huis.Zend(
                    Mensen.Anna,
                    HttpMethod.Post,
                    $"/v1/documenten?zaaknummer={zaak}&soort={Uri.EscapeDataString(soort)}",
                    Zaakloop.Pdf
                )
            )
                .IsProbleem(422, "onjuiste-invoer")
                .NoemtVeld("soort");
        }

        static StringContent Bestand(string inhoud) => new(inhoud, Encoding.Latin1, "application/pdf");
    }

    [Fact]
    public async Task A_key_gives_nobody_the_answer_of_someone_else()
    {
        var tijdvak = await _loop.Tijdvak();
        var sleutel = Guid.NewGuid().ToString();
        var van = await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""", sleutel));
        var ander = await Zaakloop.Gelukt(huis.Post(Mensen.Bram, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""", sleutel));
        Assert.NotEqual(van.Veld("zaaknummer"), ander.Veld("zaaknummer"));
        var zelfde = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => huis.Post(Mensen.Anna, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""", sleutel))
        );
        Assert.All(zelfde, a => Assert.Equal(van.Veld("zaaknummer"), a.Veld("zaaknummer")));
    }
}
