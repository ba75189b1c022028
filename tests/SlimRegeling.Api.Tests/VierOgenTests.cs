using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What takes two people cannot be done by one, in two roles or at the same moment; and it happens once.</summary>
public sealed class VierOgenTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Nobody_signs_what_they_assessed_nor_another_proposal_nor_twice()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.GeslotenScan(zaak, wie);
        await _loop.Gereserveerd(tijdvak, zaak, Mensen.Dubbel);
        (await huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", await _loop.Oordelen(zaak))).IsProbleem(
            403,
            "van-andere-beoordelaar"
        );
        await _loop.Beoordeeld(zaak, Mensen.Dubbel);
        var voorstel = await _loop.Voorstel(zaak);

        (await huis.Post(Mensen.Dubbel, $"/v1/verleningen/{zaak}/ondertekening", voorstel)).IsProbleem(403, "zelf-beoordeeld");
        var ander = $$"""{"hash":"{{new string('0', 64)}}"}""";
        (await huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", ander)).IsProbleem(409, "ander-voorstel");
        // Ten at once: one decision, and every answer says so.
        var antwoorden = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", voorstel))
        );
        Assert.Single(antwoorden, a => a.Status == 200);
        Assert.All(antwoorden.Where(a => a.Status != 200), a => a.IsProbleem(409, "al-besloten"));
        await huis.Stil();
        Assert.Equal(
            1,
            await huis.Tel($"select count(*) from betalingen.mt_events where stream_id = '{zaak}-B1' and type = 'betaling-opgedragen'")
        );

        await Betalen(zaak, wie, kvkNummer);
    }

    /// <summary>Three pairs of eyes on the money: the same person twice, at once, or in two roles is one pair.</summary>
    private async Task Betalen(string zaak, string wie, string kvkNummer)
    {
        var betalen = new Betaalloop(huis);
        string[] opdrachten = [$"{zaak}-B1"];
        await _loop.Ingeschreven(wie, kvkNummer);
        await Zaakloop.Gelukt(
            huis.Post(
                wie,
                $"/v1/ondernemingen/{kvkNummer}/rekening",
                $$"""{"iban":"NL81TEST0100200300","tenaamstelling":"Anna {{zaak}}"}"""
            )
        );
        await huis.Stil();
        var rekening = await huis.Tel(
            $"select count(*) from betalingen.mt_events where stream_id = '{kvkNummer}' and type = 'rekening-vernomen'"
        );
        (await betalen.StelVoor(opdrachten)).IsProbleem(422, "onjuiste-invoer");
        var controle = $$"""{"volgnummer":{{rekening}},"akkoord":true,"toelichting":"gebeld"}""";
        await Zaakloop.Gelukt(huis.Post(Mensen.DubbelFinancieel, $"/v1/rekeningen/{kvkNummer}/controle", controle));

        // Proposed by several people at once, a payment is in one round.
        var voorgesteld = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => betalen.StelVoor(opdrachten, i % 2 == 0 ? Mensen.FinancieelMedewerker : Mensen.TweedeFinancieelMedewerker))
        );
        var ronde = Assert.Single(voorgesteld, b => b.Status == 201);
        Assert.All(voorgesteld.Where(b => b.Status != 201), b => Assert.InRange(b.Status, 409, 422));
        var maker = voorgesteld.ToList().IndexOf(ronde) % 2 == 0 ? Mensen.FinancieelMedewerker : Mensen.TweedeFinancieelMedewerker;
        (await betalen.Accordeer(maker, ronde)).IsProbleem(403, "eigen-ronde");
        (await betalen.Accordeer(Mensen.DubbelFinancieel, ronde)).IsProbleem(403, "eigen-controle");
        var eerste = huis.Medewerker(Rol.FinancieelControleur);
        var zelfde = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => betalen.Accordeer(eerste, ronde)));
        Assert.Single(zelfde, a => a.Status == 200);
        Assert.All(zelfde.Where(a => a.Status != 200), a => a.IsProbleem(403, "zelfde-persoon"));
        (await huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalbestanden/{ronde.Veld("ronde")}")).IsProbleem(
            409,
            "nog-niet-geaccordeerd"
        );
        await Zaakloop.Gelukt(betalen.Accordeer(huis.Medewerker(Rol.FinancieelMedewerker), ronde));
        (await betalen.StelVoor(opdrachten)).IsProbleem(422, "onjuiste-invoer");
        await Vaststellen(zaak);
    }

    /// <summary>The settlement takes two who sign, neither of them who proposed it.</summary>
    private async Task Vaststellen(string zaak)
    {
        await huis.Stil();
        var pad = $"/v1/verantwoordingen/{zaak}";
        const string Oordeel = """
            {"activiteiten":[{"soort":"A","uitgevoerd":true,"argument":"gezien"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}],"zonderSteekproef":"proef"}
            """;
        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel)).IsProbleem(409, "periode-loopt-nog");
        huis.Klok.Vooruit(Duration.FromDays(400));
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel));
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad));
        var hash = $$"""{"hash":"{{beeld.Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
        Assert.Equal(403, (await huis.Post(Mensen.Dubbel, $"{pad}/ondertekening", hash)).Status);
        var zelfde = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => huis.Post(Mensen.Medeondertekenaar, $"{pad}/ondertekening", hash))
        );
        Assert.Contains(zelfde, a => a.Status == 200);
        await huis.Stil();
        Assert.Equal(
            0,
            await huis.Tel($"select count(*) from vaststelling.mt_events where stream_id = '{zaak}' and type = 'subsidie-vastgesteld'")
        );
    }
}
