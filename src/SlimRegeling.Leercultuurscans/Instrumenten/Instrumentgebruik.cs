using Marten;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Instrumenten;

/// <summary>
/// The file with which an instrument was used first. Evidence names its hash, and an open scan counts answers by its questions: whoever changes the file
/// under the same id starts no scan with it, and closes none.
/// </summary>
/// <param name="Id">Of the instrument.</param>
/// <param name="Hash">SHA-256 of its file.</param>
public sealed record Instrumentgebruik(string Id, string Hash)
{
    /// <summary>Keeps the file of what is used for the first time.</summary>
    /// <returns>The first instrument that was changed since; null when all are as they were.</returns>
    internal static async Task<Instrument?> Neem(IDocumentSession sessie, IEnumerable<Instrument> instrumenten, CancellationToken ct)
    {
        foreach (var instrument in instrumenten)
        {
            if (await sessie.LoadAsync<Instrumentgebruik>(instrument.Id, ct) is not { } eerst)
            {
                sessie.Store(new Instrumentgebruik(instrument.Id, instrument.Hash));
            }
            else if (eerst.Hash != instrument.Hash)
            {
                return instrument;
            }
        }
        return null;
    }

    /// <summary>The questions of a scan, which must be those that it was started with.</summary>
    /// <exception cref="InvalidOperationException">A file with them is not here any more, or is another.</exception>
    internal static async Task<Vragenlijst> Lijst(IQuerySession sessie, Instrumentboek boek, ScanGestart gestart, CancellationToken ct)
    {
        var lijst =
            boek.Lijst(gestart.Instrument, gestart.Kernvragen)
            ?? throw new InvalidOperationException($"Instrument {gestart.Instrument} is not here any more.");
        foreach (var instrument in new[] { lijst.Kern, lijst.Eigen }.OfType<Instrument>())
        {
            var bijStart = instrument.Id == gestart.Instrument ? gestart.Instrumenthash : null;
            Eis(instrument, bijStart ?? (await sessie.LoadAsync<Instrumentgebruik>(instrument.Id, ct))?.Hash);
        }
        return lijst;
    }

    /// <param name="hash">Of the file of then; null when that was not kept.</param>
    internal static void Eis(Instrument instrument, string? hash)
    {
        if (hash is not null && hash != instrument.Hash)
        {
            throw new InvalidOperationException(
                $"The file of instrument {instrument.Id} was changed under the same id after it was used: {hash} became {instrument.Hash}."
            );
        }
    }
}
