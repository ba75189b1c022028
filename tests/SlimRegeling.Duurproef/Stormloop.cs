using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Duurproef;

/// <summary>
/// The rush before the closing: applicants come one after the other, each with draft, form, submission and attachment, over three processes
/// and RabbitMQ, while a process is killed. Then everything is counted, and each receipt laid beside what is stored.
/// </summary>
internal sealed class Stormloop(Stormvraag vraag, Opstelling opstelling, Beller beller)
{
    private const int Wijze = 3;
    private const double DoelP99 = 500.0;
    private static readonly TimeSpan LaatsteMinuten = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);

    // So long nobody got a rank: look whether a draw is waited for.
    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(3);

    // A killed process starts again, and what waited for it comes at once.
    private static readonly TimeSpan Herstel = TimeSpan.FromSeconds(20);

    // Who takes the applications first: that process is the hardest to miss.
    private static readonly string[] Slachtoffers = ["aanvragen", "tijdvakken", "verlening"];

    private readonly Stopwatch _sinds = Stopwatch.StartNew();
    private readonly Antwoordtijden _indieningen = new();
    private readonly Antwoordtijden _bijlagen = new();
    private readonly ConcurrentDictionary<string, Bewijs> _bewijzen = new();
    private readonly List<string> _fouten = [];
    private readonly Verloop _verloop = new(beller, vraag.Aanvragen, Wijze, 1) { Volgorde = Verloop.Binnenkomst, MetBesluiten = false };
    private readonly List<TimeSpan> _gedood = [];
    private int _geloot;

    /// <summary>What a client was told of its submission.</summary>
    private sealed record Bewijs(string Zaaknummer, Instant OntvangenOp, decimal Gevraagd);

    /// <returns>Whether nothing was lost or doubled and all got what they were told.</returns>
    public static async Task<bool> Voer(Stormvraag vraag)
    {
        Hostgroep.RuimWezenOp(vraag.Map);
        await using var opstelling = await Opstelling.Start(Wijze, vraag.Map, zaad: 1);
        using var beller = new Beller(opstelling.Hosts, vraag.Bellers);
        return await new Stormloop(vraag, opstelling, beller).Speel();
    }

    private async Task<bool> Speel()
    {
        using var uiterlijk = new CancellationTokenSource((3 * vraag.Duur) + TimeSpan.FromMinutes(10));
        var ct = uiterlijk.Token;
        var open = vraag.Duur * 10 / 9;
        open = open > LaatsteMinuten ? open : LaatsteMinuten;
        var (telling, drukte) = (Telling.Leeg, TimeSpan.Zero);
        try
        {
            await _verloop.Publiceer(SystemClock.Instance.GetCurrentInstant() + Duration.FromTimeSpan(open), ct);
            var begin = _sinds.Elapsed;
            await Task.WhenAll(Sloop(ct), Kom(ct));
            drukte = _sinds.Elapsed - begin;
            Meld("ingediend");
            await Rangschik(ct);
            Meld("gerangschikt");
            telling = await Telling.NaStilte(opstelling.Verbinding, ct);
            _fouten.AddRange(telling.Fouten);
            _fouten.AddRange(await Uitkomstcontrole.Voer(opstelling.Verbinding, _verloop, ct));
            await Bewijzen(ct);
        }
        catch (Exception e)
        {
            _fouten.Add(e.ToString());
        }
        return Druk(telling, drukte);
    }

    /// <summary>Each client takes the next applicant when it is that one's moment, late when all clients are busy.</summary>
    private async Task Kom(CancellationToken ct)
    {
        var volgende = -1;
        var begin = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, vraag.Bellers).Select(_ => Task.Run(Client, ct)));

        async Task Client()
        {
            for (var i = Interlocked.Increment(ref volgende); i < vraag.Aanvragen; i = Interlocked.Increment(ref volgende))
            {
                var wacht = (vraag.Duur * i / vraag.Aanvragen) - begin.Elapsed;
                if (wacht > TimeSpan.Zero)
                {
                    await Task.Delay(wacht, ct);
                }
                await Vraag(i, ct);
            }
        }
    }

    private async Task Vraag(int i, CancellationToken ct)
    {
        var wie = _verloop.Aanvrager(i);
        var ingediend = await _verloop.DienIn(i, () => Task.CompletedTask, ct);
        _indieningen.Voeg(ingediend, _sinds.Elapsed);
        var json = ingediend.Json;
        var zaaknummer = json.GetProperty("zaaknummer").GetString()!;
        _bewijzen[wie.KvkNummer!] = new Bewijs(
            zaaknummer,
            InstantPattern.ExtendedIso.Parse(json.GetProperty("ontvangenOp").GetString()!).Value,
            decimal.Parse(json.GetProperty("gevraagd").GetString()!, CultureInfo.InvariantCulture)
        );
        // The case reaches Dossiers by a message: until then there is nothing to add to.
        var bijlage = await beller.Verkrijg(
            HttpMethod.Post,
            wie,
            $"documenten?zaaknummer={zaaknummer}&soort=opleidingsplan",
            $"{zaaknummer}-bijlage",
            Bijlage(zaaknummer),
            ct,
            "niet-gevonden"
        );
        _bijlagen.Voeg(bijlage, _sinds.Elapsed);
        var hash = bijlage.Json.GetProperty("hash").GetString();
        if (hash != Convert.ToHexStringLower(SHA256.HashData(Bijlage(zaaknummer))))
        {
            throw new InvalidOperationException($"Van de bijlage van {zaaknummer} kwam iets anders aan.");
        }
    }

    private static byte[] Bijlage(string zaaknummer) => Proefpdf.Van($"{zaaknummer} {new string('x', 20_000)}");

    private async Task Sloop(CancellationToken ct)
    {
        for (var i = 0; i < vraag.Keer; i++)
        {
            await Task.Delay(vraag.Duur / (vraag.Keer + 1), ct);
            if (await opstelling.Hosts.Van(Slachtoffers[i % Slachtoffers.Length]).Dood())
            {
                _gedood.Add(_sinds.Elapsed);
            }
        }
        await opstelling.Hosts.WachtTotGereed(Geduld);
    }

    /// <summary>
    /// Ranks are given out while the window is open, up to the horizon; waits until all have one, or none came for a while. Of so many in so short
    /// a time two can come in one microsecond: when the ceiling is reached they are drawn (KR 2.3), and who came later waits for that.
    /// </summary>
    private async Task Rangschik(CancellationToken ct)
    {
        await _verloop.VerschuifHorizon(ct);
        await using var bron = NpgsqlDataSource.Create(opstelling.Verbinding);
        var (gerangschikt, laatste) = (0L, Stopwatch.StartNew());
        while (gerangschikt < vraag.Aanvragen && laatste.Elapsed < Geduld)
        {
            await Task.Delay(250, ct);
            var nu = (await bron.Lees("select count(*) from aanvragen.mt_events where type = 'rang-vernomen'", r => r.GetInt64(0), ct))[0];
            if (nu != gerangschikt)
            {
                (gerangschikt, laatste) = (nu, Stopwatch.StartNew());
            }
            else if (laatste.Elapsed > Rust)
            {
                _geloot += await _verloop.LootGelijken(ct);
            }
        }
    }

    /// <summary>What each client was told is what is stored, once, and its attachment too.</summary>
    private async Task Bewijzen(CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(opstelling.Verbinding);
        var bewaard = await bron.Lees(
            $"""
            select data ->> 'kvkNummer', stream_id, data ->> 'op', (data ->> 'gevraagd')::numeric from aanvragen.mt_events
            where type = 'aanvraag-ingediend' and data ->> 'tijdvak' = '{_verloop.Tijdvak}'
            """,
            r => (Kvk: r.GetString(0), new Bewijs(r.GetString(1), InstantPattern.ExtendedIso.Parse(r.GetString(2)).Value, r.GetDecimal(3))),
            ct
        );
        Eis(_bewijzen.Count == vraag.Aanvragen, $"{vraag.Aanvragen - _bewijzen.Count} aanvragers kregen geen ontvangstbewijs");
        var anders = bewaard.Count(b => !_bewijzen.TryGetValue(b.Kvk, out var bewijs) || bewijs != b.Item2);
        Eis(anders == 0 && bewaard.Count == _bewijzen.Count, $"{anders} ontvangstbewijzen zeggen iets anders dan bewaard is");
        var bijlagen = await bron.Lees(
            "select data ->> 'zaaknummer' from dossiers.mt_events where type = 'document-ontvangen'",
            r => r.GetString(0),
            ct
        );
        var zaken = _bewijzen.Values.Select(b => b.Zaaknummer).ToHashSet();
        Eis(bijlagen.Count == zaken.Count && zaken.SetEquals(bijlagen), $"{bijlagen.Count} bijlagen bij {zaken.Count} zaken");
    }

    private void Eis(bool voldaan, string fout)
    {
        if (!voldaan)
        {
            _fouten.Add(fout);
        }
    }

    private bool Druk(Telling telling, TimeSpan drukte)
    {
        var goed = _fouten.Count == 0 && _gedood.Count == vraag.Keer;
        var p99 = _indieningen.Ineens(0.99);
        _fouten.ForEach(f => Console.WriteLine($"  FOUT {f}"));
        Console.WriteLine();
        Console.WriteLine("| antwoord | ineens | p50 (ms) | p99 (ms) | langste | na opnieuw sturen | p50 (ms) | p99 (ms) | langste |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Console.WriteLine(_indieningen.Regel("op de indiening"));
        Console.WriteLine(_bijlagen.Regel("op de bijlage"));
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: stormloop: {vraag.Aanvragen} aanvragen door {vraag.Bellers} bellers in {drukte.TotalSeconds:0} s, {_gedood.Count} kills, {_bewijzen.Count} receipts, {telling.Berichten} messages, {telling.Effecten} effects, {telling.Verloren} lost, {telling.Dubbel} doubled, {_geloot} drawn for being of one moment, {_sinds.Elapsed.TotalSeconds:0} s in all"
            )
        );
        Console.WriteLine(
            Tekst(
                $"result: stormloop: answer to a submission p50 {_indieningen.Ineens(0.5):0} ms, p99 {p99:0} ms (target {DoelP99:0}: {(p99 < DoelP99 ? "met" : "missed")}), outside the {Herstel.TotalSeconds:0} s after a kill {_indieningen.Buiten(_gedood, Herstel, 0.99):0} ms, {(goed ? "goed" : "FOUT")}, map {vraag.Map}"
            )
        );
        return goed;
    }

    private void Meld(string wat) => Console.WriteLine(Tekst($"stormloop: {_sinds.Elapsed.TotalSeconds, 5:0.0} s {wat}"));

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
