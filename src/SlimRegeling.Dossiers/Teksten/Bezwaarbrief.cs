using System.Globalization;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The letters while an objection is dealt with (chapters 6 and 7 of the Awb). None of them is a decision that can be objected to (6:3 Awb).</summary>
internal static class Bezwaarbrief
{
    private const string Bekend = "beslisdag bekend";
    private const string OnsAdres = $"{Uitvoerder.Naam}, {Uitvoerder.Postadres}";

    /// <summary>The confirmation of receipt (6:14 Awb).</summary>
    public static readonly Briefvelden Ontvangst = new Briefvelden()
        .Als("onvolledig", "er ontbreekt iets aan het bezwaar", g => Ontvangen(g).Ontbreekt.Count > 0)
        .Als(Bekend, "wij weten wanneer wij uiterlijk beslissen", g => Ontvangen(g).BeslissenUiterlijk is not null)
        .MetBezwaarschrift(g => (Ontvangen(g).Bezwaar, Ontvangen(g).Besluit))
        .Veld("ontvangstdag", "de dag waarop het bezwaar kwam", g => Datumtekst.Van(Ontvangen(g).OntvangenOp))
        .Veld(
            "laatste dag reactie",
            "tot en met die dag kan de indiener vragen om gehoord te worden",
            g => Datumtekst.Van(Ontvangen(g).ReactieUiterlijk)
        )
        .Veld("beslisdag", "de laatste dag om te beslissen", g => Datumtekst.Van(Ontvangen(g).BeslissenUiterlijk!.Value), Bekend)
        .MoetNoemen("bezwaar", "bestreden besluit", "ontvangstdag", "laatste dag reactie", "beslisdag");

    /// <summary>The request for what is lacking (6:6 Awb). Its term runs from the day after the sending.</summary>
    public static readonly Briefvelden Herstel = new Briefvelden()
        .MetBezwaarschrift(g => (Gevraagd(g).Bezwaar, Gevraagd(g).Besluit))
        .Veld(
            "laatste dag",
            "de laatste dag om aan te vullen, vanaf de dag van verzenden",
            g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.HerstelBezwaar, g.Dag))
        )
        .Veld("artikel herstel", "het artikel over die termijn", g => g.Versie.Termijn(Termijncode.HerstelBezwaar).Artikel)
        .Lijst<string>("ontbreekt", "wat er ontbreekt", g => Gevraagd(g).Ontbreekt, ("omschrijving", "wat de indiener nog stuurt", Eis))
        .MoetNoemen("bezwaar", "bestreden besluit", "laatste dag", "artikel herstel", "ontbreekt.omschrijving");

    /// <summary>The invitation to be heard (7:2, 7:4 Awb).</summary>
    public static readonly Briefvelden Hoorzitting = new Briefvelden().MetHoorzitting();

    /// <summary>The same to others than the applicant.</summary>
    public static readonly Briefvelden HoorzittingDerde = new Briefvelden().MetIndiener().MetHoorzitting();

    /// <summary>A later last day to decide (7:10 Awb).</summary>
    public static readonly Briefvelden Beslistermijn = new Briefvelden().MetBeslistermijn();

    /// <summary>The same to others than the applicant.</summary>
    public static readonly Briefvelden BeslistermijnDerde = new Briefvelden().MetIndiener().MetBeslistermijn();

    /// <summary>Whether who gets a letter that goes to several objected.</summary>
    public static Briefvelden MetIndiener(this Briefvelden velden) =>
        velden.Als("indiener", "wie de brief krijgt, maakte zelf bezwaar", g => g.Opdracht.Ontvanger == Derden.Indiener);

    private static Briefvelden MetHoorzitting(this Briefvelden velden) =>
        velden
            .Als("telefonisch", "het gesprek is per telefoon", g => Uitnodiging(g).Wijze == "telefonisch")
            .Als("video", "het gesprek is per video", g => Uitnodiging(g).Wijze == "video")
            .MetBezwaarschrift(g => (Uitnodiging(g).Bezwaar, Uitnodiging(g).Besluit))
            .Veld("dag", "de dag van het gesprek", g => Datumtekst.Van(Wanneer(g).Date))
            .Veld("tijd", "het uur van het gesprek, zoals: 10:30", g => Wanneer(g).ToString("HH:mm", CultureInfo.InvariantCulture))
            .Als("plaats bekend", "wij weten waar het gesprek is", g => Uitnodiging(g).Plaats is not null)
            .Veld("plaats", "waar het gesprek is; als dat niet bekend is ons adres", g => Uitnodiging(g).Plaats ?? OnsAdres)
            .MoetNoemen("bestreden besluit", "dag", "tijd");

    private static Briefvelden MetBeslistermijn(this Briefvelden velden) =>
        velden
            .Als("commissie", "een adviescommissie geeft advies", g => Later(g).Reden == "commissie")
            .Als("verdaging", "wij verdagen de beslissing", g => Later(g).Reden == "verdaging")
            .MetBezwaarschrift(g => (Later(g).Bezwaar, Later(g).Besluit))
            .Veld("beslisdag", "de nieuwe laatste dag om te beslissen", g => Datumtekst.Van(Later(g).BeslissenUiterlijk))
            .Veld("termijn met commissie", "zoals: 12 weken", g => Briefvelden.Duur(Commissie(g)))
            .Veld("artikel commissie", "het artikel over die termijn", g => Commissie(g).Artikel)
            .MoetNoemen("bezwaar", "beslisdag");

    private static Briefvelden MetBezwaarschrift(this Briefvelden velden, Func<Briefgeval, (string Bezwaar, string Besluit)> van) =>
        velden
            .Veld("bezwaar", "het kenmerk van het bezwaar", g => van(g).Bezwaar)
            .Veld("bestreden besluit", "het besluit waartegen bezwaar is gemaakt", g => van(g).Besluit);

    private static BezwaarIngediendBericht Ontvangen(Briefgeval geval) => geval.Opdracht.Bezwaarontvangst!;

    private static BezwaarHerstelGevraagdBericht Gevraagd(Briefgeval geval) => geval.Opdracht.Bezwaarherstel!;

    private static BezwaarHoorzittingBericht Uitnodiging(Briefgeval geval) => geval.Opdracht.Hoorzitting!;

    private static BezwaarBeslistermijnBericht Later(Briefgeval geval) => geval.Opdracht.Beslistermijn!;

    private static ZonedDateTime Wanneer(Briefgeval geval) => Uitnodiging(geval).Wanneer.InZone(Moment.Amsterdam);

    private static Termijn Commissie(Briefgeval geval) => geval.Versie.Termijn(Termijncode.BeslissingOpBezwaarCommissie);

    private static string Eis(string code, Briefgeval geval) =>
        code switch
        {
            "naam-en-adres" => "uw naam en adres;",
            "dagtekening" => "de datum van uw bezwaar;",
            "gronden" => "waarom u het niet eens bent met het besluit;",
            _ => "uw ondertekening.",
        };
}
