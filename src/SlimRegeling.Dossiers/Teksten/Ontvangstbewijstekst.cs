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
                    ]
                ),
                new Kop("Documenten"),
                stukken.Count == 0
                    ? new Alinea("Bij uw aanvraag zaten geen documenten.")
                    : new Opsomming([.. stukken.Select(s => $"{s.Naam ?? "zonder naam"} ({s.Soort})\nSHA-256: {s.Hash}")]),
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
}
