using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Dossiers.Scannen;
using SlimRegeling.Omgeving;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>Nobody opens what the scanner has not seen; with a real clamd.</summary>
public sealed class ScannenTests(Documenthuis huis) : IClassFixture<Documenthuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_schoon_document_is_te_openen_zodra_het_is_onderzocht_en_draait_niet_bij_ons()
    {
        var zaak = await huis.Zaak();
        var inhoud = Proefpdf.Van("plan");
        var id = await huis.Ontvangen(zaak, inhoud, "..\\mijn \u202Eplan/\u00e9\u20ac\".exe");

        await huis.Wordt(id, "beschikbaar");

        using var antwoord = await huis.Huis.Haal("bea", $"/v1/documenten/{id}");
        Assert.Equal(inhoud, await antwoord.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("application/pdf", antwoord.Content.Headers.ContentType?.ToString());
        Assert.Equal(inhoud.Length, antwoord.Content.Headers.ContentLength);
        var bijlage = antwoord.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "_mijn \uFFFDplan_\u00e9\u20ac_.exe.pdf"), (bijlage.DispositionType, bijlage.FileNameStar));
        Assert.Equal("nosniff", antwoord.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", antwoord.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(antwoord.Headers.CacheControl?.NoStore);
        Assert.Equal("..\\mijn \uFFFDplan/\u00e9\u20ac\".exe", (await huis.Stand(id)).GetProperty("naam").GetString());
        Assert.Equal(0L, await huis.Lees<long>($"select count(*) from dossiers.mt_events where data::text like '%mijn%'"));
        await huis.Huis.Stil();
        Assert.Single(Toehoorder.Documenten, b => b is DocumentBeschikbaarBericht d && d.Document == id);
    }

    [Fact]
    public async Task Een_virus_wordt_geweigerd_vernietigd_en_aan_de_inzender_verteld()
    {
        var zaak = await huis.Zaak();
        var id = await huis.Ontvangen(zaak, Proefpdf.Van(ClamavServer.Virus));

        await huis.Wordt(id, "geweigerd");

        var stand = await huis.Stand(id);
        Assert.Equal("virus", stand.GetProperty("reden").GetString());
        Assert.Contains("stuur een schoon bestand", stand.GetProperty("uitleg").GetString(), StringComparison.Ordinal);
        using var antwoord = await huis.Huis.Haal("olivia", $"/v1/documenten/{id}");
        Assert.Equal((HttpStatusCode.Conflict, "document-geweigerd"), (antwoord.StatusCode, await Code(antwoord)));
        await Tot(async () => await Vernietigd(id));
        var plaats = await huis.Lees<string>($"select data ->> 'plaats' from dossiers.mt_doc_document where id = '{id}'");
        Assert.Equal(0L, await huis.Lees<long>($"select count(*) from dossiers.bestandsdeel where adres = '{plaats.Split(':')[1]}'"));
        await huis.Huis.Stil();
        var gehoord = Assert.Single(
            Toehoorder.Documenten,
            b => b is DocumentBeschikbaarBericht d && d.Document == id || b is DocumentGeweigerdBericht w && w.Document == id
        );
        Assert.Equal("virus", Assert.IsType<DocumentGeweigerdBericht>(gehoord).Reden);
    }

    [Fact]
    public async Task Zolang_de_scanner_weg_is_opent_niemand_iets_en_daarna_gaat_het_verder()
    {
        var zaak = await huis.Zaak();
        await huis.Clamav.Stop();
        var id = await huis.Ontvangen(zaak, Proefpdf.Van("wacht"));
        try
        {
            await Tot(async () => (await Cijfers()).GetProperty("stand").GetString() == "niet-bereikbaar");

            foreach (var wie in (string[])["olivia", "bea"])
            {
                using var antwoord = await huis.Huis.Haal(wie, $"/v1/documenten/{id}");
                Assert.Equal((HttpStatusCode.Conflict, "document-in-onderzoek"), (antwoord.StatusCode, await Code(antwoord)));
            }
            Assert.InRange((await Cijfers()).GetProperty("inOnderzoek").GetInt32(), 1, 100);
            Assert.Contains("virusscanner: Degraded", await Gezondheid(), StringComparison.Ordinal);
        }
        finally
        {
            await huis.Clamav.Hervat(Ct);
        }
        await huis.Wordt(id, "beschikbaar");
        Assert.Equal("bereikbaar", (await Cijfers()).GetProperty("stand").GetString());
        Assert.Contains("antwoordt.", await Gezondheid(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wat_op_de_schijf_veranderde_wordt_geweigerd_en_niet_geopend()
    {
        await huis.Clamav.Stop();
        var id = await huis.Ontvangen(await huis.Zaak(), Proefpdf.Van("stuk"));
        var adres = (await huis.Lees<string>($"select data ->> 'plaats' from dossiers.mt_doc_document where id = '{id}'")).Split(':')[1];
        await huis.Lees<int>(
            $"with w as (update dossiers.bestandsdeel set inhoud = set_byte(inhoud, 3, 255 - get_byte(inhoud, 3)) where adres = '{adres}' and nummer = 1 returning 1) select count(*)::int from w"
        );

        await huis.Clamav.Hervat(Ct);
        await huis.Wordt(id, "geweigerd");

        Assert.Equal("beschadigd", (await huis.Stand(id)).GetProperty("reden").GetString());
    }

    [Fact]
    public async Task De_buren_zien_niets_en_niemand_zonder_rol_ziet_de_cijfers()
    {
        var zaak = await huis.Zaak();
        var id = await huis.Ontvangen(zaak, Proefpdf.Van("x"));

        foreach (var pad in (string[])[$"/v1/documenten/{id}", $"/v1/documenten/{id}/stand", $"/v1/documenten?zaaknummer={zaak}"])
        {
            using var antwoord = await huis.Huis.Haal("bram", pad);
            Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await huis.Stuur(zaak, Proefpdf.Van("x"), wie: "bram")).Status);
        using var cijfers = await huis.Huis.Haal("olivia", "/v1/beheer/documenten");
        Assert.Equal(HttpStatusCode.Forbidden, cijfers.StatusCode);
        using var lijst = await huis.Huis.Haal("olivia", $"/v1/documenten?zaaknummer={zaak}");
        Assert.Equal(id, (await lijst.Content.ReadFromJsonAsync<JsonElement>(Ct))[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task De_eisen_zijn_vooraf_voor_iedereen_te_lezen()
    {
        using var client = new HttpClient { BaseAddress = huis.Huis.Adres };
        var eisen = await client.GetFromJsonAsync<JsonElement>("/v1/documenten/eisen", Ct);

        Assert.Equal(250, eisen.GetProperty("hoogstensPerZaak").GetInt32());
        Assert.Contains(
            eisen.GetProperty("soorten").EnumerateArray(),
            s => s.GetProperty("extensie").GetString() == "pdf" && s.GetProperty("hoogstensBytes").GetInt64() == 20 * 1024 * 1024
        );
    }

    [Fact]
    public async Task De_soort_die_de_inzender_noemt_doet_niet_mee()
    {
        var zaak = await huis.Zaak();
        var id = await huis.Ontvangen(zaak, Proefpdf.Van("x"), "programma.exe");
        var (status, fout) = await huis.Stuur(zaak, [.. "MZ"u8, .. new byte[100]], "plan.pdf");

        Assert.Equal("application/pdf", (await huis.Stand(id)).GetProperty("mediatype").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.EndsWith(":bestand-programma", fout.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wat_eenmaal_is_beslist_blijft_zo()
    {
        var wacht = new Document
        {
            Zaaknummer = Nummer,
            KvkNummer = Kvk,
            Soort = "plan",
            Hash = "h",
            OntvangenOp = Nu,
            Stand = Documentstand.InOnderzoek,
        };
        var gescand = Assert.IsType<DocumentGescand>(
            Scanronde.Beslis(wacht, new Scanuitslag.Schoon(), "tcp://x:1", Nu).Gebeurtenissen.Single()
        );
        var geweigerd = Assert.IsType<DocumentGeweigerd>(
            Scanronde.Beslis(wacht, new Scanuitslag.Besmet("X"), "s", Nu).Gebeurtenissen.Single()
        );

        Assert.Equal(("virus", "X"), (geweigerd.Reden, geweigerd.Bevinding));
        Assert.Empty(Scanronde.Beslis(wacht, new Scanuitslag.Onduidelijk("?"), "s", Nu).Gebeurtenissen);
        Assert.Empty(Scanronde.Beslis(wacht.Apply(gescand), new Scanuitslag.Besmet("X"), "s", Nu).Gebeurtenissen);
        Assert.Empty(Scanronde.Beslis(wacht.Apply(geweigerd), new Scanuitslag.Schoon(), "s", Nu).Gebeurtenissen);
    }

    private async Task<bool> Vernietigd(string id) =>
        await huis.Lees<bool>($"select coalesce((data ->> 'vernietigd')::boolean, false) from dossiers.mt_doc_document where id = '{id}'");

    private async Task<JsonElement> Cijfers()
    {
        using var antwoord = await huis.Huis.Haal("ben", "/v1/beheer/documenten");
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task<string> Gezondheid()
    {
        using var client = new HttpClient { BaseAddress = huis.Huis.Adres };
        return await client.GetStringAsync("/health/ready", Ct);
    }

    private static async Task<string> Code(HttpResponseMessage antwoord) =>
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("type").GetString()!.Split(':')[^1];

    private static async Task Tot(Func<Task<bool>> waar)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await waar())
            {
                return;
            }
            await Task.Delay(100, Ct);
        }
        Assert.Fail("It does not come to that.");
    }
}
