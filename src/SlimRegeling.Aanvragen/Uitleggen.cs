using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Explains the case as it stood at a moment: the outcomes by the events up to then, under the rules that were in force. An applicant sees
/// an assessment only as of the decision on it, as in <see cref="Tonen"/>; of a moment before that they see what the rules say of their own
/// form, also when they ask later.
/// </summary>
public static class Uitleggen
{
    /// <param name="Op">The moment that this holds for.</param>
    /// <param name="Beoordeeld">Whether the outcomes are those of an assessment; else those that the form alone gives.</param>
    /// <param name="Regelhash">Which state of the rule version computed this.</param>
    /// <param name="Subsidie">Euro; zero when not eligible. Absent when the content was destroyed before it was assessed.</param>
    /// <param name="Begroting">What was decided of each line of the budget; absent when it was not assessed, or before that was kept.</param>
    /// <param name="Formulier">The form as it counted then, for who treats the case; absent when it was destroyed.</param>
    /// <param name="InhoudVernietigd">The content was destroyed with the dossier: there are no outcomes left to explain.</param>
    public sealed record Uitleg(
        string Zaaknummer,
        Instant Op,
        Status Status,
        string Regelversie,
        string Regelhash,
        bool Beoordeeld,
        IReadOnlyList<Tonen.Toetsregel> Toetsen,
        IReadOnlyList<Tonen.Bedragregel> Berekening,
        bool InhoudVernietigd,
        decimal? Subsidie = null,
        decimal? Voorschot = null,
        IReadOnlyList<Beoordeelderegel>? Begroting = null,
        Formulier? Formulier = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/aanvragen/{zaaknummer}/uitleg", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .LegtInzageVast("uitleg")
            .Geeft<Uitleg>();
        // The same, for the letter that tells of the decision.
        api.MapGet("/aanvragen/{zaaknummer}/onderbouwing", Onderbouw).Voor(Rol.Dienst).Geeft<Uitleg>();
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct,
        string? op = null
    )
    {
        var nu = moment.Nu;
        if (Peilmoment.Lees(op, nu) is not { } gevraagd)
        {
            return Peilmoment.Onleesbaar;
        }
        if (gevraagd > nu)
        {
            return Weigering.Invoer(new Fout("op", "Dit moment ligt in de toekomst. Kies een moment tot en met nu, of laat 'op' weg."));
        }
        if (await aanvragen.Lees(zaaknummer, ct) is null)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var gebeurtenissen = await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct);
        var stand = Op(zaaknummer, gebeurtenissen.Select(e => (Gebeurtenis)e.Data), gevraagd);
        if (stand.Ingediend is not { } ingediend)
        {
            return Weigering.NietGevonden(zaaknummer) with
            {
                Uitleg = $"Aanvraag {zaaknummer} was op dat moment nog niet ingediend. Kies een later moment, of laat 'op' weg.",
            };
        }
        var formulier = await eenheid.Lees<Formulier>(stand.Inhoud, ct);
        var getoond = persoon.Heeft(Rol.Beoordelaar) || persoon.Heeft(Rol.Medeondertekenaar) ? formulier : null;
        if (Zichtbaar(stand, persoon.KvkNummer is null) is { } beoordeling)
        {
            var inhoud = await eenheid.Lees<Beoordelen.Inhoud>(beoordeling.Inhoud, ct);
            return Uitkomst.Ok(Beoordeeld(stand, beoordeling, inhoud, gevraagd) with { Formulier = getoond });
        }
        var versie = (await regelbron.Nu(ct)).Versie(ingediend.Regelversie, gevraagd);
        if (formulier is null)
        {
            return Uitkomst.Ok(Leeg(stand, versie.Id, versie.Hash, gevraagd));
        }
        var subsidies = await Subsidies.Van(contexten.Van(typeof(AanvragenContext)).Bron, ingediend, ct);
        var weging = Weging.Weeg(
            versie,
            stand,
            formulier,
            null,
            Subsidies.Op(subsidies, gevraagd),
            new Dictionary<string, bool>(),
            gevraagd
        );
        return Uitkomst.Ok(Gewogen(stand, weging, gevraagd) with { Formulier = getoond });
    }

    /// <param name="besluit">
    /// Of a decision on objection, or one that mends a mistake: what was assessed for it, whether or not that decision was heard here yet. Absent of a
    /// first decision.
    /// </param>
    private static async Task<Uitkomst> Onderbouw(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct,
        string? op = null,
        string? besluit = null
    )
    {
        if (besluit is null)
        {
            return await Voer(zaaknummer, aanvragen, eenheid, contexten, regelbron, persoon, moment, ct, op);
        }
        if (Peilmoment.Lees(op, moment.Nu) is not { } gevraagd)
        {
            return Peilmoment.Onleesbaar;
        }
        List<Gebeurtenis> gebeurd =
        [
            .. (await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct)).Select(e => (Gebeurtenis)e.Data),
        ];
        List<AanvraagBeoordeeld> voor =
        [
            .. gebeurd.OfType<AanvraagHerbeoordeeld>().Where(h => h.IsVoor(besluit)).Select(h => h.Beoordeling),
        ];
        // By another clock it can be assessed later than it was decided.
        return (voor.LastOrDefault(b => b.Op <= gevraagd) ?? voor.LastOrDefault()) is { } beoordeling
            ? Uitkomst.Ok(
                Beoordeeld(
                    Op(zaaknummer, gebeurd, gevraagd),
                    beoordeling,
                    await eenheid.Lees<Beoordelen.Inhoud>(beoordeling.Inhoud, ct),
                    gevraagd
                )
            )
            : Weigering.NietGevonden(besluit);
    }

    /// <summary>The assessment that this person may see in a state.</summary>
    internal static AanvraagBeoordeeld? Zichtbaar(Aanvraag stand, bool medewerker) =>
        !medewerker && stand.Besluiten.Count == 0
            ? null
            // What holds was decided last on objection, or to mend a mistake, by the assessment that there was then.
            : stand.Grondslagen.MaxBy(g => g.Op)?.Beoordeling ?? stand.Beoordeling;

    /// <summary>The state by what had happened up to and including a moment.</summary>
    public static Aanvraag Op(string zaaknummer, IEnumerable<Gebeurtenis> gebeurtenissen, Instant moment) =>
        gebeurtenissen.Where(e => Gebeurd(e) <= moment).Aggregate(Vouw.Begin<Aanvraag>(zaaknummer), Vouw.Volg);

    /// <summary>When it happened, not when it was heard.</summary>
    public static Instant Gebeurd(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            AanvraagIngediend e => e.Op,
            AanvullingGevraagd e => e.Op,
            HersteltermijnGestart e => e.Op,
            AanvullingHerinnerd e => e.Op,
            AanvraagAangevuld e => e.Op,
            AanvullingOnvoldoende e => e.Op,
            AanvraagVolledig e => e.Op,
            AanvraagIngetrokken e => e.Op,
            BuitenBehandelingGesteld e => e.Op,
            AanvraagToegewezen e => e.Op,
            AanvraagTeruggegeven e => e.Op,
            IngebrekestellingOntvangen e => e.Op,
            IngebrekestellingVervallen e => e.Op,
            VertragingMedegedeeld e => e.Op,
            WijzigingGemeld e => e.Op,
            MeldingenGezien e => e.Op,
            AanvraagBeoordeeld e => e.Op,
            BelangGemeld e => e.Op,
            BelangOpgeheven e => e.Op,
            RangVernomen e => e.Op,
            BudgetVernomen e => e.Op,
            BudgetvrijgaveVernomen e => e.Op,
            BudgettekortVernomen e => e.Op,
            UitsluitingVernomen e => e.Op,
            TerugzendingVernomen e => e.Op,
            BezwaarVernomen e => e.Op,
            BezwaarintrekkingVernomen e => e.Op,
            BesluitwijzigingVernomen e => e.Op,
            IntrekkingVernomen e => e.Op,
            HerroepingVernomen e => e.Op,
            AanvraagHerbeoordeeld e => e.Beoordeling.Op,
            BesluitVernomen e => e.Op ?? e.Besluit.Datum.AtStartOfDayInZone(Moment.Amsterdam).ToInstant(),
            _ => throw new ArgumentException($"When did {gebeurtenis.GetType().Name} happen?", nameof(gebeurtenis)),
        };

    private static Uitleg Beoordeeld(Aanvraag stand, AanvraagBeoordeeld beoordeling, Beoordelen.Inhoud? inhoud, Instant op)
    {
        var argumenten = inhoud?.Verzoek.Gronden.ToDictionary(g => g.Code, g => g.Argument) ?? [];
        return Leeg(stand, beoordeling.Regelversie, beoordeling.Regelhash, op) with
        {
            Beoordeeld = true,
            Toetsen = [.. (inhoud?.Toetsen ?? []).Select(t => Tonen.Toets(t, argumenten.GetValueOrDefault(t.Code)))],
            Berekening = [.. (inhoud?.Berekening ?? []).Select(Tonen.Bedrag)],
            InhoudVernietigd = inhoud is null,
            Subsidie = beoordeling.Subsidie,
            Voorschot = beoordeling.Voorschot,
            Begroting = inhoud?.Begroting,
        };
    }

    private static Uitleg Gewogen(Aanvraag stand, Beoordeling weging, Instant op) =>
        Leeg(stand, weging.Regelversie, weging.Parametershash, op) with
        {
            Toetsen = [.. weging.Toetsen.Select(t => Tonen.Toets(t, null))],
            Berekening = [.. weging.Berekening.Regels.Select(Tonen.Bedrag)],
            InhoudVernietigd = false,
            Subsidie = weging.Subsidiebedrag,
            Voorschot = weging.Voorschot,
        };

    private static Uitleg Leeg(Aanvraag stand, string regelversie, string regelhash, Instant op) =>
        new(stand.Id, op, stand.Status, regelversie, regelhash, false, [], [], InhoudVernietigd: true);
}
