using System.Text.Json;

namespace SlimRegeling.Zaken;

/// <summary>The names of statuses as they stand in addresses and answers (<c>budget-gereserveerd</c>), and their order.</summary>
internal static class Statussen
{
    // By number they stand as they came to be. An award follows a refusal, or a decision not to handle, on objection or where a mistake is mended
    // only: in its place. So does a settlement what was opened again.
    private static readonly Zaakstatus[] Levensloop =
    [
        Zaakstatus.Ingediend,
        Zaakstatus.Volledig,
        Zaakstatus.Gerangschikt,
        Zaakstatus.BudgetGereserveerd,
        Zaakstatus.Teruggezonden,
        Zaakstatus.Beoordeeld,
        Zaakstatus.AanvullingGevraagd,
        Zaakstatus.Aangevuld,
        Zaakstatus.Vervallen,
        Zaakstatus.BuitenBehandeling,
        Zaakstatus.Afgewezen,
        Zaakstatus.Verleend,
        Zaakstatus.InSteekproef,
        Zaakstatus.BewijsOntvangen,
        Zaakstatus.Heropend,
        Zaakstatus.Vastgesteld,
        Zaakstatus.Afgerond,
        Zaakstatus.Ingetrokken,
    ];

    private static readonly Dictionary<string, Zaakstatus> OpNaam = Enum.GetValues<Zaakstatus>().ToDictionary(Naam);

    public static IEnumerable<string> Alle => OpNaam.Keys;

    public static string Naam(Zaakstatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    /// <summary>Where a status stands in the life of a case, in SQL: of two with one moment the later one counts.</summary>
    /// <param name="kolom">Of its number.</param>
    public static string Plaats(string kolom) => $"array_position(array[{string.Join(", ", Levensloop.Select(s => (int)s))}], {kolom})";

    /// <summary>
    /// Whether nothing comes after it, in SQL: what was withdrawn altogether stays so, also when it crossed a settlement that was signed later, unless that
    /// was revoked since.
    /// </summary>
    /// <param name="rij">With its number and the case.</param>
    /// <param name="moment">Column of its moment.</param>
    /// <param name="stappen">The table of the steps.</param>
    public static string Laatste(string rij, string moment, string stappen) =>
        $"""
            ({rij}.status = {(int)Zaakstatus.Ingetrokken} and not exists (select from {stappen} h where h.zaaknummer = {rij}.zaaknummer
              and h.stap = '{Eigenstap.IntrekkingHerroepen}' and h.moment > {rij}.{moment}))
            """;

    public static Zaakstatus? Lees(string naam) => OpNaam.TryGetValue(naam, out var status) ? status : null;
}
