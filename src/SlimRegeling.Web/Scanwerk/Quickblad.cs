using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>
/// What someone filled in of a QuickScan. It stands in the address of the picture: so the address is all there is to keep, and nothing is stored here.
/// </summary>
public sealed class Quickblad(IReadOnlyList<Vragendeel> delen, Func<string, string?> gekozen)
{
    public const string Rol = "rol";
    public const string Fase = "fase";
    public const string Grootte = "grootte";
    public const string Sector = "sector";

    private static readonly string[] Verplicht = [Rol, Fase];

    public static Quickblad Uit(Quicklijst lijst, IQueryCollection adres) =>
        new(Vragendeel.Van(lijst.Instrument), veld => adres[veld].ToString() is { Length: > 0 } gegeven ? gegeven : null);

    public IReadOnlyList<Vragendeel> Delen => delen;

    public string? this[string veld] => gekozen(veld);

    /// <summary>The fields that need an answer and have none: questions first.</summary>
    public IReadOnlyList<string> Open =>
        [.. delen.SelectMany(d => Vraagveld.Open(d, gekozen)), .. Verplicht.Where(veld => gekozen(veld) is null)];

    /// <summary>As the API takes it; only of what has nothing <see cref="Open"/>.</summary>
    public JsonObject Invulling()
    {
        var antwoorden = new JsonObject();
        foreach (var deel in delen)
        {
            antwoorden[deel.Code] = Vraagveld.Antwoorden(deel, gekozen);
        }
        var invulling = new JsonObject { ["antwoorden"] = antwoorden };
        foreach (var veld in (string[])[Rol, Fase, Grootte, Sector])
        {
            if (gekozen(veld) is { } waarde)
            {
                invulling[veld] = waarde;
            }
        }
        return invulling;
    }

    /// <summary>All that was filled in, as an address has it.</summary>
    public string Vraag =>
        string.Join(
            '&',
            delen
                .SelectMany(d => d.Vragen.Select((_, i) => Vraagveld.Naam(d, i)))
                .Concat([Rol, Fase, Grootte, Sector])
                .Where(veld => gekozen(veld) is not null)
                .Select(veld => $"{veld}={Uri.EscapeDataString(gekozen(veld)!)}")
        );
}
