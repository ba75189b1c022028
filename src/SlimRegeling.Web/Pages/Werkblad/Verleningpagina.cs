using System.Text.Json.Nodes;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>A page with steps in an award.</summary>
public abstract class Verleningpagina(AanvragenApi api, VerleningApi verlening, Collegas collegas, Typwerk typwerk, Persoonlezer lezer)
    : Stappenpagina(api, collegas, typwerk, lezer)
{
    private protected VerleningApi Verlening { get; } = verlening;

    private protected override string Stroompad(string zaaknummer) => $"verleningen/{Uri.EscapeDataString(zaaknummer)}";

    private protected override Task<JsonAntwoord> Werk(
        HttpMethod methode,
        string pad,
        JsonObject? verzoek,
        string? sleutel,
        long? gezien,
        CancellationToken ct
    ) => Verlening.Werk(methode, pad, verzoek, sleutel, gezien, ct);
}
