using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Api.Tests;

/// <summary>What was awarded counts for the next application as the latest decision made it, in whatever order decisions are heard.</summary>
public sealed class SteunVolgordeTests(Apihuis huis)
{
    private static readonly Instant Op = Instant.FromUtc(2026, 6, 22, 8, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public async Task The_highest_award_counts_with_the_parts_of_that(int eerste, int tweede, int derde)
    {
        var (alleen, hoofd, partij) = (huis.Ondernemer().KvkNummer, huis.Ondernemer().KvkNummer, huis.Ondernemer().KvkNummer);
        string[] zaken = [Zaaknummer.Trek(), Zaaknummer.Trek()];
        foreach (var welke in (int[])[eerste, tweede, derde])
        {
            await Hoor(zaken[0], alleen, welke, null);
            await Hoor(
                zaken[1],
                hoofd,
                welke,
                new Dictionary<string, decimal> { [hoofd] = 5_000m + 1_000m * welke, [partij] = 3_000m + 1_000m * welke }
            );
        }

        await using var diensten = huis.Diensten();
        var bron = diensten.ServiceProvider.GetRequiredService<Contextregister>().Van(typeof(AanvragenContext)).Bron;
        var subsidies = await Subsidies.Van(bron, [alleen, hoofd, partij], Ct);
        Assert.Equal((12_000m, true), subsidies[alleen].Select(s => (s.Bedrag, s.MetKosten)).Single());
        Assert.Equal((7_000m, true), subsidies[hoofd].Select(s => (s.Bedrag, s.MetKosten)).Single());
        Assert.Equal((5_000m, true), subsidies[partij].Select(s => (s.Bedrag, s.MetKosten)).Single());
    }

    /// <param name="welke">The award of 8,000.00, that which made 10,000.00 of it, or that which made 12,000.00 of it, with costs of A.</param>
    private async Task Hoor(string zaak, string kvk, int welke, IReadOnlyDictionary<string, decimal>? partijen)
    {
        await using var diensten = huis.Diensten();
        var sessie = diensten.ServiceProvider.GetRequiredService<Werkeenheid<AanvragenContext>>().Sessie;
        if (welke == 0)
        {
            Subsidies.Verleend(sessie, Verleend(zaak, kvk, partijen));
        }
        else
        {
            Subsidies.Gewijzigd(sessie, Gewijzigd(zaak, kvk, welke, partijen));
        }
        await sessie.SaveChangesAsync(Ct);
    }

    private static SubsidieVerleendBericht Verleend(string zaak, string kvk, IReadOnlyDictionary<string, decimal>? partijen) =>
        new(
            zaak,
            "2026-04-mkb",
            kvk,
            "slim-2026",
            $"{zaak}-V1",
            new LocalDate(2026, 6, 22),
            16_000m,
            8_000m,
            4_000m,
            new LocalDate(2026, 6, 23),
            new LocalDate(2027, 6, 22),
            "ambtshalve",
            ["B"],
            ["bo", "mo"],
            Op,
            Partijen: partijen
        );

    private static VerleningGewijzigdBericht Gewijzigd(
        string zaak,
        string kvk,
        int welke,
        IReadOnlyDictionary<string, decimal>? partijen
    ) =>
        new(
            zaak,
            "2026-04-mkb",
            kvk,
            "slim-2026",
            $"{zaak}-H{welke}",
            $"{zaak}-H{welke}",
            $"{zaak}-V1",
            new LocalDate(2026, 10, 5),
            20_000m,
            8_000m + 2_000m * welke,
            6_000m + 2_000m * welke,
            4_000m,
            welke == 2 ? ["A", "B"] : ["B"],
            ["bo", "mo"],
            Op + Duration.FromDays(welke),
            Partijen: partijen,
            Herstel: true
        );
}
