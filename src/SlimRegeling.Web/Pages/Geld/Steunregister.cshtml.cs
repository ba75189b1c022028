using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The work on the central register of de-minimis aid: what is not confirmed to be in it, by its last day, and the files.</summary>
public sealed class SteunregisterModel(SteunregisterApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    private const int Genoemd = 5;

    public override string Hier => "/geld/steunregister";

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    public Steunwerk Werk { get; private set; } = null!;

    public IReadOnlyList<Opgavebeeld> Opgaven { get; private set; } = [];

    public Tabel Tabel =>
        Tabel.Van(
            "Wat nog niet is bevestigd, wat het eerst moet bovenaan",
            ["Steun", "Onderneming", "Verleend op", "Stand", "Uiterlijk", Kop.Bedrag("Bedrag")],
            Werk.Regels,
            r =>
                [
                    new(r.Kenmerk, r.Opgave is { } opgave ? $"/geld/steunregister/{opgave}" : null, r.Soort),
                    new(r.Naam ?? $"KVK {r.KvkNummer}", $"/zaken/{r.Zaaknummer}", $"zaak {r.Zaaknummer}"),
                    Weergave.Dag(r.VerleendOp),
                    new(r.Standtekst, Uitleg: r.Reden),
                    new(Weergave.Dag(r.Uiterlijk), Uitleg: r.Nog),
                    r.Bedrag,
                ]
        );

    public Tabel Bestanden =>
        Tabel.Van(
            "Bestanden voor het register, het nieuwste bovenaan",
            ["Bestand", "Gemaakt", "Stand", "Uiterlijk", Kop.Bedrag("Regels"), Kop.Bedrag("Totaal")],
            Opgaven,
            o =>
                [
                    new(o.Opgave, $"/geld/steunregister/{o.Opgave}"),
                    Weergave.DagEnTijd(o.Gemaakt),
                    o.Standtekst,
                    Weergave.Dag(o.Uiterlijk),
                    Weergave.Getal(o.Nieuw + o.Wijzigingen + o.Intrekkingen),
                    o.Totaal,
                ]
        );

    private protected override async Task Toon(CancellationToken ct)
    {
        var werk = Api.Lees<Steunwerk>($"steunregister/werk{Geldklant.Vraag(("na", Na))}", ct);
        var opgaven = Api.Lees<IReadOnlyList<Opgavebeeld>>("steunregister/opgaven", ct);
        (Werk, Opgaven) = (await werk, await opgaven);
        Stappen = Registerstappen.Nieuw(Opgaven, Werk, Persoon);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord)
    {
        var gemaakt = antwoord.Als<Opgaveantwoord>();
        var zin = $"Bestand {gemaakt.Opgave} is gemaakt, met {Geldwoorden.Aantal(gemaakt.Regels, "regel", "regels")}.";
        var niet = gemaakt.Overgeslagen.Take(Genoemd).Select(o => $"{o.Kenmerk}: {o.Reden}");
        return gemaakt.Overgeslagen.Count == 0
            ? zin
            : $"{zin} Niet in het bestand ({Weergave.Getal(gemaakt.Overgeslagen.Count)}): {string.Join(' ', niet)}";
    }

    private protected override string Naar(JsonAntwoord antwoord) =>
        $"/geld/steunregister/{Uri.EscapeDataString(antwoord.Als<Opgaveantwoord>().Opgave)}";
}
