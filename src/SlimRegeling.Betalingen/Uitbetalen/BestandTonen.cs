using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>The payment files: made again from what they were made from, and the same to the byte.</summary>
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
        api.MapGet("/betaalbestanden", Lijst).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/betaalbestanden/{id}", Bestand)
            .Voor(Rol.FinancieelMedewerker)
            .LegtInzageVast("betaalbestand")
            .Produces(200, contentType: Mediatype);
    }

    private const string Mediatype = "application/xml";

    private static async Task<Uitkomst> Lijst(Werkeenheid<BetalingenContext> eenheid, CancellationToken ct) =>
        Uitkomst.Ok(
            (await eenheid.Sessie.QueryAsync<Betaalronde>("order by id", ct))
                .Select(r => new Beeld(
                    r.Id,
                    r.Gemaakt.Uitvoerdatum,
                    r.Gemaakt.Totaal,
                    r.Gemaakt.Betaalopdrachten,
                    r.Gemaakt.Hash,
                    r.Gemaakt.Op
                ))
                .ToList()
        );

    private static async Task<Uitkomst> Bestand(
        string id,
        Stroom<Betaalronde> rondes,
        Werkeenheid<BetalingenContext> eenheid,
        CancellationToken ct
    )
    {
        if (await rondes.Lees(id, ct) is not { Gemaakt: var gemaakt })
        {
            return Weigering.NietGevonden(id);
        }
        if (await eenheid.Lees<Betaalbestand>(gemaakt.Inhoud, ct) is not { } inhoud)
        {
            return Weigering.Van("vernietigd", $"De gegevens van betaalbestand {id} zijn met hun dossiers vernietigd.");
        }
        return Pain001.Schrijf(inhoud) is { Gelukt: true, Waarde: var bestand } && BestandMaken.Hash(bestand) == gemaakt.Hash
            ? Uitkomst.Ok(new Bestand(bestand, Mediatype, $"{id}.xml"))
            : throw new InvalidDataException($"Payment file {id} made again is not what it was.");
    }
}
