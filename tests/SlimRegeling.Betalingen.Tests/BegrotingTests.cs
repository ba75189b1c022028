using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What is promised and paid fits under the ceiling of its window and in the budget of its year, or the reconciliation says that not.</summary>
public sealed class BegrotingTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Plafond = "wat in een tijdvak is toegezegd en vastgesteld, past onder zijn plafond";
    private const string Begroting = "wat in een jaar is toegezegd en betaald, past in zijn begroting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Alleen_wat_boven_een_bekende_begroting_komt_is_te_veel()
    {
        var begroting = new Jaarbegroting(1000.00m, 500.00m);

        Assert.Empty(Begrotingswacht.Van(2026, begroting, 1000.00m, 500.00m));
        Assert.Equal(
            [
                new Begrotingswacht.Regel("2026", "toegezegd", 1000.00m, 1000.01m),
                new Begrotingswacht.Regel("2026", "betaald", 500.00m, 500.01m),
            ],
            Begrotingswacht.Van(2026, begroting, 1000.01m, 500.01m)
        );
        Assert.Empty(Begrotingswacht.Van(2026, new(null, null), 1000.01m, 500.01m));
    }

    [Fact]
    public async Task Een_tijdvak_waarin_meer_is_toegezegd_dan_zijn_plafond_is_een_verschil_ook_na_de_vaststelling()
    {
        var (past, past2, teVeel) = (Nieuw("plafond-een", 6000.00m), Nieuw("plafond-een", 4000.00m), Nieuw("plafond-twee", 6000.00m));
        await huis.Zeg(Tijdvak("plafond-een", 10000.00m), Tijdvak("plafond-twee", 5999.99m));
        await huis.Zeg(past.Bericht, past2.Bericht, teVeel.Bericht);

        string[] verschil = [$"{Plafond}: plafond-twee: hoogstens 5999.99 toegezegd en vastgesteld, 6000.00 toegezegd en vastgesteld"];
        Assert.Equal(verschil, await Verschillen(Plafond));

        await huis.Zeg(teVeel.Zaak.VoorschotToegekend);
        await huis.Zeg(teVeel.Zaak.SubsidieVastgesteld with { Tijdvak = "plafond-twee" });
        Assert.Equal(verschil, await Verschillen(Plafond));
    }

    [Fact]
    public async Task Een_jaar_waarin_meer_is_toegezegd_dan_begroot_is_een_verschil_tot_de_begroting_is_bijgesteld()
    {
        var jaar = Moment.Dag(SystemClock.Instance.GetCurrentInstant()).Year;
        await huis.Zeg(Nieuw("begroting", 7000.00m).Bericht);
        await Kijk();
        // Nobody filled in a budget: there is nothing to go beyond.
        Assert.Empty(await Verschillen(Begroting));

        await Begroot(1, "begroting-verplichtingen", $"2000-01-01: 0.00; {jaar}-01-01: 100.00");
        await Begroot(2, "begroting-kas", $"2000-01-01: 0.00; {jaar}-01-01: 100.00");
        await Kijk();
        var boven = Assert.Single(await Verschillen(Begroting));
        Assert.StartsWith($"{Begroting}: begrotingsjaar {jaar}: hoogstens 100.00 toegezegd, ", boven, StringComparison.Ordinal);
        var beeld = (await huis.Haal("cor", FormattableString.Invariant($"/v1/grootboek/jaaroverzicht?jaar={jaar}"))).Inhoud;
        var begroting = beeld.GetProperty("begroting");
        Assert.Equal(("100.00", "100.00"), (begroting.Veld("verplichtingen"), begroting.Veld("kas")));
        Assert.Equal("100.00", begroting.Veld("ruimteKas"));
        Assert.StartsWith("-", begroting.Veld("ruimteVerplichtingen"), StringComparison.Ordinal);
        var eerder = (await huis.Haal("cor", FormattableString.Invariant($"/v1/grootboek/jaaroverzicht?jaar={jaar - 1}"))).Inhoud;
        Assert.False(eerder.GetProperty("begroting").TryGetProperty("verplichtingen", out _));

        await Begroot(3, "begroting-verplichtingen", $"2000-01-01: 0.00; {jaar}-01-01: 100.00; {jaar}-12-31: 10000000.00");
        await Kijk();
        Assert.Empty(await Verschillen(Begroting));
    }

    private static (Zaak Zaak, object Bericht) Nieuw(string tijdvak, decimal bedrag)
    {
        var zaak = Zaak.Nieuw(bedrag);
        return (zaak, zaak.SubsidieVerleend with { Tijdvak = tijdvak });
    }

    private static TijdvakGewijzigdBericht Tijdvak(string id, decimal plafond) =>
        new(
            id,
            "mkb-onderneming",
            Instant.FromUtc(2026, 2, 1, 8, 0),
            Instant.FromUtc(2026, 3, 1, 16, 0),
            plafond,
            "loting",
            "slim-2026",
            Voorbeelden.Moment
        );

    /// <summary>Two people signed that the budget is this; it counts from then on, which was long ago.</summary>
    private async Task Begroot(int volgnummer, string code, string waarde)
    {
        var bericht = new ParameterGewijzigdBericht(
            Versie,
            volgnummer,
            "parameters",
            code,
            waarde,
            "Begroting",
            null,
            Voorbeelden.Moment,
            Voorbeelden.Moment
        );
        await huis.Zeg(bericht);
        // What is known of the rules is kept for a second.
        await Task.Delay(TimeSpan.FromMilliseconds(1100), Ct);
    }

    private static string Versie => Regelboek.Laad().Last(v => v.Vanaf <= Moment.Dag(SystemClock.Instance.GetCurrentInstant())).Id;

    /// <summary>As the clock does it each morning.</summary>
    private async Task Kijk()
    {
        await using var diensten = huis.Diensten();
        await diensten.ServiceProvider.GetRequiredService<Taakuitvoering>().Voer(typeof(Begrotingswachtronde).AssemblyQualifiedName!, Ct);
    }

    private async Task<IReadOnlyList<string>> Verschillen(string regel) =>
        [.. (await huis.Verschillen()).Where(v => v.StartsWith(regel, StringComparison.Ordinal))];
}
