using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>
/// What a firm thinks of the scan and the scheme, after its report: to make both better. Who reads it sees the month and no firm; it weighs in no decision,
/// so that it is no event of the scan.
/// </summary>
public static class Terugkoppelen
{
    private const int Langste = 2_000;
    private const int Maanden = 36;

    internal const string Ddl = """
        create table if not exists {schema}.terugkoppeling (
          scan text primary key,
          maand date not null,
          hielp text not null,
          tekst text not null
        )
        """;

    private static readonly IReadOnlyList<string> Oordelen = ["ja", "deels", "nee"];
    private static readonly LocalDatePattern Maandvorm = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    /// <param name="Hielp"><c>ja</c>, <c>deels</c> or <c>nee</c>: whether the scan helped.</param>
    /// <param name="Tekst">What could be better, of the scan or of the scheme.</param>
    public sealed record Verzoek(string Hielp, string? Tekst = null);

    public sealed record Ontvangst(string Scan);

    /// <param name="Maand"><c>2026-11</c></param>
    public sealed record Terugkoppeling(string Maand, string Hielp, string? Tekst);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/scans/{scan}/terugkoppeling", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Ontvangst>();
        api.MapGet("/terugkoppelingen", Lijst).Voor(Rol.Regelbeheerder).Geeft<IReadOnlyList<Terugkoppeling>>();
    }

    /// <summary>Said again, it takes the place of what was said of this scan before.</summary>
    private static async Task<Uitkomst> Voer(
        string scan,
        Verzoek verzoek,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is not { } stand)
        {
            return Weigering.NietGevonden(scan);
        }
        if (Weeg(stand, verzoek) is { } weigering)
        {
            return weigering;
        }
        var maand = Begin(moment.Vandaag);
        eenheid.Sessie.QueueSqlCommand("delete from leercultuurscans.terugkoppeling where maand < ?", maand.PlusMonths(-Maanden));
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into leercultuurscans.terugkoppeling (scan, maand, hielp, tekst) values (?, ?, ?, ?)
            on conflict (scan) do update set maand = excluded.maand, hielp = excluded.hielp, tekst = excluded.tekst
            """,
            scan,
            maand,
            verzoek.Hielp,
            verzoek.Tekst?.Trim() ?? ""
        );
        return Uitkomst.Ok(new Ontvangst(scan));
    }

    /// <summary>Why it is not taken; null when it is.</summary>
    public static Weigering? Weeg(Scan scan, Verzoek verzoek)
    {
        if (scan.Rapport is null)
        {
            return Weigering.Van("geen-rapport", "Deze scan heeft nog geen rapport. Daarna kunt u zeggen of het hielp.");
        }
        var fouten = new List<Fout>();
        if (!Oordelen.Contains(verzoek.Hielp))
        {
            fouten.Add(new("hielp", "Kies ja, deels of nee."));
        }
        if (verzoek.Tekst is { Length: > Langste })
        {
            fouten.Add(new("tekst", $"Gebruik ten hoogste {Langste} tekens."));
        }
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : null;
    }

    /// <summary>The latest month first, and within one in no order of coming.</summary>
    private static async Task<Uitkomst> Lijst(Contextregister contexten, Moment moment, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(LeercultuurscansContext))
            .Bron.CreateCommand(
                "select maand, hielp, tekst from leercultuurscans.terugkoppeling where maand >= $1 order by maand desc, hielp, tekst"
            );
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = Begin(moment.Vandaag).PlusMonths(-Maanden) });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var lijst = new List<Terugkoppeling>();
        while (await rij.ReadAsync(ct))
        {
            var tekst = rij.GetString(2);
            lijst.Add(new(Maandvorm.Format(rij.GetFieldValue<LocalDate>(0)), rij.GetString(1), tekst.Length == 0 ? null : tekst));
        }
        return Uitkomst.Ok(lijst);
    }

    private static LocalDate Begin(LocalDate dag) => new(dag.Year, dag.Month, 1);
}
