using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The settlement, with what is still paid or has to be paid back.</summary>
internal static class Vaststellingsbrief
{
    private const string Lager = "lager";
    private const string Nog = "nabetaling";
    private const string Vervangt = "vervangt";
    private const string Opnieuw = "opnieuw";
    private const string Hersteld = "na herstel";
    private const string Keuze = "keuze";
    private const string Zonder = "zonder verzoek";

    /// <summary>As Vaststelling settles when the request stays away (4:47, under b, Awb).</summary>
    private const string NietGevraagd = "4:44, vierde lid, Awb";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Als(Lager, "er is minder vastgesteld dan verleend", g => Bericht(g).Vastgesteld < Bericht(g).Verleend)
        .Veld("waarom lager", "waarom dat minder is, met het artikel, achter het woord omdat", WaaromLager, Lager)
        .Als(Nog, "de ontvanger krijgt nog geld", g => Bericht(g).NogTeBetalen > 0)
        .Als("terugvordering", "de ontvanger kreeg te veel voorschot", g => Bericht(g).NogTeBetalen < 0)
        .Als(Vervangt, "dit besluit komt in de plaats van een eerdere vaststelling", g => Bericht(g).Vervangt is not null)
        .Als(
            Opnieuw,
            "dit besluit komt na een bezwaar in de plaats van een eerdere vaststelling",
            g => Bericht(g) is { Vervangt: not null, Herstel: not true }
        )
        .Als(
            Hersteld,
            "dit besluit komt in de plaats van een eerdere vaststelling omdat een fout is hersteld",
            g => Bericht(g) is { Vervangt: not null, Herstel: true }
        )
        .Als("oordelen", "wij kunnen laten zien wat wij van elke activiteit vinden", g => Oordelen(g).Count > 0)
        .Als("op verzoek", "de ontvanger vroeg de vaststelling met een declaratie", OpVerzoek)
        .Als(
            Zonder,
            "de ontvanger moest de vaststelling vragen en deed dat niet, ook niet binnen de laatste termijn",
            g => g.Oordelen?.ZonderVerzoekNa is not null
        )
        .Veld("laatste termijn", "de laatste dag die wij daarvoor gaven", g => Datumtekst.Van(g.Oordelen!.ZonderVerzoekNa!.Value), Zonder)
        .Als("berekening", "wij kunnen laten zien hoe het bedrag is berekend", g => g.Oordelen?.Berekening?.Count > 0)
        .Als("correcties", "niet alles telt mee wat de ontvanger heeft gedeclareerd", g => g.Oordelen?.Correcties?.Count > 0)
        .Als(Keuze, "wij kozen tussen lager en op nul vaststellen", g => !string.IsNullOrWhiteSpace(g.Oordelen?.Reden))
        .Veld("reden van de keuze", "waarom wij dat kozen", g => g.Oordelen!.Reden!.Trim(), Keuze)
        .Veld(
            "artikel van de keuze",
            "het artikel over die keuze",
            g => g.Versie.Parameters[Parameters.OnderzoekOnderRealisatie.Code].Artikel,
            Keuze
        )
        .Veld(
            "verlaging",
            "dat en waarom wij verder lager vaststellen (artikel 4:46, tweede lid, onderdelen b, c en d, Awb); leeg als dat niet zo is",
            g =>
                g.Oordelen?.Verlaging is { } lager
                    ? $"Wij stellen uw subsidie {Getal.Euro(lager.Bedrag)} lager vast, omdat {lager.Omdat} (artikel {lager.Artikel}). {lager.Reden?.Trim()}".TrimEnd()
                    : ""
        )
        .Veld(
            "zonder steekproef",
            "dat en waarom wij niet wachtten op een steekproef waarin de zaak kon vallen; leeg als dat niet zo is",
            g =>
                g.Oordelen?.ZonderSteekproef?.Trim() is { Length: > 0 } reden
                    ? $"Wij stellen uw subsidie vast zonder op een steekproef te wachten (artikel 2.24, eerste lid). {reden}"
                    : ""
        )
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld(
            "artikel vaststelling",
            "het artikel over vaststellen",
            g =>
                g.Oordelen?.ZonderVerzoekNa is not null
                    ? NietGevraagd
                    : Verantwoordingswijze.Vaststellingsartikel(
                        g.Versie,
                        OpVerzoek(g) ? Verantwoordingswijze.Aanvraag : Verantwoordingswijze.Ambtshalve
                    )
        )
        .Veld("verleend", "de verleende subsidie", g => Getal.Euro(Bericht(g).Verleend))
        .Veld("vastgesteld", "de vastgestelde subsidie", g => Getal.Euro(Bericht(g).Vastgesteld))
        .Veld("voorschotten", "wat al is betaald", g => Getal.Euro(Bericht(g).Voorschotten))
        .Veld("verschil", "wat nog wordt betaald of teruggevraagd", g => Getal.Euro(Math.Abs(Bericht(g).NogTeBetalen)))
        .Veld(
            "uiterste betaaldag",
            "de laatste dag om te betalen",
            g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.Betaling, g.Dag)),
            Nog
        )
        .Veld("artikel betaling", "het artikel over die dag", g => g.Versie.Termijn(Termijncode.Betaling).Artikel, Nog)
        .Veld("vervangen besluit", "de vaststelling waarvoor deze in de plaats komt", g => Bericht(g).Vervangt!, Vervangt)
        .Veld("eerder vastgesteld", "het bedrag van die vaststelling", g => Getal.Euro(Bericht(g).EerderVastgesteld!.Value), Vervangt)
        .Veld("beslissing op bezwaar", "de beslissing waarop dit besluit volgt", g => Bericht(g).Bezwaarbesluit!, Opnieuw)
        .Veld("herstelbesluit", "het besluit waarmee een fout is hersteld", g => Bericht(g).Bezwaarbesluit!, Hersteld)
        .Lijst<Vaststellingsoordelen.Oordeel>(
            "oordeel",
            "ons oordeel per activiteit",
            Oordelen,
            ("activiteit", "letter en omschrijving", (oordeel, _) => Activiteittekst.Naam(oordeel.Soort)),
            ("uitkomst", "of de activiteit is uitgevoerd, in een hele zin", (oordeel, geval) => Uitkomst(oordeel, geval)),
            ("argument", "wat de beoordelaar erbij schreef; kan leeg zijn", (oordeel, _) => oordeel.Argument?.Trim() ?? "")
        )
        .Lijst<Vaststellingsoordelen.Correctie>(
            "correctie",
            "wat niet of niet helemaal meetelt",
            g => g.Oordelen?.Correcties ?? [],
            ("regel", "waarvan de kosten zijn", (correctie, _) => correctie.Regel),
            ("gevraagd", "wat de ontvanger declareerde", (correctie, _) => Getal.Euro(correctie.Gevraagd)),
            ("aanvaard", "wat daarvan meetelt", (correctie, _) => Getal.Euro(correctie.Aanvaard)),
            ("reden", "waarom, in een hele zin", (correctie, _) => correctie.Reden.Trim()),
            ("artikel", "het artikel", (correctie, _) => correctie.Artikel)
        )
        .Lijst<Onderbouwing.Regel>(
            "berekening",
            "de regels van de berekening",
            g => g.Oordelen?.Berekening ?? [],
            ("omschrijving", "wat er is gerekend", (regel, _) => regel.Omschrijving),
            ("artikel", "het artikel van deze regel", (regel, _) => regel.Artikel),
            ("bedrag", "het bedrag van deze regel", (regel, _) => Getal.Euro(regel.Bedrag))
        )
        .MoetNoemen(
            "besluitdatum",
            "artikel vaststelling",
            "oordeel.activiteit",
            "oordeel.uitkomst",
            "oordeel.argument",
            "correctie.regel",
            "correctie.aanvaard",
            "correctie.reden",
            "correctie.artikel",
            "berekening.omschrijving",
            "berekening.artikel",
            "berekening.bedrag",
            "reden van de keuze",
            "artikel van de keuze",
            "verlaging",
            "zonder steekproef",
            "laatste termijn",
            "verleend",
            "vastgesteld",
            "voorschotten",
            "verschil",
            "uiterste betaaldag",
            "vervangen besluit",
            "beslissing op bezwaar",
            "herstelbesluit"
        );

    private static IReadOnlyList<Vaststellingsoordelen.Oordeel> Oordelen(Briefgeval geval) => geval.Oordelen?.Oordelen ?? [];

    private static bool OpVerzoek(Briefgeval geval) => geval.Oordelen is { Berekening: not null, Ambtshalve: false };

    private static string WaaromLager(Briefgeval geval) =>
        geval.Oordelen switch
        {
            { ZonderVerzoekNa: not null } => "u de subsidie niet hebt verantwoord (artikel 4:46, tweede lid, onderdeel b, Awb)",
            { Verlaging: { Alleen: true } lager } => $"{lager.Omdat} (artikel {lager.Artikel})",
            _ when OpVerzoek(geval) => "de kosten die u maakte en die meetellen lager zijn (artikel 4:46, tweede lid, Awb)",
            _ => "u niet alle activiteiten helemaal hebt uitgevoerd of laten zien (artikel 4:46, tweede lid, Awb)",
        };

    private static string Uitkomst(Vaststellingsoordelen.Oordeel oordeel, Briefgeval geval) =>
        oordeel switch
        {
            { Bedrag: { } bedrag } when geval.Oordelen?.ZonderVerzoekNa is null =>
                $"U hebt haar voor een deel uitgevoerd{Afgerond(oordeel.Aantal)}. Hiervoor stellen wij {Getal.Euro(bedrag)} vast.",
            { Bedrag: { } bedrag } when bedrag > 0 => $"Hiervoor stellen wij {Getal.Euro(bedrag)} vast.",
            { Bedrag: not null } => "Hiervoor stellen wij niets vast.",
            { Uitgevoerd: true } => "U hebt haar uitgevoerd.",
            _ => "U hebt haar niet uitgevoerd of niet laten zien.",
        };

    private static string Afgerond(int? aantal) =>
        aantal switch
        {
            null => "",
            1 => ": 1 traject is afgerond",
            _ => $": {aantal} trajecten zijn afgerond",
        };

    private static SubsidieVastgesteldBericht Bericht(Briefgeval geval) => geval.Opdracht.Vaststelling!;
}
