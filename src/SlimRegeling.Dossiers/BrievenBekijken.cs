using System.ComponentModel;
using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Dossiers.Postvak;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>The letters of a case, and each as it was sent.</summary>
public static class BrievenBekijken
{
    private static readonly Rol[] Lezers =
    [
        Rol.Aanvrager,
        Rol.Gemachtigde,
        Rol.Beoordelaar,
        Rol.Medeondertekenaar,
        Rol.FinancieelMedewerker,
        Rol.FinancieelControleur,
    ];

    public enum Wachtreden
    {
        Adres,
        Post,
    }

    /// <param name="VerzondenOp">Null while it waits.</param>
    /// <param name="Hash">SHA-256 of the PDF.</param>
    public sealed record Briefbeeld(
        string Id,
        string Soort,
        string? Besluit,
        LocalDate? VerzondenOp,
        string? Hash,
        [property: Description("Waarop de brief wacht; ontbreekt als hij is verzonden.")] Wachtreden? WachtOp = null,
        [property: Description("Of de brief ook als pagina te lezen is.")] bool AlsPagina = false,
        [property: Description("Of de brief met de post gaat of ging, omdat de onderneming papier vroeg.")] bool PerPost = false,
        [property: Description(
            "Aan wie anders dan de aanvrager de brief gaat: indiener van het bezwaar, of partij-1 en verder. Alleen medewerkers zien zo'n brief."
        )]
            string? Ontvanger = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/brieven", Lijst)
            .Geeft<IReadOnlyList<Briefbeeld>>()
            .LegtInzageVast("brieven")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
        api.MapGet("/brieven/{id}", Toon)
            .Produces<Stream>(200, "application/pdf")
            .LegtInzageVast("brief")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
        api.MapGet("/brieven/{id}/pagina", ToonPagina)
            .Geeft<Briefpagina>()
            .LegtInzageVast("brief")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
    }

    private static async Task<Uitkomst> Lijst(Zaaknummer zaaknummer, Werkeenheid<DossiersContext> eenheid, CancellationToken ct)
    {
        var nummer = zaaknummer.ToString();
        var brieven = await eenheid.Sessie.Query<Brief>().Where(b => b.Zaaknummer == nummer).OrderBy(b => b.Id).ToListAsync(ct);
        return Uitkomst.Ok(
            brieven
                .Where(b => eenheid.MagZien(b))
                .Select(b => new Briefbeeld(
                    b.Id,
                    b.Opdracht!.Soort,
                    b.Opdracht.Besluit,
                    b.Verzonden?.VerzondenOp,
                    b.Verzonden is null ? null : b.Opgesteld?.Hash,
                    WachtOp(b),
                    b is { Verzonden: not null, Opgesteld.Inhoudshash: not null },
                    b.NaarPost == true || b.Bundel is not null,
                    b.Opdracht.Ontvanger
                ))
                .ToList()
        );
    }

    private static Wachtreden? WachtOp(Brief brief) =>
        brief.Verzonden is not null ? null
        : brief.NaarPost == true || brief.Bundel is not null ? Wachtreden.Post
        : Wachtreden.Adres;

    /// <summary>Letters from before their words were kept are there as a PDF only. Who asks for it has read it.</summary>
    private static async Task<Uitkomst> ToonPagina(
        string id,
        Stroom<Brief> brieven,
        Bestandstabel bestanden,
        Postvaktabel postvak,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (
            await brieven.Lees(id, ct) is not { Verzonden: not null, Opgesteld.Inhoudshash: { } hash } brief
            || await bestanden.Lees(Bestandstabel.Pagina(id), hash, ct) is not { } pagina
        )
        {
            return Weigering.NietGevonden(id);
        }
        await postvak.Gelezen(brief, persoon, ct);
        var inhoud = JsonSerializer.Deserialize<Briefpagina>(pagina, Platform.Stromen.Json.Opties)!;
        return Uitkomst.Ok(inhoud) with { Zaak = brief.Zaaknummer };
    }

    /// <summary>Who asks for it has read it.</summary>
    private static async Task<Uitkomst> Toon(
        string id,
        Stroom<Brief> brieven,
        Bestandstabel bestanden,
        Postvaktabel postvak,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (
            await brieven.Lees(id, ct) is not { Verzonden: not null, Opgesteld.Hash: { } hash } brief
            || await bestanden.Lees(id, hash, ct) is not { } pdf
        )
        {
            return Weigering.NietGevonden(id);
        }
        await postvak.Gelezen(brief, persoon, ct);
        return Uitkomst.Ok(new Bestand(pdf, "application/pdf", $"{id}.pdf")) with { Zaak = brief.Zaaknummer };
    }
}
