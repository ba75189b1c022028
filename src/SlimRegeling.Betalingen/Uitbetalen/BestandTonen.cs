using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// The payment files: made again from what they were made from, and the same to the byte. A file names the cases that it pays: to read it is a view of each,
/// and it is closed to who has an interest of their own in one. The list of them, the newest first, names none.
/// </summary>
public static class BestandTonen
{
    private const int Standaard = 20;
    private const int Hoogste = 100;

    /// <param name="Aantal">Of payments in it.</param>
    public sealed record Beeld(string Bestand, LocalDate Uitvoerdatum, decimal Totaal, int Aantal, string Hash, Instant Gemaakt);

    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    public sealed record Lijst(IReadOnlyList<Beeld> Bestanden, string? Volgende);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaalbestanden", Bladzijde).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Lijst>();
        api.MapGet("/betaalbestanden/{id}", Bestand)
            .Voor(Rol.FinancieelMedewerker)
            .LegtInzageVast("betaalbestand")
            .Produces(200, contentType: Mediatype);
    }

    private const string Mediatype = "application/xml";

    private static async Task<Uitkomst> Bladzijde(string? na, int? aantal, Contextregister contexten, CancellationToken ct)
    {
        if (aantal is < 1 or > Hoogste)
        {
            return Weigering.Invoer(new Fout("aantal", $"Vraag 1 tot en met {Hoogste} bestanden per bladzijde."));
        }
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var (koppen, volgende) = await Rondelijst.Lees(bron, Rondestatus.Bestand, na, aantal ?? Standaard, ct);
        return Uitkomst.Ok(
            new Lijst([.. koppen.Select(k => new Beeld(k.Id, k.Uitvoerdatum, k.Totaal, k.Aantal, k.Hash, k.Gemaakt!.Value))], volgende)
        );
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
        if (ronde.Teruggenomen)
        {
            return Weigering.Van(
                "al-teruggenomen",
                $"Betaalbestand {id} is teruggenomen: zijn betalingen gaan in een ander bestand. Geef het niet meer aan de bank."
            );
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
