namespace SlimRegeling.Api.Tests;

/// <summary>What is drawn is known to all before it is drawn (2.10).</summary>
public sealed class LijsthashTests(Apihuis huis)
{
    private const string Zaad = """{"zaad":"z","bron":"notaris"}""";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Anyone_reads_the_hash_of_the_list_before_the_draw_and_finds_it_in_the_outcome()
    {
        var (tijdvak, _) = await _loop.Gesloten(3, "22080.00");
        var pad = $"/v1/tijdvakken/{tijdvak}";
        Assert.False((await Zaakloop.Gelukt(huis.Haal(null, pad))).Inhoud.TryGetProperty("lijsthash", out _));
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{pad}/lijst"));

        var hash = (await Zaakloop.Gelukt(huis.Haal(null, pad))).Veld("lijsthash");

        Assert.Matches("^[0-9a-f]{64}$", hash);
        (await huis.Haal(null, $"{pad}/rangorde.csv")).IsProbleem(404, "niet-gevonden");
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{pad}/loting", Zaad));
        await Zaakloop.Gelukt(huis.Post(Mensen.TweedeRegelbeheerder, $"{pad}/loting/bevestiging", Zaad));
        Assert.Equal(hash, (await Zaakloop.Gelukt(huis.Haal(null, pad))).Veld("lijsthash"));
        Assert.Contains($"# lijsthash;{hash}\n", (await huis.Haal(null, $"{pad}/rangorde.csv")).Tekst, StringComparison.Ordinal);
    }
}
