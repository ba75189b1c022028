using NodaTime;
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

    // These two are no reminders: they give a term.
    private const string VerslagTerugSoort = "voortgangsverslag-terug";
    private const string LaatsteTermijnSoort = "verantwoording-laatste-termijn";

    public static readonly Briefvelden Velden = new Briefvelden()
        .Als(Verslag, "het gaat over het voortgangsverslag van een samenwerkingsverband", g => Bericht(g).Soort == "voortgangsverslag")
        .Als(
            "verslag terug",
            "het gaat over een voortgangsverslag dat is teruggezonden",
            g => Bericht(g).Soort is VerslagTerugSoort or "voortgangsverslag-terug-nadert"
        )
        .Als(Einde, "het gaat over het einde van de initiatiefperiode", g => Bericht(g).Soort == "einde-periode")
        .Als("verantwoording", "het gaat over het verzoek om vaststelling of de einddeclaratie", g => Bericht(g).Soort == "verantwoording")
        .Als(
            LaatsteTermijn,
            "de ontvanger vroeg de vaststelling niet op tijd en krijgt een laatste termijn",
            g => Bericht(g).Soort is LaatsteTermijnSoort or "verantwoording-laatste-termijn-nadert"
        )
        .Als("bewijs", "het gaat over bewijs voor de steekproef", g => Bericht(g).Soort == "bewijs")
        .Als("declaratie aanvullen", "het gaat over wat in de declaratie ontbreekt", g => Bericht(g).Soort == "declaratie-aanvullen")
        .Als("zienswijze", "het gaat over een reactie op het voornemen om in te trekken", g => Bericht(g).Soort == "zienswijze")
        .Als("aanvulling", "het gaat over wat in de aanvraag ontbreekt", g => Bericht(g).Soort == "aanvulling")
        .Als(
            "project",
            "het gaat over een verplichting van wie subsidie kreeg",
            g => Bericht(g).Soort is not ("zienswijze" or "aanvulling")
        )
        .Veld("laatste dag", "de laatste dag", g => Datumtekst.Van(Uiterlijk(g)))
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

    private static LocalDate Uiterlijk(Briefgeval geval) =>
        Bericht(geval) switch
        {
            { Soort: VerslagTerugSoort } terug => Verzendtermijn.Uiterlijk(geval, Termijncode.Hersteltermijn, terug.Dag),
            { Soort: LaatsteTermijnSoort } gesteld => Verzendtermijn.Uiterlijk(geval, Termijncode.LaatsteTermijnVaststelling, gesteld.Dag),
            var nadert => nadert.Dag,
        };
}
