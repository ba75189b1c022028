using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Relaties;
using SlimRegeling.Relaties.Register;

namespace SlimRegeling.Api.Tests;

/// <summary>Aid that is not confirmed to be in the central register after its last day is an alarm of the reconciliation.</summary>
public sealed class SteunwachtTests(Afstemhuis huis) : IClassFixture<Afstemhuis>
{
    private const string Regel = "de-minimissteun staat binnen twintig werkdagen in het centrale register";
    private const string Opgaven = "/v1/steunregister/opgaven";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_late_is_an_alarm_until_another_confirms_that_it_was_delivered()
    {
        var (zaak, _, _) = await huis.Betaald();
        await Kijk();
        Assert.Empty(await Alarmen());
        var (teLaat, nadert, dagen) = await Werk();
        Assert.Equal((0, 0), (teLaat, nadert));

        // The last day itself is in time, and told.
        huis.Huis.Klok.Vooruit(Duration.FromDays(dagen));
        Assert.Equal((0, 1, 0), await Werk());
        huis.Huis.Klok.Vooruit(Duration.FromDays(40 - dagen));
        Assert.Equal((1, 0, dagen - 40), await Werk());
        await Kijk();
        var alarm = Assert.Single(await Alarmen());
        Assert.Equal(zaak, alarm.GetProperty("zaaknummer").GetString());

        var gemaakt = await Zaakloop.Gelukt(huis.Huis.Post(Mensen.FinancieelMedewerker, Opgaven));
        // It is late until someone says that it arrived.
        await Kijk();
        Assert.Single(await Alarmen());
        var geleverdOp = LocalDatePattern.Iso.Format(Moment.Dag(huis.Huis.Klok.GetCurrentInstant()));
        await Zaakloop.Gelukt(
            huis.Huis.Post(
                Mensen.Controleur,
                $"{Opgaven}/{gemaakt.Veld("opgave")}/bevestiging",
                JsonSerializer.Serialize(new { geleverdOp, hash = gemaakt.Veld("hash") })
            )
        );
        Assert.Empty(await Alarmen());
        await Kijk();
        Assert.Empty(await Alarmen());
        // That it came late is seen for as long as the file is.
        var opgave = await Zaakloop.Gelukt(huis.Huis.Haal(Mensen.Controleur, $"{Opgaven}/{gemaakt.Veld("opgave")}"));
        Assert.Equal(1, opgave.Inhoud.GetProperty("opgave").GetProperty("teLaat").GetInt32());
        Assert.True(Assert.Single(opgave.Inhoud.GetProperty("regels").EnumerateArray()).GetProperty("dagenTeLaat").GetInt32() > 0);
    }

    /// <summary>How many are late and how many nearly, and the days until the last day of the one there is.</summary>
    private async Task<(int TeLaat, int Nadert, int Dagen)> Werk()
    {
        var werk = (await Zaakloop.Gelukt(huis.Huis.Haal(Mensen.FinancieelMedewerker, "/v1/steunregister/werk"))).Inhoud;
        var regel = Assert.Single(werk.GetProperty("regels").EnumerateArray());
        return (werk.GetProperty("teLaat").GetInt32(), werk.GetProperty("nadert").GetInt32(), regel.GetProperty("dagen").GetInt32());
    }

    /// <summary>As the clock does it each morning.</summary>
    private async Task Kijk()
    {
        await using var diensten = huis.Huis.Diensten();
        await diensten.ServiceProvider.GetRequiredService<Steunwachtronde>().Voer(Ct);
        await diensten.ServiceProvider.GetRequiredService<Werkeenheid<RelatiesContext>>().Sessie.SaveChangesAsync(Ct);
    }

    private async Task<IReadOnlyList<JsonElement>> Alarmen()
    {
        await huis.Verouder();
        return [.. (await huis.Alarmen()).Where(a => a.GetProperty("regel").GetString() == Regel)];
    }
}
