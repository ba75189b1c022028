using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Dossiers;

/// <summary>Which files are taken and how large they may be, for who is about to send one.</summary>
public static class Documenteisen
{
    /// <param name="Naam">For people.</param>
    /// <param name="HoogstensBytes">The largest file of this kind.</param>
    public sealed record Soort(string Naam, string Extensie, string Mediatype, long HoogstensBytes);

    /// <param name="HoogstensPerZaak">How many documents a case may have.</param>
    /// <param name="HoogstensBytesPerZaak">How large they may be together.</param>
    /// <param name="Uitleg">The same in words, with what is refused.</param>
    public sealed record Beeld(IReadOnlyList<Soort> Soorten, int HoogstensPerZaak, long HoogstensBytesPerZaak, string Uitleg);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/documenten/eisen", (Documentgrenzen grenzen) => Uitkomst.Ok(Van(grenzen))).Geeft<Beeld>().Openbaar();

    private static Beeld Van(Documentgrenzen grenzen)
    {
        var soorten = string.Join(", ", Bestandsvorm.Alle.Select(v => $"{v.Extensie.ToUpperInvariant()} (tot {v.HoogstensMb} MB)"));
        return new(
            [.. Bestandsvorm.Alle.Select(v => new Soort(v.Naam, v.Extensie, v.Mediatype, v.Hoogstens))],
            grenzen.Aantal,
            grenzen.Megabytes * 1024L * 1024,
            $"U kunt deze bestanden sturen: {soorten}. Per zaak zijn dat ten hoogste {grenzen.Aantal} documenten van samen {grenzen.Megabytes} MB. "
                + "Wij kijken naar de inhoud en niet naar de naam. Een bestand met een wachtwoord, macro's, scripts of een ander bestand erin nemen wij niet aan. Daarna onderzoekt de virusscanner het."
        );
    }
}
