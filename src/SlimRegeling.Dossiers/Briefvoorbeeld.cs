using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>
/// The letter that would go out if the proposal of a case, or on an objection in it, were signed today: the decision as Verlening, of one not to
/// handle the application Aanvragen, or of a settlement Vaststelling, would take it, in the words of the letter itself, from the template in use. Nothing is kept or sent.
/// </summary>
public static class Briefvoorbeeld
{
    internal const string Verlening = "verlening";

    private const string BuitenBehandeling = "buiten-behandeling";
    private const string Vaststelling = "vaststelling";

    /// <param name="Soort">verlening, afwijzing, herstelbesluit, intrekking, wijzigingsbesluit, voorschot, vaststelling, buiten-behandeling or
    /// beslissing-op-bezwaar.</param>
    /// <param name="AdresBekend">Whether the letter can go out; else it waits for an address.</param>
    /// <param name="Sjabloonhash">Of its template: who signs names it, and then the letter is written with that.</param>
    public sealed record Beeld(
        string Soort,
        string Kenmerk,
        LocalDate Datum,
        IReadOnlyList<string> Adressering,
        bool AdresBekend,
        string Onderwerp,
        IReadOnlyList<Briefblokbeeld> Blokken,
        IReadOnlyList<string> Slot,
        string Sjabloonhash
    );

    /// <param name="Gesloten">Pseudonyms of who has an interest of their own in the objection.</param>
    internal sealed record Bezwaarvoorstel(BezwaarBeslistBericht Bezwaarbeslissing, IReadOnlyList<string> Gesloten);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/brieven/voorbeeld", Voer).Geeft<Beeld>().LegtInzageVast("briefvoorbeeld").Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    /// <param name="bezwaar">Of the objection; else it is about the proposal on the application.</param>
    /// <param name="soort">
    /// buiten-behandeling: the letter of the proposal not to handle it; vaststelling: that of the proposal to settle; absent: that of the proposal to award
    /// or refuse, or what else lies ready in the award.
    /// </param>
    /// <param name="besluit">Number of a change that was asked, or of the decision on the second advance: the letter of what is proposed on it.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string? bezwaar,
        string? soort,
        string? besluit,
        Persoon persoon,
        Contextvraag contexten,
        Voorbeeldbrief brief,
        ILoggerFactory logboek,
        CancellationToken ct
    )
    {
        if (soort is not (null or "" or BuitenBehandeling or Vaststelling))
        {
            return Weigering.Invoer(
                new Fout(
                    "soort",
                    $"Van '{soort}' is vooraf geen brief te zien. Vraag '{BuitenBehandeling}' of '{Vaststelling}', of laat 'soort' weg."
                )
            );
        }
        var (context, pad) = soort switch
        {
            BuitenBehandeling => (Zaakwijzer.Aanvragen, $"/aanvragen/{zaaknummer}/buitenbehandelingvoorbeeld"),
            Vaststelling => (Vaststelling, $"/verantwoordingen/{zaaknummer}/besluitvoorbeeld"),
            _ => (Verlening, $"/verleningen/{zaaknummer}/besluitvoorbeeld?over={Uri.EscapeDataString(besluit ?? "")}"),
        };
        return await OfOnzeker(
            zaaknummer,
            logboek,
            async () =>
            {
                var (opdracht, weigering) = bezwaar is null
                    ? (await contexten.Stel<Briefopdracht>(context, pad, ct), (Weigering?)null)
                    : await VanBezwaar(zaaknummer, bezwaar, persoon, contexten, ct);
                if (weigering is not null)
                {
                    return weigering;
                }
                return opdracht is null ? GeenVoorstel(zaaknummer, bezwaar) : Uitkomst.Ok(await brief.Van(opdracht, null, ct));
            }
        );
    }

    /// <summary>What is shown, or that it cannot be shown now.</summary>
    internal static async Task<Uitkomst> OfOnzeker(Zaaknummer zaaknummer, ILoggerFactory logboek, Func<Task<Uitkomst>> toon)
    {
        try
        {
            return await toon();
        }
        // What was proposed or where it goes can be another one since it was asked for.
        catch (Exception e) when (e is HttpRequestException or InvalidDataException)
        {
            logboek
                .CreateLogger(typeof(Briefvoorbeeld))
                .LogWarning(e, "The letter of {Zaaknummer} cannot be shown beforehand now", zaaknummer);
            return new Weigering
            {
                Code = "brief-onzeker",
                Status = StatusCodes.Status503ServiceUnavailable,
                Uitleg = $"Wij kunnen de brief van zaak {zaaknummer} nu niet laten zien. Probeer het over een minuut opnieuw.",
            };
        }
    }

    private static Weigering GeenVoorstel(Zaaknummer zaaknummer, string? bezwaar) =>
        Weigering.Van(
            "geen-voorstel",
            bezwaar is null
                ? $"Er ligt van zaak {zaaknummer} geen voorstel voor een besluit. Er is nog geen brief om te laten zien."
                : $"Er ligt op bezwaar {bezwaar} geen voorstel dat nu een beslissing kan worden. Er is nog geen brief om te laten zien."
        );

    /// <summary>Only an objection in the case that was named: at that one the door looked who may see it.</summary>
    private static async Task<(Briefopdracht? Opdracht, Weigering? Weigering)> VanBezwaar(
        Zaaknummer zaaknummer,
        string bezwaar,
        Persoon persoon,
        Contextvraag contexten,
        CancellationToken ct
    )
    {
        var voorstel = bezwaar.StartsWith($"{zaaknummer}-", StringComparison.Ordinal)
            ? await contexten.Stel<Bezwaarvoorstel>(Verlening, $"/bezwaren/{Uri.EscapeDataString(bezwaar)}/besluitvoorbeeld", ct)
            : null;
        if (voorstel is null)
        {
            return (null, null);
        }
        if (voorstel.Gesloten.Contains(persoon.Onderwerp))
        {
            var weigering = Weigering.NietDoorU(
                "eigen-belang",
                "U hebt gemeld dat u zelf belang hebt bij dit bezwaar. Een collega behandelt het.",
                "artikel 2:4 Awb"
            );
            return (null, weigering);
        }
        return (new Briefopdracht { Bezwaarbeslissing = voorstel.Bezwaarbeslissing }, null);
    }

    public static Beeld Van(Briefopdracht opdracht, Briefinhoud brief, bool adresBekend, string sjabloonhash)
    {
        var pagina = Briefpagina.Van(brief);
        return new(
            opdracht.Soort,
            pagina.Kenmerk,
            pagina.Datum,
            [.. pagina.Adressering.Where(regel => !string.IsNullOrWhiteSpace(regel))],
            adresBekend,
            pagina.Onderwerp,
            pagina.Blokken,
            pagina.Slot,
            sjabloonhash
        );
    }
}
