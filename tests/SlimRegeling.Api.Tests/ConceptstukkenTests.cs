namespace SlimRegeling.Api.Tests;

/// <summary>A document that came with a draft, through all contexts.</summary>
public sealed class ConceptstukkenTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_is_sent_with_a_draft_belongs_to_the_case_from_its_submission_on()
    {
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        var pad = $"/v1/documenten?zaaknummer={zaak}";
        var blijft = (
            await Zaakloop.Gelukt(huis.Zend(Mensen.Anna, HttpMethod.Post, $"{pad}&soort=bewijs-bankrekening", Zaakloop.Pdf))
        ).Veld("document");
        var weg = (await Zaakloop.Gelukt(huis.Zend(Mensen.Anna, HttpMethod.Post, $"{pad}&soort=bijlage", Zaakloop.Pdf))).Veld("document");
        foreach (var wie in (string[])[Mensen.Bram, Mensen.Beoordelaar])
        {
            (await huis.Haal(wie, pad)).IsProbleem(404, "niet-gevonden");
            (await huis.Haal(wie, $"/v1/documenten/{blijft}/stand")).IsProbleem(404, "niet-gevonden");
        }
        (await huis.Zend(Mensen.Bram, HttpMethod.Post, $"{pad}&soort=plan", Zaakloop.Pdf)).IsProbleem(404, "niet-gevonden");
        (await huis.Zend(Mensen.Bram, HttpMethod.Delete, $"/v1/documenten/{weg}")).IsProbleem(404, "niet-gevonden");
        await Zaakloop.Gelukt(huis.Zend(Mensen.Anna, HttpMethod.Delete, $"/v1/documenten/{weg}"));

        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/aanvragen/{zaak}/indiening"));
        // Also before it was heard here.
        (await huis.Zend(Mensen.Anna, HttpMethod.Delete, $"/v1/documenten/{blijft}")).IsProbleem(409, "document-bij-zaak");
        await huis.Stil();

        var stukken = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad))).Inhoud;
        Assert.Equal(blijft, Assert.Single(stukken.EnumerateArray()).GetProperty("id").GetString());
        var stappen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Anna, $"/v1/zaken/{zaak}")))
            .Inhoud.GetProperty("stappen")
            .EnumerateArray()
            .ToList();
        var ingediend = stappen.Single(s => s.GetProperty("stap").GetString() == "aanvraag-ingediend").GetProperty("moment").GetString();
        var document = Assert.Single(stappen, s => s.GetProperty("stap").GetString() == "document-ontvangen");
        Assert.Equal(ingediend, document.GetProperty("moment").GetString());
        // Its bytes go in a step of their own; other tests count what is stored.
        for (var i = 0; await TeVernietigen() > 0; i++)
        {
            Assert.True(i < 1_200);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<int> TeVernietigen() =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, "/v1/beheer/documenten"))).Inhoud.GetProperty("teVernietigen").GetInt32();

    [Fact]
    public async Task Whose_a_number_is_is_told_to_a_service_only()
    {
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        foreach (var wie in (string[])[Mensen.Anna, Mensen.Beoordelaar])
        {
            (await huis.Haal(wie, $"/v1/aanvragen/{zaak}/zaakgegevens")).IsProbleem(403, "niet-bevoegd");
        }
        var gegevens = (await Zaakloop.Gelukt(huis.Haal(Mensen.Dienst, $"/v1/aanvragen/{zaak}/zaakgegevens"))).Inhoud;
        Assert.Equal(Mensen.AnnaKvk, gegevens.GetProperty("kvkNummer").GetString());
        Assert.False(gegevens.TryGetProperty("ingediend", out _));
    }
}
