using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The request for what a declaration lacks. It is no decision, so no objection is open against it.</summary>
internal static class Declaratieaanvullingbrief
{
    public static readonly Briefvelden Velden = new Briefvelden()
        .Veld("laatste dag", "de laatste dag om aan te vullen", g => Datumtekst.Van(Bericht(g).Uiterlijk))
        .Veld("vraag", "wat er ontbreekt, in alinea's", g => (g.Declaratievraag?.Vraag ?? "").ReplaceLineEndings("\n").Trim())
        .MoetNoemen("zaaknummer", "laatste dag", "vraag");

    private static DeclaratieaanvullingGevraagdBericht Bericht(Briefgeval geval) => geval.Opdracht.Declaratieaanvulling!;
}
