using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The decision on a change that the recipient asked: what it changes in the award, or on which ground it is refused, and why.</summary>
internal static class Wijzigingsbrief
{
    private const string Toegewezen = "toegewezen";
    private const string Afgewezen = "afgewezen";
    private const string Uitstel = "uitstel";
    private const string Verdeling = "verdeling";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Als(Toegewezen, "wij vinden de wijziging goed", g => Bericht(g).Uitkomst == Toegewezen)
        .Als(Afgewezen, "wij vinden de wijziging niet goed", g => Bericht(g).Uitkomst == Afgewezen)
        .Als(
            "verlening loopt",
            "de subsidie is niet vastgesteld en niet helemaal ingetrokken",
            g => Bericht(g).Grond is not (Wijzigingsgrond.AlVastgesteld or Wijzigingsgrond.HelemaalIngetrokken)
        )
        .Als(Uitstel, "de initiatiefperiode wordt langer", g => Bericht(g) is { Soort: Wijzigingssoort.Uitstel, PeriodeTot: not null })
        .Als(Verdeling, "het bedrag is opnieuw verdeeld over de partijen", g => Partijen(g).Any())
        .Als("begroting", "wat de activiteiten in de subsidie wegen, verandert", g => Activiteiten(g).Any())
        .Veld("soort wijziging", "zoals: een langere initiatiefperiode", g => Wijzigingssoort.Titel(Bericht(g).Soort))
        .Veld("gevraagd op", "de dag van het verzoek", g => Datumtekst.Van(Bericht(g).GevraagdOp))
        .Veld("besluitdatum", "de dag van dit besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("gewijzigd besluit", "het besluit waarbij de subsidie is verleend", g => Bericht(g).Wijzigt)
        .Veld("argument", "waarom, in alinea's", g => (g.Wijziging?.Tekst ?? "").ReplaceLineEndings("\n"))
        .Veld("versie", "de hoeveelste versie van de verlening dit is", g => $"{Bericht(g).Versienummer}", Toegewezen)
        .Veld("bedrag", "de subsidie, ten hoogste; die verandert niet", g => Getal.Euro(Bericht(g).Bedrag!.Value), Toegewezen)
        .Veld("grond", "waarom wij afwijzen, in een zin", g => Wijzigingsgrond.Titel(Bericht(g).Grond!), Afgewezen)
        .Veld("artikel grond", "het artikel daarvan", g => Wijzigingsgrond.Artikel(g.Versie, Bericht(g).Grond!), Afgewezen)
        .Veld("oud einde", "de laatste dag tot nu toe", g => Datumtekst.Van(Bericht(g).PeriodeTotWas!.Value), Uitstel)
        .Veld("nieuw einde", "de laatste dag voortaan", g => Datumtekst.Van(Bericht(g).PeriodeTot!.Value), Uitstel)
        .Veld(
            "artikel verlenging",
            "het artikel over een langere periode",
            g => g.Versie.Termijn(Termijncode.VerlengingInitiatiefperiode).Artikel,
            Uitstel
        )
        .Veld(
            "laatste dag verantwoording",
            "uiterlijk dan stellen wij vast, of komt het verzoek of de einddeclaratie",
            g => Datumtekst.Van(Termijnen.Einde(g.Versie, Verantwoordingstermijn(g), Bericht(g).PeriodeTot!.Value)),
            Uitstel
        )
        .Veld("artikel verantwoording", "het artikel over die dag", g => g.Versie.Termijn(Verantwoordingstermijn(g)).Artikel, Uitstel)
        .Veld("artikel verdeling", "het artikel over de verdeling", g => Verleningsartikel.Verdeling(g.Versie), Verdeling)
        .Lijst<Verandering>(
            "partij",
            "de partijen van een samenwerkingsverband, de hoofdaanvrager eerst",
            Partijen,
            ("kvk-nummer", "met (hoofdaanvrager) bij die partij", Partijnaam),
            ("was", "haar deel tot nu toe", (partij, _) => Bedrag(partij.Was)),
            ("wordt", "haar deel voortaan", (partij, _) => Bedrag(partij.Wordt))
        )
        .Lijst<Verandering>(
            "activiteit",
            "de activiteiten",
            Activiteiten,
            ("naam", "letter en omschrijving", (activiteit, _) => Activiteittekst.Naam(activiteit.Code)),
            ("was", "wat zij woog", (activiteit, _) => Bedrag(activiteit.Was)),
            ("wordt", "wat zij voortaan weegt", (activiteit, _) => Bedrag(activiteit.Wordt))
        )
        .MetStand(g => Bericht(g).Nu)
        .MoetNoemen("soort wijziging", "gevraagd op", "besluitdatum", "gewijzigd besluit", "argument", "grond", "nieuw einde", "bedrag");

    private sealed record Verandering(string Code, decimal? Was, decimal? Wordt);

    private static WijzigingBeslotenBericht Bericht(Briefgeval geval) => geval.Opdracht.Wijziging!;

    private static string Verantwoordingstermijn(Briefgeval geval) =>
        Verantwoordingswijze.Termijn(geval.Versie, Bericht(geval).Verantwoording!);

    private static IEnumerable<Verandering> Partijen(Briefgeval geval) =>
        Wijzigingssoort.VanPartijen(Bericht(geval).Soort) || Verdeelt(geval)
            ? Veranderingen(Bericht(geval).PartijenWas, Bericht(geval).Partijen).OrderBy(v => v.Code != geval.Opdracht.KvkNummer)
            : [];

    /// <summary>Not where it shifts between parties alone.</summary>
    private static IEnumerable<Verandering> Activiteiten(Briefgeval geval) =>
        Bericht(geval).Soort == Wijzigingssoort.Begroting
        && (!Verdeelt(geval) || Verandert(Bericht(geval).AandelenWas, Bericht(geval).Aandelen))
            ? Veranderingen(Bericht(geval).AandelenWas, Bericht(geval).Aandelen)
            : [];

    /// <summary>Whether the budget shifts between parties that stay.</summary>
    private static bool Verdeelt(Briefgeval geval) =>
        Bericht(geval).Soort == Wijzigingssoort.Begroting && Verandert(Bericht(geval).PartijenWas, Bericht(geval).Partijen);

    private static bool Verandert(IReadOnlyDictionary<string, decimal>? was, IReadOnlyDictionary<string, decimal>? wordt) =>
        Veranderingen(was, wordt).Any(v => v.Was != v.Wordt);

    /// <summary>None of what was not granted.</summary>
    private static IEnumerable<Verandering> Veranderingen(
        IReadOnlyDictionary<string, decimal>? was,
        IReadOnlyDictionary<string, decimal>? wordt
    ) =>
        wordt is null
            ? []
            : (was?.Keys ?? [])
                .Union(wordt.Keys)
                .Order(StringComparer.Ordinal)
                .Select(code => new Verandering(code, Zoek(was, code), Zoek(wordt, code)));

    private static decimal? Zoek(IReadOnlyDictionary<string, decimal>? bedragen, string code) =>
        bedragen?.TryGetValue(code, out var bedrag) == true ? bedrag : null;

    private static string Partijnaam(Verandering partij, Briefgeval geval) =>
        partij.Code == geval.Opdracht.KvkNummer ? $"{partij.Code} (hoofdaanvrager)" : partij.Code;

    private static string Bedrag(decimal? bedrag) => bedrag is { } b ? Getal.Euro(b) : "–";
}
