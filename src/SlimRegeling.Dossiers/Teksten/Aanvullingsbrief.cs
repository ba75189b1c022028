using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The request to complete an application. It is no decision, so no objection is open against it (6:3 Awb).</summary>
internal static class Aanvullingsbrief
{
    public static readonly Briefvelden Velden = new Briefvelden()
        .Veld("artikel aanvulling", "het artikel over aanvullen", g => g.Versie.Stap(Stapcode.AanvullingGevraagd).Artikel)
        .Veld("laatste dag", "de laatste dag om aan te vullen, vanaf de dag van verzenden", g => Datumtekst.Van(Uiterlijk(g)))
        .Veld("artikel plaats", "het artikel over de plaats in de volgorde", g => g.Versie.Stap(Stapcode.AanvraagAangevuld).Artikel)
        .Veld("termijn mededeling", "zoals: 4 weken", g => Briefvelden.Duur(Mededeling(g)))
        .Veld("artikel mededeling", "het artikel over die termijn", g => Mededeling(g).Artikel)
        .Lijst<string>(
            "ontbreekt",
            "de documenten die ontbreken",
            g => Bericht(g).Ontbreekt,
            ("titel", "het document", (code, g) => g.Versie.Document(code).Titel),
            ("artikel", "het artikel dat erom vraagt", (code, g) => g.Versie.Document(code).Artikel),
            ("toelichting", "wat er mis is met wat wij kregen; kan leeg zijn", Toelichting)
        )
        .MoetNoemen("zaaknummer", "artikel aanvulling", "laatste dag", "ontbreekt.titel", "ontbreekt.artikel");

    private static AanvullingGevraagdBericht Bericht(Briefgeval geval) => geval.Opdracht.Aanvulling!;

    private static string Toelichting(string code, Briefgeval geval) => geval.Toelichting?.Teksten.GetValueOrDefault(code) ?? "";

    private static Termijn Mededeling(Briefgeval geval) => geval.Versie.Termijn(Termijncode.MededelingBuitenBehandeling);

    /// <summary>The term runs from the day after the sending (4:15 Awb).</summary>
    private static LocalDate Uiterlijk(Briefgeval geval) =>
        geval.Dag == Moment.Dag(Bericht(geval).Op)
            ? Bericht(geval).Uiterlijk
            : Termijnen.Einde(geval.Versie, Termijncode.Hersteltermijn, geval.Dag);
}
