using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The request for proof to a case in the sample. It is no decision, so no objection is open against it.</summary>
internal static class Bewijsverzoekbrief
{
    public static IReadOnlyList<Briefblok> Blokken(BewijsGevraagdBericht bericht, Regelversie versie) =>
        [
            new Alinea(
                "De periode van uw subsidie is voorbij. Uw zaak is gekozen in een steekproef. Wij vragen u daarom te laten zien dat u de activiteiten "
                    + $"heeft uitgevoerd waarvoor u subsidie kreeg (artikel {versie.Stap(Stapcode.InSteekproef).Artikel})."
            ),
            new Kop("Wat u doet"),
            new Alinea(
                $"Stuur de stukken uiterlijk op {Datumtekst.Van(bericht.Uiterlijk)} in, in uw zaak {bericht.Zaaknummer} op onze website "
                    + $"(artikel {versie.Stap(Stapcode.BewijsOntvangen).Artikel}). Stuur van de activiteiten waarvoor u subsidie kreeg:"
            ),
            new Opsomming([.. versie.Verantwoording.Values.Where(b => b.Activiteit is not null).Select(Activiteittekst.Bewijs)]),
            new Kop("Wat er daarna gebeurt"),
            new Alinea(
                "Wij bekijken uw stukken en stellen de subsidie vast. Ontvangen wij niets, of blijkt dat u niet alles heeft uitgevoerd, dan kunnen wij de "
                    + "subsidie lager vaststellen (artikel 4:46 Awb). Lukt het u niet op tijd? Laat het ons dan voor die dag weten."
            ),
        ];
}
