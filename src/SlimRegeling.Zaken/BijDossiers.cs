using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijDocumentBeschikbaar(Bijhouden bij) : IVerwerker<DocumentBeschikbaarBericht>
{
    public Task Verwerk(DocumentBeschikbaarBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.DocumentOntvangen, b.Op) { Uitleg = $"Soort: {b.Soort}" });
}

/// <summary>It was received, which is the step; that it cannot be used is what to read there.</summary>
public sealed class BijDocumentGeweigerd(Bijhouden bij) : IVerwerker<DocumentGeweigerdBericht>
{
    public Task Verwerk(DocumentGeweigerdBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.DocumentOntvangen, b.OntvangenOp) { Uitleg = $"Soort: {b.Soort}. Geweigerd. {b.Uitleg}" });
}

public sealed class BijBriefVerzonden(Bijhouden bij) : IVerwerker<BriefVerzondenBericht>
{
    public Task Verwerk(BriefVerzondenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.BriefVerzonden, b.Op)
            {
                Besluit = b.Besluit,
                Uitleg = $"Brief over {b.Soort}, verzonden op {Datumtekst.Van(b.VerzondenOp)}",
            }
        );
}
