using JasperFx.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Vorderingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

/// <summary>
/// What was done in a case on the way to its decision and in the objections in it, and by whom, as of any moment. What another context did and is
/// only heard here, that context tells itself.
/// </summary>
public static class Zaakverloop
{
    /// <param name="Versie">Of the decision, or of the objection, after it.</param>
    /// <param name="Wat">The name under which it is stored, such as voorstel-teruggezonden.</param>
    /// <param name="Wie">A pseudonym, or systeem for what another part of the program told.</param>
    /// <param name="Namens">KVK number of the enterprise for which it was done; absent when an employee did it.</param>
    /// <param name="Bezwaar">Number of the objection in which it was done; absent for a step of the decision itself.</param>
    /// <param name="Ondertekenaars">Pseudonyms of all who signed for it, in order; absent for what is no decision.</param>
    public sealed record Stap(
        long Versie,
        Instant Op,
        string Wat,
        string Titel,
        string Wie,
        string? Namens = null,
        string? Bezwaar = null,
        IReadOnlyList<string>? Ondertekenaars = null
    );

    /// <summary>A step in words.</summary>
    /// <param name="Ondertekenaars">Of a decision.</param>
    internal sealed record Gebeurd(string Titel, Instant Op, IReadOnlyList<string>? Ondertekenaars = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/verloop", Voer)
            .Geeft<IReadOnlyList<Stap>>()
            .LegtInzageVast("verloop")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    /// <summary>In order of time; without the objections that are closed to who looks.</summary>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Werkeenheid<VerleningContext> eenheid,
        Moment moment,
        CancellationToken ct,
        string? op = null
    )
    {
        if (Peilmoment.Lees(op, moment.Nu) is not { } tot)
        {
            return Peilmoment.Onleesbaar;
        }
        if (await verleningen.Lees(zaaknummer, ct) is null)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var stappen = new List<Stap>();
        foreach (var gebeurtenis in await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct))
        {
            if (Van((Gebeurtenis)gebeurtenis.Data) is { } gebeurd)
            {
                stappen.Add(Toon(gebeurtenis, gebeurd, null));
            }
        }
        var bezwaren = (await register.Van(zaaknummer, ct)).Where(b => Bezwaarpoort.Persoon(b, persoon.Onderwerp, oordeelt: false) is null);
        foreach (var bezwaar in bezwaren)
        {
            foreach (var gebeurtenis in await eenheid.Sessie.Events.FetchStreamAsync(bezwaar.Id, token: ct))
            {
                stappen.Add(Toon(gebeurtenis, InBezwaar((Gebeurtenis)gebeurtenis.Data), bezwaar.Id));
            }
        }
        return Uitkomst.Ok(stappen.Where(s => s.Op <= tot).OrderBy(s => s.Op).ToList());
    }

    /// <summary>What happened on the way to the decision; null for what another context did.</summary>
    internal static Gebeurd? Van(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            Voorgelegd e => new("Voorstel ligt klaar om te ondertekenen", e.Op),
            Teruggezonden e => new("Voorstel teruggezonden", e.Op),
            Verleend { Bezwaar: null } e => new("Subsidie verleend", e.Op, e.Ondertekenaars),
            Verleend e => new($"Subsidie verleend {Waardoor(e.Bezwaar)}", e.Op, e.Ondertekenaars),
            VerleningGewijzigd { Intrekking: not null } e => new("Intrekking geheel of deels herroepen na bezwaar", e.Op, e.Ondertekenaars),
            VerleningGewijzigd e => new($"Verlening gewijzigd {Waardoor(e.Bezwaar)}", e.Op, e.Ondertekenaars),
            Afgewezen { Bezwaar: null } e => new("Aanvraag afgewezen", e.Op, e.Ondertekenaars),
            Afgewezen e => new($"Aanvraag afgewezen {Waardoor(e.Bezwaar)}", e.Op, e.Ondertekenaars),
            VoorschotToegekend { NaVoortgang: true } e => new("Tweede voorschot toegekend", e.Op, e.Ondertekenaars),
            VoorschotToegekend e => new("Voorschot toegekend", e.Op, e.Ondertekenaars),
            BezwaartermijnGestart e => new("Besluit verzonden; de bezwaartermijn loopt", e.Op),
            BudgetTeruggegeven e => new("Budget teruggegeven aan het tijdvak", e.Op),
            IngetrokkenDoorAanvrager e => new("Ingetrokken door de aanvrager", e.Op),
            HerstelVoorgesteld e => new("Herstel van een fout voorgesteld", e.Op),
            HerstelVoorgelegd e => new("Herstel van een fout ligt klaar om te ondertekenen", e.Op),
            HerstelTeruggezonden e => new("Voorstel tot herstel teruggezonden", e.Op),
            HerstelbesluitGenomen e => new("Fout in het besluit hersteld", e.Op, e.Ondertekenaars),
            WijzigingGevraagd e => new("Wijziging gevraagd", e.Op),
            WijzigingIngetrokken e => new("Verzoek om een wijziging ingetrokken", e.Op),
            WijzigingIngebreke e => new("Ingebrekestelling over een wijziging ontvangen", e.Op),
            WijzigingIngebrekeVervallen e => new("Ingebrekestelling over een wijziging vervallen", e.Op),
            WijzigingVertraagd e => new("Aan de ontvanger gemeld dat het besluit op een wijziging later komt", e.Op),
            WijzigingVoorgesteld e => new("Besluit op een wijziging voorgesteld", e.Op),
            WijzigingTeruggezonden e => new("Voorstel voor een wijziging teruggezonden", e.Op),
            WijzigingBesloten { Bezwaar: not null } e => new("Besluit over een wijziging herroepen na bezwaar", e.Op, e.Ondertekenaars),
            WijzigingBesloten { Wordt: not null } e => new("Verlening gewijzigd op verzoek", e.Op, e.Ondertekenaars),
            WijzigingBesloten e => new("Wijziging afgewezen", e.Op, e.Ondertekenaars),
            TweedeVoorschotVoorgesteld e => new("Tweede voorschot voorgesteld", e.Op),
            TweedeVoorschotTeruggezonden e => new("Voorstel voor het tweede voorschot teruggezonden", e.Op),
            IntrekkingVoorgesteld e => new("Intrekking voorgesteld", e.Op),
            ZienswijzetermijnGestart e => new("Voornemen tot intrekking verzonden; de ontvanger kan reageren", e.Op),
            ZienswijzeHerinnerd e => new("De ontvanger herinnerd aan de laatste dag om te reageren op het voornemen", e.Op),
            ZienswijzeOntvangen e => new("Reactie op het voornemen ontvangen", e.Op),
            IntrekkingVoorgelegd e => new("Intrekking ligt klaar om te ondertekenen", e.Op),
            IntrekkingTeruggezonden e => new("Voorstel tot intrekking teruggezonden", e.Op),
            IntrekkingBesloten { Wordt.Bedrag: 0 } e => new("Subsidie ingetrokken", e.Op, e.Ondertekenaars),
            IntrekkingBesloten e => new("Subsidie deels ingetrokken", e.Op, e.Ondertekenaars),
            BeoordelingOntvangen
            or BetalingVernomen
            or DeclaratieVernomen
            or HerbeoordelingOntvangen
            or ReserveringOntvangen
            or VrijgaveOntvangen
            or OntoereikendOntvangen
            or BuitenBehandelingOntvangen
            or VerzendingOntvangen
            or Vervallen
            or VaststellingOntvangen
            or VoortgangOntvangen
            or VoortgangVervallen
            or VorderingsbesluitVernomen
            or HerstelbudgetOntvangen => null,
            _ => throw new ArgumentException($"What is {gebeurtenis.GetType().Name}?", nameof(gebeurtenis)),
        };

    /// <param name="nummer">Of the objection, or of the decision that mends.</param>
    private static string Waardoor(string? nummer) =>
        nummer is not null && Herstelnummer.Is(nummer) ? "om een fout te herstellen" : "na bezwaar";

    private static Gebeurd InBezwaar(Gebeurtenis gebeurtenis)
    {
        var (titel, op) = VerloopTonen.Van(gebeurtenis);
        return new(titel, op, (gebeurtenis as BezwaarBeslist)?.Ondertekenaars);
    }

    private static Stap Toon(IEvent gebeurtenis, Gebeurd gebeurd, string? bezwaar) =>
        new(
            gebeurtenis.Version,
            gebeurd.Op,
            gebeurtenis.EventTypeName,
            gebeurd.Titel,
            gebeurtenis.GetHeader("wie")?.ToString() ?? Aanroep.Systeem,
            gebeurtenis.GetHeader("namens")?.ToString(),
            bezwaar,
            gebeurd.Ondertekenaars
        );
}
