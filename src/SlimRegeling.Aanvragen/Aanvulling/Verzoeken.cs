using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>Asks many applicants for what is missing, each with a letter of its own, as one act: what one case refuses takes nothing from others.</summary>
public static class Verzoeken
{
    private const int Grootte = 1024 * 1024;

    public sealed record Verzoek(IReadOnlyList<Zaak> Zaken);

    /// <param name="Ontbreekt">Codes of the documents that are missing.</param>
    public sealed record Zaak(string Zaaknummer, IReadOnlyList<string> Ontbreekt);

    /// <summary>
    /// Who was received incomplete, was not asked yet and still takes part, in order of receipt; not a case in which the caller has an interest.
    /// </summary>
    private const string TeVragen = """
        select jsonb_build_object('zaaknummer', a.id, 'ontbreekt', a.data #> array['ingediend', 'ontbreekt'])::text
        from aanvragen.gezegd i join aanvragen.mt_doc_aanvraag a on a.id = i.zaaknummer
        where i.tijdvak = ? and i.soort = 'ingediend' and jsonb_array_length(a.data #> array['ingediend', 'ontbreekt']) > 0
          and not exists (select from aanvragen.gezegd g where g.zaaknummer = i.zaaknummer and g.soort <> 'ingediend')
          and not exists (select from jsonb_array_elements(coalesce(a.data -> 'belangen', '[]')) b where b ->> 'medewerker' = ?)
        order by i.op, i.zaaknummer
        """;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvullingsverzoeken", Voer).Voor(Rol.Beoordelaar).Hoogstens(Grootte).Geeft<IReadOnlyList<Bulkregel>>();
        api.MapGet("/aanvullingsverzoeken", Lijst)
            .Voor(Rol.Beoordelaar)
            .LegtInzageVast("aanvullingsverzoeken")
            .Geeft<IReadOnlyList<Zaak>>();
    }

    /// <summary>The cases as the bulk request takes them.</summary>
    private static async Task<Uitkomst> Lijst(string tijdvak, Werkeenheid<AanvragenContext> eenheid, Persoon persoon, CancellationToken ct)
    {
        var rijen = await eenheid.Sessie.AdvancedSql.QueryAsync<string>(TeVragen, ct, tijdvak, persoon.Onderwerp);
        var zaken = rijen.Select(rij => JsonSerializer.Deserialize<Zaak>(rij, Platform.Stromen.Json.Opties)!).ToList();
        return Uitkomst.Ok(zaken) with { Zaken = [.. zaken.Select(z => z.Zaaknummer)] };
    }

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Ordewijziging orde,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        CancellationToken ct
    )
    {
        string[] genoemd = [.. verzoek.Zaken.Select(z => z.Zaaknummer)];
        if (Bulkregel.Fouten("zaken", genoemd) is { } weigering)
        {
            return weigering;
        }
        var regels = await regelbron.Nu(ct);
        var ontbreekt = verzoek.Zaken.DistinctBy(z => z.Zaaknummer).ToDictionary(z => z.Zaaknummer, z => z.Ontbreekt);
        string[] zaaknummers = [.. ontbreekt.Keys];
        var uiterlijk = new Dictionary<string, LocalDate>();
        var uitkomsten = await orde.SchrijfElk(
            zaaknummers,
            (aanvraag, nu) =>
            {
                var beslissing = Volledigheid.Beslis(aanvraag, new(false, ontbreekt[aanvraag.Id]), persoon.Onderwerp, regels, nu);
                if (beslissing.Gebeurtenissen is [AanvullingGevraagd gevraagd])
                {
                    uiterlijk[aanvraag.Id] = gevraagd.Uiterlijk;
                }
                return beslissing;
            },
            ct
        );
        return Uitkomst.Ok(
            Bulkregel.Elk(
                genoemd,
                zaaknummers.Select((z, i) => Bulkregel.Van(z, uitkomsten[i], uiterlijk.TryGetValue(z, out var dag) ? dag : null))
            )
        );
    }
}
