using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The request for what a declaration lacks. It is no decision, so no objection is open against it.</summary>
internal static class Declaratieaanvullingbrief
{
    public static readonly Briefvelden Velden = new Briefvelden()
        .Veld("laatste dag", "de laatste dag om aan te vullen, vanaf de dag van verzenden", g => Datumtekst.Van(Uiterlijk(g)))
        .Veld("vraag", "wat er ontbreekt, in alinea's", g => (g.Declaratievraag?.Vraag ?? "").ReplaceLineEndings("\n").Trim())
        .MoetNoemen("zaaknummer", "laatste dag", "vraag");

    private static DeclaratieaanvullingGevraagdBericht Bericht(Briefgeval geval) => geval.Opdracht.Declaratieaanvulling!;

    private static LocalDate Uiterlijk(Briefgeval geval) =>
        Verzendtermijn.Uiterlijk(geval, Termijncode.Hersteltermijn, Bericht(geval).Uiterlijk);
}
