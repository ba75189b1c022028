using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>Telling the applicant that the decision comes late (4:14 Awb).</summary>
public sealed partial class ZaakModel
{
    public const string Vertragingvorm = "vertraging";
    public const string Vertragingveld = "verwachtOp";

    public bool KanUitstellen => MagBeoordelen && Zaak.WachtOpBesluit;

    /// <summary>Tells by which day the decision can be expected.</summary>
    public async Task<IActionResult> OnPostVertraging(string zaaknummer, string? verwachtOp, CancellationToken ct)
    {
        var antwoord = Datumlezer.Lees(verwachtOp) switch
        {
            Gelezen<LocalDate>.Waarde { Is: var dag } => await Doe(
                zaaknummer,
                "/vertraging",
                new() { [Vertragingveld] = LocalDatePattern.Iso.Format(dag) },
                ct
            ),
            Gelezen<LocalDate>.Vraag vraag => Onleesbaar(vraag.Tekst),
            var fout => Onleesbaar(((Gelezen<LocalDate>.Fout)fout).Uitleg),
        };
        return await Af(
            zaaknummer,
            Vertragingvorm,
            new() { [Vertragingveld] = verwachtOp ?? "" },
            antwoord,
            "De aanvrager krijgt een brief dat het besluit later komt.",
            ct
        );
    }

    private static JsonAntwoord Onleesbaar(string uitleg) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            new JsonObject { ["fouten"] = new JsonArray(new JsonObject { ["veld"] = Vertragingveld, ["uitleg"] = uitleg }) },
            null
        );
}
