using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>Notes a document that proof may name, also one that came with the application.</summary>
public sealed class BijDocumentBeschikbaar(Stroom<Verantwoording> verantwoordingen) : IVerwerker<DocumentBeschikbaarBericht>
{
    public Task Verwerk(DocumentBeschikbaarBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, DocumentBeschikbaarBericht bericht) =>
        verantwoording?.Documenten.Any(d => d.Document == bericht.Document) == true
            ? Beslissing.Geen
            : new DocumentBeschikbaar(bericht.Document, bericht.Soort, bericht.Hash);
}
