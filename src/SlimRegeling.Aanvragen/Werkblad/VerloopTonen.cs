using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>
/// What was done with an application and by whom, as of any moment. Of what another context did and is heard of here, that context tells more.
/// </summary>
public static class VerloopTonen
{
    /// <param name="Versie">Of the case after it: what came after a version that was seen, came since.</param>
    /// <param name="Wat">The name under which it is stored, such as aanvraag-volledig.</param>
    /// <param name="Wie">A pseudonym, or systeem for what another part of the program told.</param>
    /// <param name="Namens">KVK number of the enterprise for which it was done; absent when an employee did it.</param>
    /// <param name="Bij">The context that did it and tells by whom; absent when it was done here.</param>
    public sealed record Stap(long Versie, Instant Op, string Wat, string Titel, string Wie, string? Namens = null, string? Bij = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/verloop", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("verloop")
            .Geeft<IReadOnlyList<Stap>>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Moment moment,
        CancellationToken ct,
        string? op = null
    )
    {
        if (Peilmoment.Lees(op, moment.Nu) is not { } tot)
        {
            return Peilmoment.Onleesbaar;
        }
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var stappen = (await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct))
            .Select(e => new Stap(
                e.Version,
                Uitleggen.Gebeurd((Gebeurtenis)e.Data),
                e.EventTypeName,
                Titel((Gebeurtenis)e.Data),
                e.GetHeader("wie")?.ToString() ?? Aanroep.Systeem,
                e.GetHeader("namens")?.ToString(),
                Bij((Gebeurtenis)e.Data)
            ))
            .Where(s => s.Op <= tot)
            .ToList();
        return await aanvragen.Toon(zaaknummer, _ => stappen, ct);
    }

    /// <summary>The context that tells of this as a step of its own; null when nobody else does in the history of the case.</summary>
    internal static string? Bij(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BesluitVernomen { Besluit.Soort: Besluitsoort.Vaststelling }
            or BesluitwijzigingVernomen { Besluit.Soort: Besluitsoort.Vaststelling } => "vaststelling",
            TerugzendingVernomen
            or BezwaarVernomen
            or BezwaarintrekkingVernomen
            or BesluitwijzigingVernomen
            or BesluitVernomen
            or IntrekkingVernomen
            or HerroepingVernomen
            or AanvraagIngetrokken { BijBesluit: true } => "verlening",
            _ => null,
        };

    internal static string Titel(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            AanvraagIngediend => "Aanvraag ingediend",
            AanvullingGevraagd => "Om aanvulling gevraagd",
            HersteltermijnGestart => "Brief verzonden; de hersteltermijn loopt",
            AanvullingHerinnerd => "De aanvrager herinnerd aan de laatste dag om aan te vullen",
            AanvraagAangevuld => "Aanvraag aangevuld",
            AanvullingOnvoldoende => "Na de aanvulling nog niet volledig",
            AanvraagVolledig => "Volledig verklaard",
            AanvraagIngetrokken => "Ingetrokken door de aanvrager",
            BuitenBehandelingGesteld => "Besloten de aanvraag niet te behandelen",
            AanvraagToegewezen => "In behandeling genomen",
            AanvraagTeruggegeven => "Niet meer in behandeling bij deze beoordelaar",
            IngebrekestellingOntvangen => "Ingebrekestelling ontvangen",
            IngebrekestellingVervallen => "Ingebrekestelling vervallen",
            VertragingMedegedeeld => "Aan de aanvrager gemeld dat het besluit later komt",
            WijzigingGemeld => "Wijziging gemeld door de aanvrager",
            MeldingenGezien => "Gemelde wijzigingen gelezen",
            AanvraagBeoordeeld e => e.Voorstel == Voorstel.Verlenen ? "Beoordeeld: voorstel verlenen" : "Beoordeeld: voorstel afwijzen",
            BelangGemeld => "Eigen belang gemeld; de zaak is voor deze medewerker gesloten",
            BelangOpgeheven => "De zaak is weer open voor een medewerker die een belang meldde",
            RangVernomen => "Plaats in de volgorde bekend",
            BudgetVernomen => "Budget gereserveerd",
            BudgetvrijgaveVernomen => "Reservering van budget vervallen",
            BudgettekortVernomen => "Het plafond laat niets over",
            UitsluitingVernomen => "Een eerdere aanvraag gaat voor",
            TerugzendingVernomen => "Voorstel teruggezonden",
            BezwaarVernomen { Soort: BezwaarVernomen.Herstel } => "Voorgesteld een fout in het besluit te herstellen",
            BezwaarVernomen => "Bezwaar ontvangen",
            BezwaarintrekkingVernomen { Herstel: true } => "Voorstel tot herstel teruggezonden",
            BezwaarintrekkingVernomen => "Bezwaar ingetrokken",
            BesluitwijzigingVernomen { Besluit.Soort: Besluitsoort.Vaststelling } => "Subsidie opnieuw vastgesteld",
            BesluitwijzigingVernomen => "Verlening gewijzigd",
            IntrekkingVernomen { Bedrag: 0 } => "Subsidie ingetrokken",
            IntrekkingVernomen => "Subsidie deels ingetrokken",
            HerroepingVernomen => "Intrekking geheel of deels herroepen na bezwaar",
            AanvraagHerbeoordeeld => "Opnieuw beoordeeld",
            BesluitVernomen e => e.Besluit.Soort switch
            {
                Besluitsoort.Verlening => "Subsidie verleend",
                Besluitsoort.Afwijzing => "Aanvraag afgewezen",
                _ => "Subsidie vastgesteld",
            },
            _ => throw new ArgumentException($"What is {gebeurtenis.GetType().Name}?", nameof(gebeurtenis)),
        };
}
