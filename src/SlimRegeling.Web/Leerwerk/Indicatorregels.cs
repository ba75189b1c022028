using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>
/// Values and targets of an indicator as a scheme manager writes them, one on a line. Of free text the last field takes all that is left, so that a semicolon
/// in it cuts nothing off; what cannot be read, or can mean more than one thing, is told with its line and never guessed.
/// </summary>
internal static class Indicatorregels
{
    private const string Ja = "ja";
    private const string Nee = "nee";

    public static string Van(Punt p) => Regel(Jaar(p.Jaar), Getal(p.Waarde), p.Status, p.Breuk ? Ja : "", Plat(p.Opmerking));

    public static string Van(Doel d) => Regel(Jaar(d.Jaar), Getal(d.Waarde), d.Status, d.Reeks ?? "", Plat(d.Bron));

    /// <param name="veld">By which a mistake is told.</param>
    public static JsonArray Punten(string tekst, string veld, JsonArray fouten) => Lees(tekst, veld, 3, Punt, fouten);

    /// <inheritdoc cref="Punten"/>
    public static JsonArray Doelen(string tekst, string veld, JsonArray fouten) => Lees(tekst, veld, 5, Doel, fouten);

    private static JsonArray Lees(
        string tekst,
        string veld,
        int minstens,
        Func<string[], (JsonObject Gelezen, string? Fout)> lees,
        JsonArray fouten
    )
    {
        var gelezen = new JsonArray();
        foreach (var (i, regel) in tekst.Split('\n', StringSplitOptions.TrimEntries).Index().Where(r => r.Item.Length > 0))
        {
            var delen = regel.Split(';', 5, StringSplitOptions.TrimEntries);
            var (inhoud, fout) =
                delen.Length >= minstens ? lees(delen) : (new JsonObject(), $"Geef ten minste {minstens} delen, met een ; ertussen.");
            if (fout is null)
            {
                gelezen.Add(inhoud);
            }
            else
            {
                fouten.Add(new JsonObject { ["veld"] = veld, ["uitleg"] = $"Regel {i + 1}: {fout}" });
            }
        }
        return gelezen;
    }

    private static (JsonObject Gelezen, string? Fout) Punt(string[] delen)
    {
        var (punt, fout) = Begin(delen, Leerwoorden.Puntstatussen);
        var breuk = delen.ElementAtOrDefault(3) ?? "";
        punt["breuk"] = breuk.Equals(Ja, StringComparison.OrdinalIgnoreCase);
        if (delen.ElementAtOrDefault(4) is { Length: > 0 } opmerking)
        {
            punt["opmerking"] = opmerking;
        }
        var begrepen =
            breuk.Length == 0
            || breuk.Equals(Ja, StringComparison.OrdinalIgnoreCase)
            || breuk.Equals(Nee, StringComparison.OrdinalIgnoreCase);
        return (punt, fout ?? (begrepen ? null : $"'{breuk}' is geen ja of nee. Schrijf ja als er anders is gemeten."));
    }

    private static (JsonObject Gelezen, string? Fout) Doel(string[] delen)
    {
        var (doel, fout) = Begin(delen, Leerwoorden.Indicatorstatussen);
        if (delen[3].Length > 0)
        {
            doel["reeks"] = delen[3];
        }
        doel["bron"] = delen[4];
        return (doel, fout ?? (delen[4].Length > 0 ? null : "Noem de bron."));
    }

    private static (JsonObject Gelezen, string? Fout) Begin(string[] delen, IReadOnlyList<(string Code, string Naam)> statussen)
    {
        var gelezen = new JsonObject { ["status"] = delen[2] };
        if (delen[0].Length != 4 || !int.TryParse(delen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var jaar))
        {
            return (gelezen, $"'{delen[0]}' is geen jaar. Schrijf het in vier cijfers.");
        }
        gelezen["jaar"] = jaar;
        switch (Bedraglezer.Lees(delen[1]))
        {
            case Gelezen<decimal>.Waarde(var waarde):
                gelezen["waarde"] = waarde;
                break;
            case Gelezen<decimal>.Vraag vraag:
                return (gelezen, $"'{delen[1]}' kan {string.Join(" of ", vraag.Lezingen.Select(l => Getal(l.Is)))} zijn. Schrijf het zo.");
            default:
                return (gelezen, $"'{delen[1]}' is geen getal van nul of hoger. Schrijf het als 40,5.");
        }
        var bekend = statussen.Any(s => s.Code == delen[2]);
        return (gelezen, bekend ? null : $"'{delen[2]}' is geen status. Kies uit {string.Join(", ", statussen.Select(s => s.Code))}.");
    }

    // What is empty at the end is left out; what stands in a field is not touched.
    private static string Regel(params string[] delen) => string.Join("; ", delen.Take(Array.FindLastIndex(delen, d => d.Length > 0) + 1));

    private static string Plat(string? tekst) => (tekst ?? "").ReplaceLineEndings(" ");

    private static string Jaar(int jaar) => Lijngrafiek.Jaar(jaar);

    private static string Getal(decimal getal) => getal.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
