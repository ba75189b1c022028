using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>A whole dossier as a file: all of it, for who may, for a reason that is logged.</summary>
public sealed partial class UitvoerTests(Apihuis huis)
{
    private const string Gevaarlijk = "<script>alert('hallo')</script> & Zoë";

    private static readonly byte[] Stuk = Proefpdf.Van("opleidingsplan van de onderneming");

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task The_file_holds_all_of_the_case_and_opens_without_a_network()
    {
        var (zaak, wie) = await Zaak();
        using var zip = await Haal(Mensen.Beoordelaar, await Gevraagd(Mensen.Beoordelaar, zaak));
        var namen = zip.Entries.Select(e => e.FullName).ToHashSet();

        foreach (
            var naam in (string[])
                [
                    "index.html",
                    "gebeurtenissen.html",
                    "berichten.html",
                    "ontvangstbewijs.pdf",
                    $"brieven/{zaak}-verlening.pdf",
                    "gegevens/verlening.json",
                ]
        )
        {
            Assert.Contains(naam, namen);
        }
        Assert.Equal("index.html", zip.Entries[^1].FullName);
        var document = Assert.Single(namen, n => n.StartsWith("documenten/", StringComparison.Ordinal));
        Assert.Equal("documenten/001-plan_ van'ons.pdf", document);
        Assert.Equal(Stuk, await Bytes(zip, document));
        Assert.Equal(await Bestand(Mensen.Beoordelaar, $"/v1/brieven/{zaak}-verlening"), await Bytes(zip, $"brieven/{zaak}-verlening.pdf"));

        var (index, gebeurtenissen, berichten) = (
            await Tekst(zip, "index.html"),
            await Tekst(zip, "gebeurtenissen.html"),
            await Tekst(zip, "berichten.html")
        );
        foreach (var blad in (string[])[index, gebeurtenissen, berichten])
        {
            Assert.DoesNotContain("<script", blad, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("http://", blad, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", blad, StringComparison.Ordinal);
            Assert.Contains("lang=\"nl\"", blad, StringComparison.Ordinal);
            foreach (Match link in Link().Matches(blad))
            {
                Assert.Contains(Uri.UnescapeDataString(link.Groups[1].Value), namen);
            }
        }
        Assert.Contains("artikel 8:42 Awb", index, StringComparison.Ordinal);
        Assert.Contains("plan: van&#39;ons", index, StringComparison.Ordinal);
        Assert.Contains("<h2>Subsidie verleend</h2>", gebeurtenissen, StringComparison.Ordinal);
        Assert.Contains("11.040,00", gebeurtenissen, StringComparison.Ordinal);
        Assert.Contains($"<dd>{wie}, namens KVK ", gebeurtenissen, StringComparison.Ordinal);
        Assert.Contains("slim-2026", gebeurtenissen, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;hallo&#39;)&lt;/script&gt; &amp; Zo", gebeurtenissen, StringComparison.Ordinal);
        Assert.Contains("<h2>Budget gereserveerd</h2>", berichten, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_payments_and_of_a_scan_each_gets_what_they_may_see()
    {
        var (zaak, _) = await Zaak();
        await new Betaalloop(huis).Bestand($"{zaak}-B1");
        await huis.Stil();
        var betaler = huis.Medewerker(Rol.Beoordelaar, Rol.FinancieelControleur);
        using var zonder = await Haal(Mensen.Beoordelaar, await Gevraagd(Mensen.Beoordelaar, zaak));
        using var met = await Haal(betaler, await Gevraagd(betaler, zaak));

        Assert.DoesNotContain("betaling-in-bestand", await Tekst(zonder, "gegevens/betalingen.json"), StringComparison.Ordinal);
        Assert.Contains("betaling-opgedragen", await Tekst(zonder, "gegevens/betalingen.json"), StringComparison.Ordinal);
        Assert.Contains("betaling-in-bestand", await Tekst(met, "gegevens/betalingen.json"), StringComparison.Ordinal);
        var scan = JsonSerializer.Deserialize<JsonElement>(await Tekst(met, "gegevens/leercultuurscans.json"));
        Assert.Contains("scan-gesloten", scan.ToString(), StringComparison.Ordinal);
        Assert.All(scan.GetProperty("gebeurtenissen").EnumerateArray(), g => Assert.Empty(g.GetProperty("inhouden").EnumerateObject()));
    }

    [Fact]
    public async Task Each_time_is_in_the_view_log_with_its_reason_and_without_what_was_written()
    {
        var (zaak, _) = await Zaak();
        var pad = await Gevraagd("bert", zaak, "inzageverzoek");
        (await Haal("bert", pad)).Dispose();
        (await Haal("bert", pad)).Dispose();

        var inzagen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Functionaris, $"/v1/inzagen?zaaknummer={zaak}&onderwerp=bert"))).Inhoud;
        var uitvoer = inzagen.GetProperty("inzagen").EnumerateArray().Where(i => Veld(i, "wat") == "dossieruitvoer").ToList();
        Assert.Equal(2, uitvoer.Count);
        Assert.All(uitvoer, i => Assert.Equal(("inzageverzoek", pad.Split('/')[^1]), (Veld(i, "reden"), Veld(i, "kenmerk"))));
        Assert.DoesNotContain("rechtbank", inzagen.ToString(), StringComparison.Ordinal);
        // It is a part of the dossier itself from then on.
        using var zip = await Haal("bert", pad);
        Assert.Contains("<h2>Dossieruitvoer gevraagd</h2>", await Tekst(zip, "gebeurtenissen.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_who_asked_for_an_hour()
    {
        var (zaak, wie) = await Zaak();
        var (ander, _) = await Zaak();
        var pad = await Gevraagd(Mensen.Beoordelaar, zaak);
        var id = pad.Split('/')[^1];

        (await huis.Haal("bert", pad)).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(Mensen.Beoordelaar, $"/v1/dossiers/{ander}/uitvoer/{id}")).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(wie, pad)).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(wie, $"/v1/dossiers/{zaak}/uitvoer", Verzoek())).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(Mensen.Beoordelaar, $"/v1/dossiers/{Platform.Zaaknummer.Trek()}/uitvoer", Verzoek())).IsProbleem(
            404,
            "niet-gevonden"
        );
        var concept = await _loop.Concept(await _loop.Tijdvak(), wie);
        (await huis.Post(Mensen.Beoordelaar, $"/v1/dossiers/{concept}/uitvoer", Verzoek())).IsProbleem(404, "niet-gevonden");
        (await huis.Post(Mensen.Beoordelaar, $"/v1/dossiers/{zaak}/uitvoer", Verzoek(toelichting: " "))).IsProbleem(422, "onjuiste-invoer");

        huis.Klok.Vooruit(Duration.FromMinutes(61));
        (await huis.Haal(Mensen.Beoordelaar, pad)).IsProbleem(409, "uitvoer-verlopen");
    }

    [Fact]
    public async Task A_file_that_was_damaged_is_named_and_the_rest_is_there()
    {
        var (zaak, _) = await Zaak();
        await huis.Voer(
            $"""
            update dossiers.bestand set inhoud = inhoud || '\x20'::bytea where id = '{zaak}-verlening';
            delete from dossiers.bestandsdeel where adres = (
              select substr(data ->> 'plaats', length('database:') + 1) from dossiers.mt_doc_document where data ->> 'zaaknummer' = '{zaak}'
            )
            """
        );
        using var zip = await Haal(Mensen.Beoordelaar, await Gevraagd(Mensen.Beoordelaar, zaak));
        var index = await Tekst(zip, "index.html");
        Assert.Contains("niet opgenomen: de inhoud past niet bij wat is verzonden", index, StringComparison.Ordinal);
        Assert.Contains("beschadigd: de inhoud past niet bij wat is ontvangen", index, StringComparison.Ordinal);
        Assert.NotEmpty(await Tekst(zip, "gebeurtenissen.html"));
    }

    [Fact]
    public async Task What_an_employee_said_of_an_interest_and_who_else_objected_does_not_leave_the_house()
    {
        var (zaak, wie) = await Zaak();
        var (bezwaarden, metBelang) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Beoordelaar));
        var besluit = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud.GetProperty("besluiten")[0];
        var dag = LocalDatePattern.Iso.Format(Moment.Dag(huis.Klok.GetCurrentInstant()));
        var bezwaar = (
            await Zaakloop.Gelukt(
                huis.Post(
                    bezwaarden,
                    "/v1/bezwaren",
                    JsonSerializer.Serialize(
                        new
                        {
                            zaaknummer = zaak,
                            besluit = besluit.GetProperty("besluit").GetString(),
                            indiener = "derde",
                            ontvangenOp = dag,
                            ondertekend = true,
                            dagtekening = dag,
                            naam = "Buurman Bartels",
                            adres = "Plein 9, 3511 AB Utrecht",
                            gronden = "Het lawaai houdt mij wakker.",
                        }
                    )
                )
            )
        ).Veld("bezwaar");
        await Zaakloop.Gelukt(
            huis.Post(
                bezwaarden,
                $"/v1/bezwaren/{bezwaar}/partijen",
                JsonSerializer.Serialize(new { naam = "Mevrouw Moor", belang = "Woont erboven." })
            )
        );
        await Zaakloop.Gelukt(
            huis.Post(metBelang, $"/v1/aanvragen/{zaak}/belang", JsonSerializer.Serialize(new { toelichting = "Mijn zus werkt daar." }))
        );
        await huis.Stil();
        (string Tekst, bool NaarRechter)[] geheim =
        [
            ("Mijn zus", false),
            ("Bartels", true),
            ("Plein 9", true),
            ("lawaai", true),
            ("Moor", true),
            ("De rechtbank vroeg", false),
        ];

        foreach (var aanleiding in (string[])["bezwaar", "inzageverzoek", "beroep"])
        {
            using var zip = await Haal(Mensen.Beoordelaar, await Gevraagd(Mensen.Beoordelaar, zaak, aanleiding));
            var alles = new StringBuilder();
            foreach (var naam in zip.Entries.Select(e => e.FullName).Where(n => Path.GetExtension(n) is ".html" or ".json"))
            {
                alles.Append(await Tekst(zip, naam));
            }
            Assert.Contains(bezwaar, alles.ToString(), StringComparison.Ordinal);
            Assert.All(
                geheim,
                g => Assert.Equal(aanleiding == "beroep" && g.NaarRechter, alles.ToString().Contains(g.Tekst, StringComparison.Ordinal))
            );
        }
    }

    /// <summary>An awarded case with a document, a scan and a report of a change, and who applied.</summary>
    private async Task<(string Zaak, string Wie)> Zaak()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.GeslotenScan(zaak, wie);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/meldingen", JsonSerializer.Serialize(new { tekst = Gevaarlijk })));
        using var stuk = new ByteArrayContent(Stuk)
        {
            Headers =
            {
                ContentType = new MediaTypeHeaderValue("application/pdf"),
                ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = "plan: van'ons" },
            },
        };
        await Zaakloop.Gelukt(huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=opleidingsplan", stuk));
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        for (
            var i = 0;
            i < 300
                && await huis.Tel(
                    $"select count(*) from dossiers.mt_doc_document where data ->> 'zaaknummer' = '{zaak}' and data ->> 'stand' = 'Beschikbaar'"
                ) == 0;
            i++
        )
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        await huis.Stil();
        return (zaak, wie);
    }

    private static string Verzoek(string aanleiding = "beroep", string toelichting = "De rechtbank vroeg erom.") =>
        JsonSerializer.Serialize(new { aanleiding, toelichting });

    /// <summary>Where it can be fetched.</summary>
    private async Task<string> Gevraagd(string wie, string zaak, string aanleiding = "beroep")
    {
        var antwoord = await Zaakloop.Gelukt(huis.Post(wie, $"/v1/dossiers/{zaak}/uitvoer", Verzoek(aanleiding)));
        Assert.Equal(201, antwoord.Status);
        return antwoord.Locatie!;
    }

    private async Task<ZipArchive> Haal(string wie, string pad) => new(new MemoryStream(await Bestand(wie, pad)), ZipArchiveMode.Read);

    private async Task<byte[]> Bestand(string wie, string pad)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await huis.Token(wie));
        return await client.GetByteArrayAsync(pad, TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> Bytes(ZipArchive zip, string naam)
    {
        await using var bron = await zip.GetEntry(naam)!.OpenAsync(TestContext.Current.CancellationToken);
        using var geheugen = new MemoryStream();
        await bron.CopyToAsync(geheugen, TestContext.Current.CancellationToken);
        return geheugen.ToArray();
    }

    private static async Task<string> Tekst(ZipArchive zip, string naam) => Encoding.UTF8.GetString(await Bytes(zip, naam));

    private static string? Veld(JsonElement inzage, string naam) => inzage.GetProperty(naam).GetString();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
