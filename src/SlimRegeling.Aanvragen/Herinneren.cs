using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Reminds whoever has a draft that was not submitted, 48 hours before its window closes. What was said is kept, so a run that is late, missed or
/// done twice reminds nobody twice.
/// </summary>
public sealed class Herinneren(Contextregister contexten, Werkeenheid<AanvragenContext> eenheid, Moment moment) : ITaak
{
    internal const string Ddl = """
        create table if not exists {schema}.herinnerd (
          zaaknummer text primary key,
          sluit timestamptz not null,
          op timestamptz not null
        )
        """;

    private static readonly Duration Vooraf = Duration.FromHours(48);

    /// <summary>A closing that moves less than this is the one that was told of.</summary>
    private static readonly Duration Verschoven = Duration.FromDays(1);

    // The rest comes a minute later.
    private const int PerKeer = 1000;

    public sealed record Kandidaat(string Zaaknummer, string KvkNummer, string? Gemachtigde, Instant Sluit, Instant? HerinnerdVoor);

    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        foreach (var k in (await Kandidaten(nu, ct)).Where(k => IsAanDeBeurt(k.Sluit, k.HerinnerdVoor, nu)))
        {
            eenheid.Sessie.QueueSqlCommand(
                """
                insert into aanvragen.herinnerd (zaaknummer, sluit, op) values (?, ?, ?)
                on conflict (zaaknummer) do update set sluit = excluded.sluit, op = excluded.op
                """,
                k.Zaaknummer,
                k.Sluit,
                nu
            );
            eenheid.Wek(Aandacht.Herinnering(k.Zaaknummer, k.KvkNummer, null, k.Sluit, nu));
            if (k.Gemachtigde is { } gemachtigde)
            {
                eenheid.Wek(Aandacht.Herinnering(k.Zaaknummer, gemachtigde, k.KvkNummer, k.Sluit, nu));
            }
        }
    }

    /// <summary>Who begins a draft so late knows when the window closes.</summary>
    internal static void Overslaan(IDocumentSession sessie, string zaaknummer, Instant sluit, Instant nu)
    {
        if (nu >= sluit - Vooraf)
        {
            sessie.QueueSqlCommand("insert into aanvragen.herinnerd (zaaknummer, sluit, op) values (?, ?, ?)", zaaknummer, sluit, nu);
        }
    }

    /// <summary>Of a draft that was not submitted.</summary>
    /// <param name="herinnerdVoor">The closing that was told of the last time; null when none was.</param>
    public static bool IsAanDeBeurt(Instant sluit, Instant? herinnerdVoor, Instant nu) =>
        nu < sluit && nu >= sluit - Vooraf && (herinnerdVoor is not { } eerder || sluit - eerder > Verschoven);

    private async Task<List<Kandidaat>> Kandidaten(Instant nu, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(AanvragenContext))
            .Bron.CreateCommand(
                $"""
                select c.id, c.data ->> 'kvkNummer', c.data ->> 'gemachtigde', t.sluit, h.sluit
                from aanvragen.tijdvak t
                join aanvragen.mt_doc_concept c on c.data ->> 'tijdvak' = t.tijdvak
                left join aanvragen.herinnerd h on h.zaaknummer = c.id
                where t.sluit > $1 and t.sluit <= $2 and c.data ->> 'ontvangen' is null and (h.sluit is null or t.sluit - h.sluit > $3)
                order by c.id limit {PerKeer}
                """
            );
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = nu });
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = nu + Vooraf });
        opdracht.Parameters.Add(new NpgsqlParameter<Duration> { TypedValue = Verschoven });
        var kandidaten = new List<Kandidaat>();
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        while (await rij.ReadAsync(ct))
        {
            kandidaten.Add(
                new(
                    rij.GetString(0),
                    rij.GetString(1),
                    await rij.IsDBNullAsync(2, ct) ? null : rij.GetString(2),
                    rij.GetFieldValue<Instant>(3),
                    await rij.IsDBNullAsync(4, ct) ? null : rij.GetFieldValue<Instant>(4)
                )
            );
        }
        return kandidaten;
    }
}
