using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Host;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Zaken.Afstemming;

namespace SlimRegeling.Api.Tests;

/// <summary>A house of its own in which cases are paid, an hour goes by for the messages, every event is sealed, and all of it is reconciled.</summary>
public sealed class Afstemhuis : IAsyncLifetime
{
    private static readonly string[] Contextnamen = [.. Contexten.Alle().Where(c => c.Gebeurtenisnamen.Count > 0).Select(c => c.Naam)];

    internal const string Beheerder = "bert";

    public Afstemhuis()
        : this(new Apihuis()) { }

    internal Afstemhuis(Apihuis huis) => Huis = huis;

    public Apihuis Huis { get; }

    internal Zaakloop Loop => new(Huis);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Huis.InitializeAsync();

    public ValueTask DisposeAsync() => Huis.DisposeAsync();

    /// <summary>A case with a document and a scan, of € 11.040, awarded, its advance paid by the bank; long enough ago that all of it was heard.</summary>
    internal async Task<(string Zaak, string Tijdvak, string Wie)> Betaald()
    {
        var (wie, kvkNummer) = Huis.Ondernemer();
        await Loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await Loop.Tijdvak();
        var zaak = await Loop.Ingediend(tijdvak, wie);
        await Loop.GeslotenScan(zaak, wie);
        await Zaakloop.Gelukt(Huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=opleidingsplan", Zaakloop.Pdf));
        await Loop.Gereserveerd(tijdvak, zaak);
        await Loop.Beoordeeld(zaak);
        await Loop.Verleend(zaak);
        await new Betaalloop(Huis).Betaal($"{zaak}-B1");
        await Verouder();
        return (zaak, tijdvak, wie);
    }

    /// <summary>As if all of it happened an hour ago, and the job that seals ran since.</summary>
    internal async Task Verouder()
    {
        await Huis.Stil();
        foreach (var context in Contextnamen)
        {
            await Huis.Voer(
                $"update {context}.mt_events e set timestamp = timestamp - interval '1 hour' where not exists (select from {context}.zegel z where z.seq = e.seq_id)"
            );
            await using var diensten = Huis.Diensten();
            await diensten.ServiceProvider.GetRequiredService<Verzegelen>().Voer(context, Ct);
        }
    }

    /// <summary>Reconciles, and gives what is an alarm now.</summary>
    internal async Task<IReadOnlyList<JsonElement>> Alarmen()
    {
        await Stem();
        return [.. (await Beeld()).GetProperty("alarmen").EnumerateArray().Where(a => a.GetProperty("nogZo").GetBoolean())];
    }

    internal async Task Stem()
    {
        await using var diensten = Huis.Diensten();
        await diensten.ServiceProvider.GetRequiredService<Afstemmen>().Voer(Ct);
    }

    internal async Task<JsonElement> Beeld(string wie = Beheerder) => (await Zaakloop.Gelukt(Huis.Haal(wie, "/v1/afstemming"))).Inhoud;
}
