using System.Text.Json.Nodes;
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
    /// <summary>The payments on one page: a round can have a hundred thousand.</summary>
    private const int PerBladzijde = 200;

    [BindProperty(SupportsGet = true, Name = "ronde")]
    public string Nummer { get; set; } = "";

    /// <summary>The last payment of the page before; null for the first page.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    /// <summary>Only what cannot be paid so any more.</summary>
    [BindProperty(SupportsGet = true, Name = "veranderd")]
    public bool AlleenVeranderd { get; set; }

    public Rondeblad Blad { get; private set; } = null!;

    public override string Hier => $"/geld/rondes/{Uri.EscapeDataString(Nummer)}";

    public override string Actie => Pad("Stap", Na);

    /// <summary>The next page of its payments; null on the last one.</summary>
    public string? Volgende => Blad.Volgende is { } na ? Pad(null, na) : null;

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
        var vraag = Geldklant.Vraag(
            ("aantal", FormattableString.Invariant($"{PerBladzijde}")),
            ("na", Na),
            ("veranderd", AlleenVeranderd ? "true" : null)
        );
        Blad = await Api.Lees<Rondeblad>($"betaalrondes/{Uri.EscapeDataString(Nummer)}{vraag}", ct);
        Stappen = Betaalstappen.Van(Blad, Persoon);
    }

    private protected override (JsonObject Verzoek, JsonAntwoord? Fout) Verzoek(Stapvorm stap, JsonObject gelezen)
    {
        if ((string?)gelezen[Betaalstappen.Nummersveld] is { } getypt && gelezen["opdrachten"] is JsonArray opdrachten)
        {
            gelezen.Remove(Betaalstappen.Nummersveld);
            foreach (var nummer in getypt.Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                opdrachten.Add(JsonValue.Create(nummer));
            }
        }
        return (gelezen, null);
    }

    private string Pad(string? handler, string? na) =>
        Hier + Geldklant.Vraag(("handler", handler), ("na", na), ("veranderd", AlleenVeranderd ? "true" : null));

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) => Betaalstappen.Gedaan(stap.Naam);
}
