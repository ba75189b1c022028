using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.QuickScan;

/// <summary>Twelve questions, who one is and where the firm stands.</summary>
public sealed class IndexModel(NaamloosApi api, Teksten t) : Quickpagina(api, t)
{
    /// <summary>What another site places in its page.</summary>
    public string Inbedcode =>
        $"""<iframe src="{Request.Scheme}://{Request.Host}/quickscan?ingebed=ja&{Taal}" title="QuickScan" width="100%" height="900"></iframe>""";

    public async Task OnGet(CancellationToken ct)
    {
        await Laad(ct);
        // One form for one time that someone fills it in, also when they change an answer afterwards.
        Formulierveld ??= Lijst.Formulier;
    }
}
