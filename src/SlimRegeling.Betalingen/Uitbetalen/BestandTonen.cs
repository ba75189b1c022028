using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// The payment files: made again from what they were made from, and the same to the byte. A file names the cases that it pays: to read it, or
/// the list of them, is a view of each. The list names no order of a case that is closed to who looks; the file itself is then closed.
/// </summary>
public static class BestandTonen
{
    public sealed record Beeld(
        string Bestand,
        LocalDate Uitvoerdatum,
        decimal Totaal,
        IReadOnlyList<string> Betaalopdrachten,
        string Hash,
        Instant Gemaakt
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaalbestanden", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalbestanden")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/betaalbestanden/{id}", Bestand)
            .Voor(Rol.FinancieelMedewerker)
            .LegtInzageVast("betaalbestand")
            .Produces(200, contentType: Mediatype);
    }

    private const string Mediatype = "application/xml";

    private static async Task<Uitkomst> Lijst(
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var rondes = await eenheid.Sessie.QueryAsync<Betaalronde>("order by id", ct);
        var bestanden = rondes.Where(r => r.Gemaakt is not null).Select(r => (r.Id, Gemaakt: r.Gemaakt!)).ToList();
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var open = (await Zaken(eenheid.Sessie, bestanden.SelectMany(b => b.Gemaakt.Betaalopdrachten), ct))
            .Where(z => !gesloten.Contains(z.Value))
            .ToDictionary(StringComparer.Ordinal);
        var beelden = bestanden
            .Select(r => new Beeld(
                r.Id,
                r.Gemaakt.Uitvoerdatum,
                r.Gemaakt.Totaal,
                [.. r.Gemaakt.Betaalopdrachten.Where(open.ContainsKey)],
                r.Gemaakt.Hash,
                r.Gemaakt.Op
            ))
            .ToList();
        return Uitkomst.Ok(beelden) with { Zaken = [.. open.Values] };
    }

    private static async Task<Uitkomst> Bestand(
        string id,
        Stroom<Betaalronde> rondes,
        Werkeenheid<BetalingenContext> eenheid,
        CancellationToken ct
    )
    {
        if (await rondes.Lees(id, ct) is not { } ronde)
        {
            return Weigering.NietGevonden(id);
        }
        if (ronde.Gemaakt is not { } gemaakt)
        {
            return Weigering.Van(
                "nog-niet-geaccordeerd",
                $"Betaalronde {id} is niet door twee mensen geaccordeerd. Daarna is er een bestand voor de bank.",
                "artikel 4:52, eerste lid, Awb"
            );
        }
        if (await eenheid.LeesAlsStroom<Betaalbestand>(gemaakt.Inhoud, ct) is not { } inhoud)
        {
            return Weigering.Van("vernietigd", $"De gegevens van betaalbestand {id} zijn met hun dossiers vernietigd.");
        }
        // Written twice rather than held: no byte leaves before all of them are known to be the same.
        if (Pain001.Hash(inhoud).Waarde != gemaakt.Hash)
        {
            throw new InvalidDataException($"Payment file {id} made again is not what it was.");
        }
        return Uitkomst.Ok(new Bestand(Delen(inhoud), null, Mediatype, $"{id}.xml")) with
        {
            Zaken = await ZakenVan(eenheid.Sessie, ronde, ct),
        };
    }

    /// <summary>Who reads slowly is waited for between two pieces.</summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Delen(Betaalbestand inhoud)
    {
        await Task.CompletedTask;
        foreach (var stuk in Pain001.Stukken(inhoud))
        {
            yield return stuk;
        }
    }

    /// <summary>Its lines tell their cases; a round from before rounds were proposed has none.</summary>
    private static async Task<IReadOnlyList<string>> ZakenVan(IQuerySession sessie, Betaalronde ronde, CancellationToken ct) =>
        ronde.Regels.Count > 0
            ? [.. ronde.Regels.Select(r => r.Zaaknummer).Distinct(StringComparer.Ordinal)]
            : [.. (await Zaken(sessie, ronde.Betaalopdrachten, ct)).Values];

    public static string Hash(byte[] bestand) => Convert.ToHexStringLower(SHA256.HashData(bestand));

    /// <summary>The case of each of these payment orders.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> Zaken(
        IQuerySession sessie,
        IEnumerable<string> betaalopdrachten,
        CancellationToken ct
    ) =>
        (await sessie.LoadManyAsync<Betaalopdracht>(ct, betaalopdrachten.Distinct())).ToDictionary(
            b => b.Id,
            b => b.Opdracht.Zaaknummer,
            StringComparer.Ordinal
        );
}
