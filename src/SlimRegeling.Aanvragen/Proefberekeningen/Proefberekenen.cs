using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Proefberekeningen;

/// <summary>Computes before anyone applies what a plan would yield in a window, and why. Stores nothing.</summary>
public static partial class Proefberekenen
{
    public const string Subsidiabel = "subsidiabel";
    public const string NietSubsidiabel = "nietSubsidiabel";

    private const int MeestePerMinuut = 120;

    /// <summary>The window to compute in: closed ones too.</summary>
    /// <param name="Sluitdag">The reference day of de-minimis aid.</param>
    public sealed record Rekentijdvak(string Id, string Aanvragertype, LocalDate Sluitdag, string Regelversie);

    [Description("Wat een plan zou opleveren, en waarom.")]
    public sealed record Antwoord(
        [property: Voorbeeld("\"2026-04-mkb\"")] string Tijdvak,
        [property: Description("De regels waarmee is gerekend.")] [property: Voorbeeld("\"slim-2026\"")] string Regelversie,
        [property: Description("Wat niet is beoordeeld, staat niets in de weg.")]
        [property: AllowedValues(Subsidiabel, NietSubsidiabel)]
            string Uitkomst,
        [property: Description("Leeg (null) voor een samenwerkingsverband.")]
        [property: AllowedValues("klein", "middelgroot", "groot")]
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
            string? Grootteklasse,
        [property: Description("De subsidiabele kosten met de toeslag voor overige kosten, zonder vaste bedragen.")]
        [property: Voorbeeld("\"14950.00\"")]
            decimal SubsidiabeleKosten,
        [property: Description("60.00 is 60%; 0.00 als er geen percentage is.")] [property: Voorbeeld("\"60.00\"")] decimal Percentage,
        [property: Description("0.00 als het plan niet subsidiabel is.")] [property: Voorbeeld("\"8970.00\"")] decimal Subsidiebedrag,
        [property: Description("Of een maximum, een grens van sector of partij, of de de-minimisruimte het bedrag verlaagde.")]
            bool MaximumToegepast,
        [property: Description("Wat bij de verlening wordt betaald.")] [property: Voorbeeld("\"4485.00\"")] decimal Voorschot,
        [property: Description("De eisen en daarna de weigeringsgronden, elk met artikel en uitleg.")]
            IReadOnlyList<Tonen.Toetsregel> Toetsen,
        [property: Description("De berekening regel voor regel.")] IReadOnlyList<Tonen.Bedragregel> Berekening,
        [property: Description(
            "Codes van regels die nog niet door een bron zijn bevestigd en die voor deze soort aanvrager kunnen uitmaken."
        )]
            IReadOnlyList<string> Onbevestigd
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/proefberekeningen", Voer)
            .Openbaar()
            .SlaatNietsOp()
            .HoogstensPerMinuut(MeestePerMinuut)
            .Accepts<Proefverzoek>("application/json")
            .Geeft<Antwoord>()
            .WithSummary("Rekent uit wat een plan oplevert")
            .WithDescription(
                "Rekent vooraf uit wat een plan in een tijdvak zou opleveren, en legt elke uitkomst uit. Er wordt niets bewaard en de uitkomst is geen besluit."
            );

    private static async Task<Uitkomst> Voer(
        HttpRequest verzoek,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (!verzoek.HasJsonContentType())
        {
            throw new BadHttpRequestException("No JSON.", StatusCodes.Status415UnsupportedMediaType);
        }
        using var bericht = await Lees(verzoek, ct);
        var fouten = new Invoerfouten();
        var gelezen = Verzoeklezer.Lees(bericht.RootElement, fouten);
        var tijdvak = await Zoek(gelezen.Tijdvak, tijdvakken, ct);
        return Beslis(gelezen, fouten, tijdvak, await regelbron.Nu(ct), moment.Nu);
    }

    /// <param name="fouten">What is wrong with the request so far.</param>
    /// <param name="tijdvak">Null when there is no such window.</param>
    /// <param name="nu">The rules of the window's version hold as they stand now.</param>
    internal static Uitkomst Beslis(Proefverzoek verzoek, Invoerfouten fouten, Rekentijdvak? tijdvak, Regelstanden regels, Instant nu)
    {
        if (tijdvak is null && !fouten.Noemt("tijdvak"))
        {
            fouten.Onjuist("tijdvak", "Dit tijdvak bestaat niet. Kies een tijdvak uit de lijst van /v1/tijdvakken.", "artikel 2.6");
        }
        return fouten.Weigering is { } weigering ? weigering : Bereken(regels.Versie(tijdvak!.Regelversie, nu), tijdvak, verzoek);
    }

    /// <param name="verzoek">Checked field by field.</param>
    private static Uitkomst Bereken(Regelversie versie, Rekentijdvak tijdvak, Proefverzoek verzoek)
    {
        var plan = verzoek.Regelplan();
        var beoordeling = Beoordeling.Van(
            versie,
            plan,
            new Feiten
            {
                TijdvakVoor = tijdvak.Aanvragertype,
                Peildatum = tijdvak.Sluitdag,
                Steun = verzoek.Aanvrager.Steun(),
            }
        );
        var berekening = beoordeling.Berekening;
        if (Gegevenscontrole.Aandelen("aanvrager.deelnemers", plan, versie, berekening.ExternEnLoon) is { } aandelen)
        {
            return Weigering.Invoer(aandelen);
        }
        return Uitkomst.Ok(
            new Antwoord(
                tijdvak.Id,
                versie.Id,
                beoordeling.Subsidiabel ? Subsidiabel : NietSubsidiabel,
                beoordeling.Grootteklasse is { } klasse ? JsonNamingPolicy.CamelCase.ConvertName(klasse.ToString()) : null,
                berekening.SubsidiabeleKosten,
                berekening.Percentage ?? 0m,
                beoordeling.Subsidiebedrag,
                berekening.MaximumToegepast,
                beoordeling.Voorschot,
                [.. beoordeling.Toetsen.Select(t => Tonen.Toets(t, null))],
                [.. berekening.Regels.Select(Tonen.Bedrag)],
                [.. versie.OnbevestigdVoor(plan.Aanvragertype)]
            )
        );
    }

    private static async Task<JsonDocument> Lees(HttpRequest verzoek, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(verzoek.Body, cancellationToken: ct);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException(e.Message, await Plaats(verzoek, ct) ?? e);
        }
    }

    /// <summary>Of a text that is no JSON only the serializer tells at which field it stops being so.</summary>
    private static async Task<JsonException?> Plaats(HttpRequest verzoek, CancellationToken ct)
    {
        verzoek.Body.Position = 0;
        try
        {
            await JsonSerializer.DeserializeAsync<Proefverzoek>(verzoek.Body, Platform.Stromen.Json.Opties, ct);
            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }

    /// <summary>The windows of this system, and those that the scheme had before it.</summary>
    internal static async ValueTask<Rekentijdvak?> Zoek(string id, Aanvraagtijdvakken tijdvakken, CancellationToken ct)
    {
        if (!Tijdvaknaam().IsMatch(id))
        {
            return null;
        }
        if (await tijdvakken.Zoek(id, ct) is { } bekend)
        {
            return new(id, bekend.Aanvragertype, Moment.Dag(bekend.Sluit), bekend.Regelversie);
        }
        return Eerder(id);
    }

    /// <summary>A window that the scheme published, whether this system held it or not.</summary>
    internal static Rekentijdvak? Eerder(string id) =>
        Regels.Aanvraagtijdvakken.Zoek(id) is { } tijdvak ? new(id, tijdvak.Aanvragertype, tijdvak.Sluit.Date, tijdvak.Regelversie) : null;

    [GeneratedRegex("^[a-z0-9-]{1,40}\\z")]
    private static partial Regex Tijdvaknaam();
}
