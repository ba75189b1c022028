using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>A report beside other firms: with which, and how many, is said; where they are too few, nothing is shown.</summary>
public sealed class BenchmarkModel(LeercultuurscansApi api, Teksten t) : Rapportpagina(api)
{
    public Rapport Rapport { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    public Benchmarkvergelijking Anderen { get; private set; } = new();

    public Scoreblad? Kern => Blok("kern", t["Score per onderwerp"], Leernamen.Kern, Rapport.Dimensies, Anderen.Kern);

    public Scoreblad? Eigen => Blok("eigen", t["Score per onderdeel"], Namen.Eigen, Rapport.Onderdelen ?? [], Anderen.Eigen);

    public async Task OnGet(CancellationToken ct)
    {
        if (await Haal<Rapportblad>("/rapport", ct) is not { } blad)
        {
            return;
        }
        Rapport = blad.Rapport;
        Namen = await Leernamen.Lees(Api, Rapport.Instrument, ct);
        Anderen = await Naast<Benchmarkvergelijking>("/benchmark", ct) ?? new();
    }

    // Management stands in no benchmark.
    private Scoreblad? Blok(string id, string titel, Schaal schaal, IReadOnlyList<Dimensiescore> scores, Benchmarkbeeld? anderen) =>
        anderen is null
            ? null
            : Scoreblad.Van(id, titel, schaal, scores.Select(s => s with { Leiding = null }), s => Namen.Van(s.Code, t, s.Naam), anderen);
}
