using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>An indicator with its series and targets, to write anew; one that is not there yet begins empty.</summary>
public sealed class IndicatorModel(LeercultuurscansApi api, Typwerk typwerk, Persoonlezer lezer) : Beschrijfpagina(api, typwerk, lezer)
{
    private Indicator? _nu;

    [BindProperty(SupportsGet = true, Name = "indicator")]
    public override string Id { get; set; } = "";

    private protected override async Task Toon(CancellationToken ct)
    {
        _nu = (await Zoek<Indicatorbeeld>($"indicatoren/{Uri.EscapeDataString(Id)}", ct))?.Indicator;
        Stap = Indicatorvorm.Van(Id, _nu);
    }

    private protected override void Verruim(IEnumerable<string> getypt) => Stap = Indicatorvorm.Van(Id, _nu, Indicatorvorm.Aantal(getypt));

    private protected override JsonObject Naar(JsonObject gelezen, JsonArray fouten) => Indicatorvorm.Naar(gelezen, fouten);
}
