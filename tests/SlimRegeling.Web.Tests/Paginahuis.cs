using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Web.Tests;

[assembly: AssemblyFixture(typeof(Paginahuis))]

namespace SlimRegeling.Web.Tests;

/// <summary>
/// The whole program with its example people, a case of one of them, an announcement and a message that was set apart. Nobody waits in a waiting
/// room.
/// </summary>
public sealed partial class Paginahuis : IAsyncLifetime
{
    public const string Tijdvak = "2026-blad-mkb";
    private const string Aanvultijdvak = "2026-blad-aanvul-mkb";
    public const string Samenwerkingstijdvak = "2026-blad-swv";

    /// <summary>An example person of two roles whose access a test ends.</summary>
    public const string Vertrekker = "vertrekker";

    /// <summary>An example person whose drafts no other test looks at.</summary>
    public const string Veelvrager = "veelvrager";

    /// <summary>An example person whose roles a test takes and gives.</summary>
    public const string Wisselaar = "wisselaar";
    private const string Uitnodigingroute = "/aanvragen/uitnodigingen/{zaaknummer:regex(^SLIM-.*)}";
    private const string Aanvraagroute = "/aanvragen/{zaaknummer:regex(^SLIM-.*)}";
    private const string Gemachtigde = "33333333";
    private const string Geheim = "een geheim van de proef";

    private readonly string _map = Directory.CreateTempSubdirectory("paginahuis").FullName;
    private PostgresServer _postgres = null!;
    private Huis _huis = null!;
    private string _verbinding = "";

    public Uri Adres => new(_huis.App.Urls.First());

    /// <summary>A submitted case of the example person <c>ondernemer</c>.</summary>
    public string Zaak { get; private set; } = "";

    /// <summary>A submitted case of the same person that must be completed.</summary>
    public string Gevraagd { get; private set; } = "";

    /// <summary>A draft of the same person.</summary>
    public string Concept { get; private set; } = "";

    /// <summary>A draft of a partnership of the same person, to which the example person <c>partij</c> was invited.</summary>
    public string Samenwerking { get; private set; } = "";

    /// <summary>The id of a text to use again.</summary>
    public string Standaardtekst { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What is for people in a browser. Fails when there is a page that this does not know how to open.</summary>
    public IReadOnlyList<Blad> Bladen
    {
        get
        {
            var eindpunten = RechtenSchrijven
                .Eindpunten(_huis.App)
                .Select(e => (Route: $"/{e.RoutePattern.RawText!.TrimStart('/')}", Eindpunt: e))
                .Where(e =>
                    !e.Route.StartsWith("/v1/", StringComparison.Ordinal) && !e.Route.StartsWith("/health/", StringComparison.Ordinal)
                )
                .ToList();
            Assert.Contains(eindpunten, e => e.Eindpunt.Metadata.GetMetadata<PageActionDescriptor>() is not null);
            var paden = Paden;
            var onbekend = eindpunten
                .Select(e => e.Route)
                .Where(r => r.Contains('{', StringComparison.Ordinal))
                .Except(paden.Keys)
                .ToList();
            Assert.True(
                onbekend.Count == 0,
                $"Nobody tries these pages: {string.Join(", ", onbekend)}. Add to Paginahuis.Paden how one of them is opened."
            );
            return
            [
                .. eindpunten.Select(e => new Blad(
                    e.Route,
                    paden.GetValueOrDefault(e.Route, e.Route),
                    e.Eindpunt.Metadata.GetMetadata<Toegang>()
                        ?? throw new InvalidOperationException($"{e.Route} says nothing of who may come there."),
                    Namen(e.Eindpunt.Metadata.GetMetadata<PageActionDescriptor>(), "OnPost"),
                    [.. Namen(e.Eindpunt.Metadata.GetMetadata<PageActionDescriptor>(), "OnGet").Where(n => n.Length > 0)]
                )),
            ];
        }
    }

    /// <summary>Of the model of a page: <c>OnPost</c> and <c>OnPostKies</c> are "" and "Kies".</summary>
    private static IReadOnlyList<string> Namen(PageActionDescriptor? pagina, string begin) =>
        pagina is null
        || typeof(Site).Assembly.GetType($"SlimRegeling.Web.Pages{pagina.ViewEnginePath.Replace('/', '.')}Model") is not { } model
            ? []
            :
            [
                .. model
                    .GetMethods()
                    .Where(m => m.Name.StartsWith(begin, StringComparison.Ordinal))
                    .Select(m => m.Name[begin.Length..].Replace("Async", "", StringComparison.Ordinal)),
            ];

    private Dictionary<string, string> Paden =>
        new()
        {
            ["/zaken/{zaaknummer}"] = $"/zaken/{Zaak}",
            ["/tijdvakken/{id}"] = $"/tijdvakken/{Tijdvak}",
            ["/tijdvakken/{id}/rangorde.csv"] = $"/tijdvakken/{Tijdvak}/rangorde.csv",
            ["/beheer/brieven/{soort}"] = "/beheer/brieven/verlening",
            ["/beheer/tijdvakken/{id}"] = $"/beheer/tijdvakken/{Tijdvak}",
            ["/beheer/medewerkers/{id}"] = $"/beheer/medewerkers/{Relaties.Medewerkers.Medewerker.Stroom("onderzoeker")}",
            ["/beheer/hangfire/{**path}"] = "/beheer/hangfire",
            ["/beheer/uitvoer/{zaaknummer}"] = $"/beheer/uitvoer/{Zaak}",
            ["/beheer/zaken/{zaaknummer}"] = $"/beheer/zaken/{Zaak}",
            ["/beheer/zaken/{zaaknummer}/volledigheid"] = $"/beheer/zaken/{Zaak}/volledigheid",
            ["/beheer/zaken/{zaaknummer}/beoordeling"] = $"/beheer/zaken/{Zaak}/beoordeling",
            ["/beheer/zaken/{zaaknummer}/besluit"] = $"/beheer/zaken/{Zaak}/besluit",
            ["/beheer/zaken/{zaaknummer}/buiten-behandeling"] = $"/beheer/zaken/{Zaak}/buiten-behandeling",
            ["/beheer/zaken/{zaaknummer}/vaststelling"] = $"/beheer/zaken/{Zaak}/vaststelling",
            ["/beheer/zaken/{zaaknummer}/wijzigingen"] = $"/beheer/zaken/{Zaak}/wijzigingen",
            ["/beheer/zaken/{zaaknummer}/intrekken"] = $"/beheer/zaken/{Zaak}/intrekken",
            ["/beheer/zaken/{zaaknummer}/inzagen"] = $"/beheer/zaken/{Zaak}/inzagen",
            ["/beheer/standaardteksten/{id}"] = $"/beheer/standaardteksten/{Standaardtekst}",
            ["/beheer/werk/{zaaknummer}/ingebrekestelling"] = $"/beheer/werk/{Zaak}/ingebrekestelling",
            ["/fout/{status:int}"] = "/fout/404",
            ["/taal/{taal:regex(^(nl|en)$)}"] = "/taal/nl",
            [Aanvraagroute] = $"/aanvragen/{Concept}",
            [$"{Aanvraagroute}/{{taak:regex(^(onderneming|partijen|plan|activiteiten|verklaringen|rekening)$)}}"] =
                $"/aanvragen/{Concept}/plan",
            [$"{Aanvraagroute}/uitnodigen"] = $"/aanvragen/{Samenwerking}/uitnodigen",
            [Uitnodigingroute] = $"/aanvragen/uitnodigingen/{Samenwerking}",
            [$"{Uitnodigingroute}/deel"] = $"/aanvragen/uitnodigingen/{Samenwerking}/deel",
            [$"{Aanvraagroute}/documenten"] = $"/aanvragen/{Concept}/documenten",
            [$"{Aanvraagroute}/indienen"] = $"/aanvragen/{Concept}/indienen",
            [$"{Aanvraagroute}/aanvullen"] = $"/aanvragen/{Gevraagd}/aanvullen",
            [$"{Aanvraagroute}/bewijs"] = $"/aanvragen/{Zaak}/bewijs",
            [$"{Aanvraagroute}/verantwoorden"] = $"/aanvragen/{Project}/verantwoorden",
            [$"{Aanvraagroute}/declaratie"] = $"/aanvragen/{Project}/declaratie",
            [$"{Aanvraagroute}/declaratie/inlezen"] = $"/aanvragen/{Project}/declaratie/inlezen",
            [$"{Aanvraagroute}/declaratie/verslagen"] = $"/aanvragen/{Project}/declaratie/verslagen",
            [$"{Aanvraagroute}/declaratie/indienen"] = $"/aanvragen/{Project}/declaratie/indienen",
            [$"{Aanvraagroute}/declaratie/{{soort:regex(^(uren|factuur|traject|praktijkleerplaats)$)}}/{{id?}}"] =
                $"/aanvragen/{Project}/declaratie/uren",
            [$"{Aanvraagroute}/wijzigingen"] = $"/aanvragen/{Project}/wijzigingen",
            [$"{Aanvraagroute}/wijzigingen/{{soort:regex(^(plan|begroting|uitstel|partij-treedt-uit|partij-treedt-toe)$)}}"] =
                $"/aanvragen/{Project}/wijzigingen/uitstel",
            [$"{Aanvraagroute}/voortgang"] = $"/aanvragen/{Project}/voortgang",
            [$"{Aanvraagroute}/zienswijze"] = $"/aanvragen/{Project}/zienswijze",
            [$"{Aanvraagroute}/melden"] = $"/aanvragen/{Zaak}/melden",
            [$"{Aanvraagroute}/ontvangst"] = $"/aanvragen/{Zaak}/ontvangst",
            ["/machtigingen/{id}/beeindigen"] = $"/machtigingen/69599084-{Gemachtigde}/beeindigen",
            [$"{Aanvraagroute}/intrekken"] = $"/aanvragen/{Zaak}/intrekken",
            [$"{Aanvraagroute}/bezwaar"] = $"/aanvragen/{Bestreden}/bezwaar",
            [$"{Aanvraagroute}/bezwaren/{{bezwaar}}"] = $"/aanvragen/{Bestreden}/bezwaren/{Bezwaar}",
            [$"{Aanvraagroute}/bezwaren/{{bezwaar}}/intrekken"] = $"/aanvragen/{Bestreden}/bezwaren/{Bezwaar}/intrekken",
            ["/beheer/bezwaren/{bezwaar}"] = $"/beheer/bezwaren/{Bezwaar}",
            ["/scan/{scan?}"] = $"/scan/{Scan}",
            ["/quickscan/beeld"] = $"/quickscan/beeld?{Ingevuld}&formulier=eens",
            ["/campagnes/{campagne:regex(^campagne-.*)}"] = $"/campagnes/{Campagne}",
            ["/scans/campagnes/{campagne:regex(^campagne-.*)}"] = $"/scans/campagnes/{Campagne}",
            [Scanroute] = $"/scans/{Scan}",
            [$"{Scanroute}/leiding"] = $"/scans/{Scan}/leiding",
            [$"{Scanroute}/codes"] = $"/scans/{Scan}/codes",
            [$"{Scanroute}/koppelen"] = $"/scans/{Scan}/koppelen",
            [$"{Scanroute}/terugkoppelen"] = $"/scans/{Scan}/terugkoppelen",
            [$"{Scanroute}/ondernemingsraad"] = $"/scans/{Scan}/ondernemingsraad",
            [$"{Scanroute}/sluiten"] = $"/scans/{Scan}/sluiten",
            ["/geld/rondes/{ronde}"] = "/geld/rondes/SLIM-2026-01-01-1",
            ["/geld/betalingen/{opdracht}"] = $"/geld/betalingen/{Project}-B1",
            ["/geld/rekeningen/{kvkNummer}"] = "/geld/rekeningen/99999999",
            ["/geld/afschriften/{afschrift}"] = "/geld/afschriften/onbekend",
            ["/geld/bankregels/{bankregel}"] = "/geld/bankregels/onbekend",
            ["/geld/vorderingen/{vordering}"] = $"/geld/vorderingen/{Project}-TV1",
            ["/geld/grootboek/boekingen/{boeking}"] = $"/geld/grootboek/boekingen/{Boeking}",
            ["/geld/steunregister/{opgave}"] = "/geld/steunregister/onbekend",
            ["/scans/{scan}/rapport"] = $"/scans/{Rapportscan}/rapport",
            ["/scans/{scan}/rapport/medewerkers"] = $"/scans/{Rapportscan}/rapport/medewerkers",
            ["/scans/{scan}/benchmark"] = $"/scans/{Rapportscan}/benchmark",
            ["/scans/{scan}/vergelijking"] = $"/scans/{Rapportscan}/vergelijking",
            ["/scans/{scan}/plan"] = $"/scans/{Rapportscan}/plan",
            ["/leercultuur/indicatoren/{indicator}"] = "/leercultuur/indicatoren/cursus-twee-jaar",
            ["/leercultuur/gegevens/{bestand}"] = "/leercultuur/gegevens/dashboard.csv",
            ["/interventies/{interventie}"] = "/interventies/intervisie",
            ["/beheer/interventies/{interventie}"] = "/beheer/interventies/intervisie",
            ["/beheer/indicatoren/{indicator}"] = "/beheer/indicatoren/cursus-twee-jaar",
        };

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _verbinding = await _postgres.NieuweDatabase(nameof(Paginahuis));
        _huis = await Bouw("Development", _verbinding, _map, null);
        Registreer(new("buurvrouw", "Bo Buurvrouw", [Rol.Aanvrager], "22222222", "Slagerij"));
        Registreer(new(Vertrekker, "Victor Vertrekker", [Rol.Beoordelaar, Rol.Medeondertekenaar]));
        Registreer(new(Wisselaar, "Wim Wisselaar", [Rol.Beoordelaar, Rol.Onderzoeker]));
        Registreer(new(Veelvrager, "Vera Veelvrager", [Rol.Aanvrager], "44444444", "Adviesbureau"));
        await _huis.App.StartAsync();
        await Vul();
    }

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    /// <summary>The program as it runs in production, with this house as its provider; the caller starts and ends it.</summary>
    internal async Task<Huis> Productie() =>
        await Bouw("Production", await _postgres.NieuweDatabase($"{nameof(Paginahuis)}Productie"), _map, Adres.ToString());

    /// <summary>The program as it is after a restart, on the same data and keys; the caller starts and ends it.</summary>
    /// <param name="poort">Where it listens; any free one when not given.</param>
    internal Task<Huis> Herstart(int poort = 0) => Bouw("Development", _verbinding, _map, null, poort);

    /// <summary>An example person who has this role and no other.</summary>
    internal static string In(Rol rol) => Voorbeeldaccounts.Alle.First(p => p.Rollen.SequenceEqual([rol])).Id;

    public Task<HttpResponseMessage> Roep(string? persoon, HttpMethod methode, string pad, object? lichaam = null) =>
        Voorbeeldbeller.Roep(Adres, persoon, methode, pad, lichaam);

    private Task<JsonElement> Gelukt(string persoon, HttpMethod methode, string pad, object lichaam) =>
        Voorbeeldbeller.Gelukt(Adres, persoon, methode, pad, lichaam);

    private async Task Publiceer(string id, string aanvragertype)
    {
        var nu = SystemClock.Instance.GetCurrentInstant();
        var voorgesteld = await Gelukt(
            "regelbeheerder",
            HttpMethod.Post,
            "/v1/tijdvakken",
            new
            {
                id,
                aanvragertype,
                opent = Daghuis.Wandklok(nu - Duration.FromDays(3)),
                sluit = Daghuis.Wandklok(nu + Duration.FromDays(20)),
                plafond = "20000.00",
                volgorde = "loting",
                regelversie = "slim-2026",
            }
        );
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(voorgesteld);
        await Gelukt("regelbeheerder-2", HttpMethod.Post, $"/v1/{pad}", inhoud);
    }

    private async Task Vul()
    {
        await Publiceer(Tijdvak, "mkb-onderneming");
        await Publiceer(Aanvultijdvak, "mkb-onderneming");
        await Publiceer(Samenwerkingstijdvak, "samenwerkingsverband");
        await Gelukt("regelbeheerder", HttpMethod.Put, "/v1/mededeling", new { tekst = "Vandaag is het druk.", soort = "informatie" });
        await Stil();
        await Gelukt("onderzoeker", HttpMethod.Post, "/v1/medewerkers/aanmelding", new { });
        Zaak = await Ingediend(Tijdvak);
        Gevraagd = await Ingediend(Aanvultijdvak);
        await Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/aanvragen/{Gevraagd}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["activiteitenplan"] }
        );
        var tekst = new
        {
            onderwerp = "niet-haalbaar",
            titel = "Planning ontbreekt",
            tekst = "Het plan heeft geen planning.",
        };
        Standaardtekst = (await Gelukt("beoordelaar", HttpMethod.Post, "/v1/standaardteksten", tekst)).GetProperty("id").GetString()!;
        Concept = await Begonnen();
        await Gelukt(
            "ondernemer",
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde = Gemachtigde,
                naam = "Adviesbureau",
                uwNaam = "Bouwbedrijf",
                omvang = (string[])["verantwoorden"],
            }
        );
        Samenwerking = await Begonnen(Samenwerkingstijdvak);
        await Gelukt(
            "ondernemer",
            HttpMethod.Put,
            $"/v1/aanvragen/{Samenwerking}/concept",
            JsonSerializer.Deserialize<JsonElement>(
                """
                {"partijen":[{"kvkNummer":"69599084","rol":"hoofdaanvrager","type":"mkb-onderneming","naam":"Bouwbedrijf De Troffel B.V."},
                             {"kvkNummer":"68750110","rol":"partij","type":"mkb-onderneming","naam":"Installatiebedrijf De Buis B.V."}]}
                """
            )
        );
        await Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{Samenwerking}/uitnodigingen", new { kvkNummer = "68750110" });
        await VulScan();
        await VulBezwaar();
        await VulProject();
        await VulRapport();
        await Stil();
        await ZetApart("x");
        await ZetAlarm(Tijdvak);
    }

    /// <summary>A message about this, which Aanvragen could not handle.</summary>
    internal Task ZetApart(string sleutel) =>
        Voer(
            $"insert into aanvragen.geparkeerd (id, soort, sleutel, inhoud, wie, fout) values ('{Guid.CreateVersion7()}', 'tijdvak-gewijzigd', '{sleutel}', '{{}}', 'x', 'x')"
        );

    /// <summary>An alarm of the reconciliation about this.</summary>
    internal async Task<Guid> ZetAlarm(string onderwerp)
    {
        var id = Guid.CreateVersion7();
        await Voer(
            $"""
            insert into zaken.alarm (id, kenmerk, context, regel, onderwerp, verwacht, gevonden, eerst_op, laatst_op)
            values ('{id}', '{id}', 'tijdvakken', 'het totaal van een tijdvak is de som van zijn reserveringen', '{onderwerp}',
              '11040.00 gereserveerd', '11039.99 gereserveerd', now(), now())
            """
        );
        return id;
    }

    /// <summary>Does this in the database, and gives the first value of what it gives.</summary>
    internal async Task<object?> Voer(string sql)
    {
        await using var bron = Npgsql.NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return await opdracht.ExecuteScalarAsync(Ct);
    }

    private async Task<string> Begonnen(string tijdvak = Tijdvak) =>
        (await Gelukt("ondernemer", HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;

    private async Task<string> Ingediend(string tijdvak)
    {
        var zaak = await Begonnen(tijdvak);
        var formulier = JsonSerializer.Deserialize<JsonElement>(Daghuis.Formulier);
        await Gelukt("ondernemer", HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", formulier);
        await Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await Stil();
        return zaak;
    }

    /// <summary>Someone of the examples, on the page on which people choose.</summary>
    internal void Registreer(Voorbeeldpersoon persoon) => _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(persoon);

    internal Task Stil() => _huis.App.Services.GetRequiredService<Stilte>().Wacht(Ct);

    private static Task<Huis> Bouw(string omgeving, string verbinding, string map, string? provider, int poort = 0) =>
        Huis.Bouw(
            ["--environment", omgeving],
            builder =>
            {
                builder.Configuration["ConnectionStrings:SlimRegeling"] = verbinding;
                builder.Configuration["SlimRegeling:Gegevensmap"] = map;
                builder.Configuration["SlimRegeling:Sleutelmap"] = Path.Combine(map, $"paginasleutels-{omgeving}");
                builder.Configuration["SlimRegeling:Wachtkamer:Stand"] = "uit";
                builder.Configuration["SlimRegeling:Aanmelding:Provider"] = provider;
                builder.Configuration["SlimRegeling:Aanmelding:PaginaGeheim"] = Geheim;
                builder.Configuration["SlimRegeling:Aanmelding:DienstGeheim"] = Geheim;
                builder.Configuration["SlimRegeling:Betalingen:OpdrachtgeverNaam"] = "Uitvoering";
                builder.Configuration["SlimRegeling:Betalingen:OpdrachtgeverIban"] = "NL13TEST0123456789";
                builder.Configuration["ForwardedHeaders_Enabled"] = omgeving == "Production" ? "true" : null;
                builder.Configuration["SlimRegeling:Virusscanner"] = omgeving == "Production" ? "tcp://127.0.0.1:1" : null;
                builder.Configuration["SlimRegeling:Leercultuurscans:Antwoordgeheim"] =
                    omgeving == "Production" ? "een geheim van de proef dat niemand raadt" : null;
                builder.Configuration["SlimRegeling:Email:Server"] = omgeving == "Production" ? "geen" : null;
                builder.Configuration["urls"] = $"http://127.0.0.1:{poort}";
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            },
            CancellationToken.None
        );
}
