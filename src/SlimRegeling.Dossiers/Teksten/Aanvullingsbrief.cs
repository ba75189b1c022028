using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The request to complete an application. It is no decision, so no objection is open against it (6:3 Awb).</summary>
internal static class Aanvullingsbrief
{
    /// <param name="dag">The day on which it is sent; the term runs from the day after it (4:15 Awb).</param>
    public static IReadOnlyList<Briefblok> Blokken(AanvullingGevraagdBericht bericht, Regelversie versie, LocalDate dag) =>
        [
            new Alinea(
                $"Wij hebben uw aanvraag {bericht.Zaaknummer} om subsidie op grond van de SLIM-regeling bekeken. Zij is niet volledig. U kunt haar één "
                    + $"keer aanvullen (artikel {versie.Stap(Stapcode.AanvullingGevraagd).Artikel})."
            ),
            new Kop("Wat ontbreekt"),
            new Opsomming([.. Stukken(bericht.Ontbreekt, versie)]),
            new Kop("Wat u doet"),
            new Alinea(
                $"Vul uw aanvraag aan in uw zaak {bericht.Zaaknummer} op onze website. Dat kan tot en met {Datumtekst.Van(Uiterlijk(bericht, versie, dag))}. U verandert "
                    + "alleen wat hierboven staat, en uw verklaringen; de rest blijft zoals u het stuurde."
            ),
            new Kop("Wat dit betekent voor uw plaats"),
            new Alinea(
                "Tot u heeft aangevuld heeft uw aanvraag geen plaats in de volgorde en houden wij er geen geld voor apart. Zij telt mee vanaf het moment "
                    + $"waarop uw aanvulling binnenkomt (artikel {versie.Stap(Stapcode.AanvraagAangevuld).Artikel}; artikel 2.3 Kaderregeling). Wacht dus "
                    + "niet tot de laatste dag. De termijn waarbinnen wij beslissen staat stil zolang wij op uw aanvulling wachten (artikel 4:15 Awb)."
            ),
            new Kop("Als u niet aanvult"),
            new Alinea(
                $"Ontvangen wij niets, of is uw aanvraag daarna nog niet volledig, dan kunnen wij besluiten haar niet te behandelen. U krijgt dan geen "
                    + $"subsidie. Dat laten wij u binnen {Brieftekst.Duur(versie.Termijn(Termijncode.MededelingBuitenBehandeling))} weten "
                    + $"(artikel {versie.Termijn(Termijncode.MededelingBuitenBehandeling).Artikel})."
            ),
        ];

    private static LocalDate Uiterlijk(AanvullingGevraagdBericht bericht, Regelversie versie, LocalDate dag) =>
        dag == Moment.Dag(bericht.Op) ? bericht.Uiterlijk : Termijnen.Einde(versie, Termijncode.Hersteltermijn, dag);

    internal static IEnumerable<string> Stukken(IEnumerable<string> codes, Regelversie versie) =>
        codes.Select(versie.Document).Select(document => $"{document.Titel} (artikel {document.Artikel}).");
}
