using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>An applicant adds a document to their case; the body of the request is the file itself.</summary>
public static partial class Ontvangen
{
    private const int Hoogstens = 10 * 1024 * 1024;

    public sealed record Ontvangst(string Document, string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/documenten", Voer)
            .Accepts<IFormFile>("application/pdf", "image/png", "image/jpeg")
            .Hoogstens(Hoogstens)
            .Geeft<Ontvangst>(201)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak();

    /// <param name="soort">What it is, in small letters and hyphens: <c>opleidingsplan</c>.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string soort,
        HttpRequest verzoek,
        Stroom<Document> documenten,
        Werkeenheid<DossiersContext> eenheid,
        Bestandstabel bestanden,
        Moment moment,
        CancellationToken ct
    )
    {
        var inhoud = await Lees(verzoek, ct);
        if (await eenheid.Sessie.LoadAsync<Zaak>(zaaknummer, ct) is not { } zaak || !eenheid.MagZien(zaak))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var id = Guid.CreateVersion7().ToString("N");
        var hash = Bestandstabel.Hash(inhoud);
        var uitkomst = await documenten.SchrijfOfBegin(id, _ => Beslis(zaak, soort, inhoud, hash, moment.Nu), ct);
        if (uitkomst.Weigering is null)
        {
            bestanden.Bewaar(id, zaaknummer, inhoud);
        }
        return uitkomst.Met(() => new Ontvangst(id, hash)) with { Status = 201, Locatie = $"/v1/documenten/{id}" };
    }

    public static Beslissing Beslis(Zaak zaak, string soort, byte[] inhoud, string hash, Instant nu)
    {
        var fouten = new List<Fout>();
        if (!Soortvorm().IsMatch(soort))
        {
            fouten.Add(
                new Fout("soort", "Noem de soort in kleine letters en streepjes, ten hoogste 40 tekens, bijvoorbeeld opleidingsplan.")
            );
        }
        var vorm = Bestandsvorm.Van(inhoud);
        if (vorm is null)
        {
            fouten.Add(new Fout("bestand", "Dit bestand is geen PDF, PNG of JPEG. Sla het op als een van deze drie en stuur het opnieuw."));
        }
        return vorm is null || fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new DocumentOntvangen(zaak.Id, zaak.KvkNummer, soort, vorm.Mediatype, inhoud.Length, hash, nu);
    }

    // The floor has the whole body in memory; a second try after a collision reads it again from its start.
    private static async Task<byte[]> Lees(HttpRequest verzoek, CancellationToken ct)
    {
        verzoek.Body.Position = 0;
        using var inhoud = new MemoryStream();
        await verzoek.Body.CopyToAsync(inhoud, ct);
        return inhoud.ToArray();
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex Soortvorm();
}
