using SlimRegeling.Berichten.Dossiers;

namespace SlimRegeling.Dossiers;

/// <summary>What this context says about each of its events; the stream is the document or the letter.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            // Of before documents were examined: those could be read at once.
            DocumentOntvangen { Plaats: null } e =>
            [
                new DocumentBeschikbaarBericht(e.Zaaknummer, e.KvkNummer, stroom, e.Soort, e.Hash, e.Op),
            ],
            // Of what belongs to a draft nobody hears.
            DocumentGescand { BijConcept: true } or DocumentGeweigerd { BijConcept: true } => [],
            DocumentIngediend { Stand: Documentstand.Beschikbaar } e =>
            [
                new DocumentBeschikbaarBericht(e.Zaaknummer, e.KvkNummer, stroom, e.Soort, e.Hash, e.IngediendOp),
            ],
            DocumentIngediend { Stand: Documentstand.Geweigerd, Reden: { } reden } e =>
            [
                new DocumentGeweigerdBericht(
                    e.Zaaknummer,
                    e.KvkNummer,
                    stroom,
                    e.Soort,
                    reden,
                    Weigerreden.Uitleg(reden),
                    e.IngediendOp,
                    e.Op
                ),
            ],
            DocumentGescand e => [new DocumentBeschikbaarBericht(e.Zaaknummer, e.KvkNummer, stroom, e.Soort, e.Hash, e.OntvangenOp)],
            DocumentGeweigerd e =>
            [
                new DocumentGeweigerdBericht(
                    e.Zaaknummer,
                    e.KvkNummer,
                    stroom,
                    e.Soort,
                    e.Reden,
                    Weigerreden.Uitleg(e.Reden),
                    e.OntvangenOp,
                    e.Op
                ),
            ],
            BriefVerzonden e => [new BriefVerzondenBericht(e.Zaaknummer, stroom, e.Soort, e.Besluit, e.VerzondenOp, e.Op, e.Ontvanger)],
            _ => [],
        };
}
