using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Api.Tests;

/// <summary>Whoever must answer a letter is found to be reminded, however long ago the period of the award ended.</summary>
public sealed class LaatsteDagTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Ook_jaren_na_de_periode_wordt_aan_het_bewijs_herinnerd()
    {
        var (eva, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, eva);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        huis.Klok.Vooruit(Duration.FromDays(800));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/verantwoordingen/{zaak}/steekproef", """{"zaad":"z"}"""));
        await huis.Stil();
        Assert.Equal("1", await Aantal(zaak, "type = 'brieftermijn-gestart'"));

        // Within the week before its last day, also when that moved to a working day.
        huis.Klok.Vooruit(Duration.FromDays(26));
        await using (var diensten = huis.Diensten())
        {
            var uitvoering = diensten.ServiceProvider.GetRequiredService<Taakuitvoering>();
            await uitvoering.Voer(typeof(Herinneren).AssemblyQualifiedName!, TestContext.Current.CancellationToken);
        }

        Assert.Equal("1", await Aantal(zaak, "type = 'laatste-dag-herinnerd' and data ->> 'soort' = 'bewijs'"));
    }

    private Task<string> Aantal(string zaak, string voorwaarde) =>
        huis.Lees($"select count(*)::text from vaststelling.mt_events where stream_id = '{zaak}' and {voorwaarde}");
}
