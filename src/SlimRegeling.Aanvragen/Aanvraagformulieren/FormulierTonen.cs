using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>For everyone: the form of a window as JSON Schema, from which a page or an adviser's software shows it.</summary>
public static class FormulierTonen
{
    public const string Mediatype = "application/schema+json";

    private static readonly Duration Houdbaar = Duration.FromMinutes(5);

    private static readonly JsonSerializerOptions Schrift = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A window that is asked for often is written once; a state of the rules that changed has another hash.
    private static readonly ConcurrentDictionary<(string Tijdvak, string Type, string Hash), Naslag> Geschreven = new();

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/tijdvakken/{id}/aanvraagformulier", Voer)
            .Openbaar()
            .Produces<object>(200, Mediatype)
            .Produces(StatusCodes.Status304NotModified)
            .WithSummary("Het aanvraagformulier van een tijdvak")
            .WithDescription(
                "Een JSON Schema (2020-12) van het formulier dat PUT /aanvragen/{zaaknummer}/concept aanneemt en dat kan worden ingediend, met titels, uitleg, grenzen en artikelen. Zonder 'type' dat van de soort aanvrager van het tijdvak."
            );

    private static async Task<Uitkomst> Voer(
        string id,
        string? type,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    ) => Beslis(id, type, await Proefberekenen.Zoek(id, tijdvakken, ct), await regelbron.Nu(ct), moment.Nu);

    /// <param name="tijdvak">Null when there is no such window.</param>
    internal static Uitkomst Beslis(string id, string? type, Proefberekenen.Rekentijdvak? tijdvak, Regelstanden regels, Instant nu)
    {
        if (tijdvak is null)
        {
            return new Weigering
            {
                Code = "niet-gevonden",
                Status = StatusCodes.Status404NotFound,
                Uitleg = $"Tijdvak '{id}' bestaat niet. Kies een tijdvak uit de lijst van /v1/tijdvakken.",
                Artikel = "artikel 2.6",
            };
        }
        var versie = regels.Versie(tijdvak.Regelversie, nu);
        if (type is not null && type != tijdvak.Aanvragertype)
        {
            return Weigering.Invoer(
                new Fout(
                    "type",
                    Aanvragertype.Alle.Contains(type)
                        ? $"Tijdvak {tijdvak.Id} is voor een {tijdvak.Aanvragertype}. Kies die soort, of een ander tijdvak."
                        : $"Deze soort aanvrager bestaat niet. {Gegevenscontrole.Kies(Aanvragertype.Alle)}",
                    $"artikel {versie.Eis(Eiscode.Aanvragertype).Artikel}"
                )
            );
        }
        return Uitkomst.Ok(
            Geschreven.GetOrAdd(
                (tijdvak.Id, tijdvak.Aanvragertype, versie.Hash),
                static (sleutel, versie) =>
                    new Naslag(
                        JsonSerializer.SerializeToUtf8Bytes(Schemaschrijver.Schrijf(sleutel.Tijdvak, sleutel.Type, versie), Schrift),
                        Mediatype,
                        Houdbaar
                    ),
                versie
            )
        );
    }
}
