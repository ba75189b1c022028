using System.Text;
using NodaTime;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>What someone tries who wants what is not theirs, or wants the program to fall over.</summary>
public sealed class AanvallerTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Nobody_signs_what_they_assessed_nor_another_proposal_nor_twice()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.GeslotenScan(zaak, wie);
        await _loop.Gereserveerd(tijdvak, zaak, Mensen.Dubbel);
        (await huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", await _loop.Oordelen(zaak))).IsProbleem(
            403,
            "van-andere-beoordelaar"
        );
        await _loop.Beoordeeld(zaak, Mensen.Dubbel);
        var voorstel = await _loop.Voorstel(zaak);

        (await huis.Post(Mensen.Dubbel, $"/v1/verleningen/{zaak}/ondertekening", voorstel)).IsProbleem(403, "zelf-beoordeeld");
        var ander = $$"""{"hash":"{{new string('0', 64)}}"}""";
        (await huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", ander)).IsProbleem(409, "ander-voorstel");
        // Ten at once: one decision, and every answer says so.
        var antwoorden = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", voorstel))
        );
        Assert.Single(antwoorden, a => a.Status == 200);
        Assert.All(antwoorden.Where(a => a.Status != 200), a => a.IsProbleem(409, "al-besloten"));
        await huis.Stil();
        Assert.Equal(
            1,
            await huis.Tel($"select count(*) from betalingen.mt_events where stream_id = '{zaak}-B1' and type = 'betaling-opgedragen'")
        );

        await Betalen(zaak, wie, kvkNummer);
    }

    /// <summary>Two pairs of eyes on the money: the same person twice, at once, or in two roles is one pair.</summary>
    private async Task Betalen(string zaak, string wie, string kvkNummer)
    {
        var akkoord = $"/v1/betaalopdrachten/{zaak}-B1/akkoord";
        var zelfde = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => huis.Post(Mensen.FinancieelMedewerker, akkoord)));
        Assert.Single(zelfde, a => a.Status == 200);
        Assert.All(zelfde.Where(a => a.Status != 200), a => a.IsProbleem(403, "zelfde-persoon"));
        (await huis.Post(Mensen.FinancieelMedewerker, "/v1/betaalbestanden", Bestand([$"{zaak}-B1"]))).IsProbleem(422, "onjuiste-invoer");

        await _loop.Ingeschreven(wie, kvkNummer);
        await Zaakloop.Gelukt(
            huis.Post(
                wie,
                $"/v1/ondernemingen/{kvkNummer}/rekening",
                $$"""{"iban":"NL81TEST0100200300","tenaamstelling":"Anna {{zaak}}"}"""
            )
        );
        await huis.Stil();
        var rekening = await huis.Tel(
            $"select count(*) from betalingen.mt_events where stream_id = '{kvkNummer}' and type = 'rekening-vernomen'"
        );
        var controle = $$"""{"volgnummer":{{rekening}},"akkoord":true,"toelichting":"gebeld"}""";
        // Who approves and checks at the same moment does one of the two.
        var tegelijk = await Task.WhenAll(
            huis.Post(Mensen.DubbelFinancieel, akkoord),
            huis.Post(Mensen.DubbelFinancieel, $"/v1/rekeningen/{kvkNummer}/controle", controle)
        );
        Assert.Single(tegelijk, a => a.Status == 200);
        Assert.Single(tegelijk, a => a.Status == 403);
        await Zaakloop.Gelukt(
            tegelijk[0].Status == 200
                ? huis.Post(Mensen.Controleur, $"/v1/rekeningen/{kvkNummer}/controle", controle)
                : huis.Post(Mensen.TweedeFinancieelMedewerker, akkoord)
        );

        // Made by several people at once, a payment still goes to the bank once.
        var bestanden = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    huis.Post(
                        i % 2 == 0 ? Mensen.FinancieelMedewerker : Mensen.TweedeFinancieelMedewerker,
                        "/v1/betaalbestanden",
                        Bestand([$"{zaak}-B1"])
                    )
                )
        );
        Assert.Single(bestanden, b => b.Status == 201);
        Assert.All(bestanden.Where(b => b.Status != 201), b => Assert.InRange(b.Status, 409, 422));
        await Vaststellen(zaak);
    }

    /// <summary>The settlement takes two who sign, neither of them who proposed it.</summary>
    private async Task Vaststellen(string zaak)
    {
        await huis.Stil();
        var pad = $"/v1/verantwoordingen/{zaak}";
        const string Oordeel = """
            {"activiteiten":[{"soort":"A","uitgevoerd":true,"argument":"gezien"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}]}
            """;
        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel)).IsProbleem(409, "periode-loopt-nog");
        huis.Klok.Vooruit(Duration.FromDays(400));
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel));
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad));
        var hash = $$"""{"hash":"{{beeld.Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
        Assert.Equal(403, (await huis.Post(Mensen.Dubbel, $"{pad}/ondertekening", hash)).Status);
        var zelfde = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => huis.Post(Mensen.Medeondertekenaar, $"{pad}/ondertekening", hash))
        );
        Assert.Contains(zelfde, a => a.Status == 200);
        await huis.Stil();
        Assert.Equal(
            0,
            await huis.Tel($"select count(*) from vaststelling.mt_events where stream_id = '{zaak}' and type = 'subsidie-vastgesteld'")
        );
    }

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
        foreach (var vorm in new[] { "null", "[null]", "[9,9]", "[1]", "\"x\"", "[1e9,1]", "{}" })
        {
            var antwoord = await huis.Post(
                null,
                $"/v1/scans/{scan}/antwoorden",
                Zaakloop.Antwoorden(codes[2]).Replace("[3,4]", vorm, StringComparison.Ordinal)
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
        foreach (var inhoud in new[] { "", "<script>alert(1)</script>", " %PDF-1.7", "GIF89a", "MZ" })
        {
            (await huis.Zend(Mensen.Anna, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=plan", Bestand(inhoud)))
                .IsProbleem(422, "onjuiste-invoer")
                .NoemtVeld("bestand");
        }
        foreach (var soort in new[] { "../plan", "Plan", "plan.exe", new string('a', 41), "" })
        {
            (
                await huis.Zend(
                    Mensen.Anna,
                    HttpMethod.Post,
                    $"/v1/documenten?zaaknummer={zaak}&soort={Uri.EscapeDataString(soort)}",
                    Bestand("%PDF-1.7")
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

    private string Bestand(string[] opdrachten) =>
        $$"""{"uitvoerdatum":"{{huis.Klok.GetCurrentInstant().InUtc().Date:yyyy-MM-dd}}","opdrachten":["{{string.Join("\",\"", opdrachten)}}"]}""";
}
