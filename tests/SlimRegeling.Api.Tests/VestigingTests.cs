using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Who acts for one establishment of an enterprise reads and prepares; what binds the enterprise someone else does.</summary>
public sealed class VestigingTests(Apihuis huis)
{
    private const string Code = "alleen-voor-vestiging";

    private readonly Zaakloop _loop = new(huis);
    private readonly Bereik _bereik = new(huis);
    private readonly Machtigingloop _machtiging = new(huis);

    [Fact]
    public async Task An_application_is_prepared_for_one_establishment_and_submitted_by_who_acts_for_the_enterprise()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var vestiging = huis.Vestiging(kvkNummer);
        var zaak = await _loop.Concept(await _loop.Tijdvak(), vestiging);
        await Zaakloop.Gelukt(huis.Zend(vestiging, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=plan", Zaakloop.Pdf));

        await huis.Weigert(
            () => huis.Post(vestiging, $"/v1/aanvragen/{zaak}/indiening"),
            a => a.IsProbleem(403, Code).Noemt("Vraag iemand die voor de hele onderneming mag handelen")
        );
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        Assert.Contains(zaak, (await huis.Haal(vestiging, "/v1/zaken")).Tekst, StringComparison.Ordinal);
        Assert.Equal(200, (await huis.Haal(vestiging, $"/v1/aanvragen/{zaak}")).Status);
    }

    [Fact]
    public async Task What_binds_the_enterprise_is_refused_at_every_endpoint_and_the_rest_is_not()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var eigen = await _bereik.Maak(wie, kvkNummer);
        var vestiging = huis.Vestiging(kvkNummer);
        var bindend = huis
            .Eindpunten.Where(e => e.Metadata.GetMetadata<BindtOnderneming>() is not null)
            .Select(e => e.Naam())
            .ToHashSet(StringComparer.Ordinal);
        var fouten = new List<string>();
        foreach (var verzoek in Bereik.Verzoeken(eigen))
        {
            if (bindend.Remove(verzoek.Eindpunt))
            {
                await huis.Weigert(() => _bereik.Doe(vestiging, verzoek), a => a.IsProbleem(403, Code));
            }
            else if (await _bereik.Doe(vestiging, verzoek) is { Status: 401 or 403 or 404 } antwoord)
            {
                fouten.Add($"{verzoek.Eindpunt} answers with {antwoord.Status}: {antwoord.Tekst}");
            }
        }
        Assert.Empty(fouten);
        Assert.Equal("POST /v1/machtigingen", Assert.Single(bindend));
        await huis.Weigert(() => huis.Post(vestiging, "/v1/machtigingen", Machtigingloop.Inhoud("44444444")), a => a.IsProbleem(403, Code));
    }

    [Fact]
    public async Task Who_acts_for_one_establishment_of_an_adviser_binds_no_client_either()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (_, eigenKvk) = huis.Ondernemer();
        var vestiging = huis.Vestiging(eigenKvk);
        await _machtiging.Geef(gever, eigenKvk);

        var zaak = (await Zaakloop.Gelukt(_machtiging.Begin(vestiging, await _loop.Tijdvak(), kvkNummer))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(vestiging, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer));
        await huis.Weigert(() => huis.Post(vestiging, $"/v1/aanvragen/{zaak}/indiening", namens: kvkNummer), a => a.IsProbleem(403, Code));
    }
}
