using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Takes a case along through the API, as the people concerned.</summary>
internal sealed class Zaakloop(Apihuis huis)
{
    public static readonly Duration Openstelling = Duration.FromDays(2);

    public const string Formulier = """
        {"onderneming":{"werkzamePersonen":12.0,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]},
         "activiteiten":[
           {"soort":"A","externeUren":[{"uren":40,"uurtarief":"150.00"}],"overigeExterneKosten":"899.20"},
           {"soort":"C","eigenUren":[{"uren":60,"brutojaarloon":"41280.00"}],"externeUren":[{"uren":65,"uurtarief":"120.00"}]}],
         "plan":{"doelen":"doelen","aanpak":"aanpak","resultaten":"resultaten","evaluatie":"evaluatie"},
         "verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"},"waarheid":true},
         "rekening":{"iban":"NL13TEST0123456789"}}
        """;

    public const string Inschrijving = """
        {"naam":"Bouwbedrijf","straat":"Steenweg 12","postcode":"3511 AB","plaats":"Utrecht","sbiCodes":["4321"],
         "iban":"NL13TEST0123456789","tenaamstelling":"Bouwbedrijf"}
        """;

    public static ByteArrayContent Pdf =>
        new(Proefpdf.Van("bijlage")) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };

    private static int _laatste;

    /// <summary>A window that opens after this time and stays open for <see cref="Openstelling"/>.</summary>
    public async Task<string> Tijdvak(
        Duration? over = null,
        string volgorde = "loting",
        string plafond = "100000.00",
        string regelversie = "slim-2026",
        string type = "mkb-onderneming"
    )
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"tijdvak-{Interlocked.Increment(ref _laatste)}");
        while (!TePubliceren(Opent()))
        {
            huis.Klok.Vooruit(Duration.FromHours(1));
        }
        var opent = Opent();
        await Tijdvakbesluit(
            "/v1/tijdvakken",
            $$"""
            {"id":"{{id}}","aanvragertype":"{{type}}","opent":"{{Wandklok(opent)}}","sluit":"{{Wandklok(opent + Openstelling)}}",
             "plafond":"{{plafond}}","volgorde":"{{volgorde}}","regelversie":"{{regelversie}}"}
            """
        );
        return id;

        Instant Opent() => huis.Klok.GetCurrentInstant() + (over ?? Duration.Zero);
    }

    /// <summary>
    /// Whether the clock in Amsterdam shows once when it opens, closes and, two weeks before, when registration opens: the tests put their clock forward from
    /// today, to any day and hour.
    /// </summary>
    private static bool TePubliceren(Instant opent)
    {
        var wandklok = opent.InZone(Moment.Amsterdam).LocalDateTime;
        return new[] { wandklok.PlusWeeks(-2), wandklok, (opent + Openstelling).InZone(Moment.Amsterdam).LocalDateTime }.All(t =>
            Moment.Amsterdam.MapLocal(t).Count == 1
        );
    }

    /// <summary>Proposes and signs a decision on a window; every context knows it afterwards.</summary>
    public async Task Tijdvakbesluit(string pad, string voorstel)
    {
        var voorgesteld = await Gelukt(huis.Post(Mensen.Regelbeheerder, pad, voorstel));
        var (ondertekening, inhoud) = Omgeving.Tijdvakbesluit.Ondertekening(voorgesteld.Inhoud);
        await Gelukt(huis.Post(Mensen.TweedeRegelbeheerder, $"/v1/{ondertekening}", JsonSerializer.Serialize(inhoud)));
        await huis.Stil();
    }

    public async Task<string> Concept(string tijdvak, string wie = Mensen.Anna)
    {
        var zaak = (await Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Formulier));
        return zaak;
    }

    public async Task<string> Ingediend(string tijdvak, string wie = Mensen.Anna)
    {
        var zaak = await Concept(tijdvak, wie);
        await Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        return zaak;
    }

    /// <summary>A window with this many applications in the order of the draw; by case number who asked, each for another enterprise.</summary>
    public async Task<(string Tijdvak, string[] Zaken, IReadOnlyDictionary<string, string> Van)> Geloot(int aantal, string plafond)
    {
        var (tijdvak, van) = await Gesloten(aantal, plafond);
        await Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/lijst"));
        await Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/loting", """{"zaad":"z","bron":"notaris"}"""));
        await Gelukt(
            huis.Post(Mensen.TweedeRegelbeheerder, $"/v1/tijdvakken/{tijdvak}/loting/bevestiging", """{"zaad":"z","bron":"notaris"}""")
        );
        await huis.Stil();
        return (tijdvak, await Rangorde(tijdvak), van);
    }

    /// <summary>A closed window with this many complete applications, of which all is heard; by case number who asked.</summary>
    public async Task<(string Tijdvak, IReadOnlyDictionary<string, string> Van)> Gesloten(int aantal, string plafond)
    {
        var tijdvak = await Tijdvak(plafond: plafond);
        var van = new Dictionary<string, string>();
        for (var i = 0; i < aantal; i++)
        {
            var wie = huis.Ondernemer().Wie;
            var zaak = await Ingediend(tijdvak, wie);
            van[zaak] = wie;
            await Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        }
        huis.Klok.Vooruit(Openstelling);
        await Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        return (tijdvak, van);
    }

    /// <summary>The case numbers in the published order.</summary>
    public async Task<string[]> Rangorde(string tijdvak, string vraag = "")
    {
        var rangorde = (await Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/rangorde{vraag}"))).Inhoud;
        return [.. rangorde.GetProperty("plaatsen").EnumerateArray().Select(p => p.GetProperty("zaaknummer").GetString()!)];
    }

    /// <summary>Complete, in treatment with this assessor, its budget reserved; the window is closed.</summary>
    public async Task Gereserveerd(string tijdvak, string zaak, string beoordelaar = Mensen.Beoordelaar)
    {
        await Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await Gelukt(huis.Post(beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        huis.Klok.Vooruit(Openstelling);
        await Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/lijst"));
        await huis.Stil();
    }

    /// <summary>The body that judges every ground of this case as met.</summary>
    /// <param name="begroting">The activities as corrected; null when they stand as asked.</param>
    public async Task<string> Oordelen(string zaak, string? begroting = null)
    {
        var beeld = await Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"));
        var gronden = beeld
            .Inhoud.GetProperty("teOordelen")
            .EnumerateArray()
            .Select(c => new
            {
                code = c.GetString(),
                uitkomst = "voldaan",
                argument = "gezien",
            });
        return begroting is null
            ? JsonSerializer.Serialize(new { gronden })
            : JsonSerializer.Serialize(new { gronden, begroting = JsonSerializer.Deserialize<JsonElement>(begroting) });
    }

    public async Task Beoordeeld(string zaak, string beoordelaar = Mensen.Beoordelaar, string? begroting = null)
    {
        await Gelukt(huis.Post(beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", await Oordelen(zaak, begroting)));
        await huis.Stil();
    }

    /// <summary>The body that signs the proposal as it lies there.</summary>
    public async Task<string> Voorstel(string zaak)
    {
        var beeld = await Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}"));
        return $$"""{"hash":"{{beeld.Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
    }

    /// <summary>The body that signs what is proposed now: not to handle it.</summary>
    public async Task<string> NietBehandelen(string zaak)
    {
        var beeld = await Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/aanvragen/{zaak}/buitenbehandelingvoorstel"));
        return $$"""{"hash":"{{beeld.Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
    }

    public async Task Verleend(string zaak)
    {
        await Gelukt(huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", await Voorstel(zaak)));
        await huis.Stil();
    }

    public Task Ingeschreven(string wie, string kvkNummer) => Gelukt(huis.Post(wie, $"/v1/ondernemingen/{kvkNummer}", Inschrijving));

    public async Task<(string Scan, IReadOnlyList<string> Codes)> Scan(string zaak, string wie = Mensen.Anna)
    {
        var gestart = await Gelukt(huis.Post(wie, "/v1/scans", $$"""{"zaaknummer":"{{zaak}}","gevraagd":6}"""));
        return (gestart.Veld("scan"), [.. gestart.Inhoud.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)]);
    }

    public static string Antwoorden(string code) =>
        $$"""{"code":"{{code}}","antwoorden":{"D1":[3,4],"D2":[3,4],"D3":[3,4],"D4":[3,4],"D5":[3,4],"D6":[3,4]} }""";

    public async Task<string> GeslotenScan(string zaak, string wie = Mensen.Anna)
    {
        var (scan, codes) = await Scan(zaak, wie);
        foreach (var code in codes)
        {
            await Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(code)));
        }
        await Gelukt(huis.Post(wie, $"/v1/scans/{scan}/sluiting"));
        await huis.Stil();
        return scan;
    }

    public static async Task<Gekregen> Gelukt(Task<Gekregen> gevraagd)
    {
        var antwoord = await gevraagd;
        Assert.True(antwoord.Status is 200 or 201, $"{antwoord.Status}: {antwoord.Tekst}");
        return antwoord;
    }

    public static string Wandklok(Instant moment) => LocalDateTimePattern.ExtendedIso.Format(moment.InZone(Moment.Amsterdam).LocalDateTime);
}
