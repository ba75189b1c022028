using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>The report for the people of the firm, in words of their own: nothing of management, groups or money.</summary>
public sealed class MedewerkersModel(LeercultuurscansApi api, Teksten t) : Rapportpagina(api)
{
    public Medewerkersblad Blad { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    public Scoreblad Scores =>
        Scoreblad.Van("samen", t["Wat wij samen antwoordden"], Leernamen.Kern, Blad.Dimensies, s => Namen.Van(s.Code, t, s.Naam));

    public async Task OnGet(CancellationToken ct)
    {
        if (await Haal<Medewerkersblad>("/rapport/medewerkers", ct) is { } blad)
        {
            Blad = blad;
            Namen = (await Leernamen.Lees(Api, null, ct)).Met(Blad.Namen);
        }
    }
}
