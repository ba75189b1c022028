using Npgsql;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Omgeving;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>Without a scanner, outside production: our own examination is all there is, and everyone is told so.</summary>
public sealed class ZonderScannerTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    [Fact]
    public async Task De_gezondheid_zegt_dat_er_geen_scanner_is()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        var tekst = await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.StartsWith("Healthy\n", tekst, StringComparison.Ordinal);
        Assert.Contains("virusscanner: Healthy: Er is geen virusscanner ingesteld", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_document_is_dan_meteen_beschikbaar_en_gezegd()
    {
        var gekeurd = KeuringTests.Keur(Proefpdf.Van("x"));
        var gebeurtenissen = Ontvangen.Beslis(new(Nummer, Kvk, "slim-2026"), "plan", gekeurd, "database:a", null, false, Nu).Gebeurtenissen;

        Assert.Collection(
            gebeurtenissen,
            e => Assert.Empty(Uitgaand.Berichten("d1", e)),
            e =>
                Assert.Equal(
                    new DocumentBeschikbaarBericht(Nummer, Kvk, "d1", "plan", gekeurd.Hash, Nu),
                    Uitgaand.Berichten("d1", e).Single()
                )
        );
        Assert.Equal(Documentstand.Beschikbaar, Na(gebeurtenissen).Stand);
    }

    [Fact]
    public void Met_een_scanner_wordt_niets_gezegd_voordat_hij_keek()
    {
        var gekeurd = KeuringTests.Keur(Proefpdf.Van("x"));
        var ontvangen = Ontvangen
            .Beslis(new(Nummer, Kvk, "slim-2026"), "plan", gekeurd, "database:a", null, true, Nu)
            .Gebeurtenissen.Single();

        Assert.Empty(Uitgaand.Berichten("d1", ontvangen));
        Assert.Equal(Documentstand.InOnderzoek, Na([ontvangen]).Stand);
    }

    /// <summary>Those of before had no place: they could be read at once, and still can.</summary>
    [Fact]
    public void Een_document_van_vroeger_blijft_wat_het_was()
    {
        var vroeger = new DocumentOntvangen(Nummer, Kvk, "plan", "application/pdf", 10, "h", Nu);

        Assert.Equal(new DocumentBeschikbaarBericht(Nummer, Kvk, "d1", "plan", "h", Nu), Uitgaand.Berichten("d1", vroeger).Single());
        Assert.Equal(Documentstand.Beschikbaar, Na([vroeger]).Stand);
        Assert.Null(DocumentBekijken.Weeg(Na([vroeger])));
    }

    [Fact]
    public async Task De_bytes_van_vroeger_komen_nog_uit_hun_tabel()
    {
        var inhoud = "%PDF-1.7 van vroeger"u8.ToArray();
        await using var verbinding = new NpgsqlConnection(huis.Verbinding);
        await verbinding.OpenAsync(TestContext.Current.CancellationToken);
        await using var opdracht = new NpgsqlCommand(
            $$"""
            insert into dossiers.mt_doc_document (id, data) values ('vroeger', '{"id":"vroeger","zaaknummer":"{{Nummer}}","kvkNummer":"{{Kvk}}","soort":"plan","mediatype":"application/pdf","hash":"{{Bestandstabel.Hash(
                inhoud
            )}}"}');
            insert into dossiers.bestand (id, zaaknummer, inhoud) values ('vroeger', '{{Nummer}}', decode('{{Convert.ToHexString(
                inhoud
            )}}', 'hex'))
            """,
            verbinding
        );
        await opdracht.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        using var antwoord = await huis.Haal("bea", "/v1/documenten/vroeger");

        Assert.Equal(inhoud, await antwoord.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"{Nummer}-plan.pdf", antwoord.Content.Headers.ContentDisposition?.FileNameStar);
    }

    private static Document Na(IEnumerable<Platform.Stromen.Gebeurtenis> gebeurtenissen) =>
        gebeurtenissen.Aggregate(new Document(), Platform.Stromen.Vouw.Volg);
}
