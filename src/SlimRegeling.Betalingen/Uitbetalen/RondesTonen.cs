using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>The rounds of payments, page by page and the newest first. The list names no payment and no case: to look at it is no view of any.</summary>
public static class RondesTonen
{
    private const int Standaard = 20;
    private const int Hoogste = 100;

    /// <param name="Aantal">How many there are on all pages together.</param>
    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    public sealed record Lijst(IReadOnlyList<RondeTonen.Beeld> Rondes, int Aantal, string? Volgende);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/betaalrondes", Bladzijde).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Lijst>();

    /// <param name="stand">Only these: voorgesteld, bestand, ingetrokken or teruggenomen.</param>
    private static async Task<Uitkomst> Bladzijde(
        string? stand,
        string? na,
        int? aantal,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        Rondestatus? gevraagd = stand switch
        {
            "voorgesteld" => Rondestatus.Voorgesteld,
            "bestand" => Rondestatus.Bestand,
            "ingetrokken" => Rondestatus.Ingetrokken,
            "teruggenomen" => Rondestatus.Teruggenomen,
            _ => null,
        };
        List<Fout> fouten =
        [
            .. stand is { Length: > 0 } && gevraagd is null
                ? (Fout[])[new("stand", "Kies voorgesteld, bestand, ingetrokken of teruggenomen.")]
                : [],
            .. aantal is < 1 or > Hoogste ? (Fout[])[new("aantal", $"Vraag 1 tot en met {Hoogste} rondes per bladzijde.")] : [],
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var (koppen, volgende) = await Rondelijst.Lees(bron, gevraagd, na, aantal ?? Standaard, ct);
        return Uitkomst.Ok(new Lijst([.. koppen.Select(RondeTonen.Van)], await Rondelijst.Tel(bron, gevraagd, ct), volgende));
    }
}
