using System.Net;

namespace SlimRegeling.Web.Tests;

/// <summary>The e-mail that does not arrive, for who keeps the program running.</summary>
[Collection(nameof(Paginahuis))]
public sealed class EmailbladTests(Paginahuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_refused_stands_with_its_case_and_what_to_do()
    {
        var sleutel = $"{huis.Gevraagd}.Brief.emailblad.69599084";
        await huis.Voer(
            $"""
            insert into dossiers.email (sleutel, kvk_nummer, soort, zaaknummer, bij_concept, stand, gemaakt_op, volgende_op, stand_op, tot, fout)
            values ('{sleutel}', '69599084', 'Brief', '{huis.Gevraagd}', false, 'Geweigerd', now(), now(), now(), now(), '550')
            """
        );
        using var bert = await KnoppenTests.Als(huis.Adres, "beheerder");
        using var beheer = await bert.Haal("/beheer");
        Assert.Contains("href=\"/beheer/emails\"", await beheer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        using var blad = await bert.Haal("/beheer/emails");

        var html = WebUtility.HtmlDecode(await blad.Content.ReadAsStringAsync(Ct));
        foreach (var deel in (string[])[$"href=\"/zaken/{huis.Gevraagd}\"", "Er staat een brief klaar", "KVK 69599084", "550"])
        {
            Assert.Contains(deel, html, StringComparison.Ordinal);
        }
        using var bas = await KnoppenTests.Als(huis.Adres, "beoordelaar");
        using var dicht = await bas.Haal("/beheer/emails");
        Assert.Equal(HttpStatusCode.Forbidden, dicht.StatusCode);
        await huis.Voer($"delete from dossiers.email where sleutel = '{sleutel}'");
    }
}
