using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>Whose case it is and by which rules, as heard of its submission.</summary>
public sealed record Zaak(string Id, string KvkNummer, string Regelversie) : IVanOnderneming;

/// <summary>A document can be received once the case is known. What is kept never changes, so a later message says the same.</summary>
public sealed class BijAanvraagIngediend(Werkeenheid<DossiersContext> eenheid) : IVerwerker<AanvraagIngediendBericht>
{
    public Task Verwerk(AanvraagIngediendBericht bericht, CancellationToken ct)
    {
        eenheid.Sessie.Store(new Zaak(bericht.Zaaknummer, bericht.KvkNummer, bericht.Regelversie));
        return Task.CompletedTask;
    }
}
