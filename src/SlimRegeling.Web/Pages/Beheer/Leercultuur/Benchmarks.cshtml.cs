using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>What all firms together show, for who studies it: only cells that may be shown, and nothing of one firm.</summary>
[ResponseCache(NoStore = true)]
public sealed class BenchmarksModel(LeercultuurscansApi api, Persoonlezer lezer, Teksten t) : PageModel
{
    private IReadOnlyList<Interventie> _catalogus = [];

    [BindProperty(SupportsGet = true, Name = "instrument")]
    public string? Gevraagd { get; set; }

    public IReadOnlyList<Instrument> Instrumenten { get; private set; } = [];

    public Instrument Gekozen { get; private set; } = null!;

    public IReadOnlyList<Benchmarkbeeld> Cellen { get; private set; } = [];

    public IReadOnlyList<Panelgroep> Panel { get; private set; } = [];

    public IReadOnlyList<Betrouwbaarheid> Betrouwbaarheid { get; private set; } = [];

    public IReadOnlyList<Interventietelling> Tellingen { get; private set; } = [];

    public Leernamen Namen { get; private set; } = null!;

    public bool MagBeheer => lezer.Lees(HttpContext)?.Heeft(Rol.Regelbeheerder) == true;

    /// <summary>The widest circle, for the chart; null when even that is too small.</summary>
    public Benchmarkbeeld? Alle => Cellen.FirstOrDefault(c => c.Kring == "alle");

    public Tabel Celtabel =>
        Tabel.Van(
            "Gemiddelde per groep bedrijven",
            ["Bedrijven", Kop.Bedrag("Aantal"), .. Gekozen.Onderdelen.Select(o => Kop.Bedrag(o.Naam.Nl))],
            Cellen,
            c =>
                [
                    Leerwoorden.Kring(c, Namen.Keuzes, t),
                    Weergave.Getal(c.Bedrijven),
                    .. Gekozen.Onderdelen.Select(o => Cel(c.Dimensies.FirstOrDefault(d => d.Code == o.Code))),
                ]
        );

    public Tabel Paneltabel =>
        Tabel.Van(
            "Voor en na",
            ["Onderwerp", "Groep", Kop.Bedrag("Eerste scan"), Kop.Bedrag("Laatste scan")],
            Panel.SelectMany(g => g.Dimensies.Select(d => (Groep: g, Cijfer: d))),
            r =>
                [
                    Namen.Van(r.Cijfer.Code, t),
                    new(Groepsnaam(r.Groep.Groep), Uitleg: $"{Weergave.Getal(r.Groep.Bedrijven)} bedrijven of meer"),
                    Leerwoorden.Score(r.Cijfer.Eerst),
                    Leerwoorden.Score(r.Cijfer.Laatst),
                ]
        );

    public Tabel Betrouwbaarheidstabel =>
        Tabel.Van(
            "Betrouwbaarheid per onderdeel",
            [
                "Onderdeel",
                Kop.Bedrag("Mensen"),
                Kop.Bedrag("Bedrijven"),
                Kop.Bedrag("Alfa"),
                "Oordeel",
                Kop.Bedrag("ICC(1)"),
                "Item met de rest",
            ],
            Betrouwbaarheid,
            b =>
                [
                    Namen.Van(b.Onderdeel, t),
                    Weergave.Getal(b.Personen),
                    Weergave.Getal(b.Bedrijven),
                    Leerwoorden.Score(b.Alfa),
                    b.Oordeel,
                    Leerwoorden.Score(b.Icc),
                    string.Join("; ", b.ItemTotaal.Select(i => i.Length == 0 ? Leerwoorden.Streep : i.Replace('.', ','))),
                ]
        );

    public Tabel Hielptabel =>
        Tabel.Van(
            "Wat bedrijven zeggen van interventies",
            ["Interventie", Kop.Bedrag("Bedrijven"), Kop.Bedrag("Hielp"), Kop.Bedrag("Hielp deels"), Kop.Bedrag("Hielp niet")],
            Tellingen,
            h =>
                [
                    new(_catalogus.FirstOrDefault(i => i.Id == h.Interventie)?.Naam.Nl ?? h.Interventie, $"/interventies/{h.Interventie}"),
                    Weergave.Getal(h.Bedrijven),
                    Weergave.Getal(h.Hielp),
                    Weergave.Getal(h.HielpDeels),
                    Weergave.Getal(h.HielpNiet),
                ]
        );

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Instrumenten = await api.Lees<IReadOnlyList<Instrument>>("instrumenten", ct);
        var gevonden = Instrumenten.FirstOrDefault(i =>
            Gevraagd is null ? i.Id.StartsWith("kernvragen", StringComparison.Ordinal) : i.Id == Gevraagd
        );
        if (gevonden is not { } gekozen)
        {
            return NotFound();
        }
        Gekozen = gekozen;
        var id = Uri.EscapeDataString(gekozen.Id);
        Cellen = await api.Lees<IReadOnlyList<Benchmarkbeeld>>($"benchmarks/{id}", ct);
        Panel = await api.Lees<IReadOnlyList<Panelgroep>>($"benchmarks/{id}/panel", ct);
        Betrouwbaarheid = await api.Lees<IReadOnlyList<Betrouwbaarheid>>($"instrumenten/{id}/betrouwbaarheid", ct);
        Tellingen = await api.Lees<IReadOnlyList<Interventietelling>>("interventietellingen", ct);
        _catalogus = await api.Lees<IReadOnlyList<Interventie>>("interventies?ookNietActief=true", ct);
        Namen = await Leernamen.Lees(api, gekozen.Id, ct);
        return Page();
    }

    private static string Groepsnaam(string groep) =>
        groep == "met-slim" ? "SLIM-subsidie tussen beide scans" : "Geen SLIM-subsidie ertussen";

    private static Cel Cel(Benchmarkcijfer? cijfer) =>
        cijfer is null
            ? new Cel(Leerwoorden.Streep)
            : new Cel(Leerwoorden.Score(cijfer.Gemiddelde), Uitleg: $"{Leerwoorden.Score(cijfer.P25)} tot {Leerwoorden.Score(cijfer.P75)}");
}
