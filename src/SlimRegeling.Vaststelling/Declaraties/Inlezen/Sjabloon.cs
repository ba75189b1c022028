using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// The template on which a recipient writes lines of costs: the number of the case, the headings, and lines that are there already. What it
/// writes is read by <see cref="Inlezer"/>.
/// </summary>
public static class Sjabloon
{
    public const string Bladnaam = "Declaratie";
    public const string Uitlegnaam = "Uitleg";
    public const string Csvtype = "text/csv";
    public const string Xlsxtype = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly SearchValues<char> Aanhalen = SearchValues.Create("\";,\t\r\n");

    /// <summary>One line of each kind; they are passed over when they are read.</summary>
    public static readonly IReadOnlyList<Kostenregel> Voorbeelden =
    [
        new(
            $"{Bladlezing.Voorbeeld}-uren",
            Kostensoort.Uren,
            "C",
            Omschrijving: "Ontwikkelgesprekken voorbereid",
            Medewerker: "P-0417",
            Week: new(2024, 3, 4),
            Uren: 7.5m,
            Uurtarief: 31.68m,
            Brutojaarloon: 41_280.00m
        ),
        new(
            $"{Bladlezing.Voorbeeld}-factuur",
            Kostensoort.Factuur,
            "A",
            Omschrijving: "Opleidingsplan",
            Leverancier: "Adviesbureau Voorbeeld",
            Factuurnummer: "2024-017",
            Factuurdatum: new(2024, 3, 8),
            Betaaldatum: new(2024, 4, 2),
            Bedrag: 1232.00m,
            Btw: 258.72m
        ),
        new($"{Bladlezing.Voorbeeld}-traject", Kostensoort.Traject, "B", Medewerker: "P-0417", AfgerondOp: new(2024, 5, 31)),
        new($"{Bladlezing.Voorbeeld}-plaats", Kostensoort.Praktijkleerplaats, "D", Medewerker: "P-0520", Weken: 40m),
    ];

    /// <summary>
    /// In UTF-8 with its mark, between semicolons: what a Dutch Excel opens as it is. It closes with a row of its own: without that nobody sees of a
    /// text whether all of it came.
    /// </summary>
    public static byte[] Csv(string zaaknummer, IReadOnlyList<Kostenregel> regels)
    {
        var csv = new StringBuilder();
        Rij(csv, ["Zaaknummer", zaaknummer, Bladlezing.Belofte]);
        Rij(csv, Kolom.Alle.Select(k => k.Kop));
        foreach (var regel in regels)
        {
            Rij(csv, Kolom.Alle.Select(k => Tekst(k.Van(regel))));
        }
        Rij(csv, [Bladlezing.Slotwoord]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    public static byte[] Xlsx(string zaaknummer, IReadOnlyList<Kostenregel> regels) => Xlsxschrijver.Schrijf(zaaknummer, regels);

    /// <summary>As people write it.</summary>
    internal static string Tekst(object? waarde) =>
        waarde switch
        {
            null => "",
            decimal getal => getal.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','),
            LocalDate dag => Daglezer.Toon(dag),
            _ => (string)waarde,
        };

    private static void Rij(StringBuilder csv, IEnumerable<string> waarden) =>
        csv.AppendJoin(';', waarden.Select(Aangehaald)).Append("\r\n");

    private static string Aangehaald(string waarde) =>
        waarde.AsSpan().ContainsAny(Aanhalen) ? $"\"{waarde.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : waarde;
}
