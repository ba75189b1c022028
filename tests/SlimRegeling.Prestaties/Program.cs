using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Platform;
using SlimRegeling.Prestaties;

// Usage: dotnet run -c Release --project tests/SlimRegeling.Prestaties [-- rounds [submissions] | -- antwoord rounds submissions | -- groei rounds submissions [applications…] | -- lotingen [share] | -- regels | -- narekenen decisions | -- bulk cases | -- herbouw applications | -- bladen [cases [rounds]] | -- vinden [cases [rounds]] | -- brieven [letters] | -- inlezen [lines] | -- betalen [lines] | -- grootboek [lines] | -- scan [workers [seconds]] (begun with taskset -c 0,1) | -- benchmark [firms]]
return args switch
{
    ["regels"] => Regelmeting.Voer(),
    ["brieven", .. var brieven] => Brievenmeting.Voer(brieven.Length > 0 ? Getal(brieven[0]) : 1_000),
    ["inlezen", .. var inlezen] => Inleesmeting.Voer(inlezen.Length > 0 ? Getal(inlezen[0]) : 20_000),
    ["betalen", .. var betalen] => await Met(map => Betaal(map, betalen.Length > 0 ? Getal(betalen[0]) : 100_000)),
    ["grootboek", .. var grootboek] => await Met(map => Grootboekmeting.Voer(map, grootboek.Length > 0 ? Getal(grootboek[0]) : 1_000_000)),
    ["scan", .. var scan] => await Met(map =>
        Scanmeting.Voer(map, scan.Length > 0 ? Getal(scan[0]) : 5_000, scan.Length > 1 ? Getal(scan[1]) : 600)
    ),
    ["benchmark", .. var firmas] => await Met(map => Benchmarkmeting.Voer(map, firmas.Length > 0 ? Getal(firmas[0]) : 10_000)),
    ["narekenen", var besluiten] => await InMap(map => Narekenmeting.Voer(map, Getal(besluiten))),
    ["groei", var rondes, var aantal, .. var omvangen] => await InMap(map =>
        Groei.Voer(map, Getal(rondes), Getal(aantal), omvangen.Length > 0 ? [.. omvangen.Select(Getal)] : [1_000, 100_000])
    ),
    ["lotingen", .. var deel] => await InMap(map =>
        Lotingen.Voer(map, deel.Length > 0 ? double.Parse(deel[0], CultureInfo.InvariantCulture) : 1.0)
    ),
    ["antwoord", var rondes, var aantal] => await InMap(map => MeetIndieningen(map, Getal(rondes), Getal(aantal), metStart: false)),
    ["herbouw", var aanvragen] => await InMap(map => Herbouwmeting.Voer(map, Getal(aanvragen))),
    ["bladen", .. var bladen] => await InMap(map =>
        Bladmeting.Voer(map, bladen.Length > 0 ? Getal(bladen[0]) : 100_000, bladen.Length > 1 ? Getal(bladen[1]) : 100)
    ),
    ["vinden", .. var vinden] => await InMap(map =>
        Bladmeting.Voer(map, vinden.Length > 0 ? Getal(vinden[0]) : 100_000, vinden.Length > 1 ? Getal(vinden[1]) : 100, alleenVinden: true)
    ),
    ["bulk", var zaken] => await InMap(map => Bulkmeting.Voer(map, Getal(zaken))),
    _ => await InMap(map => MeetIndieningen(map, args.Length > 0 ? Getal(args[0]) : 5, args.Length > 1 ? Getal(args[1]) : 1500)),
};

static async Task<int> Betaal(string map, int aantal)
{
    var alleen = Betaalmeting.Voer(aantal);
    var doorDeDeur = await Rondemeting.Voer(map, aantal);
    return Math.Max(alleen, doorDeDeur);
}

static async Task MeetIndieningen(string map, int rondes, int aantal, bool metStart = true)
{
    var start = metStart ? await Starttijd.Meet(Path.Combine(map, "start"), rondes) : [];
    await using var postgres = await IngebouwdePostgres.Start(Path.Combine(map, "gegevens"), NullLogger.Instance, CancellationToken.None);
    using var kaal = await Kaal.Open(postgres.Verbinding);
    await using var huis = await Proefhuis.Open(postgres.Verbinding, map);
    await Meting.WarmOp(kaal, huis, Meting.Opwarming);
    var metingen = await Meting.Voer(kaal, huis, rondes, aantal);
    Tabel.Druk(metingen, start, rondes, aantal);
}

static Task<int> InMap(Func<string, Task> meet) =>
    Met(async map =>
    {
        await meet(map);
        return 0;
    });

static async Task<int> Met(Func<string, Task<int>> meet)
{
    // Not a private folder: as root the database runs under an account of its own, which must get there.
    var map = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"slimregeling-prestaties-{Guid.NewGuid():n}")).FullName;
    try
    {
        return await meet(map);
    }
    finally
    {
        Directory.Delete(map, recursive: true);
    }
}

static int Getal(string tekst) => int.Parse(tekst, CultureInfo.InvariantCulture);
