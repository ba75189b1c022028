using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>The assessor finds the application complete, or asks for what is missing with a term (AWB 4:5).</summary>
public static class Volledigheid
{
    /// <param name="Ontbreekt">Codes of the documents that are missing; only when not complete.</param>
    public sealed record Verzoek(bool Volledig, IReadOnlyList<string>? Ontbreekt = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/volledigheid", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var regels = await regelbron.Nu(ct);
        return await aanvragen.Schrijf(
            zaaknummer,
            aanvraag =>
            {
                var beslissing = Beslis(aanvraag, verzoek, regels, nu);
                if (beslissing.Gebeurtenissen is [AanvraagVolledig volledig])
                {
                    Ontvangstbewaking.Zegt(eenheid.Sessie, volledig.Tijdvak, zaaknummer, "volledig", volledig.Op);
                }
                return beslissing;
            },
            ct
        );
    }

    public static Beslissing Beslis(Aanvraag aanvraag, Verzoek verzoek, Regelstanden regels, Instant nu)
    {
        if (aanvraag is { Fase: Fase.Volledig or Fase.Beoordeeld } && verzoek.Volledig)
        {
            return Beslissing.Geen;
        }
        if (aanvraag is not { Fase: Fase.Ingediend, Ingediend: { } ingediend })
        {
            return aanvraag.Fase == Fase.AanvullingGevraagd
                ? Weigering.Van(
                    "wacht-op-aanvulling",
                    $"Er is om aanvulling gevraagd, uiterlijk {aanvraag.Aanvulling!.Uiterlijk:yyyy-MM-dd}. Wacht op de aanvulling.",
                    "artikel 4:5 Awb"
                )
                : Weigering.Van("niet-ingediend", "Volledigheid beoordeelt u van een ingediende aanvraag.", "artikel 2.8");
        }
        var ontbreekt = verzoek.Ontbreekt ?? [];
        if (verzoek.Volledig)
        {
            return ontbreekt.Count > 0
                ? Weigering.Invoer(new Fout("ontbreekt", "Een volledige aanvraag mist geen documenten. Laat dit veld weg."))
                : new AanvraagVolledig(ingediend.Tijdvak, Aangevuld: false, ingediend.Op, nu);
        }
        var versie = regels.Versie(ingediend.Regelversie, nu);
        // Who submitted for whom is not kept in the application, so a machtiging can always be asked for.
        var vereist = Documenten.Vereist(versie, ingediend.Aanvragertype, metIntermediair: true).Select(d => d.Code).ToList();
        var fouten = ontbreekt
            .Select(
                (code, i) =>
                    vereist.Contains(code)
                        ? null
                        : new Fout(
                            $"ontbreekt[{i}]",
                            $"'{code}' is geen document dat bij deze aanvraag hoort. Kies uit {string.Join(", ", vereist)}.",
                            "artikel 2.8"
                        )
            )
            .OfType<Fout>()
            .ToList();
        if (ontbreekt.Count == 0)
        {
            fouten.Add(new Fout("ontbreekt", "Noem welke documenten ontbreken.", "artikel 4:5 Awb"));
        }
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new AanvullingGevraagd(
                [.. ontbreekt.Distinct().Order(StringComparer.Ordinal)],
                Termijnen.Einde(versie, Termijncode.Hersteltermijn, Moment.Dag(nu)),
                nu,
                versie.Id,
                versie.Hash
            );
    }
}
