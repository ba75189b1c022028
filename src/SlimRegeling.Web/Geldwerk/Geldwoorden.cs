using System.Globalization;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>What the API names by a code, in words.</summary>
public static class Geldwoorden
{
    public static string Betaalsoort(string soort) =>
        soort switch
        {
            "voorschot" => "Voorschot",
            "vaststelling" => "Na vaststelling",
            "nabetaling" => "Nabetaling",
            "rente" => "Wettelijke rente",
            "terugbetaling" => "Terugbetaling van wat te veel is ontvangen",
            _ => soort,
        };

    public static string Aanhouding(Aanhouding a) =>
        a.Grond switch
        {
            "bezwaar" => $"bezwaar {a.Nummer}: iemand moet ernaar kijken",
            "beslag" => $"beslag {a.Nummer}",
            "opschorting" => $"voornemen {a.Nummer} om de subsidie in te trekken",
            "naam" => "de naam bij de rekening kan niet worden geschreven voor een bank",
            _ => $"{a.Grond} {a.Nummer}",
        };

    /// <summary>What the check of name and IBAN says.</summary>
    public static string Naamcontrole(string oordeel) =>
        oordeel switch
        {
            "overeenkomst" => "De naam hoort bij deze rekening",
            "lijkt-erop" => "De rekening heeft een naam die erop lijkt",
            "anders" => "De rekening heeft een andere naam",
            "onbekend" => "Van deze rekening is niets bekend",
            _ => "Er is geen naamcontrole beschikbaar",
        };

    /// <summary>An account of the ledger.</summary>
    public static string Rekening(string rekening) =>
        rekening switch
        {
            "te-betalen" => "Te betalen",
            "te-vorderen" => "Te vorderen",
            _ => Hoofdletter(rekening),
        };

    /// <summary>The name of an event: <c>Verplichting aangegaan</c>.</summary>
    public static string Gebeurtenis(string? soort) => soort is null ? "–" : Hoofdletter(soort.Replace('-', ' '));

    /// <summary>How it stands with the last day of a payment.</summary>
    public static string Termijnstand(string stand) =>
        stand switch
        {
            "niet-bekendgemaakt" => "Brief nog niet verzonden",
            "loopt" => "Op tijd te betalen",
            "nadert" => "Laatste dag nadert",
            "opgeschort" => "Opgeschort",
            "te-laat" => "Te laat",
            "rente-verschuldigd" => "Te laat betaald, rente verschuldigd",
            _ => "Klaar",
        };

    /// <summary>How a claim stands.</summary>
    public static string Vorderingstand(string stand) =>
        stand switch
        {
            "ontstaan" => "Nog niet over besloten",
            "besloten" => "Besloten, brief nog niet verzonden",
            "loopt" => "Betaaltermijn loopt",
            "regeling" => "Betalingsregeling",
            "in-verzuim" => "Termijn voorbij",
            "aangemaand" => "Aangemaand",
            "dwangbevel" => "Dwangbevel",
            "voldaan" => "Voldaan",
            "afgeboekt" => "Afgeboekt",
            "vervallen" => "Vervallen",
            _ => stand,
        };

    public static string Belemmering(string soort) =>
        soort switch
        {
            "faillissement" => "Faillissement",
            "surseance" => "Surseance van betaling",
            "schuldsanering" => "Schuldsanering",
            "overlijden" => "Overlijden",
            _ => soort,
        };

    /// <summary>What a proposal about a claim is.</summary>
    public static string Vorderingsbesluit(string soort) =>
        soort switch
        {
            "terugvordering" => "Terugvorderen",
            "betalingsregeling" => "Betalen in termijnen",
            "regeling-intrekken" => "De betalingsregeling intrekken",
            "rente" => "Wettelijke rente vaststellen",
            "renteteruggave" => "Te veel betaalde rente terugbetalen",
            "verrekening" => "Verrekenen met een betaling",
            "dwangbevel" => "Een dwangbevel uitvaardigen",
            "afboeking" => "Afboeken",
            _ => soort,
        };

    /// <summary>1 betaling, 3 betalingen.</summary>
    public static string Aantal(int aantal, string een, string meer) =>
        aantal == 1 ? $"1 {een}" : string.Create(CultureInfo.InvariantCulture, $"{aantal} {meer}");

    /// <summary>3 dagen te laat.</summary>
    public static string TeLaat(int dagen) => $"{Aantal(dagen, "dag", "dagen")} te laat";

    private static string Hoofdletter(string tekst) => tekst.Length == 0 ? tekst : $"{char.ToUpperInvariant(tekst[0])}{tekst[1..]}";
}
