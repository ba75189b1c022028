using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The refusal, with every ground that it rests on and what was found at each.</summary>
internal static class Afwijzingsbrief
{
    private const string Vol = "plafond";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Als(Vol, "het plafond was bereikt", g => Bericht(g).Gronden.Contains(Grondcode.PlafondOverschreden))
        .Als("binnenkomst", "het geld gaat op volgorde van ontvangst", OpBinnenkomst)
        .Als("beoordeeld", "de inhoud van de aanvraag is beoordeeld", g => Bericht(g).Gronden.Any(c => c != Grondcode.PlafondOverschreden))
        .Als("eisen", "de aanvraag voldoet niet aan een of meer eisen", g => Onderbouwd.Eisen(g).Any())
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("artikel besluit", "het artikel over afwijzen", g => g.Versie.Stap(Stapcode.AanvraagAfgewezen).Artikel)
        .Veld(
            "artikel volgorde",
            "het artikel over de volgorde waarin het geld wordt verdeeld",
            g => g.Versie.Stap(OpBinnenkomst(g) ? Stapcode.OpOntvangst : Stapcode.Geloot).Artikel,
            Vol
        )
        .Lijst<string>(
            "grond",
            "de gronden waarop wij afwijzen",
            g => Bericht(g).Gronden,
            ("titel", "de grond in woorden", (code, g) => g.Versie.Grond(code).Titel),
            ("artikel", "het artikel van de grond", (code, g) => g.Versie.Grond(code).Artikel),
            ("toelichting", "waarom: wat de beoordelaar schreef, of de uitleg van de regels; kan leeg zijn", Onderbouwd.Argument)
        )
        .MetEisen(Onderbouwd.Eisen)
        .MoetNoemen("besluitdatum", "artikel besluit", "grond.titel", "grond.artikel", "grond.toelichting");

    private static AanvraagAfgewezenBericht Bericht(Briefgeval geval) => geval.Opdracht.Afwijzing!;

    private static bool OpBinnenkomst(Briefgeval geval) => Bericht(geval).Volgorde == "binnenkomst";
}
