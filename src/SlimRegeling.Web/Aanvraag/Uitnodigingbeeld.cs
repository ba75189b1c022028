using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>An invitation to take part in a partnership, as the invited party sees it: the common plan, and its own part as a form.</summary>
/// <param name="Antwoord">As the API has it.</param>
/// <param name="Geheel">The form of the window, for the words of its fields.</param>
/// <param name="Deel">The own part, written as a draft is.</param>
public sealed record Uitnodigingbeeld(JsonObject Antwoord, Veld Geheel, Conceptbeeld Deel)
{
    /// <summary>The own part as a task.</summary>
    public static readonly Taak Taak = new("deel", "Uw deel", "Uw cijfers, wat u draagt en wat u verklaart.");

    // The hoofdaanvrager says who takes part and as what.
    private static readonly string[] VanHoofdaanvrager = ["kvkNummer", "rol", "type"];

    private static readonly string[] VanMkb = ["werkzamePersonen", "jaaromzet", "balanstotaal", "mkb"];

    public string Zaaknummer => Deel.Zaaknummer;

    /// <summary>uitgenodigd, bevestigd, geweigerd or verlopen.</summary>
    public string Stand => (string)Antwoord["stand"]!;

    public string Hoofdaanvrager => (string?)Antwoord["hoofdaanvragerNaam"] ?? $"KVK {(string)Antwoord["hoofdaanvrager"]!}";

    public string Type => (string)Antwoord["type"]!;

    public string Afdruk => (string)Antwoord["afdruk"]!;

    public DateTimeOffset? OndertekendOp => Moment("ondertekendOp");

    public DateTimeOffset? IngediendOp => Moment("ingediendOp");

    public bool HandtekeningVervallen => (bool?)Antwoord["handtekeningVervallen"] == true;

    public bool PlanGewijzigd => (bool?)Antwoord["planGewijzigd"] == true;

    public bool MagSchrijven => IngediendOp is null && Stand is "uitgenodigd" or "bevestigd" && Deel.Tijdvak.Status != "gesloten";

    /// <summary>Euro as the API writes it; null while it cannot be computed.</summary>
    public string? Kosten => (string?)Antwoord["gezamenlijk"]!["kosten"];

    /// <summary>What stands in the way of signing.</summary>
    public IReadOnlyList<Veldfout> Fouten =>
        [.. JsonAntwoord.Lees(Antwoord["fouten"]!).Select(f => new Veldfout(f.Veld, f.Uitleg, f.Artikel))];

    public IEnumerable<(string KvkNummer, string? Naam, string Rol, string Soort)> Partijen =>
        Antwoord["gezamenlijk"]!["partijen"]!
            .AsArray()
            .Select(p =>
                (
                    (string)p!["kvkNummer"]!,
                    (string?)p["naam"],
                    Keuze($"{Taken.Partijen}[0].rol", (string)p["rol"]!),
                    Keuze($"{Taken.Partijen}[0].type", (string)p["type"]!)
                )
            );

    public IEnumerable<(string Soort, int? Trajecten)> Activiteiten =>
        Antwoord["gezamenlijk"]!["activiteiten"]!
            .AsArray()
            .Select(a => (Keuze("activiteiten[0].soort", (string)a!["soort"]!), (int?)a["trajecten"]));

    /// <summary>The plan as a form of its own with what stands in it; null while there is none.</summary>
    public (Veld Formulier, Invulling Invulling)? Plan =>
        Antwoord["gezamenlijk"]!["plan"] is JsonObject plan && Geheel.Velden.FirstOrDefault(v => v.Naam == "plan") is { } veld
            ? (veld, Invulling.Van(Geheel with { Velden = [veld] }, new JsonObject { ["plan"] = plan.DeepClone() }))
            : null;

    public Invulling EigenDeel => Invulling.Van(Deel.Formulier, Deel.Inhoud);

    public string Soort => Keuze($"{Taken.Partijen}[0].type", Type);

    public static string Pad(string zaaknummer) => $"uitnodigingen/{Uri.EscapeDataString(zaaknummer)}";

    /// <summary>The form of the own part, from that of the window; without what only an mkb-onderneming tells, for another kind of party.</summary>
    public static Veld Formulier(Veld geheel, string type) =>
        geheel.Velden.FirstOrDefault(v => v.Naam == Taken.Partijen)?.Element is { } partij
            ? geheel with
            {
                Velden =
                [
                    Zonder(partij, type == "mkb-onderneming" ? VanHoofdaanvrager : [.. VanHoofdaanvrager, .. VanMkb]) with
                    {
                        Naam = Taak.Code,
                        Uitleg = null,
                    },
                ],
            }
            : throw new InvalidOperationException("The form of this window has no parties.");

    private static Veld Zonder(Veld veld, string[] namen) =>
        veld with
        {
            Velden = [.. veld.Velden.Where(v => !namen.Contains(v.Naam)).Select(v => Zonder(v, namen))],
        };

    private string Keuze(string pad, string waarde) => Geheel.Zoek(pad)?.Keuzes.FirstOrDefault(k => k.Waarde == waarde)?.Titel ?? waarde;

    private DateTimeOffset? Moment(string naam) =>
        (string?)Antwoord[naam] is { } tekst ? DateTimeOffset.Parse(tekst, CultureInfo.InvariantCulture) : null;
}
