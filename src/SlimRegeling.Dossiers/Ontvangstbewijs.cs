using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>
/// The receipt of an application (4:3a Awb) as a PDF, from the moment that it was received. It tells what was received then, not what became of
/// it, so it stays the same.
/// </summary>
public static class Ontvangstbewijs
{
    /// <param name="Naam">What the sender called the file; absent when they did not say, or it was destroyed.</param>
    public sealed record Stuk(string Soort, string? Naam, string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ontvangstbewijzen/{zaaknummer}", Voer)
            .Produces<Stream>(200, "application/pdf")
            .LegtInzageVast("ontvangstbewijs")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Zaakwijzer wijzer,
        Aanroep aanroep,
        Werkeenheid<DossiersContext> eenheid,
        CancellationToken ct
    )
    {
        var nummer = zaaknummer.ToString();
        var (pdf, weigering) = await Pdf(nummer, aanroep.AlleenVan, wijzer, eenheid, ct);
        return weigering is not null ? weigering
            : pdf is null ? Weigering.NietGevonden(nummer)
            : Uitkomst.Ok(new Bestand(pdf, "application/pdf", $"ontvangstbewijs-{nummer}.pdf")) with { Zaak = nummer };
    }

    /// <param name="alleenVan">When set, of a case of this enterprise only.</param>
    /// <returns>No PDF when nothing was received; a refusal when that cannot be asked now.</returns>
    internal static async Task<(byte[]? Pdf, Weigering? Weigering)> Pdf(
        string nummer,
        string? alleenVan,
        Zaakwijzer wijzer,
        Werkeenheid<DossiersContext> eenheid,
        CancellationToken ct
    )
    {
        // What was just submitted was not heard of here yet.
        var (gegevens, weigering) = await wijzer.Vraag(nummer, ct);
        if (weigering is not null)
        {
            return (null, weigering);
        }
        if (gegevens is not { Ingediend: { } ontvangen } || (alleenVan is not null && alleenVan != gegevens.KvkNummer))
        {
            return (null, null);
        }
        var documenten = (await eenheid.Sessie.Query<Document>().Where(d => d.Zaaknummer == nummer).OrderBy(d => d.Id).ToListAsync(ct))
            .Where(d => Hoort(d, ontvangen))
            .ToList();
        var namen = await Inhouden.Lees(eenheid.Sessie, documenten.Select(d => d.Naam).OfType<Verwijzing>(), ct);
        var stukken = documenten.Select(d => new Stuk(d.Soort, d.Naam is null ? null : namen.Zoek<Bestandslabel>(d.Naam)?.Naam, d.Hash));
        return (Pdfbrief.Maak(Ontvangstbewijstekst.Van(gegevens, ontvangen, [.. stukken])), null);
    }

    /// <summary>Whether it came with the draft and was in it when that was submitted.</summary>
    public static bool Hoort(Document document, Zaakwijzer.Ontvangen ontvangen) =>
        document.Stand != Documentstand.Verwijderd
        && (document.IngediendOp is not null || document.BijConcept)
        && document.OntvangenOp <= ontvangen.Op;
}
