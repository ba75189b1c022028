using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>How it stands with each party: to the hoofdaanvrager of its draft, and to an enterprise of what it was invited to.</summary>
public static class UitnodigingenTonen
{
    [Description("De partijen van een samenwerkingsverband en hoe het met hun bevestiging staat.")]
    public sealed record Partijen(IReadOnlyList<Regel> Uitnodigingen, string Pagina);

    /// <param name="Stand">Absent when the party was not invited.</param>
    public sealed record Regel(
        string KvkNummer,
        [property: Description("Ontbreekt als de partij niet is uitgenodigd.")] Uitnodigingsstand? Stand = null,
        string? Naam = null,
        Instant? OndertekendOp = null,
        [property: Description("true als het deel is gewijzigd nadat de partij ondertekende.")] bool? HandtekeningVervallen = null,
        [property: Description("true als het gezamenlijke plan is gewijzigd nadat de partij ondertekende.")] bool? PlanGewijzigd = null
    );

    [Description("Waarvoor uw onderneming is uitgenodigd.")]
    public sealed record Mijn(IReadOnlyList<Mijnregel> Uitnodigingen);

    public sealed record Mijnregel(
        string Zaaknummer,
        string Tijdvak,
        Uitnodigingsstand Stand,
        string Hoofdaanvrager,
        Instant Sluit,
        string? HoofdaanvragerNaam = null,
        bool? HandtekeningVervallen = null,
        Instant? IngediendOp = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/aanvragen/{zaaknummer}/uitnodigingen", VanConcept)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Partijen>()
            .WithSummary("Wie van de partijen bevestigde");
        api.MapGet("/uitnodigingen", VanPartij)
            .Voor(Rol.Aanvrager, Rol.Partij)
            .EigenZaak()
            .Geeft<Mijn>()
            .WithSummary("Uitnodigingen voor uw onderneming");
    }

    private static async Task<Uitkomst> VanConcept(
        Zaaknummer zaaknummer,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (
            await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is not { } concept
            || !eenheid.MagZien(concept)
            || await Formulierzicht.Van(concept, eenheid, ct) is not { } formulier
        )
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var nu = moment.Nu;
        var tijdvak =
            await tijdvakken.Zoek(concept.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {concept.Tijdvak} of a draft is not known.");
        var plan = Gezamenlijk.Van(formulier, (await regelbron.Nu(ct)).Versie(tijdvak.Regelversie, nu));
        var uitnodigingen = await VanZaak(zaaknummer, eenheid, ct);
        var gesloten = concept.Ontvangen is null && nu >= tijdvak.Sluit;
        return Uitkomst.Ok(
            new Partijen(
                [
                    .. (formulier.Partijen ?? [])
                        .Where(p => p.Rol != Deelnemergegevens.Hoofdaanvrager)
                        .Select(p => Toon(p, uitnodigingen.GetValueOrDefault(p.KvkNummer), plan, gesloten)),
                ],
                Uitnodigen.Pagina(zaaknummer)
            )
        );
    }

    private static Regel Toon(Partijgegevens partij, Uitnodiging? uitnodiging, Gezamenlijk plan, bool gesloten) =>
        uitnodiging is null
            ? new(partij.KvkNummer, Naam: partij.Naam)
            : new(
                partij.KvkNummer,
                uitnodiging.Stand(partij, gesloten),
                partij.Naam,
                uitnodiging.IsGetekend(partij) ? uitnodiging.Handtekening!.Op : null,
                uitnodiging.HandtekeningVervallen(partij) ? true : null,
                uitnodiging.IsGetekend(partij) && !uitnodiging.Handtekening!.IsVoorPlan(plan) ? true : null
            );

    private static async Task<Uitkomst> VanPartij(
        Persoon persoon,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Moment moment,
        CancellationToken ct
    )
    {
        var kvkNummer = persoon.KvkNummer ?? "";
        var uitnodigingen = await eenheid.Sessie.Query<Uitnodiging>().Where(u => u.KvkNummer == kvkNummer).ToListAsync(ct);
        var concepten = (await eenheid.Sessie.LoadManyAsync<Concept>(ct, uitnodigingen.Select(u => u.Zaaknummer))).ToDictionary(c => c.Id);
        var regels = new List<Mijnregel>();
        foreach (var uitnodiging in uitnodigingen.OrderBy(u => u.Verloop[0].Op).Where(u => concepten.ContainsKey(u.Zaaknummer)))
        {
            if (await Partijblik.Van(uitnodiging, concepten[uitnodiging.Zaaknummer], eenheid, tijdvakken, ct) is { } blik)
            {
                regels.Add(
                    new(
                        blik.Concept.Id,
                        blik.Concept.Tijdvak,
                        blik.Stand(moment.Nu),
                        blik.Concept.KvkNummer,
                        blik.Tijdvak.Sluit,
                        blik.Hoofdaanvrager?.Naam,
                        blik.Uitnodiging.HandtekeningVervallen(blik.Partij) ? true : null,
                        blik.Concept.Ontvangen?.OntvangenOp
                    )
                );
            }
        }
        return Uitkomst.Ok(new Mijn(regels));
    }

    /// <summary>By KVK number of the party.</summary>
    internal static async Task<IReadOnlyDictionary<string, Uitnodiging>> VanZaak(
        string zaaknummer,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    ) => (await eenheid.Sessie.Query<Uitnodiging>().Where(u => u.Zaaknummer == zaaknummer).ToListAsync(ct)).ToDictionary(u => u.KvkNummer);
}
