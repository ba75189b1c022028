using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform;

namespace SlimRegeling.Dossiers.Bladeren;

/// <summary>
/// Where the programs of Poppler stand: in the folder of <c>SlimRegeling:Poppler</c>, else in the first of the path that has them. <c>geen</c>: no
/// PDF is shown page by page.
/// </summary>
internal sealed class Bladprogrammas
{
    public const string Instelling = "SlimRegeling:Poppler";
    public const string Tellen = "pdfinfo";
    public const string Tekenen = "pdftoppm";
    public const string Lezen = "pdftotext";

    private const string Geen = "geen";

    private static readonly string[] Alle = [Tellen, Tekenen, Lezen];

    private readonly string? _map;

    /// <exception cref="Opstartfout">The programs are not in the folder that is configured.</exception>
    public Bladprogrammas(IConfiguration configuratie)
    {
        var gegeven = configuratie[Instelling];
        if (gegeven == Geen)
        {
            return;
        }
        if (string.IsNullOrWhiteSpace(gegeven))
        {
            _map = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).FirstOrDefault(IsVolledig);
            Ontbreekt = _map is null;
            return;
        }
        _map = IsVolledig(gegeven)
            ? gegeven
            : throw new Opstartfout(
                $"In '{gegeven}' staan niet alle programma's van Poppler ({string.Join(", ", Alle)}). Noem bij {Instelling} de map waar ze wel staan, of geen."
            );
    }

    /// <summary>They are not on this machine, and nobody said that it must do without.</summary>
    public bool Ontbreekt { get; }

    /// <summary>The whole path of one of them; null when nothing is to be shown.</summary>
    public string? Pad(string programma) => _map is null ? null : Path.Combine(_map, programma);

    // Their limits are those of a Unix.
    private static bool IsVolledig(string map) =>
        !OperatingSystem.IsWindows() && Path.IsPathRooted(map) && Alle.All(naam => File.Exists(Path.Combine(map, naam)));
}

/// <summary>Says at the start that PDFs will not be shown, when that is for want of a program.</summary>
internal sealed class Bladmelder(Bladprogrammas programmas, ILogger<Bladmelder> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (programmas.Ontbreekt)
        {
            log.LogWarning(
                "LET OP: van een PDF worden geen bladzijden getoond. Zet poppler-utils op deze machine, of noem bij {Instelling} de map ervan.",
                Bladprogrammas.Instelling
            );
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
