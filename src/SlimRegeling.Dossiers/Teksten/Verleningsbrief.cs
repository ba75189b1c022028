using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The award: what an award must state (2.11; 4.2 Kaderregeling), by the version and the type of applicant.</summary>
internal static class Verleningsbrief
{
    private const string Voorgeschoten = "voorschot";
    private const string Tweede = "tweede voorschot";
    private const string Verdeeld = "verdeling";
    private const string Deels = "gedeeltelijk";
    private const string Zelf = "ambtshalve";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Als(Deels, "het plafond liet maar een deel van het gevraagde toe", g => Bericht(g).Gedeeltelijk == true)
        .MetBerekening()
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("artikel plafond", "het artikel over het plafond", g => g.Versie.Grond(Grondcode.PlafondOverschreden).Artikel, Deels)
        .MetVerlening()
        .MetBegroting(Bericht)
        .MoetNoemen("besluitdatum", "artikel besluit", "voorschot", "activiteit.naam");

    /// <summary>What is awarded, with the decision itself, on objection or by one that mends a mistake.</summary>
    /// <param name="alleen">The condition under which it is; null when it always is.</param>
    public static Briefvelden MetVerlening(this Briefvelden velden, string? alleen = null) =>
        velden
            .Als("samenwerkingsverband", "de aanvrager is een samenwerkingsverband", g => Type(g) == Aanvragertype.Samenwerkingsverband)
            .Als(Voorgeschoten, "er is een voorschot bij de verlening", g => Voorschotbedrag(g) is not (null or 0))
            .Als(Tweede, "na het voortgangsverslag kan een tweede voorschot komen", g => Voorschotbedrag(g) != 0 && TweedeVoorschot(g) > 0)
            .Als(Verdeeld, "het bedrag is verdeeld over partijen", g => Verleend(g)?.Partijen is { Count: > 0 })
            .Als(Zelf, "wij stellen de subsidie vast zonder verzoek", g => Verleend(g)?.Verantwoording == Verantwoordingswijze.Ambtshalve)
            .Als(
                "einddeclaratie",
                "de ontvanger verantwoordt met een einddeclaratie",
                g => Verleend(g) is not null && Verantwoordingstermijn(g) == Termijncode.Einddeclaratie
            )
            .Veld("artikel besluit", "het artikel over het besluit", g => Verleningsartikel.Besluit(g.Versie, Type(g)), alleen)
            .Veld("bedrag", "de subsidie, ten hoogste", g => Getal.Euro(Bericht(g).Bedrag), alleen)
            .Veld("artikel bedrag", "het artikel over het maximum", g => Verleningsartikel.Subsidie(g.Versie, Type(g)), alleen)
            .Veld("subsidiabele kosten", "de kosten die meetellen", g => Getal.Euro(Bericht(g).SubsidiabeleKosten), alleen)
            .Veld(
                "artikel subsidiabele kosten",
                "het artikel over die kosten",
                g => g.Versie.Post(Postcode.SubsidiabeleKosten).Artikel,
                alleen
            )
            .Veld("voorschot", "het voorschot bij de verlening", g => Getal.Euro(Voorschotbedrag(g)!.Value), Voorgeschoten)
            .Veld("artikel voorschot", "het artikel over het voorschot", g => Verleningsartikel.Voorschot(g.Versie, Type(g)), Voorgeschoten)
            .Veld(
                "uiterste betaaldag",
                "de laatste dag om het voorschot te betalen",
                g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.Betaling, g.Dag)),
                Voorgeschoten
            )
            .Veld("artikel betaling", "het artikel over die dag", g => g.Versie.Termijn(Termijncode.Betaling).Artikel, Voorgeschoten)
            .Veld("tweede voorschot", "het voorschot na het voortgangsverslag", g => Getal.Euro(TweedeVoorschot(g)), Tweede)
            .Veld(
                "artikel tweede voorschot",
                "het artikel daarover",
                g => g.Versie.Parameters[Parameters.VoorschotNaVoortgang.Code].Artikel,
                Tweede
            )
            .Veld(
                "laatste dag voortgangsverslag",
                "de laatste dag om dat verslag in te dienen",
                g =>
                    Datumtekst.Van(
                        Termijnen.Einde(g.Versie, Termijncode.Voortgangsverslag, Voorschot.EindeEersteMaanden(Bericht(g).PeriodeVan))
                    ),
                Tweede
            )
            .Veld("artikel voortgangsverslag", "het artikel daarover", g => g.Versie.Termijn(Termijncode.Voortgangsverslag).Artikel, Tweede)
            .Veld("artikel verdeling", "het artikel over de verdeling", g => Verleningsartikel.Verdeling(g.Versie), Verdeeld)
            .Veld("periode van", "de eerste dag van de activiteiten", g => Datumtekst.Van(Bericht(g).PeriodeVan), alleen)
            .Veld("periode tot", "de laatste dag van de activiteiten", g => Datumtekst.Van(Bericht(g).PeriodeTot), alleen)
            .Veld(
                "artikel periode",
                "het artikel over die periode",
                g => g.Versie.Termijn(Termijncode.Initiatiefperiode(Type(g))).Artikel,
                alleen
            )
            .Veld(
                "laatste dag verantwoording",
                "uiterlijk dan stellen wij vast, of komt het verzoek of de einddeclaratie",
                g => Datumtekst.Van(Termijnen.Einde(g.Versie, Verantwoordingstermijn(g), Bericht(g).PeriodeTot)),
                alleen
            )
            .Veld("artikel verantwoording", "het artikel over die dag", g => g.Versie.Termijn(Verantwoordingstermijn(g)).Artikel, alleen)
            .Veld("artikel steekproef", "het artikel over de steekproef", g => g.Versie.Stap(Stapcode.InSteekproef).Artikel, Zelf)
            .Veld("steunperiode", "hoe lang de steun meetelt", Steunperiode, alleen)
            .Veld("artikel steunregister", "het artikel over het register", g => g.Versie.Stap(Stapcode.SteunGeregistreerd).Artikel, alleen)
            .Lijst<string>(
                "activiteit",
                "de activiteiten waarvoor subsidie is verleend",
                g =>
                    g.Opdracht.Verlening?.Activiteiten
                    ?? g.Opdracht.Bezwaarbeslissing?.Activiteiten
                    ?? g.Opdracht.Herstel?.Activiteiten
                    ?? [],
                ("naam", "letter en omschrijving", (soort, _) => Activiteittekst.Naam(soort))
            )
            .Lijst<Bewijs>(
                "bewijs",
                "wat de ontvanger bewaart of meestuurt",
                g => Verleend(g) is { } b ? Verantwoordingswijze.Bewijs(g.Versie, Type(g), b.Bedrag, b.Activiteiten) : [],
                ("omschrijving", "activiteit, stuk en artikel", (bewijs, _) => Activiteittekst.Bewijs(bewijs))
            )
            .Lijst<KeyValuePair<string, decimal>>(
                "partij",
                "de partijen van een samenwerkingsverband, de hoofdaanvrager eerst",
                Partijen,
                ("kvk-nummer", "met (hoofdaanvrager) bij die partij", Partijnaam),
                ("bedrag", "het deel van deze partij, ten hoogste", (partij, _) => Getal.Euro(partij.Value))
            )
            .MoetNoemen("bedrag", "periode van", "periode tot", "laatste dag verantwoording");

    /// <summary>Null when nothing is awarded.</summary>
    private static SubsidieVerleendBericht? Verleend(Briefgeval geval) =>
        geval.Opdracht.Verlening ?? Bezwaarbeslissingsbrief.Verlening(geval.Opdracht) ?? Herstelbrief.Verlening(geval.Opdracht);

    private static SubsidieVerleendBericht Bericht(Briefgeval geval) => Verleend(geval)!;

    /// <summary>Null when there is nothing to say of it.</summary>
    private static decimal? Voorschotbedrag(Briefgeval geval) =>
        geval.Opdracht.Verlening?.Voorschot ?? geval.Opdracht.Bezwaarbeslissing?.Voorschot ?? geval.Opdracht.Herstel?.Voorschot;

    private static string Type(Briefgeval geval) =>
        geval.Opdracht.Verlening?.Aanvragertype
        ?? geval.Opdracht.Bezwaarbeslissing?.Aanvragertype
        ?? geval.Opdracht.Herstel?.Aanvragertype
        ?? Aanvragertype.MkbOnderneming;

    private static string Verantwoordingstermijn(Briefgeval geval) =>
        Verantwoordingswijze.Termijn(geval.Versie, Bericht(geval).Verantwoording);

    private static decimal TweedeVoorschot(Briefgeval geval) =>
        Type(geval) == Aanvragertype.Samenwerkingsverband && Verleend(geval) is { } bericht
            ? Voorschot.NaVoortgang(
                geval.Versie,
                bericht.Bedrag,
                geval.Versie.Termijn(Termijncode.InitiatiefperiodeSamenwerkingsverband).Lengte
            )
            : 0.00m;

    private static IEnumerable<KeyValuePair<string, decimal>> Partijen(Briefgeval geval) =>
        (Verleend(geval)?.Partijen ?? geval.Opdracht.Herstel?.Partijen ?? new Dictionary<string, decimal>())
            .OrderBy(p => p.Key != geval.Opdracht.KvkNummer)
            .ThenBy(p => p.Key, StringComparer.Ordinal);

    private static string Partijnaam(KeyValuePair<string, decimal> partij, Briefgeval geval) =>
        partij.Key == geval.Opdracht.KvkNummer ? $"{partij.Key} (hoofdaanvrager)" : partij.Key;

    private static string Steunperiode(Briefgeval geval) =>
        geval.Versie.Op(Parameters.DeMinimisPeriode, Bericht(geval).Besluitdatum) == DeMinimisperiode.DrieBelastingjaren
            ? "in dit en de twee volgende belastingjaren"
            : "36 maanden";
}
