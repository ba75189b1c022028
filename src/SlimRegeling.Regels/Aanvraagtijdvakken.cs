using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels;

/// <summary>A window as it was published, with every later change (article 2.6). Amounts in euro; times are Europe/Amsterdam.</summary>
/// <param name="Volgorde">"loting" or "binnenkomst" (order of receipt).</param>
/// <param name="Regelversie">The version that holds for its cases.</param>
public sealed record Aanvraagtijdvak(
    string Id,
    string Aanvragertype,
    LocalDateTime Opent,
    LocalDateTime Sluit,
    decimal Plafond,
    string Volgorde,
    string Regelversie,
    Status Status
);

/// <summary>The windows of the scheme from 2020 on: tijdvakken.csv as first published, tijdvakwijzigingen.csv replayed over it.</summary>
public static class Aanvraagtijdvakken
{
    private const string Wijzigingen = "tijdvakwijzigingen.csv";

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly Lazy<FrozenDictionary<string, Aanvraagtijdvak>> Boek = new(LeesAlle);

    /// <summary>In the order of their opening.</summary>
    public static IReadOnlyList<Aanvraagtijdvak> Alle =>
        [.. Boek.Value.Values.OrderBy(t => t.Opent).ThenBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>Null when there is no such window.</summary>
    public static Aanvraagtijdvak? Zoek(string id) => Boek.Value.GetValueOrDefault(id);

    private static FrozenDictionary<string, Aanvraagtijdvak> LeesAlle()
    {
        var tijdvakken = Regels("tijdvakken.csv").Select(Tijdvak).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var wijziging in Regels(Wijzigingen).OrderBy(r => r["op"], StringComparer.Ordinal))
            tijdvakken[wijziging["id"]] = Met(tijdvakken[wijziging["id"]], wijziging);
        return tijdvakken.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Aanvraagtijdvak Tijdvak(Dictionary<string, string> regel) =>
        new(
            regel["id"],
            regel["aanvragertype"],
            Moment.Parse(regel["opent"]).Value,
            Moment.Parse(regel["sluit"]).Value,
            Getal.Lees(regel["plafond"]),
            regel["volgorde"],
            Regelboek.Versie(regel["regelversie"]).Id,
            Enum.Parse<Status>(regel["status"], ignoreCase: true)
        );

    /// <exception cref="RegelbestandException">The window did not have what the change says that it had.</exception>
    private static Aanvraagtijdvak Met(Aanvraagtijdvak tijdvak, Dictionary<string, string> wijziging)
    {
        var (wat, oud, nieuw) = (wijziging["wat"], wijziging["oud"], wijziging["nieuw"]);
        var (was, wordt) = wat switch
        {
            "opent" => (tijdvak.Opent == Moment.Parse(oud).Value, tijdvak with { Opent = Moment.Parse(nieuw).Value }),
            "sluit" => (tijdvak.Sluit == Moment.Parse(oud).Value, tijdvak with { Sluit = Moment.Parse(nieuw).Value }),
            "plafond" => (tijdvak.Plafond == Getal.Lees(oud), tijdvak with { Plafond = Getal.Lees(nieuw) }),
            _ => throw new RegelbestandException(Wijzigingen, [$"{tijdvak.Id}: '{wat}' is geen opent, sluit of plafond"]),
        };
        return was ? wordt : throw new RegelbestandException(Wijzigingen, [$"{tijdvak.Id}: {wat} was niet {oud} op {wijziging["op"]}"]);
    }

    /// <summary>The lines by the names of the first; a field holds no comma, except the last.</summary>
    private static IEnumerable<Dictionary<string, string>> Regels(string naam)
    {
        var regels = Regelboek.Bestand(naam).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kop = regels[0].Split(',');
        return regels
            .Skip(1)
            .Select(regel => kop.Zip(regel.Split(',', kop.Length)).ToDictionary(v => v.First, v => v.Second, StringComparer.Ordinal));
    }
}
