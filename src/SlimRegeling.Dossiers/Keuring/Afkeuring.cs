namespace SlimRegeling.Dossiers.Keuring;

/// <summary>Why a file is not taken: a stable code, and in plain Dutch what is wrong and what to do.</summary>
public sealed record Afkeuring(string Code, string Uitleg)
{
    private const string AlsPdf = "Sla het op als PDF (in Word of Excel: Bestand, Opslaan als, PDF) en stuur het opnieuw.";

    private static readonly string Soorten = string.Join(", ", Bestandsvorm.Alle.Select(v => v.Extensie.ToUpperInvariant()));

    public static readonly Afkeuring Leeg = new(
        "bestand-leeg",
        "Dit bestand is leeg. Open het op uw eigen apparaat, controleer of er iets in staat, en stuur het opnieuw."
    );
    public static readonly Afkeuring Onbekend = new(
        "bestand-onbekend",
        $"Deze soort bestand nemen wij niet aan, ook niet met een andere naam. Wij nemen aan: {Soorten}. {AlsPdf}"
    );
    public static readonly Afkeuring Programma = new(
        "bestand-programma",
        $"Dit bestand is een programma. Dat nemen wij niet aan, ook niet met een andere naam. Wij nemen aan: {Soorten}."
    );
    public static readonly Afkeuring Webpagina = new(
        "bestand-webpagina",
        $"Dit bestand is een webpagina. Dat nemen wij niet aan. {AlsPdf}"
    );
    public static readonly Afkeuring Archief = new(
        "bestand-archief",
        "Dit bestand is een map met bestanden (zip, rar of iets dergelijks). Pak het uit en stuur de bestanden een voor een."
    );
    public static readonly Afkeuring OudOffice = new(
        "bestand-oud-of-versleuteld",
        $"Dit is een oud Office-bestand (doc, xls of ppt) of een Office-bestand met een wachtwoord. Dat kunnen wij niet onderzoeken. {AlsPdf}"
    );
    public static readonly Afkeuring Tweeledig = new(
        "bestand-tweeledig",
        "In dit bestand zit nog een bestand van een andere soort verstopt. Maak het opnieuw in het programma waar het uit komt, en stuur het opnieuw."
    );
    public static readonly Afkeuring Onleesbaar = new(
        "bestand-onleesbaar",
        "Dit bestand is beschadigd of niet volledig: wij kunnen het niet lezen. Open het op uw eigen apparaat, sla het opnieuw op en stuur het opnieuw."
    );
    public static readonly Afkeuring Versleuteld = new(
        "bestand-versleuteld",
        "Dit bestand is beveiligd met een wachtwoord of een beperking. Dan kunnen wij het niet onderzoeken. Haal de beveiliging weg en stuur het opnieuw."
    );
    public static readonly Afkeuring TeGrootUitgepakt = new(
        "bestand-te-groot-uitgepakt",
        "Dit bestand wordt veel te groot als het wordt geopend. Verklein de afbeeldingen of deel het bestand op, en stuur het opnieuw."
    );
    public static readonly Afkeuring Padnaam = new(
        "bestand-padnaam",
        $"In dit bestand staan namen van mappen die er niet horen. Maak het opnieuw in het programma waar het uit komt. {AlsPdf}"
    );
    public static readonly Afkeuring Script = new(
        "bestand-script",
        "In deze PDF zit iets dat vanzelf iets doet (een script, een formulier met een programma, of het starten van een ander bestand). Druk de PDF af naar een nieuwe PDF en stuur die."
    );
    public static readonly Afkeuring Ingesloten = new(
        "bestand-ingesloten",
        "In dit bestand zit een ander bestand, een film of een object uit een ander programma. Haal het eruit en stuur het als apart bestand. Een Word- of Excel-bestand kunt u ook opslaan als PDF."
    );
    public static readonly Afkeuring Macro = new(
        "bestand-macro",
        $"In dit bestand zitten macro's of knoppen met een programma. Haal die weg. {AlsPdf}"
    );
    public static readonly Afkeuring Extern = new(
        "bestand-externe-koppeling",
        $"Dit bestand haalt iets op uit een ander bestand of van internet (een koppeling, sjabloon of DDE-veld). Verbreek de koppelingen. {AlsPdf}"
    );

    public static Afkeuring TeGroot(Bestandsvorm vorm) =>
        new(
            "bestand-te-groot",
            $"Dit bestand is te groot. Een {vorm.Naam} mag ten hoogste {vorm.HoogstensMb} MB zijn. Verklein het of deel het op, en stuur het opnieuw."
        );
}

/// <summary>Stops an examination from any depth; <see cref="Bestandskeuring"/> turns it into its outcome.</summary>
internal sealed class Afgekeurd(Afkeuring waarom) : Exception(waarom.Code)
{
    public Afkeuring Waarom => waarom;
}
