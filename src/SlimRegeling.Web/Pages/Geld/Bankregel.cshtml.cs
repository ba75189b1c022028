using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>One movement that belongs to nothing by itself, with what is proposed for it.</summary>
public sealed class BankregelModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    // A step has a field of this name, for another line.
    [FromRoute(Name = "bankregel")]
    public string Nummer { get; set; } = "";

    /// <summary>Null once all of it is booked.</summary>
    public Bankregelbeeld? Regel { get; private set; }

    public override string Hier => $"/geld/bankregels/{Uri.EscapeDataString(Nummer)}";

    private protected override async Task Toon(CancellationToken ct)
    {
        var alle = await Api.Lees<IReadOnlyList<Bankregelbeeld>>("bankregels", ct);
        Regel = alle.FirstOrDefault(r => r.Bankregel == Nummer);
        Stappen = Regel is null ? [] : Bankstappen.Van(Regel, alle, Persoon);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) => Bankstappen.Gedaan(stap.Naam);
}
