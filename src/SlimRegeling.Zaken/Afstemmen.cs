using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Zaken;

/// <summary>Something that does not add up: what was expected of a case and what was found.</summary>
public sealed record Verschil(string Zaaknummer, string Regel, string Verwacht, string Gevonden);

/// <param name="Sluit">Whether everything adds up and every message has had, or will have, its effect.</param>
/// <param name="Verschillen">The first hundred of each rule.</param>
public sealed record Afstemming(
    Instant Op,
    bool Sluit,
    int Verleningen,
    int Betalingen,
    IReadOnlyList<Verschil> Verschillen,
    Berichtenstand Berichten
);

/// <summary>
/// Proves every night, and when asked, that every award has its reservation, every payment its decision and every message its effect. A
/// difference is an alarm: an error in the log with the numbers.
/// </summary>
public sealed class Afstemmen(Contextregister contexten, Berichtencontrole berichten, Moment moment, ILogger<Afstemmen> log) : ITaak
{
    private const string Verleend = $"""
        select zaaknummer, 'een verlening heeft haar reservering', 'ten minste ' || verleend || ' gereserveerd',
          case when {Zaak.BudgetVrij} then 'reservering vrijgegeven'
            else coalesce(gereserveerd || ' gereserveerd', 'geen reservering') end
        from zaken.zaak
        where verleend is not null and (coalesce(gereserveerd, 0) < verleend or {Zaak.BudgetVrij})
        order by zaaknummer limit 100
        """;

    private const string Uitgevoerd = """
        select b.zaaknummer, 'een betaling heeft haar opdracht', 'opdracht ' || b.betaalopdracht || ' van ' || b.bedrag,
          coalesce('opdracht van ' || max(o.bedrag), 'geen opdracht') || ', ' || count(distinct b.bericht) || ' maal betaald'
        from zaken.stap b
        left join zaken.stap o on o.stap = 'betaling-opgedragen' and o.zaaknummer = b.zaaknummer and o.betaalopdracht = b.betaalopdracht
        where b.stap = 'betaling-uitgevoerd'
        group by b.zaaknummer, b.betaalopdracht, b.bedrag
        having count(distinct b.bericht) <> 1 or coalesce(max(o.bedrag), -1) <> b.bedrag
        order by b.zaaknummer limit 100
        """;

    private const string Opgedragen = """
        select o.zaaknummer, 'een betaalopdracht heeft haar besluit', 'besluit ' || o.besluit || ' voor ' || o.bedrag, 'geen zo''n besluit'
        from zaken.stap o
        where o.stap = 'betaling-opgedragen' and not exists (
          select 1 from zaken.stap d where d.zaaknummer = o.zaaknummer and d.besluit = o.besluit
            and (d.stap = 'voorschot-toegekend' and d.bedrag = o.bedrag or d.stap = 'subsidie-vastgesteld' and d.bedrag >= o.bedrag)
        ) order by o.zaaknummer limit 100
        """;

    private const string Betaald = """
        select z.zaaknummer, 'er is niet meer betaald dan verleend', 'ten hoogste ' || coalesce(z.verleend, 0), sum(s.bedrag) || ' betaald'
        from zaken.stap s join zaken.zaak z using (zaaknummer)
        where s.stap = 'betaling-uitgevoerd' group by z.zaaknummer, z.verleend having sum(s.bedrag) > coalesce(z.verleend, 0)
        order by z.zaaknummer limit 100
        """;

    public async Task Voer(CancellationToken ct)
    {
        var afstemming = await Vergelijk(ct);
        var stand = afstemming.Berichten;
        foreach (var verschil in afstemming.Verschillen)
        {
            log.LogError(
                "Reconciliation, case {Zaaknummer}: {Regel}: expected {Verwacht}, found {Gevonden}",
                verschil.Zaaknummer,
                verschil.Regel,
                verschil.Verwacht,
                verschil.Gevonden
            );
        }
        foreach (var gemist in stand.Gemist)
        {
            log.LogError(
                "Reconciliation: {Hoorder} never heard {Soort} {Bericht} about {Sleutel} from {Zegger}",
                gemist.Hoorder,
                gemist.Soort,
                gemist.Bericht,
                gemist.Sleutel,
                gemist.Zegger
            );
        }
        log.Log(
            afstemming.Sluit ? LogLevel.Information : LogLevel.Error,
            "Reconciliation: {Verleningen} awards, {Betalingen} payments, {Verschillen} differences; {Effecten} effects of {Berichten} messages, {Gemist} missing, {Geparkeerd} set apart, {Wachtend} under way",
            afstemming.Verleningen,
            afstemming.Betalingen,
            afstemming.Verschillen.Count,
            stand.Effecten,
            stand.Berichten,
            stand.AantalGemist,
            stand.Geparkeerd,
            stand.Wachtend
        );
    }

    public async Task<Afstemming> Vergelijk(CancellationToken ct)
    {
        var bron = contexten.Van(typeof(ZakenContext)).Bron;
        var stand = await berichten.Voer(ct);
        var verschillen = new List<Verschil>();
        foreach (var regel in (string[])[Verleend, Uitgevoerd, Opgedragen, Betaald])
        {
            await Zoek(bron, regel, verschillen, ct);
        }
        return new(
            moment.Nu,
            verschillen.Count == 0 && stand.AantalGemist == 0 && stand.Geparkeerd == 0,
            await Tel(bron, "select count(*) from zaken.zaak where verleend is not null", ct),
            await Tel(bron, "select count(*) from zaken.stap where stap = 'betaling-uitgevoerd'", ct),
            verschillen,
            stand
        );
    }

    private static async Task Zoek(NpgsqlDataSource bron, string sql, List<Verschil> verschillen, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(sql);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        while (await rij.ReadAsync(ct))
        {
            verschillen.Add(new(rij.GetString(0), rij.GetString(1), rij.GetString(2), rij.GetString(3)));
        }
    }

    private static async Task<int> Tel(NpgsqlDataSource bron, string sql, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(sql);
        return (int)(long)(await opdracht.ExecuteScalarAsync(ct))!;
    }
}
