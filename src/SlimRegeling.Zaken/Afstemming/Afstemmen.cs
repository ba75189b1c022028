using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>
/// Proves every night, and when asked, that every award has its reservation, every payment its decision and every message its effect, and that
/// nothing was changed by hand. A difference is an alarm, until someone says why it is none.
/// </summary>
public sealed class Afstemmen(Afstemmer afstemmer, Alarmtabel alarmen, Contextregister contexten, ILogger<Afstemmen> log) : ITaak
{
    private const string Slot = "hashtextextended('afstemming', 0)";

    public async Task Voer(CancellationToken ct)
    {
        await using var verbinding = await contexten.Van(typeof(ZakenContext)).Bron.OpenConnectionAsync(ct);
        if (await Vraag(verbinding, $"select pg_try_advisory_lock({Slot})", ct) is not true)
        {
            log.LogInformation("A reconciliation is under way already");
            return;
        }
        try
        {
            await StemAf(verbinding, ct);
        }
        finally
        {
            await Vraag(verbinding, $"select pg_advisory_unlock({Slot})", CancellationToken.None);
        }
    }

    private async Task StemAf(NpgsqlConnection verbinding, CancellationToken ct)
    {
        var uitslag = await afstemmer.Voer(ct);
        var stand = uitslag.Berichten;
        var verslag = new Afstemverslag(
            uitslag.Op,
            uitslag.Sluit,
            (long)(await Vraag(verbinding, "select count(*) from zaken.zaak where verleend is not null", ct))!,
            (long)(await Vraag(verbinding, "select count(*) from zaken.stap where stap = 'betaling-uitgevoerd'", ct))!,
            uitslag.Controles,
            new(stand.Berichten, stand.Effecten, stand.Wachtend, stand.Geparkeerd, stand.AantalGemist)
        );
        await alarmen.Schrijf(verslag, uitslag, ct);
        foreach (var verschil in uitslag.Verschillen)
        {
            log.LogError(
                "Reconciliation, {Context} {Onderwerp}: {Regel}: expected {Verwacht}, found {Gevonden}",
                verschil.Context,
                verschil.Onderwerp,
                verschil.Regel,
                verschil.Verwacht,
                verschil.Gevonden
            );
        }
        log.Log(
            verslag.Sluit ? LogLevel.Information : LogLevel.Error,
            "Reconciliation: {Controles} checks, {Verleningen} awards, {Betalingen} payments, {Verschillen} differences; {Effecten} effects of {Berichten} messages, {Gemist} missing, {Geparkeerd} set apart, {Wachtend} under way",
            verslag.Controles.Count,
            verslag.Verleningen,
            verslag.Betalingen,
            verslag.Controles.Sum(c => c.Verschillen),
            stand.Effecten,
            stand.Berichten,
            stand.AantalGemist,
            stand.Geparkeerd,
            stand.Wachtend
        );
    }

    private static async Task<object?> Vraag(NpgsqlConnection verbinding, string sql, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        return await opdracht.ExecuteScalarAsync(ct);
    }
}
