using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>
/// RFC 9457 in plain Dutch. Beside the five members of the standard it carries <c>fouten</c> (field, explanation, article),
/// <c>artikel</c> and <c>eerdere</c> (the earlier case that stands in the way, and where it can be withdrawn, if it can).
/// </summary>
public sealed record Probleem(string Type, string Title, int Status, string Detail, string? Instance)
{
    public const string Mediatype = "application/problem+json";

    private const string Soort = "urn:slimregeling:probleem:";

    public string? Artikel { get; init; }

    public IReadOnlyList<Fout>? Fouten { get; init; }

    public Eerdere? Eerdere { get; init; }

    public static Probleem Van(Weigering weigering, string? instance) =>
        new($"{Soort}{weigering.Code}", Titel(weigering.Status), weigering.Status, weigering.Uitleg, instance)
        {
            Artikel = weigering.Artikel,
            Fouten = weigering.Fouten.Count > 0 ? weigering.Fouten : null,
            Eerdere = weigering.Eerdere,
        };

    /// <summary>What another context refused, to be told on as it said it.</summary>
    public Weigering AlsWeigering() =>
        new()
        {
            Code = Type[Soort.Length..],
            Uitleg = Detail,
            Status = Status,
            Artikel = Artikel,
            Fouten = Fouten ?? [],
            Eerdere = Eerdere,
        };

    public static Task Schrijf(HttpContext http, Weigering weigering)
    {
        http.Response.StatusCode = weigering.Status;
        http.Features.Set(weigering);
        return http.Response.WriteAsJsonAsync(Van(weigering, http.Request.Path), Json.Opties, Mediatype, http.RequestAborted);
    }

    public static Weigering Storing(string? spoor) =>
        new()
        {
            Code = "storing",
            Status = StatusCodes.Status500InternalServerError,
            Uitleg =
                $"Er ging bij ons iets mis. Er is niets opgeslagen. Probeer het over enkele minuten opnieuw; blijft het misgaan, noem dan kenmerk {spoor ?? Activity.Current?.TraceId.ToHexString()}.",
        };

    private static string Titel(int status) =>
        status switch
        {
            400 => "Onleesbaar bericht",
            401 => "Niet aangemeld",
            403 => "Niet toegestaan",
            404 => "Niet gevonden",
            409 => "Nu niet mogelijk",
            412 => "Intussen gewijzigd",
            413 => "Te groot",
            415 => "Onbekende soort inhoud",
            422 => "Onjuiste gegevens",
            428 => "Kopregel ontbreekt",
            429 => "Te veel verzoeken",
            >= 500 => "Storing",
            _ => "Niet verwerkt",
        };
}
