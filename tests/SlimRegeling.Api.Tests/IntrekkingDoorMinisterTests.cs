using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>The minister withdraws part of an award: the recipient is told, answers in the portal, and every context has what is left.</summary>
public sealed class IntrekkingDoorMinisterTests(Apihuis huis)
{
    private const string Deels = """
        {"bedrag":"1000.00","grond":"activiteiten-niet-verricht","argument":"De methode van Pjotr is er niet.","hardheid":"Niet te hard."}
        """;

    private readonly Zaakloop _loop = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);
    private readonly string _mo = huis.Medewerker(Rol.Medeondertekenaar);

    [Fact]
    public async Task The_recipient_is_heard_and_what_is_left_is_the_same_everywhere()
    {
        var (zaak, wie, tijdvak) = await Verleend();
        var pad = $"/v1/verleningen/{zaak}/intrekkingen";
        (await huis.Post(wie, pad, Deels)).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(_mo, pad, Deels)).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(wie, $"{pad}/zienswijze", """{"tekst":"Wat?"}""")).IsProbleem(409, "geen-voornemen");
        await Zaakloop.Gelukt(huis.Post(_bo, pad, Deels));
        await huis.Stil();
        Assert.Contains("intrekking-voornemen", await Brieven(wie, zaak));
        (await huis.Post(_bo, $"{pad}/voorlegging", "{}")).IsProbleem(409, "wacht-op-zienswijze");

        // What the recipient reads says nothing of who works on it.
        var eigen = await Zaakloop.Gelukt(huis.Haal(wie, pad));
        Assert.Equal("De methode van Pjotr is er niet.", eigen.Inhoud.GetProperty("voorstel").GetProperty("argument").GetString());
        Assert.DoesNotContain(_bo, eigen.Tekst, StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(wie, $"{pad}/zienswijze", """{"tekst":"Wij zijn later begonnen."}"""));
        (await huis.Post(_bo, $"{pad}/voorlegging", "{}")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("reactie");
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/voorlegging", """{"reactie":"Dat kan niet meer."}"""));

        // It is in the list of what is to be signed, and its letter can be read before.
        var lijst = (await Zaakloop.Gelukt(huis.Haal(_mo, "/v1/ondertekeningen"))).Inhoud.GetProperty("intrekkingen");
        Assert.Contains(lijst.EnumerateArray(), r => r.GetProperty("zaaknummer").GetString() == zaak);
        var vooraf = await Zaakloop.Gelukt(huis.Haal(_mo, $"/v1/brieven/voorbeeld?zaaknummer={zaak}"));
        Assert.Equal("intrekking", vooraf.Veld("soort"));
        Assert.Contains("Dat kan niet meer.", vooraf.Tekst, StringComparison.Ordinal);

        var hash = (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel").GetProperty("hash").GetString();
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        await huis.Stil();

        Assert.Contains("intrekking", await Brieven(wie, zaak));
        var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.Equal("verleend", beeld.GetProperty("status").GetString());
        Assert.Equal("1000.00", beeld.GetProperty("bedragen").GetProperty("verleend").GetString());
        Assert.Equal("1000.00", await huis.Lees($"select data ->> 'bedrag' from tijdvakken.mt_doc_reservering where id = '{zaak}'"));
        Assert.Equal("1000.00", await huis.Lees($"select gereserveerd::text from tijdvakken.plafondstand where tijdvak = '{tijdvak}'"));
        Assert.Equal(
            "1000.00",
            await huis.Lees($"select least(bedrag, ingetrokken_bedrag)::text from aanvragen.subsidie where zaaknummer = '{zaak}'")
        );
        Assert.Equal(
            "1000.00",
            await huis.Lees($"select data -> 'opdracht' ->> 'bedrag' from betalingen.mt_doc_betaalopdracht where id = '{zaak}-B1'")
        );
        Assert.Equal(
            "1000.00",
            await huis.Lees($"select data -> 'opening' ->> 'verleend' from vaststelling.mt_doc_verantwoording where id = '{zaak}'")
        );

        // One can object to it.
        var besluiten = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud.GetProperty("besluiten");
        Assert.Contains(besluiten.EnumerateArray(), b => b.GetProperty("besluit").GetString() == $"{zaak}-I1");
        await Zaakloop.Gelukt(
            huis.Post(wie, $"/v1/verleningen/{zaak}/bezwaren", $$"""{"besluit":"{{zaak}}-I1","naam":"Eva","gronden":"Het is er wel."}""")
        );
    }

    [Fact]
    public async Task What_is_revoked_on_objection_is_as_it_was_everywhere()
    {
        var (zaak, wie, tijdvak) = await Verleend();
        var pad = $"/v1/verleningen/{zaak}/intrekkingen";
        var (verleend, opgedragen) = (await Bedrag(wie, zaak), await Opgedragen(zaak));
        var nietHoren = Deels.Replace("}", ""","nietHoren":"al-gehoord","waaromNietHoren":"Dat deed u al."}""", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(_bo, pad, nietHoren));
        await Teken(_mo, pad);
        Assert.Equal(("1000.00", "1000.00"), (await Bedrag(wie, zaak), await Opgedragen(zaak)));

        var tegen = $$"""{"besluit":"{{zaak}}-I1","naam":"Eva","gronden":"Het is er wel.","wilHoren":false}""";
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/verleningen/{zaak}/bezwaren", tegen));
        var bezwaar = $"/v1/bezwaren/{zaak}-BZ1";
        var bo = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(bo, $"{bezwaar}/ontvankelijkheid", """{"grond":"op-tijd","argument":"Nagekeken."}"""));
        await Zaakloop.Gelukt(huis.Post(bo, $"{bezwaar}/hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}"""));
        var gegrond = """{"uitkomst":"gegrond","motivering":"De methode is er.","blijft":"1000.00"}""";
        (await huis.Post(bo, $"{bezwaar}/voorstel", gegrond)).IsProbleem(422, "onjuiste-invoer").NoemtVeld("blijft");
        await Zaakloop.Gelukt(huis.Post(bo, $"{bezwaar}/voorstel", """{"uitkomst":"gegrond","motivering":"De methode is er."}"""));
        await huis.Stil();
        await Teken(huis.Medewerker(Rol.Medeondertekenaar), bezwaar);

        Assert.Equal((verleend, opgedragen), (await Bedrag(wie, zaak), await Opgedragen(zaak)));
        Assert.Equal(verleend, await huis.Lees($"select gereserveerd::text from tijdvakken.plafondstand where tijdvak = '{tijdvak}'"));
        Assert.Equal(
            verleend,
            await huis.Lees($"select least(bedrag, ingetrokken_bedrag)::text from aanvragen.subsidie where zaaknummer = '{zaak}'")
        );
        Assert.Equal(
            verleend,
            await huis.Lees($"select data -> 'opening' ->> 'verleend' from vaststelling.mt_doc_verantwoording where id = '{zaak}'")
        );
        Assert.Contains("beslissing-op-bezwaar", await Brieven(wie, zaak));
    }

    private async Task Teken(string wie, string pad)
    {
        var hash = (await Zaakloop.Gelukt(huis.Haal(wie, pad))).Inhoud.GetProperty("voorstel").GetProperty("hash").GetString();
        await Zaakloop.Gelukt(huis.Post(wie, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        await huis.Stil();
    }

    private async Task<string?> Bedrag(string wie, string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("bedragen").GetProperty("verleend").GetString();

    private Task<string> Opgedragen(string zaak) =>
        huis.Lees(
            $"select sum((data -> 'opdracht' ->> 'bedrag')::numeric)::text from betalingen.mt_doc_betaalopdracht where data -> 'opdracht' ->> 'zaaknummer' = '{zaak}'"
        );

    [Theory]
    [InlineData("spoed", true)]
    [InlineData("doel", false)]
    public async Task Who_is_not_heard_is_told_that_nothing_is_paid_unless_they_may_not_know(string reden, bool verteld)
    {
        var (zaak, wie, _) = await Verleend();
        var verzoek = $$"""
            {"bedrag":"1000.00","grond":"activiteiten-niet-verricht","argument":"a","hardheid":"h","nietHoren":"{{reden}}","waaromNietHoren":"w"}
            """;
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/verleningen/{zaak}/intrekkingen", verzoek));
        await huis.Stil();

        Assert.Equal(verteld, (await Brieven(wie, zaak)).Contains("intrekking-voornemen"));
        Assert.Equal(
            "1",
            await huis.Lees(
                $"select jsonb_array_length(data -> 'opschortingen')::text from betalingen.mt_doc_verplichting where id = '{zaak}'"
            )
        );
        var stappen = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("stappen").EnumerateArray();
        Assert.DoesNotContain(stappen, s => s.GetProperty("stap").GetString()!.StartsWith("intrekking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_letter_of_what_is_meant_is_read_before_it_leaves_and_is_the_one_that_leaves()
    {
        var (zaak, wie, _) = await Verleend();
        var vooraf = $"/v1/brieven/voorbeeld/{zaak}/intrekking-voornemen";
        foreach (var ander in (string[])[wie, _mo, Mensen.FinancieelMedewerker])
        {
            (await huis.Post(ander, vooraf, Deels)).IsProbleem(403, "niet-bevoegd");
        }
        (await huis.Post(_bo, $"/v1/verleningen/{zaak}/intrekkingen/voorbeeld", Deels)).IsProbleem(403, "niet-bevoegd");
        var teveel = Deels.Replace("1000.00", "99999999.00", StringComparison.Ordinal);
        (await huis.Post(_bo, vooraf, teveel)).IsProbleem(422, "onjuiste-invoer").NoemtVeld("bedrag");
        var ongehoord = Deels.Replace(
            "\"bedrag\"",
            "\"nietHoren\":\"doel\",\"waaromNietHoren\":\"Het geld verdwijnt.\",\"bedrag\"",
            StringComparison.Ordinal
        );
        (await huis.Post(_bo, vooraf, ongehoord)).IsProbleem(422, "onjuiste-invoer").NoemtVeld("nietHoren");

        var voor = await huis.Opgeslagen();
        var beeld = await Zaakloop.Gelukt(huis.Post(_bo, vooraf, Deels));
        await huis.Stil();
        Assert.Equal("intrekking-voornemen", beeld.Veld("soort"));
        Assert.Equal(voor, await huis.Opgeslagen());
        Assert.DoesNotContain("intrekking-voornemen", await Brieven(wie, zaak));
        var metBelang = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{zaak}/belang"));
        (await huis.Post(metBelang, vooraf, Deels)).IsProbleem(403, "eigen-belang").NoemtArtikel("artikel 2:4 Awb");

        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/verleningen/{zaak}/intrekkingen", Deels));
        await huis.Stil();
        var verstuurd = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven/{zaak}-I1-intrekking-voornemen/pagina"));
        foreach (var deel in (string[])["kenmerk", "datum", "onderwerp", "blokken", "slot"])
        {
            Assert.Equal(beeld.Inhoud.GetProperty(deel).GetRawText(), verstuurd.Inhoud.GetProperty(deel).GetRawText());
        }
        (await huis.Post(_bo, vooraf, Deels)).IsProbleem(409, "intrekking-ligt-voor");
    }

    private async Task<(string Zaak, string Wie, string Tijdvak)> Verleend()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        await huis.Stil();
        return (zaak, wie, tijdvak);
    }

    private async Task<IReadOnlyList<string>> Brieven(string wie, string zaak) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}")))
                .Inhoud.EnumerateArray()
                .Select(b => b.GetProperty("soort").GetString()!),
        ];
}
