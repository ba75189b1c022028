using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The settlement, with what is still paid or has to be paid back.</summary>
internal static class Vaststellingsbrief
{
    private const string Nog = "nabetaling";
    private const string Vervangt = "vervangt";
    private const string Opnieuw = "opnieuw";
    private const string Hersteld = "na herstel";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Als("lager", "er is minder vastgesteld dan verleend", g => Bericht(g).Vastgesteld < Bericht(g).Verleend)
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
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("artikel vaststelling", "het artikel over vaststellen", g => g.Versie.Stap(Stapcode.SubsidieVastgesteld).Artikel)
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
            ("uitkomst", "of de activiteit is uitgevoerd, in een hele zin", (oordeel, _) => Uitkomst(oordeel)),
            ("argument", "wat de beoordelaar erbij schreef; kan leeg zijn", (oordeel, _) => oordeel.Argument?.Trim() ?? "")
        )
        .MoetNoemen(
            "besluitdatum",
            "artikel vaststelling",
            "oordeel.activiteit",
            "oordeel.uitkomst",
            "oordeel.argument",
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

    private static string Uitkomst(Vaststellingsoordelen.Oordeel oordeel) =>
        oordeel.Uitgevoerd ? "U hebt haar uitgevoerd." : "U hebt haar niet uitgevoerd of niet laten zien.";

    private static SubsidieVastgesteldBericht Bericht(Briefgeval geval) => geval.Opdracht.Vaststelling!;
}
