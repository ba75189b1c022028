using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>
/// The decision on an objection with its reasons and what it changes (7:11, 7:12 Awb), the advice that is not followed (7:13, seventh paragraph), and
/// where to appeal (6:23 Awb).
/// </summary>
internal static class Bezwaarbeslissingsbrief
{
    private const string Herstelt = "herstelt";
    private const string NietGehoord = "zonder horen";
    private const string Verlenen = "verlenen";
    private const string Wijzigen = "wijzigen";
    private const string Vaststellen = "vaststellen";
    private const string Afwijzen = "afwijzen";
    private const string Herroepen = "herroepen";
    private const string BlijftIngetrokken = "blijft-ingetrokken";
    private const string WijzigingToewijzen = "wijziging-toewijzen";
    private const string WijzigingHerroepen = "wijziging-herroepen";
    private const string Blijft = "Het besluit blijft zoals het is.";
    private const string Adviseert = "De adviescommissie schreef ons dit advies:";

    public static readonly Briefvelden Velden = new Briefvelden()
        .Als("aanvrager", "wie de brief krijgt, maakte zelf bezwaar", IsVanOntvanger)
        .MetBeslissing()
        .Als(Verlenen, "de aanvrager krijgt alsnog subsidie", g => Bericht(g).Gevolg == Verlenen)
        .Als(Wijzigen, "de subsidie die er was, wordt anders", g => Bericht(g).Gevolg == Wijzigen)
        .Veld("uitkomst", "wat wij beslissen, in hele zinnen", g => $"{Oordeel(g)} {Gevolg(g)}")
        .Veld("was", "de subsidie tot nu toe, ten hoogste", g => Getal.Euro(Bericht(g).Was ?? 0), Wijzigen)
        .Veld("wordt", "de subsidie voortaan, ten hoogste", g => Getal.Euro(Bericht(g).Bedrag!.Value), Wijzigen)
        .Veld("nieuwe kosten", "de kosten die voortaan meetellen", g => Getal.Euro(Bericht(g).SubsidiabeleKosten!.Value), Wijzigen)
        .Veld("artikel nieuwe kosten", "het artikel over die kosten", g => g.Versie.Post(Postcode.SubsidiabeleKosten).Artikel, Wijzigen)
        .MetBerekening()
        .Lijst<string>(
            "grond",
            "de gronden waarop wij alsnog afwijzen",
            g => Bericht(g).Gevolg == Afwijzen ? Onderbouwd.Gronden(g) : [],
            ("titel", "de grond in woorden", (code, g) => g.Versie.Grond(code).Titel),
            ("artikel", "het artikel van de grond", (code, g) => g.Versie.Grond(code).Artikel),
            ("toelichting", "waarom: wat de beoordelaar schreef, of de uitleg van de regels; kan leeg zijn", Onderbouwd.Argument)
        )
        .MetEisen(g => Bericht(g).Gevolg == Afwijzen ? Onderbouwd.Eisen(g) : [])
        .MetVerlening(Verlenen)
        .MetStand(g => Bericht(g).Nu)
        .MoetNoemen("was", "wordt");

    /// <summary>
    /// The same decision for others than the applicant: its outcome and its reasons, and of what the applicant gets no amount, and nothing of what was
    /// found in the application but the grounds of a refusal.
    /// </summary>
    public static readonly Briefvelden Afschrift = new Briefvelden()
        .MetIndiener()
        .MetBeslissing()
        .Veld("uitkomst", "wat wij beslissen, in hele zinnen", g => $"{Oordeel(g)} {GevolgVoorAanvrager(g)}")
        .Lijst<string>(
            "grond",
            "de gronden waarop wij alsnog afwijzen",
            g => Bericht(g).Gevolg == Afwijzen ? Onderbouwd.Gronden(g) : [],
            ("titel", "de grond in woorden", (code, g) => g.Versie.Grond(code).Titel),
            ("artikel", "het artikel van de grond", (code, g) => g.Versie.Grond(code).Artikel)
        );

    /// <summary>What is awarded on objection, as an award says it; null when nothing is.</summary>
    public static SubsidieVerleendBericht? Verlening(Briefopdracht opdracht) =>
        opdracht.Bezwaarbeslissing is { Gevolg: Verlenen } b
            ? new(
                b.Zaaknummer,
                b.Tijdvak!,
                b.KvkNummer,
                b.Regelversie,
                b.Besluit,
                b.Besluitdatum,
                b.SubsidiabeleKosten!.Value,
                b.Bedrag!.Value,
                b.Voorschot!.Value,
                b.PeriodeVan!.Value,
                b.PeriodeTot!.Value,
                b.Verantwoording!,
                b.Activiteiten!,
                b.Ondertekenaars,
                b.Op,
                Aanvragertype: b.Aanvragertype,
                Partijen: b.Partijen
            )
            : null;

    private static BezwaarBeslistBericht Bericht(Briefgeval geval) => geval.Opdracht.Bezwaarbeslissing!;

    /// <summary>What every letter on it says, to whom it goes; also which fields it must name.</summary>
    private static Briefvelden MetBeslissing(this Briefvelden velden) =>
        velden
            .Als(Herstelt, "de beslissing komt in de plaats van een eerdere met een fout", g => Bericht(g).Herstelt is not null)
            .Als(NietGehoord, "er is niemand gehoord", g => Bericht(g).NietGehoord is not null)
            .Veld("bezwaar", "het kenmerk van het bezwaar", g => Bericht(g).Bezwaar)
            .Veld("bestreden besluit", "het besluit waartegen bezwaar is gemaakt", g => Bericht(g).Bestreden)
            .Veld("besluitdatum", "de dag van deze beslissing", g => Datumtekst.Van(Bericht(g).Besluitdatum))
            .Veld("motivering", "waarom wij zo beslissen, in alinea's", g => Alineas(g.Motivering?.Tekst))
            .Veld(
                "afwijking van het advies",
                "waarom wij het advies van de commissie niet volgen; kan leeg zijn",
                g => Alineas(g.Motivering?.AfwijkingVanAdvies)
            )
            .Veld(
                "advies",
                "het advies van de commissie, in alinea's, als wij ervan afwijken; anders leeg",
                g => g is { Motivering.AfwijkingVanAdvies: not null, Advies: { } advies } ? $"{Adviseert}\n\n{Alineas(advies)}" : ""
            )
            .Veld("eerdere beslissing", "de beslissing waarvoor deze in de plaats komt", g => Bericht(g).Herstelt!, Herstelt)
            .Veld("reden niet gehoord", "waarom dat niet hoefde, in een hele zin", Reden, NietGehoord)
            .Veld("termijn voor beroep", "zoals: 6 weken", g => Briefvelden.Duur(g.Versie.Termijn(Termijncode.Beroep)))
            .Veld(
                "laatste dag voor beroep",
                "de laatste dag van de beroepstermijn, vanaf de dag van verzenden",
                g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.Beroep, g.Dag))
            )
            .Veld("artikel beroep", "het artikel van de beroepstermijn", g => g.Versie.Termijn(Termijncode.Beroep).Artikel)
            .MoetNoemen(
                "bestreden besluit",
                "besluitdatum",
                "uitkomst",
                "motivering",
                "afwijking van het advies",
                "advies",
                "kenmerk",
                "laatste dag voor beroep",
                "artikel beroep"
            );

    /// <summary>Whether who gets the letter objected.</summary>
    private static bool IsVanOntvanger(Briefgeval geval) =>
        geval.Opdracht.Ontvanger is { } ontvanger ? ontvanger == Derden.Indiener : Bericht(geval).Indiener == "aanvrager";

    private static string Oordeel(Briefgeval geval)
    {
        var bezwaar = IsVanOntvanger(geval) ? "Uw bezwaar" : "Dat bezwaar";
        return Bericht(geval).Uitkomst switch
        {
            "niet-ontvankelijk" => $"{bezwaar} is niet-ontvankelijk: wij kunnen de inhoud ervan niet behandelen.",
            "ongegrond" => $"{bezwaar} is ongegrond.",
            _ => $"{bezwaar} is gegrond.",
        };
    }

    private static string Gevolg(Briefgeval geval) =>
        Bericht(geval) switch
        {
            { Uitkomst: not "gegrond" } => Blijft,
            { Gevolg: Verlenen } => "Wij herroepen het besluit. U krijgt alsnog subsidie.",
            { Gevolg: Wijzigen, Vaststelling: { } vaststelling } =>
                $"Wij wijzigen de subsidie die u kreeg. Daarna stellen wij haar opnieuw vast. U krijgt daarover een apart besluit. Het komt in de plaats van besluit {vaststelling}.",
            { Gevolg: Wijzigen } => "Wij wijzigen de subsidie die u kreeg.",
            { Gevolg: Vaststellen } b =>
                $"Wij stellen uw subsidie opnieuw vast. U krijgt daarover een apart besluit. Het komt in de plaats van besluit {b.Vaststelling}.",
            { Gevolg: Herroepen } b => Herroeping(b),
            { Gevolg: WijzigingToewijzen } b =>
                $"Wij herroepen besluit {b.Bestreden}. Wij keuren de wijziging die u vroeg alsnog goed, vanaf de dag van deze beslissing.",
            { Gevolg: WijzigingHerroepen } b =>
                $"Wij herroepen besluit {b.Bestreden}. Uw verlening is weer zoals zij voor die wijziging was.",
            { Gevolg: BlijftIngetrokken } => IntrekkingBlijft,
            _ => "Wij herroepen het besluit en hebben uw aanvraag alsnog beoordeeld. Wij wijzen haar af: u krijgt geen subsidie.",
        };

    private static string GevolgVoorAanvrager(Briefgeval geval) =>
        Bericht(geval) switch
        {
            { Uitkomst: not "gegrond" } => Blijft,
            { Gevolg: Verlenen } => "Wij herroepen het besluit. De aanvrager krijgt alsnog subsidie.",
            { Gevolg: Wijzigen, Vaststelling: not null } =>
                "Wij wijzigen de subsidie die de aanvrager kreeg. Daarna stellen wij haar opnieuw vast.",
            { Gevolg: Wijzigen } => "Wij wijzigen de subsidie die de aanvrager kreeg.",
            { Gevolg: Vaststellen } => "Wij stellen de subsidie van de aanvrager opnieuw vast.",
            { Gevolg: Herroepen } => "Wij herroepen de intrekking geheel of deels.",
            { Gevolg: WijzigingToewijzen } => "Wij herroepen dat besluit en keuren de wijziging die de aanvrager vroeg alsnog goed.",
            { Gevolg: WijzigingHerroepen } => "Wij herroepen dat besluit. De verlening is weer zoals zij voor die wijziging was.",
            { Gevolg: BlijftIngetrokken } => IntrekkingBlijft,
            _ =>
                "Wij herroepen het besluit en hebben de aanvraag alsnog beoordeeld. Wij wijzen haar af: de aanvrager krijgt geen subsidie.",
        };

    private const string IntrekkingBlijft =
        "Dat besluit klopte niet. Maar daarna is de subsidie geheel of deels ingetrokken, en die intrekking blijft gelden. Daarom verandert er niets aan het bedrag van de subsidie.";

    /// <summary>What becomes of a withdrawal, and of the money that was claimed back or not paid by it.</summary>
    private static string Herroeping(BezwaarBeslistBericht b)
    {
        var (was, wordt) = (Getal.Euro(b.Was ?? 0), Getal.Euro(b.Bedrag ?? 0));
        if (b.Bedrag == b.Was)
        {
            return $"Wij herroepen besluit {b.Bestreden}. Uw subsidie blijft ten hoogste {wordt}, omdat een ander besluit blijft gelden.";
        }
        var opnieuw = b.Vaststelling is { } vaststelling
            ? $" Daarna stellen wij haar opnieuw vast. U krijgt daarover een apart besluit. Het komt in de plaats van besluit {vaststelling}."
            : "";
        return $"Wij herroepen besluit {b.Bestreden} geheel of deels. Uw subsidie was ten hoogste {was} en wordt ten hoogste {wordt}. Wat wij door dat besluit te veel terugvorderden, hoeft u niet te betalen. Hebt u het al betaald, dan krijgt u het terug. Wat wij daardoor niet uitbetaalden, betalen wij alsnog.{opnieuw}";
    }

    private static string Reden(Briefgeval geval) =>
        Bericht(geval).NietGehoord switch
        {
            "kennelijk-niet-ontvankelijk" => "Er was geen twijfel mogelijk dat wij het bezwaar niet konden behandelen.",
            "kennelijk-ongegrond" => "Er was geen twijfel mogelijk dat het bezwaar ongegrond is.",
            "wil-niet-gehoord" => IsVanOntvanger(geval)
                ? "U liet weten dat u niet wilde worden gehoord."
                : "De indiener liet weten niet te willen worden gehoord.",
            "geen-reactie" => IsVanOntvanger(geval)
                ? "U liet niet binnen de termijn weten dat u wilde worden gehoord."
                : "De indiener liet niet binnen de termijn weten te willen worden gehoord.",
            _ => IsVanOntvanger(geval)
                ? "Wij geven u helemaal gelijk, en niemand anders heeft daar nadeel van."
                : "Wij geven de indiener helemaal gelijk, en niemand anders heeft daar nadeel van.",
        };

    private static string Alineas(string? tekst) => (tekst ?? "").ReplaceLineEndings("\n");
}
