using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Dossiers.Keuring;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Dossiers.Scannen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>An applicant adds a document to their draft or case; the body of the request is the file itself.</summary>
public static partial class Ontvangen
{
    /// <param name="Stand"><c>in-onderzoek</c> until the virus scanner has seen it; nobody can read it before.</param>
    public sealed record Ontvangst(string Document, string Hash, Documentstand Stand);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/documenten", Voer)
            // A browser says what it thinks of the name: whatever that is, the content decides.
            .Accepts<IFormFile>(Bestandsvorm.Alle[0].Mediatype, [.. Bestandsvorm.Alle.Skip(1).Select(v => v.Mediatype), "*/*"])
            .HoogstensBestand(Bestandsvorm.GrootsteMb * 1024L * 1024)
            .Geeft<Ontvangst>(201)
            .WithDescription(
                "Het lichaam is het bestand zelf. De soort volgt uit de inhoud; de naam staat in Content-Disposition en is alleen een etiket."
            )
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <param name="soort">What it is, in small letters and hyphens: <c>opleidingsplan</c>.</param>
    /// <param name="naam">The name of the file as the sender has it (RFC 6266); only a label.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string soort,
        [FromHeader(Name = "Content-Disposition")] string? naam,
        HttpRequest verzoek,
        Stroom<Document> documenten,
        Werkeenheid<DossiersContext> eenheid,
        Zaakwijzer wijzer,
        Bestandsopslag opslag,
        Documentgrenzen grenzen,
        Virusscanner scanner,
        Moment moment,
        CancellationToken ct
    )
    {
        var (zaak, onbekend) = await wijzer.Zoek(zaaknummer, ct);
        if (zaak is null)
        {
            return onbekend!;
        }
        var gekeurd = await Bestandskeuring.Keur(verzoek.Body, ct);
        if (Weeg(soort, gekeurd) is { } weigering)
        {
            return weigering;
        }
        if (grenzen.Weeg(await Documentruimte.Neem(eenheid.Sessie, zaak.Id, ct), gekeurd.Bytes) is { } vol)
        {
            return vol;
        }
        if (await eenheid.Sessie.LoadAsync<Zaak>(zaaknummer, ct) is not { } bekend)
        {
            eenheid.Sessie.Insert(zaak);
        }
        else
        {
            // It may have been submitted meanwhile.
            zaak = bekend;
        }
        var id = Guid.CreateVersion7().ToString("N");
        var plaats = await opslag.Bewaar(zaak.Id, verzoek.Body, ct);
        var label = Bestandslabel.Lees(naam) is { } genoemd ? documenten.Bewaar(zaak.Id, genoemd) : null;
        var beslissing = Beslis(zaak, soort, gekeurd, plaats, label, scanner.Ingesteld, moment.Nu);
        var uitkomst = await documenten.SchrijfOfBegin(id, _ => beslissing, ct);
        var stand = scanner.Ingesteld ? Documentstand.InOnderzoek : Documentstand.Beschikbaar;
        return uitkomst.Met(() => new Ontvangst(id, gekeurd.Hash, stand)) with { Status = 201, Locatie = $"/v1/documenten/{id}" };
    }

    /// <summary>Why this is not received, if it is not.</summary>
    public static Weigering? Weeg(string soort, Gekeurd gekeurd)
    {
        var soortfout = Soortvorm().IsMatch(soort)
            ? null
            : new Fout("soort", "Noem de soort in kleine letters en streepjes, ten hoogste 40 tekens, bijvoorbeeld opleidingsplan.");
        var bestandsfout = gekeurd.Afkeuring is { } afkeuring ? new Fout("bestand", afkeuring.Uitleg) : null;
        return (soortfout, bestandsfout) switch
        {
            (null, null) => null,
            (null, not null) => Weigering.Invoer(bestandsfout) with { Code = gekeurd.Afkeuring!.Code, Uitleg = gekeurd.Afkeuring.Uitleg },
            _ => Weigering.Invoer([.. new[] { soortfout, bestandsfout }.OfType<Fout>()]),
        };
    }

    /// <summary>Without a scanner, which is only outside production, our own examination is all there is.</summary>
    public static Beslissing Beslis(
        Zaak zaak,
        string soort,
        Gekeurd gekeurd,
        string plaats,
        Verwijzing? naam,
        bool wordtGescand,
        Instant nu
    )
    {
        var ontvangen = new DocumentOntvangen(
            zaak.Id,
            zaak.KvkNummer,
            soort,
            gekeurd.Vorm!.Mediatype,
            (int)gekeurd.Bytes,
            gekeurd.Hash,
            nu,
            plaats,
            naam,
            zaak.Concept
        );
        return wordtGescand
            ? ontvangen
            : Beslissing.Van(ontvangen, new DocumentGescand(zaak.Id, zaak.KvkNummer, soort, gekeurd.Hash, null, nu, nu, zaak.Concept));
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex Soortvorm();
}
