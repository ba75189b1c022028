using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Interventies;

/// <summary>The catalogue of what a firm can do, to search. What is asked stands in the address, so that it can be sent to someone.</summary>
public sealed class IndexModel(LeercultuurscansApi api, Persoonlezer lezer, Teksten t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Zoek { get; set; }

    [BindProperty(SupportsGet = true, Name = "dimensie")]
    public string? Dimensie { get; set; }

    [BindProperty(SupportsGet = true, Name = "fase")]
    public string? Fase { get; set; }

    [BindProperty(SupportsGet = true, Name = "doelgroep")]
    public string? Doelgroep { get; set; }

    [BindProperty(SupportsGet = true, Name = "grootte")]
    public string? Grootte { get; set; }

    [BindProperty(SupportsGet = true, Name = "sector")]
    public string? Sector { get; set; }

    [BindProperty(SupportsGet = true, Name = "belemmering")]
    public string? Belemmering { get; set; }

    [BindProperty(SupportsGet = true, Name = "route")]
    public string? Route { get; set; }

    /// <summary>The most fitting first.</summary>
    public IReadOnlyList<Interventie> Gevonden { get; private set; } = [];

    public Leernamen Namen { get; private set; } = null!;

    public bool MagSchrijven => lezer.Lees(HttpContext)?.Heeft(Rol.Regelbeheerder) == true;

    /// <summary>The lists in which one can choose: name, title, what is chosen, and the choices.</summary>
    public IReadOnlyList<(string Naam, string Titel, string? Nu, IReadOnlyList<(string Code, string Naam)> Keuzes)> Filters =>
        [
            ("dimensie", t["Onderwerp"], Dimensie, [.. Namen.PerCode.Select(n => (n.Key, n.Value.In(t)))]),
            ("fase", t["Waar u staat"], Fase, Keuzes(Namen.Keuzes.Fasen)),
            ("belemmering", t["Wat u tegenhoudt"], Belemmering, Keuzes(Namen.Keuzes.Belemmeringen)),
            ("doelgroep", t["Voor wie"], Doelgroep, Keuzes(Leerwoorden.Doelgroepen)),
            ("grootte", t["Hoe groot uw bedrijf is"], Grootte, Keuzes(Namen.Keuzes.Groottes)),
            ("sector", t["Sector"], Sector, Keuzes(Namen.Keuzes.Sectoren)),
            ("route", t["Te betalen met"], Route, Keuzes(Leerwoorden.Routes)),
        ];

    public async Task OnGet(CancellationToken ct)
    {
        Namen = await Leernamen.Lees(api, null, ct);
        var vraag = Geldklant.Vraag(
            ("zoek", Zoek?.Trim()),
            ("dimensie", Dimensie),
            ("fase", Fase),
            ("doelgroep", Doelgroep),
            ("grootte", Grootte),
            ("sector", Sector),
            ("belemmering", Belemmering),
            ("route", Route)
        );
        Gevonden = await api.Lees<IReadOnlyList<Interventie>>($"interventies{vraag}", ct);
    }

    private IReadOnlyList<(string Code, string Naam)> Keuzes(IReadOnlyList<Leerkeuze> keuzes) =>
        [.. keuzes.Select(k => (k.Code, k.Naam.In(t)))];

    private IReadOnlyList<(string Code, string Naam)> Keuzes(IReadOnlyList<(string Code, string Naam)> keuzes) =>
        [.. keuzes.Select(k => (k.Code, t[k.Naam]))];
}
