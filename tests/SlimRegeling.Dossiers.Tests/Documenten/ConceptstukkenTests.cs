using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>Documents of a draft: its applicant's alone until it is submitted; with a real clamd.</summary>
public sealed class ConceptstukkenTests(Documenthuis huis) : IClassFixture<Documenthuis>
{
    private static readonly AanvraagIngediendBericht Bericht = new(Nummer, "2026-04-mkb", Kvk, "slim-2026", 11040.00m, Nu);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Document Wacht =>
        new Document().Apply(new DocumentOntvangen(Nummer, Kvk, "plan", "application/pdf", 10, "h", Nu, "database:a", null, true));

    [Fact]
    public void Van_een_stuk_in_een_concept_hoort_niemand_tot_het_is_ingediend()
    {
        var gescand = new DocumentGescand(Nummer, Kvk, "plan", "h", "s", Nu, Nu, true);
        var geweigerd = new DocumentGeweigerd(Nummer, Kvk, "plan", "virus", "X", Nu, Nu, true);

        Assert.Empty(Uitgaand.Berichten("d1", gescand));
        Assert.Empty(Uitgaand.Berichten("d1", geweigerd));
        Assert.Equal(new DocumentBeschikbaarBericht(Nummer, Kvk, "d1", "plan", "h", Nu), Ingediend(Wacht.Apply(gescand)));
        Assert.Equal("virus", Assert.IsType<DocumentGeweigerdBericht>(Ingediend(Wacht.Apply(geweigerd))).Reden);
        Assert.Null(Ingediend(Wacht));
        Assert.Null(Ingediend(Wacht.Apply(gescand).Apply(new DocumentVerwijderd(Nu))));

        static object? Ingediend(Document document) =>
            BijAanvraagIngediend
                .Beslis(document, Bericht, Nu)
                .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten("d1", e))
                .SingleOrDefault();
    }

    [Fact]
    public void Wat_na_het_indienen_pas_wordt_onderzocht_telt_vanaf_het_indienen()
    {
        var later = Bericht with { Op = Nu + NodaTime.Duration.FromHours(2) };
        var ingediend = Assert.IsType<DocumentIngediend>(BijAanvraagIngediend.Beslis(Wacht, later, later.Op).Gebeurtenissen.Single());
        var document = Wacht.Apply(ingediend);

        var gescand = Assert.IsType<DocumentGescand>(
            Scannen.Scanronde.Beslis(document, new Scannen.Scanuitslag.Schoon(), "s", later.Op).Gebeurtenissen.Single()
        );

        Assert.Equal((later.Op, (bool?)null), (gescand.OntvangenOp, gescand.BijConcept));
        Assert.Empty(BijAanvraagIngediend.Beslis(document, later, later.Op).Gebeurtenissen);
    }

    [Fact]
    public void Wat_na_het_indienen_komt_telt_vanaf_zijn_eigen_moment_ook_als_het_indienen_nog_niet_is_gehoord()
    {
        var eerder = Bericht with { Op = Nu - NodaTime.Duration.FromSeconds(3) };

        var ingediend = Assert.IsType<DocumentIngediend>(BijAanvraagIngediend.Beslis(Wacht, eerder, Nu).Gebeurtenissen.Single());

        Assert.Equal(Nu, ingediend.IngediendOp);
        Assert.False(Ontvangstbewijs.Hoort(Wacht.Apply(ingediend), new(eerder.Op, 0m, "h")));
        Assert.False(Ontvangstbewijs.Hoort(Wacht, new(eerder.Op, 0m, "h")));
        Assert.True(Ontvangstbewijs.Hoort(Wacht, new(Nu, 0m, "h")));
    }

    [Fact]
    public void Weghalen_kan_tot_het_indienen_ook_als_dat_nog_niet_is_gehoord()
    {
        Assert.IsType<DocumentVerwijderd>(DocumentVerwijderen.Beslis(Wacht, ingediend: false, Nu).Gebeurtenissen.Single());
        Assert.Equal("document-bij-zaak", DocumentVerwijderen.Beslis(Wacht, ingediend: true, Nu).Weigering?.Code);
        Assert.Equal("document-bij-zaak", DocumentVerwijderen.Beslis(Wacht with { BijConcept = false }, false, Nu).Weigering?.Code);
        var weg = Wacht.Apply(new DocumentVerwijderd(Nu));
        Assert.Empty(DocumentVerwijderen.Beslis(weg, true, Nu).Gebeurtenissen);
        Assert.Null(DocumentVerwijderen.Beslis(weg, true, Nu).Weigering);
    }

    [Fact]
    public async Task Een_concept_heeft_stukken_die_alleen_de_aanvrager_ziet_en_na_indienen_ook_de_beoordelaar()
    {
        var concept = Documenthuis.Concept();
        Assert.Equal(HttpStatusCode.NotFound, (await huis.Stuur(concept, Proefpdf.Van("x"), wie: "bram")).Status);
        Assert.Equal(0, (await Lijst("olivia", concept)).GetArrayLength());
        var id = await huis.Ontvangen(concept, Proefpdf.Van("plan"), "plan.pdf");
        var virus = await huis.Ontvangen(concept, Proefpdf.Van(ClamavServer.Virus));
        await huis.Wordt(id, "beschikbaar");
        await huis.Wordt(virus, "geweigerd");

        foreach (var wie in (string[])["bram", "bea"])
        {
            foreach (var pad in (string[])[$"?zaaknummer={concept}", $"/{id}", $"/{id}/stand"])
            {
                using var antwoord = await huis.Huis.Haal(wie, $"/v1/documenten{pad}");
                Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
            }
        }
        await huis.Huis.Stil();
        Assert.DoesNotContain(Toehoorder.Documenten, IsVan);

        await huis.Ingediend(concept);

        Assert.Equal(2, (await Lijst("bea", concept)).GetArrayLength());
        Assert.Equal(2, Toehoorder.Documenten.Count(IsVan));
        using var weg = await Weg("olivia", id);
        Assert.Equal(HttpStatusCode.Conflict, weg.StatusCode);

        bool IsVan(object bericht) =>
            bericht is DocumentBeschikbaarBericht b && b.Document == id || bericht is DocumentGeweigerdBericht w && w.Document == virus;
    }

    [Fact]
    public async Task Wat_is_weggehaald_is_nergens_meer_ook_niet_na_indienen()
    {
        var concept = Documenthuis.Concept();
        var id = await huis.Ontvangen(concept, Proefpdf.Van("plan"), "geheim.pdf");
        using (var buur = await Weg("bram", id))
        {
            Assert.Equal(HttpStatusCode.NotFound, buur.StatusCode);
        }
        using (var eerst = await Weg("olivia", id))
        {
            Assert.Equal(HttpStatusCode.OK, eerst.StatusCode);
        }
        using (var weer = await Weg("olivia", id))
        {
            Assert.Equal(HttpStatusCode.OK, weer.StatusCode);
        }

        Assert.Equal(0, (await Lijst("olivia", concept)).GetArrayLength());
        using var antwoord = await huis.Huis.Haal("olivia", $"/v1/documenten/{id}");
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
        Assert.Equal(0L, await huis.Lees<long>("select count(*) from dossiers.mt_doc_inhoud where data::text like '%geheim%'"));
        for (var i = 0; i < 300 && !await Vernietigd(id); i++)
        {
            await Task.Delay(100, Ct);
        }
        Assert.True(await Vernietigd(id));
        await huis.Ingediend(concept);
        Assert.Equal(0, (await Lijst("bea", concept)).GetArrayLength());
        Assert.DoesNotContain(Toehoorder.Documenten, b => b is DocumentBeschikbaarBericht d && d.Document == id);
    }

    [Fact]
    public async Task Wat_tijdens_het_indienen_komt_gaat_mee()
    {
        var concept = Documenthuis.Concept();
        await huis.Ontvangen(concept, Proefpdf.Van("eerste"));
        var sturen = Enumerable.Range(0, 6).Select(i => huis.Ontvangen(concept, Proefpdf.Van($"stuk {i}"))).ToList();

        await huis.Ingediend(concept);
        await Task.WhenAll(sturen);
        await huis.Huis.Stil();

        var stukken = await Lijst("bea", concept);
        Assert.Equal(7, stukken.GetArrayLength());
        Assert.DoesNotContain(
            stukken.EnumerateArray(),
            s => s.TryGetProperty("bijConcept", out var bij) && bij.ValueKind == JsonValueKind.True
        );
    }

    private async Task<JsonElement> Lijst(string wie, string zaak)
    {
        using var antwoord = await huis.Huis.Haal(wie, $"/v1/documenten?zaaknummer={zaak}");
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task<HttpResponseMessage> Weg(string wie, string id)
    {
        using var client = await huis.Huis.Als(wie);
        return await client.DeleteAsync(new Uri($"/v1/documenten/{id}", UriKind.Relative), Ct);
    }

    private async Task<bool> Vernietigd(string id) =>
        await huis.Lees<bool>($"select coalesce((data ->> 'vernietigd')::boolean, false) from dossiers.mt_doc_document where id = '{id}'");
}
