using System.Reflection;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Platform;

namespace SlimRegeling.Leercultuurscans.Instrumenten;

/// <summary>
/// Every instrument that there is: those of the house, and the files of the folder <c>SlimRegeling:Leercultuurscans:Instrumenten</c>, by which one is added
/// without code.
/// </summary>
public sealed class Instrumentboek
{
    public const string Instelling = "SlimRegeling:Leercultuurscans:Instrumenten";

    /// <summary>The series that goes along with every other, and is the whole of the QuickScan.</summary>
    public const string Kernreeks = "kernvragen";

    private const string Map = "Instrumenten/";

    private static readonly Lazy<Instrumentboek> Eigen = new(() => new([], "ingebouwd"));

    private readonly Dictionary<string, Instrument> _opId;

    private Instrumentboek(IEnumerable<Instrument> erbij, string plaats)
    {
        _opId = [];
        foreach (var instrument in VanHuis().Concat(erbij))
        {
            if (!_opId.TryAdd(instrument.Id, instrument))
            {
                throw new Gegevensfout(plaats, [$"regel 1: instrument '{instrument.Id}' bestaat al; geef het een nieuwe versie"]);
            }
        }
    }

    /// <summary>Those that are part of the program.</summary>
    public static Instrumentboek Ingebouwd => Eigen.Value;

    public IReadOnlyList<Instrument> Alle => [.. _opId.Values.OrderBy(i => i.Reeks, StringComparer.Ordinal).ThenBy(i => i.Versie)];

    /// <summary>The latest version of the kernvragen.</summary>
    public Instrument Kernvragen => Alle.Last(i => i.Reeks == Kernreeks);

    /// <summary>Null when there is no such instrument.</summary>
    public Instrument? Zoek(string id) => _opId.GetValueOrDefault(id);

    /// <exception cref="Opstartfout">A file in the folder is not in order, or has the name of another instrument.</exception>
    public static Instrumentboek Uit(IConfiguration configuratie)
    {
        if (configuratie[Instelling] is not { Length: > 0 } map)
        {
            return Ingebouwd;
        }
        try
        {
            return Met(map);
        }
        catch (Exception e) when (e is Gegevensfout or IOException or UnauthorizedAccessException)
        {
            throw new Opstartfout($"De instrumenten in {map} ({Instelling}) kunnen niet worden gebruikt. {e.Message}");
        }
    }

    /// <summary>Those of the house and the files in a folder.</summary>
    /// <exception cref="Gegevensfout">A file is not in order, or has the name of another instrument.</exception>
    public static Instrumentboek Met(string map) =>
        new(
            Directory
                .EnumerateFiles(map, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(bestand => Instrumentlezer.Lees(Path.GetFileName(bestand), File.ReadAllBytes(bestand)))
                .ToList(),
            map
        );

    /// <summary>What people answer in a scan of this instrument; null when there is none of that name.</summary>
    /// <param name="kernvragen">The version that went along; null in a scan of the kernvragen alone.</param>
    public Vragenlijst? Lijst(string instrument, string? kernvragen)
    {
        var (eigen, kern) = (Zoek(instrument), kernvragen is null ? null : Zoek(kernvragen));
        return eigen is null ? null
            : kernvragen is null ? new Vragenlijst(eigen, null)
            : kern is null ? null
            : new Vragenlijst(kern, eigen);
    }

    private static IEnumerable<Instrument> VanHuis()
    {
        var huis = Assembly.GetExecutingAssembly();
        foreach (var naam in huis.GetManifestResourceNames().Where(n => n.StartsWith(Map, StringComparison.Ordinal)))
        {
            yield return Instrumentlezer.Lees(naam, Bestanden.Lees(naam));
        }
    }
}
