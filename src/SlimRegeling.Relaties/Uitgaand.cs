using SlimRegeling.Berichten.Relaties;

namespace SlimRegeling.Relaties;

/// <summary>What this context says about each of its events; the stream is the KVK number.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string kvkNummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            OndernemingIngeschreven e => [new OndernemingGewijzigdBericht(kvkNummer, e.Gegevens.Id, e.Gegevens.Hash, e.Op)],
            GegevensGewijzigd e => [new OndernemingGewijzigdBericht(kvkNummer, e.Gegevens.Id, e.Gegevens.Hash, e.Op)],
            RekeningGewijzigd e => [new RekeningGewijzigdBericht(kvkNummer, e.Volgnummer, e.Gegevens.Id, e.Gegevens.Hash, e.Door, e.Op)],
            ContactGewijzigd e => [new ContactGewijzigdBericht(kvkNummer, e.Op, e.Gegevens?.Id, e.Gegevens?.Hash)],
            SteunGeregistreerd e => [new SteunGeregistreerdBericht(e.Zaaknummer, kvkNummer, e.Bedrag, e.VerleendOp, e.RuimteNa, e.Op)],
            RuimteHerrekend e => [new SteunGeregistreerdBericht(e.Zaaknummer, kvkNummer, e.Bedrag, e.VerleendOp, e.RuimteNa, e.Op)],
            _ => [],
        };
}
