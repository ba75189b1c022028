namespace SlimRegeling.Api.Tests;

/// <summary>What an adviser reaches by a machtiging from the portal: what it is for, by whom it was given, and nothing else.</summary>
public sealed class MachtigingbereikTests(Apihuis huis)
{
    private const string Artikel = "artikel 2:1 Awb";

    private readonly Zaakloop _loop = new(huis);
    private readonly Machtigingloop _machtiging = new(huis);

    [Fact]
    public async Task It_reaches_what_it_was_given_for_and_never_the_name_or_the_account()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await _loop.Ingeschreven(gever, kvkNummer);
        await _machtiging.Geef(gever, eigenKvk, omvang: "verantwoorden");

        Assert.Equal(200, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Status);
        await huis.Weigert(
            () => _machtiging.Begin(adviseur, "een-tijdvak", kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet").NoemtArtikel(Artikel)
        );
        // Read, with so much of the account as is enough to recognise it.
        var eigen = (await huis.Haal(gever, $"/v1/ondernemingen/{kvkNummer}"))
            .Inhoud.GetProperty("rekening")
            .GetProperty("iban")
            .GetString()!;
        var gelezen = await huis.Haal(adviseur, $"/v1/ondernemingen/{kvkNummer}", kvkNummer);
        Assert.Equal($"…{eigen[^4..]}", gelezen.Inhoud.GetProperty("rekening").GetProperty("iban").GetString());
        Assert.DoesNotContain(eigen, gelezen.Tekst, StringComparison.Ordinal);
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/ondernemingen/{kvkNummer}", Zaakloop.Inschrijving, namens: kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
        await huis.Weigert(
            () =>
                huis.Post(
                    adviseur,
                    $"/v1/ondernemingen/{kvkNummer}/rekening",
                    """{"iban":"NL81TEST0100200300","tenaamstelling":"Ander"}""",
                    namens: kvkNummer
                ),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
    }

    [Fact]
    public async Task For_accounting_only_it_reaches_no_document_of_a_draft()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var concept = await _loop.Concept(await _loop.Tijdvak(), gever);
        var pad = $"/v1/documenten?zaaknummer={concept}&soort=plan";
        var document = (await Zaakloop.Gelukt(huis.Zend(gever, HttpMethod.Post, pad, Zaakloop.Pdf))).Veld("document");
        await _machtiging.Geef(gever, eigenKvk, omvang: "verantwoorden");

        (await huis.Haal(adviseur, $"/v1/documenten/{document}", kvkNummer)).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(adviseur, $"/v1/documenten/{document}/stand", kvkNummer)).IsProbleem(404, "niet-gevonden");
        await huis.Weigert(
            () => huis.Zend(adviseur, HttpMethod.Post, pad, Zaakloop.Pdf, namens: kvkNummer),
            a => a.IsProbleem(404, "niet-gevonden")
        );
        Assert.Equal(200, (await huis.Haal(gever, $"/v1/documenten/{document}/stand")).Status);
    }

    [Fact]
    public async Task Who_acts_for_one_enterprise_does_not_reach_the_draft_of_another_that_also_gave_a_machtiging()
    {
        var (eerste, eersteKvk) = huis.Ondernemer();
        var (tweede, tweedeKvk) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await _machtiging.Geef(eerste, eigenKvk);
        await _machtiging.Geef(tweede, eigenKvk);
        var zaak = await _loop.Concept(await _loop.Tijdvak(), tweede);

        Assert.Equal(200, (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}/concept", tweedeKvk)).Status);
        (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}/concept", eersteKvk)).IsProbleem(404, "niet-gevonden");
        await huis.Weigert(
            () => huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: eersteKvk),
            a => a.IsProbleem(404, "niet-gevonden")
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/aanvragen/{zaak}/indiening", namens: eersteKvk),
            a => a.IsProbleem(404, "niet-gevonden")
        );
    }

    [Fact]
    public async Task A_machtiging_for_one_person_is_for_no_colleague_and_for_nobody_else()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await _machtiging.Geef(gever, eigenKvk, ",\"personen\":[\"een collega\"]");

        (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        (await huis.Haal(Mensen.Bram, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        // Also not for one that does not exist: the answer is the same.
        (await huis.Haal(Mensen.Bram, "/v1/zaken", "99999999")).IsProbleem(403, "geen-machtiging");
        Assert.Equal(0, (await huis.Haal(adviseur, "/v1/machtigingen")).Inhoud.GetProperty("ontvangen").GetArrayLength());
    }

    [Fact]
    public async Task What_is_no_number_or_no_applicant_is_refused_and_what_is_public_stays_so()
    {
        (await huis.Haal(Mensen.Anna, "/v1/zaken", "1234")).IsProbleem(400, "onleesbaar").NoemtVeld("Slim-Namens");
        (await huis.Haal(Mensen.Beoordelaar, "/v1/zaken", Mensen.AnnaKvk)).IsProbleem(403, "niet-voor-eigen-onderneming");
        (await huis.Haal(null, "/v1/zaken", Mensen.AnnaKvk)).IsProbleem(401, "niet-aangemeld");
        Assert.Equal(200, (await huis.Haal(Mensen.Anna, "/v1/zaken", Mensen.AnnaKvk)).Status);
        Assert.Equal(200, (await huis.Haal(Mensen.Anna, "/v1/tijdvakken", "99999999")).Status);
    }
}
