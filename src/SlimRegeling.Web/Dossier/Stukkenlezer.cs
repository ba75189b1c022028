using Microsoft.Extensions.Logging;

namespace SlimRegeling.Web.Dossier;

/// <summary>The documents of a case for a page that can be used without them: applying goes on while they cannot be looked up.</summary>
public sealed class Stukkenlezer(DossiersApi dossiers, ILogger<Stukkenlezer> log)
{
    /// <summary>Null when they cannot be looked up now.</summary>
    public async Task<IReadOnlyList<Dossierstuk>?> Lees(string zaaknummer, CancellationToken ct)
    {
        try
        {
            return await dossiers.Documenten(zaaknummer, ct);
        }
        catch (Exception e) when (Apifouten.Status(e) >= 500)
        {
            log.LogWarning(e, "The documents of {Zaaknummer} cannot be looked up now", zaaknummer);
            return null;
        }
    }
}
