using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What an employee can do about a draw; the API says no where a rule stands in the way.</summary>
internal static class Steekproefstappen
{
    public const string Beginnen = "beginnen";
    public const string Bereiden = "bereiden";
    public const string Bevestigen = "bevestigen";
    public const string Terugnemen = "terugnemen";
    public const string Vervallen = "vervallen";
    public const string Voorleggen = "voorleggen";

    // More of them would not fit in what is kept until the next page.
    private const int Getoond = 10;

    private static readonly Stapveld[] Trekking =
    [
        new("zaad", "Zaad", Veldvorm.Regel, Hulp: "Typ het precies over van de bron."),
        new("bron", "Waar komt het zaad vandaan?", Veldvorm.Regel, Hulp: "Zo kan een ander het nakijken."),
    ];

    /// <param name="beeld">The draw that is looked at; null for none.</param>
    public static IReadOnlyList<Stapvorm> Van(Steekproefbeeld? beeld, Persoon persoon) =>
        !MagTrekken(persoon) ? []
        : beeld is null ? [Begin()]
        : beeld.Steekproef.Stand switch
        {
            "begonnen" => [Bereid(beeld), Verval(beeld)],
            "voorbereid" => [.. beeld.Voorbereider == persoon.Onderwerp ? [] : (Stapvorm[])[Bevestig(beeld)], NeemTerug(beeld)],
            "getrokken" when persoon.Heeft(Rol.Beoordelaar) => [LegVoor(beeld)],
            _ => [],
        };

    /// <summary>Whether the step takes something away, instead of adding something.</summary>
    public static bool IsWeg(string stap) => stap is Terugnemen or Vervallen;

    /// <summary>What is said when it succeeded.</summary>
    public static string Gedaan(string stap) =>
        stap switch
        {
            Beginnen => "De lijst ligt vast. Schrijf de hash op voordat het zaad bekend is.",
            Bereiden => "Het zaad is vastgelegd. Een collega typt zaad en bron nog eens.",
            Bevestigen => "Er is getrokken. De ontvangers krijgen een brief met de vraag om bewijs.",
            Terugnemen => "Het zaad is teruggenomen.",
            _ => "De steekproef is vervallen. De zaken kunnen op een andere lijst.",
        };

    /// <summary>What became of the cases that were proposed together.</summary>
    public static string Voorgelegd(IReadOnlyList<Voorgelegdezaak> zaken)
    {
        var niet = zaken.Where(z => !z.Gelukt).ToList();
        var gelukt = zaken.Count - niet.Count;
        var zin = gelukt == 1 ? "1 zaak is voorgelegd aan twee collega's." : $"{gelukt} zaken zijn voorgelegd aan twee collega's.";
        if (niet.Count == 0)
        {
            return zin;
        }
        var waarom = string.Join(" ", niet.Take(Getoond).Select(z => $"{z.Zaaknummer}: {z.Uitleg}"));
        return niet.Count <= Getoond ? $"{zin} Niet gelukt: {waarom}" : $"{zin} Niet gelukt ({niet.Count}), waaronder: {waarom}";
    }

    private static bool MagTrekken(Persoon persoon) => persoon.Heeft(Rol.Beoordelaar) || persoon.Heeft(Rol.Regelbeheerder);

    private static Stapvorm Begin() =>
        new(
            Beginnen,
            "Een steekproef beginnen",
            "Leg de lijst vast",
            "steekproeven",
            [
                new(
                    "tijdvak",
                    "Tijdvak",
                    Veldvorm.Regel,
                    Hulp: "Het kenmerk van het tijdvak. Of kies hieronder een periode.",
                    MagLeeg: true
                ),
                new("van", "De periode van de zaken eindigt op of na", Veldvorm.Dag, MagLeeg: true),
                new("tot", "De periode van de zaken eindigt op of voor", Veldvorm.Dag, MagLeeg: true),
            ]
        )
        {
            Uitleg =
                "Op de lijst komen de zaken die zonder verzoek worden vastgesteld, waarvan de periode voorbij is, en waarvan nog niets is gevraagd of voorgesteld (artikel 2.24, eerste lid).",
        };

    private static Stapvorm Bereid(Steekproefbeeld beeld) =>
        new(Bereiden, "Het zaad typen", "Leg het zaad vast", Pad(beeld, "/trekking"), Trekking)
        {
            Uitleg = "Het zaad komt van buiten, en was nog niet bekend toen de lijst werd vastgelegd.",
        };

    private static Stapvorm Bevestig(Steekproefbeeld beeld) =>
        new(Bevestigen, "Het zaad nog eens typen en trekken", "Trek de steekproef", Pad(beeld, "/trekking/bevestiging"), Trekking)
        {
            Gevaar = true,
            Uitleg = "Neem het zaad van de bron, niet van uw collega. Daarna wordt er getrokken; dat is niet terug te draaien.",
        };

    private static Stapvorm LegVoor(Steekproefbeeld beeld) =>
        new(
            Voorleggen,
            "De zaken die niet zijn getrokken samen voorleggen",
            "Leg deze zaken voor aan twee collega's",
            Pad(beeld, "/voorstellen"),
            [new("argument", "Waarom vindt u dat alles is uitgevoerd?", Hulp: "Dit staat in de brief van elke zaak.")]
        )
        {
            Uitleg =
                "U stelt voor de hele verleende subsidie vast te stellen van elke zaak van de lijst die niet is getrokken, die geen signaal heeft en waarover nog niets is gevraagd of voorgesteld. Daarna ondertekenen twee collega's elke zaak apart (artikel 7.4 Kaderregeling).",
        };

    private static Stapvorm NeemTerug(Steekproefbeeld beeld) =>
        new(Terugnemen, "Het zaad terugnemen", "Neem het zaad terug", Pad(beeld, "/trekking"), []);

    private static Stapvorm Verval(Steekproefbeeld beeld) =>
        new(Vervallen, "De steekproef laten vervallen", "Laat de steekproef vervallen", Pad(beeld, ""), [])
        {
            Uitleg = "Dit kan zolang niemand een zaad heeft getypt.",
        };

    private static string Pad(Steekproefbeeld beeld, string waar) => $"steekproeven/{Uri.EscapeDataString(beeld.Steekproef.Nummer)}{waar}";
}
