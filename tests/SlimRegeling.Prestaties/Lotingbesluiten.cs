using System.Diagnostics;
using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Prestaties;

/// <summary>
/// What follows a draw, to its last letter: who is within the ceiling is assessed and awarded by two people, then the waiting list is closed by two
/// others, which refuses all who wait.
/// </summary>
internal static class Lotingbesluiten
{
    /// <param name="Verlenen">From the first assessment to the last letter of award.</param>
    /// <param name="Afwijzen">From the closing of the waiting list to the last letter of refusal.</param>
    public sealed record Gedaan(int Verleend, TimeSpan Verlenen, int Afgewezen, TimeSpan Afwijzen);

    /// <summary>The published outcome, computed again as a citizen does.</summary>
    public static async Task RekenNa(Proefhuis huis, string tijdvak, string map)
    {
        var bestand = Path.Combine(map, $"rangorde-{tijdvak}.csv");
        await File.WriteAllTextAsync(bestand, await huis.Openbaar($"v1/tijdvakken/{tijdvak}/rangorde.csv"));
        using var proces = Process.Start("/bin/bash", [Path.Combine(Wortel(), "deploy", "loting-narekenen.sh"), bestand]);
        await proces.WaitForExitAsync();
        if (proces.ExitCode != 0)
        {
            throw new InvalidOperationException($"{tijdvak}: the published draw does not compute.");
        }
    }

    public static async Task<Gedaan> Neem(Proefhuis huis, string tijdvak, Func<IReadOnlyList<string>, Func<string, Task>, Task> samen)
    {
        var plaatsen = (await huis.Vraag(HttpMethod.Get, Rol.Regelbeheerder, $"tijdvakken/{tijdvak}/rangorde", null))!
            .Value.GetProperty("plaatsen")
            .EnumerateArray()
            .ToLookup(p => p.GetProperty("binnenPlafond").GetBoolean(), p => p.GetProperty("zaaknummer").GetString()!);
        string[] binnen = [.. plaatsen[true]];
        var (verleend, afgewezen) = (await huis.Brieven("verlening"), await huis.Brieven("afwijzing"));

        var verlenen = Stopwatch.StartNew();
        await samen(binnen, zaak => Beoordeel(huis, zaak));
        await huis.Stil();
        await samen(binnen, zaak => Onderteken(huis, zaak));
        await huis.Stil();
        verlenen.Stop();

        var afwijzen = Stopwatch.StartNew();
        await SluitWachtlijst(huis, tijdvak);
        await huis.Stil();
        afwijzen.Stop();
        (verleend, afgewezen) = (await huis.Brieven("verlening") - verleend, await huis.Brieven("afwijzing") - afgewezen);
        return (verleend, afgewezen) == (binnen.Length, plaatsen[false].Count())
            ? new Gedaan((int)verleend, verlenen.Elapsed, (int)afgewezen, afwijzen.Elapsed)
            : throw new InvalidOperationException(
                $"{tijdvak}: {verleend} letters of award to {binnen.Length} and {afgewezen} of refusal to {plaatsen[false].Count()}."
            );
    }

    public static async Task Beoordeel(Proefhuis huis, string zaak)
    {
        await Doe(huis, HttpMethod.Post, Rol.Beoordelaar, $"aanvragen/{zaak}/toewijzing", new { });
        var beeld = await Doe(huis, HttpMethod.Get, Rol.Beoordelaar, $"aanvragen/{zaak}", null);
        var gronden = beeld
            .GetProperty("teOordelen")
            .EnumerateArray()
            .Select(code => new
            {
                code = code.GetString(),
                uitkomst = "voldaan",
                argument = "Blijkt uit het plan.",
            });
        await Doe(huis, HttpMethod.Post, Rol.Beoordelaar, $"aanvragen/{zaak}/beoordeling", new { gronden });
    }

    public static async Task Onderteken(Proefhuis huis, string zaak)
    {
        var beeld = await Doe(huis, HttpMethod.Get, Rol.Medeondertekenaar, $"verleningen/{zaak}", null);
        var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
        await Doe(huis, HttpMethod.Post, Rol.Medeondertekenaar, $"verleningen/{zaak}/ondertekening", new { hash });
    }

    private static async Task SluitWachtlijst(Proefhuis huis, string tijdvak)
    {
        var pad = $"tijdvakken/{tijdvak}/wachtlijstsluiting";
        await Doe(huis, HttpMethod.Post, Rol.Regelbeheerder, pad, new { reden = "De middelen zijn uitgeput." });
        var hash = (await Doe(huis, HttpMethod.Get, Rol.Regelbeheerder, pad, null)).GetProperty("hash").GetString();
        await Doe(huis, HttpMethod.Post, Rol.Regelbeheerder, $"{pad}/ondertekening", new { hash }, "regelbeheerder-2");
    }

    private static async Task<JsonElement> Doe(
        Proefhuis huis,
        HttpMethod methode,
        Rol rol,
        string pad,
        object? inhoud,
        string? wie = null
    ) => await huis.Vraag(methode, rol, pad, inhoud, wie) ?? throw new InvalidOperationException($"{methode} {pad} is refused.");

    private static string Wortel()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(map.FullName, "SlimRegeling.sln")))
        {
            map = map.Parent!;
        }
        return map.FullName;
    }
}
