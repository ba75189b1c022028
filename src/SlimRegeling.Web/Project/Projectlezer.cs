using Microsoft.Extensions.Logging;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Project;

/// <summary>What stands beside the accounting of an award. What is null cannot be looked up now, or is not there.</summary>
public sealed record Projectstand(
    Projectbeeld Project,
    Declaratiegift? Declaratie,
    Voortgangsbeeld? Voortgang,
    Wijzigingenbeeld? Wijzigingen,
    IReadOnlyList<Verleningversie>? Versies,
    Voornemenbeeld? Voornemen
);

/// <summary>An award in its project, for its recipient: two contexts tell of it, and the page is there when one of them does not answer.</summary>
public sealed class Projectlezer(VaststellingApi vaststelling, VerleningApi verlening, ILogger<Projectlezer> log)
{
    public async Task<Projectstand> Lees(string zaaknummer, CancellationToken ct)
    {
        var nummer = Uri.EscapeDataString(zaaknummer);
        // Whose it is; that of another is not found, nor what was not awarded.
        var (project, _) = await vaststelling.Lees<Projectbeeld>($"verantwoordingen/{nummer}", ct);
        return new(
            project,
            project.OpVerzoek ? await Probeer(() => vaststelling.Lees<Declaratiegift>($"verantwoordingen/{nummer}/declaratie", ct)) : null,
            await Probeer(() => vaststelling.Lees<Voortgangsbeeld>($"verantwoordingen/{nummer}/voortgang", ct)),
            await Probeer(() => verlening.Lees<Wijzigingenbeeld>($"verleningen/{nummer}/wijzigingen", ct)),
            await Probeer(() => verlening.Lees<IReadOnlyList<Verleningversie>>($"verleningen/{nummer}/versies", ct)),
            (await Probeer(() => verlening.Lees<Intrekkingenbeeld>($"verleningen/{nummer}/intrekkingen", ct)))?.Voorstel
        );
    }

    private async Task<T?> Probeer<T>(Func<Task<(T Inhoud, long? Versie)>> vraag)
        where T : class
    {
        try
        {
            return (await vraag()).Inhoud;
        }
        catch (Exception e) when (Apifouten.Status(e) is 404 or >= 500)
        {
            log.LogWarning(e, "A part of a project cannot be looked up now");
            return null;
        }
    }
}
