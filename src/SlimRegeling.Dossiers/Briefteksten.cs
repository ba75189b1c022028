using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Dossiers;

/// <summary>What the letters of cases say, for the context that searches; of a letter that is not sent yet nothing, and never an address.</summary>
public static class Briefteksten
{
    private const int Meeste = 100;

    // A letter is found by what it says; to whom it went is known of the case.
    private static readonly Adres Niemand = new("", "", "", "");

    public sealed record Zaakteksten(string Zaaknummer, IReadOnlyList<Tekst> Teksten);

    /// <param name="Brief">Its id.</param>
    public sealed record Tekst(string Brief, string Soort, string Inhoud);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/briefteksten", Voer).Voor(Rol.Dienst).Geeft<IReadOnlyList<Zaakteksten>>();

    /// <param name="zaken">Case numbers with commas between; those without a letter are left out.</param>
    private static async Task<Uitkomst> Voer(
        string zaken,
        Werkeenheid<DossiersContext> eenheid,
        Bestandstabel bestanden,
        Regelbron<DossiersContext> regelbron,
        ILogger<Brief> log,
        CancellationToken ct
    )
    {
        string[] nummers = [.. zaken.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (nummers.Length > Meeste)
        {
            return Weigering.Invoer(new Fout("zaken", $"Noem ten hoogste {Meeste} zaken tegelijk."));
        }
        var regels = await regelbron.Nu(ct);
        var alle = await eenheid.Sessie.Query<Brief>().Where(b => b.Zaaknummer.IsOneOf(nummers)).OrderBy(b => b.Id).ToListAsync(ct);
        // What went to somebody else is found by nobody: the applicant would be, by what they may not read.
        var brieven = alle.Where(b => b.Opdracht?.Ontvanger is null).ToList();
        var paginas = await bestanden.LeesAlle([.. brieven.Where(HeeftPagina).Select(b => Bestandstabel.Pagina(b.Id))], ct);
        return Uitkomst.Ok(
            brieven
                .GroupBy(b => b.Zaaknummer)
                .Select(zaak => new Zaakteksten(
                    zaak.Key,
                    [
                        .. zaak.Select(b => (Brief: b, Tekst: HeeftPagina(b) ? Bewaard(b, paginas, log) : Van(b, regels)))
                            .Where(b => b.Tekst is not null)
                            .Select(b => new Tekst(b.Brief.Id, b.Brief.Opdracht!.Soort, b.Tekst!)),
                    ]
                ))
                .ToList()
        );
    }

    private static bool HeeftPagina(Brief brief) => brief is { Verzonden: not null, Opgesteld.Inhoudshash: not null };

    /// <summary>What was sent; null when it was destroyed, or is not what was sent.</summary>
    private static string? Bewaard(Brief brief, IReadOnlyDictionary<string, byte[]> paginas, ILogger log)
    {
        if (!paginas.TryGetValue(Bestandstabel.Pagina(brief.Id), out var pagina))
        {
            return null;
        }
        if (Bestandstabel.Hash(pagina) != brief.Opgesteld!.Inhoudshash)
        {
            log.LogError("The words of letter {Brief} are not what was sent, and it is not found by them", brief.Id);
            return null;
        }
        return Tekstvan(JsonSerializer.Deserialize<Briefpagina>(pagina, Platform.Stromen.Json.Opties)!);
    }

    /// <summary>
    /// One from before its words were kept, written again with the words and by the rules of then; null of one that was not sent, or from before
    /// those were kept.
    /// </summary>
    internal static string? Van(Brief brief, Regelstanden regels) =>
        brief is { Verzonden: not null, Opdracht: { } opdracht, Opgesteld: { Regelversie: { } versie } opgesteld }
            ? Tekstvan(
                Briefpagina.Van(
                    Brieftekst.Van(
                        Briefsoorten.Van(opdracht).Ingebouwd,
                        new(opdracht, regels.Toen(opgesteld.Regelhash).Versie(versie, opgesteld.Op), opgesteld.Datum),
                        Niemand
                    )
                )
            )
            : null;

    private static string Tekstvan(Briefpagina pagina) =>
        string.Join(
            "\n",
            pagina
                .Blokken.SelectMany(blok =>
                    (string[])[blok.Tekst ?? "", .. blok.Punten ?? [], .. blok.Koppen ?? [], .. (blok.Rijen ?? []).SelectMany(rij => rij)]
                )
                .Where(regel => regel.Length > 0)
                .Prepend(pagina.Onderwerp)
        );
}
