using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Post;

/// <summary>What waits for the post and which bundles there are, and a bundle as one PDF to print.</summary>
public static class Bekijken
{
    private const int Meeste = 100;

    public sealed record Wachtend(string Brief, string Zaaknummer, string Soort, Instant Sinds);

    public sealed record Bundelbeeld(
        string Id,
        Bundelstand Stand,
        LocalDate Verzenddag,
        int Brieven,
        Instant GemaaktOp,
        Instant? AfgehandeldOp = null
    );

    public sealed record Overzicht(
        int Aantal,
        [property: Description("De honderd die het langst wachten.")] IReadOnlyList<Wachtend> Wachtend,
        [property: Description("De nieuwste eerst, ten hoogste honderd.")] IReadOnlyList<Bundelbeeld> Bundels
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/postbundels", Toon).Geeft<Overzicht>().LegtInzageVast("post").Voor(Bundelen.Postkamer);
        api.MapGet("/postbundels/{id}/pdf", Druk)
            .Produces<Stream>(200, "application/pdf")
            .LegtInzageVast("postbundel")
            .Voor(Bundelen.Postkamer);
    }

    private static async Task<Uitkomst> Toon(
        Werkeenheid<DossiersContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var wachtend = await Bundelen.Wachtend(eenheid, belangen, persoon, ct);
        var bundels = await eenheid.Sessie.Query<Postbundel>().OrderByDescending(b => b.Id).Take(Meeste).ToListAsync(ct);
        var getoond = wachtend.Take(Meeste).Select(b => new Wachtend(b.Id, b.Zaaknummer, b.Opdracht!.Soort, b.NaarPostOp!.Value)).ToList();
        return Uitkomst.Ok(
            new Overzicht(
                wachtend.Count,
                getoond,
                [
                    .. bundels.Select(b => new Bundelbeeld(
                        b.Id,
                        b.Stand,
                        b.Gemaakt!.Verzenddag,
                        b.Gemaakt.Brieven.Count,
                        b.Gemaakt.Op,
                        b.AfgehandeldOp
                    )),
                ]
            )
        ) with
        {
            Zaken = [.. getoond.Select(w => w.Zaaknummer)],
        };
    }

    private static async Task<Uitkomst> Druk(
        string id,
        Stroom<Postbundel> bundels,
        Werkeenheid<DossiersContext> eenheid,
        Bestandstabel bestanden,
        CancellationToken ct
    )
    {
        if (await bundels.Lees(id, ct) is not { Gemaakt: { } gemaakt } bundel)
        {
            return Weigering.NietGevonden(id);
        }
        if (bundel.Stand == Bundelstand.Vervallen)
        {
            return bundel.NietKlaar()!;
        }
        var brieven = (await eenheid.Sessie.LoadManyAsync<Brief>(ct, gemaakt.Brieven.ToArray())).ToDictionary(b => b.Id);
        var pdfs = new List<byte[]>();
        foreach (var brief in gemaakt.Brieven.Select(b => brieven[b]))
        {
            // What was destroyed with its dossier is not printed again.
            if (await bestanden.Lees(brief.Id, brief.Opgesteld!.Hash, ct) is { } pdf)
            {
                pdfs.Add(pdf);
            }
        }
        return pdfs.Count == 0
            ? Weigering.NietGevonden(id)
            : Uitkomst.Ok(new Bestand(Drukbundel.Maak(pdfs), "application/pdf", $"{id}.pdf")) with
            {
                Zaken = [.. brieven.Values.Select(b => b.Zaaknummer)],
            };
    }
}
