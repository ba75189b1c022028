using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The second advance of a partnership, which its progress report released (2.18).</summary>
internal static class Voorschotbrief
{
    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Veld("besluitdatum", "de dag van dit besluit", g => Datumtekst.Van(Moment.Dag(Bericht(g).Op)))
        .Veld("bedrag", "het tweede voorschot", g => Getal.Euro(Bericht(g).Bedrag))
        .Veld("totaal", "alle voorschotten samen", g => Getal.Euro(Bericht(g).Totaal!.Value))
        .Veld("artikel voorschot", "het artikel over dit voorschot", g => g.Versie.Parameters[Parameters.VoorschotNaVoortgang.Code].Artikel)
        .Veld("artikel voortgangsverslag", "het artikel over het verslag", g => g.Versie.Termijn(Termijncode.Voortgangsverslag).Artikel)
        .Veld(
            "uiterste betaaldag",
            "de laatste dag om het te betalen",
            g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.Betaling, g.Dag))
        )
        .Veld("artikel betaling", "het artikel over die dag", g => g.Versie.Termijn(Termijncode.Betaling).Artikel)
        .MoetNoemen("besluitdatum", "bedrag", "totaal", "artikel voorschot", "uiterste betaaldag");

    private static VoorschotToegekendBericht Bericht(Briefgeval geval) => geval.Opdracht.Voorschot!;
}
