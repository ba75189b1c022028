using System.Text.Json.Nodes;
using SlimRegeling.Platform.Identiteit;
using static SlimRegeling.Api.Tests.Verbandloop;

namespace SlimRegeling.Api.Tests;

/// <summary>The parties of a partnership see nothing of each other, and a neighbour sees nothing at all.</summary>
public sealed class PartijenAfgeschermdTests(Apihuis huis)
{
    private readonly Verbandloop _loop = new(huis);

    [Fact]
    public async Task A_party_sees_no_figure_and_no_declaration_of_another_and_the_hoofdaanvrager_sees_all()
    {
        var verband = await _loop.Getekend();
        await _loop.Nodig(verband, verband.SchoolKvk);
        await _loop.Schrijf(
            verband,
            f => f["activiteiten"] = JsonNode.Parse("""[{"soort":"C","eigenUren":[{"uren":10,"brutojaarloon":"98765.00"}]}]""")
        );
        var school = await Zaakloop.Gelukt(huis.Haal(verband.School, verband.Uitnodiging));
        foreach (var geheim in (string[])["6000000.00", "3000000.00", "50000.00", "98765.00", "\"geen\"", "iban", "brutojaarloon"])
        {
            Assert.DoesNotContain(geheim, school.Tekst, StringComparison.Ordinal);
        }
        Assert.Contains("De Plank", school.Tekst, StringComparison.Ordinal);
        Assert.Contains("doelen", school.Tekst, StringComparison.Ordinal);
        Assert.Contains(
            "6000000.00",
            (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Tekst,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_party_comes_to_nothing_else_of_the_draft_and_a_neighbour_to_nothing()
    {
        var verband = await _loop.Begonnen();
        var ander = await _loop.Getekend();
        await _loop.Nodig(verband, verband.FirmaKvk);
        var (vreemde, vreemdeKvk) = huis.Ondernemer();

        foreach (var pad in (string[])["", "/concept", "/concept/controle", "/uitnodigingen"])
        {
            (await huis.Haal(verband.Firma, $"/v1/aanvragen/{verband.Zaak}{pad}")).IsProbleem(404, "niet-gevonden");
        }
        (await huis.Put(verband.Firma, $"/v1/aanvragen/{verband.Zaak}/concept", "{}")).IsProbleem(404, "niet-gevonden");
        (await huis.Post(verband.Firma, $"/v1/aanvragen/{verband.Zaak}/indiening")).IsProbleem(404, "niet-gevonden");
        (await huis.Post(verband.Firma, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.SchoolKvk))).IsProbleem(
            404,
            "niet-gevonden"
        );

        // Not invited yet, of another draft, of no draft, and the hoofdaanvrager of another and of this one.
        foreach (var wie in (string[])[verband.School, ander.Firma, vreemde, ander.Hoofd, verband.Hoofd])
        {
            (await huis.Haal(wie, verband.Uitnodiging)).IsProbleem(404, "niet-gevonden");
            (await huis.Put(wie, verband.Uitnodiging, Deel)).IsProbleem(404, "niet-gevonden");
            (await _loop.Bevestig(wie, verband, "x")).IsProbleem(404, "niet-gevonden");
            (await huis.Post(wie, $"{verband.Uitnodiging}/weigering")).IsProbleem(404, "niet-gevonden");
        }
        (await huis.Post(ander.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.SchoolKvk))).IsProbleem(
            404,
            "niet-gevonden"
        );
        (await huis.Post(ander.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen/intrekking", Nummer(verband.FirmaKvk))).IsProbleem(
            404,
            "niet-gevonden"
        );
        (await huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(vreemdeKvk))).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        (await huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.HoofdKvk))).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        // An adviser of the party does not sign for it.
        Assert.Equal(403, (await huis.Haal(huis.Gemachtigde(verband.FirmaKvk), verband.Uitnodiging)).Status);
        Assert.Equal(200, (await huis.Haal(huis.Namens(Rol.Partij, verband.FirmaKvk), verband.Uitnodiging)).Status);
    }

    [Fact]
    public async Task Who_is_withdrawn_or_taken_out_sees_nothing_more_and_who_refuses_can_be_asked_again()
    {
        var verband = await _loop.Getekend();
        await Zaakloop.Gelukt(huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen/intrekking", Nummer(verband.FirmaKvk)));
        (await huis.Haal(verband.Firma, verband.Uitnodiging)).IsProbleem(404, "niet-gevonden");
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(404, "niet-gevonden");
        Assert.Empty(await _loop.Mijn(verband.Firma));
        Assert.Equal("ingetrokken", await _loop.Stand(verband, verband.FirmaKvk));

        await _loop.Nodig(verband, verband.FirmaKvk);
        Assert.Equal("uitgenodigd", await _loop.Stand(verband, verband.FirmaKvk));
        await Zaakloop.Gelukt(huis.Post(verband.Firma, $"{verband.Uitnodiging}/weigering"));
        Assert.Equal("geweigerd", await _loop.Stand(verband, verband.FirmaKvk));
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(409, "uitnodiging-geweigerd");
        await _loop.Nodig(verband, verband.FirmaKvk);
        await Zaakloop.Gelukt(_loop.Teken(verband.Firma, verband));

        await _loop.Schrijf(verband, f => f["partijen"]!.AsArray().RemoveAt(1));
        (await huis.Haal(verband.Firma, verband.Uitnodiging)).IsProbleem(404, "niet-gevonden");
        Assert.Empty(await _loop.Mijn(verband.Firma));
    }
}
