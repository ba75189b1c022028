using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The decision not to handle an application: why, and by which article.</summary>
internal static class Nietbehandeldbrief
{
    private const string NietAangevuld = "niet-aangevuld";
    private const string Gevraagd = "termijn";
    private const string Gekomen = "aangevuld";
    private const string Gaatvoor = "eerdere aanvraag";

    public static readonly Briefvelden Velden = new Briefvelden()
        .MetBezwaar()
        .Als("onvolledig", "de aanvraag is niet volledig; anders deed iemand dubbel mee", IsOnvolledig)
        .Als(Gevraagd, "wij weten tot welke dag aanvullen kon", g => Bericht(g).AanvullenUiterlijk is not null)
        .Als(Gekomen, "er kwam een aanvulling", g => Bericht(g).AangevuldOp is not null)
        .Als("ontbreekt", "wij weten wat ontbreekt", g => Bericht(g).Ontbreekt is { Count: > 0 })
        .Als(Gaatvoor, "wij weten welke aanvraag voorgaat", g => Bericht(g).Eerdere is not null)
        .Veld("besluitdatum", "de dag van het besluit", g => Datumtekst.Van(Bericht(g).Besluitdatum))
        .Veld("artikel besluit", "het artikel over niet behandelen", Artikel)
        .Veld("tijdvak", "het aanvraagtijdvak", g => Bericht(g).Tijdvak)
        .Veld("laatste dag", "tot en met die dag kon aanvullen", g => Datumtekst.Van(Bericht(g).AanvullenUiterlijk!.Value), Gevraagd)
        .Veld("dag van aanvulling", "de dag waarop de aanvulling kwam", g => Datumtekst.Van(Bericht(g).AangevuldOp!.Value), Gekomen)
        .Veld("eerdere aanvraag", "het zaaknummer van de aanvraag die voorgaat", g => Bericht(g).Eerdere!, Gaatvoor)
        .Lijst<string>(
            "ontbreekt",
            "de documenten die ontbreken",
            g => IsOnvolledig(g) ? Bericht(g).Ontbreekt ?? [] : [],
            ("titel", "het document", (code, g) => g.Versie.Document(code).Titel),
            ("artikel", "het artikel dat erom vraagt", (code, g) => g.Versie.Document(code).Artikel)
        )
        .MoetNoemen("besluitdatum", "zaaknummer", "artikel besluit");

    private static BuitenBehandelingGesteldBericht Bericht(Briefgeval geval) => geval.Opdracht.BuitenBehandeling!;

    private static bool IsOnvolledig(Briefgeval geval) => Bericht(geval).Grond == NietAangevuld;

    private static string Artikel(Briefgeval geval) =>
        geval.Versie.Stap(IsOnvolledig(geval) ? Stapcode.BuitenBehandeling : Stapcode.AanvraagUitgesloten).Artikel;
}
