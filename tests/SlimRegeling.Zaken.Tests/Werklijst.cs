using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Zaken.Tests;

/// <summary>The list of work as who assesses reads it.</summary>
internal sealed class Werklijst(Zakenhuis huis)
{
    /// <summary>A window that closed so many days ago, and was heard of.</summary>
    public async Task<Werkvenster> Venster(int gesloten)
    {
        var venster = new Werkvenster(huis, gesloten);
        await huis.Hoor(Guid.NewGuid(), venster.Bericht);
        return venster;
    }

    /// <summary>These are heard, in this order, and the list has them.</summary>
    public async Task Hoor(params object[] berichten)
    {
        foreach (var bericht in berichten)
        {
            await huis.Hoor(Guid.CreateVersion7(), bericht);
        }
        await huis.Bijgewerkt();
    }

    public Task<(int Status, JsonElement Inhoud)> Vraag(string vraag) => huis.Haal(Zakenhuis.Bea, $"/v1/werk?{vraag}");

    public async Task<IReadOnlyList<JsonElement>> Regels(string vraag) =>
        [.. (await Vraag(vraag)).Inhoud.GetProperty("zaken").EnumerateArray()];

    public async Task<IReadOnlyList<string>> Nummers(string vraag) => Nummers((await Vraag(vraag)).Inhoud);

    public static IReadOnlyList<string> Nummers(JsonElement lijst) =>
        [.. lijst.GetProperty("zaken").EnumerateArray().Select(z => z.GetProperty("zaaknummer").GetString()!)];

    public static string? Uiterlijk(JsonElement regel) => Tekst(regel.GetProperty("termijn"), "uiterlijk");

    public static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    /// <summary>Null when it is absent, or no text.</summary>
    public static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
