using System.Globalization;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>What the receipt of an application says. Pure: the same receipt gives the same words.</summary>
public static class Ontvangstbewijstekst
{
    private static readonly NumberFormatInfo Nederlands = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static Briefinhoud Van(Zaakwijzer.Gegevens gegevens, Zaakwijzer.Ontvangen ontvangen, IReadOnlyList<Ontvangstbewijs.Stuk> stukken)
    {
        var hier = ontvangen.Op.InZone(Moment.Amsterdam);
        var tijd = hier.ToString("HH.mm.ss", CultureInfo.InvariantCulture);
        return new Briefinhoud(
            gegevens.Zaaknummer,
            hier.Date,
            Uitvoerder.Naam,
            [$"De onderneming met KVK-nummer {gegevens.KvkNummer}"],
            "Ontvangstbewijs van uw aanvraag",
            [
                new Alinea("Wij hebben uw aanvraag om subsidie op grond van de SLIM-regeling ontvangen (artikel 4:3a Awb)."),
                new Tabel(
                    ["Gegeven", "Wat wij ontvingen"],
                    [
                        ["Zaaknummer", gegevens.Zaaknummer],
                        ["Ontvangen", $"{Datumtekst.Van(hier.Date)}, {tijd} uur"],
                        ["Aanvraagtijdvak", gegevens.Tijdvak],
                        ["Gevraagde subsidie", $"€\u00a0{ontvangen.Gevraagd.ToString("#,##0.00", Nederlands)}"],
                        .. ontvangen.Stand is { } stand
                            ? (string[][])
                                [
                                    ["Ingediend door", Door(gegevens, stand)],
                                ]
                            : [],
                    ]
                ),
                new Kop("Documenten"),
                stukken.Count == 0
                    ? new Alinea("Bij uw aanvraag zaten geen documenten.")
                    : new Opsomming([
                        .. stukken.Select(s => $"{s.Naam ?? "zonder naam"} ({Soort(s, ontvangen.Stand)})\nSHA-256: {s.Hash}"),
                    ]),
                .. ontvangen.Stand is { } toen ? Ontbrekend(toen, stukken) : [],
                new Kop("Afdruk van uw aanvraag"),
                new Alinea(
                    "Hiermee is later te bewijzen wat u indiende. Wij berekenden hem over uw antwoorden en een toevallig getal, dat wij bij uw aanvraag bewaren."
                ),
                new Alinea($"SHA-256: {ontvangen.Inhoud}"),
                new Kop("Hoe het verder gaat"),
                new Alinea(
                    $"In uw zaak op onze website ziet u wat u indiende, waar uw aanvraag staat en wanneer wij uiterlijk beslissen. Noem altijd het zaaknummer {gegevens.Zaaknummer}."
                ),
            ],
            [],
            $"{Uitvoerder.Naam}, {Uitvoerder.Postadres}"
        );
    }

    /// <summary>In words where the rules have them.</summary>
    private static string Soort(Ontvangstbewijs.Stuk stuk, Zaakwijzer.Ontvangststand? stand) =>
        stand?.GevraagdeBestanden.FirstOrDefault(g => g.Soort == stuk.Soort)?.Titel ?? stuk.Soort;

    private static string Door(Zaakwijzer.Gegevens gegevens, Zaakwijzer.Ontvangststand stand) =>
        stand.Gemachtigde is { } adviseur
            ? $"adviseur met KVK-nummer {adviseur}, namens KVK-nummer {gegevens.KvkNummer}"
            : $"de onderneming zelf (KVK-nummer {gegevens.KvkNummer})";

    /// <summary>What was missing at that moment, in words; what came later is not told here.</summary>
    private static IEnumerable<Briefblok> Ontbrekend(Zaakwijzer.Ontvangststand stand, IReadOnlyList<Ontvangstbewijs.Stuk> stukken)
    {
        string[] ontbrekend =
        [
            .. stand.Ontbrekend.Select(v => $"{v.Titel} ({v.Artikel}){(v.Van is { } van ? $", van {string.Join(" en van ", van)}" : "")}"),
            .. stand.GevraagdeBestanden.Where(g => stukken.All(s => s.Soort != g.Soort)).Select(g => $"{g.Titel}: geen bestand ontvangen"),
        ];
        yield return new Kop("Wat op dat moment nog ontbrak");
        yield return ontbrekend.Length == 0
            ? new Alinea("Van de verklaringen en documenten die wij vragen, ontbrak er geen.")
            : new Opsomming(ontbrekend);
        if (stand.NietBevestigd.Count > 0)
        {
            yield return new Kop("Partijen die nog niet online hadden bevestigd");
            yield return new Opsomming([
                .. stand.NietBevestigd.Select(p => p.Naam is { } naam ? $"{naam} (KVK-nummer {p.KvkNummer})" : $"KVK-nummer {p.KvkNummer}"),
            ]);
        }
    }
}
