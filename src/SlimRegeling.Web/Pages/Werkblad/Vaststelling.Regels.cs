using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Vaststellen;
using Veldpad = SlimRegeling.Web.Formulieren.Pad;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>The lines of a declaration as they stand on the page: which of them, what is seen in them, and what was chosen.</summary>
public sealed partial class VaststellingModel
{
    private const int PerBladzijde = 25;

    private readonly HashSet<string> _foutregels = new(StringComparer.Ordinal);
    private HashSet<string> _kruisregels = [];
    private Dictionary<string, Kostenoordeel> _geoordeeld = [];
    private ILookup<string, Regelsignaal> _signalen = Array.Empty<Regelsignaal>().ToLookup(s => s.Regel);

    [BindProperty(SupportsGet = true, Name = "activiteit")]
    public string? Activiteit { get; set; }

    [BindProperty(SupportsGet = true, Name = "partij")]
    public string? Partij { get; set; }

    /// <summary>One of <see cref="Declaratiewoorden.Keuzes"/>; empty for all.</summary>
    [BindProperty(SupportsGet = true, Name = "toon")]
    public string? Keuze { get; set; }

    /// <summary>Which page of the lines, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "blad")]
    public int? Blad { get; set; }

    public Regelinvoeren Invoer { get; } = new();

    public Tekstoverzicht Teksten { get; private set; } = new([], []);

    /// <summary>Those that can be put in a line.</summary>
    public IReadOnlyList<Standaardtekst> Begrotingsteksten => [.. Teksten.Teksten.Where(t => t.Onderwerp == "begroting")];

    /// <summary>What is chosen comes to this; null while the rules cannot compute it, and for who does not assess.</summary>
    public Declaratieproef? Proef { get; private set; }

    /// <summary>Why nothing can be computed.</summary>
    public string? GeenProef { get; private set; }

    public List<Foutregel> Fouten { get; } = [];

    public Kladblad Klad => klad;

    /// <summary>nul or lager; empty while nothing is chosen.</summary>
    public string Nihil { get; private set; } = "";

    public string Reden { get; private set; } = "";

    /// <summary>By KVK number.</summary>
    public Dictionary<string, string> Sectoren { get; } = [];

    public IReadOnlyList<Declaratieregel> Regels => Gedeclareerd.Declaratie?.Regels ?? [];

    public IReadOnlyList<string> Partijen => [.. Regels.Select(r => r.Partij).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether this employee can judge the lines now.</summary>
    public bool KanSchrijven => MagBeoordelen && Beeld is { OpVerzoek: true, IsOpen: true } && Gedeclareerd.Declaratie is not null;

    public string Ingediend => Gedeclareerd.IngediendOp?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    public IReadOnlyList<Declaratieregel> Gefilterd =>
        [
            .. Regels.Where(r =>
                (string.IsNullOrEmpty(Activiteit) || r.Activiteit == Activiteit)
                && (string.IsNullOrEmpty(Partij) || r.Partij == Partij)
                && Keuze switch
                {
                    "signaal" => HeeftSignaal(r.Id),
                    "open" => HeeftSignaal(r.Id) && !Invoer.Heeft(r.Id),
                    "afwijkend" => Getoond(r).IsAfwijkend,
                    "fouten" => _foutregels.Contains(r.Id),
                    _ => true,
                }
            ),
        ];

    /// <summary>Lines that are proposed to count as they are, with why: mostly since something is seen in them.</summary>
    public IReadOnlyList<Kostenoordeel> TochAanvaard =>
        [.. (Gedeclareerd.Oordelen ?? []).Where(o => o is { Uitkomst: Regelinvoer.Aanvaard, Reden: not null })];

    /// <summary>Lines in which something is seen, and that nobody looked at here.</summary>
    public int Open => Regels.Count(r => HeeftSignaal(r.Id) && !Invoer.Heeft(r.Id));

    public IEnumerable<Regelsignaal> Signalen(string regel) => _signalen[regel];

    public IEnumerable<Kruissignaal> Kruisen(string regel) => Kruis.Where(k => k.Regels.Contains(regel));

    public bool HeeftSignaal(string regel) => _signalen.Contains(regel) || _kruisregels.Contains(regel);

    /// <summary>What is chosen of a line, or else what could be; for who only reads what was proposed.</summary>
    public Regelinvoer Getoond(Declaratieregel regel) =>
        KanSchrijven ? Invoer.Van(regel.Id) ?? Regelinvoer.Van(_signalen[regel.Id])
        : _geoordeeld.TryGetValue(regel.Id, out var oordeel) ? Regelinvoer.Van(oordeel)
        : new(Regelinvoer.Aanvaard);

    public string? Fout(string veld) => Fouten.FirstOrDefault(f => f.Id == Veldpad.Id(veld))?.Uitleg;

    /// <summary>The lines of this page, with which page it is of how many.</summary>
    public (IReadOnlyList<Declaratieregel> Regels, int Nummer, int Aantal, int Totaal) Opengeslagen()
    {
        var gefilterd = Gefilterd;
        var aantal = Math.Max(1, (gefilterd.Count + PerBladzijde - 1) / PerBladzijde);
        var nummer = Math.Clamp(Blad ?? 1, 1, aantal);
        return ([.. gefilterd.Skip((nummer - 1) * PerBladzijde).Take(PerBladzijde)], nummer, aantal, gefilterd.Count);
    }

    /// <summary>Where another page of the lines is, for who only reads them.</summary>
    public string Regelpad(int blad) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Hier}?activiteit={Uri.EscapeDataString(Activiteit ?? "")}&partij={Uri.EscapeDataString(Partij ?? "")}&toon={Uri.EscapeDataString(Keuze ?? "")}&blad={blad}#regels"
        );
}
