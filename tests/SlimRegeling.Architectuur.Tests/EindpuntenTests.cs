using System.Reflection;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Host;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>What the API promises to the outside.</summary>
public sealed class EindpuntenTests
{
    /// <summary>Of no one case by its address, and yet it shows cases.</summary>
    private static readonly string[] MetZaken =
    [
        "GET /v1/aanvullingsverzoeken",
        "GET /v1/afschriften/{id}",
        "GET /v1/afstemming",
        "GET /v1/bankregels",
        "GET /v1/beheer/berichten/apart/{id}",
        "GET /v1/beheer/emails",
        "GET /v1/betaalbestanden/{id}",
        "GET /v1/betaalrondes/{id}",
        "GET /v1/betaaltermijnen",
        "GET /v1/bezwaren",
        "GET /v1/buitenbehandelingvoorstellen",
        "GET /v1/geldwerk",
        "GET /v1/grootboek/boekingen",
        "GET /v1/grootboek/boekingen/{boeking}",
        "GET /v1/grootboek/tegenboekingen",
        "GET /v1/grootboek/uitvoer/{jaar}",
        "GET /v1/ondertekeningen",
        "GET /v1/postbundels",
        "GET /v1/postbundels/{id}/pdf",
        "GET /v1/simulaties/{id}",
        "GET /v1/steekproeven/{nummer}",
        "GET /v1/steekproeven/{nummer}/lijst.csv",
        "GET /v1/steunregister/opgaven/{opgave}",
        "GET /v1/steunregister/opgaven/{opgave}/bestand",
        "GET /v1/steunregister/werk",
        "GET /v1/vaststellingsvoorstellen",
        "GET /v1/werk",
        "POST /v1/simulaties",
    ];

    /// <summary>
    /// Where decisions, money and e-mail are sent: the enterprise says that itself, or who acts for it by a machtiging that it registered with its
    /// eHerkenning broker.
    /// </summary>
    private static readonly string[] ZelfOfViaEherkenning =
    [
        "GET /v1/ondernemingen/{kvkNummer}/contact",
        "GET /v1/ondernemingen/{kvkNummer}/emailbereik",
        "POST /v1/ondernemingen/{kvkNummer}",
        "POST /v1/ondernemingen/{kvkNummer}/contact",
        "POST /v1/ondernemingen/{kvkNummer}/rekening",
    ];

    /// <summary>
    /// All that someone who acts for an enterprise can change, and whether that binds the enterprise: then it is not for who acts for one of its
    /// establishments. Decide it here for what is new.
    /// </summary>
    private static readonly Dictionary<string, bool> Bindend = new()
    {
        ["DELETE /v1/documenten/{id}"] = false,
        ["POST /v1/aanvragen"] = false,
        ["POST /v1/aanvragen/{zaaknummer}/aanvulling"] = true,
        ["POST /v1/aanvragen/{zaaknummer}/indiening"] = true,
        ["POST /v1/aanvragen/{zaaknummer}/intrekking"] = true,
        // Tells what happened: an employee decides what follows from it.
        ["POST /v1/aanvragen/{zaaknummer}/meldingen"] = false,
        ["POST /v1/aanvragen/{zaaknummer}/uitnodigingen"] = false,
        ["POST /v1/aanvragen/{zaaknummer}/uitnodigingen/intrekking"] = false,
        ["POST /v1/bezwaren/{bezwaar}/aanvulling"] = true,
        ["POST /v1/bezwaren/{bezwaar}/intrekking"] = true,
        ["POST /v1/documenten"] = false,
        ["POST /v1/machtigingen"] = true,
        ["POST /v1/machtigingen/{id}/beeindiging"] = true,
        ["POST /v1/ondernemingen/{kvkNummer}"] = true,
        ["POST /v1/ondernemingen/{kvkNummer}/contact"] = true,
        ["POST /v1/ondernemingen/{kvkNummer}/rekening"] = true,
        ["POST /v1/campagnes"] = false,
        ["POST /v1/campagnes/{campagne}/sluiting"] = false,
        ["POST /v1/interventielog"] = false,
        ["POST /v1/interventielog/{regel}/afronding"] = false,
        ["POST /v1/scans"] = false,
        ["POST /v1/scans/{scan}/afbreking"] = false,
        ["POST /v1/scans/{scan}/codebladen"] = false,
        ["POST /v1/scans/{scan}/codes"] = false,
        ["POST /v1/scans/{scan}/koppeling"] = false,
        // Signed for the management of the whole firm; and the plan is what activity A brought.
        ["POST /v1/scans/{scan}/leiding"] = true,
        ["POST /v1/scans/{scan}/ondernemingsraad"] = false,
        ["POST /v1/scans/{scan}/plan/vaststelling"] = true,
        ["POST /v1/scans/{scan}/sluiting"] = false,
        ["POST /v1/scans/{scan}/terugkoppeling"] = false,
        ["PUT /v1/scans/{scan}/plan"] = false,
        ["POST /v1/uitnodigingen/{zaaknummer}/bevestiging"] = true,
        ["POST /v1/uitnodigingen/{zaaknummer}/weigering"] = true,
        ["POST /v1/verantwoordingen/{zaaknummer}/bewijs"] = true,
        ["POST /v1/verantwoordingen/{zaaknummer}/declaratie/inlezen"] = false,
        ["POST /v1/verantwoordingen/{zaaknummer}/declaratie"] = true,
        ["POST /v1/verantwoordingen/{zaaknummer}/voortgang"] = true,
        ["POST /v1/verleningen/{zaaknummer}/bezwaren"] = true,
        ["POST /v1/verleningen/{zaaknummer}/intrekking"] = true,
        ["POST /v1/verleningen/{zaaknummer}/intrekkingen/zienswijze"] = true,
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen"] = true,
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/intrekking"] = true,
        ["PUT /v1/aanvragen/{zaaknummer}/concept"] = false,
        ["PUT /v1/uitnodigingen/{zaaknummer}"] = false,
        ["PUT /v1/verantwoordingen/{zaaknummer}/declaratie/concept"] = false,
    };

    /// <summary>Public data (Handelsregisterwet 2007, article 21): it is of no case, and who applies names other enterprises.</summary>
    private static readonly string[] VanIedereen = ["GET /v1/handelsregister/{kvkNummer}"];

    [Fact]
    public async Task Every_endpoint_and_page_names_who_may_call_it()
    {
        await using var app = Huis.Ongestart(metSite: true);
        var eindpunten = RechtenSchrijven.Eindpunten(app);
        Assert.Contains(eindpunten, e => RechtenSchrijven.Naam(e) == "/zaken/{zaaknummer}");
        Assert.Contains(eindpunten, e => RechtenSchrijven.Naam(e).Contains("/beheer/hangfire", StringComparison.Ordinal));
        Assert.Empty(
            eindpunten
                .Where(e => e.Metadata.GetMetadata<Toegang>() is not { } t || (!t.Openbaar && t.Rollen.Count == 0))
                .Select(RechtenSchrijven.Naam)
        );
    }

    [Fact]
    public async Task Every_endpoint_for_an_adviser_says_which_machtiging_of_the_portal_reaches_it()
    {
        await using var app = Huis.Ongestart();
        var voorAdviseurs = RechtenSchrijven
            .Eindpunten(app)
            .Where(e => e.Metadata.GetMetadata<Toegang>()?.Rollen.Contains(Rol.Gemachtigde) == true)
            .ToList();
        Assert.Equal(
            ZelfOfViaEherkenning,
            voorAdviseurs.Where(e => e.Metadata.GetMetadata<MetMachtiging>() is null).Select(RechtenSchrijven.Naam).Order()
        );
        Assert.Empty(
            RechtenSchrijven
                .Eindpunten(app)
                .Except(voorAdviseurs)
                .Where(e => e.Metadata.GetMetadata<MetMachtiging>() is not null)
                .Select(RechtenSchrijven.Naam)
        );
    }

    [Fact]
    public async Task Of_all_that_an_enterprise_can_change_it_is_said_whether_it_binds_the_whole_of_it()
    {
        await using var app = Huis.Ongestart();
        var eindpunten = RechtenSchrijven.Eindpunten(app);
        Assert.Equal(
            Bindend.OrderBy(b => b.Key, StringComparer.Ordinal),
            eindpunten
                .Where(e =>
                    e.Metadata.GetMetadata<Toegang>()?.Rollen.Any(Rollen.VanOnderneming.Contains) == true
                    && !RechtenSchrijven.Naam(e).StartsWith("GET ", StringComparison.Ordinal)
                )
                .Select(e => KeyValuePair.Create(RechtenSchrijven.Naam(e), IsBindend(e)))
                .OrderBy(b => b.Key, StringComparer.Ordinal)
        );
        // Nothing that is read binds.
        Assert.Equal(Bindend.Count(b => b.Value), eindpunten.Count(IsBindend));
    }

    [Fact]
    public async Task What_an_enterprise_may_call_is_limited_to_its_own_cases()
    {
        await using var app = Huis.Ongestart(metSite: true);
        Assert.Empty(
            RechtenSchrijven
                .Eindpunten(app)
                .Where(e => e.Metadata.GetMetadata<Toegang>() is { } t && t.Rollen.Any(Rollen.VanOnderneming.Contains) && !t.EigenZaak)
                .Select(RechtenSchrijven.Naam)
                .Except(VanIedereen)
        );
    }

    [Fact]
    public async Task What_shows_a_case_to_the_executor_is_in_the_view_log()
    {
        await using var app = Huis.Ongestart();
        Assert.Empty(MetZaken.Except(RechtenSchrijven.Eindpunten(app).Select(RechtenSchrijven.Naam)));
        Assert.Empty(
            RechtenSchrijven
                .Eindpunten(app)
                .Where(e =>
                    e.Metadata.GetMetadata<Toegang>() is { } t
                    && t.Rollen.Any(Rollen.VanUitvoerder.Contains)
                    && ToontZaken(e, t)
                    && e.Metadata.GetMetadata<Inzage>() is null
                )
                .Select(RechtenSchrijven.Naam)
                // The log is asked by case and shows none.
                .Except(["GET /v1/inzagen"])
        );
    }

    [Fact]
    public async Task The_committed_table_of_rights_is_what_the_program_holds()
    {
        var pad = Bron.Pad("docs", RechtenSchrijven.Bestand);
        Assert.True(File.Exists(pad), "docs/rechten.md is missing: run the command 'rechten' of the host.");
        var geschreven = await File.ReadAllTextAsync(pad, TestContext.Current.CancellationToken);
        Assert.True(
            geschreven == await RechtenSchrijven.Tekst(),
            "docs/rechten.md is not what the endpoints say any more: run the command 'rechten' of the host and look at what changed."
        );
    }

    private static bool IsBindend(RouteEndpoint eindpunt) => eindpunt.Metadata.GetMetadata<BindtOnderneming>() is not null;

    private static bool ToontZaken(RouteEndpoint eindpunt, Toegang toegang)
    {
        var naam = RechtenSchrijven.Naam(eindpunt);
        return MetZaken.Contains(naam)
            || (naam.StartsWith("GET /v1/", StringComparison.Ordinal) && (toegang.EigenZaak || GaatOverEenZaak(eindpunt)));
    }

    private static bool GaatOverEenZaak(RouteEndpoint eindpunt) =>
        eindpunt.Metadata.GetMetadata<MethodInfo>() is { } methode
        && methode.GetParameters().Any(p => p.ParameterType == typeof(Zaaknummer) || p.Name is "zaaknummer" or "kvkNummer");

    [Fact]
    public async Task The_committed_api_documents_are_what_the_program_serves()
    {
        var documenten = OpenapiSchrijven.Documenten().ToList();
        foreach (var (naam, document) in documenten)
        {
            var pad = Bron.Pad("openapi", $"{naam}.json");
            Assert.True(File.Exists(pad), $"openapi/{naam}.json is missing: run the command 'openapi' of the host.");
            Assert.Equal(await File.ReadAllTextAsync(pad, TestContext.Current.CancellationToken), document);
        }
        Assert.Equal(
            documenten.Select(d => $"{d.Naam}.json").Order(),
            Directory.EnumerateFiles(Bron.Pad("openapi"), "*.json").Select(Path.GetFileName).Order()
        );
    }
}
