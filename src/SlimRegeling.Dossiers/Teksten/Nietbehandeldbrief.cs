using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The decision not to handle an application: why, and by which article.</summary>
internal static class Nietbehandeldbrief
{
    private const string NietAangevuld = "niet-aangevuld";

    public static IReadOnlyList<Briefblok> Blokken(BuitenBehandelingGesteldBericht bericht, Regelversie versie)
    {
        var nietAangevuld = bericht.Grond == NietAangevuld;
        var artikel = versie.Stap(nietAangevuld ? Stapcode.BuitenBehandeling : Stapcode.AanvraagUitgesloten).Artikel;
        return
        [
            new Alinea(
                $"Wij hebben op {Datumtekst.Van(bericht.Besluitdatum)} besloten uw aanvraag {bericht.Zaaknummer} om subsidie op grond van de "
                    + $"SLIM-regeling niet te behandelen (artikel {artikel}). U krijgt geen subsidie."
            ),
            new Kop("Waarom wij uw aanvraag niet behandelen"),
            .. nietAangevuld ? Onvolledig(bericht, versie) : Dubbel(bericht, artikel),
            new Alinea("In een volgend aanvraagtijdvak kunt u een nieuwe aanvraag doen."),
        ];
    }

    private static IEnumerable<Briefblok> Onvolledig(BuitenBehandelingGesteldBericht bericht, Regelversie versie)
    {
        var gevraagd = bericht.AanvullenUiterlijk is { } uiterlijk
            ? $"Uw aanvraag was niet volledig. Wij vroegen u haar aan te vullen; dat kon tot en met {Datumtekst.Van(uiterlijk)}."
            : "Uw aanvraag was niet volledig. Wij vroegen u haar aan te vullen.";
        var gekregen = bericht.AangevuldOp is { } aangevuld
            ? $"Uw aanvulling kwam op {Datumtekst.Van(aangevuld)}, maar uw aanvraag is nog niet volledig."
            : "Wij hebben niets van u ontvangen.";
        yield return new Alinea(bericht.Ontbreekt is { Count: > 0 } ? $"{gevraagd} {gekregen} Dit ontbreekt:" : $"{gevraagd} {gekregen}");
        if (bericht.Ontbreekt is { Count: > 0 } ontbreekt)
        {
            yield return new Opsomming([.. Aanvullingsbrief.Stukken(ontbreekt, versie)]);
        }
    }

    private static IEnumerable<Briefblok> Dubbel(BuitenBehandelingGesteldBericht bericht, string artikel)
    {
        var eerdere = bericht.Eerdere is { } zaak ? $": aanvraag {zaak}" : "";
        yield return new Alinea(
            $"In een aanvraagtijdvak kan een aanvrager, of een partij van een samenwerkingsverband, één keer meedoen (artikel {artikel}). Verbonden "
                + $"ondernemingen tellen als één. In het tijdvak {bericht.Tijdvak} vroeg u, of een onderneming waarmee u bent verbonden, eerder aan{eerdere}. "
                + "Die aanvraag gaat voor, ook als zij later niet doorgaat."
        );
    }
}
