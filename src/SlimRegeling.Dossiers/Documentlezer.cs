using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>The bytes of a document for who may read it: once it was examined, and never when it was refused.</summary>
public sealed class Documentlezer(Stroom<Document> documenten, Bestandsopslag opslag, Zaakwijzer wijzer)
{
    /// <param name="Delen">Its bytes piece by piece; a piece holds until the next.</param>
    public sealed record Gelezen(Document Document, IAsyncEnumerable<ReadOnlyMemory<byte>> Delen);

    /// <summary>The document, or why this caller does not get it.</summary>
    public async Task<(Gelezen? Gelezen, Uitkomst? Weigering)> Lees(string id, CancellationToken ct)
    {
        if (await documenten.Lees(id, ct) is not { Stand: not Documentstand.Verwijderd } document || !wijzer.MagZien(document))
        {
            return (null, Weigering.NietGevonden(id));
        }
        if (DocumentBekijken.Weeg(document) is { } weigering)
        {
            Uitkomst nietNu = weigering;
            return (null, nietNu with { Zaak = document.Zaaknummer });
        }
        if (await opslag.Lees(document, ct) is not { } delen)
        {
            return (null, Weigering.NietGevonden(id));
        }
        return (new Gelezen(document, delen), null);
    }
}
