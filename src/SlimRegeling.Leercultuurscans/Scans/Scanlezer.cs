using System.Collections.Concurrent;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>What never changes of a scan once it was started: its questions and what the firm set up. Kept in memory: everyone who answers asks for
/// it.</summary>
public sealed class Scanlezer(Werkeenheid<LeercultuurscansContext> eenheid, Instrumentboek boek, Scanlezer.Geheugen geheugen)
{
    /// <param name="Gevraagd">How many people are asked.</param>
    public sealed record Gelezen(Vragenlijst Lijst, Scanopzet Opzet, int Gevraagd);

    /// <summary>The scans that were asked for, as many as fit; those of which the firm has its report are asked for no more.</summary>
    public sealed class Geheugen
    {
        private const int Meeste = 2_000;

        private readonly ConcurrentDictionary<string, Gelezen> _scans = new();

        internal Gelezen? Zoek(string scan) => _scans.GetValueOrDefault(scan);

        internal void Onthoud(string scan, Gelezen gelezen)
        {
            if (_scans.Count >= Meeste)
            {
                _scans.Clear();
            }
            _scans[scan] = gelezen;
        }
    }

    /// <summary>What the firm says of its works council, which changes while people answer.</summary>
    public async Task<(string? Stand, LocalDate? Dag)> Raad(string scan, Gelezen gelezen, CancellationToken ct) =>
        gelezen.Opzet.Raad((await eenheid.Sessie.LoadAsync<Scan>(scan, ct))?.Raad);

    /// <summary>Null when there is no such scan.</summary>
    public async Task<Gelezen?> Lees(string scan, CancellationToken ct)
    {
        if (geheugen.Zoek(scan) is { } bekend)
        {
            return bekend;
        }
        if (await eenheid.Sessie.LoadAsync<Scan>(scan, ct) is not { Gestart: { } gestart })
        {
            return null;
        }
        var gelezen = new Gelezen(
            await Instrumentgebruik.Lijst(eenheid.Sessie, boek, gestart, ct),
            gestart.Opzet is null ? Scanopzet.Zonder : await eenheid.Lees<Scanopzet>(gestart.Opzet, ct) ?? Scanopzet.Zonder,
            gestart.Gevraagd
        );
        geheugen.Onthoud(scan, gelezen);
        return gelezen;
    }
}
