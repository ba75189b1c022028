using SlimRegeling.Berichten.Dossiers;

namespace SlimRegeling.Dossiers;

/// <summary>What this context says about each of its events; the stream is the document or the letter.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            DocumentOntvangen e => [new DocumentBeschikbaarBericht(e.Zaaknummer, e.KvkNummer, stroom, e.Soort, e.Hash, e.Op)],
            BriefVerzonden e => [new BriefVerzondenBericht(e.Zaaknummer, stroom, e.Soort, e.Besluit, e.VerzondenOp, e.Op)],
            _ => [],
        };
}
