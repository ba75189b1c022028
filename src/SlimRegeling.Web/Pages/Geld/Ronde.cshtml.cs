using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>One round as who approves it must see it: what is paid to whom by which decision, what changed, and the sums of its file.</summary>
public sealed class RondeModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    [BindProperty(SupportsGet = true, Name = "ronde")]
    public string Nummer { get; set; } = "";

    public Rondeblad Blad { get; private set; } = null!;

    public override string Hier => $"/geld/rondes/{Uri.EscapeDataString(Nummer)}";

    public bool MagOphalen => Blad.Ronde.Status == "bestand" && Persoon.Heeft(Rol.FinancieelMedewerker);

    public Tabel Tabel =>
        Tabel.Van(
            "De betalingen in deze ronde",
            ["Betaling", "Zaak", "Besluit", "Aan", Kop.Bedrag("Bedrag")],
            Blad.Regels,
            r =>
                [
                    new(r.Betaalopdracht, $"/geld/betalingen/{r.Betaalopdracht}", r.Soorttekst, r.Veranderd),
                    Cel.Zaak(r.Zaaknummer),
                    new(r.Besluit, Uitleg: r.Bezwaren is { } bezwaren ? $"Bezwaar loopt: {string.Join(", ", bezwaren)}" : null),
                    new(r.Naam ?? "Naam niet bekend", $"/geld/rekeningen/{r.KvkNummer}", r.Iban, $"KVK {r.KvkNummer}"),
                    r.Bedrag,
                ]
        );

    /// <summary>The file for the bank.</summary>
    public async Task<IActionResult> OnGetBestand(CancellationToken ct) =>
        new Download(await Api.Bestand($"betaalbestanden/{Uri.EscapeDataString(Nummer)}", ct));

    private protected override async Task Toon(CancellationToken ct)
    {
        Blad = await Api.Lees<Rondeblad>($"betaalrondes/{Uri.EscapeDataString(Nummer)}", ct);
        Stappen = Betaalstappen.Van(Blad, Persoon);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) => Betaalstappen.Gedaan(stap.Naam);
}
