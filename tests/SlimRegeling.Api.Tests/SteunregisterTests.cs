using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Aid that was awarded gets to the central register by a file that another confirms, and nothing of it is altered silently.</summary>
public sealed class SteunregisterTests(Apihuis huis)
{
    private const string Opgaven = Steunopgaven.Pad;

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_was_awarded_is_told_once_confirmed_by_another_and_what_changes_goes_out_in_the_next()
    {
        var (zaak, kvkNummer, wie) = await Verleend();
        var kenmerk = $"{zaak}.{kvkNummer}";
        var open = (await Werk(Mensen.FinancieelMedewerker, kenmerk))!.Value;
        Assert.Equal(("op-te-geven", "nieuw"), (open.GetProperty("stand").GetString(), open.GetProperty("soort").GetString()));

        await Ruim();
        var gemaakt = await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, Opgaven));
        var (opgave, hash) = (gemaakt.Veld("opgave"), gemaakt.Veld("hash"));
        (await huis.Post(Mensen.TweedeFinancieelMedewerker, Opgaven)).IsProbleem(409, "opgave-wacht");
        var bestand = await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"{Opgaven}/{opgave}/bestand"));
        Assert.Equal("text/csv", bestand.Soort);
        Assert.Equal(bestand.Tekst, (await huis.Haal(Mensen.FinancieelMedewerker, $"{Opgaven}/{opgave}/bestand")).Tekst);
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(bestand.Tekst.TrimStart('\uFEFF'))];
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Contains($"{kenmerk};nieuw;NL;{kvkNummer};Bouwbedrijf;", bestand.Tekst, StringComparison.Ordinal);
        var geheel = await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"{Opgaven}/{opgave}"));
        Assert.Contains(kenmerk, geheel.Inhoud.GetProperty("regels").EnumerateArray().Select(r => r.GetProperty("kenmerk").GetString()));
        var wacht = (await Werk(Mensen.FinancieelMedewerker, kenmerk))!.Value;
        Assert.Equal(("te-bevestigen", opgave), (wacht.GetProperty("stand").GetString(), wacht.GetProperty("opgave").GetString()));

        var bevestiging = $"{Opgaven}/{opgave}/bevestiging";
        var verzoek = Bevestiging(hash);
        await huis.Weigert(
            () => huis.Post(Mensen.FinancieelMedewerker, bevestiging, verzoek),
            a => a.IsProbleem(403, "eigen-opgave").NoemtArtikel("artikel 6, tweede lid, Verordening (EU) 2023/2831")
        );
        (await huis.Post(Mensen.Controleur, bevestiging, Bevestiging(new string('0', 64))))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("hash");
        (await huis.Post(Mensen.Controleur, $"{Opgaven}/steunopgave-999999/bevestiging", verzoek)).IsProbleem(404, "niet-gevonden");
        Assert.Equal("nog-niet", await Register(wie, kvkNummer, "registerUiterlijk"));
        await Zaakloop.Gelukt(huis.Post(Mensen.Controleur, bevestiging, verzoek));
        Assert.Null(await Werk(Mensen.FinancieelMedewerker, kenmerk));
        Assert.Equal("opgenomen", await Register(wie, kvkNummer, "geleverdOp"));
        var geleverd = await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"{Opgaven}/{opgave}"));
        // What others of the house were awarded can be late.
        Assert.Equal(
            0,
            geleverd
                .Inhoud.GetProperty("regels")
                .EnumerateArray()
                .Single(r => r.GetProperty("kenmerk").GetString() == kenmerk)
                .GetProperty("dagenTeLaat")
                .GetInt32()
        );
        (await huis.Post(Mensen.TweedeFinancieelMedewerker, bevestiging, verzoek)).IsProbleem(409, "al-bevestigd");
        (await huis.Post(Mensen.Controleur, $"{Opgaven}/{opgave}/vervallenverklaring", """{"reden":"r"}""")).IsProbleem(
            409,
            "al-bevestigd"
        );

        // What stands of it became nothing; the file that told it stays as it was.
        await TrekIn(zaak);
        var verder = (await Werk(Mensen.FinancieelMedewerker, kenmerk))!.Value;
        Assert.Equal(("intrekking", "0.00"), (verder.GetProperty("soort").GetString(), verder.GetProperty("bedrag").GetString()));
        Assert.Equal(bestand.Tekst, (await huis.Haal(Mensen.Controleur, $"{Opgaven}/{opgave}/bestand")).Tekst);

        var tweede = (await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, Opgaven))).Veld("opgave");
        var weg = await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"{Opgaven}/{tweede}/bestand"));
        Assert.Contains($"{kenmerk};intrekking;NL;{kvkNummer};Bouwbedrijf;0.00;EUR;", weg.Tekst, StringComparison.Ordinal);
        await Vervalt(tweede);

        // The enterprise sees its own aid, another none of it.
        Assert.Equal(404, (await huis.Haal(huis.Ondernemer().Wie, $"/v1/ondernemingen/{kvkNummer}/steun")).Status);
        Assert.Empty(
            (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/ondernemingen/{kvkNummer}/steun"))).Inhoud.GetProperty("steun").EnumerateArray()
        );
    }

    [Fact]
    public async Task A_file_that_was_not_delivered_is_dropped_with_a_reason_and_its_lines_go_out_in_the_next()
    {
        var (zaak, kvkNummer, wie) = await Verleend();
        await Ruim();
        var opgave = (await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, Opgaven))).Veld("opgave");

        (await huis.Post(Mensen.Controleur, $"{Opgaven}/{opgave}/vervallenverklaring", """{"reden":" "}"""))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("reden");
        await Vervalt(opgave);

        var beeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, Opgaven)))
            .Inhoud.EnumerateArray()
            .Single(o => o.GetProperty("opgave").GetString() == opgave);
        Assert.Equal(
            ("vervallen", "Het register nam het niet aan."),
            (beeld.GetProperty("stand").GetString(), beeld.GetProperty("reden").GetString())
        );
        var weer = (await Werk(Mensen.FinancieelMedewerker, $"{zaak}.{kvkNummer}"))!.Value;
        Assert.Equal("op-te-geven", weer.GetProperty("stand").GetString());
        // By the number of its letter.
        var steun = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/ondernemingen/{kvkNummer}/steun"))).Inhoud.GetProperty("steun");
        Assert.Equal($"{zaak}-V1", Assert.Single(steun.EnumerateArray()).GetProperty("besluit").GetString());
    }

    [Fact]
    public async Task What_is_closed_to_who_makes_the_file_is_left_to_a_colleague_and_nobody_with_an_interest_reads_or_confirms_it()
    {
        var iemand = huis.Medewerker(Rol.FinancieelMedewerker, Rol.FinancieelControleur);
        var (zaak, kvkNummer, _) = await Verleend();
        await Verleend();
        var kenmerk = $"{zaak}.{kvkNummer}";
        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/belang", "{}"));
        await huis.Stil();

        Assert.Null(await Werk(iemand, kenmerk));
        Assert.NotNull(await Werk(Mensen.FinancieelMedewerker, kenmerk));
        await Ruim();
        var zonder = await Zaakloop.Gelukt(huis.Post(iemand, Opgaven));
        Assert.Contains(
            kenmerk,
            zonder.Inhoud.GetProperty("overgeslagen").EnumerateArray().Select(o => o.GetProperty("kenmerk").GetString())
        );
        await Vervalt(zonder.Veld("opgave"));

        var gemaakt = await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, Opgaven));
        var opgave = gemaakt.Veld("opgave");
        (await huis.Haal(iemand, $"{Opgaven}/{opgave}")).IsProbleem(403, "eigen-belang");
        (await huis.Haal(iemand, $"{Opgaven}/{opgave}/bestand")).IsProbleem(403, "eigen-belang");
        (await huis.Post(iemand, $"{Opgaven}/{opgave}/bevestiging", Bevestiging(gemaakt.Veld("hash")))).IsProbleem(403, "eigen-belang");
        (await huis.Post(iemand, $"{Opgaven}/{opgave}/vervallenverklaring", """{"reden":"r"}""")).IsProbleem(403, "eigen-belang");
        await Vervalt(opgave);
    }

    /// <summary>An award of € 11.040 to an enterprise that enrolled.</summary>
    private async Task<(string Zaak, string KvkNummer, string Wie)> Verleend()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        return (zaak, kvkNummer, wie);
    }

    /// <summary>All of the award is withdrawn, without hearing.</summary>
    private async Task TrekIn(string zaak)
    {
        const string Weg = """
            {"bedrag":"0.00","grond":"activiteiten-niet-verricht","argument":"a","hardheid":"h","nietHoren":"al-gehoord","waaromNietHoren":"w"}
            """;
        var (pad, medeondertekenaar) = ($"/v1/verleningen/{zaak}/intrekkingen", huis.Medewerker(Rol.Medeondertekenaar));
        await Zaakloop.Gelukt(huis.Post(huis.Medewerker(Rol.Beoordelaar), pad, Weg));
        var hash = (await Zaakloop.Gelukt(huis.Haal(medeondertekenaar, pad)))
            .Inhoud.GetProperty("voorstel")
            .GetProperty("hash")
            .GetString();
        await Zaakloop.Gelukt(huis.Post(medeondertekenaar, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        await huis.Stil();
    }

    /// <summary>What the enterprise reads of its one grant, with a day.</summary>
    private async Task<string?> Register(string wie, string kvkNummer, string dag)
    {
        var steun = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/ondernemingen/{kvkNummer}/steun"))).Inhoud.GetProperty("steun");
        var post = Assert.Single(steun.EnumerateArray());
        Assert.True(post.TryGetProperty(dag, out _), dag);
        return post.GetProperty("register").GetString();
    }

    /// <summary>The line of the list of work; null when it is in none of its pages.</summary>
    private async Task<JsonElement?> Werk(string wie, string kenmerk)
    {
        for (var na = ""; ; )
        {
            var bladzijde = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/steunregister/werk?aantal=2{na}"))).Inhoud;
            foreach (var regel in bladzijde.GetProperty("regels").EnumerateArray())
            {
                if (regel.GetProperty("kenmerk").GetString() == kenmerk)
                {
                    return regel;
                }
            }
            if (!bladzijde.TryGetProperty("volgende", out var volgende))
            {
                return null;
            }
            na = $"&na={Uri.EscapeDataString(volgende.GetString()!)}";
        }
    }

    private Task Ruim() => Steunopgaven.Ruim(huis);

    private Task Vervalt(string opgave) => Steunopgaven.Vervalt(huis, opgave);

    private string Bevestiging(string hash) => Steunopgaven.Bevestiging(huis, hash);
}
