using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What we claim back, and what we owe for paying late: proposed by one of finance and signed by two others.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_claim_to_pay_back_which_takes_two_beside_who_proposed_it()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        await new Betaalloop(huis).Betaal($"{zaak}-B1");
        var metBelang = await MetBelang(zaak, Rol.FinancieelControleur);
        await Terugvordering.Vastgesteld(huis, zaak);
        var vordering = $"{zaak}-TV1";
        var pad = $"/v1/vorderingen/{vordering}";
        await Zaakloop.Gelukt(
            huis.Post(Mensen.FinancieelMedewerker, $"{pad}/terugvordering", """{"argument":"Er is niets uitgevoerd."}""")
        );

        var getekend = await TekenMetTwee(pad, $"{pad}/ondertekening", metBelang);

        Assert.Equal(2, await Gebeurd("betalingen", vordering, "vorderingsvoorstel-ondertekend"));
        await Eenmaal("betalingen", vordering, "terugvordering-besloten");
        Assert.Equal(
            new HashSet<string?> { Mensen.FinancieelMedewerker, getekend[0], getekend[1] },
            (await Ondertekenaars("betalingen", vordering, "terugvordering-besloten")).ToHashSet()
        );
        await EenBrief($"{vordering}-terugvordering");
        await Eenmaal("betalingen", vordering, "betaaltermijn-gestart");
        Assert.Equal(1, await Stappen(zaak, "terugvordering-besloten"));
        Assert.Equal("loopt", (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, pad))).Veld("stand"));
    }

    [Fact]
    public async Task Interest_that_we_owe_for_paying_late_which_takes_two_beside_who_proposed_it()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        var metBelang = await MetBelang(zaak, Rol.FinancieelControleur);
        // So long after the six weeks that more is owed than the least that counts.
        huis.Klok.Vooruit(Duration.FromDays(150));
        await new Betaalloop(huis).Betaal($"{zaak}-B1");
        var order = $"/v1/betaalopdrachten/{zaak}-B1";
        await Zaakloop.Gelukt(
            huis.Post(Mensen.FinancieelMedewerker, $"{order}/rentevergoeding", """{"argument":"De betaling bleef liggen."}""")
        );

        var getekend = await TekenMetTwee($"{order}/betaaltermijn", $"{order}/rentevergoeding/ondertekening", metBelang);

        var besluit = $"{zaak}-B1-R";
        Assert.Equal(2, await Gebeurd("betalingen", besluit, "rentevergoeding-ondertekend"));
        await Eenmaal("betalingen", besluit, "rentevergoeding-besloten");
        Assert.Equal(
            new HashSet<string?> { Mensen.FinancieelMedewerker, getekend[0], getekend[1] },
            (await Ondertekenaars("betalingen", besluit, "rentevergoeding-besloten")).ToHashSet()
        );
        await EenBrief($"{besluit}-rentevergoeding");
        Assert.Equal(1, await Stappen(zaak, "rentevergoeding-besloten"));
        await Geboekt(besluit, 1);
        Assert.Equal(1, await Betalingen(besluit));
    }

    /// <summary>Has a proposal of the first of finance signed by all who may and who may not.</summary>
    /// <param name="beeld">Where the proposal is read.</param>
    /// <returns>Whose signatures were taken: two.</returns>
    private async Task<IReadOnlyList<string>> TekenMetTwee(string beeld, string pad, string metBelang)
    {
        var ligt = (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, beeld))).Inhoud.GetProperty("voorstel");
        var goed = $$"""{"hash":"{{ligt.GetProperty("hash").GetString()}}"}""";
        const string Besloten = "geen-voorstel";
        const string Zelfde = "zelfde-persoon";
        Poging[] pogingen =
        [
            new(Mensen.FinancieelMedewerker, pad, goed, "zelf-voorgesteld", Besloten),
            new(metBelang, pad, goed, "eigen-belang"),
            new(Mensen.Controleur, pad, AndereHash, "ander-voorstel", Zelfde, Besloten),
            new(Mensen.Controleur, pad, goed, "verouderd") { IfMatch = "\"99\"" },
            new(Mensen.Controleur, pad, goed, Gelukt, Zelfde, Besloten),
            new(Mensen.TweedeFinancieelMedewerker, pad, goed, Gelukt, Zelfde, Besloten),
            new(huis.Medewerker(Rol.FinancieelControleur), pad, goed, Gelukt, Zelfde, Besloten),
        ];
        var getekend = await Tegelijk(2, pogingen);
        Assert.Equal(2, getekend.Count);
        Assert.Equal(2, getekend.Distinct().Count());
        Assert.Empty(await Tegelijk(1, pogingen));
        return getekend;
    }
}
