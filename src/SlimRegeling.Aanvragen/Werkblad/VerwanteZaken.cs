using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>
/// The other cases of an applicant, of the parties beside it and of the enterprises that are linked to them, whoever of them declared it: what it asked
/// and got before (2.8, fourth paragraph; 2.12, under g and k). Not those in which who looks declared an interest of their own.
/// </summary>
public static class VerwanteZaken
{
    private const int Meeste = 100;

    /// <summary>Those that an enterprise or one of its group submitted, and those in which it takes part.</summary>
    private const string Gezocht = $$"""
        with leden as materialized ({{Banden.Groep}})
        select id from aanvragen.mt_doc_concept
        where kvk_nummer = any(array(select nummer from leden)) and data #>> '{ontvangen,ontvangenOp}' is not null
        union select zaaknummer from aanvragen.deelname where kvk_nummer = any(array(select nummer from leden))
        """;

    /// <param name="Via">Why it is here: aanvrager, partij or verbonden.</param>
    /// <param name="Gevraagd">Euro, like the next.</param>
    /// <param name="Besloten">What was awarded or settled last; absent while nothing was decided.</param>
    public sealed record Regel(
        string Zaaknummer,
        string KvkNummer,
        string Tijdvak,
        Status Status,
        string Via,
        Instant OntvangenOp,
        decimal Gevraagd,
        decimal? Besloten = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/verwant", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("verwante zaken")
            .Geeft<IReadOnlyList<Regel>>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend } aanvraag)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var formulier = await eenheid.Lees<Formulier>(aanvraag.Inhoud, ct);
        var versie = (await regelbron.Nu(ct)).Versie(ingediend.Regelversie, ingediend.Op);
        HashSet<string> verbonden = [.. ingediend.Verbonden ?? [], .. formulier?.Verbonden(versie, ingediend.Aanvragertype) ?? []];
        var regels = (await Zoek(eenheid.Sessie, [.. ingediend.Betrokken, .. verbonden], ct))
            .Where(a => a.Id != aanvraag.Id && a.Ingediend is not null && !a.HeeftBelang(persoon.Onderwerp))
            .OrderByDescending(a => a.Ingediend!.Op)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .Take(Meeste)
            .Select(a => Toon(a, ingediend))
            .ToList();
        return Uitkomst.Ok(regels) with { Zaken = [aanvraag.Id, .. regels.Select(r => r.Zaaknummer)] };
    }

    private static async Task<IReadOnlyList<Aanvraag>> Zoek(IDocumentSession sessie, string[] kvkNummers, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(Gezocht);
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = kvkNummers });
        var ids = new List<string>();
        await using (var rij = await sessie.ExecuteReaderAsync(opdracht, ct))
        {
            while (await rij.ReadAsync(ct))
            {
                ids.Add(await rij.GetFieldValueAsync<string>(0, ct));
            }
        }
        return await sessie.LoadManyAsync<Aanvraag>(ct, ids);
    }

    private static Regel Toon(Aanvraag andere, AanvraagIngediend ingediend) =>
        new(
            andere.Id,
            andere.KvkNummer,
            andere.Ingediend!.Tijdvak,
            andere.Status,
            andere.KvkNummer == ingediend.KvkNummer ? "aanvrager"
                : andere.Ingediend.Betrokken.Intersect(ingediend.Betrokken).Any() ? "partij"
                : "verbonden",
            andere.Ingediend.Op,
            andere.Gevraagd,
            andere.Besluiten.Count > 0 ? andere.GeldendeBesluiten[^1].Bedrag : null
        );
}
