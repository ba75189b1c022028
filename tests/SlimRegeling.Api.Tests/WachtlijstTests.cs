namespace SlimRegeling.Api.Tests;

/// <summary>Two people decide that nobody waits any longer: who waits is refused, and what falls free stays free.</summary>
public sealed class WachtlijstTests(Apihuis huis)
{
    private const string Reden = """{"reden":"De middelen zijn uitgeput."}""";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task It_takes_two_scheme_managers_and_an_order()
    {
        var open = await _loop.Tijdvak();
        var pad = $"/v1/tijdvakken/{open}/wachtlijstsluiting";
        foreach (var wie in (string?[])[null, "bert", Mensen.Beoordelaar, Mensen.Medeondertekenaar, Mensen.Anna])
        {
            var (status, code) = wie is null ? (401, "niet-aangemeld") : (403, "niet-bevoegd");
            (await huis.Post(wie, pad, Reden)).IsProbleem(status, code);
            (await huis.Post(wie, $"{pad}/ondertekening", Getekend("x"))).IsProbleem(status, code);
            (await huis.Haal(wie, pad)).IsProbleem(status, code);
        }
        (await huis.Post(Mensen.Regelbeheerder, pad, Reden)).IsProbleem(409, "tijdvak-open").NoemtArtikel("artikel 2.12, onder i");
        (await huis.Post(Mensen.Regelbeheerder, pad, """{"reden":" "}""")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("reden");
        (await huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken/onbekend/wachtlijstsluiting", Reden)).IsProbleem(404, "niet-gevonden");

        var (gesloten, _) = await _loop.Gesloten(1, "11040.00");
        (await huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{gesloten}/wachtlijstsluiting", Reden))
            .IsProbleem(409, "nog-niet-gerangschikt")
            .NoemtArtikel("artikel 2.10, eerste lid");
    }

    [Fact]
    public async Task Who_waits_is_refused_by_both_and_what_falls_free_then_goes_to_nobody()
    {
        var (tijdvak, zaken, van) = await _loop.Geloot(4, "22080.00");
        var pad = $"/v1/tijdvakken/{tijdvak}/wachtlijstsluiting";
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/ondertekening", Getekend("x"))).IsProbleem(409, "geen-voorstel");
        (await huis.Haal(Mensen.TweedeRegelbeheerder, pad)).IsProbleem(404, "niet-gevonden");
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, pad, """{"reden":"Een andere reden."}"""));
        var anders = Getekend((await Zaakloop.Gelukt(huis.Haal(Mensen.TweedeRegelbeheerder, pad))).Veld("hash"));
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, pad, Reden));
        var gelezen = await Zaakloop.Gelukt(huis.Haal(Mensen.TweedeRegelbeheerder, pad));
        Assert.Equal(("De middelen zijn uitgeput.", "rianne"), (gelezen.Veld("reden"), gelezen.Veld("door")));
        (await huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/ondertekening", anders)).IsProbleem(409, "ander-voorstel");
        var getekend = Getekend(gelezen.Veld("hash"));
        (await huis.Post(Mensen.Regelbeheerder, $"{pad}/ondertekening", getekend)).IsProbleem(403, "zelf-voorgesteld");
        // While the list is open what falls free goes to the next.
        await Zaakloop.Gelukt(huis.Post(van[zaken[0]], $"/v1/aanvragen/{zaken[0]}/intrekking"));
        await huis.Stil();
        Assert.Equal(("22080.00", "0.00"), await Geld(tijdvak));

        var tegelijk = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/ondertekening", getekend))
        );
        Assert.Single(tegelijk, a => a.Status == 200);
        Assert.All(tegelijk.Where(a => a.Status != 200), a => a.IsProbleem(409, "wachtlijst-gesloten"));
        await huis.Stil();
        var besluit = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaken[3]}"))).Inhoud.GetProperty(
            "besluit"
        );
        Assert.Equal(
            ("plafond-overschreden", "rianne rob"),
            (
                Assert.Single(besluit.GetProperty("gronden").EnumerateArray()).GetProperty("code").GetString(),
                string.Join(' ', besluit.GetProperty("ondertekenaars").EnumerateArray().Select(o => o.GetString()))
            )
        );
        var refuus = await huis.Tel(
            $"select count(*) from tijdvakken.mt_events where type = 'budget-ontoereikend' and data ->> 'tijdvak' = '{tijdvak}'"
        );
        Assert.Equal(1, refuus);

        await Zaakloop.Gelukt(huis.Post(van[zaken[1]], $"/v1/aanvragen/{zaken[1]}/intrekking"));
        await huis.Stil();
        Assert.Equal(("11040.00", "11040.00"), await Geld(tijdvak));
        (await huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/wijzigingen", """{"plafond":"99999.00","bron":"Stcrt."}"""))
            .IsProbleem(409, "wachtlijst-gesloten")
            .NoemtArtikel("artikel 2.7");
        (await huis.Post(Mensen.Regelbeheerder, pad, Reden)).IsProbleem(409, "wachtlijst-gesloten");
        var laatste = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/geschiedenis"))).Inhoud.EnumerateArray().Last();
        Assert.Equal("wachtlijst-gesloten", laatste.GetProperty("besluit").GetString());
    }

    private static string Getekend(string hash) => $$"""{"hash":"{{hash}}"}""";

    private async Task<(string Gereserveerd, string Vrij)> Geld(string tijdvak)
    {
        var stand = await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"/v1/beheer/tijdvakken/{tijdvak}/stand"));
        return (stand.Veld("gereserveerd"), stand.Veld("vrij"));
    }
}
