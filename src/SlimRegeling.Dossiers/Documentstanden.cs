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
        string? Uitleg
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

    private static async Task<Uitkomst> Lijst(Zaaknummer zaaknummer, Werkeenheid<DossiersContext> eenheid, CancellationToken ct)
    {
        if (await eenheid.Sessie.LoadAsync<Zaak>(zaaknummer, ct) is not { } zaak || !eenheid.MagZien(zaak))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var documenten = await eenheid.Sessie.Query<Document>().Where(d => d.Zaaknummer == zaak.Id).OrderBy(d => d.Id).ToListAsync(ct);
        var namen = await Inhouden.Lees(eenheid.Sessie, documenten.Select(d => d.Naam).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(documenten.Select(d => Van(d, d.Naam is null ? null : namen.Zoek<Bestandslabel>(d.Naam))).ToList());
    }

    private static async Task<Uitkomst> Toon(
        string id,
        Stroom<Document> documenten,
        Werkeenheid<DossiersContext> eenheid,
        CancellationToken ct
    ) =>
        await documenten.Lees(id, ct) is { } document
            ? Uitkomst.Ok(Van(document, document.Naam is null ? null : await eenheid.Lees<Bestandslabel>(document.Naam, ct))) with
            {
                Zaak = document.Zaaknummer,
            }
            : Weigering.NietGevonden(id);

    private static Beeld Van(Document d, Bestandslabel? label) =>
        new(d.Id, d.Soort, label?.Naam, d.Mediatype, d.Bytes, d.Hash, d.OntvangenOp, d.Stand, d.Reden, DocumentBekijken.Weeg(d)?.Uitleg);
}
