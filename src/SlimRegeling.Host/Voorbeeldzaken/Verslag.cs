using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>Where in which case file.</summary>
internal sealed record Plaats(string Zaak, string Stap, string Naam);

internal sealed record Verschil(Plaats Plaats, string Wat, string Verwacht, string Gevonden);

/// <summary>What example play tells: a line for each step, a table for each case, the files that are left, and the differences.</summary>
internal sealed class Verslag(TextWriter uit, string map)
{
    /// <summary>JSON for people: no escapes where none are needed.</summary>
    public static readonly JsonSerializerOptions Leesbaar = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Kolommen = ["moment", "stap", "wie", "regel", "artikel", "bedrag"];
    private static readonly string[] Velden = ["titel", "wie", "stap", "artikel", "bedrag"];

    private readonly List<Verschil> _verschillen = [];
    private int _bestanden;

    public IReadOnlyList<Verschil> Verschillen => _verschillen;

    public void Verschil(Plaats plaats, string wat, string verwacht, string gevonden) =>
        _verschillen.Add(new Verschil(plaats, wat, verwacht, gevonden));

    public void Stap(LocalDateTime moment, string zaak, Stap stap, int keren, int verschillen)
    {
        var hoe = verschillen > 0 ? $"{verschillen} verschil{(verschillen == 1 ? "" : "len")}" : "goed";
        var wie = keren > 1 ? $"{keren} keer" : stap.Wie ?? "zonder aanmelding";
        uit.WriteLine($"{Tijd(moment)}  {zaak}  {stap.Naam, -34} {wie, -26} {hoe}");
    }

    /// <summary>Leaves an answer as a file, in a folder for each case; a list of records whose name ends in <c>.csv</c> as a sheet.</summary>
    public async Task Leg(string zaak, string naam, Loketantwoord antwoord, CancellationToken ct)
    {
        var doel = Path.Combine(map, zaak, Path.GetFileName(naam));
        Directory.CreateDirectory(Path.GetDirectoryName(doel)!);
        _bestanden++;
        if (doel.EndsWith(".csv", StringComparison.Ordinal) && antwoord.Json is JsonArray regels)
        {
            await File.WriteAllTextAsync(doel, Blad.Csv(regels), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), ct);
        }
        else
        {
            await File.WriteAllBytesAsync(doel, antwoord.Inhoud, ct);
        }
    }

    public void Tabel(string zaak, string titel, Loketantwoord antwoord)
    {
        uit.WriteLine();
        uit.WriteLine(
            $"{zaak}: {titel} ({antwoord.Json?["zaaknummer"]}, {antwoord.Json?["status"]}, regelversie {antwoord.Json?["regelversie"]})"
        );
        if (antwoord.Json?["stappen"] is not JsonArray stappen)
        {
            Verschil(new Plaats(zaak, "overzicht", "overzicht"), "de stappen van de zaak", "een lijst", antwoord.Uitleg);
            return;
        }
        List<string[]> rijen = [Kolommen, .. stappen.Select(s => Rij(s!))];
        var breedten = Kolommen.Select((_, i) => rijen.Max(r => r[i].Length)).ToArray();
        foreach (var rij in rijen)
        {
            uit.WriteLine(
                string.Join("  ", rij.Select((cel, i) => i == Kolommen.Length - 1 ? cel.PadLeft(breedten[i]) : cel.PadRight(breedten[i])))
                    .TrimEnd()
            );
        }
    }

    /// <summary>The differences and, as the last line of all, the count.</summary>
    public void Sluit(int zaken)
    {
        uit.WriteLine();
        foreach (var (plaats, wat, verwacht, gevonden) in _verschillen)
        {
            uit.WriteLine($"VERSCHIL {plaats.Zaak}, {plaats.Stap} ({plaats.Naam}): {wat}: verwacht {verwacht}, gevonden {gevonden}");
        }
        if (_bestanden > 0)
        {
            uit.WriteLine($"Brieven, betaalbestanden en grootboek staan in {map}");
        }
        uit.WriteLine($"voorbeeldzaken: {zaken} zaken afgehandeld, {_verschillen.Count} verschillen");
    }

    private static string[] Rij(JsonNode stap) =>
        [Wandklok(stap["moment"]?.ToString()), .. Velden.Select(veld => stap[veld]?.ToString() ?? "")];

    private static string Wandklok(string? moment) =>
        moment is not null && NodaTime.Text.InstantPattern.ExtendedIso.Parse(moment) is { Success: true } gelezen
            ? Tijd(gelezen.Value.InZone(Platform.Tijd.Moment.Amsterdam).LocalDateTime)
            : moment ?? "";

    private static string Tijd(LocalDateTime moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
