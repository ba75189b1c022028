using static SlimRegeling.Api.Tests.Verbandloop;

namespace SlimRegeling.Api.Tests;

/// <summary>The parties of a partnership fill in and sign their own part.</summary>
public sealed class PartijenBevestigenTests(Apihuis huis)
{
    private readonly Verbandloop _loop = new(huis);

    [Fact]
    public async Task A_party_fills_in_its_own_part_signs_it_and_the_whole_is_submitted()
    {
        var verband = await _loop.Begonnen();
        await _loop.Nodig(verband, verband.FirmaKvk);
        var lijst = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, "/v1/uitnodigingen"))).Inhoud.GetProperty("uitnodigingen");
        Assert.Equal(verband.Zaak, Assert.Single(lijst.EnumerateArray()).GetProperty("zaaknummer").GetString());

        var leeg = await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging));
        Assert.Equal(
            [
                "deel.aandeelKosten",
                "deel.werkzamePersonen",
                "deel.jaaromzet",
                "deel.balanstotaal",
                "deel.verklaringen.mkb",
                "deel.verklaringen.deMinimis.soort",
            ],
            leeg.Inhoud.GetProperty("fouten").EnumerateArray().Select(f => f.GetProperty("veld").GetString())
        );
        Assert.Equal("200000.00", leeg.Inhoud.GetProperty("gezamenlijk").GetProperty("kosten").GetString());
        (await _loop.Teken(verband.Firma, verband)).IsProbleem(422, "onjuiste-invoer");

        var opgeslagen = await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel, ifMatch: leeg.Etag));
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel, ifMatch: leeg.Etag)).IsProbleem(412, "verouderd");
        Assert.NotEqual(leeg.Etag, opgeslagen.Etag);
        await Zaakloop.Gelukt(_loop.Teken(verband.Firma, verband));
        Assert.Equal("bevestigd", await _loop.Stand(verband, verband.FirmaKvk));
        var concept = await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"));
        var partijen = concept.Inhoud.GetProperty("partijen");
        Assert.Equal("De Plank", partijen[1].GetProperty("naam").GetString());
        Assert.Equal(
            ("partij", verband.FirmaKvk),
            (partijen[1].GetProperty("rol").GetString(), partijen[1].GetProperty("kvkNummer").GetString())
        );

        // The school was not asked: it is said at its place, and stops nothing.
        await _loop.Schrijf(verband, f => f["partijen"]![2]!["aandeelKosten"] = "50000.00");
        var controle = (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept/controle"))).Inhoud;
        Assert.True(controle.GetProperty("indienbaar").GetBoolean());
        Assert.Equal(
            "/partijen/2",
            Assert.Single(controle.GetProperty("nietBevestigd").EnumerateArray()).GetProperty("plaats").GetString()
        );
        var bewijs = (await Zaakloop.Gelukt(huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/indiening"))).Inhoud;
        Assert.Equal([verband.SchoolKvk], bewijs.GetProperty("nietBevestigd").EnumerateArray().Select(k => k.GetString()));

        await huis.Stil();
        var na = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Inhoud;
        Assert.Equal("bevestigd", na.GetProperty("stand").GetString());
        Assert.True(na.TryGetProperty("ingediendOp", out _));
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(409, "al-ingediend");
    }

    [Fact]
    public async Task A_signature_falls_away_when_the_part_changes_and_not_when_another_part_or_the_plan_does()
    {
        var verband = await _loop.Getekend();
        await _loop.Schrijf(verband, f => f["partijen"]![2]!["naam"] = "Houtcollege");
        Assert.Equal("bevestigd", await _loop.Stand(verband, verband.FirmaKvk));
        // Written another way it is the same.
        await _loop.Schrijf(verband, f => f["partijen"]![1]!["werkzamePersonen"] = 40.0m);
        Assert.Equal("bevestigd", await _loop.Stand(verband, verband.FirmaKvk));

        await _loop.Schrijf(verband, f => f["plan"]!["doelen"] = "andere doelen");
        var plan = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Inhoud;
        Assert.Equal("bevestigd", plan.GetProperty("stand").GetString());
        Assert.True(plan.GetProperty("planGewijzigd").GetBoolean());

        await _loop.Schrijf(verband, f => f["partijen"]![1]!["aandeelKosten"] = "60000.00");
        var vervallen = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Inhoud;
        Assert.Equal("uitgenodigd", vervallen.GetProperty("stand").GetString());
        Assert.True(vervallen.GetProperty("handtekeningVervallen").GetBoolean());
        await Zaakloop.Gelukt(_loop.Teken(verband.Firma, verband));
        Assert.Equal("bevestigd", await _loop.Stand(verband, verband.FirmaKvk));
    }

    [Fact]
    public async Task A_party_that_saves_the_same_again_stands_in_nobodys_way()
    {
        var verband = await _loop.Getekend();
        var gezien = (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Etag;

        await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel));

        Assert.Equal(gezien, (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Etag);
        Assert.Equal("bevestigd", await _loop.Stand(verband, verband.FirmaKvk));
    }

    [Fact]
    public async Task What_is_signed_is_what_was_read()
    {
        var verband = await _loop.Begonnen();
        await _loop.Nodig(verband, verband.FirmaKvk);
        await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel));
        var afdruk = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Veld("afdruk");
        await _loop.Schrijf(verband, f => f["partijen"]![1]!["aandeelKosten"] = "1.00");
        (await _loop.Bevestig(verband.Firma, verband, afdruk)).IsProbleem(409, "intussen-gewijzigd");
        (await huis.Post(verband.Firma, $"{verband.Uitnodiging}/bevestiging", $$"""{"akkoord":false,"afdruk":"{{afdruk}}"}""")).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        Assert.Equal("uitgenodigd", await _loop.Stand(verband, verband.FirmaKvk));
    }

    [Fact]
    public async Task After_the_closing_nobody_answers_any_more()
    {
        var verband = await _loop.Begonnen();
        await _loop.Nodig(verband, verband.FirmaKvk);
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        Assert.Equal("verlopen", Assert.Single(await _loop.Mijn(verband.Firma)).GetProperty("stand").GetString());
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(409, "tijdvak-gesloten");
        (await _loop.Bevestig(verband.Firma, verband, "x")).IsProbleem(409, "tijdvak-gesloten");
        (await huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.SchoolKvk))).IsProbleem(
            409,
            "tijdvak-gesloten"
        );
    }

    [Fact]
    public async Task The_whole_form_by_software_of_an_adviser_needs_no_confirmation()
    {
        var (hoofd, firma, school) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var tijdvak = await _loop.Tijdvak();
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(
            huis.Put(
                hoofd.Wie,
                $"/v1/aanvragen/{zaak}/concept",
                Partnerschap.Formulier(
                    Partnerschap.Mkb(hoofd.KvkNummer),
                    Partnerschap.Mkb(firma.KvkNummer),
                    (school.KvkNummer, Partnerschap.School)
                )
            )
        );
        var controle = (await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept/controle"))).Inhoud;
        Assert.False(controle.TryGetProperty("nietBevestigd", out _));
        var bewijs = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/indiening"))).Inhoud;
        Assert.False(bewijs.TryGetProperty("nietBevestigd", out _));
        (await huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/uitnodigingen", Nummer(firma.KvkNummer))).IsProbleem(409, "al-ingediend");
    }
}
