using System.Net;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>Who proposes a withdrawal sees the letter first that this sends at once, and goes on with what they typed.</summary>
public sealed class VoornemenbladTests(Portaalhuis huis)
{
    private const string Waarom = "De methode is er niet.";
    private const string Afweging = "Een deel is genoeg.";
    private const string Kop = "Het voornemen, zoals het uitgaat";

    private static readonly (string, string)[] Getypt =
    [
        ("bedrag", "1.000,00"),
        ("grond", "activiteiten-niet-verricht"),
        ("argument", Waarom),
        ("hardheid", Afweging),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_letter_is_shown_with_what_was_typed_still_there_and_leaves_only_when_it_is_proposed()
    {
        const string Wie = "voorgenomene";
        var zaak = await Projectzaak.Verleend(huis, "2026-voornemen-mkb", Wie, "Vera Voorgenomen", "94000006");
        var pad = $"/beheer/zaken/{zaak}/intrekken";
        using var bas = await Als(huis.Adres, "beoordelaar");
        using var open = await bas.Haal(pad);
        var leeg = await open.Content.ReadAsStringAsync(Ct);
        Assert.Contains($"formaction=\"{pad}?handler=Voornemen\"", leeg, StringComparison.Ordinal);
        Assert.DoesNotContain(Kop, leeg, StringComparison.Ordinal);

        // What cannot be proposed is told at its field, and shows no letter.
        var (status, html) = await Stuur(bas, leeg, $"{pad}?handler=Voornemen", Getypt.Where(v => v.Item1 != "argument"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("id=\"intrekken-argument-fout\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Kop, html, StringComparison.Ordinal);
        (string, string)[] ongehoord = [.. Getypt, ("nietHoren", "doel"), ("waaromNietHoren", "Het geld verdwijnt.")];
        (status, html) = await Stuur(bas, html, $"{pad}?handler=Voornemen", ongehoord);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("id=\"intrekken-nietHoren-fout\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Kop, html, StringComparison.Ordinal);

        (status, html) = await Stuur(bas, html, $"{pad}?handler=Voornemen", Getypt);
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var deel in (string[])[Kop, "Voorbeeld van de brief", "value=\"1.000,00\"", $">{Afweging}</textarea>"])
        {
            Assert.Contains(deel, html, StringComparison.Ordinal);
        }
        // In the letter, and in the form.
        Assert.Equal(3, html.Split(Waarom).Length);
        Assert.Equal(0L, await Voorgesteld(zaak));

        (status, _) = await Stuur(bas, html, $"{pad}?handler=Stap", Getypt);
        Assert.Equal(HttpStatusCode.Redirect, status);
        await huis.Stil();
        Assert.Equal(1L, await Voorgesteld(zaak));
        var brieven = await huis.Gelukt(Wie, HttpMethod.Get, $"/v1/brieven?zaaknummer={zaak}");
        Assert.Single(brieven.EnumerateArray(), b => b.GetProperty("soort").GetString() == "intrekking-voornemen");
        // Pressed on the page as it was before that: it can be proposed no more, so there is nothing to show.
        (status, _) = await Stuur(bas, html, $"{pad}?handler=Voornemen", Getypt);
        Assert.Equal(HttpStatusCode.Redirect, status);
    }

    /// <summary>What is typed in the form to propose of this page, sent to one of its buttons.</summary>
    private static async Task<(HttpStatusCode Status, string Html)> Stuur(
        Bezoeker wie,
        string html,
        string naar,
        IEnumerable<(string Naam, string Waarde)> getypt
    )
    {
        var (_, velden) = Bezoeker.Vorm(html, "intrekken-hardheid", naar);
        using var antwoord = await wie.Stuur(
            HttpMethod.Post,
            naar,
            [.. velden, .. getypt.Select(v => KeyValuePair.Create(v.Naam, v.Waarde))]
        );
        return (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }

    private Task<object?> Voorgesteld(string zaak) =>
        huis.Voer($"select count(*) from verlening.mt_events where stream_id = '{zaak}' and type = 'intrekking-voorgesteld'");
}
