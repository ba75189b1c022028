using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>Turns what the framework throws into a problem in plain Dutch that names the field.</summary>
internal sealed partial class Vangnet(ILogger<Vangnet> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }
        if (exception is BadHttpRequestException onleesbaar)
        {
            await Probleem.Schrijf(httpContext, Onleesbaar(onleesbaar));
            return true;
        }
        if (Databasestoring.Is(exception) && !PaginaAanmelding.IsPagina(httpContext))
        {
            log.LogWarning(exception, "{Methode} {Pad} met no database", httpContext.Request.Method, Spoorloos.Pad(httpContext));
            httpContext.Response.Headers.RetryAfter = "5";
            await Probleem.Schrijf(httpContext, MetSleutel(httpContext) ? DatabaseWegBijWijziging : DatabaseWeg);
            return true;
        }
        log.LogError(exception, "{Methode} {Pad} failed", httpContext.Request.Method, Spoorloos.Pad(httpContext));
        // The site has its own words for a status.
        if (!PaginaAanmelding.IsPagina(httpContext))
        {
            await Probleem.Schrijf(httpContext, Probleem.Storing(null));
        }
        return true;
    }

    private static bool MetSleutel(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method)
        && http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<ZonderSleutel>() is null;

    private static Weigering DatabaseWeg =>
        new()
        {
            Code = "database-weg",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = "De gegevens zijn even niet bereikbaar. Probeer het over enkele seconden opnieuw.",
        };

    // The connection can break after the commit and before its confirmation: only the same key tells what happened.
    private static Weigering DatabaseWegBijWijziging =>
        DatabaseWeg with
        {
            Uitleg =
                "De gegevens zijn even niet bereikbaar. Het is niet zeker of uw wijziging is opgeslagen. Stuur hetzelfde bericht over enkele seconden opnieuw met dezelfde Idempotency-Key: het wordt dan één keer uitgevoerd.",
        };

    internal static Weigering Onleesbaar(BadHttpRequestException fout) =>
        fout switch
        {
            { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Eindpunten.OnbekendeInhoud,
            { InnerException: JsonException json } => VanJson(json),
            _ when Parameter().Match(fout.Message) is { Success: true } parameter => VanParameter(parameter),
            _ when ZonderParameter().Match(fout.Message) is { Success: true } parameter => Bericht(
                new Fout(parameter.Groups["naam"].Value, "Deze waarde ontbreekt in het adres. Zet haar achter het vraagteken.")
            ),
            _ => Bericht(new Fout("", "Het bericht kon niet worden gelezen. Controleer of het volledig en geldig JSON is.")),
        };

    private static Weigering VanParameter(Match parameter)
    {
        var (soort, naam, waarde) = (parameter.Groups["soort"].Value, parameter.Groups["naam"].Value, parameter.Groups["waarde"].Value);
        return Bericht(
            new Fout(
                naam,
                soort == nameof(Zaaknummer)
                    ? $"'{waarde}' is geen zaaknummer: een teken klopt niet. Neem het nummer over van uw ontvangstbevestiging (SLIM- en tien tekens)."
                    : $"'{waarde}' past niet bij '{naam}'. Controleer de waarde."
            )
        );
    }

    private static Weigering VanJson(JsonException json)
    {
        var veld = json.Path?.TrimStart('$', '.') ?? "";
        var voorvoegsel = veld.Length > 0 ? $"{veld}." : "";
        if (Ontbrekend().Match(json.Message) is { Success: true } ontbrekend)
        {
            return Bericht([
                .. Naam()
                    .Matches(ontbrekend.Groups["namen"].Value)
                    .Select(n => new Fout($"{voorvoegsel}{n.Groups["naam"].Value}", "Dit veld ontbreekt. Vul het in.")),
            ]);
        }
        if (OnbekendVeld().Match(json.Message) is { Success: true } onbekend)
        {
            var naam = onbekend.Groups["naam"].Value;
            return Bericht(
                new Fout(
                    veld.EndsWith($".{naam}", StringComparison.Ordinal) ? veld : naam,
                    "Dit veld bestaat hier niet. Haal het weg of controleer de naam."
                )
            );
        }
        if (LeegElement().Match(json.Message) is { Success: true } leeg)
        {
            return Bericht(new Fout($"{voorvoegsel}{leeg.Groups["naam"].Value}", json.Message));
        }
        if (DubbelVeld().Match(json.Message) is { Success: true } dubbel)
        {
            return Bericht(new Fout(dubbel.Groups["naam"].Value, "Dit veld staat er twee keer. Laat er één staan."));
        }
        return Bericht(
            json.Message.Length > 0 && json.InnerException is null && IsEigenUitleg(json.Message)
                ? new Fout(veld, json.Message)
                : new Fout(
                    veld,
                    "Deze waarde kon niet worden gelezen. Controleer de vorm (tekst tussen aanhalingstekens, datums als 2026-04-07)."
                )
        );
    }

    // Our converters explain themselves in Dutch; the framework's own messages are English and name C# types.
    private static bool IsEigenUitleg(string bericht) => bericht.StartsWith("Schrijf ", StringComparison.Ordinal);

    internal static Weigering Bericht(params IReadOnlyList<Fout> fouten) =>
        new()
        {
            Code = "onleesbaar",
            Status = StatusCodes.Status400BadRequest,
            Uitleg = string.Join(" ", fouten.Select(f => f.Veld.Length > 0 ? $"{f.Veld}: {f.Uitleg}" : f.Uitleg)),
            Fouten = fouten,
        };

    [GeneratedRegex("""^Failed to bind parameter "(?<soort>\S+) (?<naam>\S+)" from "(?<waarde>[^"]*)"\.""")]
    private static partial Regex Parameter();

    [GeneratedRegex("""^Required parameter "\S+ (?<naam>\S+)" was not provided""")]
    private static partial Regex ZonderParameter();

    [GeneratedRegex("missing required properties including: (?<namen>.*)")]
    private static partial Regex Ontbrekend();

    [GeneratedRegex("'(?<naam>[^']+)'")]
    private static partial Regex Naam();

    [GeneratedRegex("The JSON property '(?<naam>[^']+)' could not be mapped")]
    private static partial Regex OnbekendVeld();

    // Says it of the whole object, once that is read.
    [GeneratedRegex("^Schrijf in '(?<naam>[^']+)' geen null")]
    private static partial Regex LeegElement();

    [GeneratedRegex("^Duplicate property '(?<naam>[^']+)'")]
    private static partial Regex DubbelVeld();
}
