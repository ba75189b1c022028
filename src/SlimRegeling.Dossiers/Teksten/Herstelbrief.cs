using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The decision that comes in the place of one with a mistake: which, what was wrong, what it is now, and what that changes.</summary>
internal static class Herstelbrief
{
    private const string Verlenen = "verlenen";
    private const string Wijzigen = "wijzigen";
    private const string Afwijzen = "afwijzen";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .MetBerekening()
        .Als("alleen tekst", "er verandert alleen tekst; wat is besloten blijft", g => Bericht(g).Gevolg is null)
        .Als(Verlenen, "de aanvrager krijgt alsnog subsidie", g => Bericht(g).Gevolg == Verlenen)
        .Als(Wijzigen, "de subsidie die er was, wordt hoger", g => Bericht(g).Gevolg == Wijzigen)
        .Als(
            "nieuwe verdeling",
            "de hogere subsidie is verdeeld over partijen",
            g => Bericht(g) is { Gevolg: Wijzigen, Partijen.Count: > 0 }
        )
        .Als(Afwijzen, "wat niet werd behandeld, wordt afgewezen", g => Bericht(g).Gevolg == Afwijzen)
        .Veld("hersteld besluit", "het besluit met de fout", g => Bericht(g).Herstelt)
        .Veld("datum hersteld besluit", "de dag van dat besluit", g => Datumtekst.Van(Bericht(g).HersteltVan))
        .Veld("besluitdatum", "de dag van dit besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("fout", "wat er fout was, in alinea's", g => Alineas(g.Hersteltekst?.Fout))
        .Veld("juist", "hoe het moet zijn, in alinea's; kan leeg zijn", g => Alineas(g.Hersteltekst?.Juist))
        .Veld("was", "de subsidie tot nu toe, ten hoogste", g => Getal.Euro(Bericht(g).Was ?? 0), Wijzigen)
        .Veld("wordt", "de subsidie voortaan, ten hoogste", g => Getal.Euro(Bericht(g).Bedrag!.Value), Wijzigen)
        .Veld("nieuwe kosten", "de kosten die voortaan meetellen", g => Getal.Euro(Bericht(g).SubsidiabeleKosten!.Value), Wijzigen)
        .Veld("artikel nieuwe kosten", "het artikel over die kosten", g => g.Versie.Post(Postcode.SubsidiabeleKosten).Artikel, Wijzigen)
        .Veld("artikel afwijzen", "het artikel over afwijzen", g => g.Versie.Stap(Stapcode.AanvraagAfgewezen).Artikel, Afwijzen)
        .Lijst<string>(
            "grond",
            "de gronden waarop wij afwijzen",
            g => Bericht(g).Gronden ?? [],
            ("titel", "de grond in woorden", (code, g) => g.Versie.Grond(code).Titel),
            ("artikel", "het artikel van de grond", (code, g) => g.Versie.Grond(code).Artikel),
            ("toelichting", "waarom: wat de beoordelaar schreef, of de uitleg van de regels; kan leeg zijn", Onderbouwd.Argument)
        )
        .MetEisen(g => Bericht(g).Gevolg == Afwijzen ? Onderbouwd.Eisen(g) : [])
        .MetVerlening(Verlenen)
        .MetStand(g => Bericht(g).Nu)
        .MoetNoemen("hersteld besluit", "datum hersteld besluit", "besluitdatum", "fout", "juist", "was", "wordt");

    /// <summary>What is awarded by it where nothing was, as an award says it; null when nothing is.</summary>
    public static SubsidieVerleendBericht? Verlening(Briefopdracht opdracht) =>
        opdracht.Herstel is { Gevolg: Verlenen } b
            ? new(
                b.Zaaknummer,
                b.Tijdvak!,
                b.KvkNummer,
                b.Regelversie,
                b.Besluit,
                b.Besluitdatum,
                b.SubsidiabeleKosten!.Value,
                b.Bedrag!.Value,
                b.Voorschot!.Value,
                b.PeriodeVan!.Value,
                b.PeriodeTot!.Value,
                b.Verantwoording!,
                b.Activiteiten!,
                b.Ondertekenaars,
                b.Op,
                Aanvragertype: b.Aanvragertype,
                Partijen: b.Partijen
            )
            : null;

    private static HerstelbesluitGenomenBericht Bericht(Briefgeval geval) => geval.Opdracht.Herstel!;

    private static string Alineas(string? tekst) => (tekst ?? "").ReplaceLineEndings("\n");
}
