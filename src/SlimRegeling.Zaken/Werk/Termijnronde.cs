using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Zaken.Werk;

/// <summary>
/// Works out anew, of the cases of which something was heard, whether they are work and by when. It locks what it is busy with, and who hears
/// something of such a case waits: what was not seen here is asked again.
/// </summary>
public sealed class Termijnronde(Contextregister contexten, Regelbron<ZakenContext> regelbron, Moment moment) : IRonde
{
    private const int Tegelijk = 500;

    private const string Neem = "select zaaknummer from zaken.termijnwerk limit $1 for update skip locked";

    private const string Gehoord = $"""
        select z.*, t.aanvragertype, t.sluit,
          (select min(s.moment) from zaken.stap s where s.zaaknummer = z.zaaknummer and s.stap = '{Stapcode.SubsidieVerleend}') as verleend_op
        from zaken.zaak z left join zaken.tijdvak t on t.id = z.tijdvak
        where z.zaaknummer = any($1) and z.ingediend_op is not null and (z.status = any($2) or z.zaaknummer = any($3))
        """;

    private const string Stappen = """
        select zaaknummer, moment, bericht, stap, besluit, dag, versie from zaken.stap where zaaknummer = any($1) and stap = any($2)
        """;

    private static readonly string Schrijf = $"""
        insert into zaken.werk (zaaknummer, uiterlijk, termijn, bezwaar, status, tijdvak, aanvragertype, behandelaar, ingebreke,
          bezwaar_ingebreke, bezwaar_ingebreke_op, wijziging, verslag, wacht, vaststelling_ingebreke, wijziging_ingebreke,
          wijziging_ingebreke_op, melding)
        select z.zaaknummer, g.uiterlijk, g.termijn, g.bezwaar, z.status, z.tijdvak, coalesce(t.aanvragertype, ''),
          {Werktabellen.Behandelaar}, coalesce(z.ingebreke, false), g.bezwaar_ingebreke, g.bezwaar_ingebreke_op, g.wijziging, g.verslag,
          g.wacht, coalesce(z.vaststelling_ingebreke, false), g.wijziging_ingebreke, g.wijziging_ingebreke_op, g.melding
        from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::boolean[],
          $9::boolean[], $10::text[], $11::date[], $12::boolean[])
          g (zaaknummer, uiterlijk, termijn, bezwaar, bezwaar_ingebreke, bezwaar_ingebreke_op, wijziging, verslag, wacht,
            wijziging_ingebreke, wijziging_ingebreke_op, melding)
        join zaken.zaak z on z.zaaknummer = g.zaaknummer left join zaken.tijdvak t on t.id = z.tijdvak
        on conflict (zaaknummer) do update set uiterlijk = excluded.uiterlijk, termijn = excluded.termijn, bezwaar = excluded.bezwaar,
          status = excluded.status, tijdvak = excluded.tijdvak, aanvragertype = excluded.aanvragertype, behandelaar = excluded.behandelaar,
          ingebreke = excluded.ingebreke, bezwaar_ingebreke = excluded.bezwaar_ingebreke,
          bezwaar_ingebreke_op = excluded.bezwaar_ingebreke_op, wijziging = excluded.wijziging, verslag = excluded.verslag,
          wacht = excluded.wacht, vaststelling_ingebreke = excluded.vaststelling_ingebreke,
          wijziging_ingebreke = excluded.wijziging_ingebreke, wijziging_ingebreke_op = excluded.wijziging_ingebreke_op,
          melding = excluded.melding
        """;

    /// <summary>Of a case in which no term runs; it comes after all others.</summary>
    public static readonly LocalDate Nooit = new(9999, 12, 31);

    /// <summary>The steps by which an objection runs, until when, and whether the decision on it was asked for in writing.</summary>
    private static readonly string[] VanBezwaar =
    [
        Stapcode.BezwaarIngediend,
        Stapcode.BezwaarTermijn,
        Stapcode.BezwaarIngetrokken,
        Stapcode.BezwaarBeslist,
        Eigenstap.Bezwaaringebreke,
        Eigenstap.Bezwaarvervallen,
    ];

    /// <param name="Bezwaar">Null when no objection runs.</param>
    private sealed record Regel(string Zaaknummer, Werktermijn? Termijn, Lopend? Bezwaar, Projectwerk Project);

    /// <summary>Of the objections of a case that run.</summary>
    /// <param name="Eerst">The one to decide on first.</param>
    /// <param name="Ingebreke">The one of which a reminder holds that came first; null when none does.</param>
    private sealed record Lopend(Bezwaarbeeld Eerst, Bezwaarbeeld? Ingebreke);

    public async Task<bool> Voer(CancellationToken ct)
    {
        await using var verbinding = await contexten.Van(typeof(ZakenContext)).Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        if (await Wachtend(verbinding, ct) is not { Length: > 0 } zaken)
        {
            return false;
        }
        var regels = await Reken(verbinding, zaken, ct);
        string[] open = [.. regels.Select(r => r.Zaaknummer)];
        await Doe(verbinding, "delete from zaken.werk where zaaknummer = any($1) and zaaknummer <> all($2)", ct, zaken, open);
        await Doe(
            verbinding,
            Schrijf,
            ct,
            open,
            regels.Select(r => r.Termijn?.Uiterlijk ?? Nooit).ToArray(),
            regels.Select(r => r.Termijn?.Code ?? "").ToArray(),
            regels.Select(r => r.Bezwaar?.Eerst.Bezwaar ?? "").ToArray(),
            regels.Select(r => r.Bezwaar?.Ingebreke?.Bezwaar ?? "").ToArray(),
            regels.Select(r => r.Bezwaar?.Ingebreke?.IngebrekeOp ?? Nooit).ToArray(),
            regels.Select(r => r.Project.Wijziging ?? "").ToArray(),
            regels.Select(r => r.Project.Verslag).ToArray(),
            regels.Select(r => r.Project.Declaratie?.WachtTot is not null).ToArray(),
            regels.Select(r => r.Project.Ingebreke ?? "").ToArray(),
            regels.Select(r => r.Project.IngebrekeOp ?? Nooit).ToArray(),
            regels.Select(r => r.Project.Melding).ToArray()
        );
        await Doe(verbinding, "delete from zaken.termijnwerk where zaaknummer = any($1)", ct, [zaken]);
        await transactie.CommitAsync(ct);
        return true;
    }

    private static async Task<string[]> Wachtend(NpgsqlConnection verbinding, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(Neem, verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Tegelijk });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var zaken = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            zaken.Add(rij.GetString(0));
        }
        return [.. zaken];
    }

    /// <summary>Of those that are work still; by the rules of now, or of when it was granted.</summary>
    private async Task<List<Regel>> Reken(NpgsqlConnection verbinding, string[] zaken, CancellationToken ct)
    {
        var (standen, nu) = (await regelbron.Nu(ct), moment.Nu);
        var stappen = await LeesStappen(verbinding, zaken, ct);
        var bezwaren = Bezwaren(stappen);
        await using var opdracht = new NpgsqlCommand(Gehoord, verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter { Value = zaken });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = Werkfasen.Open });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = bezwaren.Keys.ToArray() });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var regels = new List<Regel>();
        while (await rij.ReadAsync(ct))
        {
            var versie = standen.Versie(rij.GetString(rij.GetOrdinal("regelversie")), rij.OfNiets<Instant>("verleend_op") ?? nu);
            var status = (Zaakstatus)rij.GetInt32(rij.GetOrdinal("status"));
            var zaak = rij.GetString(rij.GetOrdinal("zaaknummer"));
            var bezwaar = bezwaren.GetValueOrDefault(zaak);
            var gehoord = Laatstedagen.Gehoord.Lees(rij);
            var project = Projectwerk.Van(status, [.. stappen[zaak]], gehoord.PeriodeTot, versie, Moment.Dag(nu));
            var eigen = Werkfasen.IsOpen(status)
                ? Werktermijn.Van(status, Beslisdag.Lees(rij), gehoord, project, versie, Moment.Dag(nu))
                : null;
            regels.Add(new(zaak, Werktermijn.Eerste(eigen, bezwaar?.Eerst, project), bezwaar, project));
        }
        return regels;
    }

    /// <summary>By case, those from which follows what is work in it beside its status.</summary>
    private static async Task<ILookup<string, ZaakTonen.Rij>> LeesStappen(NpgsqlConnection verbinding, string[] zaken, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(Stappen, verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter { Value = zaken });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = (string[])[.. VanBezwaar, .. Projectwerk.Stappen] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var stappen = new List<(string Zaak, ZaakTonen.Rij Stap)>();
        while (await rij.ReadAsync(ct))
        {
            var stap = new ZaakTonen.Rij(
                rij.GetFieldValue<Instant>(1),
                rij.GetGuid(2),
                rij.GetString(3),
                "",
                null,
                null,
                null,
                Besluit: rij.Tekst("besluit"),
                Dag: rij.OfNiets<LocalDate>("dag"),
                Versie: rij.OfNiets<long>("versie")
            );
            stappen.Add((rij.GetString(0), stap));
        }
        return stappen.ToLookup(s => s.Zaak, s => s.Stap);
    }

    /// <summary>By case of which an objection runs.</summary>
    private static Dictionary<string, Lopend> Bezwaren(ILookup<string, ZaakTonen.Rij> stappen)
    {
        var perZaak = new Dictionary<string, Lopend>();
        foreach (var zaak in stappen)
        {
            var lopend = Bezwaarbeeld.Van([.. zaak]).Where(b => b.Stand == Bezwaarstand.Loopt).ToList();
            if (lopend.MinBy(b => b.BeslissenUiterlijk ?? Nooit) is { } eerst)
            {
                perZaak.Add(zaak.Key, new(eerst, lopend.Where(b => b.IngebrekeOp is not null).MinBy(b => b.IngebrekeOp)));
            }
        }
        return perZaak;
    }

    private static async Task Doe(NpgsqlConnection verbinding, string sql, CancellationToken ct, params object[] waarden)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
