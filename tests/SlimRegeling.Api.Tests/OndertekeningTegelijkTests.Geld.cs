using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_round_of_payments_which_takes_two_who_neither_made_it_nor_had_a_hand_in_the_decision()
    {
        var ondertekenaar = huis.Medewerker(Rol.Medeondertekenaar, Rol.FinancieelMedewerker);
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(ondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", await _loop.Voorstel(zaak)));
        await huis.Stil();
        var metBelang = await MetBelang(zaak, Rol.FinancieelMedewerker);
        var betalen = new Betaalloop(huis);
        var opdracht = $"{zaak}-B1";
        var voorgesteld = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => betalen.StelVoor([opdracht])));
        var ronde = Assert.Single(voorgesteld, r => r.Status == 201);
        await Eenmaal("betalingen", opdracht, "betaling-in-ronde");
        var (pad, goed) = (Betaalloop.Pad(ronde), Betaalloop.Akkoord(ronde));
        var controleur = huis.Medewerker(Rol.FinancieelControleur);

        // Who approved it and asks again when it is approved is told that it is so.
        var gelukt = await Tegelijk(
            2,
            new(ondertekenaar, pad, goed, "eigen-besluit", "al-geaccordeerd"),
            new(metBelang, pad, goed, "eigen-belang"),
            new(Mensen.FinancieelMedewerker, pad, goed, "eigen-ronde", "al-geaccordeerd"),
            new(controleur, pad, AndereHash, "andere-ronde", "zelfde-persoon", "al-geaccordeerd"),
            new(controleur, pad, goed, "verouderd") { IfMatch = "\"99\"" },
            new(controleur, pad, goed, Gelukt, "zelfde-persoon", "al-geaccordeerd"),
            new(Mensen.TweedeFinancieelMedewerker, pad, goed, Gelukt, "zelfde-persoon", "al-geaccordeerd"),
            new(huis.Medewerker(Rol.FinancieelMedewerker), pad, goed, Gelukt, "zelfde-persoon", "al-geaccordeerd")
        );

        Assert.Equal(2, gelukt.Distinct().Count());
        Assert.Equal(2, gelukt.Count);
        var bestand = ronde.Veld("ronde");
        Assert.Equal(2, await Gebeurd("betalingen", bestand, "betaalronde-geaccordeerd"));
        await Eenmaal("betalingen", bestand, "betaalbestand-gemaakt");
        await Eenmaal("betalingen", opdracht, "betaling-in-bestand");
        var door = await huis.Lees($"select data ->> 'akkoorden' from betalingen.mt_doc_betaalopdracht where id = '{opdracht}'");
        Assert.All(gelukt, wie => Assert.Contains(wie, door, StringComparison.Ordinal));
        Assert.Equal(
            ronde.Veld("hash"),
            (await Zaakloop.Gelukt(huis.Haal(controleur, "/v1/betaalbestanden?aantal=100")))
                .Inhoud.GetProperty("bestanden")
                .EnumerateArray()
                .Single(b => b.GetProperty("bestand").GetString() == bestand)
                .GetProperty("hash")
                .GetString()
        );
    }

    [Fact]
    public async Task A_payment_file_that_never_came_to_the_bank_which_takes_another_than_who_proposed_to_take_it_back()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", await _loop.Voorstel(zaak)));
        await huis.Stil();
        var metBelang = await MetBelang(zaak, Rol.FinancieelMedewerker);
        var bestand = await new Betaalloop(huis).Bestand($"{zaak}-B1");
        huis.Klok.Vooruit(Duration.FromDays(2));
        var voorstel = huis.Medewerker(Rol.FinancieelMedewerker);
        var pad = $"/v1/betaalbestanden/{bestand}/terugname";
        await Zaakloop.Gelukt(huis.Post(voorstel, pad, """{"toelichting":"De bank heeft het bestand niet."}"""));
        var beeld = await Zaakloop.Gelukt(huis.Haal(huis.Medewerker(Rol.FinancieelControleur), $"/v1/betaalrondes/{bestand}"));
        var goed = $$"""{"hash":"{{beeld.Inhoud.GetProperty("terugname").GetProperty("hash").GetString()}}"}""";
        pad += "/bevestiging";
        var controleur = huis.Medewerker(Rol.FinancieelControleur);

        var gelukt = await Tegelijk(
            2,
            new(voorstel, pad, goed, "zelf-voorgesteld", "al-teruggenomen"),
            new(metBelang, pad, goed, "eigen-belang"),
            new(controleur, pad, AndereHash, "ander-voorstel", "al-teruggenomen"),
            new(controleur, pad, goed, Gelukt, "al-teruggenomen"),
            new(huis.Medewerker(Rol.FinancieelMedewerker), pad, goed, Gelukt, "al-teruggenomen")
        );

        Assert.Single(gelukt);
        await Eenmaal("betalingen", bestand, "betaalbestand-teruggenomen");
        await Eenmaal("betalingen", $"{zaak}-B1", "betaling-afgewezen");
    }

    [Fact]
    public async Task A_movement_on_our_account_which_takes_another_than_who_proposed_what_to_do_with_it()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", await _loop.Voorstel(zaak)));
        await huis.Stil();
        var metBelang = await MetBelang(zaak, Rol.FinancieelMedewerker);
        var betalen = new Betaalloop(huis);
        await betalen.Bestand($"{zaak}-B1");
        var regel = await betalen.Bankregel($"{zaak}-B1");
        var voorstel = huis.Medewerker(Rol.FinancieelMedewerker);
        await Zaakloop.Gelukt(
            huis.Post(voorstel, $"/v1/bankregels/{regel}/voorstel", """{"afhandeling":"tussenrekening","toelichting":"Nog niet bekend."}""")
        );
        var pad = $"/v1/bankregels/{regel}/bevestiging";
        var regels = await Zaakloop.Gelukt(huis.Haal(huis.Medewerker(Rol.FinancieelControleur), "/v1/bankregels"));
        var ligt = regels.Inhoud.EnumerateArray().Single(r => r.GetProperty("bankregel").GetString() == regel);
        var goed = $$"""{"hash":"{{ligt.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";

        var gelukt = await Tegelijk(
            2,
            new(voorstel, pad, goed, "zelf-voorgesteld", "al-op-tussenrekening"),
            new(metBelang, pad, goed, "eigen-belang"),
            new(huis.Medewerker(Rol.FinancieelControleur), pad, goed, Gelukt, "al-op-tussenrekening"),
            new(huis.Medewerker(Rol.FinancieelMedewerker), pad, goed, Gelukt, "al-op-tussenrekening")
        );

        Assert.Single(gelukt);
        await Eenmaal("betalingen", regel, "bankregel-geboekt");
        Assert.Equal(1, await huis.Tel($"select count(distinct boeking) from betalingen.grootboek where stroom = '{regel}'"));
    }
}
