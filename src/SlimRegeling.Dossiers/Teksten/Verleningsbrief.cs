using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The award: what an award must state (2.11; 4.2 Kaderregeling), by the version and the type of applicant.</summary>
internal static class Verleningsbrief
{
    public static IReadOnlyList<Briefblok> Blokken(SubsidieVerleendBericht bericht, Regelversie versie, LocalDate dag)
    {
        var type = bericht.Aanvragertype ?? Aanvragertype.MkbOnderneming;
        var periode = versie.Termijn(Termijncode.Initiatiefperiode(type));
        var samen = type == Aanvragertype.Samenwerkingsverband;
        return
        [
            new Alinea(
                $"Wij hebben op {Datumtekst.Van(bericht.Besluitdatum)} besloten "
                    + (samen ? "het samenwerkingsverband waarvan u de hoofdaanvrager bent " : "u ")
                    + $"subsidie te verlenen op grond van de SLIM-regeling (artikel {Verleningsartikel.Besluit(versie, type)}). "
                    + $"{(samen ? "Het samenwerkingsverband krijgt" : "U krijgt")} ten hoogste {Getal.Euro(bericht.Bedrag)}."
            ),
            .. Gedeeltelijk(bericht, versie),
            new Kop(samen ? "Wat het samenwerkingsverband krijgt" : "Wat u krijgt"),
            new Tabel(
                ["Onderdeel", "Artikel", "Bedrag"],
                [
                    ["Subsidiabele kosten", versie.Post(Postcode.SubsidiabeleKosten).Artikel, Getal.Euro(bericht.SubsidiabeleKosten)],
                    ["Subsidie, ten hoogste", Verleningsartikel.Subsidie(versie, type), Getal.Euro(bericht.Bedrag)],
                    .. bericht.Voorschot == 0
                        ? (string[][])[]
                        :
                        [
                            ["Waarvan voorschot", Verleningsartikel.Voorschot(versie, type), Getal.Euro(bericht.Voorschot)],
                        ],
                ]
            ),
            .. bericht.Voorschot == 0
                ? (Briefblok[])[new Alinea("U krijgt geen voorschot: wij betalen nadat wij de subsidie hebben vastgesteld.")]
                : [],
            .. Partijen(bericht, versie),
            new Kop("Waarvoor u de subsidie krijgt"),
            new Opsomming([.. bericht.Activiteiten.Select(Activiteittekst.Naam)]),
            new Alinea(
                $"U voert deze activiteiten uit van {Datumtekst.Van(bericht.PeriodeVan)} tot en met {Datumtekst.Van(bericht.PeriodeTot)} "
                    + $"(artikel {periode.Artikel}). Lukt dat niet, niet op tijd of niet helemaal? Meld ons dat dan meteen (artikel 5.7 Kaderregeling)."
            ),
            .. Voorschotten(bericht, type, versie, dag),
            .. Verantwoording(bericht, type, versie),
            new Kop("Deze subsidie is de-minimissteun"),
            new Alinea(Steun(bericht, versie)),
        ];
    }

    /// <summary>A partial award refuses the rest (2.12, under i).</summary>
    private static IEnumerable<Briefblok> Gedeeltelijk(SubsidieVerleendBericht bericht, Regelversie versie)
    {
        if (bericht.Gedeeltelijk == true)
        {
            yield return new Alinea(
                "Dat is minder dan u heeft gevraagd. Onder het subsidieplafond van het aanvraagtijdvak was niet meer geld over; voor de rest "
                    + $"wijzen wij uw aanvraag af (artikel {versie.Grond(Grondcode.PlafondOverschreden).Artikel}, en artikel 4:25, tweede lid, Awb)."
            );
        }
    }

    /// <summary>The parties and the division of the amount (2.11, fourth paragraph).</summary>
    private static IEnumerable<Briefblok> Partijen(SubsidieVerleendBericht bericht, Regelversie versie)
    {
        if (bericht.Partijen is not { Count: > 0 } partijen)
        {
            yield break;
        }
        yield return new Kop("Wat elke partij krijgt");
        yield return new Alinea(
            $"Zo is de subsidie verdeeld over de partijen (artikel {Verleningsartikel.Verdeling(versie)}). Wij betalen aan u, als hoofdaanvrager; "
                + "u geeft elke partij haar deel."
        );
        yield return new Tabel(
            ["Partij, KVK-nummer", "Bedrag, ten hoogste"],
            [
                .. partijen
                    .OrderBy(p => p.Key != bericht.KvkNummer)
                    .ThenBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => (string[])[p.Key == bericht.KvkNummer ? $"{p.Key} (hoofdaanvrager)" : p.Key, Getal.Euro(p.Value)]),
            ]
        );
    }

    private static IEnumerable<Briefblok> Voorschotten(SubsidieVerleendBericht bericht, string type, Regelversie versie, LocalDate dag)
    {
        if (bericht.Voorschot == 0)
        {
            yield break;
        }
        var betaling = Termijnen.Loop(versie, Termijncode.Betaling, dag);
        yield return new Kop("Uw voorschot");
        yield return new Alinea(
            $"U krijgt een voorschot van {Getal.Euro(bericht.Voorschot)} (artikel {Verleningsartikel.Voorschot(versie, type)}). "
                + $"Wij betalen het uiterlijk op {Datumtekst.Van(betaling.LaatsteDag)} op de rekening die u heeft opgegeven (artikel {betaling.Artikel}). "
                + "Geeft u een andere rekening op, dan controleren wij die eerst."
        );
        if (TweedeVoorschot(bericht, type, versie) is > 0 and var tweede)
        {
            var verslag = Termijnen.Loop(versie, Termijncode.Voortgangsverslag, Voorschot.EindeEersteMaanden(bericht.PeriodeVan));
            yield return new Alinea(
                $"Daarna kunt u nog een voorschot krijgen van {Getal.Euro(tweede)} "
                    + $"(artikel {versie.Parameters[Parameters.VoorschotNaVoortgang.Code].Artikel}). Dat betalen wij nadat u het tussentijdse "
                    + $"voortgangsverslag heeft ingediend. Dat verslag moet u indienen, uiterlijk op {Datumtekst.Van(verslag.LaatsteDag)} "
                    + $"(artikel {verslag.Artikel})."
            );
        }
    }

    private static decimal TweedeVoorschot(SubsidieVerleendBericht bericht, string type, Regelversie versie) =>
        type == Aanvragertype.Samenwerkingsverband
            ? Voorschot.NaVoortgang(versie, bericht.Bedrag, versie.Termijn(Termijncode.InitiatiefperiodeSamenwerkingsverband).Lengte)
            : 0.00m;

    private static IEnumerable<Briefblok> Verantwoording(SubsidieVerleendBericht bericht, string type, Regelversie versie)
    {
        var termijn = Termijnen.Loop(versie, Verantwoordingswijze.Termijn(versie, bericht.Verantwoording), bericht.PeriodeTot);
        var uiterlijk = Datumtekst.Van(termijn.LaatsteDag);
        yield return new Kop("Hoe u de subsidie verantwoordt");
        yield return new Alinea(
            bericht.Verantwoording == Verantwoordingswijze.Ambtshalve
                ? $"U hoeft geen vaststelling aan te vragen. Wij stellen de subsidie uiterlijk op {uiterlijk} zelf vast "
                    + $"(artikel {termijn.Artikel}). Wij kunnen u in een steekproef vragen om te laten zien dat u de activiteiten heeft uitgevoerd "
                    + $"(artikel {versie.Stap(Stapcode.InSteekproef).Artikel}). Bewaar daarvoor:"
            : termijn.Code == Termijncode.Einddeclaratie
                ? $"U vraagt ons om de subsidie vast te stellen met een einddeclaratie. Wij moeten die uiterlijk op {uiterlijk} hebben (artikel "
                    + $"{termijn.Artikel}). Bewaar en stuur mee:"
            : $"U vraagt ons om de subsidie vast te stellen, met het formulier op onze website. Wij moeten uw verzoek uiterlijk op {uiterlijk} hebben "
                + $"(artikel {termijn.Artikel}). Bewaar en stuur mee:"
        );
        yield return new Opsomming([
            .. Verantwoordingswijze.Bewijs(versie, type, bericht.Bedrag, bericht.Activiteiten).Select(Activiteittekst.Bewijs),
        ]);
    }

    private static string Steun(SubsidieVerleendBericht bericht, Regelversie versie) =>
        (
            bericht.Partijen is { Count: > 0 }
                ? "Het bedrag van elke partij telt voor die partij "
                : $"Het bedrag van {Getal.Euro(bericht.Bedrag)} telt "
        )
        + $"vanaf {Datumtekst.Van(bericht.Besluitdatum)} {Steunperiode(bericht, versie)} mee als de-minimissteun, ook als het nog niet is betaald. "
        + $"Wij nemen het op in het register (artikel {versie.Stap(Stapcode.SteunGeregistreerd).Artikel}, of de verordening voor landbouw of visserij "
        + $"als {(bericht.Partijen is { Count: > 0 } ? "de partij in die sector werkt" : "u in die sector werkt")}). Noem het in elke volgende "
        + "de-minimisverklaring.";

    private static string Steunperiode(SubsidieVerleendBericht bericht, Regelversie versie) =>
        versie.Op(Parameters.DeMinimisPeriode, bericht.Besluitdatum) == DeMinimisperiode.DrieBelastingjaren
            ? "in dit en de twee volgende belastingjaren"
            : "36 maanden";
}
