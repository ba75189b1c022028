using System.Text.Json;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Files for the central register, of which one waits at a time.</summary>
internal static class Steunopgaven
{
    public const string Pad = "/v1/steunregister/opgaven";

    /// <summary>Other tests of the house ask every door for what it gives: a file that one of them left waiting is dropped.</summary>
    public static async Task Ruim(Apihuis api)
    {
        var opgaven = (await Zaakloop.Gelukt(api.Haal(Mensen.Controleur, Pad))).Inhoud.EnumerateArray().ToList();
        foreach (var wacht in opgaven.Where(o => o.GetProperty("stand").GetString() == "gemaakt"))
        {
            await Vervalt(api, wacht.GetProperty("opgave").GetString()!);
        }
    }

    public static Task Vervalt(Apihuis api, string opgave) =>
        Zaakloop.Gelukt(
            api.Post(Mensen.Controleur, $"{Pad}/{opgave}/vervallenverklaring", """{"reden":"Het register nam het niet aan."}""")
        );

    /// <summary>The body that says that the file with this hash was delivered today.</summary>
    public static string Bevestiging(Apihuis api, string hash)
    {
        var geleverdOp = LocalDatePattern.Iso.Format(Moment.Dag(api.Klok.GetCurrentInstant()));
        return JsonSerializer.Serialize(new { geleverdOp, hash });
    }
}
