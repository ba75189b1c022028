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
            .. bericht.Gronden.Contains(Grondcode.PlafondOverschreden) ? Plafond(bericht.Volgorde, versie) : [],
            new Alinea(
                bericht.Gronden.Any(grond => grond != Grondcode.PlafondOverschreden)
                    ? "In uw zaak op onze website leest u bij elke grond hoe wij tot ons oordeel zijn gekomen. In een volgend aanvraagtijdvak kunt u een nieuwe aanvraag doen."
                    : "In een volgend aanvraagtijdvak kunt u een nieuwe aanvraag doen."
            ),
        ];

    /// <summary>Nobody assessed the application: the money was gone.</summary>
    private static IEnumerable<Briefblok> Plafond(string? volgorde, Regelversie versie)
    {
        var verdeling =
            volgorde == "binnenkomst"
                ? "Wij verdelen het geld op volgorde van ontvangst. Is een aanvraag aangevuld, dan telt het moment van de aanvulling. Tussen "
                    + "aanvragen van hetzelfde moment beslist een loting, als het geld niet voor alle genoeg is (artikel "
                    + $"{versie.Stap(Stapcode.OpOntvangst).Artikel})."
                : $"Wij verdelen het geld in een vaste volgorde (artikel {versie.Stap(Stapcode.Geloot).Artikel}).";
        yield return new Alinea(
            $"Er is meer subsidie gevraagd dan er voor dit aanvraagtijdvak geld was. {verdeling} Toen uw aanvraag aan de beurt was, was er niet "
                + "genoeg over. Wij moeten een aanvraag dan afwijzen (artikel 4:25, tweede lid, Awb). Over de inhoud van uw aanvraag zegt dit niets. Op onze website ziet u bij het "
                + "aanvraagtijdvak de volgorde en hoe het geld is verdeeld."
        );
    }
}
