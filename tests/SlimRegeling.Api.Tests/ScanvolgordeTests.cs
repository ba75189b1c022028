using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlimRegeling.Leercultuurscans.Antwoorden;

namespace SlimRegeling.Api.Tests;

/// <summary>What someone sees who has the tables and the key too: neither the order in which answers came, nor which of them leave together first.</summary>
public sealed class ScanvolgordeTests(Apihuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_order_in_which_answers_wait_is_another_each_time()
    {
        // Nine: none of them has left yet. Were they laid down by a rule, the order would be the same each time.
        var gezien = new HashSet<string>();
        for (var keer = 0; keer < 3; keer++)
        {
            var volgorde = await Volgorde("antwoordwacht", await Beantwoord(9));
            Assert.Equal(Enumerable.Range(0, 9), volgorde.Order());
            gezien.Add(string.Join(' ', volgorde));
        }
        // By chance twice the same once in 120,000 times.
        Assert.Equal(3, gezien.Count);
        Assert.DoesNotContain(string.Join(' ', Enumerable.Range(0, 9)), gezien);
        Assert.DoesNotContain(string.Join(' ', Enumerable.Range(0, 9).Reverse()), gezien);
    }

    [Fact]
    public async Task Any_five_of_ten_leave_together_and_in_any_order()
    {
        var gezien = new HashSet<string>();
        var volgordes = 0;
        for (var keer = 0; keer < 20; keer++)
        {
            var weg = await Volgorde("antwoord", await Beantwoord(10));
            Assert.Equal(5, weg.Count);
            gezien.Add(string.Join(' ', weg.Order()));
            volgordes += weg.SequenceEqual(weg.Order()) ? 1 : 0;
        }
        // Of 252 fives nearly all differ; by a rule it would be one.
        Assert.True(gezien.Count > 10, $"Only {gezien.Count} other fives in 20 scans.");
        Assert.True(volgordes < 10, $"In {volgordes} of 20 scans the five stand in the order in which they came.");
    }

    /// <returns>The scan.</returns>
    private async Task<string> Beantwoord(int aantal)
    {
        var gestart = await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/scans", """{"gevraagd":12}"""));
        var scan = gestart.Veld("scan");
        foreach (var (i, code) in gestart.Inhoud.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!).Take(aantal).Index())
        {
            // Who it is stands in the first part.
            var eerste = string.Create(CultureInfo.InvariantCulture, $"[{1 + (i % 5)},{1 + (i / 5)}]");
            var inhoud = $$"""{"code":"{{code}}","antwoorden":{"D1":{{eerste}},"D2":[3,4],"D3":[3,4],"D4":[3,4],"D5":[3,4],"D6":[3,4]} }""";
            await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", inhoud));
        }
        return scan;
    }

    /// <summary>Of each answer which it was, as they lie in the table.</summary>
    private async Task<List<int>> Volgorde(string tabel, string scan)
    {
        await using var diensten = huis.Diensten();
        var sleutel = diensten.ServiceProvider.GetRequiredService<Antwoordsleutel>();
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var opdracht = bron.CreateCommand(
            $"select inhoud from leercultuurscans.{tabel} where scan = '{scan}' order by ctid"
        );
        await using var rij = await opdracht.ExecuteReaderAsync(Ct);
        var volgorde = new List<int>();
        while (await rij.ReadAsync(Ct))
        {
            var eerste = Antwoordblad.UitVak(sleutel.Ontsleutel(scan, rij.GetFieldValue<byte[]>(0))).Antwoorden["D1"];
            volgorde.Add(eerste[0]!.Value - 1 + (5 * (eerste[1]!.Value - 1)));
        }
        return volgorde;
    }
}
