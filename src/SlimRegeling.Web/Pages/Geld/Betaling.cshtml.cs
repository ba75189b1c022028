using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>
/// One payment order: where it stands, what it waits for, its last day and what we owe when that was not met; and letting it go while an objection runs.
/// </summary>
public sealed class BetalingModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    [BindProperty(SupportsGet = true, Name = "opdracht")]
    public string Nummer { get; set; } = "";

    public Betaalopdracht Opdracht { get; private set; } = null!;

    public Termijnbeeld Termijn { get; private set; } = null!;

    public override string Hier => $"/geld/betalingen/{Uri.EscapeDataString(Nummer)}";

    private protected override async Task Toon(CancellationToken ct)
    {
        Opdracht = await Api.Lees<Betaalopdracht>($"betaalopdrachten/{Uri.EscapeDataString(Nummer)}", ct);
        Termijn = await Api.Lees<Termijnbeeld>($"betaalopdrachten/{Uri.EscapeDataString(Nummer)}/betaaltermijn", ct);
        Stappen = [.. Betaalstappen.Van(Opdracht), .. Rentestappen.Van(Termijn, Persoon)];
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) =>
        Rentestappen.Gedaan(stap.Naam) ?? Betaalstappen.Gedaan(stap.Naam);
}
