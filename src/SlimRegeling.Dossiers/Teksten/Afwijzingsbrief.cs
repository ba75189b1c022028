using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The refusal, with every ground that it rests on.</summary>
internal static class Afwijzingsbrief
{
    public static IReadOnlyList<Briefblok> Blokken(AanvraagAfgewezenBericht bericht, Regelversie versie) =>
        [
            new Alinea(
                $"Wij hebben op {Datumtekst.Van(bericht.Besluitdatum)} besloten uw aanvraag {bericht.Zaaknummer} om subsidie op grond van de "
                    + $"SLIM-regeling af te wijzen (artikel {versie.Stap(Stapcode.AanvraagAfgewezen).Artikel}). U krijgt geen subsidie."
            ),
            new Kop("Waarom u geen subsidie krijgt"),
            new Opsomming([.. bericht.Gronden.Select(versie.Grond).Select(grond => $"{grond.Titel} (artikel {grond.Artikel}).")]),
            new Alinea(
                "In uw zaak op onze website leest u bij elke grond hoe wij tot ons oordeel zijn gekomen. In een volgend aanvraagtijdvak kunt u een nieuwe aanvraag doen."
            ),
        ];
}
