using System.Net;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages of one objection: where one is heard, for who objects; and that the decision is late, for who decides.</summary>
public sealed class BezwaarbladTests(Portaalhuis portaal)
{
    private static readonly Persoon Medewerker = new("mo", new HashSet<Rol> { Rol.Medeondertekenaar });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_objects_reads_where_they_are_heard_in_both_languages()
    {
        const string Plaats = "Wilhelmina van Pruisenweg 104, Den Haag";
        var (zaak, bezwaar) = await Bezwaar("2026-hoorplaats-mkb");
        var pad = $"/aanvragen/{zaak}/bezwaren/{bezwaar}";
        using var olivia = await KnoppenTests.Als(portaal.Adres, "ondernemer");
        Assert.DoesNotContain("Waar wij u spreken", await Lees(olivia, pad), StringComparison.Ordinal);

        await portaal.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/bezwaren/{bezwaar}/hoorzitting",
            new
            {
                wanneer = $"{Moment.Dag(portaal.Nu).PlusDays(30):uuuu-MM-dd}T10:00:00",
                wijze = "op-kantoor",
                plaats = Plaats,
            }
        );

        var html = await Lees(olivia, pad);
        Assert.Contains("Waar wij u spreken", html, StringComparison.Ordinal);
        Assert.Contains(Plaats, html, StringComparison.Ordinal);
        using var engels = await olivia.Haal("/taal/en");
        html = await Lees(olivia, pad);
        Assert.Contains("Where we speak to you", html, StringComparison.Ordinal);
        Assert.Contains($"<dd lang=\"nl\">{Plaats}</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_before_the_term_is_over_is_refused_where_it_was_typed_in()
    {
        var (_, bezwaar) = await Bezwaar("2026-hoortevroeg-mkb");
        var pad = $"/beheer/bezwaren/{bezwaar}";
        using var bas = await KnoppenTests.Als(portaal.Adres, "beoordelaar");
        var (naar, velden) = Bezoeker.Vorm(await Lees(bas, pad), "value=\"ingebrekestelling\"", pad);
        var dag = $"{Moment.Dag(portaal.Nu):d-M-uuuu}";

        using var antwoord = await bas.Stuur(HttpMethod.Post, naar, [.. velden, KeyValuePair.Create("ontvangenOp", dag)]);

        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        var html = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Een ingebrekestelling telt pas als die", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{dag}\"", html, StringComparison.Ordinal);
    }

    /// <summary>Typed in while it runs, or after a decision that came too late; and void once it is there, whatever was decided since.</summary>
    [Theory]
    [InlineData(Bezwaarfase.InBehandeling, null, false, "ingebrekestelling")]
    [InlineData(Bezwaarfase.InBehandeling, null, true, "ingebrekeverval")]
    [InlineData(Bezwaarfase.Beslist, true, false, "ingebrekestelling")]
    [InlineData(Bezwaarfase.Beslist, true, true, "ingebrekeverval")]
    [InlineData(Bezwaarfase.Beslist, false, false, null)]
    [InlineData(Bezwaarfase.Ingetrokken, null, false, null)]
    public void A_reminder_is_typed_in_or_declared_void(Bezwaarfase fase, bool? beslotenTeLaat, bool inGebreke, string? stap)
    {
        var bezwaar = new BezwaarTonenBeeld
        {
            Bezwaar = "SLIM-000000000A-BZ1",
            Zaaknummer = "SLIM-000000000A",
            Fase = fase,
            Beslissingen = beslotenTeLaat is { } teLaat ? [new() { Besluit = "SLIM-000000000A-BZ1-1", TeLaat = teLaat }] : [],
            Ingebreke = inGebreke ? new() : null!,
        };

        var stappen = Bezwaarstappen.Van(bezwaar, Medewerker, kanHerbeoordelen: false).Select(s => s.Naam);

        Assert.Equal(stap, stappen.SingleOrDefault(s => s.StartsWith("ingebreke", StringComparison.Ordinal)));
    }

    private async Task<(string Zaak, string Bezwaar)> Bezwaar(string tijdvak)
    {
        await portaal.Tijdvak(tijdvak);
        var zaak = await portaal.Concept(tijdvak, Portaalhuis.Ondertekend);
        await portaal.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await portaal.Stil();
        await portaal.Zeg("aanvragen", "aanvraag-beoordeeld", zaak, Bezwaarzaak.Afwijzen(zaak, tijdvak, portaal.Nu));
        await Bezwaarzaak.Onderteken(portaal.Adres, zaak);
        var bezwaar = await Bezwaarzaak.Ingediend(portaal.Adres, zaak);
        await portaal.Stil();
        return (zaak, bezwaar);
    }

    private static async Task<string> Lees(Bezoeker wie, string pad)
    {
        using var blad = await wie.Haal(pad);
        Assert.Equal(HttpStatusCode.OK, blad.StatusCode);
        return await blad.Content.ReadAsStringAsync(Ct);
    }
}
