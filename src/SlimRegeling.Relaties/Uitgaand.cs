using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Relaties.Medewerkers;

namespace SlimRegeling.Relaties;

/// <summary>What this context says about each of its events; the stream of an enterprise is its KVK number.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string kvkNummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            OndernemingIngeschreven e => [new OndernemingGewijzigdBericht(kvkNummer, e.Gegevens.Id, e.Gegevens.Hash, e.Op)],
            GegevensGewijzigd e => [new OndernemingGewijzigdBericht(kvkNummer, e.Gegevens.Id, e.Gegevens.Hash, e.Op)],
            RekeningGewijzigd e => [new RekeningGewijzigdBericht(kvkNummer, e.Volgnummer, e.Gegevens.Id, e.Gegevens.Hash, e.Door, e.Op)],
            ContactGewijzigd e => [new ContactGewijzigdBericht(kvkNummer, e.Op, e.Gegevens?.Id, e.Gegevens?.Hash)],
            BriefwijzeGekozen e => [new BriefwijzeGewijzigdBericht(kvkNummer, e.Papier, e.Op)],
            SteunGeregistreerd e => [new SteunGeregistreerdBericht(e.Zaaknummer, kvkNummer, e.Bedrag, e.VerleendOp, e.RuimteNa, e.Op)],
            SteunBijgesteld e => [new SteunGeregistreerdBericht(e.Zaaknummer, kvkNummer, e.Bedrag, e.VerleendOp, e.RuimteNa, e.Op)],
            RuimteHerrekend e => [new SteunGeregistreerdBericht(e.Zaaknummer, kvkNummer, e.Bedrag, e.VerleendOp, e.RuimteNa, e.Op)],
            ICorrectie e =>
            [
                new MedewerkerGewijzigdBericht(
                    e.Kenmerk,
                    [.. e.Na.Ingetrokken.Select(rol => rol.Claimwaarde())],
                    [.. e.Na.Toegekend.Select(rol => rol.Claimwaarde())],
                    e.Na.Geblokkeerd,
                    e.Op
                ),
            ],
            _ => [],
        };
}
