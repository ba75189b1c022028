using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Platform;
using SlimRegeling.Prestaties;

// Usage: dotnet run -c Release --project tests/SlimRegeling.Prestaties [-- rounds [submissions]]
var rondes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var aantal = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1500;

// Not a private folder: as root the database runs under an account of its own, which must get there.
var map = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"slimregeling-prestaties-{Guid.NewGuid():n}")).FullName;
try
{
    var start = await Starttijd.Meet(Path.Combine(map, "start"), rondes);
    await using var postgres = await IngebouwdePostgres.Start(Path.Combine(map, "gegevens"), NullLogger.Instance, CancellationToken.None);
    using var kaal = await Kaal.Open(postgres.Verbinding);
    await using var huis = await Proefhuis.Open(postgres.Verbinding, map);
    var metingen = await Meting.Voer(kaal, huis, rondes, aantal);
    Tabel.Druk(metingen, start, rondes, aantal);
    return 0;
}
finally
{
    Directory.Delete(map, recursive: true);
}
