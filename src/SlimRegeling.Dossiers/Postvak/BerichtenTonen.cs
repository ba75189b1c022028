using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Postvak;

/// <summary>The letters to the own enterprise over all its cases, a page at a time, and how many of them one did not open.</summary>
public static class BerichtenTonen
{
    private const int Standaard = 25;
    private const int Hoogste = 100;

    /// <param name="Id">Of the letter.</param>
    public sealed record Bericht(
        string Id,
        string Soort,
        string Zaaknummer,
        LocalDate VerzondenOp,
        [property: Description("Of u zelf de brief al opende. Wat een collega opende, telt voor u niet.")] bool Gelezen,
        [property: Description("Of de brief ook als pagina te lezen is.")] bool AlsPagina,
        [property: Description("Of de brief met de post ging, omdat de onderneming papier vroeg.")] bool PerPost,
        string? Besluit = null
    );

    public sealed record Lijst(
        IReadOnlyList<Bericht> Berichten,
        [property: Description("Er is meer: vraag het met deze waarde als 'na'.")] string? Volgende = null
    );

    public sealed record Telling([property: Description("Hoeveel berichten u nog niet opende.")] int Aantal);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/berichten", Toon)
            .Geeft<Lijst>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
        api.MapGet("/berichten/ongelezen", Tel)
            .Geeft<Telling>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
    }

    private static async Task<Uitkomst> Toon(
        [Description("De volgende bladzijde: 'volgende' van de vorige.")] string? na,
        [Description("Hoeveel ten hoogste, 1 tot en met 100. Zonder: 25.")] int? aantal,
        Persoon persoon,
        Postvaktabel postvak,
        Werkeenheid<DossiersContext> eenheid,
        CancellationToken ct
    )
    {
        Fout[] fouten = [.. Controleer(na, aantal)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var hoogstens = aantal ?? Standaard;
        var gevonden = await postvak.Lees(persoon.KvkNummer ?? "", persoon.Onderwerp, OfNiets(na), hoogstens + 1, ct);
        var deze = gevonden.Take(hoogstens).ToList();
        var brieven = (await eenheid.Sessie.LoadManyAsync<Brief>(ct, deze.Select(r => r.Brief)))
            .Where(b => eenheid.MagZien(b))
            .ToDictionary(b => b.Id);
        return Uitkomst.Ok(
            new Lijst(
                [.. deze.Where(r => brieven.ContainsKey(r.Brief)).Select(r => Beeld(brieven[r.Brief], r.Gelezen))],
                gevonden.Count > hoogstens ? deze[^1].Brief : null
            )
        );
    }

    private static async Task<Uitkomst> Tel(Persoon persoon, Postvaktabel postvak, CancellationToken ct) =>
        Uitkomst.Ok(new Telling(await postvak.Ongelezen(persoon.KvkNummer ?? "", persoon.Onderwerp, ct)));

    internal static Bericht Beeld(Brief brief, bool gelezen) =>
        new(
            brief.Id,
            brief.Verzonden!.Soort,
            brief.Zaaknummer,
            brief.Verzonden.VerzondenOp,
            gelezen,
            brief.Opgesteld?.Inhoudshash is not null,
            brief.Bundel is not null,
            brief.Verzonden.Besluit
        );

    internal static IEnumerable<Fout> Controleer(string? na, int? aantal)
    {
        // The id of a letter begins with the number of its case.
        if (OfNiets(na) is { } plek && Zaaknummer.Van(plek) is null)
        {
            yield return new("na", "Geef de waarde van 'volgende' uit de vorige bladzijde.");
        }
        if (aantal is < 1 or > Hoogste)
        {
            yield return new("aantal", $"Vraag 1 tot en met {Hoogste} berichten per bladzijde.");
        }
    }

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
