using JasperFx;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>A declaration that is being written: it may be overwritten, and goes when it is sent. Its id is the case number.</summary>
public sealed record Declaratieconcept(string Id, string KvkNummer, Declaratie Declaratie) : IVanOnderneming, IRevisioned
{
    public int Version { get; set; }
}

/// <summary>Overwrites the draft, complete or not, until it is sent; and shows it, or else what was sent last.</summary>
public static class DeclaratieOpslaan
{
    private const string Pad = "/verantwoordingen/{zaaknummer}/declaratie/concept";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut(Pad, Voer)
            .Hoogstens(Declaratie.Grootste)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
        api.MapGet(Pad, Toon)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden)
            .Geeft<Declaratie>();
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Declaratie declaratie,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Aanroep aanroep,
        CancellationToken ct
    )
    {
        await Vergrendel(eenheid.Sessie, zaaknummer, ct);
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening } verantwoording)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var bestaand = await eenheid.Sessie.LoadAsync<Declaratieconcept>(zaaknummer, ct);
        if (Weiger(verantwoording, bestaand, declaratie, aanroep.GezienVersie) is { } weigering)
        {
            return weigering;
        }
        var concept = new Declaratieconcept(zaaknummer, opening.KvkNummer, declaratie);
        var versie = (bestaand?.Version ?? 0) + 1;
        if (bestaand is null)
        {
            eenheid.Sessie.Insert(concept);
        }
        else
        {
            eenheid.Sessie.UpdateRevision(concept, versie);
        }
        return Uitkomst.Ok(new Bijgewerkt(zaaknummer, versie)) with { Versie = versie };
    }

    private static async Task<Uitkomst> Toon(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: not null } verantwoording)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (await eenheid.Sessie.LoadAsync<Declaratieconcept>(zaaknummer, ct) is { } concept)
        {
            return Uitkomst.Ok(concept.Declaratie) with { Versie = concept.Version };
        }
        var gestuurd = verantwoording.Declaratie is { } ingediend ? await eenheid.Lees<Declaratie>(ingediend.Inhoud, ct) : null;
        return Uitkomst.Ok(gestuurd ?? Declaratie.Leeg) with { Versie = 0 };
    }

    /// <summary>Holds the draft until this call ends: it is changed or sent, and not both at once.</summary>
    internal static async Task Vergrendel(IDocumentSession sessie, Zaaknummer zaaknummer, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand("select 1 from vaststelling.mt_doc_declaratieconcept where id = $1 for update");
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer.ToString() });
        await sessie.ExecuteAsync(slot, ct);
    }

    /// <param name="gezien">The version that was seen, zero when there was none; null when the caller overwrites what stands there.</param>
    public static Weigering? Weiger(Verantwoording verantwoording, Declaratieconcept? bestaand, Declaratie declaratie, long? gezien)
    {
        if (DeclaratieIndienen.Dicht(verantwoording) is { } weigering)
        {
            return weigering;
        }
        if (gezien is { } versie && versie != (bestaand?.Version ?? 0))
        {
            return new Weigering
            {
                Code = "verouderd",
                Status = StatusCodes.Status412PreconditionFailed,
                Uitleg =
                    $"Het concept van de declaratie van {verantwoording.Id} is intussen gewijzigd (versie {bestaand?.Version ?? 0}). Haal de laatste versie op, kijk wat er veranderd is en probeer het opnieuw.",
            };
        }
        return Declaratiecontrole.Vorm(declaratie) is { Count: > 0 } fouten ? Weigering.Invoer(fouten) : null;
    }
}
