using SlimRegeling.Web.Api.Verlening;

namespace SlimRegeling.Web.Bezwaren;

/// <summary>What the API names by a code, in words; of the applicant's pages <c>en.json</c> has the English.</summary>
public static class Bezwaarwoorden
{
    public static string Besluit(string soort) =>
        soort switch
        {
            "verlening" => "Subsidie verleend",
            "afwijzing" => "Aanvraag afgewezen",
            "buiten-behandeling" => "Aanvraag niet behandeld",
            "wijziging" => "Besluit over een wijziging",
            "voorschot" => "Besluit: tweede voorschot",
            "intrekking" => "Subsidie ingetrokken of verlaagd",
            "terugvordering" => "Besluit: u betaalt terug",
            _ => "Subsidie vastgesteld",
        };

    public static string Fase(Bezwaarfase fase) =>
        fase switch
        {
            Bezwaarfase.Ingediend => "Ontvangen",
            Bezwaarfase.HerstelGevraagd => "Er ontbreekt nog iets",
            Bezwaarfase.InBehandeling => "In behandeling",
            Bezwaarfase.Voorgesteld => "Ligt ter ondertekening",
            Bezwaarfase.Beslist => "Beslist",
            _ => "Ingetrokken",
        };

    public static string Uitkomst(string? uitkomst) =>
        uitkomst switch
        {
            "gegrond" => "Gegrond",
            "ongegrond" => "Ongegrond",
            "niet-ontvankelijk" => "Niet-ontvankelijk",
            "onbevoegd" => "Onbevoegd",
            _ => "",
        };

    public static string Tijdig(Tijdigheid tijdigheid) =>
        tijdigheid switch
        {
            Tijdigheid.Voortijdig => "voor het begin van de termijn",
            Tijdigheid.OpTijd => "op tijd",
            Tijdigheid.OpTijdGepost => "op tijd gepost",
            Tijdigheid.TeBeoordelen => "te beoordelen: kort na de laatste dag ontvangen, zonder poststempel",
            _ => "te laat",
        };

    public static string Ontvankelijk(string grond) =>
        grond switch
        {
            "op-tijd" => "Op tijd en volledig",
            "verschoonbaar-te-laat" => "Te laat, maar dat is niet te verwijten",
            "te-laat" => "Te laat",
            "niet-hersteld" => "Niet op tijd hersteld",
            "geen-belang" => "Geen belang meer: wat er ook wordt beslist, het kan de indiener niets meer geven",
            _ => "Geen belanghebbende",
        };

    public static string Hoorwijze(string? wijze) =>
        wijze switch
        {
            "telefonisch" => "per telefoon",
            "video" => "per video",
            _ => "op kantoor",
        };

    public static string Hoorgrond(string grond) =>
        grond switch
        {
            "wil-niet-gehoord" => "de indiener wil dat niet",
            "geen-reactie" => "de indiener reageerde niet op tijd",
            "volledig-tegemoet" => "de indiener krijgt helemaal gelijk",
            "kennelijk-ongegrond" => "het bezwaar is kennelijk ongegrond",
            _ => "het bezwaar is kennelijk niet-ontvankelijk",
        };

    /// <summary>Why no penalty is owed for deciding late (4:17, sixth paragraph, Awb).</summary>
    public static string NietVerschuldigd(string grond) =>
        grond == "geen-belanghebbende" ? "wie bezwaar maakte, is geen belanghebbende" : Hoorgrond(grond);

    public static string Gevolg(string gevolg) =>
        gevolg switch
        {
            "verlenen" => "De subsidie wordt verleend",
            "wijzigen" => "De verlening wordt gewijzigd",
            "vaststellen" => "De subsidie wordt opnieuw vastgesteld",
            "herroepen" => "De intrekking wordt geheel of deels herroepen",
            "wijziging-toewijzen" => "De wijziging wordt alsnog toegewezen",
            "wijziging-herroepen" => "De wijziging wordt teruggedraaid",
            "blijft-ingetrokken" => "Er verandert geen bedrag: wat daarna is ingetrokken, blijft ingetrokken",
            _ => "De aanvraag wordt afgewezen",
        };

    public static string Beroep(string stand) =>
        stand switch
        {
            "ingesteld" => "ingesteld",
            "ingetrokken" => "ingetrokken",
            _ => "uitspraak",
        };
}
