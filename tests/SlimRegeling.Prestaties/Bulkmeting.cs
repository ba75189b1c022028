using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Prestaties;

/// <summary>A request for completion to many cases as one act: how long the act takes, what others notice of it, and when all letters are sent.</summary>
internal static class Bulkmeting
{
    private const int Rondes = 3;
    private const int Buren = 20;

    public static async Task Voer(string map, int aantal)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        await using var huis = await Proefhuis.Open(postgres.Verbinding, map);
        Console.WriteLine("| round | the act (ms) | per case (ms) | slowest submission during it (ms) | all letters sent after (s) |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        for (var ronde = 1; ronde <= Rondes; ronde++)
        {
            await Meet(huis, ronde, aantal);
        }
    }

    private static async Task Meet(Proefhuis huis, int ronde, int aantal)
    {
        var zaken = await huis.MaakConcepten(aantal + Buren);
        await Parallel.ForEachAsync(zaken, async (zaak, _) => await huis.SchrijfIn(zaak));
        await Parallel.ForEachAsync(zaken.Take(aantal), async (zaak, _) => await huis.DienIn(zaak));
        await huis.Stil();
        var verzoek = JsonSerializer.Serialize(
            new { zaken = zaken.Take(aantal).Select(z => new { zaaknummer = z.Zaaknummer, ontbreekt = (string[])["mkb-verklaring"] }) }
        );

        var klok = Stopwatch.StartNew();
        var daad = huis.Schrijf("v1/aanvullingsverzoeken", huis.Token("beoordelaar", Rol.Beoordelaar, null), verzoek);
        var traagste = TimeSpan.Zero;
        foreach (var buur in zaken.Skip(aantal).TakeWhile(_ => !daad.IsCompleted))
        {
            var voor = klok.Elapsed;
            await huis.DienIn(buur);
            traagste = TimeSpan.FromTicks(Math.Max(traagste.Ticks, (klok.Elapsed - voor).Ticks));
        }
        var antwoord = await daad;
        var duur = klok.Elapsed;
        await huis.Stil();
        var brieven = klok.Elapsed;

        if (
            antwoord.EnumerateArray().Count(r => r.GetProperty("gelukt").GetBoolean()) != aantal
            || await huis.Brieven("aanvulling") != ronde * aantal
        )
        {
            throw new InvalidOperationException("Not every case was asked, or not every letter sent.");
        }
        Console.WriteLine(
            FormattableString.Invariant(
                $"| {ronde} | {duur.TotalMilliseconds:0} | {duur.TotalMilliseconds / aantal:0.00} | {traagste.TotalMilliseconds:0} | {brieven.TotalSeconds:0.0} |"
            )
        );
    }
}
