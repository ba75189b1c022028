using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>A last day comes near. It is no decision, so no objection is open against it.</summary>
internal static class Herinneringsbrief
{
    private const string Verslag = "voortgangsverslag";
    private const string Einde = "einde periode";
    private const string LaatsteTermijn = "laatste termijn";

    public static readonly Briefvelden Velden = new Briefvelden()
        .Als(Verslag, "het gaat over het voortgangsverslag van een samenwerkingsverband", g => Bericht(g).Soort == "voortgangsverslag")
        .Als(
            "verslag terug",
            "het gaat over een voortgangsverslag dat is teruggezonden",
            g => Bericht(g).Soort == "voortgangsverslag-terug"
        )
        .Als(Einde, "het gaat over het einde van de initiatiefperiode", g => Bericht(g).Soort == "einde-periode")
        .Als("verantwoording", "het gaat over het verzoek om vaststelling of de einddeclaratie", g => Bericht(g).Soort == "verantwoording")
        .Als(
            LaatsteTermijn,
            "de ontvanger vroeg de vaststelling niet op tijd en krijgt een laatste termijn",
            g => Bericht(g).Soort == "verantwoording-laatste-termijn"
        )
        .Als("bewijs", "het gaat over bewijs voor de steekproef", g => Bericht(g).Soort == "bewijs")
        .Veld("laatste dag", "de laatste dag", g => Datumtekst.Van(Bericht(g).Dag))
        .Veld("artikel verslag", "het artikel over het verslag", g => g.Versie.Termijn(Termijncode.Voortgangsverslag).Artikel, Verslag)
        .Veld(
            "artikel verlenging",
            "het artikel over een langere periode",
            g => g.Versie.Termijn(Termijncode.VerlengingInitiatiefperiode).Artikel,
            Einde
        )
        .Veld(
            "artikel laatste termijn",
            "het artikel over die termijn",
            g => g.Versie.Termijn(Termijncode.LaatsteTermijnVaststelling).Artikel,
            LaatsteTermijn
        )
        .MoetNoemen("zaaknummer", "laatste dag");

    private static LaatsteDagNadertBericht Bericht(Briefgeval geval) => geval.Opdracht.Herinnering!;
}
