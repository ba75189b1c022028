using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>One file for the central register: its lines, the file itself, and that another saw it delivered or that it is dropped.</summary>
public sealed class OpgaveModel(SteunregisterApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    [BindProperty(SupportsGet = true, Name = "opgave")]
    public string Nummer { get; set; } = "";

    public Opgaveblad Blad { get; private set; } = null!;

    public override string Hier => $"/geld/steunregister/{Uri.EscapeDataString(Nummer)}";

    public Tabel Tabel =>
        Tabel.Van(
            "De regels van dit bestand",
            ["Steun", "Onderneming", "Verleend op", "NACE", "Uiterlijk", Kop.Bedrag("Bedrag")],
            Blad.Regels,
            r =>
                [
                    new(r.Kenmerk, Uitleg: r.Soort),
                    new(r.Naam ?? $"KVK {r.KvkNummer}", $"/zaken/{r.Zaaknummer}", $"zaak {r.Zaaknummer}"),
                    Weergave.Dag(r.VerleendOp),
                    r.Nace,
                    new(Weergave.Dag(r.Uiterlijk), Uitleg: r.Levering),
                    r.Bedrag,
                ]
        );

    /// <summary>The file, the same to the byte each time.</summary>
    public async Task<IActionResult> OnGetBestand(CancellationToken ct) =>
        new Download(await Api.Bestand($"steunregister/opgaven/{Uri.EscapeDataString(Nummer)}/bestand", ct));

    private protected override async Task Toon(CancellationToken ct)
    {
        Blad = await Api.Lees<Opgaveblad>($"steunregister/opgaven/{Uri.EscapeDataString(Nummer)}", ct);
        Stappen = Registerstappen.Van(Blad.Opgave, Persoon);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) =>
        stap.Naam == Registerstappen.Bevestigen ? "De levering is bevestigd." : "Het bestand is vervallen.";
}
