using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Vaststelling.Declaraties.Vergelijken;

/// <summary>
/// What of a line is kept beside the others to compare it with them. Who worked, who sent the invoice and its number stand in it under a pseudonym that
/// only this program can make: the words stay with the declaration.
/// </summary>
/// <param name="Persoon">Of who worked; null when the line has no hours of a person in a week.</param>
/// <param name="Week">The Monday.</param>
/// <param name="Factuur">Of supplier and invoice number.</param>
/// <param name="Betaling">Of supplier, day and amount of an invoice.</param>
/// <param name="Prestatie">Of who had a trajectory that was completed on a day, or a placement of so many weeks: what has a fixed amount.</param>
public sealed record Regelafdruk(
    string Zaaknummer,
    string Regel,
    string? Persoon = null,
    LocalDate? Week = null,
    decimal? Uren = null,
    string? Factuur = null,
    string? Betaling = null,
    string? Prestatie = null
)
{
    private const string Met = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžłőű";
    private const string Zonder = "aaaaaaceeeeiiiinoooooouuuuyyszlou";

    /// <summary>The forms of enterprises that one writes with their name, or leaves out.</summary>
    private static readonly string[] Rechtsvormen = ["bv", "nv", "vof", "cv", "bvba", "gmbh", "ltd"];

    /// <param name="kvkNummer">Of the recipient: a personnel number is of one enterprise only, a name is not.</param>
    public static Regelafdruk Van(string zaaknummer, string kvkNummer, Kostenregel regel, Schuilnaam schuilnaam)
    {
        var wie = Persoonskenmerk(regel.Medewerker, regel.Partij ?? kvkNummer);
        var persoon = regel is { Week: not null, Uren: > 0 } ? wie : "";
        var leverancier = Leverancierskenmerk(regel.Leverancier);
        var nummer = Letters(regel.Factuurnummer);
        return new(
            zaaknummer,
            regel.Id,
            persoon.Length > 0 ? schuilnaam.Van("persoon", persoon) : null,
            persoon.Length > 0 ? Maandag(regel.Week!.Value) : null,
            persoon.Length > 0 ? regel.Uren : null,
            leverancier.Length > 0 && nummer.Length > 0 ? schuilnaam.Van("factuur", $"{leverancier}\n{nummer}") : null,
            leverancier.Length > 0 && regel is { Factuurdatum: { } dag, Bedrag: { } bedrag }
                ? schuilnaam.Van(
                    "betaling",
                    $"{leverancier}\n{LocalDatePattern.Iso.Format(dag)}\n{bedrag.ToString("0.00", CultureInfo.InvariantCulture)}"
                )
                : null,
            wie.Length > 0 && Prestatiekenmerk(regel) is { } prestatie ? schuilnaam.Van("prestatie", $"{wie}\n{prestatie}") : null
        );
    }

    /// <summary>
    /// What was done for someone, where the amount is fixed; null for costs, and where nothing tells one from another. A placement is compared by its weeks
    /// as well: one that goes on has others in the next year.
    /// </summary>
    private static string? Prestatiekenmerk(Kostenregel regel) =>
        regel switch
        {
            { Soort: Kostensoort.Traject, AfgerondOp: { } dag } => $"{Kostensoort.Traject}\n{LocalDatePattern.Iso.Format(dag)}",
            { Soort: Kostensoort.Praktijkleerplaats, Weken: { } weken } => string.Join(
                '\n',
                Kostensoort.Praktijkleerplaats,
                weken.ToString("0.00", CultureInfo.InvariantCulture),
                regel.AfgerondOp is { } dag ? LocalDatePattern.Iso.Format(dag) : ""
            ),
            _ => null,
        };

    /// <summary>
    /// The same for "Jansen, P." and "p. jansen". What has a digit is a personnel number, and that of another enterprise is another's.
    /// </summary>
    private static string Persoonskenmerk(string? medewerker, string kvkNummer)
    {
        var delen = Woorden(medewerker).Order(StringComparer.Ordinal).ToList();
        return delen.Count == 0 ? ""
            : delen.TrueForAll(deel => deel.All(char.IsLetter)) ? string.Join(' ', delen)
            : $"{kvkNummer} {string.Join(' ', delen)}";
    }

    /// <summary>The same for "Advies &amp; Zn. B.V." and "advies &amp; zn".</summary>
    private static string Leverancierskenmerk(string? leverancier) =>
        string.Concat(Woorden(leverancier?.Replace(".", "", StringComparison.Ordinal)).Where(woord => !Rechtsvormen.Contains(woord)));

    private static LocalDate Maandag(LocalDate dag) => dag.PlusDays(IsoDayOfWeek.Monday - dag.DayOfWeek);

    private static string Letters(string? tekst) => string.Concat(Woorden(tekst));

    private static string[] Woorden(string? tekst)
    {
        var gewoon = new StringBuilder();
        foreach (var teken in (tekst ?? "").ToLowerInvariant())
        {
            var plaats = Met.IndexOf(teken, StringComparison.Ordinal);
            gewoon.Append(
                plaats >= 0 ? Zonder[plaats]
                : char.IsLetterOrDigit(teken) ? teken
                : ' '
            );
        }
        return gewoon.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
