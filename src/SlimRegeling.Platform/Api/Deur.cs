using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>
/// The door of every endpoint under <c>/v1</c>: notes who calls and for whom, keeps a case closed to who has an interest of their own in it, runs
/// the use case, commits its unit of work or logs the view of a case, and answers.
/// A mutation takes an <c>Idempotency-Key</c>; the second same call gets the first answer. When two calls meet, the later one decides again
/// on the new state, unless the caller said which version they saw.
/// </summary>
/// <param name="vanWie">The context in which this call writes.</param>
internal sealed class Deur(Func<HttpContext, Contextopslag> vanWie, Persoonlezer lezer) : IEndpointFilter
{
    private const int Pogingen = 5;
    private const int LangsteSleutel = 100;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var eenheden = http.RequestServices.GetRequiredService<Werkeenheden>();
        var metadata = http.GetEndpoint()!.Metadata;
        Vul(eenheden.Aanroep, http, metadata.GetMetadata<Toegang>());
        Activity.Current?.SetTag("slim.zaak", http.Request.RouteValues["zaaknummer"]);

        if (Stuurteken(http) is { } weigering)
        {
            return new Antwoord(weigering);
        }
        var persoon = lezer.Lees(http);
        if (await Belang.Weeg(http, persoon, Belang.Genoemd(http)) is { } gesloten)
        {
            return new Antwoord(gesloten);
        }
        if (HttpMethods.IsGet(http.Request.Method) || metadata.GetMetadata<ZonderSleutel>() is not null)
        {
            var gelezen = await next(context) as Uitkomst ?? throw new InvalidOperationException("An endpoint answers with Uitkomst.");
            // What has a number of its own, and a list, tell only now of which cases they are.
            if (await Belang.Weeg(http, persoon, gelezen.VanZaken) is { } dicht)
            {
                return new Antwoord(dicht);
            }
            var binnen = eenheden.Aanroep.Binnen;
            if (metadata.GetMetadata<Inzage>() is { } inzage && inzage.Van(http, persoon, gelezen, binnen) is { Count: > 0 } inzagen)
            {
                await Vastgelegd.Schrijf(inzagen, inzage.EenSinds(binnen), vanWie(http), http.RequestAborted);
            }
            return new Antwoord(gelezen);
        }

        var kopregels = http.Request.Headers;
        var sleutel = kopregels["Idempotency-Key"].ToString();
        if (sleutel.Length is 0 or > LangsteSleutel)
        {
            return new Antwoord(SleutelOntbreekt);
        }
        if (kopregels.IfMatch.Count > 0)
        {
            if (!long.TryParse(kopregels.IfMatch.ToString().Trim('"'), out var versie))
            {
                return new Antwoord(
                    Weigering.Invoer(new Fout("If-Match", "Geef de ETag terug die u bij het lezen kreeg, bijvoorbeeld \"3\"."))
                );
            }
            eenheden.Aanroep.GezienVersie = versie;
        }
        return new Antwoord(await Muteer(context, next, eenheden, persoon, sleutel));
    }

    private async Task<Uitkomst> Muteer(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        Werkeenheden eenheden,
        Persoon? persoon,
        string sleutel
    )
    {
        var http = context.HttpContext;
        var opslag = vanWie(http);
        var wie = $"{eenheden.Aanroep.Wie}/{eenheden.Aanroep.Namens}";
        var vingerafdruk = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {http.Features.Get<Lichaam>()?.Hash}";
        var gezamenlijk = http.GetEndpoint()!.Metadata.GetMetadata<DeeltVastlegging>() is not null;
        for (var poging = 1; ; poging++)
        {
            eenheden.Aanroep.Poging = poging;
            try
            {
                var uitkomst = (Uitkomst)(await next(context))!;
                // Nothing was committed yet of what turns out to be of a case that is closed.
                if (await Belang.Weeg(http, persoon, uitkomst.VanZaken) is { } dicht)
                {
                    return dicht;
                }
                if (uitkomst.Weigering is not null)
                {
                    return await EerderAntwoord(opslag, wie, sleutel, vingerafdruk, http.RequestAborted) ?? uitkomst;
                }
                var eenheid = eenheden.Van(opslag);
                eenheid.EersteAntwoord = new Idempotentie(
                    wie,
                    sleutel,
                    vingerafdruk,
                    uitkomst.Status,
                    JsonSerializer.Serialize(uitkomst.Herhaling ?? uitkomst.Inhoud, Json.Opties),
                    uitkomst.Versie?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    uitkomst.Locatie
                );
                await (gezamenlijk ? eenheid.CommitGezamenlijk() : eenheid.Commit(http.RequestAborted));
                return uitkomst;
            }
            catch (Exception e) when (Botsing.Herken(e) is { } botsing)
            {
                if (await EerderAntwoord(opslag, wie, sleutel, vingerafdruk, http.RequestAborted) is { } eerder)
                {
                    return eerder;
                }
                if (poging == Pogingen || botsing == Botsing.Soort.Blijvend)
                {
                    throw;
                }
                await eenheden.Opnieuw();
            }
        }
    }

    private static async Task<Uitkomst?> EerderAntwoord(
        Contextopslag opslag,
        string wie,
        string sleutel,
        string vingerafdruk,
        CancellationToken ct
    )
    {
        if (await Idempotentie.Zoek(opslag.Bron, opslag.Context.Naam, wie, sleutel, ct) is not { } eerder)
        {
            return null;
        }
        if (eerder.Vingerafdruk != vingerafdruk)
        {
            return AnderBericht;
        }
        return new Uitkomst
        {
            Status = eerder.Status,
            Inhoud = JsonSerializer.Deserialize<JsonElement>(eerder.Antwoord),
            Versie = eerder.Etag is null ? null : long.Parse(eerder.Etag, System.Globalization.CultureInfo.InvariantCulture),
            Locatie = eerder.Locatie,
        };
    }

    // Bodies are read by converters that look for these; addresses are not, and a database takes no NUL.
    private static Weigering? Stuurteken(HttpContext http)
    {
        var waarden = http
            .Request.RouteValues.Select(w => (w.Key, Waarde: w.Value as string))
            .Concat(http.Request.Query.SelectMany(w => w.Value, (w, waarde) => (w.Key, Waarde: waarde)));
        var fout = waarden.FirstOrDefault(w => w.Waarde?.Any(char.IsControl) == true);
        return fout.Key is { } naam
            ? Vangnet.Bericht(new Fout(naam, "Er staat een onzichtbaar stuurteken in dit deel van het adres. Haal het weg."))
            : null;
    }

    private void Vul(Aanroep aanroep, HttpContext http, Toegang? toegang)
    {
        if (lezer.Lees(http) is not { } persoon)
        {
            aanroep.Wie = "openbaar";
            return;
        }
        aanroep.Wie = persoon.Onderwerp;
        aanroep.Namens = persoon.KvkNummer;
        aanroep.Gemachtigde = persoon.Intermediair;
        aanroep.AlleenVan = toegang?.AlleenVan(persoon);
        aanroep.ZonderConcepten = persoon.Omvang?.Contains(Machtigingsomvang.Aanvragen) == false;
    }

    private static Weigering SleutelOntbreekt =>
        new()
        {
            Code = "sleutel-ontbreekt",
            Status = StatusCodes.Status400BadRequest,
            Uitleg =
                "Stuur bij elke wijziging de kopregel Idempotency-Key mee, met een nieuwe waarde (bijvoorbeeld een UUID) van ten hoogste 100 tekens. Bij een herhaling stuurt u dezelfde waarde.",
        };

    private static Weigering AnderBericht =>
        new()
        {
            Code = "sleutel-hergebruikt",
            Status = StatusCodes.Status422UnprocessableEntity,
            Uitleg = "Deze Idempotency-Key is al gebruikt voor een ander bericht. Gebruik een nieuwe waarde voor een nieuwe wijziging.",
        };
}

/// <summary>Marks a POST that stores nothing, such as a computation: it takes no Idempotency-Key.</summary>
public sealed record ZonderSleutel;

/// <summary>Marks an endpoint whose calls share a commit when they come together.</summary>
public sealed record DeeltVastlegging;
