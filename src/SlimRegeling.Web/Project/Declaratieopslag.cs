using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Project;

/// <summary>
/// The draft of a declaration: one place of it is changed at a time, on the draft as it is then, so that who works on two devices loses nothing
/// of the other lines.
/// </summary>
public sealed class Declaratieopslag(VaststellingApi api)
{
    private const int Pogingen = 6;

    public async Task<JsonObject> Lees(string zaaknummer, CancellationToken ct) => (await Haal(zaaknummer, ct)).Declaratie;

    /// <summary>Zero while there is none.</summary>
    public async Task<long> Versie(string zaaknummer, CancellationToken ct) => (await Haal(zaaknummer, ct)).Versie;

    /// <param name="wijzig">Changes it; what it returns is the answer, and then nothing is written. It may be called more than once.</param>
    public async Task<JsonAntwoord> Wijzig(string zaaknummer, Func<JsonObject, JsonAntwoord?> wijzig, CancellationToken ct)
    {
        for (var poging = 1; ; poging++)
        {
            var (declaratie, versie) = await Haal(zaaknummer, ct);
            if (wijzig(declaratie) is { } antwoord)
            {
                return antwoord;
            }
            var bewaard = await api.Vraag(HttpMethod.Put, Pad(zaaknummer), declaratie, Guid.NewGuid().ToString(), versie, ct);
            if (bewaard.Status != StatusCodes.Status412PreconditionFailed || poging == Pogingen)
            {
                return bewaard;
            }
        }
    }

    /// <summary>The lines of a draft, each an object with an id.</summary>
    public static JsonArray Regels(JsonObject declaratie)
    {
        if (declaratie["regels"] is not JsonArray)
        {
            declaratie["regels"] = new JsonArray();
        }
        return declaratie["regels"]!.AsArray();
    }

    public static JsonObject? Zoek(JsonObject declaratie, string id) =>
        Regels(declaratie).OfType<JsonObject>().FirstOrDefault(r => (string?)r["id"] == id);

    /// <summary>Puts a line in the place of the one with its id, or behind all others.</summary>
    public static void Zet(JsonObject declaratie, JsonObject regel)
    {
        var regels = Regels(declaratie);
        if (Zoek(declaratie, (string)regel["id"]!) is { } oud)
        {
            regels[regels.IndexOf(oud)] = regel;
        }
        else
        {
            regels.Add(regel);
        }
    }

    /// <summary>What a line comes to, in euro; null of a fixed amount, which the rules know.</summary>
    public static decimal? Bedrag(JsonObject regel) =>
        (string?)regel["soort"] switch
        {
            Kostensoorten.Uren => UrenMaalTarief(regel),
            Kostensoorten.Factuur => Getal(regel["bedrag"]) ?? UrenMaalTarief(regel),
            _ => null,
        };

    private static decimal? UrenMaalTarief(JsonObject regel) =>
        Getal(regel["uren"]) is { } uren && Getal(regel["uurtarief"]) is { } tarief
            ? decimal.Round(uren * tarief, 2, MidpointRounding.AwayFromZero)
            : null;

    private static decimal? Getal(JsonNode? waarde) =>
        decimal.TryParse(waarde?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) ? getal : null;

    private async Task<(JsonObject Declaratie, long Versie)> Haal(string zaaknummer, CancellationToken ct)
    {
        var (inhoud, versie) = await api.Lees<JsonObject>(Pad(zaaknummer), ct);
        return (inhoud, versie ?? 0);
    }

    private static string Pad(string zaaknummer) => $"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie/concept";
}
