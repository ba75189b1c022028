using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>How the documents of a case stand: examined, refused, or waiting for it.</summary>
public static class Documentstanden
{
    private static readonly Rol[] Lezers = [Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar];

    /// <param name="Naam">What the sender called the file; absent when they did not say, or it was destroyed.</param>
    /// <param name="Hash">SHA-256 of the file.</param>
    /// <param name="OntvangenOp">When it came, which is what counts for a term.</param>
    /// <param name="Reden">Why it was refused: virus or beschadigd; absent when it was not.</param>
    /// <param name="Uitleg">What the sender must know or do; absent when there is nothing.</param>
    /// <param name="BijConcept">It belongs to a draft and can be taken away; absent otherwise.</param>
    /// <param name="IngediendOp">When the draft that it came with was submitted; absent of what came otherwise.</param>
    public sealed record Beeld(
        string Id,
        string Soort,
        string? Naam,
        string Mediatype,
        int Bytes,
        string Hash,
        Instant? OntvangenOp,
        Documentstand Stand,
        string? Reden,
        string? Uitleg,
        bool? BijConcept = null,
        Instant? IngediendOp = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/documenten", Lijst)
            .Geeft<IReadOnlyList<Beeld>>()
            .LegtInzageVast("documenten")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
        api.MapGet("/documenten/{id}/stand", Toon)
            .Geeft<Beeld>()
            .LegtInzageVast("document")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
    }

    private static async Task<Uitkomst> Lijst(
        Zaaknummer zaaknummer,
        Zaakwijzer wijzer,
        Werkeenheid<DossiersContext> eenheid,
        CancellationToken ct
    )
    {
        var (zaak, weigering) = await wijzer.Zoek(zaaknummer, ct);
        if (zaak is null)
        {
            return weigering!;
        }
        var alle = await eenheid.Sessie.Query<Document>().Where(d => d.Zaaknummer == zaak.Id).OrderBy(d => d.Id).ToListAsync(ct);
        var documenten = alle.Where(d => d.Stand != Documentstand.Verwijderd && wijzer.MagZien(d)).ToList();
        var namen = await Inhouden.Lees(eenheid.Sessie, documenten.Select(d => d.Naam).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(documenten.Select(d => Van(d, d.Naam is null ? null : namen.Zoek<Bestandslabel>(d.Naam))).ToList());
    }

    private static async Task<Uitkomst> Toon(
        string id,
        Stroom<Document> documenten,
        Zaakwijzer wijzer,
        Werkeenheid<DossiersContext> eenheid,
        CancellationToken ct
    ) =>
        await documenten.Lees(id, ct) is { Stand: not Documentstand.Verwijderd } document && wijzer.MagZien(document)
            ? Uitkomst.Ok(Van(document, document.Naam is null ? null : await eenheid.Lees<Bestandslabel>(document.Naam, ct))) with
            {
                Zaak = document.Zaaknummer,
            }
            : Weigering.NietGevonden(id);

    private static Beeld Van(Document d, Bestandslabel? label) =>
        new(
            d.Id,
            d.Soort,
            label?.Naam,
            d.Mediatype,
            d.Bytes,
            d.Hash,
            d.OntvangenOp,
            d.Stand,
            d.Reden,
            DocumentBekijken.Weeg(d)?.Uitleg,
            d.BijConcept ? true : null,
            d.IngediendOp
        );
}
